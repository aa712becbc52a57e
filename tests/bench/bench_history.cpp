// SPDX-License-Identifier: GPL-3.0-or-later
// Looks through the history of a large playlist in the real dialog, against the stand-in, and tells what it took: one
// line of JSON. bench_history [--items N] [--versions N]. Times are milliseconds; "stall" is the longest time for which
// the event loop did not come round, "work" the most processor time that the window's thread took in one round: what a
// stall comes to where nobody else uses the processor. Every tenth version is the list in another order, the others
// lack rows of it, have some that are in no list any more, and a few moved ones.
#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/playlist/Restore.h"
#include "app/store/Store.h"
#include "tests/bench/BenchOptions.h"
#include "tests/bench/BenchWindow.h"
#include "ui/history/HistoryDialog.h"
#include "ui/look/Icons.h"
#include "ui/look/Theme.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/TrackView.h"

#include <QApplication>
#include <QCheckBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QListView>
#include <QScrollBar>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <random>

using namespace segue;

namespace
{

class History
{
public:
    History(int items, int versions) : m_service(0, items), m_bench(m_service, items), m_versions(versions)
    {
        m_bench.workspace().showPlaylist(m_bench.big());
        bench::runUntil([this] { return editor().document().isComplete(); });
        const playlist::Document &document = editor().document();
        for (int i = 0; i < document.size(); ++i) {
            const playlist::Row &row = document.rowAt(i);
            m_now.append({.uri = row.uri(), .addedAt = row.entry.addedAt, .addedBy = row.entry.addedBy});
        }
        keepVersions();
        m_out.insert(QStringLiteral("items"), document.size());
        m_out.insert(QStringLiteral("versions"), versions);
    }

    QJsonObject measure()
    {
        compareByItself();
        open();
        select();
        noteStall("first_round"); // has fonts loaded for flags and other scripts, which no later one has to
        select();
        noteStall("select");
        scroll();
        choices();
        edit();
        return m_out;
    }

private:
    [[nodiscard]] playlist::Editor &editor() const { return m_bench.workspace().page().view().tracks()->editor(); }
    [[nodiscard]] QListView *list(const char *name) const
    {
        return m_dialog->findChild<QListView *>(QLatin1String(name));
    }
    void note(const char *name, double milliseconds)
    {
        m_out.insert(QLatin1String(name), bench::rounded(milliseconds));
    }
    void noteStall(const char *name)
    {
        note(qPrintable(QLatin1String(name) + QStringLiteral("_stall")), m_stalls.stop());
        note(qPrintable(QLatin1String(name) + QStringLiteral("_work")), m_stalls.mostWork());
    }

    void keepVersions()
    {
        const QJsonObject gone =
            m_service.control("GET", QStringLiteral("/tracks?from=700000&count=%1").arg(m_now.size() / 4));
        std::mt19937 random(1);
        QObject context;
        int kept = 0;
        for (int i = 0; i < m_versions; ++i) {
            store::ListRows rows = m_now;
            const auto at = [&] { return static_cast<qsizetype>(random() % static_cast<std::size_t>(rows.size())); };
            if (i % 10 == 5)
                std::shuffle(rows.begin(), rows.end(), random);
            for (int each = 0; each < m_now.size() / 50; ++each)
                rows.removeAt(at());
            for (const QJsonValue &track : gone.value(QLatin1String("list")).toArray())
                rows.insert(
                    at(),
                    {.uri = track[QLatin1String("uri")].toString(), .addedAt = m_now.at(0).addedAt, .addedBy = {}});
            for (int each = 0; each < m_now.size() / 100; ++each)
                rows.move(at(), at());
            m_store.addVersion({.playlistId = m_bench.big(),
                                .at = QDateTime::currentDateTimeUtc().addSecs(60 * (i - m_versions)),
                                .source = store::VersionSource::Made,
                                .reason = QStringLiteral("Edit %1").arg(i),
                                .rows = rows},
                               &context,
                               [&kept](const Result<store::AddedVersion> &result) { kept += result ? 1 : 0; });
            m_last = rows;
        }
        bench::runUntil([&] { return kept == m_versions; }, std::chrono::seconds(300));
    }

    /// What it takes without a window, for scale.
    void compareByItself()
    {
        QElapsedTimer clock;
        clock.start();
        const auto rows = playlist::compared(m_last, m_now);
        const auto way = playlist::restoration(m_last, m_now);
        note("compare_alone", static_cast<double>(clock.nsecsElapsed()) / 1e6);
        if (rows.isEmpty() || !way.changes)
            qFatal("nothing was compared");
    }

    void open()
    {
        bench::runFor(std::chrono::milliseconds(300));
        QElapsedTimer clock;
        m_stalls.start();
        clock.start();
        m_dialog = new ui::HistoryDialog(editor(), m_store, m_bench.api(), &m_bench.window());
        m_dialog->show();
        bench::runUntil([this] { return m_dialog->shownVersion() != 0; });
        note("open_shown", static_cast<double>(clock.nsecsElapsed()) / 1e6);
        bench::runFor(std::chrono::milliseconds(500));
        noteStall("open");
    }

    void select()
    {
        std::vector<double> times;
        m_stalls.start();
        QListView *versions = list("versionList");
        for (int row = versions->model()->rowCount() - 1; row >= 0; --row) {
            QElapsedTimer clock;
            clock.start();
            versions->setCurrentIndex(versions->model()->index(row, 0));
            bench::runUntil([this] { return m_dialog->shownVersion() != 0; });
            times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
            bench::runFor(std::chrono::milliseconds(20));
        }
        std::sort(times.begin(), times.end());
        note("select_median", times.at(times.size() / 2));
        note("select_slowest", times.back());
    }

    void scroll()
    {
        bench::runFor(std::chrono::milliseconds(500));
        const auto asked = [this] {
            return m_service.control("GET", QStringLiteral("/log?path=/v1/tracks"))
                .value(QLatin1String("list"))
                .toArray()
                .size();
        };
        const auto before = asked();
        QScrollBar *bar = list("versionRows")->verticalScrollBar();
        m_stalls.start();
        for (int step = 1; step <= 200; ++step) {
            bar->setValue(bar->maximum() * step / 200);
            bench::runFor(std::chrono::milliseconds(5));
        }
        noteStall("scroll");
        bench::runFor(std::chrono::milliseconds(500));
        m_out.insert(QStringLiteral("scroll_title_calls"), asked() - before);
    }

    void choices()
    {
        QListView *rows = list("versionRows");
        m_stalls.start();
        rows->selectAll();
        bench::runFor(std::chrono::milliseconds(100));
        noteStall("select_all_rows");
        rows->clearSelection();
        bench::runFor(std::chrono::milliseconds(100));
        auto *only = m_dialog->findChild<QCheckBox *>(QStringLiteral("onlyDifferences"));
        m_stalls.start();
        only->setChecked(true);
        bench::runFor(std::chrono::milliseconds(100));
        only->setChecked(false);
        bench::runFor(std::chrono::milliseconds(100));
        noteStall("only_differences");
    }

    void edit()
    {
        m_stalls.start();
        for (int i = 0; i < 10; ++i) {
            editor().moveRows({i * 7}, editor().document().size());
            bench::runFor(std::chrono::milliseconds(100));
        }
        noteStall("edit");
        bench::runUntil([this] { return !editor().hasUnsavedEdits(); }, std::chrono::seconds(120));
    }

    QTemporaryDir m_folder;
    store::Store m_store{store::StoreOptions{.path = m_folder.filePath(QStringLiteral("bench.sqlite"))}};
    bench::BenchService m_service;
    mutable bench::BenchWindow m_bench;
    bench::StallWatch m_stalls;
    const int m_versions;
    store::ListRows m_now;
    store::ListRows m_last;
    ui::HistoryDialog *m_dialog = nullptr; ///< the window's
    QJsonObject m_out;
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    bench::BenchOptions options;
    options.addNumber("items", "Rows of the playlist.", 10'000).addNumber("versions", "Earlier versions of it.", 50);
    options.process(app);
    ui::initResources();
    const ui::Theme theme(app);

    const QJsonObject line = History(options.number("items"), options.number("versions")).measure();
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    return 0;
}
