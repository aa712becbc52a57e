// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace segue::models
{
class Library;
}

namespace segue::ui
{

class MessageArea;
class OpenPlaylists;
class Panes;

/// Tells of playlists that are not on the screen and ask how their new order is to be saved, where nobody would see it.
/// GUI thread.
class WaitingChoices : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    WaitingChoices(const models::Library &library, const OpenPlaylists &open, const Panes &panes, MessageArea &messages,
                   QObject *parent = nullptr);

    /// After other playlists are on the screen.
    void update();

Q_SIGNALS:
    void showRequested(const QString &playlistId);

private:
    const models::Library &m_library;
    const OpenPlaylists &m_open;
    const Panes &m_panes;
    MessageArea &m_messages;
    QStringList m_told; ///< playlists that a message asks to look at
};

} // namespace segue::ui
