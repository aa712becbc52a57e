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

/// Liked Songs and Your Episodes, from a list: shows in the column of hearts what is among them, and puts what is
/// selected there or takes it away, as was shown before: what looks as if it were not saved, or is unknown, is never
/// removed. Asks Spotify for what is selected, and for what is on screen while that column is.
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
    [[nodiscard]] QStringList urisAt(const std::vector<int> &positions) const;
    [[nodiscard]] QStringList selectedUris() const;
    [[nodiscard]] bool areLiked(const QStringList &uris) const;
    void ask();
    void toggleSelected();
    void toggleAt(int position);

    models::LikedTracks *m_liked;
    bool m_saysRemove = false; ///< what the verb has promised
};

} // namespace segue::ui
