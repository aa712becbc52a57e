// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/VersionText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace segue::ui
{

namespace
{

struct HistoryTexts {
    Q_DECLARE_TR_FUNCTIONS(History)
};

} // namespace

QString agoText(const QDateTime &at, const QDateTime &now)
{
    const QDateTime local = at.toLocalTime();
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    const auto days = local.date().daysTo(now.toLocalTime().date());
    const qint64 minutes = at.secsTo(now) / 60;
    if (minutes < 1)
        return HistoryTexts::tr("just now");
    if (minutes < 60)
        return HistoryTexts::tr("%n minute(s) ago", nullptr, static_cast<int>(minutes));
    if (days == 0)
        return HistoryTexts::tr("%n hour(s) ago", nullptr, static_cast<int>(minutes / 60));
    if (days == 1)
        return HistoryTexts::tr("yesterday, %1").arg(time);
    if (days < 7)
        return HistoryTexts::tr("%1, %2").arg(QLocale().dayName(local.date().dayOfWeek()), time);
    return HistoryTexts::tr("%1, %2").arg(QLocale().toString(local.date(), QLocale::ShortFormat), time);
}

QString dayText(const QDateTime &at, const QDateTime &now)
{
    const QDateTime local = at.toLocalTime();
    const QDate today = now.toLocalTime().date();
    if (local.date() == today)
        return QLocale().toString(local.time(), QLocale::ShortFormat);
    return QLocale().toString(local.date(), local.date().year() == today.year()
                                                ? HistoryTexts::tr("d MMMM", "format of a date")
                                                : HistoryTexts::tr("d MMMM yyyy", "format of a date"));
}

QString reasonText(const store::VersionInfo &version)
{
    if (version.source == store::VersionSource::Seen)
        return HistoryTexts::tr("Read from Spotify");
    return version.reason.isEmpty() ? HistoryTexts::tr("Edited here") : version.reason;
}

QString changeText(const store::ListChange &change)
{
    QStringList parts;
    if (change.added > 0)
        parts.append(u'+' + QLocale().toString(change.added));
    if (change.removed > 0)
        parts.append(u'−' + QLocale().toString(change.removed));
    if (change.moved > 0)
        parts.append(u'↕' + QLocale().toString(change.moved));
    return parts.join(u' ');
}

QString changeWords(const store::ListChange &change)
{
    QStringList parts;
    if (change.added > 0)
        parts.append(HistoryTexts::tr("%1 added").arg(QLocale().toString(change.added)));
    if (change.removed > 0)
        parts.append(HistoryTexts::tr("%1 removed").arg(QLocale().toString(change.removed)));
    if (change.moved > 0)
        parts.append(HistoryTexts::tr("%1 moved").arg(QLocale().toString(change.moved)));
    return parts.join(QStringLiteral(", "));
}

} // namespace segue::ui
