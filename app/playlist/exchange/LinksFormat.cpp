// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/Formats.h"
#include "app/playlist/exchange/RowText.h"
#include "app/web/SpotifyLinks.h"

namespace segue::playlist
{

namespace
{

constexpr qsizetype longestNames = 500; ///< of a line that may be "Artist - Title"

bool separates(QChar c)
{
    return c.isSpace() || c == u',' || c == u';';
}

/// The next piece of a line, at most maxLinkLength long and cut between words, so that a search through it takes little
/// time whatever it holds. A longer word is a piece of its own.
QStringView takePiece(QStringView *line)
{
    if (line->size() <= maxLinkLength)
        return std::exchange(*line, QStringView());
    qsizetype end = maxLinkLength;
    while (end > 0 && !separates(line->at(end)))
        --end;
    if (end == 0) {
        end = maxLinkLength;
        while (end < line->size() && !separates(line->at(end)))
            ++end;
    }
    const QStringView piece = line->left(end);
    *line = line->mid(end);
    return piece;
}

/// What a line of a text came to.
struct Taken {
    bool links = false;
    bool problems = false;
};

Taken takePieceOfLine(QStringView piece, int number, ImportSink &sink)
{
    Taken taken;
    if (!mayHoldLink(piece))
        return taken;
    if (piece.size() > maxLinkLength) {
        sink.skip(number, piece, SkippedLine::Why::Unclear);
        return {.links = false, .problems = true};
    }
    const web::SpotifyLinks found = web::parseSpotifyLinks(piece.toString());
    for (const web::SpotifyLink &link : found.links) {
        taken.links = true;
        using Kind = web::SpotifyLink::Kind;
        if (link.kind == Kind::Local) {
            sink.add(rowOfLocalFile(link.uri()), number);
        } else if (link.kind == Kind::Track || link.kind == Kind::Episode) {
            sink.add(ExchangeRow{.uri = link.uri()}, number);
        } else {
            sink.skip(number, link.uri(), SkippedLine::Why::NotATrack);
        }
    }
    if (!taken.links)
        return taken;
    for (const QString &word : found.notUnderstood) {
        sink.skip(number, word, SkippedLine::Why::Unclear);
        taken.problems = true;
    }
    return taken;
}

bool readLine(QStringView line, int number, ImportSink &sink)
{
    const QStringView whole = line.trimmed();
    bool told = whole.isEmpty();
    while (!line.isEmpty() && !sink.overflowed()) {
        const Taken taken = takePieceOfLine(takePiece(&line), number, sink);
        told = told || taken.links || taken.problems;
    }
    if (!told)
        sink.skip(number, whole, SkippedLine::Why::Unclear);
    return !sink.overflowed();
}

bool readNames(QStringView line, int number, ImportSink &sink)
{
    line = line.trimmed();
    if (line.isEmpty())
        return true;
    if (line.size() > longestNames || !hasArtistAndTitle(line)) {
        sink.skip(number, line, SkippedLine::Why::Unclear);
        return true;
    }
    ExchangeRow row;
    setArtistAndTitle(row, line);
    sink.add(row, number);
    return !sink.overflowed();
}

} // namespace

QByteArray writeLinks(const ExchangeList &list)
{
    QString out;
    for (const ExchangeRow &row : list.rows) {
        if (!row.uri.isEmpty())
            out += inOneLine(pageAddress(row.uri)) + u'\n';
    }
    return out.toUtf8();
}

void readLinks(QStringView text, ImportSink &sink)
{
    ImportSink links;
    forEachLine(text, [&](QStringView line, int number) { return readLine(line, number, links); });
    if (links.hasRows()) {
        sink = std::move(links);
        return;
    }
    ImportSink names;
    forEachLine(text, [&](QStringView line, int number) { return readNames(line, number, names); });
    // With no track either way, what the links were about is the better answer.
    sink = names.hasRows() ? std::move(names) : std::move(links);
}

} // namespace segue::playlist
