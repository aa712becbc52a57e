// SPDX-License-Identifier: GPL-3.0-or-later
// What the index of which track is in which playlist costs. The library is made up from a seed: lists of one row to
// twice the average, two fifths of all tracks different, some of them unavailable or gone. Milliseconds are medians of
// --runs, from the call to its outcome, with the disk's own time in them.
//
// bench_library_index [--playlists N] [--rows N] [--runs N] [--seed N] [--folder FOLDER]
#include "app/store/TrackIndex.h"
#include "tests/bench/BenchOptions.h"
#include "tests/bench/Figures.h"
#include "tests/bench/MadeUpLibrary.h"
#include "tests/bench/WaitFor.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

using namespace segue;
using bench::MadeUpLibrary;
using bench::median;
using bench::print;
using bench::waitFor;

namespace
{

class IndexBench
{
public:
    IndexBench(const QString &path, int runs) : m_index({.path = path}), m_runs(runs) {}

    void build(MadeUpLibrary &library, int playlists)
    {
        double busy = 0;
        qint64 rows = 0;
        for (int i = 0; i < playlists; ++i) {
            const store::IndexedList list = library.list(i);
            rows += list.entries.size();
            busy += put(list);
        }
        m_rows = rows;
        print("playlists", playlists, "");
        print("rows", static_cast<double>(rows), "");
        print("build, all of it", busy / 1000, "s");
        print("build rate", static_cast<double>(rows) / (busy / 1000), "rows/s");
    }

    void ask(MadeUpLibrary &library)
    {
        const QString one = MadeUpLibrary::trackUri(1);
        QStringList hundred;
        for (quint64 i = 0; i < 100; ++i)
            hundred.append(MadeUpLibrary::trackUri(i * 37));
        measure<store::IndexAnswer>("which playlists have one track",
                                    [&](QObject *context, auto done) { m_index.find({one}, context, done); });
        measure<store::IndexAnswer>("which playlists have each of 100 tracks",
                                    [&](QObject *context, auto done) { m_index.find(hundred, context, done); });
        measure<store::IndexAnswer>("what is in more than one playlist",
                                    [&](QObject *context, auto done) { m_index.repeated(2000, context, done); });
        measure<store::IndexAnswer>("what cannot be played",
                                    [&](QObject *context, auto done) { m_index.unavailable(2000, context, done); });
        measure<QList<store::IndexedPlaylist>>(
            "which playlists are indexed (at the start)",
            [&](QObject *context, auto done) { m_index.playlists(context, std::move(done)); });
        std::vector<double> times(static_cast<std::size_t>(m_runs));
        for (double &time : times)
            time = put(library.list(0, 10'000));
        print("replace a playlist of 10,000 rows", median(times), "ms");
    }

    [[nodiscard]] qint64 rows() const { return m_rows; }

private:
    double put(const store::IndexedList &list)
    {
        bench::Waited waited;
        waitFor<Nothing>([&](QObject *context, Done<Nothing> done) { m_index.put(list, context, std::move(done)); },
                         &waited);
        return waited.milliseconds;
    }
    template <typename T>
    void measure(const char *what, const std::function<void(QObject *, Done<T>)> &call)
    {
        std::vector<double> times;
        for (int run = 0; run < m_runs; ++run) {
            bench::Waited waited;
            waitFor<T>(call, &waited);
            times.push_back(waited.milliseconds);
        }
        print(what, median(times), "ms");
    }

    store::TrackIndex m_index;
    const int m_runs;
    qint64 m_rows = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    bench::BenchOptions options;
    options.addNumber("playlists", "How many playlists.", 11'000)
        .addNumber("rows", "How many rows they have together, about.", 2'000'000)
        .addNumber("runs", "How often each thing is measured.", 7)
        .addNumber("seed", "What the library is made up from.", 1)
        .addText("folder", "Where the files are made; a temporary folder without it.");
    options.process(app);
    const QTemporaryDir temporary;
    const QString folder = options.texts("folder").value(0, temporary.path());
    const QString path = folder + QStringLiteral("/index.sqlite");
    const int playlists = options.number("playlists");
    const int runs = options.number("runs");

    MadeUpLibrary library(playlists, options.number("rows"), options.number("seed"));
    qint64 rows = 0;
    {
        IndexBench index(path, runs);
        index.build(library, playlists);
        index.ask(library);
        rows = index.rows();
    } // closed: all of it is in the file
    const auto bytes = static_cast<double>(QFileInfo(path).size());
    print("size of the file", bytes / 1e6, "MB");
    print("size of the file for each row", bytes / static_cast<double>(rows), "bytes");
    return 0;
}
