// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a large playlist in the real window against the stand-in, and tells what it took: one line of JSON for each
// latency. bench_open_playlist [--items N] [--latency MS]…
#include "app/models/ArtworkCache.h"
#include "app/models/Library.h"
#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/web/ApiClient.h"
#include "app/web/ImageLoader.h"
#include "tests/bench/BenchService.h"
#include "ui/Account.h"
#include "ui/Commands.h"
#include "ui/Settings.h"
#include "ui/Workspace.h"
#include "ui/dialogs/DialogSeams.h"
#include "ui/look/Icons.h"
#include "ui/look/Theme.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/TrackView.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMainWindow>
#include <QTimer>

#include <cstdio>
#include <malloc.h>

using namespace segue;

namespace
{

/// The longest time for which the event loop did not come round, in milliseconds.
class StallWatch : public QObject
{
public:
    StallWatch()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(1);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, static_cast<double>(m_clock.nsecsElapsed()) / 1e6);
            m_clock.restart();
        });
    }
    void start()
    {
        m_longest = 0;
        m_clock.start();
        m_timer.start();
    }
    double stop()
    {
        m_timer.stop();
        return m_longest;
    }

private:
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_longest = 0;
};

void runFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

template <typename Condition>
void runUntil(Condition condition)
{
    QElapsedTimer patience;
    patience.start();
    while (!condition()) {
        if (patience.elapsed() > 60'000)
            qFatal("waited a minute for nothing");
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 5);
    }
}

QJsonObject measure(int latency, int items)
{
    bench::BenchService service(latency, items);
    const QJsonObject issued = service.control(
        "POST", QStringLiteral("/tokens"),
        {{QStringLiteral("action"), QStringLiteral("issue")},
         {QStringLiteral("scope"), QStringLiteral("playlist-read-private playlist-read-collaborative user-read-private "
                                                  "playlist-modify-private playlist-modify-public")}});
    bench::FixedToken token(issued.value(QLatin1String("access_token")).toString().toLatin1());

    QNetworkAccessManager network;
    QNetworkAccessManager imageNetwork;
    web::DialectMemoryInRam dialects;
    web::ApiClient api(service.apiUrl(), token, network, dialects, {.clientId = QStringLiteral("bench")});
    web::ImageLoader images(imageNetwork);
    models::Library library(api);
    models::ArtworkCache artwork(images);
    ui::Settings settings{ui::Settings::Temporary()};
    ui::Commands commands;
    const ui::DialogSeams seams = ui::DialogSeams::forUser();

    QMainWindow window;
    auto *workspace = new ui::Workspace({api, library, artwork}, commands, seams, settings);
    window.setCentralWidget(workspace);
    window.resize(1280, 800);
    window.show();

    // The library first, with an empty playlist open: that window is what the memory is compared with.
    QString big;
    QString empty;
    workspace->start(QString());
    runUntil([&library] { return !library.playlists().isEmpty() && !library.isLoading(); });
    for (const web::Playlist &playlist : library.playlists()) {
        if (playlist.itemCount == items)
            big = playlist.id;
        else if (playlist.itemCount == 0 && playlist.ownerId == library.user().id)
            empty = playlist.id;
    }
    if (big.isEmpty() || empty.isEmpty())
        qFatal("the library has no such playlists");
    workspace->showPlaylist(empty);
    runFor(std::chrono::milliseconds(800 + 4 * latency));
    malloc_trim(0);
    const qint64 memoryBefore = bench::privateMemoryKiB();
    service.control("DELETE", QStringLiteral("/log"));

    StallWatch stalls;
    stalls.start();
    runFor(std::chrono::milliseconds(50));
    const double idle = stalls.stop();

    double firstRows = -1;
    double allRows = -1;
    QElapsedTimer clock;
    stalls.start();
    clock.start();
    workspace->showPlaylist(big);
    const playlist::Document &document = workspace->page().view().tracks()->editor().document();
    const auto elapsed = [&clock] { return static_cast<double>(clock.nsecsElapsed()) / 1e6; };
    QObject::connect(&document, &playlist::Document::rowsChanged, &window, [&](int first) {
        if (firstRows < 0 && first == 0)
            firstRows = elapsed();
    });
    QObject::connect(&document, &playlist::Document::completed, &window, [&] { allRows = elapsed(); });
    runUntil([&allRows] { return allRows >= 0; });
    const double longest = stalls.stop();
    runFor(std::chrono::milliseconds(800 + 4 * latency));
    malloc_trim(0);
    const qint64 memoryAfter = bench::privateMemoryKiB();
    const auto log = service.control("GET", QStringLiteral("/log?path=/playlists/%1/").arg(big));
    const QJsonArray requests = log.value(QLatin1String("list")).toArray();

    return {{QStringLiteral("items"), document.size()},
            {QStringLiteral("latency_ms"), latency},
            {QStringLiteral("first_rows_ms"), qRound(firstRows)},
            {QStringLiteral("all_rows_ms"), qRound(allRows)},
            {QStringLiteral("page_requests"), requests.size()},
            {QStringLiteral("longest_stall_ms"), qRound(longest * 10) / 10.0},
            {QStringLiteral("idle_stall_ms"), qRound(idle * 10) / 10.0},
            {QStringLiteral("memory_above_empty_mib"),
             qRound(static_cast<double>(memoryAfter - memoryBefore) / 102.4) / 10.0}};
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption items(QStringLiteral("items"), QStringLiteral("Rows of the playlist."),
                                   QStringLiteral("N"), QStringLiteral("10000"));
    const QCommandLineOption latency(QStringLiteral("latency"), QStringLiteral("Of every answer; may be repeated."),
                                     QStringLiteral("MS"));
    parser.addHelpOption();
    parser.addOptions({items, latency});
    parser.process(app);
    ui::initResources();
    ui::Theme theme(app);

    const QStringList latencies =
        parser.isSet(latency) ? parser.values(latency) : QStringList{QStringLiteral("0"), QStringLiteral("50")};
    for (const QString &value : latencies) {
        const QJsonObject line = measure(value.toInt(), parser.value(items).toInt());
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }
    return 0;
}
