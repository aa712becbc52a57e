// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/CsvFormat.h"

#include "app/playlist/exchange/RowText.h"

#include <QLocale>

#include <utility>
#include <vector>

namespace segue::playlist
{

namespace
{

constexpr QChar backslash = u'\\';

bool needsBackslash(QChar c)
{
    return c == u',' || c == u';' || c == backslash;
}

/// The tellings of a column of artists about how it separates them.
struct ArtistColumn {
    bool plainSemicolons = false;
    bool escapes = false;

    void look(QStringView cell)
    {
        for (qsizetype i = 0; i < cell.size(); ++i) {
            if (cell.at(i) == backslash && i + 1 < cell.size() && needsBackslash(cell.at(i + 1))) {
                escapes = true;
                ++i;
            } else if (cell.at(i) == u';') {
                plainSemicolons = true;
            }
        }
    }

    /// Exportify's first program writes "A, B\, C", its second "A;B, C".
    [[nodiscard]] bool separatesBySemicolon() const { return plainSemicolons && !escapes; }
};

/// Kept until all records are read: how artists are separated shows in any of them.
struct ReadRow {
    ExchangeRow row;
    QString artists;
    QString playlist;
    int line = 0;
};

class TableReader
{
public:
    TableReader(const CsvShape &shape, ImportSink &sink) : m_shape(shape), m_columns(shape.columns), m_sink(sink) {}

    void take(const CsvRecord &record);
    void finish();
    [[nodiscard]] bool overflowed() const { return m_rows.size() > size_t(maxImportRows) || m_sink.overflowed(); }

private:
    [[nodiscard]] QString text(const CsvRecord &record, qsizetype column) const
    {
        return column < 0 ? QString() : withoutFormulaGuard(record.cell(column));
    }
    [[nodiscard]] NamedTrack trackOf(const CsvRecord &record) const;
    void skip(const CsvRecord &record, SkippedLine::Why why)
    {
        m_sink.skip(record.line + m_shape.firstLine - 1, record.text, why);
    }

    const CsvShape &m_shape;
    const CsvColumns &m_columns;
    ImportSink &m_sink;
    std::vector<ReadRow> m_rows;
    ArtistColumn m_artistColumn;
    QString m_listName; ///< of the line above, with namesInLines
    bool m_afterBlank = true;
};

NamedTrack TableReader::trackOf(const CsvRecord &record) const
{
    NamedTrack found;
    for (const qsizetype column : m_columns.links) {
        const NamedTrack named = trackNamedBy(record.cell(column));
        if (!named.uri.isEmpty())
            return named;
        found.somethingElse = found.somethingElse || named.somethingElse;
    }
    return found;
}

void TableReader::take(const CsvRecord &record)
{
    const bool afterBlank = std::exchange(m_afterBlank, record.isBlank());
    if (record.isBlank())
        return;
    if (record.tooWide)
        return skip(record, SkippedLine::Why::Unclear);
    if (m_shape.namesInLines && afterBlank && record.cells.size() == 1) {
        m_listName = record.cells.first();
        return;
    }

    ReadRow read;
    const NamedTrack track = trackOf(record);
    read.row.uri = track.uri;
    read.row.title = text(record, m_columns.title);
    read.row.isrc = text(record, m_columns.isrc);
    if (read.row.uri.isEmpty() && track.somethingElse)
        return skip(record, SkippedLine::Why::NotATrack);
    if (read.row.namesNothing()) {
        // Only a header makes sure that what looks empty was meant as an entry.
        const bool meantAsEntry =
            m_shape.hasHeader && record.cells.size() > 1 && text(record, m_columns.artists).isEmpty();
        return skip(record, meantAsEntry ? SkippedLine::Why::Empty : SkippedLine::Why::Unclear);
    }
    read.artists = text(record, m_columns.artists);
    read.row.album = text(record, m_columns.album);
    read.row.length = lengthFrom(record.cell(m_columns.milliseconds), LengthUnit::Milliseconds);
    if (read.row.length.count() == 0)
        read.row.length = lengthFrom(record.cell(m_columns.length), LengthUnit::Guess);
    read.row.addedAt = timeFrom(record.cell(m_columns.addedAt));
    read.row.addedBy = userIdFrom(text(record, m_columns.addedBy));
    read.playlist = m_shape.namesInLines ? m_listName : text(record, m_columns.playlist);
    read.line = record.line + m_shape.firstLine - 1;
    m_artistColumn.look(read.artists);
    m_rows.push_back(std::move(read));
}

void TableReader::finish()
{
    for (ReadRow &read : m_rows) {
        if (m_columns.artistsAreMany)
            read.row.artists = artistsFrom(read.artists, m_artistColumn.separatesBySemicolon());
        else if (!read.artists.isEmpty())
            read.row.artists = QStringList{read.artists};
        if (m_columns.playlist >= 0 || m_shape.namesInLines)
            m_sink.continueList(read.playlist);
        m_sink.add(read.row, read.line);
    }
}

} // namespace

QByteArray writeCsv(const ExchangeList &list, const CsvOptions &options)
{
    const auto cell = [&options](QString text) {
        text.remove(QChar(u'\0'));
        return csvCell(options.guardFormulas ? guardedFromFormulas(text) : text);
    };
    QString out;
    if (options.byteOrderMark)
        out += QChar(QChar::ByteOrderMark);
    out +=
        QLatin1String("Track URI,Track Name,Artist Name(s),Album Name,Track Duration (ms),ISRC,Added By,Added At\r\n");
    for (const ExchangeRow &row : list.rows) {
        const QString length = row.length.count() > 0 ? QString::number(row.length.count()) : QString();
        const QStringList cells{
            cell(row.uri),  cell(row.title),   cell(artistsCell(row.artists)), cell(row.album), length,
            cell(row.isrc), cell(row.addedBy), timeText(row.addedAt)};
        out += cells.join(u',') + QLatin1String("\r\n");
    }
    return out.toUtf8();
}

std::optional<Error> readCsv(QStringView text, const CsvShape &shape, ImportSink &sink)
{
    CsvReader reader(text.mid(shape.begin), shape.delimiter, shape.quotes);
    TableReader table(shape, sink);
    CsvRecord record;
    if (shape.hasHeader)
        reader.next(&record);
    while (!table.overflowed() && reader.next(&record))
        table.take(record);
    if (reader.unclosedQuoteLine() > 0) {
        return unreadable(ExchangeTexts::tr("This table is broken: a quotation mark in line %1 is never closed.")
                              .arg(QLocale().toString(reader.unclosedQuoteLine() + shape.firstLine - 1)));
    }
    table.finish();
    return std::nullopt;
}

QString artistsCell(const QStringList &artists)
{
    QString cell;
    for (const QString &artist : artists) {
        if (artist.isEmpty())
            continue;
        if (!cell.isEmpty())
            cell += QLatin1String(", ");
        for (const QChar c : artist) {
            if (needsBackslash(c))
                cell += backslash;
            cell += c;
        }
    }
    return cell;
}

QStringList artistsFrom(QStringView cell, bool bySemicolon)
{
    const QChar separator = bySemicolon ? u';' : u',';
    QStringList artists;
    QString name;
    const auto take = [&] {
        if (!name.isEmpty())
            artists.append(name);
        name.clear();
    };
    for (qsizetype i = 0; i < cell.size(); ++i) {
        const bool hasNext = i + 1 < cell.size();
        if (cell.at(i) == backslash && hasNext && needsBackslash(cell.at(i + 1))) {
            name += cell.at(++i);
        } else if (cell.at(i) == separator) {
            take();
            if (hasNext && cell.at(i + 1) == u' ')
                ++i;
        } else {
            name += cell.at(i);
        }
    }
    take();
    return artists;
}

} // namespace segue::playlist
