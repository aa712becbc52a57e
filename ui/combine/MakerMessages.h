// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"
#include "ui/MessageArea.h"
#include "ui/combine/PlaylistMaker.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <vector>

namespace segue::ui
{

class DetailsDialog;

/// A playlist to be made, and what is to be said of it.
struct MakeWish {
    web::PlaylistDetails details;
    QList<web::MediumPtr> media;
    QString leftOut; ///< a sentence; empty when nothing was
    QString notLost; ///< a sentence for the case that it fails; may be empty
    /// Called once Spotify has these of `media` (see PlaylistMaker::Steps): does what is left to do, says how it went.
    std::function<Message(const web::Playlist &playlist, const std::vector<int> &arrived)> done;
    /// Asked for the details: is accepted, or shows the error. May be null, or go before.
    QPointer<DetailsDialog> dialog;
};

/// Makes playlists, and tells of it in a message each, with a way there, or a way to try again. GUI thread.
class MakerMessages : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    MakerMessages(PlaylistMaker &maker, MessageArea &messages, QObject *parent = nullptr);

    void make(const MakeWish &wish);

Q_SIGNALS:
    void showRequested(const QString &playlistId);

private:
    void tellFailed(const QString &id, const MakeWish &wish, const MakeFailure &failure);
    void tellDone(const QString &id, const MakeWish &wish, const web::Playlist &playlist,
                  const std::vector<int> &arrived);
    [[nodiscard]] Message::Action showAction(const QString &playlistId);

    PlaylistMaker &m_maker;
    MessageArea &m_messages;
    int m_number = 0; ///< several may be under way; none must hide how another went
};

} // namespace segue::ui
