// SPDX-License-Identifier: GPL-3.0-or-later
// Playlists in files that anybody may have written: CSV, M3U, XSPF, JSON, links.
#include "app/playlist/exchange/Export.h"
#include "app/playlist/exchange/Import.h"
#include "tests/fuzz/Fuzz.h"

#include <algorithm>
#include <cstdio>

using namespace segue;
using namespace segue::fuzz;
using namespace segue::playlist;

namespace
{

bool isWellFormed(const ExchangeRow &row)
{
    const auto good = [](const QString &text) { return fuzz::isWellFormed(text); };
    return good(row.uri) && good(row.title) && good(row.album) && good(row.isrc) && good(row.addedBy) &&
           std::all_of(row.artists.begin(), row.artists.end(), good);
}

void checkRow(const ExchangeRow &row)
{
    FUZZ_REQUIRE(!row.namesNothing());
    FUZZ_REQUIRE(row.uri.isEmpty() || row.uri.startsWith(QLatin1String("spotify:track:")) ||
                 row.uri.startsWith(QLatin1String("spotify:episode:")) ||
                 row.uri.startsWith(QLatin1String("spotify:local:")));
    FUZZ_REQUIRE(!row.artists.contains(QString()));
    FUZZ_REQUIRE(row.length.count() >= 0);
    FUZZ_REQUIRE(!row.addedAt.isValid() || row.addedAt.timeSpec() == Qt::UTC);
    FUZZ_REQUIRE(isWellFormed(row));
}

void checkSkipped(const ImportedPlaylists &found)
{
    FUZZ_REQUIRE(found.skipped.size() == std::min(found.skippedCount, maxSkippedLines));
    for (const SkippedLine &skipped : found.skipped) {
        FUZZ_REQUIRE(skipped.line >= 1);
        FUZZ_REQUIRE(skipped.beginning.size() <= 80);
        FUZZ_REQUIRE(fuzz::isWellFormed(skipped.beginning));
    }
}

/// Segue's own form keeps everything.
void keepAll(const ExchangeList &list)
{
    const auto again = importPlaylists(exportPlaylist(list, ExchangeFormat::Json));
    FUZZ_REQUIRE(again);
    FUZZ_REQUIRE(again->format == ExchangeFormat::Json);
    FUZZ_REQUIRE(again->skippedCount == 0);
    if (again->lists != QList<ExchangeList>{list})
        std::fprintf(stderr, "%s\n%s\n", exportPlaylist(list, ExchangeFormat::Json).constData(),
                     exportPlaylist(again->joined(), ExchangeFormat::Json).constData());
    FUZZ_REQUIRE(again->lists == QList<ExchangeList>{list});
}

/// A table keeps the rows, and which tracks they are.
void keepTracks(const ExchangeList &list)
{
    const auto again = importPlaylists(exportPlaylist(list, ExchangeFormat::Csv));
    FUZZ_REQUIRE(again);
    FUZZ_REQUIRE(again->format == ExchangeFormat::Csv);
    FUZZ_REQUIRE(again->lists.size() == 1);
    const QList<ExchangeRow> rows = again->lists.first().rows;
    FUZZ_REQUIRE(rows.size() == list.rows.size());
    for (qsizetype i = 0; i < rows.size(); ++i) {
        FUZZ_REQUIRE(rows.at(i).uri == list.rows.at(i).uri);
        FUZZ_REQUIRE(rows.at(i).title == list.rows.at(i).title);
        FUZZ_REQUIRE(rows.at(i).artists == list.rows.at(i).artists);
        FUZZ_REQUIRE(rows.at(i).length == list.rows.at(i).length);
    }
}

/// No row gets lost on the way through XML.
void keepRows(const ExchangeList &list)
{
    const auto again = importPlaylists(exportPlaylist(list, ExchangeFormat::Xspf));
    FUZZ_REQUIRE(again);
    FUZZ_REQUIRE(again->format == ExchangeFormat::Xspf);
    FUZZ_REQUIRE(again->joined().rows.size() + again->skippedCount == list.rows.size());
}

bool isNul(QChar c)
{
    return c.isNull();
}

/// Left out of XML.
bool isNoXml(QChar c)
{
    return (c < u' ' && c != u'\t' && c != u'\n' && c != u'\r') || c >= QChar(0xfffe);
}

/// Qt's JSON reader takes it away at the beginning of a text.
bool isByteOrderMark(QChar c)
{
    return c == QChar::ByteOrderMark;
}

bool holds(const ExchangeList &list, bool (*isOdd)(QChar))
{
    const auto odd = [isOdd](const QString &text) { return std::any_of(text.begin(), text.end(), isOdd); };
    return odd(list.name) || odd(list.description) ||
           std::any_of(list.rows.begin(), list.rows.end(), [odd](const ExchangeRow &row) {
               return odd(row.uri) || odd(row.title) || odd(row.album) || odd(row.isrc) || odd(row.addedBy) ||
                      odd(row.artists.join(QString()));
           });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto found = importPlaylists(Input(data, size).rest());
    if (!found) {
        FUZZ_REQUIRE(found.error().kind == ErrorKind::InvalidInput);
        FUZZ_REQUIRE(!found.error().userText.isEmpty());
        return 0;
    }
    FUZZ_REQUIRE(!found->lists.isEmpty());
    checkSkipped(*found);
    for (const ExchangeList &list : found->lists) {
        FUZZ_REQUIRE(fuzz::isWellFormed(list.name) && fuzz::isWellFormed(list.description));
        std::for_each(list.rows.begin(), list.rows.end(), checkRow);
    }
    const ExchangeList list = found->joined();
    FUZZ_REQUIRE(!list.rows.isEmpty() && list.rows.size() <= maxImportRows);
    if (!holds(list, isByteOrderMark))
        keepAll(list);
    if (!holds(list, isNul))
        keepTracks(list);
    if (!holds(list, isNoXml))
        keepRows(list);
    static_cast<void>(exportPlaylist(list, ExchangeFormat::M3u8));
    static_cast<void>(exportPlaylist(list, ExchangeFormat::Links));
    return 0;
}
