// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/DuplicateGuard.h"

#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "ui/Commands.h"
#include "ui/MessageArea.h"
#include "ui/Settings.h"

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

DuplicateGuard::DuplicateGuard(Settings &settings, MessageArea &messages, QString messageId, QObject *parent)
    : QObject(parent), m_settings(settings), m_messages(messages), m_messageId(std::move(messageId))
{
}

void DuplicateGuard::ask(const playlist::Editor &editor, const QList<web::MediumPtr> &media, const Add &add)
{
    m_messages.close(m_messageId); // a question about other tracks
    if (!m_settings.value(setting::askAboutDuplicates)) {
        add(media);
        return;
    }
    const QList<web::MediumPtr> missing = missingIn(editor.document(), media);
    const int there = static_cast<int>(media.size() - missing.size());
    if (there == 0) {
        add(media);
        return;
    }
    const QString &name = editor.details().name;
    Message message;
    message.closable = false; // that would be a second way to cancel
    if (missing.isEmpty()) {
        message.text = media.size() == 1 ? tr("“%1” has this track already.").arg(name)
                                         : tr("“%1” has all of these tracks already.").arg(name);
    } else {
        message.text = tr("“%1” has %n of these tracks already.", nullptr, there).arg(name);
        message.actions.append(
            {tr("Add the missing %n", nullptr, static_cast<int>(missing.size())), [add, missing] { add(missing); }});
    }
    message.actions.append({media.size() == 1 ? tr("Add it again") : tr("Add all"), [add, media] { add(media); }});
    message.actions.append({tr("Cancel"), {}});
    m_messages.show(m_messageId, message);
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
