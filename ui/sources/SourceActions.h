// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Account.h"

#include <QObject>
#include <QString>

class QSplitter;

namespace segue
{
struct Error;
}
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
class LinkOpener;
class MessageArea;
class Panes;
class Player;
class PresentTracks;
class Settings;
class SourcePanel;
struct DialogSeams;

/// The panel of sources beside the playlists: shows and hides it, and takes what the user chose there to where it goes.
/// GUI thread.
class SourceActions : public QObject
{
    Q_OBJECT

public:
    /// What it works with; all must outlive it.
    struct Services {
        const Account &account; ///< with a catalogue
        Commands &commands;
        const DialogSeams &seams;
        Settings &settings;
        Panes &panes;
        LinkOpener &links;
        MessageArea &messages;
        Player *player;             ///< null: nothing can be played
        models::LikedTracks *liked; ///< null: nothing can be saved
    };
    /// The panel becomes the splitter's last part, shown if it was last time.
    SourceActions(const Services &services, QSplitter &splitter, QObject *parent = nullptr);

    [[nodiscard]] SourcePanel &panel() const { return *m_panel; }
    /// The playlist to which tracks are added: what it has is marked. Null for none.
    void setEditor(playlist::Editor *editor);
    /// Shows the panel with the playlists of somebody.
    void showUser(const QString &id, const QString &name);

private:
    void setShown(bool shown);
    void tell(const Error &error);

    Settings &m_settings;
    Panes &m_panes;
    MessageArea &m_messages;
    SourcePanel *m_panel;
    PresentTracks *m_present;
};

} // namespace segue::ui
