// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"

#include <QWidget>

#include <chrono>
#include <optional>

class QLabel;
class QToolButton;

namespace segue::models
{
class ArtworkCache;
}

namespace segue::ui
{

class Commands;
class CoverButton;
class ElidedLabel;

/// What is above a track list: cover, name, description, and what there is to know at a glance.
class PlaylistHeader : public QWidget
{
    Q_OBJECT

public:
    PlaylistHeader(models::ArtworkCache &artwork, const Commands &commands, QWidget *parent = nullptr);

    void setPlaylist(const web::Playlist &playlist, const QString &userId);
    /// Empty: may be edited. Otherwise a copy is offered, where one can be made.
    void setReadOnlyReason(const QString &reason);
    /// Whether it is in the user's library; nothing for one's own, which always is.
    void setFollowed(std::optional<bool> followed);
    /// Whether there is a button that closes the playlist.
    void setClosable(bool closable);
    /// `items` −1: not known yet; no length as long as not everything has been read.
    void setTotals(int items, std::optional<std::chrono::milliseconds> length);

    [[nodiscard]] CoverButton &cover() const { return *m_cover; }
    [[nodiscard]] QString titleText() const;
    [[nodiscard]] QString factsText() const;

Q_SIGNALS:
    void closeRequested();
    /// The heart was pressed.
    void followRequested(bool follow);
    /// The name of somebody else, whose playlist it is, was pressed.
    void ownerRequested(const QString &userId, const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void describe();

    web::Playlist m_playlist;
    QString m_userId;
    int m_items = -1;
    std::optional<bool> m_followed;
    std::optional<std::chrono::milliseconds> m_length;
    CoverButton *m_cover;
    ElidedLabel *m_title;
    ElidedLabel *m_description;
    QToolButton *m_owner; ///< in the place of their name among the facts, when they are somebody else
    ElidedLabel *m_facts;
    QWidget *m_badge;
    QLabel *m_badgeIcon;
    QLabel *m_badgeText;
    QToolButton *m_copy;
    QToolButton *m_follow;
    QToolButton *m_edit;
    QToolButton *m_openInSpotify;
    QToolButton *m_close;
};

} // namespace segue::ui
