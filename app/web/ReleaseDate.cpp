// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ReleaseDate.h"

#include <QDate>
#include <QList>
#include <QStringView>

namespace segue::web
{

namespace
{

/// The number that exactly `digits` digits stand for, else 0: no year, month or day.
int numberAt(const QList<QStringView> &parts, qsizetype at, qsizetype digits)
{
    if (at >= parts.size() || parts[at].size() != digits)
        return 0;
    for (const QChar c : parts[at]) {
        if (c < u'0' || c > u'9')
            return 0;
    }
    return parts[at].toInt();
}

} // namespace

ReleaseDate ReleaseDate::from(const QString &text, const QString &precision)
{
    const QList<QStringView> parts = QStringView(text).split(u'-');
    ReleaseDate date;
    date.year = static_cast<std::int16_t>(numberAt(parts, 0, 4));
    if (date.year == 0 || precision == QLatin1String("year"))
        return date;
    if (const int month = numberAt(parts, 1, 2); month >= 1 && month <= 12)
        date.month = static_cast<std::uint8_t>(month);
    if (date.month == 0 || precision == QLatin1String("month"))
        return date;
    if (const int day = numberAt(parts, 2, 2); QDate::isValid(date.year, date.month, day))
        date.day = static_cast<std::uint8_t>(day);
    return date;
}

QString ReleaseDate::toString() const
{
    if (!isKnown())
        return {};
    QString text = QStringLiteral("%1").arg(year, 4, 10, QLatin1Char('0'));
    for (const std::uint8_t part : {month, day}) {
        if (part == 0)
            break;
        text += QStringLiteral("-%1").arg(part, 2, 10, QLatin1Char('0'));
    }
    return text;
}

} // namespace segue::web
