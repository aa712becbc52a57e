// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/exchange/Import.h"
#include "tests/app/playlist/ExchangeSamples.h"

#include <QTimeZone>

/// Short words for what tests of imports say all the time.
namespace segue::test
{

inline playlist::ImportedPlaylists read(const QByteArray &file)
{
    const auto found = playlist::importPlaylists(file);
    if (!found)
        qWarning("%s", qPrintable(found.error().userText));
    return found.value_or(playlist::ImportedPlaylists{});
}

inline QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

inline QStringList uris(const playlist::ExchangeList &list)
{
    QStringList found;
    for (const playlist::ExchangeRow &row : list.rows)
        found.append(row.uri);
    return found;
}

inline QByteArray uri(int number)
{
    return trackUri(number).toLatin1();
}

inline QDateTime utc(QDate date, QTime time = QTime(0, 0))
{
    return QDateTime(date, time, QTimeZone::utc());
}

} // namespace segue::test
