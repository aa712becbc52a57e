// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/Formats.h"
#include "app/playlist/exchange/RowText.h"

namespace segue::playlist
{

namespace
{

constexpr QLatin1String signature("#EXTM3U");
constexpr QLatin1String infoTag("#EXTINF:");
constexpr QLatin1String nameTag("#PLAYLIST:");
constexpr QLatin1String albumTag("#EXTALB:");
constexpr QLatin1String artistTag("#EXTART:");
constexpr QLatin1String localUri("spotify:local:");

/// The comma between length and names. Programs put attributes with quoted values in front of it.
qsizetype commaIn(QStringView info)
{
    bool quoted = false;
    for (qsizetype i = 0; i < info.size(); ++i) {
        if (info.at(i) == u'"')
            quoted = !quoted;
        else if (info.at(i) == u',' && !quoted)
            return i;
    }
    return info.indexOf(u',');
}

class LineReader
{
public:
    explicit LineReader(ImportSink &sink) : m_sink(sink) {}

    void take(QStringView line, int number);
    void finish();

private:
    void takeTag(QStringView line, int number);
    void takeInfo(QStringView info);
    void takeLocation(QStringView location, int number);

    ImportSink &m_sink;
    ExchangeRow m_next;     ///< what # lines told about the location to come
    QString m_nextInfo;     ///< the #EXTINF line of it
    int m_nextInfoLine = 0; ///< 0: there was none
};

void LineReader::take(QStringView line, int number)
{
    line = line.trimmed();
    if (line.isEmpty())
        return;
    if (line.startsWith(u'#'))
        takeTag(line, number);
    else
        takeLocation(line, number);
}

void LineReader::takeTag(QStringView line, int number)
{
    const auto behind = [line](QLatin1String tag) { return line.mid(tag.size()).trimmed().toString(); };
    if (line.startsWith(infoTag, Qt::CaseInsensitive)) {
        finish();
        m_nextInfo = line.toString();
        m_nextInfoLine = number;
        takeInfo(line.mid(infoTag.size()));
    } else if (line.startsWith(nameTag, Qt::CaseInsensitive)) {
        m_sink.describe(behind(nameTag), {});
    } else if (line.startsWith(albumTag, Qt::CaseInsensitive)) {
        m_next.album = behind(albumTag);
    } else if (line.startsWith(artistTag, Qt::CaseInsensitive)) {
        if (const QString artist = behind(artistTag); !artist.isEmpty())
            m_next.artists = QStringList{artist};
    } else if (const qsizetype local = line.indexOf(localUri); local >= 0) {
        m_sink.add(rowOfLocalFile(line.mid(local).toString()), number);
    }
}

void LineReader::takeInfo(QStringView info)
{
    const qsizetype comma = commaIn(info);
    QStringView length = comma < 0 ? info : info.left(comma);
    if (const qsizetype space = length.trimmed().indexOf(u' '); space > 0)
        length = length.trimmed().left(space);
    // "0.5" is half a second here, so there is nothing to guess.
    m_next.length = lengthFrom(QString::number(length.toDouble() * 1000), LengthUnit::Milliseconds);
    if (comma >= 0)
        setArtistAndTitle(m_next, info.mid(comma + 1));
}

void LineReader::takeLocation(QStringView location, int number)
{
    ExchangeRow row = std::exchange(m_next, {});
    m_nextInfoLine = 0;
    const NamedTrack track = trackNamedBy(location);
    row.uri = track.uri;
    if (row.uri.isEmpty() && track.somethingElse)
        return m_sink.skip(number, location, SkippedLine::Why::NotATrack);
    if (row.namesNothing() && !setNamesFromPath(row, location))
        return m_sink.skip(number, location, SkippedLine::Why::Unclear);
    m_sink.add(row, number);
}

/// An #EXTINF without a location, as in a file that is cut off.
void LineReader::finish()
{
    if (m_nextInfoLine > 0)
        m_sink.skip(m_nextInfoLine, m_nextInfo, SkippedLine::Why::Unclear);
    m_next = {};
    m_nextInfoLine = 0;
}

} // namespace

QByteArray writeM3u(const ExchangeList &list)
{
    QString out = signature + u'\n';
    if (!list.name.isEmpty())
        out += nameTag + inOneLine(list.name) + u'\n';
    for (const ExchangeRow &row : list.rows) {
        const QString names = inOneLine(artistsAndTitle(row));
        if (row.uri.isEmpty() || row.uri.startsWith(localUri)) {
            out += QLatin1String("# ") + (row.uri.isEmpty() ? names : inOneLine(row.uri)) + u'\n';
            continue;
        }
        const auto seconds = std::chrono::round<std::chrono::seconds>(row.length).count();
        out += infoTag + QString::number(row.length.count() > 0 ? seconds : -1) + u',' + names + u'\n';
        if (!row.album.isEmpty())
            out += albumTag + inOneLine(row.album) + u'\n';
        out += pageAddress(row.uri) + u'\n';
    }
    return out.toUtf8();
}

/// Anywhere else the signs may be part of a title.
bool looksLikeM3u(QStringView text)
{
    bool found = false;
    forEachLine(text.trimmed(), [&found](QStringView line, int) {
        found = line.startsWith(signature, Qt::CaseInsensitive) || line.startsWith(infoTag, Qt::CaseInsensitive);
        return !found && (line.startsWith(u'#') || line.isEmpty());
    });
    return found;
}

void readM3u(QStringView text, ImportSink &sink)
{
    LineReader reader(sink);
    forEachLine(text, [&](QStringView line, int number) {
        reader.take(line, number);
        return !sink.overflowed();
    });
    reader.finish();
}

} // namespace segue::playlist
