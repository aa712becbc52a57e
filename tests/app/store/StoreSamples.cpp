// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/store/StoreSamples.h"

#include <QTimeZone>

#include <algorithm>
#include <random>

namespace segue::test
{

using namespace store;

namespace
{

QDateTime dateAt(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::utc());
}

bool sameMedium(const web::Medium &a, const web::Medium &b)
{
    return a.kind == b.kind && a.uri == b.uri && a.title == b.title && a.artists == b.artists && a.album == b.album &&
           a.albumUri == b.albumUri && a.length == b.length && a.isExplicit == b.isExplicit && a.isLocal == b.isLocal &&
           a.isPlayable == b.isPlayable && a.restriction == b.restriction && a.isrc == b.isrc &&
           a.released == b.released && a.popularity == b.popularity && a.discNumber == b.discNumber &&
           a.trackNumber == b.trackNumber;
}

bool sameAdded(const web::PlaylistEntry &a, const web::PlaylistEntry &b)
{
    return a.addedAt == b.addedAt && a.addedBy == b.addedBy && bool(a.medium) == bool(b.medium) &&
           (!a.medium || sameMedium(*a.medium, *b.medium));
}

} // namespace

ListRows sampleRows(int count, quint32 seed)
{
    std::mt19937 random(seed);
    const QLatin1String alphabet("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    ListRows rows;
    rows.reserve(count);
    qint64 date = 1'500'000'000;
    for (int i = 0; i < count; ++i) {
        QString id;
        for (int k = 0; k < 22; ++k)
            id += alphabet.at(static_cast<qsizetype>(random() % 62));
        date += random() % 20'000;
        rows.append(ListRow{.uri = QStringLiteral("spotify:track:") + id,
                            .addedAt = dateAt(date * 1000),
                            .addedBy = QStringLiteral("user%1").arg(random() % 3)});
    }
    return rows;
}

ListRows oddRows()
{
    const QDateTime date = dateAt(1'600'000'000'000);
    return {
        {.uri = QStringLiteral("spotify:local:Caf%C3%A9:Album:Title:213"), .addedAt = date, .addedBy = {}},
        {.uri = QStringLiteral("spotify:episode:0123456789abcdefABCDEF"),
         .addedAt = date,
         .addedBy = QStringLiteral("a")},
        {.uri = {}, .addedAt = date, .addedBy = QStringLiteral("b")},
        {.uri = QStringLiteral("spotify:track:0123456789abcdefABCDEF"), .addedAt = {}, .addedBy = QStringLiteral("a")},
        {.uri = QStringLiteral("spotify:track:0123456789abcdefABCDE_"), .addedAt = dateAt(-1), .addedBy = {}},
        {.uri = QStringLiteral("spotify:track:ä\n"), .addedAt = dateAt(1'600'000'000'001), .addedBy = {}},
    };
}

WantedRow addedRow(int number)
{
    const auto medium = std::make_shared<web::Medium>();
    medium->uri = QStringLiteral("spotify:track:added%1").arg(number, 17, 10, QLatin1Char('0'));
    medium->title = QStringLiteral("Título %1").arg(number);
    medium->artists = {{QStringLiteral("Ärtist"), QStringLiteral("spotify:artist:1")}, {QStringLiteral("Two"), {}}};
    medium->album = QStringLiteral("Album");
    medium->albumUri = QStringLiteral("spotify:album:1");
    medium->length = std::chrono::milliseconds(123'456 + number);
    medium->isrc = web::Isrc::from(QStringLiteral("GBAYE6800011"));
    medium->released = {.year = 1968, .month = 11, .day = static_cast<std::uint8_t>(number % 2 == 0 ? 22 : 0)};
    medium->popularity = 70;
    medium->discNumber = 2;
    medium->trackNumber = static_cast<std::int16_t>(number % 30);
    medium->isExplicit = number % 2 == 0;
    return {.serverIndex = -1,
            .added = {.medium = medium, .addedAt = dateAt(1'700'000'000'123), .addedBy = QStringLiteral("me")}};
}

QList<web::PlaylistEntry> sampleEntries()
{
    QList<web::PlaylistEntry> entries;
    const ListRows odd = oddRows();
    for (const ListRow &row : odd) {
        web::PlaylistEntry entry{.medium = nullptr, .addedAt = row.addedAt, .addedBy = row.addedBy};
        if (!row.uri.isEmpty()) {
            auto medium = std::make_shared<web::Medium>();
            medium->uri = row.uri;
            medium->isLocal = row.uri.startsWith(QLatin1String("spotify:local:"));
            medium->isPlayable = !medium->isLocal;
            medium->restriction = medium->isPlayable ? web::Restriction::None : web::Restriction::Explicit;
            entry.medium = medium;
        }
        entries.append(entry);
    }
    const QList<web::Image> pictures{
        {.url = QUrl(QStringLiteral("https://i.example/300?a=b%20c")), .width = 300, .height = 300},
        {.url = QUrl(QStringLiteral("https://i.example/64")), .width = 0, .height = 0}};
    for (int i = 0; i < 3; ++i) {
        web::PlaylistEntry entry = addedRow(i).added;
        auto medium = std::make_shared<web::Medium>(*entry.medium);
        medium->images = pictures;
        entry.medium = medium;
        entries.append(entry);
    }
    return entries;
}

bool sameEntries(const QList<web::PlaylistEntry> &a, const QList<web::PlaylistEntry> &b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(), [](const auto &left, const auto &right) {
        return sameAdded(left, right) && (!left.medium || left.medium->images == right.medium->images);
    });
}

QList<web::PlaylistEntry> withoutPictures(QList<web::PlaylistEntry> entries)
{
    for (web::PlaylistEntry &entry : entries) {
        if (!entry.medium)
            continue;
        auto medium = std::make_shared<web::Medium>(*entry.medium);
        medium->images.clear();
        entry.medium = medium;
    }
    return entries;
}

JournalEntry sampleEntry(const QString &playlistId, int number, int rows)
{
    JournalEntry entry{.playlistId = playlistId,
                       .playlistName = QStringLiteral("Playlist “%1”").arg(playlistId),
                       .savedAt = dateAt(1'700'000'000'000 + number),
                       .what = QStringLiteral("Edit %1").arg(number),
                       .snapshotId = QStringLiteral("snapshot%1").arg(number),
                       .server = sampleRows(rows, static_cast<quint32>(number))};
    for (int i = rows; i-- > 0;)
        entry.wanted.append(WantedRow{.serverIndex = i});
    entry.wanted.insert(rows / 2, addedRow(number));
    return entry;
}

bool sameWanted(const QList<WantedRow> &a, const QList<WantedRow> &b)
{
    return std::equal(a.cbegin(), a.cend(), b.cbegin(), b.cend(), [](const WantedRow &left, const WantedRow &right) {
        return left.serverIndex == right.serverIndex && (left.serverIndex >= 0 || sameAdded(left.added, right.added));
    });
}

bool sameEntry(const JournalEntry &a, const JournalEntry &b)
{
    return a.playlistId == b.playlistId && a.playlistName == b.playlistName && a.savedAt == b.savedAt &&
           a.what == b.what && a.snapshotId == b.snapshotId && a.server == b.server && sameWanted(a.wanted, b.wanted);
}

} // namespace segue::test
