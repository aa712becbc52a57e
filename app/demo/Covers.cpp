// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Covers.h"

#include <QBuffer>
#include <QPainter>
#include <QStringList>

namespace segue::demo
{

namespace
{

constexpr int IdLength = 22;
constexpr int JpegQuality = 88;

QByteArray asJpeg(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", JpegQuality);
    return bytes;
}

bool isAllowedSide(int side)
{
    return side == 640 || side == 300 || side == 64 || side == 60;
}

} // namespace

std::optional<QByteArray> Covers::file(const QString &path)
{
    if (const QByteArray *known = m_cache.object(path))
        return *known;
    const auto bytes = made(path);
    if (bytes)
        m_cache.insert(path, new QByteArray(*bytes), bytes->size());
    return bytes;
}

std::optional<QByteArray> Covers::made(const QString &path) const
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    if (parts.size() == 3 && parts[0] == QLatin1String("mosaic")) {
        const auto image = mosaic(parts[1].toInt(), parts[2]);
        return image ? std::optional(asJpeg(*image)) : std::nullopt;
    }
    if (parts.size() != 2 || parts[0] != QLatin1String("image"))
        return std::nullopt;
    const QString &name = parts[1];
    if (name.startsWith(QLatin1String("playlist-"))) {
        const auto index = m_world.catalogue.indexOf(IdKind::Playlist, name.mid(int(sizeof("playlist-")) - 1));
        return index ? std::optional(asJpeg(drawCover(m_world.catalogue.number(300, quint64(*index)), 640)))
                     : std::nullopt;
    }
    for (const auto &playlist : m_world.library.all()) {
        if (const Cover &cover = playlist->cover.now(); cover.kind == Cover::Kind::Uploaded && cover.imageId == name)
            return cover.jpeg;
        if (const Cover &cover = playlist->cover.shown(); cover.kind == Cover::Kind::Uploaded && cover.imageId == name)
            return cover.jpeg;
    }
    const QString id = name.left(IdLength);
    const int side = name.mid(IdLength + 1).toInt();
    if (!isAllowedSide(side) || name.size() <= IdLength || name[IdLength] != u'-')
        return std::nullopt;
    for (const IdKind kind : {IdKind::Album, IdKind::Show, IdKind::Artist}) {
        if (const auto index = m_world.catalogue.indexOf(kind, id))
            return asJpeg(drawCover(m_world.catalogue.number(301 + quint64(kind), quint64(*index)), side));
    }
    return std::nullopt;
}

std::optional<QImage> Covers::mosaic(int side, const QString &ids) const
{
    if (!isAllowedSide(side) || ids.size() != 4 * IdLength)
        return std::nullopt;
    QImage image(side, side, QImage::Format_RGB32);
    QPainter painter(&image);
    for (int i = 0; i < 4; ++i) {
        const auto album = m_world.catalogue.indexOf(IdKind::Album, ids.mid(i * IdLength, IdLength));
        if (!album)
            return std::nullopt;
        const quint64 number = m_world.catalogue.number(301 + quint64(IdKind::Album), quint64(*album));
        painter.drawImage(i % 2 * side / 2, i / 2 * side / 2, drawCover(number, side / 2));
    }
    return image;
}

} // namespace segue::demo
