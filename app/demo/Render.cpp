// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Render.h"

namespace segue::demo
{

namespace
{

/// As the service escapes a description on its way out; on its way in it is taken as it is.
QString escaped(QString text)
{
    text.replace(u'&', QLatin1String("&amp;"));
    text.replace(u'<', QLatin1String("&lt;"));
    text.replace(u'>', QLatin1String("&gt;"));
    text.replace(u'"', QLatin1String("&quot;"));
    text.replace(u'\'', QLatin1String("&#x27;"));
    text.replace(u'/', QLatin1String("&#x2F;"));
    return text;
}

QJsonObject image(const QString &url, const QJsonValue &side)
{
    return {{QStringLiteral("height"), side}, {QStringLiteral("url"), url}, {QStringLiteral("width"), side}};
}

} // namespace

QJsonObject Render::outside(const char *kind, const QString &id)
{
    return {{QStringLiteral("spotify"),
             QString(QStringLiteral("https://open.spotify.com/") + QLatin1String(kind) + u'/' + id)}};
}

QString Render::itemsKey() const
{
    return m_world.settings.isItems() ? QStringLiteral("items") : QStringLiteral("tracks");
}

QString Render::itemsPath(const Playlist &playlist) const
{
    return QStringLiteral("/playlists/") + playlist.id + u'/' + itemsKey();
}

bool Render::mayReadItems(const Playlist &playlist) const
{
    return !m_world.settings.isItems() || playlist.mayEditItems(Library::Me);
}

QJsonObject Render::user(int index) const
{
    const QString &id = m_world.library.users()[index].id;
    return {{QStringLiteral("external_urls"), outside("user", id)},
            {QStringLiteral("href"), QString(m_world.base + QStringLiteral("/v1/users/") + id)},
            {QStringLiteral("id"), id},
            {QStringLiteral("type"), QStringLiteral("user")},
            {QStringLiteral("uri"), QString(QStringLiteral("spotify:user:") + id)}};
}

QJsonObject Render::owner(int index) const
{
    QJsonObject json = user(index);
    json.insert(QStringLiteral("display_name"), m_world.library.users()[index].name);
    return json;
}

QJsonObject Render::publicUser(int index) const
{
    QJsonObject json = owner(index);
    json.insert(QStringLiteral("images"), QJsonArray());
    json.insert(QStringLiteral("followers"),
                QJsonObject{{QStringLiteral("href"), QJsonValue::Null}, {QStringLiteral("total"), 12 + 31 * index}});
    return json;
}

QJsonObject Render::me(const AccessGrant &grant) const
{
    QJsonObject json = publicUser(Library::Me);
    json.insert(QStringLiteral("href"), QString(m_world.base + QStringLiteral("/v1/me")));
    if (m_world.settings.isItems())
        return json;
    if (grant.has(QLatin1String("user-read-private"))) {
        json.insert(QStringLiteral("country"), QStringLiteral("SE"));
        json.insert(QStringLiteral("product"),
                    m_world.settings.premium ? QStringLiteral("premium") : QStringLiteral("free"));
        json.insert(QStringLiteral("explicit_content"),
                    QJsonObject{{QStringLiteral("filter_enabled"), false}, {QStringLiteral("filter_locked"), false}});
    }
    if (grant.has(QLatin1String("user-read-email")))
        json.insert(QStringLiteral("email"), QStringLiteral("listener@example.com"));
    return json;
}

QJsonArray Render::coverSizes(const QString &id) const
{
    QJsonArray sizes;
    for (const int side : {640, 300, 64})
        sizes.append(image(m_world.base + QStringLiteral("/image/") + id + u'-' + QString::number(side), side));
    return sizes;
}

QJsonArray Render::images(Playlist &playlist) const
{
    const Cover &cover = playlist.cover.shown();
    const QString below = m_world.base + QStringLiteral("/image/");
    if (cover.kind == Cover::Kind::Uploaded)
        return {image(below + cover.imageId, QJsonValue::Null)};
    if (cover.kind == Cover::Kind::Drawn)
        return {image(below + QStringLiteral("playlist-") + playlist.id, QJsonValue::Null)};
    QList<int> albums;
    for (const Item &item : playlist.items.shown()) {
        const bool isTrack =
            item.kind == ItemKind::Track || item.kind == ItemKind::Unavailable || item.kind == ItemKind::StrangerTrack;
        const int album = isTrack ? m_world.catalogue.track(m_world.library.looksOf(item)).album : -1;
        if (isTrack && !albums.contains(album))
            albums.append(album);
        if (albums.size() == 4)
            break;
    }
    if (albums.isEmpty())
        return {};
    if (albums.size() < 4) {
        const QString id = m_world.catalogue.id(IdKind::Album, albums.constFirst());
        return {image(below + id + QStringLiteral("-640"), 640)};
    }
    QString ids;
    for (const int album : std::as_const(albums))
        ids += m_world.catalogue.id(IdKind::Album, album);
    QJsonArray sizes;
    for (const int side : {640, 300, 60})
        sizes.append(image(m_world.base + QStringLiteral("/mosaic/") + QString::number(side) + u'/' + ids, side));
    return sizes;
}

QJsonObject Render::simplePlaylist(Playlist &playlist) const
{
    const QJsonArray pictures = images(playlist);
    return {
        {QStringLiteral("collaborative"), playlist.isCollaborative},
        {QStringLiteral("description"), escaped(playlist.description)},
        {QStringLiteral("external_urls"), outside("playlist", playlist.id)},
        {QStringLiteral("href"), QString(m_world.base + QStringLiteral("/v1/playlists/") + playlist.id)},
        {QStringLiteral("id"), playlist.id},
        {QStringLiteral("images"),
         pictures.isEmpty() && m_world.settings.nullImages ? QJsonValue() : QJsonValue(pictures)},
        {QStringLiteral("name"), playlist.name},
        {QStringLiteral("owner"), owner(playlist.owner)},
        {QStringLiteral("primary_color"), QJsonValue::Null},
        {QStringLiteral("public"), playlist.isPublic},
        {QStringLiteral("snapshot_id"), playlist.snapshot.shown()},
        {itemsKey(),
         QJsonObject{{QStringLiteral("href"), QString(m_world.base + QStringLiteral("/v1") + itemsPath(playlist))},
                     {QStringLiteral("total"), playlist.items.shown().size()}}},
        {QStringLiteral("type"), QStringLiteral("playlist")},
        {QStringLiteral("uri"), QString(QStringLiteral("spotify:playlist:") + playlist.id)},
    };
}

QJsonObject Render::fullPlaylist(Playlist &playlist, const Fields *fields, const PageRequest &page) const
{
    QJsonObject json = simplePlaylist(playlist);
    json.insert(QStringLiteral("followers"), QJsonObject{{QStringLiteral("href"), QJsonValue::Null},
                                                         {QStringLiteral("total"), playlist.followers.size()}});
    if (!mayReadItems(playlist))
        json.remove(itemsKey());
    else if (!fields || fields->wants(itemsKey()))
        json.insert(itemsKey(), itemsPage(playlist, page, nullptr));
    return fields ? fields->applied(json) : json;
}

QJsonObject Render::pageFrame(const QString &path, int limit, int offset, qsizetype total) const
{
    const auto address = [&](int at) {
        return QJsonValue(QString(m_world.base + QStringLiteral("/v1") + path + (path.contains(u'?') ? u'&' : u'?') +
                                  QStringLiteral("offset=") + QString::number(at) + QStringLiteral("&limit=") +
                                  QString::number(limit)));
    };
    return {{QStringLiteral("href"), address(offset)},
            {QStringLiteral("limit"), limit},
            {QStringLiteral("next"), offset + limit < total ? address(offset + limit) : QJsonValue()},
            {QStringLiteral("offset"), offset},
            {QStringLiteral("previous"), offset > 0 ? address(std::max(0, offset - limit)) : QJsonValue()},
            {QStringLiteral("total"), total}};
}

QJsonObject Render::itemsPage(Playlist &playlist, const PageRequest &page, const Fields *fields) const
{
    const QList<Item> &all = playlist.items.shown();
    QJsonObject json = pageFrame(itemsPath(playlist), page.limit, page.offset, all.size());
    if (!fields || fields->wants(QStringLiteral("items"))) {
        QJsonArray entries;
        const qsizetype end = std::min(all.size(), qsizetype(page.offset) + page.limit);
        for (qsizetype i = page.offset; i < end; ++i)
            entries.append(entry(all[i], page));
        json.insert(QStringLiteral("items"), entries);
    }
    return fields ? fields->applied(json) : json;
}

QJsonObject Render::entry(const Item &item, const PageRequest &page) const
{
    const bool isItems = m_world.settings.isItems();
    const QJsonValue what = payload(item, page);
    QJsonObject json{
        {QStringLiteral("added_at"), isoDate(item.addedAt)},
        {QStringLiteral("added_by"), user(item.addedBy)},
        {QStringLiteral("is_local"), item.kind == ItemKind::Local},
        {QStringLiteral("primary_color"), QJsonValue::Null},
        {QStringLiteral("video_thumbnail"), QJsonObject{{QStringLiteral("url"), QJsonValue::Null}}},
    };
    if (isItems || m_world.settings.bothNames)
        json.insert(QStringLiteral("item"), what);
    if (!isItems || m_world.settings.bothNames)
        json.insert(QStringLiteral("track"), what);
    return json;
}

} // namespace segue::demo
