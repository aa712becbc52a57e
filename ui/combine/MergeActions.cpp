// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/combine/MergeActions.h"

#include "app/models/Library.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/Commands.h"
#include "ui/MessageArea.h"
#include "ui/combine/Addable.h"
#include "ui/combine/MakerMessages.h"
#include "ui/playlist/OpenPlaylists.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/playlist/WhenRead.h"

#include <QHash>
#include <QLocale>
#include <QPointer>

#include <algorithm>

namespace segue::ui
{

using playlist::Document;
using playlist::Editor;
using playlist::MergeResult;

namespace
{

const QString messageId = QStringLiteral("merge");

Error gone(const QString &sentence)
{
    return {.kind = ErrorKind::NotFound, .userText = sentence};
}

} // namespace

struct MergeActions::Job {
    QString targetId;
    MergeChoice choice;
    QStringList ids;                ///< the target first
    std::vector<HeldPlaylist> held; ///< as many of `ids` as have been read, and the one that is being read
    QPointer<QObject> reading;      ///< what waits for that one; none once the job has ended
};

MergeActions::MergeActions(Commands &commands, PlaylistPage &page, const Services &services, QObject *parent)
    : ListVerbs(commands, page, parent), m_services(services)
{
    wire(CommandId::MergePlaylists, [this] { ask(); });
}

QString MergeActions::reasonAgainstMerging() const
{
    if (!editor())
        return tr("No playlist is shown.");
    return editor()->details().itemsReadable ? QString() : editor()->readOnlyReason();
}

void MergeActions::update()
{
    commands().setPossible(CommandId::MergePlaylists, reasonAgainstMerging());
}

void MergeActions::ask()
{
    if (!reasonAgainstMerging().isEmpty())
        return;
    const web::Playlist target = editor()->details();
    const Document &document = editor()->document();
    const auto line = [this](const web::Playlist &playlist) {
        const bool own = playlist.ownerId == m_services.library.user().id;
        return MergeDialog::Playlist{.id = playlist.id,
                                     .name = playlist.name,
                                     .ownerName = own ? QString() : playlist.ownerName,
                                     .itemCount = playlist.itemCount,
                                     .reason = {}};
    };
    MergeDialog::Playlist into = line(target);
    into.reason = editor()->readOnlyReason();
    if (document.isComplete())
        into.itemCount = document.size();
    // As the side bar has them.
    QList<web::Playlist> all = m_services.library.playlists();
    std::stable_sort(all.begin(), all.end(), [this](const web::Playlist &a, const web::Playlist &b) {
        return m_services.library.groupOf(a) < m_services.library.groupOf(b);
    });
    QList<MergeDialog::Playlist> others;
    for (const web::Playlist &each : all) {
        if (each.id == target.id)
            continue;
        others.append(line(each));
        if (!each.itemsReadable)
            others.last().reason =
                tr("Spotify does not let this app read the tracks of %1’s playlist.").arg(each.ownerName);
    }
    auto *dialog = new MergeDialog(into, others, page().window());
    connect(dialog, &MergeDialog::submitted, this,
            [this, id = target.id](const MergeChoice &choice) { start(id, choice); });
    dialog->open();
}

void MergeActions::start(const QString &targetId, const MergeChoice &choice)
{
    auto job = std::make_shared<Job>();
    job->targetId = targetId;
    job->choice = choice;
    job->ids = QStringList{targetId} + choice.playlistIds;
    job->reading = new QObject(this);
    readNext(job);
}

void MergeActions::readNext(const JobPtr &job)
{
    while (static_cast<qsizetype>(job->held.size()) < job->ids.size()) {
        const auto number = static_cast<qsizetype>(job->held.size());
        const web::Playlist *known = m_services.library.find(job->ids.at(number));
        if (!known) {
            fail(job, messageOf(gone(tr("One of the playlists is no longer in your library."))));
            return;
        }
        const web::Playlist playlist = *known;
        job->held.push_back(m_services.open.hold(playlist));
        Editor &editor = *job->held.back().editor;
        if (editor.document().isComplete())
            continue;
        m_services.messages.show(messageId, {.text = tr("Reading “%1” (%2 of %3)…")
                                                         .arg(playlist.name, QLocale().toString(number + 1),
                                                              QLocale().toString(job->ids.size())),
                                             .actions = {{tr("Cancel"), [job] { delete job->reading; }}},
                                             .closable = false});
        // Later: the window may be going, and its messages with it.
        connect(
            &editor, &QObject::destroyed, job->reading,
            [this, job, name = playlist.name] {
                fail(job, messageOf(gone(tr("“%1” is no longer in your library.").arg(name))));
            },
            Qt::QueuedConnection);
        whenRead(editor, job->reading, [this, job, name = playlist.name](const std::optional<Error> &error) {
            if (!error) {
                readNext(job);
                return;
            }
            Message message = messageOf(*error);
            message.text = tr("“%1” could not be read. %2").arg(name, error->userText);
            message.actions = {{tr("Try again"), [this, job] { start(job->targetId, job->choice); }}};
            fail(job, message);
        });
        return;
    }
    merge(job);
}

void MergeActions::end(Job &job)
{
    if (job.reading)
        job.reading->deleteLater(); // not at once: it may be what called
    job.reading.clear();
}

void MergeActions::fail(const JobPtr &job, Message message)
{
    end(*job);
    message.severity = Message::Severity::Error;
    message.text += u' ' + tr("Nothing was changed.");
    m_services.messages.show(messageId, message);
}

void MergeActions::merge(const JobPtr &job)
{
    end(*job);
    m_services.messages.close(messageId);
    const bool intoNew = job->choice.intoNew;
    std::vector<playlist::MergeSource> sources;
    Addable leftOut;
    for (const HeldPlaylist &held : job->held) {
        if (!held.editor) {
            fail(job, messageOf(gone(tr("One of the playlists is no longer in your library."))));
            return;
        }
        const Document &document = held.editor->document();
        const auto row = [&document](playlist::RowId id) -> const playlist::Row & { return document.row(id); };
        sources.push_back({.list = document.wanted(), .row = row});
        if (intoNew || sources.size() > 1) {
            const Addable here = addableOf(document.wanted(), row);
            leftOut.localFiles += here.localFiles;
            leftOut.gone += here.gone;
        }
    }
    const MergeResult result = playlist::mergePlaylists(
        sources, {.order = job->choice.order, .intoFirst = !intoNew, .skipPresent = job->choice.skipPresent});
    if (static_cast<qsizetype>(result.rows.size()) > web::maxPlaylistItems) {
        fail(job, {.text = tr("Together these are %1 tracks. A playlist can have %2.")
                               .arg(QLocale().toString(static_cast<qlonglong>(result.rows.size())),
                                    QLocale().toString(web::maxPlaylistItems))});
        return;
    }
    QStringList sentences;
    if (result.present > 0)
        sentences.append(tr("Left out as already there: %Ln track(s).", nullptr, result.present));
    sentences.append(leftOut.leftOutText());
    sentences.removeAll(QString());
    if (!intoNew) {
        mergeIntoTarget(job, result, sentences.join(u' '));
        return;
    }
    QList<web::MediumPtr> media;
    for (const playlist::MergedRow &row : result.rows)
        media.append(sources[static_cast<std::size_t>(row.source)].row(row.row).entry.medium);
    mergeIntoNew(job, media, sentences.join(u' '));
}

void MergeActions::mergeIntoNew(const JobPtr &job, const QList<web::MediumPtr> &media, const QString &leftOut)
{
    if (media.isEmpty()) {
        fail(job,
             {.text =
                  QString(tr("There is nothing that could be added to a new playlist.") + u' ' + leftOut).trimmed()});
        return;
    }
    m_services.maker.make(
        {.details = PlaylistMaker::detailsOf(job->choice.newName),
         .media = media,
         .leftOut = leftOut,
         .notLost = {},
         .done =
             [count = job->ids.size()](const web::Playlist &playlist, const std::vector<int> &arrived) {
                 return Message{.text = tr("Merged %1 playlists into “%2”: %3.")
                                            .arg(QLocale().toString(count), playlist.name,
                                                 tr("%Ln track(s)", nullptr, static_cast<int>(arrived.size())))};
             },
         .dialog = {}});
}

void MergeActions::mergeIntoTarget(const JobPtr &job, const MergeResult &result, const QString &leftOut)
{
    Editor &target = *job->held.front().editor;
    const playlist::RowList &wanted = target.document().wanted();
    QHash<playlist::RowId, int> places;
    for (std::size_t i = 0; i < wanted.size(); ++i)
        places.insert(wanted[i], static_cast<int>(i));
    QList<Editor::ListedRow> rows;
    std::vector<int> come;
    for (const playlist::MergedRow &row : result.rows) {
        if (row.source == 0) {
            rows.append({.position = places.value(row.row), .medium = nullptr});
            continue;
        }
        const Editor &source = *job->held[static_cast<std::size_t>(row.source)].editor;
        come.push_back(static_cast<int>(rows.size()));
        rows.append({.position = -1, .medium = source.document().row(row.row).entry.medium});
    }
    if (come.empty()) {
        m_services.messages.show(
            messageId,
            {.severity = Message::Severity::Info,
             .text = QString(tr("There is nothing to add to “%1”.").arg(target.details().name) + u' ' + leftOut)
                         .trimmed()});
        return;
    }
    if (const QString reason = target.readOnlyReason(); !reason.isEmpty())
        fail(job, {.text = reason});
    else if (target.restore(rows, tr("Merge %n playlist(s)", nullptr, static_cast<int>(job->ids.size()))))
        tellMerged(job, come, leftOut);
}

void MergeActions::tellMerged(const JobPtr &job, const std::vector<int> &positions, const QString &leftOut)
{
    Editor &target = *job->held.front().editor;
    Message message{
        .text =
            tr("Added %Ln track(s) to “%1”.", nullptr, static_cast<int>(positions.size())).arg(target.details().name)};
    if (!leftOut.isEmpty())
        message.text += u' ' + leftOut;
    message.actions = {
        {tr("Show"), [this, id = job->targetId] { Q_EMIT showRequested(id); }},
        {tr("Undo"),
         [editor = QPointer<Editor>(&target), step = target.undoStack().index()] {
             // Only while it is the last thing that was done there.
             if (editor && editor->undoStack().index() == step)
                 editor->undoStack().undo();
         }},
    };
    m_services.messages.show(messageId, message);
    Q_EMIT selectRequested(job->targetId, positions);
}

} // namespace segue::ui
