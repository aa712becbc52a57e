// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/Export.h"

#include "app/playlist/exchange/Formats.h"

namespace segue::playlist
{

QByteArray exportPlaylist(const ExchangeList &list, ExchangeFormat format, const CsvOptions &csvOptions)
{
    switch (format) {
    case ExchangeFormat::Csv:
        return writeCsv(list, csvOptions);
    case ExchangeFormat::M3u8:
        return writeM3u(list);
    case ExchangeFormat::Xspf:
        return writeXspf(list);
    case ExchangeFormat::Json:
        return writeJson(list);
    case ExchangeFormat::Links:
        return writeLinks(list);
    }
    Q_UNREACHABLE();
}

QString exchangeSuffix(ExchangeFormat format)
{
    switch (format) {
    case ExchangeFormat::Csv:
        return QStringLiteral("csv");
    case ExchangeFormat::M3u8:
        return QStringLiteral("m3u8");
    case ExchangeFormat::Xspf:
        return QStringLiteral("xspf");
    case ExchangeFormat::Json:
        return QStringLiteral("json");
    case ExchangeFormat::Links:
        return QStringLiteral("txt");
    }
    Q_UNREACHABLE();
}

} // namespace segue::playlist
