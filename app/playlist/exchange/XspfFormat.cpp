// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/Formats.h"
#include "app/playlist/exchange/RowText.h"

#include <QLocale>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

#include <utility>

namespace segue::playlist
{

namespace
{

constexpr QLatin1String xspfNamespace("http://xspf.org/ns/0/");
constexpr QLatin1String artistMeta("urn:x-segue:artist");
constexpr QLatin1String isrcMeta("urn:x-segue:isrc");
constexpr QLatin1String addedAtMeta("urn:x-segue:added-at");
constexpr QLatin1String addedByMeta("urn:x-segue:added-by");

constexpr int deepest = 32;
constexpr int mostAttributes = 64;

/// What XML 1.0 can hold. Pairs of surrogates are characters.
bool isXmlCharacter(QChar c)
{
    const char16_t code = c.unicode();
    return code >= 0x20 ? code < 0xFFFE : code == u'\t' || code == u'\n' || code == u'\r';
}

void writeText(QXmlStreamWriter &xml, const QString &text)
{
    QString legal = text;
    legal.removeIf([](QChar c) { return !isXmlCharacter(c); });
    // Readers make a line feed of a carriage return, unless it is written as a reference.
    const QStringList pieces = legal.split(u'\r');
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (i > 0)
            xml.writeEntityReference(QStringLiteral("#13"));
        xml.writeCharacters(pieces.at(i));
    }
}

void writeElement(QXmlStreamWriter &xml, const char *name, const QString &text)
{
    if (text.isEmpty())
        return;
    xml.writeStartElement(QString::fromLatin1(name));
    writeText(xml, text);
    xml.writeEndElement();
}

void writeMeta(QXmlStreamWriter &xml, QLatin1String rel, const QString &text)
{
    if (text.isEmpty())
        return;
    xml.writeStartElement(QStringLiteral("meta"));
    xml.writeAttribute(QStringLiteral("rel"), rel);
    writeText(xml, text);
    xml.writeEndElement();
}

void writeTrack(QXmlStreamWriter &xml, const ExchangeRow &row)
{
    xml.writeStartElement(QStringLiteral("track"));
    const QString page = pageAddress(row.uri);
    if (page != row.uri)
        writeElement(xml, "location", page);
    writeElement(xml, "identifier", row.uri);
    writeElement(xml, "title", row.title);
    writeElement(xml, "creator", row.artists.join(QStringLiteral(", ")));
    writeElement(xml, "album", row.album);
    if (row.length.count() > 0)
        writeElement(xml, "duration", QString::number(row.length.count()));
    for (const QString &artist : row.artists)
        writeMeta(xml, artistMeta, artist);
    writeMeta(xml, isrcMeta, row.isrc);
    writeMeta(xml, addedAtMeta, timeText(row.addedAt));
    writeMeta(xml, addedByMeta, row.addedBy);
    xml.writeEndElement();
}

/// Looks over the tags before the parser does: comparing each attribute of a tag with each takes it ages when there are
/// many, and it keeps every open element.
bool isTame(QStringView text)
{
    const auto behind = [text](const char *end, qsizetype from) {
        const QLatin1String sign(end);
        const qsizetype at = text.indexOf(sign, from);
        return at < 0 ? text.size() : at + sign.size();
    };
    int depth = 0;
    for (qsizetype i = text.indexOf(u'<'); i >= 0 && i < text.size(); i = text.indexOf(u'<', i)) {
        const QStringView rest = text.mid(i);
        if (rest.startsWith(u"<!--")) {
            i = behind("-->", i);
        } else if (rest.startsWith(u"<![CDATA[")) {
            i = behind("]]>", i);
        } else if (rest.startsWith(u"<?")) {
            i = behind("?>", i);
        } else {
            int attributes = 0;
            const bool closing = rest.startsWith(u"</");
            qsizetype end = i + 1;
            while (end < text.size() && text.at(end) != u'>') {
                if (text.at(end) == u'"' || text.at(end) == u'\'') {
                    if (++attributes > mostAttributes)
                        return false;
                    const qsizetype close = text.indexOf(text.at(end), end + 1);
                    end = close < 0 ? text.size() - 1 : close;
                }
                ++end;
            }
            const bool empty = end < text.size() && text.at(end - 1) == u'/';
            depth += closing ? -1 : (empty ? 0 : 1);
            if (depth > deepest)
                return false;
            i = end;
        }
    }
    return true;
}

class TrackReader
{
public:
    TrackReader(QXmlStreamReader &xml, ImportSink &sink) : m_xml(xml), m_sink(sink) {}

    void read();

private:
    void takeField();
    void takeMeta();
    void takeLink(const QString &text);
    [[nodiscard]] QString fieldText() { return m_xml.readElementText(QXmlStreamReader::SkipChildElements); }

    QXmlStreamReader &m_xml;
    ImportSink &m_sink;
    ExchangeRow m_row;
    QString m_location; ///< the first
    QString m_creator;
    bool m_somethingElse = false;
};

void TrackReader::read()
{
    const int line = int(m_xml.lineNumber());
    while (m_xml.readNextStartElement())
        takeField();
    if (m_xml.hasError())
        return;
    if (m_row.artists.isEmpty() && !m_creator.isEmpty())
        m_row.artists.append(m_creator);
    if (m_row.uri.isEmpty() && m_somethingElse)
        return m_sink.skip(line, m_location, SkippedLine::Why::NotATrack);
    if (m_row.namesNothing() && !m_location.isEmpty() && !setNamesFromPath(m_row, m_location))
        return m_sink.skip(line, m_location, SkippedLine::Why::Unclear);
    m_sink.add(m_row, line);
}

void TrackReader::takeField()
{
    const QStringView name = m_xml.name();
    if (name == u"location" || name == u"identifier")
        takeLink(fieldText());
    else if (name == u"title")
        m_row.title = fieldText();
    else if (name == u"creator")
        m_creator = fieldText();
    else if (name == u"album")
        m_row.album = fieldText();
    else if (name == u"duration")
        m_row.length = lengthFrom(fieldText(), LengthUnit::Milliseconds);
    else if (name == u"meta")
        takeMeta();
    else
        m_xml.skipCurrentElement();
}

void TrackReader::takeMeta()
{
    const QString rel = m_xml.attributes().value(QLatin1String("rel")).toString();
    const QString text = fieldText();
    if (rel == artistMeta && !text.isEmpty())
        m_row.artists.append(text);
    else if (rel == isrcMeta)
        m_row.isrc = text;
    else if (rel == addedAtMeta)
        m_row.addedAt = timeFrom(text);
    else if (rel == addedByMeta)
        m_row.addedBy = text;
}

void TrackReader::takeLink(const QString &text)
{
    if (m_location.isEmpty())
        m_location = text.trimmed();
    const NamedTrack track = trackNamedBy(text);
    if (m_row.uri.isEmpty())
        m_row.uri = track.uri;
    m_somethingElse = m_somethingElse || track.somethingElse;
}

void readPlaylist(QXmlStreamReader &xml, ImportSink &sink)
{
    QString name;
    QString description;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"title") {
            name = xml.readElementText(QXmlStreamReader::SkipChildElements);
        } else if (xml.name() == u"annotation") {
            description = xml.readElementText(QXmlStreamReader::SkipChildElements);
        } else if (xml.name() == u"trackList") {
            while (!sink.overflowed() && xml.readNextStartElement()) {
                if (xml.name() == u"track")
                    TrackReader(xml, sink).read();
                else
                    xml.skipCurrentElement();
            }
            if (sink.overflowed())
                break;
        } else {
            xml.skipCurrentElement();
        }
    }
    sink.describe(name, description);
}

} // namespace

QByteArray writeXspf(const ExchangeList &list)
{
    QByteArray out;
    QXmlStreamWriter xml(&out);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("playlist"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1"));
    xml.writeDefaultNamespace(xspfNamespace);
    writeElement(xml, "title", list.name);
    writeElement(xml, "annotation", list.description);
    xml.writeStartElement(QStringLiteral("trackList"));
    for (const ExchangeRow &row : list.rows)
        writeTrack(xml, row);
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
    return out;
}

bool looksLikeXml(QStringView text)
{
    constexpr qsizetype beginning = 4096;
    text = text.trimmed().left(beginning);
    if (text.startsWith(u"<?xml"))
        return true;
    return text.startsWith(u'<') && (text.contains(u"<playlist") || text.contains(u"<!DOCTYPE playlist"));
}

std::optional<Error> readXspf(const QString &text, ImportSink &sink)
{
    // The parser refuses a bomb of entities and loads nothing, but a playlist needs no entities at all. Most of these
    // files do not even get to the parser.
    const Error hasEntities = unreadable(ExchangeTexts::tr("This XML file has a document type definition. Playlists "
                                                           "need none, and it can be harmful, so it is not read."));
    const qsizetype root = text.indexOf(QLatin1String("<playlist"));
    const qsizetype type = text.indexOf(QLatin1String("<!DOCTYPE"));
    if (type >= 0 && (root < 0 || type < root))
        return hasEntities;
    if (!isTame(text))
        return unreadable(
            ExchangeTexts::tr("This XML file is nested too deeply, or its tags are too long, to be read."));

    QXmlStreamReader xml(text);
    xml.setEntityExpansionLimit(0);
    while (!xml.atEnd() && !xml.isStartElement()) {
        if (xml.readNext() == QXmlStreamReader::DTD)
            return hasEntities;
    }
    if (xml.isStartElement()) {
        if (xml.name() != u"playlist")
            return unreadable(ExchangeTexts::tr("This XML file is not an XSPF playlist."), xml.name().toString());
        readPlaylist(xml, sink);
    }
    if (xml.hasError()) {
        return unreadable(
            ExchangeTexts::tr("This XSPF file is broken in line %1.").arg(QLocale().toString(xml.lineNumber())),
            xml.errorString());
    }
    return std::nullopt;
}

} // namespace segue::playlist
