// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Commands.h"

#include <QObject>

class QMenu;

namespace segue::models
{
class LikedTracks;
}

namespace segue::ui
{

class Player;
class SourcePanel;

/// The verbs on tracks, on what is selected in the panel of sources: the keys of the playlists' verbs while its list
/// has the focus, and "Save to Liked Songs" in its menu. GUI thread.
class SourceVerbs : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this. Null `player`: nothing can be played; null `liked`: nothing can be saved.
    SourceVerbs(SourcePanel &panel, const Commands &commands, const Player *player, models::LikedTracks *liked,
                QObject *parent = nullptr);

private:
    /// The keys of the command, in the list alone.
    template <typename Slot>
    void wire(const Commands &commands, CommandId id, Slot slot);
    /// Says what is known, also while the menu is open, and does what it says.
    void addLike(QMenu &menu);
    [[nodiscard]] QStringList selectedUris() const;

    SourcePanel &m_panel;
    models::LikedTracks *m_liked;
};

} // namespace segue::ui
