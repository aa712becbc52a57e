// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Player.h"

#include "app/demo/Library.h"

#include <QCryptographicHash>

#include <algorithm>

namespace segue::demo
{

namespace
{

constexpr qint64 Newest = 1'793'000'000'000; ///< late October 2026, so that the same seed gives the same times
constexpr int Plays = 120;
constexpr quint64 ForPlays = 330;

} // namespace

QList<Device> Player::devices(const QStringList &described) const
{
    QList<Device> list;
    QList<bool> idle;
    for (const QString &text : described) {
        const QStringList parts = text.split(u'|');
        const QStringList flags = parts.mid(2);
        const QByteArray hash = QCryptographicHash::hash(parts[0].toUtf8(), QCryptographicHash::Sha1).toHex();
        list.append({flags.contains(QLatin1String("hidden")) ? QString() : QString::fromLatin1(hash), parts[0],
                     parts.value(1, QStringLiteral("Computer")), false, flags.contains(QLatin1String("restricted"))});
        idle.append(flags.contains(QLatin1String("idle")));
    }
    const auto isChosen = [&](const Device &device) { return !m_chosen.isEmpty() && device.id == m_chosen; };
    const auto chosen = std::find_if(list.begin(), list.end(), isChosen);
    if (chosen != list.end())
        chosen->isActive = true;
    else if (const auto first = idle.indexOf(false); first >= 0)
        list[first].isActive = true;
    return list;
}

QList<Player::Play> madeUpHistory(Library &library, const Catalogue &catalogue)
{
    QList<Player::Play> history;
    const QList<Playlist *> playlists = library.mine();
    // Some of the choices fall on what is no track.
    for (int i = 0; i < 4 * Plays && history.size() < Plays && !playlists.isEmpty(); ++i) {
        const quint64 random = catalogue.number(ForPlays, quint64(i));
        const Playlist &playlist = *playlists[qsizetype(random % quint64(playlists.size()))];
        const QList<Item> &items = playlist.items.now();
        if (items.isEmpty())
            continue;
        const Item &item = items[qsizetype((random >> 16) % quint64(items.size()))];
        if (item.kind == ItemKind::Track)
            history.append(
                {Newest - i * 1'900'000LL - qint64(random >> 44), item.index, i % 3 == 2 ? QString() : playlist.id});
    }
    return history;
}

} // namespace segue::demo
