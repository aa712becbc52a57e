// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Library.h"

#include <QJsonArray>

namespace segue::demo
{

namespace
{

constexpr qint64 Day = 86'400;
constexpr qint64 Newest = 1'793'000'000; ///< late October 2026, so that the same seed gives the same dates
constexpr int UnavailableOnes = 20'000;  ///< … and the big one those that do not play: not among those that do
constexpr int EverythingElse = 500'000;  ///< where in the catalogue the smaller playlists take their tracks

QJsonObject described(const QJsonArray &descriptions, int at)
{
    // More playlists than names: the names come again, numbered, as plain playlists.
    QJsonObject json = descriptions.at(at % descriptions.size()).toObject();
    if (const auto round = at / descriptions.size(); round > 0) {
        json.insert(QStringLiteral("name"),
                    QString(json.value(QLatin1String("name")).toString().left(90) + u' ' + QString::number(round + 1)));
        json.remove(QStringLiteral("role"));
        json.insert(QStringLiteral("size"), 20 + at % 30);
    }
    return json;
}

/// With fewer playlists than names, those with a role come before plain ones.
QList<QJsonObject> chosen(const QJsonArray &descriptions, int count)
{
    QList<QJsonObject> list;
    for (int i = 0; i < std::max(count, int(descriptions.size())); ++i)
        list.append(described(descriptions, i));
    for (auto i = list.size() - 1; i >= 0 && list.size() > count; --i) {
        const QJsonObject &json = list[i];
        if (!json.contains(QLatin1String("role")) && !(i < 2 && count > 2))
            list.removeAt(i);
    }
    while (list.size() > count)
        list.removeLast();
    return list;
}

class Builder
{
public:
    Builder(Library &library, const Catalogue &catalogue) : m_library(library), m_catalogue(catalogue) {}

    void build(const QJsonObject &json, int at, int bigSize)
    {
        const QString role = json.value(QLatin1String("role")).toString();
        const auto random = m_catalogue.number(100, quint64(at));
        const bool ours = role != QLatin1String("followed") && role != QLatin1String("collabOther");
        const int others = int(m_library.users().size()) - 1;
        const int owner = ours ? Library::Me : 1 + int(random % quint64(others));
        Playlist &playlist = m_library.create(owner, json.value(QLatin1String("name")).toString());
        playlist.description = json.value(QLatin1String("description")).toString();
        playlist.isCollaborative = role.startsWith(QLatin1String("collab"));
        playlist.isPublic = !playlist.isCollaborative && json.value(QLatin1String("public")).toBool(true);
        m_library.follow(playlist, Library::Me);
        if (playlist.isCollaborative || !ours) {
            for (int user = 1; user <= others; ++user)
                m_library.follow(playlist, user);
        }
        if (json.value(QLatin1String("cover")).toString() == QLatin1String("custom"))
            playlist.cover.set({Cover::Kind::Drawn, {}, {}});

        const int size = role == QLatin1String("big") ? bigSize : json.value(QLatin1String("size")).toInt();
        QList<Item> items;
        items.reserve(size);
        for (int i = 0; i < size; ++i)
            items.append(item(role, json.value(QLatin1String("script")).toString(), at, i, size, playlist));
        playlist.items.set(std::move(items));
        m_library.touch(playlist, {});
    }

private:
    Item item(const QString &role, const QString &script, int playlistAt, int i, int size, const Playlist &playlist)
    {
        const auto random = m_catalogue.number(200 + quint64(playlistAt), quint64(i));
        const int user = playlist.isCollaborative ? int(random % quint64(m_library.users().size())) : playlist.owner;
        const qint64 added =
            Newest - playlistAt * 3 * Day - (size - i) * (size > 1000 ? 6 : 17) * 3'600 - qint64(random >> 40) % 3'000;
        const auto made = [&](ItemKind kind, int index) { return m_library.newItem(kind, index, user, added); };

        if (role == QLatin1String("big")) {
            if (i % 997 == 500)
                return made(ItemKind::Gone, i);
            if (i % 613 == 300)
                return made(ItemKind::Local, i);
            if (i % 401 == 200)
                return made(ItemKind::Unavailable, UnavailableOnes + i);
            if (i % 499 == 250)
                return made(ItemKind::Episode, i / 499);
            // Neighbours come from different albums; a few songs are in there twice, far apart, some of them
            // once from the album and once from the single.
            const int track = (i % 211 == 100 || i % 317 == 150 ? i / 2 : i) * 7'919 % 10'007;
            return made(ItemKind::Track, i % 317 == 150 ? Catalogue::singleOf(track) : track);
        }
        if (role == QLatin1String("duplicates")) {
            // Everything twice; every fourth of the second ones is the single instead of the album's track.
            const int half = (size + 1) / 2;
            const int track = EverythingElse + 97 * (i % half);
            return made(ItemKind::Track, i >= half && i % 4 == 1 ? Catalogue::singleOf(track) : track);
        }
        if (role == QLatin1String("mixed")) {
            switch (i % 7) {
            case 1:
                return made(ItemKind::Local, 100'000 + i);
            case 3:
                return made(ItemKind::Gone, EverythingElse + 7 * i);
            case 4:
                return made(ItemKind::Episode, 40 + i);
            case 5:
                return made(ItemKind::Unavailable, EverythingElse + 13 * i);
            default:
                break;
            }
        }
        static const QStringList scripts{QStringLiteral("ja"),   QStringLiteral("ar"), QStringLiteral("he"),
                                         QStringLiteral("ru"),   QStringLiteral("el"), QStringLiteral("hi"),
                                         QStringLiteral("emoji")};
        const int anywhere = EverythingElse + int(random % 400'000);
        const QString wanted = script == QLatin1String("mixed") ? scripts[i % scripts.size()] : script;
        if (!wanted.isEmpty() && (script == QLatin1String("mixed") || i % 4 != 3))
            return made(ItemKind::Track, m_catalogue.trackInScript(wanted, anywhere));
        return made(ItemKind::Track, anywhere);
    }

    Library &m_library;
    const Catalogue &m_catalogue;
};

} // namespace

void buildLibrary(Library &library, const Catalogue &catalogue, int playlists, int items)
{
    const auto addUser = [&](const QJsonValue &json) {
        library.addUser({json[QLatin1String("id")].toString(), json[QLatin1String("name")].toString()});
    };
    addUser(catalogue.words().value(QLatin1String("me")));
    const QJsonArray others = catalogue.words().value(QLatin1String("others")).toArray();
    for (const QJsonValue &other : others)
        addUser(other);

    const QList<QJsonObject> list = chosen(catalogue.words().value(QLatin1String("playlists")).toArray(), playlists);
    Builder builder(library, catalogue);
    // Backwards, as each new one goes to the top.
    for (int i = int(list.size()) - 1; i >= 0; --i)
        builder.build(list[i], i, items);
}

} // namespace segue::demo
