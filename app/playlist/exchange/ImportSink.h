// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/exchange/Import.h"

#include <QHash>
#include <QStringView>

namespace segue::playlist
{

/// Takes what a reader finds, and keeps to the limits.
class ImportSink
{
public:
    /// Rows that follow belong to this list.
    void beginList(const QString &name, const QString &description = {});
    /// As beginList, or back to the list of that name.
    void continueList(const QString &name);
    void describe(const QString &name, const QString &description);

    /// A row that names nothing is skipped as empty.
    void add(const ExchangeRow &row, int line);
    void skip(int line, QStringView text, SkippedLine::Why why);

    [[nodiscard]] bool hasRows() const { return m_rows > 0; }
    /// There are too many rows: reading on is of no use.
    [[nodiscard]] bool overflowed() const { return m_rows > maxImportRows; }

    [[nodiscard]] Result<ImportedPlaylists> finish(ExchangeFormat format);

private:
    ImportedPlaylists m_found{.lists = {ExchangeList{}}};
    QHash<QString, qsizetype> m_listByName;
    qsizetype m_current = 0;
    int m_rows = 0;
};

} // namespace segue::playlist
