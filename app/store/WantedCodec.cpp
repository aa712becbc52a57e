// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/WantedCodec.h"

#include <QDataStream>
#include <QTimeZone>

#include <limits>
#include <memory>

namespace segue::store
{

namespace
{

constexpr quint8 formatNumber = 1;
constexpr QDataStream::Version streamVersion = QDataStream::Qt_6_0;
/// A step from one server index to the next is never this large; it stands for a row that is to be added.
constexpr qint32 addedMark = std::numeric_limits<qint32>::min();
constexpr qint64 undated = std::numeric_limits<qint64>::min();

enum MediumFlag : quint8 { present = 1, episode = 2, explicitWords = 4, localFile = 8, playable = 16 };

void writeMedium(QDataStream &out, const web::Medium *medium)
{
    if (!medium) {
        out << quint8(0);
        return;
    }
    quint8 flags = present;
    flags |= medium->kind == web::MediumKind::Episode ? episode : 0;
    flags |= medium->isExplicit ? explicitWords : 0;
    flags |= medium->isLocal ? localFile : 0;
    flags |= medium->isPlayable ? playable : 0;
    out << flags << medium->uri << medium->title << medium->album << medium->albumUri
        << static_cast<qint64>(medium->length.count()) << medium->isrc.toString() << medium->released.toString()
        << medium->popularity << medium->discNumber << medium->trackNumber
        << static_cast<quint32>(medium->artists.size());
    for (const web::ArtistRef &artist : medium->artists)
        out << artist.name << artist.uri;
}

web::MediumPtr readMedium(QDataStream &in)
{
    quint8 flags = 0;
    in >> flags;
    if (!(flags & present))
        return nullptr;
    const auto medium = std::make_shared<web::Medium>();
    medium->kind = flags & episode ? web::MediumKind::Episode : web::MediumKind::Track;
    medium->isExplicit = flags & explicitWords;
    medium->isLocal = flags & localFile;
    medium->isPlayable = flags & playable;
    qint64 length = 0;
    QString isrc;
    QString released;
    quint32 artists = 0;
    in >> medium->uri >> medium->title >> medium->album >> medium->albumUri >> length >> isrc >> released >>
        medium->popularity >> medium->discNumber >> medium->trackNumber >> artists;
    medium->length = std::chrono::milliseconds(length);
    medium->isrc = web::Isrc::from(isrc);
    medium->released = web::ReleaseDate::from(released, {});
    for (quint32 i = 0; i < artists && in.status() == QDataStream::Ok; ++i) {
        web::ArtistRef artist;
        in >> artist.name >> artist.uri;
        medium->artists.append(artist);
    }
    return medium;
}

void writeAdded(QDataStream &out, const web::PlaylistEntry &entry)
{
    out << (entry.addedAt.isValid() ? entry.addedAt.toMSecsSinceEpoch() : undated) << entry.addedBy;
    writeMedium(out, entry.medium.get());
}

web::PlaylistEntry readAdded(QDataStream &in)
{
    web::PlaylistEntry entry;
    qint64 date = undated;
    in >> date >> entry.addedBy;
    if (date != undated)
        entry.addedAt = QDateTime::fromMSecsSinceEpoch(date, QTimeZone::utc());
    entry.medium = readMedium(in);
    return entry;
}

} // namespace

QByteArray encodeWanted(const QList<WantedRow> &rows)
{
    QByteArray bytes;
    QDataStream out(&bytes, QDataStream::WriteOnly);
    out.setVersion(streamVersion);
    out << formatNumber << static_cast<quint32>(rows.size());
    qint32 before = -1;
    for (const WantedRow &row : rows) {
        if (row.serverIndex < 0) {
            out << addedMark;
        } else {
            out << row.serverIndex - before; // mostly 1: packs to nothing
            before = row.serverIndex;
        }
    }
    for (const WantedRow &row : rows) {
        if (row.serverIndex < 0)
            writeAdded(out, row.added);
    }
    return bytes;
}

std::optional<QList<WantedRow>> decodeWanted(const QByteArray &bytes, qsizetype serverSize)
{
    QDataStream in(bytes);
    in.setVersion(streamVersion);
    quint8 format = 0;
    quint32 count = 0;
    in >> format >> count;
    if (format != formatNumber || count > bytes.size() / sizeof(qint32))
        return std::nullopt;

    QList<WantedRow> rows(count);
    qint64 index = -1;
    for (WantedRow &row : rows) {
        qint32 step = 0;
        in >> step;
        if (step == addedMark)
            continue;
        index += step;
        if (index < 0 || index >= serverSize)
            return std::nullopt;
        row.serverIndex = static_cast<int>(index);
    }
    for (WantedRow &row : rows) {
        if (row.serverIndex < 0 && in.status() == QDataStream::Ok)
            row.added = readAdded(in);
    }
    if (in.status() != QDataStream::Ok)
        return std::nullopt;
    return rows;
}

QByteArray encodePositions(const QList<int> &positions)
{
    QList<WantedRow> rows;
    rows.reserve(positions.size());
    for (const int position : positions)
        rows.append(WantedRow{.serverIndex = position, .added = {}});
    return encodeWanted(rows);
}

std::optional<QList<int>> decodePositions(const QByteArray &bytes, qsizetype size)
{
    const std::optional<QList<WantedRow>> rows = decodeWanted(bytes, size);
    if (!rows)
        return std::nullopt;
    QList<int> positions;
    positions.reserve(rows->size());
    for (const WantedRow &row : *rows) {
        if (row.serverIndex <= (positions.isEmpty() ? -1 : positions.constLast()))
            return std::nullopt;
        positions.append(row.serverIndex);
    }
    return positions;
}

} // namespace segue::store
