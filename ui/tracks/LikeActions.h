// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/arrange/ListVerbs.h"

#include <QStringList>

namespace segue::models
{
class LikedTracks;
}

namespace segue::ui
{

/// Liked Songs, from a list: shows in the column of hearts what is among them, and puts the selected tracks there or
/// takes them away. Asks Spotify for what is on screen only, and only while that column is.
class LikeActions : public ListVerbs
{
    Q_OBJECT

public:
    /// More are not changed at a time: Spotify takes some forty in a request.
    static constexpr int mostAtOnce = 500;

    /// Null `liked`: the account has no such thing. All must outlive this.
    LikeActions(Commands &commands, PlaylistPage &page, models::LikedTracks *liked, QObject *parent = nullptr);

protected:
    void update() override;

private:
    [[nodiscard]] QStringList tracksAt(const std::vector<int> &positions) const;
    [[nodiscard]] bool areLiked(const QStringList &uris) const;
    void ask();
    void toggleSelected();
    void toggleAt(int position);

    models::LikedTracks *m_liked;
};

} // namespace segue::ui
