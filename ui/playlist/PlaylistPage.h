// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/playlist/sync/SaveWay.h"

#include <QTimer>
#include <QWidget>

namespace segue::ui
{

class Commands;
class MessageArea;
class SaveChoiceBar;
class PlaylistHeader;
class TrackView;
struct Account;
struct OpenPlaylist;

/// Header, messages and tracks of the playlist that is shown, and what they say about reading and refusals. Verbs are
/// elsewhere (TrackActions, PlaylistActions).
class PlaylistPage : public QWidget
{
    Q_OBJECT

public:
    PlaylistPage(const Account &account, const Commands &commands, QWidget *parent = nullptr);
    ~PlaylistPage() override;

    /// Null shows nothing. Must be called again before the one that is shown goes.
    void setOpen(OpenPlaylist *open);
    [[nodiscard]] OpenPlaylist *open() const { return m_open; }

    /// Whether the window's commands mean this page; from the start they do.
    void setActive(bool active);
    [[nodiscard]] bool isActive() const { return m_active; }

    [[nodiscard]] PlaylistHeader &header() const { return *m_header; }
    [[nodiscard]] SaveChoiceBar &saveChoice() const { return *m_saveChoice; }
    [[nodiscard]] MessageArea &messages() const { return *m_messages; }
    [[nodiscard]] TrackView &view() const { return *m_view; }

Q_SIGNALS:
    /// open() is another one, or none.
    void openChanged();
    void activeChanged(bool active);
    /// The user chose how to save from now on, not only this time.
    void saveWayRemembered(segue::playlist::SaveWay way);
    /// The user wants back what Spotify has.
    void discardRequested();
    /// The user wants to see how the list came to be as it is.
    void historyRequested(const QString &playlistId);
    /// An error whose remedy is signing in again.
    void signInNeeded(const segue::Error &error);

private:
    void connectTo(OpenPlaylist &open);
    void showDetails();
    void showFollowed();
    void showTotals();
    void showEmptyText();
    void showLoadError(const Error &error);
    void showRefusal(const Error &error, const QString &what);
    void showSaveChoice();
    void showMerge(int added, int removed, int moved);

    const Account &m_account;
    OpenPlaylist *m_open = nullptr;
    bool m_active = true;
    PlaylistHeader *m_header;
    MessageArea *m_messages;
    SaveChoiceBar *m_saveChoice;
    TrackView *m_view;
    QTimer m_totalsTimer; ///< once per turn, not once per page of a long list
};

} // namespace segue::ui
