// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Library.h"

#include <QCryptographicHash>

namespace segue::demo
{

namespace
{

constexpr std::size_t KeptVersions = 24;

} // namespace

QString isoDate(qint64 seconds)
{
    // toUTC(), since a time zone of that name is written +00:00 by Qt before 6.5.
    return QDateTime::fromSecsSinceEpoch(seconds).toUTC().toString(Qt::ISODate);
}

std::optional<int> Library::userOf(const QString &id) const
{
    for (qsizetype i = 0; i < m_users.size(); ++i) {
        if (m_users[i].id == id)
            return int(i);
    }
    return std::nullopt;
}

Playlist *Library::find(const QString &id)
{
    return m_byId.value(id);
}

QList<Playlist *> Library::mine()
{
    QList<Playlist *> list;
    list.reserve(m_mine.size());
    for (const QString &id : std::as_const(m_mine))
        list.append(m_byId.value(id));
    return list;
}

Playlist &Library::create(int owner, const QString &name)
{
    auto playlist = std::make_unique<Playlist>();
    playlist->id = m_catalogue->id(IdKind::Playlist, int(m_playlists.size()));
    playlist->name = name;
    playlist->owner = owner;
    m_playlists.push_back(std::move(playlist));
    Playlist &made = *m_playlists.back();
    m_byId.insert(made.id, &made);
    touch(made, {});
    follow(made, owner);
    return made;
}

void Library::follow(Playlist &playlist, int user)
{
    if (playlist.followers.contains(user))
        return;
    playlist.followers.insert(user);
    if (user == Me)
        m_mine.prepend(playlist.id);
}

void Library::unfollow(Playlist &playlist, int user)
{
    playlist.followers.remove(user);
    if (user == Me)
        m_mine.removeAll(playlist.id);
}

Item Library::newItem(ItemKind kind, int index, int user, qint64 addedAt)
{
    if (kind == ItemKind::Unavailable)
        m_unavailable.insert(index);
    return {m_nextRow++, index, addedAt, qint16(user), kind};
}

int Library::stranger(const QString &id)
{
    const auto known = m_strangerOf.constFind(id);
    if (known != m_strangerOf.constEnd())
        return *known;
    m_strangers.append(id);
    m_strangerOf.insert(id, int(m_strangers.size() - 1));
    return int(m_strangers.size() - 1);
}

std::optional<Item> Library::itemFor(const QString &uri, int user)
{
    const QStringList parts = uri.split(u':');
    if (parts.size() != 3 || parts[0] != QLatin1String("spotify") || !Catalogue::isId(parts[2]))
        return std::nullopt;
    const bool isTrack = parts[1] == QLatin1String("track");
    if (!isTrack && parts[1] != QLatin1String("episode"))
        return std::nullopt;
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    if (const auto index = m_catalogue->indexOf(isTrack ? IdKind::Track : IdKind::Episode, parts[2]))
        return newItem(!isTrack                ? ItemKind::Episode
                       : isUnavailable(*index) ? ItemKind::Unavailable
                                               : ItemKind::Track,
                       *index, user, now);
    return newItem(isTrack ? ItemKind::StrangerTrack : ItemKind::StrangerEpisode, stranger(parts[2]), user, now);
}

QString Library::idOf(const Item &item) const
{
    switch (item.kind) {
    case ItemKind::Track:
    case ItemKind::Unavailable:
    case ItemKind::Gone:
        return m_catalogue->id(IdKind::Track, item.index);
    case ItemKind::Episode:
        return m_catalogue->id(IdKind::Episode, item.index);
    case ItemKind::StrangerTrack:
    case ItemKind::StrangerEpisode:
        return m_strangers[item.index];
    case ItemKind::Local:
        break;
    }
    return {};
}

QString Library::uriOf(const Item &item) const
{
    switch (item.kind) {
    case ItemKind::Track:
    case ItemKind::Unavailable:
    case ItemKind::Gone:
    case ItemKind::StrangerTrack:
        return QStringLiteral("spotify:track:") + idOf(item);
    case ItemKind::Episode:
    case ItemKind::StrangerEpisode:
        return QStringLiteral("spotify:episode:") + idOf(item);
    case ItemKind::Local:
        return m_catalogue->local(item.index).uri;
    }
    return {};
}

bool Library::isUnavailable(int track) const
{
    const int original = Catalogue::originalOf(track);
    if (track == original || !m_unavailable.contains(original))
        return m_unavailable.contains(track);
    const bool isSingle = Catalogue::notRelinked(track) == Catalogue::singleOf(original);
    return isSingle && original % 3 != 0;
}

bool Library::hasRemake(int track) const
{
    const int original = Catalogue::originalOf(track);
    return m_unavailable.contains(original) && original % 3 != 2;
}

bool Library::hasReissue(int track) const
{
    const int original = Catalogue::originalOf(track);
    return m_unavailable.contains(original) && original % 3 == 0;
}

int Library::looksOf(const Item &item) const
{
    if (item.kind != ItemKind::StrangerTrack && item.kind != ItemKind::StrangerEpisode)
        return item.index;
    const int folded = qChecksum(m_strangers[item.index].toLatin1());
    return item.kind == ItemKind::StrangerTrack ? 2'000'000 + folded : 1'000 + folded % 1'000;
}

QString Library::snapshotFor(const Playlist &playlist, quint32 revision) const
{
    const QByteArray hash =
        QCryptographicHash::hash((playlist.id + u'/' + QString::number(revision)).toUtf8(), QCryptographicHash::Sha1);
    return QString::fromLatin1(QByteArray(QByteArray::number(revision) + ',' + hash.toHex()).toBase64());
}

void Library::touch(Playlist &playlist, const Lags &lags)
{
    if (lags.snapshot > 0) {
        // The real service shows one that nobody was told of before it shows the one it returned.
        playlist.snapshot.set(snapshotFor(playlist, ++playlist.revision), lags.snapshot / 2);
    }
    playlist.snapshot.set(snapshotFor(playlist, ++playlist.revision), lags.snapshot);
    playlist.versions.emplace_back(playlist.snapshot.now(), playlist.items.now());
    if (playlist.versions.size() > KeptVersions)
        playlist.versions.pop_front();
}

void Library::setItems(Playlist &playlist, QList<Item> items, const Lags &lags)
{
    playlist.items.set(std::move(items), lags.items);
    touch(playlist, lags);
}

void Library::insert(Playlist &playlist, qsizetype position, const QList<Item> &items, const Lags &lags)
{
    QList<Item> all = playlist.items.now();
    all.insert(position, items.size(), Item{});
    std::copy(items.begin(), items.end(), all.begin() + position);
    setItems(playlist, std::move(all), lags);
}

void Library::move(Playlist &playlist, qsizetype start, qsizetype length, qsizetype before, const Lags &lags)
{
    QList<Item> all = playlist.items.now();
    const auto begin = all.begin();
    if (before < start)
        std::rotate(begin + before, begin + start, begin + start + length);
    else if (before > start + length)
        std::rotate(begin + start, begin + start + length, begin + before);
    setItems(playlist, std::move(all), lags);
}

void Library::removeRows(Playlist &playlist, const QSet<quint32> &rows, const Lags &lags)
{
    QList<Item> all = playlist.items.now();
    all.removeIf([&](const Item &item) { return rows.contains(item.row); });
    setItems(playlist, std::move(all), lags);
}

void Library::replace(Playlist &playlist, const QList<Item> &items, const Lags &lags)
{
    setItems(playlist, items, lags);
}

void Library::setCover(Playlist &playlist, const Cover &cover, const Lags &lags)
{
    playlist.cover.set(cover, lags.cover);
    touch(playlist, lags);
}

std::optional<QList<Item>> Library::at(const Playlist &playlist, const QString &snapshot) const
{
    if (snapshot.isEmpty())
        return playlist.items.now();
    for (const auto &[id, items] : playlist.versions) {
        if (id == snapshot)
            return items;
    }
    return std::nullopt;
}

} // namespace segue::demo
