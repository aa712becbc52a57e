// SPDX-License-Identifier: GPL-3.0-or-later
// What a library of many playlists costs: the index of what is in which, and the side bar. The library is made up from
// a seed: lists of one to twice the average of rows, two fifths of all tracks different, some local, some unavailable.
// Milliseconds are medians of --runs, from the call to its outcome; the disk's own time is in them.
// bench_library_index [--playlists N] [--rows N] [--runs N] [--seed N] [--folder FOLDER]
#include "app/models/ArtworkCache.h"
#include "app/models/Library.h"
#include "app/models/LibraryIndex.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/playlist/SplitMix.h"
#include "app/store/TrackIndex.h"
#include "app/web/ImageLoader.h"
#include "tests/bench/BenchOptions.h"
#include "tests/support/FakeApi.h"
#include "ui/Account.h"
#include "ui/Commands.h"
#include "ui/Settings.h"
#include "ui/Workspace.h"
#include "ui/dialogs/DialogSeams.h"
#include "ui/library/SideBar.h"
#include "ui/panes/Pane.h"
#include "ui/panes/Panes.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFileInfo>
#include <QLineEdit>
#include <QListView>
#include <QMainWindow>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

using namespace segue;

namespace
{

using Clock = QElapsedTimer;

double since(const Clock &clock)
{
    return static_cast<double>(clock.nsecsElapsed()) / 1e6;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

void print(const char *what, double value, const char *unit)
{
    std::printf("%-52s %12.1f %s\n", what, value, unit);
    std::fflush(stdout);
}

/// Playlists out of a seed.
class MadeUpLibrary
{
public:
    MadeUpLibrary(int playlists, int rows, int seed)
        : m_average(std::max(1, rows / playlists)), m_distinct(static_cast<quint64>(std::max(1, rows * 2 / 5))),
          m_random(static_cast<quint64>(seed))
    {
    }

    [[nodiscard]] static QString playlistId(int number)
    {
        return QStringLiteral("playlist%1").arg(number, 14, 10, QLatin1Char('0'));
    }
    /// 22 characters, as random as Spotify's.
    [[nodiscard]] static QString trackUri(quint64 number)
    {
        static constexpr char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        playlist::SplitMix random(number);
        QString id(22, Qt::Uninitialized);
        for (QChar &c : id)
            c = QLatin1Char(digits[random.next() % 62]);
        return QStringLiteral("spotify:track:") + id;
    }

    store::IndexedList list(int number)
    {
        return list(number, static_cast<int>(1 + m_random.next() % static_cast<quint64>(2 * m_average)));
    }
    store::IndexedList list(int number, int size)
    {
        store::IndexedList list{.playlistId = playlistId(number),
                                .snapshotId = QStringLiteral("snapshot%1").arg(m_random.next()),
                                .readAt = QDateTime::currentDateTimeUtc(),
                                .entries = {}};
        list.entries.reserve(size);
        for (int i = 0; i < size; ++i) {
            // Some are everybody's, most are in few lists.
            const quint64 pick =
                m_random.next() % 4 == 0 ? m_random.next() % (m_distinct / 20 + 1) : m_random.next() % m_distinct;
            const quint64 chance = m_random.next() % 1000;
            if (chance == 0)
                list.entries.append(store::IndexedEntry());
            else
                list.entries.append(
                    {.uri = trackUri(pick),
                     .state = chance < 10 ? store::EntryState::Unavailable : store::EntryState::Ordinary});
        }
        return list;
    }

private:
    const int m_average;
    const quint64 m_distinct;
    playlist::SplitMix m_random;
};

template <typename T>
T waitFor(const std::function<void(QObject *, Done<T>)> &call, double *milliseconds = nullptr)
{
    QObject context;
    QEventLoop loop;
    T value;
    Clock clock;
    clock.start();
    call(&context, [&](const Result<T> &result) {
        if (!result) {
            std::fprintf(stderr, "%s (%s)\n", qPrintable(result.error().userText), qPrintable(result.error().detail));
            std::exit(1);
        }
        value = *result;
        loop.quit();
    });
    loop.exec();
    if (milliseconds)
        *milliseconds = since(clock);
    return value;
}

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
        measure("which playlists have one track",
                [&](QObject *context, auto done) { m_index.find({one}, context, done); });
        measure("which playlists have each of 100 tracks",
                [&](QObject *context, auto done) { m_index.find(hundred, context, done); });
        measure("what is in more than one playlist",
                [&](QObject *context, auto done) { m_index.repeated(2000, context, done); });
        measure("what cannot be played",
                [&](QObject *context, auto done) { m_index.unavailable(2000, context, done); });
        std::vector<double> times(static_cast<std::size_t>(m_runs));
        for (double &time : times)
            waitFor<QList<store::IndexedPlaylist>>(
                [&](QObject *context, Done<QList<store::IndexedPlaylist>> done) {
                    m_index.playlists(context, std::move(done));
                },
                &time);
        print("which playlists are indexed (at the start)", median(times), "ms");
        for (double &time : times)
            time = put(library.list(0, 10'000));
        print("replace a playlist of 10,000 rows", median(times), "ms");
    }

    [[nodiscard]] qint64 rows() const { return m_rows; }

private:
    double put(const store::IndexedList &list)
    {
        double time = 0;
        waitFor<Nothing>([&](QObject *context, Done<Nothing> done) { m_index.put(list, context, std::move(done)); },
                         &time);
        return time;
    }
    void measure(const char *what, const std::function<void(QObject *, Done<store::IndexAnswer>)> &call)
    {
        std::vector<double> times(static_cast<std::size_t>(m_runs));
        for (double &time : times)
            waitFor<store::IndexAnswer>(call, &time);
        print(what, median(times), "ms");
    }

    store::TrackIndex m_index;
    const int m_runs;
    qint64 m_rows = 0;
};

/// The window over a library in memory: what the GUI thread takes, painting included.
class WindowBench
{
public:
    WindowBench(const QString &folder, int playlists, int runs)
        : m_index({.path = folder + QStringLiteral("/window-index.sqlite")}), m_playlists(playlists), m_runs(runs)
    {
        const QStringList words{QStringLiteral("Night"),  QStringLiteral("Drive"), QStringLiteral("Élan"),
                                QStringLiteral("Sunday"), QStringLiteral("Rain"),  QStringLiteral("Köln")};
        for (int i = 0; i < playlists; ++i) {
            web::Playlist &playlist = m_api.addPlaylist(MadeUpLibrary::playlistId(i), i % 100 == 50 ? 200 : 0);
            playlist.name =
                QStringLiteral("%1 %2 %3").arg(words.at(i % words.size()), words.at(i / 7 % words.size())).arg(i);
            if (i % 3 == 2)
                playlist.ownerId = QStringLiteral("other");
        }
        m_libraryIndex.start();
        m_window.setCentralWidget(m_workspace);
        m_window.resize(1280, 800);
        m_window.show();
        QEventLoop loop;
        QObject::connect(&m_library, &models::Library::loaded, &loop, &QEventLoop::quit);
        m_workspace->start(QString());
        loop.exec();
        QApplication::processEvents();
    }

    void filter()
    {
        QLineEdit &field = m_workspace->sideBar().filter();
        for (const QString &text : {QStringLiteral("n"), QStringLiteral("ni"), QStringLiteral("night 1"),
                                    QStringLiteral("elan"), QStringLiteral("nothing has this"), QString()}) {
            std::vector<double> times(static_cast<std::size_t>(m_runs));
            for (double &time : times) {
                field.setText(text.isEmpty() ? QStringLiteral("drive") : QString());
                paint();
                time = timed([&] { field.setText(text); });
            }
            print(qPrintable(QStringLiteral("filter the side bar by “%1”").arg(text)), median(times), "ms");
        }
    }

    void open()
    {
        std::vector<double> times;
        for (int i = 0; i < m_runs; ++i) {
            const QString id = MadeUpLibrary::playlistId((50 + i * 300) % m_playlists);
            times.push_back(timed([&] { m_workspace->showPlaylist(id); }));
            QApplication::processEvents();
        }
        print("open a playlist, until it is on screen", median(times), "ms");
    }

    void loadAgain()
    {
        std::vector<double> times;
        for (int i = 0; i < m_runs; ++i) {
            web::Playlist changed = m_library.playlists().at(i * 11 % m_library.playlists().size());
            changed.itemCount += 1;
            times.push_back(timed([&] { m_library.update(changed); }));
        }
        print("learn that one playlist has changed", median(times), "ms");
    }

private:
    void paint()
    {
        QApplication::processEvents();
        m_window.repaint();
    }
    double timed(const std::function<void()> &action)
    {
        Clock clock;
        clock.start();
        action();
        paint();
        return since(clock);
    }

    test::FakeApi m_api;
    QNetworkAccessManager m_network;
    web::ImageLoader m_images{m_network};
    models::Library m_library{m_api};
    models::ArtworkCache m_artwork{m_images};
    store::TrackIndex m_index;
    models::LibraryIndex m_libraryIndex{m_api, m_library, m_index};
    ui::Settings m_settings{ui::Settings::Temporary()};
    ui::DialogSeams m_seams;
    ui::Account m_account{.api = m_api, .library = m_library, .artwork = m_artwork, .index = &m_libraryIndex};
    ui::Commands m_commands;
    QMainWindow m_window; // before what it stands on goes
    ui::Workspace *m_workspace = new ui::Workspace(m_account, m_commands, m_seams, m_settings);
    const int m_playlists;
    const int m_runs;
};

} // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
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

    WindowBench window(folder, playlists, runs);
    window.filter();
    window.open();
    window.loadAgain();
    return 0;
}
