// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/EntryStream.h"

#include "app/web/TextPool.h"

#include <QTimeZone>

#include <limits>
#include <memory>

namespace segue::store
{

namespace
{

constexpr qint64 undated = std::numeric_limits<qint64>::min();

enum MediumFlag : quint8 { present = 1, episode = 2, explicitWords = 4, localFile = 8, playable = 16 };
constexpr int restrictionShift = 5; ///< the two bits above the flags

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
    flags |= static_cast<quint8>(static_cast<unsigned>(medium->restriction) << restrictionShift);
    out << flags << medium->uri << medium->title << medium->album << medium->albumUri
        << static_cast<qint64>(medium->length.count()) << medium->isrc.toString() << medium->released.toString()
        << medium->popularity << medium->discNumber << medium->trackNumber
        << static_cast<quint32>(medium->artists.size());
    for (const web::ArtistRef &artist : medium->artists)
        out << artist.name << artist.uri;
}

QString readShared(QDataStream &in, web::TextPool &texts)
{
    QString text;
    in >> text;
    return texts.shared(text);
}

std::shared_ptr<web::Medium> readMedium(QDataStream &in, web::TextPool &texts)
{
    quint8 flags = 0;
    in >> flags;
    if (!(flags & present))
        return nullptr;
    auto medium = std::make_shared<web::Medium>();
    medium->kind = flags & episode ? web::MediumKind::Episode : web::MediumKind::Track;
    medium->isExplicit = flags & explicitWords;
    medium->isLocal = flags & localFile;
    medium->isPlayable = flags & playable;
    medium->restriction = static_cast<web::Restriction>((flags >> restrictionShift) & 3);
    qint64 length = 0;
    QString isrc;
    QString released;
    quint32 artists = 0;
    in >> medium->uri >> medium->title;
    medium->album = readShared(in, texts);
    medium->albumUri = readShared(in, texts);
    in >> length >> isrc >> released >> medium->popularity >> medium->discNumber >> medium->trackNumber >> artists;
    medium->length = std::chrono::milliseconds(length);
    medium->isrc = web::Isrc::from(isrc);
    medium->released = web::ReleaseDate::from(released, {});
    for (quint32 i = 0; i < artists && in.status() == QDataStream::Ok; ++i) {
        web::ArtistRef artist;
        artist.name = readShared(in, texts);
        artist.uri = readShared(in, texts);
        medium->artists.append(artist);
    }
    return medium;
}

} // namespace

void writeEntry(QDataStream &out, const web::PlaylistEntry &entry)
{
    out << (entry.addedAt.isValid() ? entry.addedAt.toMSecsSinceEpoch() : undated) << entry.addedBy;
    writeMedium(out, entry.medium.get());
}

web::PlaylistEntry readEntry(QDataStream &in, web::TextPool &texts, QList<web::Image> pictures)
{
    web::PlaylistEntry entry;
    qint64 date = undated;
    in >> date;
    if (date != undated)
        entry.addedAt = QDateTime::fromMSecsSinceEpoch(date, QTimeZone::utc());
    entry.addedBy = readShared(in, texts);
    if (const auto medium = readMedium(in, texts)) {
        medium->images = std::move(pictures);
        entry.medium = medium;
    }
    return entry;
}

} // namespace segue::store
