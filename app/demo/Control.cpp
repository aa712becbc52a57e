// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Control.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace segue::demo
{

namespace
{

Answer wrong(const QString &why)
{
    return Answer::error(400, why);
}

Answer done()
{
    return Answer::json(QJsonObject{{QStringLiteral("ok"), true}});
}

const char *kindName(ItemKind kind)
{
    switch (kind) {
    case ItemKind::Track:
        return "track";
    case ItemKind::Unavailable:
        return "unavailable";
    case ItemKind::Gone:
        return "null";
    case ItemKind::Local:
        return "local";
    case ItemKind::Episode:
        return "episode";
    case ItemKind::StrangerTrack:
        return "track";
    case ItemKind::StrangerEpisode:
        return "episode";
    }
    return "";
}

} // namespace

Answer Control::answer(const Request &request)
{
    const QStringList path = request.path.split(u'/', Qt::SkipEmptyParts).mid(1);
    const QString first = path.value(0);
    if (first.isEmpty())
        return Answer::json(QJsonObject{{QStringLiteral("api"), QString(m_world.base + QStringLiteral("/v1"))},
                                        {QStringLiteral("accounts"), m_world.base},
                                        {QStringLiteral("clientId"), m_world.options.clientId},
                                        {QStringLiteral("options"), m_world.settings.toJson()}});
    if (first == QLatin1String("options"))
        return options(request);
    if (first == QLatin1String("faults"))
        return faults(request);
    if (first == QLatin1String("tokens"))
        return tokens(request);
    if (first == QLatin1String("playlists"))
        return playlists(request, path);
    if (first == QLatin1String("tracks"))
        return tracks(request);
    if (first == QLatin1String("log")) {
        if (request.method != "DELETE")
            return Answer::json(m_log.toJson(request.query));
        m_log.clear();
        return done();
    }
    if (first == QLatin1String("reset") && request.method == "POST") {
        m_world.reset();
        m_faults.clear();
        m_log.clear();
        return done();
    }
    return Answer::error(404, QStringLiteral("no such thing under /_control"));
}

Answer Control::options(const Request &request)
{
    if (request.method != "GET") {
        const QString why = m_world.settings.apply(QJsonDocument::fromJson(request.body).object());
        if (!why.isEmpty())
            return wrong(why);
    }
    return Answer::json(m_world.settings.toJson());
}

Answer Control::faults(const Request &request)
{
    if (request.method == "DELETE") {
        m_faults.clear();
        return done();
    }
    if (request.method == "GET")
        return Answer::json(m_faults.toJson());
    int id = 0;
    const QString why = m_faults.arm(QJsonDocument::fromJson(request.body).object(), &id);
    return why.isEmpty() ? Answer::json(QJsonObject{{QStringLiteral("id"), id}}, 201) : wrong(why);
}

Answer Control::tokens(const Request &request)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString action = body.value(QLatin1String("action")).toString();
    if (action == QLatin1String("expire")) {
        m_world.tokens.expireAll();
        return done();
    }
    if (action == QLatin1String("revoke")) {
        m_world.tokens.revokeAll();
        return done();
    }
    if (action != QLatin1String("issue"))
        return wrong(QStringLiteral("action is \"issue\", \"expire\" or \"revoke\""));
    const QStringList scopes = body.value(QLatin1String("scope")).toString().split(u' ', Qt::SkipEmptyParts);
    const int seconds = body.value(QLatin1String("expiresIn")).toInt(m_world.settings.expiresIn);
    return Answer::json(QJsonObject{{QStringLiteral("access_token"), m_world.tokens.newAccess(scopes, seconds)},
                                    {QStringLiteral("refresh_token"), m_world.tokens.newRefresh(scopes)},
                                    {QStringLiteral("scope"), scopes.join(u' ')},
                                    {QStringLiteral("expires_in"), seconds}});
}

Answer Control::playlists(const Request &request, const QStringList &path)
{
    if (path.size() == 1) {
        const bool everybodys = request.query.has(QLatin1String("all"));
        QJsonArray list;
        if (!everybodys) {
            const QList<Playlist *> mine = m_world.library.mine();
            for (const Playlist *playlist : mine)
                list.append(described(*playlist, false));
        } else {
            for (const auto &playlist : m_world.library.all())
                list.append(described(*playlist, false));
        }
        return Answer::json(list);
    }
    Playlist *playlist = m_world.library.find(path[1]);
    if (!playlist)
        return Answer::error(404, QStringLiteral("no such playlist"));
    if (path.value(2) == QLatin1String("edit") && request.method == "POST")
        return edit(*playlist, QJsonDocument::fromJson(request.body).object());
    return Answer::json(described(*playlist, true));
}

Answer Control::tracks(const Request &request) const
{
    const int from = request.query.value(QLatin1String("from")).toInt();
    const int count =
        request.query.has(QLatin1String("count")) ? request.query.value(QLatin1String("count")).toInt() : 20;
    QJsonArray list;
    for (int i = from; i < from + std::min(count, 10'000); ++i) {
        const Track track = m_world.catalogue.track(i);
        list.append(QJsonObject{{QStringLiteral("uri"), QString(QStringLiteral("spotify:track:") + track.id)},
                                {QStringLiteral("name"), track.name},
                                {QStringLiteral("artist"), m_world.catalogue.artist(track.artists.constFirst()).name}});
    }
    return Answer::json(list);
}

QJsonObject Control::described(const Playlist &playlist, bool withItems) const
{
    const QList<User> &users = m_world.library.users();
    const Cover &cover = playlist.cover.now();
    QJsonObject json{
        {QStringLiteral("id"), playlist.id},
        {QStringLiteral("name"), playlist.name},
        {QStringLiteral("description"), playlist.description},
        {QStringLiteral("owner"), users[playlist.owner].id},
        {QStringLiteral("public"), playlist.isPublic},
        {QStringLiteral("collaborative"), playlist.isCollaborative},
        {QStringLiteral("editable"), playlist.mayEditItems(Library::Me)},
        {QStringLiteral("followed"), playlist.followers.contains(Library::Me)},
        {QStringLiteral("snapshotId"), playlist.snapshot.now()},
        {QStringLiteral("revision"), qint64(playlist.revision)},
        {QStringLiteral("total"), playlist.items.now().size()},
        {QStringLiteral("cover"),
         QJsonObject{
             {QStringLiteral("uploaded"), cover.kind == Cover::Kind::Uploaded},
             {QStringLiteral("bytes"), cover.jpeg.size()},
             {QStringLiteral("sha256"),
              cover.jpeg.isEmpty()
                  ? QString()
                  : QString::fromLatin1(QCryptographicHash::hash(cover.jpeg, QCryptographicHash::Sha256).toHex())}}}};
    if (!withItems)
        return json;
    QJsonArray items;
    for (const Item &item : playlist.items.now()) {
        items.append(QJsonObject{{QStringLiteral("row"), qint64(item.row)},
                                 {QStringLiteral("uri"), m_world.library.uriOf(item)},
                                 {QStringLiteral("kind"), QLatin1String(kindName(item.kind))},
                                 {QStringLiteral("addedAt"), isoDate(item.addedAt)},
                                 {QStringLiteral("addedBy"), users[item.addedBy].id}});
    }
    json.insert(QStringLiteral("items"), items);
    return json;
}

Answer Control::edit(Playlist &playlist, const QJsonObject &body)
{
    const QString action = body.value(QLatin1String("action")).toString();
    const int user = m_world.library.userOf(body.value(QLatin1String("by")).toString()).value_or(1);
    const qsizetype size = playlist.items.now().size();
    if (action == QLatin1String("add")) {
        QList<Item> items;
        const QJsonArray uris = body.value(QLatin1String("uris")).toArray();
        for (const QJsonValue &uri : uris) {
            const auto item = m_world.library.itemFor(uri.toString(), user);
            if (!item)
                return wrong(QStringLiteral("not a track or episode: ") + uri.toString());
            items.append(*item);
        }
        const int position = body.value(QLatin1String("position")).toInt(int(size));
        if (position < 0 || position > size)
            return wrong(QStringLiteral("position is outside the playlist"));
        m_world.library.insert(playlist, position, items, {});
    } else if (action == QLatin1String("remove")) {
        QSet<quint32> rows;
        const QJsonArray positions = body.value(QLatin1String("positions")).toArray();
        for (const QJsonValue &at : positions) {
            if (at.toInt(-1) < 0 || at.toInt() >= size)
                return wrong(QStringLiteral("a position is outside the playlist"));
            rows.insert(playlist.items.now().at(at.toInt()).row);
        }
        m_world.library.removeRows(playlist, rows, {});
    } else if (action == QLatin1String("move")) {
        const int start = body.value(QLatin1String("range_start")).toInt(-1);
        const int before = body.value(QLatin1String("insert_before")).toInt(-1);
        const int length = body.value(QLatin1String("range_length")).toInt(1);
        if (start < 0 || length < 1 || start + length > size || before < 0 || before > size)
            return wrong(QStringLiteral("the range is outside the playlist"));
        m_world.library.move(playlist, start, length, before, {});
    } else if (action == QLatin1String("details")) {
        playlist.name = body.value(QLatin1String("name")).toString(playlist.name);
        playlist.description = body.value(QLatin1String("description")).toString(playlist.description);
        playlist.isCollaborative = body.value(QLatin1String("collaborative")).toBool(playlist.isCollaborative);
        playlist.isPublic = body.value(QLatin1String("public")).toBool(playlist.isPublic);
        m_world.library.touch(playlist, {});
    } else {
        return wrong(QStringLiteral("action is \"add\", \"remove\", \"move\" or \"details\""));
    }
    return Answer::json(described(playlist, false));
}

} // namespace segue::demo
