// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/combine/PlaylistMaker.h"

#include "app/models/Library.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/playlist/OpenPlaylists.h"
#include "ui/playlist/TrackAdder.h"

#include <QPointer>
#include <QSet>

#include <utility>

namespace segue::ui
{

using playlist::Editor;
using playlist::RowId;
using playlist::RowList;
using Step = MakeFailure::Step;

struct PlaylistMaker::Task {
    web::PlaylistDetails details;
    QList<web::MediumPtr> media;
    QPointer<QObject> context;
    Steps steps;
    std::optional<web::Playlist> playlist;
    HeldPlaylist held;
    std::shared_ptr<void> telling; ///< see OpenPlaylists::tellRefusals()
    RowList rows;                  ///< of the media, in held.editor, once they have been added

    template <typename Callback, typename... Arguments>
    void call(const Callback &callback, const Arguments &...arguments) const
    {
        if (context && callback)
            callback(arguments...);
    }
};

PlaylistMaker::PlaylistMaker(models::Library &library, OpenPlaylists &open, QObject *parent)
    : QObject(parent), m_library(library), m_open(open)
{
}

web::PlaylistDetails PlaylistMaker::detailsOf(const QString &name, const QString &description)
{
    web::PlaylistDetails details{
        .name = name.simplified().left(web::maxNameLength), .onProfile = false, .collaborative = false};
    // An empty one is refused.
    if (const QString text = description.simplified().left(web::maxDescriptionLength); !text.isEmpty())
        details.description = text;
    return details;
}

void PlaylistMaker::make(const web::PlaylistDetails &details, const QList<web::MediumPtr> &media, QObject *context,
                         Steps steps)
{
    auto task = std::make_shared<Task>();
    task->details = details;
    task->media = media;
    task->context = context;
    task->steps = std::move(steps);
    make(task);
}

void PlaylistMaker::add(const web::Playlist &playlist, const QList<web::MediumPtr> &media, QObject *context,
                        Steps steps)
{
    auto task = std::make_shared<Task>();
    task->media = media;
    task->context = context;
    task->steps = std::move(steps);
    task->playlist = playlist;
    add(task);
}

void PlaylistMaker::make(const TaskPtr &task)
{
    m_library.create(task->details, this, [this, task](const Result<web::Playlist> &result) {
        if (!result) {
            fail(task,
                 {.step = Step::Make, .error = result.error(), .playlist = std::nullopt, .tryAgain = [this, task] {
                      make(task);
                  }});
            return;
        }
        task->playlist = *result;
        task->call(task->steps.made, *result);
        add(task);
    });
}

void PlaylistMaker::add(const TaskPtr &task)
{
    const HeldPlaylist before = std::exchange(task->held, m_open.hold(*task->playlist));
    Editor *editor = task->held.editor;
    if (before.editor != editor)
        task->rows.clear(); // row ids mean nothing in another editor
    if (task->context && task->steps.failed)
        task->telling = m_open.tellRefusals(*editor);

    // What was refused and is tried again may be there in part, or be in the list again by the user's hand.
    const RowList &wanted = editor->document().wanted();
    const QSet<RowId> there(wanted.begin(), wanted.end());
    std::vector<std::size_t> missing;
    QList<web::MediumPtr> media;
    for (std::size_t i = 0; i < static_cast<std::size_t>(task->media.size()); ++i) {
        if (i < task->rows.size() && there.contains(task->rows[i]))
            continue;
        missing.push_back(i);
        media.append(task->media.at(static_cast<qsizetype>(i)));
    }
    if (media.isEmpty()) {
        waitUntilSaved(task);
        return;
    }
    task->rows.resize(static_cast<std::size_t>(task->media.size()));

    auto *adder = new TrackAdder(*editor, media);
    connect(adder, &TrackAdder::added, this, [this, task, editor, missing](int count) {
        const RowList &now = editor->document().wanted();
        const std::size_t first = now.size() - static_cast<std::size_t>(count);
        for (std::size_t i = 0; i < missing.size(); ++i)
            task->rows[missing[i]] = now[first + i];
        task->call(task->steps.added, *task->playlist, static_cast<int>(first), count);
        waitUntilSaved(task);
    });
    connect(adder, &TrackAdder::failed, this, [this, task](const Error &error) {
        fail(task,
             {.step = Step::Add, .error = error, .playlist = task->playlist, .tryAgain = [this, task] { add(task); }});
    });
    adder->start();
}

void PlaylistMaker::waitUntilSaved(const TaskPtr &task)
{
    Editor *editor = task->held.editor;
    auto *waiting = new QObject(editor);
    const auto refusal = std::make_shared<std::optional<Error>>();
    // Comes before the list on screen goes back to what Spotify has: judged only once both are the same again.
    connect(editor, &Editor::refused, waiting, [refusal](const Error &error) { *refusal = error; });
    const auto check = [this, task, editor, waiting, refusal] {
        if (editor->hasUnsavedEdits() || editor->saveStatus().state != playlist::SaveStatus::State::Saved)
            return;
        editor->disconnect(waiting);
        waiting->deleteLater();
        // Not from within the editor's own signal: what follows may edit it, or close it.
        QMetaObject::invokeMethod(
            this, [this, task, refusal] { finish(task, *refusal); }, Qt::QueuedConnection);
    };
    connect(editor, &Editor::saveStatusChanged, waiting, check);
    check();
}

void PlaylistMaker::finish(const TaskPtr &task, const std::optional<Error> &refusal)
{
    if (!task->held.editor)
        return;
    const RowList &server = task->held.editor->document().server();
    const QSet<RowId> there(server.begin(), server.end());
    std::vector<int> arrived;
    for (std::size_t i = 0; i < task->rows.size(); ++i) {
        if (there.contains(task->rows[i]))
            arrived.push_back(static_cast<int>(i));
    }
    if (refusal && arrived.size() < task->rows.size()) {
        fail(task, {.step = Step::Save, .error = *refusal, .playlist = task->playlist, .tryAgain = [this, task] {
                        // What else was refused along with them comes back, too: nobody else offers that.
                        if (task->held.editor)
                            task->held.editor->retryRefused();
                        add(task);
                    }});
        return;
    }
    task->held = {};
    stopTelling(task);
    task->call(task->steps.saved, *task->playlist, arrived);
}

void PlaylistMaker::stopTelling(const TaskPtr &task)
{
    // Not from within the signal that tells of a refusal: the page may be told after this.
    QMetaObject::invokeMethod(
        this, [telling = std::exchange(task->telling, nullptr)] {}, Qt::QueuedConnection);
}

void PlaylistMaker::fail(const TaskPtr &task, const MakeFailure &failure)
{
    stopTelling(task);
    task->call(task->steps.failed, failure);
}

} // namespace segue::ui
