// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/RetryAfter.h"

#include "app/web/Backoff.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

#include <algorithm>

namespace segue::web
{

std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &header, const QDateTime &now)
{
    const QByteArray text = header.trimmed();
    if (text.isEmpty())
        return {};
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits = false;
        const qlonglong seconds = text.toLongLong(&fits);
        return fits ? std::min(std::chrono::seconds{seconds}, longestPause) : longestPause;
    }
    const QDateTime parsed =
        QLocale::c().toDateTime(QString::fromLatin1(text), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    if (!parsed.isValid())
        return {};
    const QDateTime when(parsed.date(), parsed.time(), QTimeZone::utc());
    return std::clamp(std::chrono::seconds{now.secsTo(when)}, std::chrono::seconds{0}, longestPause);
}

} // namespace segue::web
