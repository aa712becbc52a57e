// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Catalogue.h"
#include "app/demo/Lagging.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <deque>
#include <memory>

namespace segue::demo
{

enum class ItemKind : quint8 {
    Track,
    Unavailable, ///< a track that plays nowhere
    Gone,        ///< a track that is no longer there: null in answers, a position all the same
    Local,
    Episode,
    StrangerTrack, ///< an id that the catalogue does not know; it gets a made-up track
    StrangerEpisode,
};

/// One position of a playlist. `row` stays with it for life, so that a test can tell two copies apart.
struct Item {
    quint32 row = 0;
    qint32 index = 0;   ///< in the catalogue, or among the strangers
    qint64 addedAt = 0; ///< seconds since 1970
    qint16 addedBy = 0; ///< a user
    ItemKind kind = ItemKind::Track;
};

struct User {
    QString id;
    QString name;
};

/// A playlist's picture: none of its own (then it is made of its albums'), drawn by the stand-in, or uploaded.
struct Cover {
    enum class Kind { FromAlbums, Drawn, Uploaded } kind = Kind::FromAlbums;
    QString imageId; ///< of an uploaded one
    QByteArray jpeg; ///< of an uploaded one
};

struct Playlist {
    QString id;
    QString name;
    QString description;
    int owner = 0;
    bool isPublic = true;
    bool isCollaborative = false;
    QSet<int> followers; ///< users who have it in their library, the owner among them
    Lagging<QList<Item>> items;
    Lagging<QString> snapshot;
    Lagging<Cover> cover;
    quint32 revision = 0;
    std::deque<std::pair<QString, QList<Item>>> versions; ///< the last ones, by snapshot

    [[nodiscard]] bool mayEditItems(int user) const
    {
        return owner == user || (isCollaborative && followers.contains(user));
    }
};

/// How late reads see what writes did, in ms.
struct Lags {
    int items = 0;
    int snapshot = 0;
    int cover = 0;
};

/// Users and playlists: the state, and the operations on it. Positions are checked by the callers, who know
/// which error they owe. User 0 is the one who signs in.
class Library
{
public:
    static constexpr int Me = 0;
    static constexpr int MostItems = 10'000;

    explicit Library(const Catalogue &catalogue) : m_catalogue(&catalogue) {}

    [[nodiscard]] const QList<User> &users() const { return m_users; }
    [[nodiscard]] std::optional<int> userOf(const QString &id) const;
    void addUser(const User &user) { m_users.append(user); }

    [[nodiscard]] Playlist *find(const QString &id);
    /// The playlists in the library of the signed-in user, in their order.
    [[nodiscard]] QList<Playlist *> mine();
    [[nodiscard]] const std::deque<std::unique_ptr<Playlist>> &all() const { return m_playlists; }

    /// A new playlist at the top of its owner's library.
    Playlist &create(int owner, const QString &name);
    /// Puts it into the user's library (at the top, for the signed-in user) or takes it out.
    void follow(Playlist &playlist, int user);
    void unfollow(Playlist &playlist, int user);

    [[nodiscard]] Item newItem(ItemKind kind, int index, int user, qint64 addedAt);
    /// A track or episode by its URI, known or not; nothing for any other text.
    [[nodiscard]] std::optional<Item> itemFor(const QString &uri, int user);
    [[nodiscard]] QString uriOf(const Item &item) const; ///< of a Gone one too
    [[nodiscard]] QString idOf(const Item &item) const;
    /// Whether the track of that number plays nowhere, wherever it stands. Of those whose row says so the single plays
    /// in one of three; a second has only been recorded once more; of the third there is nothing else.
    [[nodiscard]] bool isUnavailable(int track) const;
    /// Whether the song of an unavailable track was recorded once more, and its recording reissued; no others are.
    [[nodiscard]] bool hasRemake(int track) const;
    [[nodiscard]] bool hasReissue(int track) const;
    /// The number in the catalogue whose title, artists and album the item shows.
    [[nodiscard]] int looksOf(const Item &item) const;

    void insert(Playlist &playlist, qsizetype position, const QList<Item> &items, const Lags &lags);
    /// Moves `length` items at `start` before the item that was at `before`, all counted before the move.
    void move(Playlist &playlist, qsizetype start, qsizetype length, qsizetype before, const Lags &lags);
    void removeRows(Playlist &playlist, const QSet<quint32> &rows, const Lags &lags);
    void replace(Playlist &playlist, const QList<Item> &items, const Lags &lags);
    void setCover(Playlist &playlist, const Cover &cover, const Lags &lags);
    /// After any other change: a new snapshot.
    void touch(Playlist &playlist, const Lags &lags);

    /// The items as they were in that snapshot: the current one for an empty text, nothing for an unknown one.
    [[nodiscard]] std::optional<QList<Item>> at(const Playlist &playlist, const QString &snapshot) const;

private:
    [[nodiscard]] QString snapshotFor(const Playlist &playlist, quint32 revision) const;
    void setItems(Playlist &playlist, QList<Item> items, const Lags &lags);
    int stranger(const QString &id);

    const Catalogue *m_catalogue;
    QList<User> m_users;
    std::deque<std::unique_ptr<Playlist>> m_playlists;
    QHash<QString, Playlist *> m_byId;
    QStringList m_mine;
    QStringList m_strangers;
    QHash<QString, int> m_strangerOf;
    QSet<int> m_unavailable; ///< tracks of rows that were made so
    quint32 m_nextRow = 1;
};

/// A moment in seconds since 1970 as the Web API writes it: 2026-10-24T05:06:07Z.
QString isoDate(qint64 seconds);

/// Fills the library: `playlists` of them, the big one with `items` items.
void buildLibrary(Library &library, const Catalogue &catalogue, int playlists, int items);

} // namespace segue::demo
