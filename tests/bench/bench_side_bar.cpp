// SPDX-License-Identifier: GPL-3.0-or-later
// What the window takes with a library of many playlists: the filter of the side bar, opening a playlist, learning of a
// change. Over an Api in memory; milliseconds are medians of --runs, of the GUI thread, painting included. Meanwhile
// the index of all their rows is brought up to date, many times faster than Spotify lets it. bench_side_bar
// [--playlists N] [--rows N] [--runs N]
#include "app/models/ArtworkCache.h"
#include "app/models/Library.h"
#include "app/models/LibraryIndex.h"
#include "app/store/TrackIndex.h"
#include "app/web/ImageLoader.h"
#include "tests/bench/BenchOptions.h"
#include "tests/bench/Figures.h"
#include "tests/bench/MadeUpLibrary.h"
#include "tests/bench/WaitFor.h"
#include "tests/support/FakeApi.h"
#include "ui/Account.h"
#include "ui/Commands.h"
#include "ui/Settings.h"
#include "ui/Workspace.h"
#include "ui/dialogs/DialogSeams.h"
#include "ui/library/SideBar.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QLineEdit>
#include <QMainWindow>
#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <chrono>
#include <functional>
#include <vector>

using namespace segue;
using bench::MadeUpLibrary;
using bench::median;
using bench::print;

namespace
{

/// A page each so long after the one before.
constexpr std::chrono::milliseconds indexPace{20};

/// The window over a library in memory: what the GUI thread takes, painting included.
class WindowBench
{
public:
    WindowBench(const QString &folder, int playlists, int rows, int runs)
        : m_index({.path = folder + QStringLiteral("/window-index.sqlite")}), m_playlists(playlists), m_runs(runs)
    {
        fillIndex(playlists, rows);
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
        m_account.index = &m_libraryIndex;
        m_workspace = new ui::Workspace(m_account, m_commands, m_seams, m_settings);
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

    void learn()
    {
        std::vector<double> times;
        for (int i = 0; i < m_runs; ++i) {
            web::Playlist changed = m_library.playlists().at(i * 11 % m_library.playlists().size());
            changed.itemCount += 1;
            times.push_back(timed([&] { m_library.update(changed); }));
        }
        print("learn that one playlist has changed", median(times), "ms");
    }

    void tellIndex() const
    {
        const models::LibraryIndex::Progress progress = m_libraryIndex.progress();
        print("playlists in the index by then", progress.looked, "");
        print("playlists that it is to have", progress.total, "");
    }

private:
    /// As of an earlier start: all of these have changed since.
    void fillIndex(int playlists, int rows)
    {
        MadeUpLibrary library(playlists, rows, 1);
        qint64 count = 0;
        for (int i = 0; i < playlists; ++i) {
            const store::IndexedList list = library.list(i);
            count += list.entries.size();
            bench::waitFor<Nothing>(
                [&](QObject *context, Done<Nothing> done) { m_index.put(list, context, std::move(done)); });
        }
        print("rows in the index", static_cast<double>(count), "");
    }
    void paint()
    {
        QApplication::processEvents();
        m_window.repaint();
    }
    double timed(const std::function<void()> &action)
    {
        QElapsedTimer clock;
        clock.start();
        action();
        paint();
        return bench::since(clock);
    }

    test::FakeApi m_api;
    QNetworkAccessManager m_network;
    web::ImageLoader m_images{m_network};
    models::Library m_library{m_api};
    models::ArtworkCache m_artwork{m_images};
    store::TrackIndex m_index;
    models::LibraryIndex m_libraryIndex{
        m_api, m_library, m_index, {.begin = std::chrono::milliseconds(0), .pace = indexPace}};
    ui::Settings m_settings{ui::Settings::Temporary()};
    ui::DialogSeams m_seams;
    ui::Account m_account{m_api, m_library, m_artwork};
    ui::Commands m_commands;
    QMainWindow m_window; // before what it stands on goes
    ui::Workspace *m_workspace = nullptr;
    const int m_playlists;
    const int m_runs;
};

} // namespace

int main(int argc, char *argv[])
{
    const QApplication app(argc, argv);
    bench::BenchOptions options;
    options.addNumber("playlists", "How many playlists.", 11'000)
        .addNumber("rows", "How many rows they have together in the index, about.", 2'000'000)
        .addNumber("runs", "How often each thing is measured.", 7);
    options.process(app);
    const QTemporaryDir folder;
    WindowBench window(folder.path(), options.number("playlists"), options.number("rows"), options.number("runs"));
    window.filter();
    window.open();
    window.learn();
    window.tellIndex();
    return 0;
}
