// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a large playlist in the real window against the stand-in, and tells what it took: one line of JSON for each
// latency. With --again it has been opened before, in a window that is gone, and its list is in the store.
// bench_open_playlist [--items N] [--latency MS]… [--again]
#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "tests/bench/BenchOptions.h"
#include "tests/bench/BenchWindow.h"
#include "ui/look/Icons.h"
#include "ui/look/Theme.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/TrackView.h"

#include <QApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cstdio>
#include <malloc.h>

using namespace segue;

namespace
{

/// What a window before this one leaves in the store; ends once it is there.
void openOnce(const bench::BenchService &service, int items, const QString &storePath)
{
    bench::BenchWindow bench(service, items, storePath);
    bench.workspace().showPlaylist(bench.big());
    const playlist::Document &document = bench.workspace().page().view().tracks()->editor().document();
    bench::runUntil([&document] { return document.isComplete(); });
    bench::runFor(std::chrono::milliseconds(1500));
}

QJsonObject measure(int latency, int items, bool again)
{
    bench::BenchService service(latency, items);
    const QTemporaryDir folder;
    const QString storePath = again ? folder.filePath(QStringLiteral("account.sqlite")) : QString();
    if (again)
        openOnce(service, items, storePath);
    bench::BenchWindow bench(service, items, storePath);
    ui::Workspace *workspace = &bench.workspace();

    // An empty playlist first: that window is what the memory is compared with.
    workspace->showPlaylist(bench.empty());
    bench::runFor(std::chrono::milliseconds(800 + 4 * latency));
    malloc_trim(0);
    const qint64 memoryBefore = bench::privateMemoryKiB();
    service.control("DELETE", QStringLiteral("/log"));

    bench::StallWatch stalls;
    stalls.start();
    bench::runFor(std::chrono::milliseconds(50));
    const double idle = stalls.stop();

    double firstRows = -1;
    double allRows = -1;
    QElapsedTimer clock;
    stalls.start();
    clock.start();
    workspace->showPlaylist(bench.big());
    const playlist::Document &document = workspace->page().view().tracks()->editor().document();
    const auto elapsed = [&clock] { return static_cast<double>(clock.nsecsElapsed()) / 1e6; };
    QObject::connect(&document, &playlist::Document::rowsChanged, workspace, [&](int first) {
        if (firstRows < 0 && first == 0)
            firstRows = elapsed();
    });
    QObject::connect(&document, &playlist::Document::completed, workspace, [&] { allRows = elapsed(); });
    bench::runUntil([&allRows] { return allRows >= 0; });
    const double longest = stalls.stop();
    bench::runFor(std::chrono::milliseconds(800 + 4 * latency));
    malloc_trim(0);
    const qint64 memoryAfter = bench::privateMemoryKiB();
    const auto log = service.control("GET", QStringLiteral("/log?path=/playlists/%1/").arg(bench.big()));
    const QJsonArray requests = log.value(QLatin1String("list")).toArray();

    return {{QStringLiteral("items"), document.size()},
            {QStringLiteral("latency_ms"), latency},
            {QStringLiteral("first_rows_ms"), qRound(firstRows)},
            {QStringLiteral("all_rows_ms"), qRound(allRows)},
            {QStringLiteral("page_requests"), requests.size()},
            {QStringLiteral("store_kib"), again ? QFileInfo(storePath).size() / 1024 : 0},
            {QStringLiteral("longest_stall_ms"), bench::rounded(longest)},
            {QStringLiteral("idle_stall_ms"), bench::rounded(idle)},
            {QStringLiteral("memory_above_empty_mib"),
             qRound(static_cast<double>(memoryAfter - memoryBefore) / 102.4) / 10.0}};
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    bench::BenchOptions options;
    options.addNumber("items", "Rows of the playlist.", 10'000)
        .addText("latency", "Of every answer, in ms; may be repeated.")
        .addFlag("again", "Open it a second time, from the store.");
    options.process(app);
    ui::initResources();
    ui::Theme theme(app);

    QStringList latencies = options.texts("latency");
    if (latencies.isEmpty())
        latencies = {QStringLiteral("0"), QStringLiteral("50")};
    for (const QString &value : std::as_const(latencies)) {
        const QJsonObject line = measure(value.toInt(), options.number("items"), options.isSet("again"));
        std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
        std::fflush(stdout);
    }
    return 0;
}
