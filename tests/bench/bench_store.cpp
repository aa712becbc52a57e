// SPDX-License-Identifier: GPL-3.0-or-later
// How long the store takes, and how much room. Milliseconds are medians of --runs, from the call to its outcome, the
// disk's own time included; bytes are what the file grows by. One line of JSON.
// bench_store [--items N] [--runs N] [--folder FOLDER]
#include "app/store/Database.h"
#include "app/store/Statement.h"
#include "app/store/Store.h"
#include "tests/app/store/StoreSamples.h"
#include "tests/bench/BenchOptions.h"
#include "tests/bench/WaitFor.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <vector>

using namespace segue;
using namespace segue::store;
using bench::median;
using bench::waitFor;

namespace
{

struct Figures : bench::Waited {
    double bytes = 0; ///< for each
};

class Bench
{
public:
    Bench(const QString &path, int items, int runs)
        : m_options{.path = path}, m_items(items), m_runs(runs), m_rows(test::sampleRows(items))
    {
        m_options.limits.versionsOfPlaylist = 100'000;
        m_store = std::make_unique<Store>(m_options);
        waitFor<Nothing>([this](QObject *context, Done<Nothing> done) { m_store->open(context, std::move(done)); });
    }

    /// One edit after the other on the same list at Spotify: what a user does faster than Spotify answers.
    Figures putEdits()
    {
        return measured([this](int run) {
            m_wanted.move(run % m_wanted.size(), m_wanted.size() / 2);
            return put();
        });
    }

    /// Each with another list at Spotify as well: what goes on while edits are being sent.
    Figures putCalls()
    {
        return measured([this](int run) {
            m_rows.move(run % m_rows.size(), m_rows.size() / 2);
            return put();
        });
    }

    Figures putSorted()
    {
        return measured([this](int) {
            std::shuffle(m_wanted.begin(), m_wanted.end(), m_random);
            return put();
        });
    }

    Figures addDragged()
    {
        return measured([this](int run) {
            m_rows.move((run * 37) % m_rows.size(), m_rows.size() / 2);
            return add();
        });
    }

    Figures addSorted()
    {
        return measured([this](int) {
            std::shuffle(m_rows.begin(), m_rows.end(), m_random);
            return add();
        });
    }

    Figures addEqual()
    {
        return measured([this](int) { return add(); });
    }

    Figures listAll(qsizetype *count)
    {
        return measured([this, count](int) {
            Figures figures;
            *count = waitFor<QList<VersionInfo>>(
                         [this](QObject *context, Done<QList<VersionInfo>> done) {
                             m_store->listVersions(m_playlist, context, std::move(done));
                         },
                         &figures)
                         .size();
            return figures;
        });
    }

    Figures readLatest()
    {
        return measured([this](int) {
            Figures figures;
            waitFor<Version>([this](QObject *context,
                                    Done<Version> done) { m_store->readVersion(m_latest, context, std::move(done)); },
                             &figures);
            return figures;
        });
    }

    Figures readJournal()
    {
        return measured([this](int) {
            Figures figures;
            waitFor<Journal>(
                [this](QObject *context, Done<Journal> done) { m_store->readUnfinished(context, std::move(done)); },
                &figures);
            return figures;
        });
    }

    void start()
    {
        m_wanted.clear();
        for (int i = 0; i < m_items; ++i)
            m_wanted.append(WantedRow{.serverIndex = i});
        put();
        add();
    }

private:
    Figures measured(const std::function<Figures(int)> &once)
    {
        std::vector<double> whole;
        std::vector<double> inside;
        const qint64 before = bytesUsed();
        for (int run = 0; run < m_runs; ++run) {
            const Figures figures = once(run);
            whole.push_back(figures.milliseconds);
            inside.push_back(figures.insideCall);
        }
        return {{.milliseconds = median(whole), .insideCall = median(inside)},
                static_cast<double>(bytesUsed() - before) / m_runs};
    }

    Figures put()
    {
        const JournalEntry entry{.playlistId = m_playlist,
                                 .playlistName = QStringLiteral("Long one"),
                                 .savedAt = m_now,
                                 .what = QStringLiteral("Move a track"),
                                 .server = m_rows,
                                 .wanted = m_wanted};
        Figures figures;
        waitFor<Nothing>(
            [&](QObject *context, Done<Nothing> done) { m_store->putUnfinished(entry, context, std::move(done)); },
            &figures);
        return figures;
    }

    Figures add()
    {
        m_now = m_now.addSecs(1);
        const NewVersion version{.playlistId = m_playlist, .at = m_now, .source = VersionSource::Made, .rows = m_rows};
        Figures figures;
        m_latest = waitFor<AddedVersion>(
                       [&](QObject *context, Done<AddedVersion> done) {
                           m_store->addVersion(version, context, std::move(done));
                       },
                       &figures)
                       .info.id;
        return figures;
    }

    [[nodiscard]] qint64 bytesUsed() const
    {
        Database database(m_options);
        database.open();
        const auto number = [&database](const QString &name) {
            return Statement(database.connection(), QStringLiteral("PRAGMA ") + name).run().onlyNumber();
        };
        return (number(QStringLiteral("page_count")) - number(QStringLiteral("freelist_count"))) *
               number(QStringLiteral("page_size"));
    }

    StoreOptions m_options;
    std::unique_ptr<Store> m_store;
    const QString m_playlist = QStringLiteral("37i9dQZF1DXcBWIGoYBM5M");
    const int m_items;
    const int m_runs;
    ListRows m_rows;
    QList<WantedRow> m_wanted;
    QDateTime m_now = QDateTime::currentDateTimeUtc();
    qint64 m_latest = 0;
    std::mt19937 m_random{1};
};

void print(const char *name, const Figures &figures, bool withBytes)
{
    std::printf(",\"%s_ms\":%.1f,\"%s_call_ms\":%.2f", name, figures.milliseconds, name, figures.insideCall);
    if (withBytes)
        std::printf(",\"%s_bytes\":%.0f", name, figures.bytes);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    bench::BenchOptions options;
    options.addNumber("items", "Rows of each list.", 10'000)
        .addNumber("runs", "Of each operation.", 30)
        .addText("folder", "Where the file is made; a temporary one.");
    options.process(app);
    const int items = options.number("items", 2);
    const int runs = options.number("runs");
    const QStringList folders = options.texts("folder");
    const QTemporaryDir folder(folders.isEmpty() ? QString()
                                                 : folders.constLast() + QStringLiteral("/bench_store-XXXXXX"));
    if (!folder.isValid()) {
        std::fprintf(stderr, "%s\n", qPrintable(folder.errorString()));
        return 1;
    }

    Bench bench(folder.filePath(QStringLiteral("store.sqlite")), items, runs);
    bench.start();
    std::printf("{\"items\":%d,\"runs\":%d", items, runs);
    print("put_edit", bench.putEdits(), false);
    print("put_call", bench.putCalls(), false);
    print("put_sorted", bench.putSorted(), false);
    print("read_journal", bench.readJournal(), false);
    print("version_dragged", bench.addDragged(), true);
    print("version_equal", bench.addEqual(), false);
    print("version_sorted", bench.addSorted(), true);
    print("read_version", bench.readLatest(), false);
    qsizetype count = 0;
    const Figures listed = bench.listAll(&count);
    print("list", listed, false);
    std::printf(",\"listed\":%lld}\n", static_cast<long long>(count));
    return 0;
}
