// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/DuplicateGuard.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/Commands.h"
#include "ui/MessageArea.h"
#include "ui/Settings.h"
#include "ui/playlist/OpenPlaylists.h"

#include <QSet>

namespace segue::ui
{

namespace
{

QList<web::MediumPtr> missingIn(const playlist::Document &document, const QList<web::MediumPtr> &media)
{
    QSet<QString> there;
    for (const playlist::RowId row : document.wanted())
        there.insert(document.row(row).uri());
    QList<web::MediumPtr> missing;
    for (const web::MediumPtr &medium : media) {
        if (!there.contains(medium->uri))
            missing.append(medium);
    }
    return missing;
}

} // namespace

DuplicateGuard::DuplicateGuard(Settings &settings, MessageArea &messages, OpenPlaylists *open, QObject *parent)
    : QObject(parent), m_settings(settings), m_messages(messages), m_open(open)
{
}

QString DuplicateGuard::messageIdOf(const QString &playlistId)
{
    return QStringLiteral("duplicates-") + playlistId;
}

void DuplicateGuard::ask(const playlist::Editor &editor, const QList<web::MediumPtr> &media, const Add &add)
{
    if (!m_settings.value(setting::askAboutDuplicates) || missingIn(editor.document(), media).size() == media.size()) {
        add(media);
        return;
    }
    const QString id = editor.details().id;
    m_questions[id].append({.editor = &editor,
                            .hold = m_open ? m_open->hold(editor.details()).hold : nullptr,
                            .media = media,
                            .add = add});
    connect(&editor, &QObject::destroyed, this, [this, id] { showFirst(id); });
    if (m_questions[id].size() == 1 || !m_messages.bar(messageIdOf(id)))
        showFirst(id);
}

void DuplicateGuard::showFirst(const QString &playlistId)
{
    while (!m_questions.value(playlistId).isEmpty()) {
        const Question first = m_questions[playlistId].constFirst();
        if (first.editor) {
            const QList<web::MediumPtr> missing = missingIn(first.editor->document(), first.media);
            if (missing.size() < first.media.size()) {
                show(playlistId, first, missing);
                return;
            }
        }
        m_questions[playlistId].removeFirst();
        if (first.editor)
            first.add(first.media);
    }
    m_questions.remove(playlistId);
    m_messages.close(messageIdOf(playlistId));
}

void DuplicateGuard::show(const QString &playlistId, const Question &question, const QList<web::MediumPtr> &missing)
{
    const QString &name = question.editor->details().name;
    const QList<web::MediumPtr> &media = question.media;
    const auto answering = [this, playlistId](const QList<web::MediumPtr> &wanted) {
        return [this, playlistId, wanted] { answer(playlistId, wanted); };
    };
    Message message;
    message.closable = false; // that would be a second way to cancel
    if (missing.isEmpty()) {
        message.text = media.size() == 1 ? tr("“%1” has this track already.").arg(name)
                                         : tr("“%1” has all of these tracks already.").arg(name);
    } else {
        const auto count = static_cast<int>(missing.size());
        message.text =
            tr("“%1” has %n of these tracks already.", nullptr, static_cast<int>(media.size()) - count).arg(name);
        message.actions.append(
            {count == 1 ? tr("Add the one that is missing") : tr("Add the %Ln that are missing", nullptr, count),
             answering(missing)});
    }
    message.actions.append({media.size() == 1 ? tr("Add it again") : tr("Add all"), answering(media)});
    message.actions.append({tr("Cancel"), answering({})});
    m_messages.show(messageIdOf(playlistId), message);
}

void DuplicateGuard::answer(const QString &playlistId, const QList<web::MediumPtr> &wanted)
{
    if (m_questions.value(playlistId).isEmpty())
        return;
    const Question answered = m_questions[playlistId].takeFirst();
    if (!wanted.isEmpty() && answered.editor)
        answered.add(wanted);
    showFirst(playlistId);
}

void DuplicateGuard::wire(Commands &commands, Settings &settings)
{
    QAction *ask = commands.action(CommandId::AskAboutDuplicates);
    ask->setCheckable(true);
    ask->setChecked(settings.value(setting::askAboutDuplicates));
    connect(ask, &QAction::triggered, ask,
            [&settings](bool checked) { settings.set(setting::askAboutDuplicates, checked); });
}

} // namespace segue::ui
