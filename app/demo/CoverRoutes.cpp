// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImageReader>

namespace segue::demo
{

namespace
{

constexpr qint64 MostPixels = 50'000'000;

bool isJpeg(const QByteArray &bytes)
{
    // The decoder pads out a file that was cut off, so the end mark is looked for by hand.
    if (!bytes.startsWith("\xff\xd8\xff") || bytes.lastIndexOf("\xff\xd9") < bytes.size() - 16)
        return false;
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, "jpeg");
    const QSize size = reader.size();
    return size.isValid() && qint64(size.width()) * size.height() <= MostPixels && !reader.read().isNull();
}

Answer invalidImage()
{
    return Answer::error(400, QStringLiteral("Invalid image"));
}

Answer upload(World &world, const Call &call, Playlist &playlist)
{
    const bool mayModify = call.grant.has(QLatin1String("playlist-modify-public")) ||
                           call.grant.has(QLatin1String("playlist-modify-private"));
    if (!call.grant.has(QLatin1String("ugc-image-upload")) || !mayModify)
        return Answer::error(401, QStringLiteral("Unauthorized."));
    if (playlist.owner != Library::Me)
        return Answer::error(403, QStringLiteral("You cannot edit a playlist you don't own."));
    if (call.request.contentType.split(';').constFirst().trimmed() != "image/jpeg")
        return Answer::error(400, QStringLiteral("Unsupported content type"));
    const QByteArray &text = call.request.body;
    if (text.size() > world.settings.coverLimit)
        return {413, "<html><head><title>413 Request Entity Too Large</title></head></html>", "text/html"};
    // Strict: neither "data:" in front nor a newline anywhere.
    const auto decoded = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || text.isEmpty() || text.size() % 4 != 0 || !isJpeg(*decoded))
        return invalidImage();
    Cover cover;
    cover.kind = Cover::Kind::Uploaded;
    cover.jpeg = *decoded;
    // A new address each time, for the same picture too.
    const QByteArray salt = playlist.id.toLatin1() + QByteArray::number(playlist.revision);
    cover.imageId =
        QStringLiteral("ab67706c0000da84") +
        QString::fromLatin1(QCryptographicHash::hash(QByteArray(salt + *decoded), QCryptographicHash::Md5).toHex());
    world.library.setCover(playlist, cover, world.lags());
    return Answer::empty(202);
}

} // namespace

std::optional<Answer> coverRoutes(World &world, const Call &call)
{
    if (call.path.size() != 3 || call.path[0] != QLatin1String("playlists") || call.path[2] != QLatin1String("images"))
        return std::nullopt;
    Playlist *playlist = nullptr;
    if (auto wrong = findPlaylist(world, call.path[1], &playlist))
        return wrong;
    if (call.is("GET"))
        return Answer::json(Render(world).images(*playlist));
    if (call.is("PUT"))
        return upload(world, call, *playlist);
    return std::nullopt;
}

} // namespace segue::demo
