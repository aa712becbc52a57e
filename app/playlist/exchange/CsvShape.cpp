// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/CsvShape.h"

#include "app/playlist/exchange/RowText.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <vector>

namespace segue::playlist
{

namespace
{

constexpr std::array<QChar, 3> delimiters{u',', u';', u'\t'};

enum class Meaning { Title, ArtistList, Artist, Album, Isrc, Milliseconds, Length, AddedAt, AddedBy, Playlist };

/// Header names without anything but letters and digits, in lower case: "Artist Name(s)" is "artistnames".
const QHash<QString, Meaning> &meanings()
{
    static const QHash<QString, Meaning> all = [] {
        QHash<QString, Meaning> names;
        const auto add = [&names](Meaning meaning, std::initializer_list<const char *> list) {
            for (const char *name : list)
                names.insert(QString::fromLatin1(name), meaning);
        };
        add(Meaning::Title, {"trackname", "title", "name", "track", "tracktitle", "song", "songname", "songtitle"});
        add(Meaning::ArtistList, {"artistnames", "artists", "trackartists", "artistsnames"});
        add(Meaning::Artist, {"artistname", "artist", "trackartist", "performer", "creator"});
        add(Meaning::Album, {"albumname", "album", "albumtitle"});
        add(Meaning::Isrc, {"isrc", "trackisrc", "isrccode"});
        add(Meaning::Milliseconds, {"trackdurationms", "durationms", "lengthms", "trackdurationmilliseconds"});
        add(Meaning::Length, {"duration", "trackduration", "length", "time"});
        add(Meaning::AddedAt, {"addedat", "addeddate", "dateadded", "addedon", "added"});
        add(Meaning::AddedBy, {"addedby"});
        add(Meaning::Playlist, {"playlistname", "playlist", "playlisttitle"});
        return names;
    }();
    return all;
}

/// Columns that may hold links, the surest first. "url" and "id" may be those of another service.
const QStringList &linkNames()
{
    static const QStringList names{
        QStringLiteral("trackuri"),   QStringLiteral("spotifyuri"),  QStringLiteral("spotifytrackuri"),
        QStringLiteral("uri"),        QStringLiteral("spotifyid"),   QStringLiteral("spotifytrackid"),
        QStringLiteral("spotifyurl"), QStringLiteral("spotifylink"), QStringLiteral("spotifytrackurl"),
        QStringLiteral("spotify"),    QStringLiteral("trackurl"),    QStringLiteral("tracklink"),
        QStringLiteral("songurl"),    QStringLiteral("trackid"),     QStringLiteral("url"),
        QStringLiteral("link"),       QStringLiteral("id"),
    };
    return names;
}

QString normalised(const QString &header)
{
    QString name;
    for (const QChar c : header) {
        if (c.isLetterOrNumber())
            name += c.toLower();
    }
    return name;
}

/// The first column of a meaning counts.
void note(qsizetype &column, qsizetype found)
{
    if (column < 0)
        column = found;
}

void noteMeaning(CsvColumns &columns, Meaning meaning, qsizetype column)
{
    switch (meaning) {
    case Meaning::Title:
        return note(columns.title, column);
    case Meaning::ArtistList:
        columns.artistsAreMany = true;
        columns.artists = column;
        return;
    case Meaning::Artist:
        return note(columns.artists, column);
    case Meaning::Album:
        return note(columns.album, column);
    case Meaning::Isrc:
        return note(columns.isrc, column);
    case Meaning::Milliseconds:
        return note(columns.milliseconds, column);
    case Meaning::Length:
        return note(columns.length, column);
    case Meaning::AddedAt:
        return note(columns.addedAt, column);
    case Meaning::AddedBy:
        return note(columns.addedBy, column);
    case Meaning::Playlist:
        return note(columns.playlist, column);
    }
}

struct Header {
    CsvColumns columns;
    int known = 0;
};

Header headerOf(const CsvRecord &record)
{
    Header header;
    QHash<QString, qsizetype> linkColumns;
    for (qsizetype i = 0; i < record.cells.size(); ++i) {
        if (!trackNamedBy(record.cells.at(i)).uri.isEmpty())
            return {};
        const QString name = normalised(record.cells.at(i));
        if (const auto meaning = meanings().constFind(name); meaning != meanings().constEnd()) {
            ++header.known;
            noteMeaning(header.columns, *meaning, i);
        } else if (linkNames().contains(name) && !linkColumns.contains(name)) {
            ++header.known;
            linkColumns.insert(name, i);
        }
    }
    for (const QString &name : linkNames()) {
        if (linkColumns.contains(name))
            header.columns.links.append(linkColumns.value(name));
    }
    return header;
}

/// "sep=;" in the first line is how Excel is told.
bool takeSeparatorLine(QStringView text, CsvShape *shape)
{
    constexpr QLatin1String prefix("sep=");
    constexpr qsizetype length = 5;
    if (!text.startsWith(prefix, Qt::CaseInsensitive) || text.size() <= length)
        return false;
    const bool crlf = text.mid(length).startsWith(u"\r\n");
    if (!crlf && text.at(length) != u'\n' && text.at(length) != u'\r')
        return false;
    shape->delimiter = text.at(prefix.size());
    shape->begin = length + (crlf ? 2 : 1);
    shape->firstLine = 2;
    return true;
}

/// A line with a column name alone may be the first line of any text, but for those that only a table has.
bool isHeader(const Header &header, const CsvRecord &record)
{
    return !record.tooWide && header.columns.namesTracks() &&
           (record.cells.size() > 1 || !header.columns.links.isEmpty());
}

std::optional<CsvShape> shapeByHeader(QStringView text)
{
    std::optional<CsvShape> best;
    int mostKnown = 0;
    CsvShape told;
    const bool isTold = takeSeparatorLine(text, &told);
    for (const QChar delimiter : delimiters) {
        if (isTold && delimiter != told.delimiter)
            continue;
        CsvShape shape = told;
        shape.delimiter = delimiter;
        CsvReader reader(text.mid(shape.begin), delimiter);
        CsvRecord record;
        // Not blank lines: a table begins with its header.
        if (!reader.next(&record))
            continue;
        const Header header = headerOf(record);
        if (!isHeader(header, record) || header.known <= mostKnown)
            continue;
        mostKnown = header.known;
        shape.columns = header.columns;
        best = shape;
    }
    return best;
}

/// What one can tell of a table without a header from its first records.
struct Sample {
    int records = 0;
    std::vector<int> linksInColumn;
    qsizetype columns = 0; ///< of the records with a link
};

Sample sampleOf(QStringView text, QChar delimiter, CsvReader::Quotes quotes)
{
    constexpr int enough = 50;
    constexpr qsizetype mostCells = 64;
    Sample sample;
    CsvReader reader(text, delimiter, quotes);
    CsvRecord record;
    while (sample.records < enough && reader.next(&record)) {
        if (record.isBlank())
            continue;
        ++sample.records;
        if (record.cells.size() < 2 || record.cells.size() > mostCells)
            continue;
        sample.linksInColumn.resize(std::max(sample.linksInColumn.size(), size_t(record.cells.size())));
        for (qsizetype i = 0; i < record.cells.size(); ++i) {
            const QString &cell = record.cells.at(i);
            if (cell.contains(u' ') || trackNamedBy(cell).uri.isEmpty())
                continue;
            ++sample.linksInColumn[size_t(i)];
            sample.columns = std::max(sample.columns, record.cells.size());
        }
    }
    return sample;
}

/// The column that holds a link in at least every other record while no other column holds any: several links in a
/// line are a list of links, which is no table.
std::optional<qsizetype> linkColumnOf(const Sample &sample)
{
    std::optional<qsizetype> found;
    for (size_t i = 0; i < sample.linksInColumn.size(); ++i) {
        if (sample.linksInColumn[i] == 0)
            continue;
        if (found || 2 * sample.linksInColumn[i] < sample.records)
            return std::nullopt;
        found = qsizetype(i);
    }
    return found;
}

std::optional<CsvShape> shapeByLinks(QStringView text)
{
    for (const QChar delimiter : delimiters) {
        CsvShape shape;
        takeSeparatorLine(text, &shape);
        shape.delimiter = delimiter;
        shape.hasHeader = false;
        // The text file of spotify-backup: title, artists, album, URI, never quoted; the name in a line above.
        if (delimiter == u'\t') {
            const Sample sample = sampleOf(text.mid(shape.begin), delimiter, CsvReader::Quotes::AreLetters);
            if (linkColumnOf(sample) == 3 && sample.columns == 4) {
                shape.quotes = CsvReader::Quotes::AreLetters;
                shape.columns = {.links = {3}, .title = 0, .artists = 1, .artistsAreMany = true, .album = 2};
                shape.namesInLines = true;
                return shape;
            }
        }
        if (const auto column = linkColumnOf(sampleOf(text.mid(shape.begin), delimiter, shape.quotes))) {
            shape.columns.links = {*column};
            return shape;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<CsvShape> csvShapeOf(QStringView text)
{
    if (const auto shape = shapeByHeader(text))
        return shape;
    return shapeByLinks(text);
}

} // namespace segue::playlist
