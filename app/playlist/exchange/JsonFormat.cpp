// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/Formats.h"
#include "app/playlist/exchange/RowText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QLocale>

#include <algorithm>
#include <initializer_list>

namespace segue::playlist
{

namespace
{

constexpr QLatin1String ourFormat("segue-playlist");
constexpr int ourVersion = 1;

constexpr QLatin1String formatKey("format");
constexpr QLatin1String versionKey("version");
constexpr QLatin1String nameKey("name");
constexpr QLatin1String descriptionKey("description");
constexpr QLatin1String itemsKey("items");
constexpr QLatin1String uriKey("uri");
constexpr QLatin1String titleKey("title");
constexpr QLatin1String artistsKey("artists");
constexpr QLatin1String albumKey("album");
constexpr QLatin1String isrcKey("isrc");
constexpr QLatin1String lengthKey("duration_ms");
constexpr QLatin1String addedAtKey("added_at");
constexpr QLatin1String addedByKey("added_by");

using Keys = std::initializer_list<QLatin1String>;

void put(QJsonObject &object, QLatin1String key, const QString &text)
{
    if (!text.isEmpty())
        object.insert(key, text);
}

QJsonObject itemOf(const ExchangeRow &row)
{
    QJsonObject item;
    put(item, uriKey, row.uri);
    put(item, titleKey, row.title);
    if (!row.artists.isEmpty())
        item.insert(artistsKey, QJsonArray::fromStringList(row.artists));
    put(item, albumKey, row.album);
    put(item, isrcKey, row.isrc);
    if (row.length.count() > 0)
        item.insert(lengthKey, qint64(row.length.count()));
    put(item, addedAtKey, timeText(row.addedAt));
    put(item, addedByKey, row.addedBy);
    return item;
}

/// Well-formed: an escape may stand for half of a pair.
QString textOf(const QJsonValue &value)
{
    const QString text = value.toString();
    return text.isValidUtf16() ? text : QString::fromUtf8(text.toUtf8());
}

QString firstText(const QJsonObject &object, Keys keys)
{
    for (const QLatin1String key : keys) {
        if (const QString text = textOf(object.value(key)); !text.isEmpty())
            return text;
    }
    return {};
}

/// "Name", or { "name": "Name" }, or { "id": "name" }.
QString nameFrom(const QJsonValue &value)
{
    if (value.isObject())
        return firstText(value.toObject(), {nameKey, QLatin1String("id")});
    return textOf(value);
}

/// The entries of something that has entries: an array, or a page of the Web API.
std::optional<QJsonArray> entriesOf(const QJsonValue &playlist)
{
    const QJsonObject object = playlist.toObject();
    for (const QLatin1String key : {itemsKey, QLatin1String("tracks")}) {
        const QJsonValue value = object.value(key);
        if (value.isArray())
            return value.toArray();
        if (const QJsonValue page = value.toObject().value(itemsKey); page.isArray())
            return page.toArray();
    }
    return std::nullopt;
}

class DocumentReader
{
public:
    explicit DocumentReader(ImportSink &sink) : m_sink(sink) {}

    /// False when it holds nothing like a playlist.
    bool read(const QJsonDocument &document);

private:
    void readLists(const QJsonArray &playlists);
    void readList(const QJsonObject &playlist, const QJsonArray &entries);
    void readEntries(const QJsonArray &entries);
    void readEntry(const QJsonValue &entry);
    void readObject(const QJsonObject &entry);
    void skip(const QJsonValue &entry, SkippedLine::Why why);

    ImportSink &m_sink;
    int m_number = 0; ///< of the entry
};

bool DocumentReader::read(const QJsonDocument &document)
{
    if (document.isArray()) {
        const QJsonArray array = document.array();
        const bool playlists = std::any_of(array.begin(), array.end(),
                                           [](const QJsonValue &value) { return entriesOf(value).has_value(); });
        if (playlists)
            readLists(array);
        else
            readEntries(array);
        return true;
    }
    const QJsonObject object = document.object();
    if (const QJsonValue playlists = object.value(QLatin1String("playlists")); playlists.isArray()) {
        readLists(playlists.toArray());
        return true;
    }
    const auto entries = entriesOf(object);
    if (entries)
        readList(object, *entries);
    return entries.has_value();
}

void DocumentReader::readLists(const QJsonArray &playlists)
{
    for (const QJsonValue playlist : playlists) {
        if (m_sink.overflowed())
            return;
        if (const auto entries = entriesOf(playlist)) {
            readList(playlist.toObject(), *entries);
        } else {
            ++m_number;
            skip(playlist, SkippedLine::Why::Unclear);
        }
    }
}

void DocumentReader::readList(const QJsonObject &playlist, const QJsonArray &entries)
{
    m_sink.beginList(textOf(playlist.value(nameKey)), textOf(playlist.value(descriptionKey)));
    readEntries(entries);
}

void DocumentReader::readEntries(const QJsonArray &entries)
{
    for (const QJsonValue entry : entries) {
        if (m_sink.overflowed())
            return;
        ++m_number;
        readEntry(entry);
    }
}

void DocumentReader::readEntry(const QJsonValue &entry)
{
    if (entry.isObject())
        return readObject(entry.toObject());
    if (entry.isNull())
        return skip(entry, SkippedLine::Why::Empty);
    const NamedTrack track = trackNamedBy(textOf(entry));
    if (track.uri.isEmpty())
        return skip(entry, track.somethingElse ? SkippedLine::Why::NotATrack : SkippedLine::Why::Unclear);
    m_sink.add(track.uri.startsWith(QLatin1String("spotify:local:")) ? rowOfLocalFile(track.uri)
                                                                     : ExchangeRow{.uri = track.uri},
               m_number);
}

/// The track within an entry: the Web API and Spotify's export put one of these around it. Nothing when all are null.
std::optional<QJsonObject> trackWithin(const QJsonObject &entry)
{
    bool wrapped = false;
    for (const char *key : {"track", "item", "episode", "localTrack"}) {
        const QJsonValue value = entry.value(QLatin1String(key));
        if (value.isObject())
            return value.toObject();
        wrapped = wrapped || value.isNull();
    }
    // A null beside a URI is just a member without a value.
    if (wrapped && firstText(entry, {uriKey, titleKey, nameKey}).isEmpty())
        return std::nullopt;
    return entry;
}

NamedTrack trackNamedIn(const QJsonObject &track)
{
    NamedTrack found;
    const auto look = [&found](const QString &text) {
        if (!found.uri.isEmpty() || text.isEmpty())
            return;
        const NamedTrack named = trackNamedBy(text);
        found.uri = named.uri;
        found.somethingElse = found.somethingElse || named.somethingElse;
    };
    for (const char *key : {"uri", "trackUri", "episodeUri", "track_uri", "spotify_uri", "spotifyUri", "url", "link"})
        look(textOf(track.value(QLatin1String(key))));
    look(textOf(track.value(QLatin1String("external_urls")).toObject().value(QLatin1String("spotify"))));
    // An id says nothing about what it is of.
    if (!found.somethingElse) {
        for (const char *key : {"id", "spotify_id", "spotifyId", "track_id", "trackId"})
            look(textOf(track.value(QLatin1String(key))));
    }
    return found;
}

QStringList artistsIn(const QJsonObject &track)
{
    QStringList names;
    const QJsonValue artists = track.value(artistsKey);
    for (const QJsonValue artist : artists.toArray()) {
        if (const QString name = nameFrom(artist); !name.isEmpty())
            names.append(name);
    }
    if (names.isEmpty()) {
        const QString name = firstText(track, {artistsKey, QLatin1String("artist"), QLatin1String("artistName"),
                                               QLatin1String("artist_name"), QLatin1String("creator")});
        if (!name.isEmpty())
            names.append(name);
    }
    return names;
}

std::chrono::milliseconds lengthIn(const QJsonObject &track)
{
    for (const QLatin1String key : {lengthKey, QLatin1String("durationMs")}) {
        const QJsonValue value = track.value(key);
        if (value.isDouble())
            return lengthFrom(QString::number(value.toDouble(), 'f', 0), LengthUnit::Milliseconds);
        if (value.isString())
            return lengthFrom(value.toString(), LengthUnit::Milliseconds);
    }
    return {};
}

void DocumentReader::readObject(const QJsonObject &entry)
{
    const auto within = trackWithin(entry);
    if (!within)
        return skip(entry, SkippedLine::Why::Empty);
    const QJsonObject &track = *within;
    const NamedTrack named = trackNamedIn(track);
    ExchangeRow row;
    row.uri = named.uri;
    row.title = firstText(track, {titleKey, nameKey, QLatin1String("trackName"), QLatin1String("track_name"),
                                  QLatin1String("episodeName"), QLatin1String("track"), QLatin1String("song")});
    row.artists = artistsIn(track);
    row.album = nameFrom(track.value(albumKey));
    if (row.album.isEmpty())
        row.album =
            firstText(track, {QLatin1String("albumName"), QLatin1String("album_name"), QLatin1String("showName")});
    row.isrc = firstText(track, {isrcKey});
    if (row.isrc.isEmpty())
        row.isrc = textOf(track.value(QLatin1String("external_ids")).toObject().value(isrcKey));
    row.length = lengthIn(track);
    row.addedAt = timeFrom(firstText(entry, {addedAtKey, QLatin1String("addedAt"), QLatin1String("addedDate")}));
    const QJsonValue addedBy = entry.value(addedByKey);
    row.addedBy = userIdFrom(addedBy.isObject() ? textOf(addedBy.toObject().value(QLatin1String("id")))
                                                : firstText(entry, {addedByKey, QLatin1String("addedBy")}));
    if (row.uri.isEmpty() && named.somethingElse)
        return skip(entry, SkippedLine::Why::NotATrack);
    const bool unclear = row.namesNothing() && !(track.isEmpty() || !row.addedAt.isNull() || !row.addedBy.isEmpty());
    if (unclear)
        return skip(entry, SkippedLine::Why::Unclear);
    m_sink.add(row, m_number);
}

void DocumentReader::skip(const QJsonValue &entry, SkippedLine::Why why)
{
    if (entry.isString())
        return m_sink.skip(m_number, textOf(entry), why);
    if (entry.isObject())
        return m_sink.skip(m_number, QString::fromUtf8(QJsonDocument(entry.toObject()).toJson(QJsonDocument::Compact)),
                           why);
    m_sink.skip(m_number, entry.toVariant().toString(), why);
}

} // namespace

QByteArray writeJson(const ExchangeList &list)
{
    QJsonArray items;
    for (const ExchangeRow &row : list.rows)
        items.append(itemOf(row));
    QJsonObject document;
    document.insert(formatKey, ourFormat);
    document.insert(versionKey, ourVersion);
    document.insert(nameKey, list.name);
    document.insert(descriptionKey, list.description);
    document.insert(itemsKey, items);
    return QJsonDocument(document).toJson(QJsonDocument::Indented);
}

bool looksLikeJson(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith(u'{'))
        return true;
    if (!text.startsWith(u'['))
        return false;
    // "[song] https://…" is a text.
    const QStringView first = text.mid(1).trimmed().left(1);
    return first.isEmpty() || QStringView(u"\"{[]n").contains(first);
}

std::optional<Error> readJson(const QString &text, ImportSink &sink)
{
    const QByteArray bytes = text.toUtf8();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError) {
        const auto line =
            1 + std::count(bytes.begin(), bytes.begin() + std::min<qsizetype>(error.offset, bytes.size()), '\n');
        return unreadable(
            ExchangeTexts::tr("This JSON file is broken in line %1.").arg(QLocale().toString(qlonglong(line))),
            error.errorString());
    }
    const QJsonObject object = document.object();
    if (object.value(formatKey).toString() == ourFormat && object.value(versionKey).toInt() > ourVersion)
        return unreadable(ExchangeTexts::tr("This file was written by a newer Segue. Update Segue to read it."));
    if (!DocumentReader(sink).read(document))
        return unreadable(ExchangeTexts::tr("There is no playlist in this JSON file that Segue can find."));
    return std::nullopt;
}

} // namespace segue::playlist
