// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <vector>

namespace segue::models
{
class Library;
}

namespace segue::ui
{

class MessageArea;
class OpenPlaylists;
class Panes;
class Settings;

/// Which playlists the window shows: puts them into panes, finds rows in them, and remembers them for the next start.
/// GUI thread.
class ShownPlaylists : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    ShownPlaylists(const models::Library &library, OpenPlaylists &open, Panes &panes, Settings &settings,
                   MessageArea &messages, QObject *parent = nullptr);

    /// In the active pane, unless the other one shows it already; nothing for a playlist that the library does not
    /// know.
    void show(const QString &playlistId);
    /// In the other pane, which is there from then on.
    void showBeside(const QString &playlistId);
    /// When the library has been read: `wanted` (id or name), else what was shown last time, else its first one.
    void showFirst(const QString &wanted);
    /// Selects the rows at these positions, when the playlist is shown.
    void select(const QString &playlistId, const std::vector<int> &positions);
    /// Shows the playlist, and once it is read, where it has this track; its rows at these positions, for entries that
    /// have no URI.
    void showTrack(const QString &playlistId, const QString &uri, const std::vector<int> &positions);
    /// Takes it off the screen and closes it.
    void forget(const QString &playlistId);
    /// The next start shows the same again.
    void remember();

Q_SIGNALS:
    /// A pane is about to let go of its playlist.
    void leaving();
    /// A pane shows another playlist now, or none.
    void changed();

private:
    [[nodiscard]] QString idOf(const QString &idOrName) const;

    const models::Library &m_library;
    OpenPlaylists &m_open;
    Panes &m_panes;
    Settings &m_settings;
    MessageArea &m_messages;
};

} // namespace segue::ui
