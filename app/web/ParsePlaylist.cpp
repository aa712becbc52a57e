// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ParsePlaylist.h"

#include "app/web/ApiError.h"
#include "app/web/HtmlText.h"
#include "app/web/Json.h"
#include "app/web/SearchQuery.h"
#include "app/web/Transport.h"

#include <algorithm>

namespace segue::web
{

namespace
{

constexpr QLatin1String idKey("id");
constexpr QLatin1String itemsKey("items");
constexpr QLatin1String tracksKey("tracks");
constexpr QLatin1String totalKey("total");

QString nameOr(const QString &name, const QString &otherwise)
{
    return name.trimmed().isEmpty() ? otherwise : name;
}

} // namespace

QList<Image> parseImages(const QJsonValue &value)
{
    QList<Image> images;
    for (const QJsonValue &entry : value.toArray()) {
        const QJsonObject object = entry.toObject();
        Image image;
        image.url = QUrl(json::text(object, QLatin1String("url")), QUrl::StrictMode);
        if (!Transport::isAcceptableAddress(image.url))
            continue;
        image.width = std::max(0, json::integer(object, QLatin1String("width")).value_or(0));
        image.height = std::max(0, json::integer(object, QLatin1String("height")).value_or(0));
        images.append(image);
    }
    const bool sizesKnown =
        std::all_of(images.cbegin(), images.cend(), [](const Image &image) { return image.width > 0; });
    if (sizesKnown) // else trust the order of the service
        std::stable_sort(images.begin(), images.end(),
                         [](const Image &a, const Image &b) { return a.width > b.width; });
    return images;
}

Result<UserProfile> parseProfile(const QJsonDocument &answer)
{
    const QJsonObject object = answer.object();
    UserProfile user;
    user.id = json::text(object, idKey);
    if (user.id.isEmpty())
        return Unexpected(badAnswer(QStringLiteral("user without id")));
    user.displayName = nameOr(json::text(object, QLatin1String("display_name")), user.id);
    user.link = QUrl(json::text(json::object(object, QLatin1String("external_urls")), QLatin1String("spotify")));
    if (user.link.scheme() != QLatin1String("https"))
        user.link = QUrl(QStringLiteral("https://open.spotify.com/user/") +
                         QString::fromLatin1(QUrl::toPercentEncoding(user.id)));
    const QString country = json::text(object, QLatin1String("country"));
    if (isMarket(country))
        user.country = country;
    user.images = parseImages(object.value(QLatin1String("images")));
    const QString product = json::text(object, QLatin1String("product"));
    if (product == QLatin1String("premium"))
        user.product = Product::Premium;
    else if (product == QLatin1String("free") || product == QLatin1String("open")) // two words for the same
        user.product = Product::Free;
    return user;
}

Result<Playlist> parsePlaylist(const QJsonObject &object)
{
    Playlist playlist;
    playlist.id = json::text(object, idKey);
    if (playlist.id.isEmpty())
        return Unexpected(badAnswer(QStringLiteral("playlist without id")));
    playlist.name = json::text(object, QLatin1String("name"));
    playlist.description = decodeHtmlEntities(json::text(object, QLatin1String("description")));
    const QJsonObject owner = json::object(object, QLatin1String("owner"));
    playlist.ownerId = json::text(owner, idKey);
    playlist.ownerName = nameOr(json::text(owner, QLatin1String("display_name")), playlist.ownerId);
    playlist.snapshotId = json::text(object, QLatin1String("snapshot_id"));
    playlist.images = parseImages(object.value(QLatin1String("images")));
    const QJsonValue onProfile = object.value(QLatin1String("public"));
    if (onProfile.isBool())
        playlist.onProfile = onProfile.toBool();
    playlist.collaborative = json::flag(object, QLatin1String("collaborative"));
    const QJsonObject followers = json::object(object, QLatin1String("followers"));
    playlist.followers = std::max(-1, json::integer(followers, totalKey).value_or(-1));

    // Either name, whatever the dialect: a payload may carry both.
    playlist.itemsReadable = false;
    for (const QLatin1String key : {itemsKey, tracksKey}) {
        const QJsonValue entries = object.value(key);
        if (!entries.isObject())
            continue;
        playlist.itemsReadable = true;
        playlist.itemCount = std::max(-1, json::integer(entries.toObject(), totalKey).value_or(-1));
        if (playlist.itemCount >= 0)
            break;
    }
    return playlist;
}

Result<Playlist> parsePlaylist(const QJsonDocument &answer)
{
    return parsePlaylist(answer.object());
}

Result<PlaylistPage> parsePlaylistPage(const QJsonDocument &answer, int offset)
{
    const QJsonObject object = answer.object();
    const QJsonValue items = object.value(itemsKey);
    const auto total = json::integer(object, totalKey);
    if (!items.isArray() || !total || *total < 0)
        return Unexpected(badAnswer(QStringLiteral("page of playlists without items or total")));
    PlaylistPage page;
    page.offset = offset;
    page.total = *total;
    const QJsonArray array = items.toArray();
    page.playlists.reserve(array.size());
    for (const QJsonValue &entry : array) {
        // One that cannot be named must not hide the others.
        if (auto playlist = parsePlaylist(entry.toObject()))
            page.playlists.append(std::move(*playlist));
        else
            ++page.holes;
    }
    return page;
}

Result<QString> parseSnapshot(const QJsonDocument &answer)
{
    const QString snapshot = json::text(answer.object(), QLatin1String("snapshot_id"));
    if (snapshot.isEmpty())
        return Unexpected(badAnswer(QStringLiteral("no snapshot_id")));
    return snapshot;
}

Result<QList<Image>> parseImageList(const QJsonDocument &answer)
{
    if (!answer.isArray())
        return Unexpected(badAnswer(QStringLiteral("images are not an array")));
    return parseImages(answer.array());
}

Result<QList<bool>> parseContained(const QJsonDocument &answer, int count)
{
    const QJsonArray array = answer.array();
    const bool whole = answer.isArray() && array.size() == count &&
                       std::all_of(array.begin(), array.end(), [](const QJsonValue &each) { return each.isBool(); });
    if (!whole)
        return Unexpected(badAnswer(QStringLiteral("not %1 times true or false").arg(count)));
    QList<bool> contained;
    for (const QJsonValue &each : array)
        contained.append(each.toBool());
    return contained;
}

std::optional<Dialect> dialectHint(const QJsonObject &playlist)
{
    const bool items = playlist.value(itemsKey).isObject();
    const bool tracks = playlist.value(tracksKey).isObject();
    if (items == tracks)
        return {};
    return items ? Dialect::Items : Dialect::Tracks;
}

} // namespace segue::web
