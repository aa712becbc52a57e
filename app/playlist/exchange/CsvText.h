// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

/// Cells and records of RFC 4180. Knows nothing of playlists.
namespace segue::playlist
{

inline constexpr qsizetype maxCsvColumns = 256;

struct CsvRecord {
    QStringList cells; ///< at most maxCsvColumns
    int line = 0;      ///< where it begins; 1 is the first
    QStringView text;  ///< as it stands in the file
    bool tooWide = false;

    /// An empty line.
    [[nodiscard]] bool isBlank() const
    {
        return cells.size() == 1 && cells.first().isEmpty() && text.trimmed().isEmpty();
    }
    [[nodiscard]] QString cell(qsizetype column) const { return cells.value(column); }
};

/// Reads record by record. Lenient where programs are: a quotation mark within a cell is a letter, and what follows a
/// closing one belongs to the cell. Quoted cells are taken as they are; others without the spaces around.
class CsvReader
{
public:
    enum class Quotes { Enclose, AreLetters };

    /// The text must outlive the reader.
    CsvReader(QStringView text, QChar delimiter, Quotes quotes = Quotes::Enclose);

    /// False at the end. A record whose last cell is never closed is given, too.
    bool next(CsvRecord *record);

    /// The line of a quotation mark that is never closed, or 0.
    [[nodiscard]] int unclosedQuoteLine() const { return m_unclosedQuoteLine; }

private:
    [[nodiscard]] bool atEnd() const { return m_position >= m_text.size(); }
    [[nodiscard]] qsizetype endOfPlainCell(qsizetype from) const;
    QString takeCell();
    QString takeQuoted();
    void takeLineEnd();

    QStringView m_text;
    QChar m_delimiter;
    Quotes m_quotes;
    qsizetype m_position = 0;
    int m_line = 1;
    int m_unclosedQuoteLine = 0;
};

/// Quoted where it must be.
[[nodiscard]] QString csvCell(const QString &text);

/// With an apostrophe in front where a spreadsheet would take the text for a formula; see CsvOptions.
[[nodiscard]] QString guardedFromFormulas(const QString &text);
[[nodiscard]] QString withoutFormulaGuard(const QString &text);

} // namespace segue::playlist
