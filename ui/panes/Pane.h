// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/SpotifyLinks.h"
#include "app/web/Values.h"

#include <QWidget>

#include <memory>
#include <vector>

class QFrame;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace segue::models
{
class LikedTracks;
}
namespace segue::playlist
{
class Editor;
}

namespace segue::ui
{

class Commands;
class CopyActions;
class DuplicateGuard;
class LinkAdder;
class LinkReads;
class MakerMessages;
class MergeActions;
class MessageArea;
class OpenPlaylists;
class Player;
class PlaylistPage;
class Settings;
class TrackActions;
class TrackView;
struct Account;
struct DialogSeams;
struct OpenPlaylist;

/// One side of the centre: a playlist with the verbs on its tracks, or a sentence where none is shown. GUI thread.
class Pane : public QWidget
{
    Q_OBJECT

public:
    /// What it works with; all must outlive it.
    struct Services {
        const Account &account;
        Commands &commands;
        const DialogSeams &seams;
        Settings &settings;
        OpenPlaylists &open;
        MakerMessages &maker;
        LinkReads &reads;
        DuplicateGuard &guard;
        MessageArea &messages;      ///< of the whole window
        Player *player;             ///< null: nothing can be played
        models::LikedTracks *liked; ///< null: the account has no such thing
    };
    explicit Pane(const Services &services, QWidget *parent = nullptr);
    ~Pane() override;

    /// Holds it open for as long as it is shown. Null shows the hint.
    void setOpen(OpenPlaylist *open);
    /// Of the playlist that is shown, or null.
    [[nodiscard]] playlist::Editor *editor() const;
    /// Empty when none is shown.
    [[nodiscard]] QString playlistId() const;
    /// What stands there when no playlist is shown.
    void setHint(const QString &text);

    /// Whether the window's commands mean this pane; see PlaylistPage::setActive().
    void setActive(bool active);
    /// Whether there is another one beside it: then it shows whether it is the active one, and can be closed.
    void setBeside(bool beside);
    /// Takes the keyboard to where one would go on working.
    void takeFocus() const;

    /// Adds them behind the selected rows; says why where that cannot be.
    void add(const QList<web::MediumPtr> &media) const;
    /// The same with everything that is behind pages on open.spotify.com.
    void addLinks(const QList<QUrl> &links) const;
    /// Of the selected rows, without those that Spotify has nothing to tell about.
    [[nodiscard]] QList<web::MediumPtr> selectedMedia() const;
    /// Selects the rows at these positions, as far as the list has them.
    void select(const std::vector<int> &positions) const;

    [[nodiscard]] PlaylistPage &page() const { return *m_page; }
    [[nodiscard]] TrackView &view() const;
    [[nodiscard]] CopyActions &copyActions() const { return *m_copy; }
    [[nodiscard]] MergeActions &mergeActions() const { return *m_merge; }
    /// After it has become known what may be edited.
    void updateVerbs();

Q_SIGNALS:
    void closeRequested();
    void showRequested(const QString &playlistId);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHintPage();
    void paintMark();
    void readLinks(const QList<web::SpotifyLink> &links, int before);

    bool m_active = true;
    QFrame *m_mark; ///< the line on top of the active one of two
    QStackedWidget *m_stack;
    QLabel *m_hint;
    QToolButton *m_closeHint;
    PlaylistPage *m_page;
    TrackActions *m_trackActions;
    LinkAdder *m_links;
    CopyActions *m_copy;
    MergeActions *m_merge;
    std::shared_ptr<void> m_hold; ///< keeps what is shown from being closed
};

} // namespace segue::ui
