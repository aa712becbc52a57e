// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>

#include <vector>

namespace segue::demo
{

class Catalogue;
class Library;

/// What is out, of all that the catalogue could think of: the tracks of all playlists, their singles, what has been
/// recorded in place of those that do not play, and the albums that these are on. Worked out once from the playlists as
/// they are then.
class Discography
{
public:
    struct Release {
        int album;
        QString group; ///< what it is to the artist: "album", "single" or "appears_on"
    };

    Discography(const Catalogue &catalogue, const Library &library);

    [[nodiscard]] const std::vector<int> &tracks() const { return m_tracks; }
    [[nodiscard]] const std::vector<int> &albums() const { return m_albums; }
    [[nodiscard]] std::vector<int> artists() const; ///< in ascending order
    /// By group, the latest first.
    [[nodiscard]] std::vector<Release> releasesOf(int artist) const { return m_releases.value(artist); }
    /// The most popular first, without the singles of the same.
    [[nodiscard]] std::vector<int> tracksOf(int artist) const { return m_tracksOf.value(artist); }

private:
    std::vector<int> m_tracks;
    std::vector<int> m_albums;
    QHash<int, std::vector<Release>> m_releases;
    QHash<int, std::vector<int>> m_tracksOf;
};

} // namespace segue::demo
