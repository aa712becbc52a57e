// SPDX-License-Identifier: GPL-3.0-or-later
// Edits a large playlist in the real window against the stand-in, and tells what it took: one line of JSON.
// bench_edits [--items N] [--steps N]. Times are milliseconds; "stall" is the longest time for which the event loop did
// not come round, from the edit until all that it set off (planning, the journal, the first calls) is under way.
#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/store/Store.h"
#include "tests/bench/BenchOptions.h"
#include "tests/bench/BenchWindow.h"
#include "ui/look/Icons.h"
#include "ui/look/Theme.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/tracks/TrackView.h"

#include <QApplication>
#include <QJsonDocument>
#include <QTemporaryDir>

#include <cstdio>
#include <malloc.h>

using namespace segue;

namespace
{

using State = playlist::SaveStatus::State;

class Edits
{
public:
    Edits(int items, int steps) : m_service(0, items), m_bench(m_service, items), m_steps(steps)
    {
        m_bench.workspace().showPlaylist(m_bench.big());
        bench::runUntil([this] { return editor().document().isComplete(); });
        editor().setSaveWay(playlist::SaveWay::KeepDates);
        editor().setStore(&m_store);
        bench::runFor(std::chrono::milliseconds(500));
        m_out.insert(QStringLiteral("items"), editor().document().size());
    }

    QJsonObject measure()
    {
        nudge();
        filter();
        copyAll();
        moveBlock();
        manySteps();
        sortAll();
        return m_out;
    }

private:
    [[nodiscard]] playlist::Editor &editor() const { return m_bench.workspace().page().view().tracks()->editor(); }
    void note(const char *name, double milliseconds)
    {
        m_out.insert(QLatin1String(name), bench::rounded(milliseconds));
    }
    void waitSaved()
    {
        bench::runUntil([this] { return !editor().hasUnsavedEdits(); }, std::chrono::seconds(300));
    }

    void nudge()
    {
        m_stalls.start();
        for (int i = 0; i < 20; ++i) {
            editor().moveRows({editor().document().size() - 1 - i}, i * 17);
            bench::runFor(std::chrono::milliseconds(60));
        }
        waitSaved();
        note("move_one_stall", m_stalls.stop());
    }

    void filter()
    {
        ui::TrackView &view = m_bench.workspace().page().view();
        view.prepareFilter(); // as the field does when it gets the keyboard
        bench::runFor(std::chrono::milliseconds(200));
        double slowest = 0;
        for (const char *typed : {"a", "al", "alo", "al", "a", ""}) {
            QElapsedTimer one;
            one.start();
            view.setFilter(QLatin1String(typed));
            QCoreApplication::processEvents();
            slowest = std::max(slowest, static_cast<double>(one.nsecsElapsed()) / 1e6);
            m_out.insert(QStringLiteral("filter_shown_") + QLatin1String(typed), view.shownCount());
        }
        note("filter_key_slowest", slowest);
    }

    void copyAll()
    {
        m_bench.workspace().page().view().selectAll();
        bench::runFor(std::chrono::milliseconds(100));
        m_stalls.start();
        m_bench.commands().action(ui::CommandId::Copy)->trigger();
        bench::runFor(std::chrono::milliseconds(100));
        note("copy_all_stall", m_stalls.stop());
    }

    void moveBlock()
    {
        std::vector<int> half;
        for (int i = 0; i < editor().document().size() / 2; ++i)
            half.push_back(i);
        m_stalls.start();
        editor().moveRows(half, editor().document().size());
        bench::runFor(std::chrono::milliseconds(200));
        note("move_half_stall", m_stalls.stop());
        waitSaved();
    }

    void manySteps()
    {
        malloc_trim(0);
        const qint64 before = bench::privateMemoryKiB();
        double slowest = 0;
        const auto time = [&](const char *name, const std::function<void(int)> &step) {
            QElapsedTimer all;
            all.start();
            slowest = 0;
            for (int i = 0; i < m_steps; ++i) {
                QElapsedTimer one;
                one.start();
                step(i);
                QCoreApplication::processEvents();
                slowest = std::max(slowest, static_cast<double>(one.nsecsElapsed()) / 1e6);
            }
            note(name, static_cast<double>(all.nsecsElapsed()) / 1e6);
            note(qPrintable(QLatin1String(name) + QStringLiteral("_slowest")), slowest);
        };
        const int size = editor().document().size();
        time("moves", [&](int i) { editor().moveRows({(i * 7919) % size}, (i * 104729) % size); });
        waitSaved();
        time("undos", [&](int) { editor().undoStack().undo(); });
        waitSaved();
        time("redos", [&](int) { editor().undoStack().redo(); });
        waitSaved();
        malloc_trim(0);
        m_out.insert(QStringLiteral("steps"), m_steps);
        note("steps_mib", static_cast<double>(bench::privateMemoryKiB() - before) / 1024);
    }

    void sortAll()
    {
        const playlist::RowList before = editor().document().wanted();
        QElapsedTimer clock;
        m_stalls.start();
        clock.start();
        m_bench.workspace().page().view().clearSelection();
        bench::runFor(std::chrono::milliseconds(20));
        m_bench.commands().action(ui::CommandId::SortByTitle)->trigger();
        bench::runUntil([&] { return editor().document().wanted() != before; });
        note("sort_shown", static_cast<double>(clock.nsecsElapsed()) / 1e6);
        bench::runUntil([&] { return editor().saveStatus().callsDone > 3 || !editor().hasUnsavedEdits(); });
        bench::runFor(std::chrono::milliseconds(500));
        note("sort_stall", m_stalls.stop());
    }

    QTemporaryDir m_folder;
    store::Store m_store{store::StoreOptions{.path = m_folder.filePath(QStringLiteral("bench.sqlite"))}};
    bench::BenchService m_service;
    mutable bench::BenchWindow m_bench;
    bench::StallWatch m_stalls;
    const int m_steps;
    QJsonObject m_out;
};

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("DISPLAY") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    bench::BenchOptions options;
    options.addNumber("items", "Rows of the playlist.", 10'000).addNumber("steps", "Steps of undo.", 1'000);
    options.process(app);
    ui::initResources();
    const ui::Theme theme(app);

    const QJsonObject line = Edits(options.number("items"), options.number("steps")).measure();
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    return 0;
}
