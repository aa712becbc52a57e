// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/EntriesCodec.h"

#include "app/store/EntryStream.h"
#include "app/web/TextPool.h"

#include <QDataStream>

namespace segue::store
{

namespace
{

constexpr quint8 formatNumber = 1;
constexpr QDataStream::Version streamVersion = QDataStream::Qt_6_0;

template <typename Write>
QByteArray encoded(const QList<web::PlaylistEntry> &entries, Write write)
{
    QByteArray bytes;
    QDataStream out(&bytes, QDataStream::WriteOnly);
    out.setVersion(streamVersion);
    out << formatNumber << static_cast<quint32>(entries.size());
    for (const web::PlaylistEntry &entry : entries)
        write(out, entry);
    return bytes;
}

/// How many entries follow; nothing when that cannot be. Each takes a byte or more.
std::optional<quint32> readHead(QDataStream &in, qsizetype size)
{
    quint8 format = 0;
    quint32 count = 0;
    in >> format >> count;
    if (in.status() != QDataStream::Ok || format != formatNumber || count > size)
        return std::nullopt;
    return count;
}

void writePictures(QDataStream &out, const web::PlaylistEntry &entry)
{
    const QList<web::Image> images = entry.medium ? entry.medium->images : QList<web::Image>();
    out << static_cast<quint8>(images.size());
    for (const web::Image &image : images)
        out << image.url.toEncoded() << static_cast<qint32>(image.width) << static_cast<qint32>(image.height);
}

QList<web::Image> readPictures(QDataStream &in, web::TextPool &texts)
{
    quint8 count = 0;
    in >> count;
    struct Stored {
        QByteArray url;
        qint32 width = 0;
        qint32 height = 0;
    };
    QList<Stored> stored;
    for (quint8 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        Stored &image = stored.emplaceBack();
        in >> image.url >> image.width >> image.height;
    }
    if (stored.isEmpty())
        return {};
    // Addresses are parsed once for all tracks of an album.
    return texts.images(QString::fromLatin1(stored.constFirst().url), [&stored] {
        QList<web::Image> images;
        for (const Stored &image : std::as_const(stored))
            images.append({.url = QUrl::fromEncoded(image.url), .width = image.width, .height = image.height});
        return images;
    });
}

} // namespace

QByteArray encodeEntries(const QList<web::PlaylistEntry> &entries)
{
    return encoded(entries, writeEntry);
}

QByteArray encodePictures(const QList<web::PlaylistEntry> &entries)
{
    return encoded(entries, writePictures);
}

std::optional<QList<web::PlaylistEntry>> decodeEntries(const QByteArray &entries, const QByteArray &pictures)
{
    QDataStream in(entries);
    QDataStream pictureStream(pictures);
    for (QDataStream *stream : {&in, &pictureStream})
        stream->setVersion(streamVersion);
    const std::optional<quint32> count = readHead(in, entries.size());
    if (!count || (!pictures.isEmpty() && readHead(pictureStream, pictures.size()) != count))
        return std::nullopt;

    web::TextPool texts;
    QList<web::PlaylistEntry> list;
    list.reserve(*count);
    for (quint32 i = 0; i < *count && in.status() == QDataStream::Ok; ++i)
        list.append(
            readEntry(in, texts, pictures.isEmpty() ? QList<web::Image>() : readPictures(pictureStream, texts)));
    if (in.status() != QDataStream::Ok || pictureStream.status() != QDataStream::Ok)
        return std::nullopt;
    return list;
}

} // namespace segue::store
