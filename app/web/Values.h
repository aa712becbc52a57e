// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Isrc.h"
#include "app/web/ReleaseDate.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>

/// What the Web API tells, as plain values. Nothing above app/web ever sees JSON, a route or a dialect.
/// Texts that repeat a great deal (artists, albums, ids) share their storage; see TextPool.
namespace segue::web
{

/// A picture at Spotify's image hosts. Such an address expires within a day: never keep it longer.
struct Image {
    QUrl url;
    int width = 0;  ///< pixels; 0 when the service did not say (a playlist's own cover often)
    int height = 0; ///< pixels; 0 when the service did not say

    friend bool operator==(const Image &, const Image &) = default;
};

/// What the user pays for.
enum class Product {
    Unknown, ///< not told, as always in the "items" dialect
    Free,
    Premium,
};

/// The user who is signed in.
struct UserProfile {
    QString id;
    QString displayName; ///< never empty: the id when the user has no name
    QUrl link;           ///< the profile on open.spotify.com
    QString country;     ///< ISO 3166-1 alpha-2; empty when not told, as always in the "items" dialect
    QList<Image> images;
    Product product = Product::Unknown;
};

/// Name and address of an artist, or of a show for an episode.
struct ArtistRef {
    QString name;
    QString uri; ///< empty for local files

    friend bool operator==(const ArtistRef &, const ArtistRef &) = default;
};

enum class MediumKind { Track, Episode };

/// What keeps the user from playing something.
enum class Restriction : std::uint8_t {
    None,     ///< nothing, or it was not told
    Market,   ///< not offered in the account's country
    Product,  ///< not with the account's subscription
    Explicit, ///< the account does not want explicit words
};

/// A track or an episode, apart from any playlist. Immutable once made, and shared between rows.
struct Medium {
    MediumKind kind = MediumKind::Track;
    std::int16_t popularity = -1; ///< 0 … 100; -1 when not told, as always in the "items" dialect
    QString uri;                  ///< what edits name; the original one when the service relinked the track
    QString title;
    QList<ArtistRef> artists;
    QString album; ///< the show's name for an episode
    QString albumUri;
    QList<Image> images;                 ///< the album's, largest first; only the two smallest are kept
    std::chrono::milliseconds length{0}; ///< 0 when not told
    Isrc isrc;                           ///< empty when not told: episodes, local files, some tracks
    ReleaseDate released;                ///< of the album, or of the episode
    std::int16_t discNumber = 0;         ///< from 1; 0 when not told
    std::int16_t trackNumber = 0;        ///< on its disc, from 1; 0 when not told
    bool isExplicit = false;
    bool isLocal = false;   ///< a file on somebody's machine: can be moved, never added
    bool isPlayable = true; ///< false when the service says so
    Restriction restriction = Restriction::None;

    /// The page on open.spotify.com; empty for local files.
    [[nodiscard]] QUrl link() const;
};
using MediumPtr = std::shared_ptr<const Medium>;

/// One position of a playlist.
struct PlaylistEntry {
    MediumPtr
        medium; ///< null for an entry that Spotify no longer has anything to tell about; it still counts as a position
    QDateTime addedAt; ///< UTC; invalid for very old playlists
    QString addedBy;   ///< user id; may be empty
};

/// A run of positions of one playlist.
struct EntryPage {
    int offset = 0; ///< position of the first entry
    int total = 0;  ///< positions in the whole playlist when this page was read
    QList<PlaylistEntry> entries;
};

/// A question to the catalogue.
struct SearchCall {
    QString query;  ///< see SearchQuery.h
    int offset = 0; ///< ≤ maxSearchOffset
    int most = 0;   ///< results wanted; fewer come where the service gives fewer at once. 0: as many as it gives
    QString market; ///< ISO 3166-1 alpha-2; empty: the account's country, when that is known
};

/// A run of the results of one kind, in the order of the service.
template <typename T>
struct SearchPage {
    int offset = 0;
    int total = 0;       ///< as the service counts; not all of it may be within reach
    int nextOffset = -1; ///< where the next page begins; −1: there is none within reach
    QList<T> found;      ///< without the null entries that the service has on some pages
};
using TrackSearchPage = SearchPage<MediumPtr>;

/// What is known of a playlist apart from its entries.
struct Playlist {
    QString id;
    QString name;
    QString description; ///< plain text: HTML entities already decoded
    QString ownerId;
    QString ownerName;             ///< never empty: the id when the owner has no name
    QString snapshotId;            ///< a hint, never the truth: it may lag half a minute behind a write
    QList<Image> images;           ///< largest first; empty for a playlist without a cover
    std::optional<bool> onProfile; ///< "public" in the API: shown on the owner's profile. Nothing when not told
    bool collaborative = false;
    int itemCount = -1;        ///< -1 when the service did not tell
    int followers = -1;        ///< how many people follow it; −1 when not told, as in lists
    bool itemsReadable = true; ///< false when the service answered without entries: not ours to read

    [[nodiscard]] QString uri() const;
    [[nodiscard]] QUrl link() const;

    friend bool operator==(const Playlist &, const Playlist &) = default;
};

struct PlaylistPage {
    int offset = 0;
    int total = 0;
    QList<Playlist> playlists;
    int holes = 0; ///< positions without a playlist (gone): the next page begins at offset + playlists.size() + holes
};

/// What to change of a playlist; what is not set stays as it is.
struct PlaylistDetails {
    std::optional<QString> name;        ///< ≤ 100 characters, no newline
    std::optional<QString> description; ///< ≤ 300 characters, no newline
    std::optional<bool> onProfile;
    std::optional<bool> collaborative; ///< true only together with onProfile = false
};

/// A block of entries to move. All positions are those *before* the move.
struct ReorderCall {
    int rangeStart = 0;
    int rangeLength = 1;
    int insertBefore = 0; ///< 0 … total; never inside the range

    friend bool operator==(const ReorderCall &, const ReorderCall &) = default;
};

/// Entries to remove. Without positions the service removes *every* copy of the URI. With positions (which
/// only the "tracks" dialect honours, and then only with a snapshot) it removes just those.
struct RemoveTarget {
    QString uri;
    QList<int> positions;

    friend bool operator==(const RemoveTarget &, const RemoveTarget &) = default;
};

inline constexpr int maxUrisPerCall = 100;     ///< add, remove and replace (playlist pages of the API)
inline constexpr int maxPlaylistItems = 10000; ///< observed limit of a playlist
inline constexpr int itemsPageLimit = 50;      ///< documented limit of a page of entries
inline constexpr int playlistsPageLimit = 50;
inline constexpr int maxSearchOffset = 1000;
inline constexpr int maxNameLength = 100;
inline constexpr int maxDescriptionLength = 300;
/// Counts the base64 text, not the JPEG. The documents say 256 KB; uploads were refused from somewhere between 250,667
/// and 260,779 characters on.
inline constexpr qint64 maxCoverBase64Bytes = 250'000;

} // namespace segue::web

Q_DECLARE_METATYPE(segue::web::MediumPtr)
Q_DECLARE_METATYPE(segue::web::Playlist)
