// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/combine/MakerMessages.h"

#include "ui/dialogs/DetailsDialog.h"

namespace segue::ui
{

using Step = MakeFailure::Step;

MakerMessages::MakerMessages(PlaylistMaker &maker, MessageArea &messages, QObject *parent)
    : QObject(parent), m_maker(maker), m_messages(messages)
{
}

Message::Action MakerMessages::showAction(const QString &playlistId)
{
    return {tr("Show"), [this, playlistId] { Q_EMIT showRequested(playlistId); }};
}

void MakerMessages::make(const MakeWish &wish)
{
    const QString id = QStringLiteral("made-%1").arg(++m_number);
    const QString name = wish.details.name.value_or(QString());
    m_messages.show(id, {.text = tr("Making “%1”…").arg(name)});
    const auto tellAdding = [this, id, wish](const web::Playlist &playlist) {
        m_messages.show(
            id,
            {.text =
                 tr("Adding %Ln track(s) to “%1”…", nullptr, static_cast<int>(wish.media.size())).arg(playlist.name),
             .actions = {showAction(playlist.id)}});
    };
    m_maker.make(wish.details, wish.media, this,
                 {.made =
                      [wish, tellAdding](const web::Playlist &playlist) {
                          if (wish.dialog)
                              wish.dialog->accept();
                          tellAdding(playlist);
                      },
                  .added = {},
                  .saved = [this, id, wish](const web::Playlist &playlist,
                                            const std::vector<int> &arrived) { tellDone(id, wish, playlist, arrived); },
                  .failed = [this, id, wish](const MakeFailure &failure) { tellFailed(id, wish, failure); }});
}

void MakerMessages::tellFailed(const QString &id, const MakeWish &wish, const MakeFailure &failure)
{
    if (failure.step == Step::Make && wish.dialog) {
        m_messages.close(id);
        wish.dialog->showError(failure.error);
        return;
    }
    Message message = messageOf(failure.error);
    message.severity = Message::Severity::Error;
    QStringList sentences;
    if (failure.step == Step::Make) {
        sentences = {tr("“%1” could not be made. %2").arg(*wish.details.name, failure.error.userText)};
        if (failure.error.leavesWriteInDoubt())
            sentences.append(tr("If it was made all the same, reading the library again (F5) shows it."));
    } else {
        sentences = {tr("The tracks could not be added to “%1”. %2").arg(*wish.details.name, failure.error.userText)};
    }
    sentences.append(wish.notLost);
    sentences.removeAll(QString());
    message.text = sentences.join(u' ');
    message.actions = {{tr("Try again"), failure.tryAgain}};
    if (failure.playlist)
        message.actions.append(showAction(failure.playlist->id));
    m_messages.show(id, message);
}

void MakerMessages::tellDone(const QString &id, const MakeWish &wish, const web::Playlist &playlist,
                             const std::vector<int> &arrived)
{
    Message message = wish.done(playlist, arrived);
    if (!wish.leftOut.isEmpty()) {
        message.severity = Message::Severity::Warning;
        message.text += u' ' + wish.leftOut;
    }
    message.actions.append(showAction(playlist.id));
    m_messages.show(id, message);
}

} // namespace segue::ui
