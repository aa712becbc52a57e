// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Values.h"
#include "ui/arrange/ListVerbs.h"

#include <QList>
#include <QStringList>

namespace segue::ui
{

class Player;

/// Plays what a list shows: from the first selected row on, or the selected rows after what is playing. Where Spotify
/// has the list as it is shown, the playlist itself is played from there; else what is shown, as a list of its own.
class PlayActions : public ListVerbs
{
    Q_OBJECT

public:
    /// A null player: nothing can be played. All must outlive this.
    PlayActions(Commands &commands, PlaylistPage &page, Player *player, QObject *parent = nullptr);

protected:
    void update() override;

private:
    [[nodiscard]] QString reasonAgainstPlaying() const;
    /// Of the rows at these positions that can be played.
    [[nodiscard]] QList<web::MediumPtr> playableAt(const std::vector<int> &positions) const;
    [[nodiscard]] QStringList urisAt(const std::vector<int> &positions) const;
    void playFromHere();
    void addToQueue();

    Player *m_player;
};

} // namespace segue::ui
