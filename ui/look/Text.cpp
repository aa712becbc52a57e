// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/Text.h"

#include "app/web/Values.h"
#include "ui/look/Log.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>

namespace segue::ui
{

Q_LOGGING_CATEGORY(log, "segue.ui")

QString durationText(std::chrono::milliseconds length)
{
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(length).count();
    if (seconds < 60)
        return QCoreApplication::translate("segue::ui", "%1 s").arg(seconds);
    const auto minutes = (seconds + 30) / 60;
    if (minutes < 60)
        return QCoreApplication::translate("segue::ui", "%1 min").arg(minutes);
    return QCoreApplication::translate("segue::ui", "%1 h %2 min")
        .arg(QLocale().toString(minutes / 60))
        .arg(minutes % 60);
}

QString itemCountText(int count)
{
    return count == 1 ? QCoreApplication::translate("segue::ui", "1 item")
                      : QCoreApplication::translate("segue::ui", "%1 items").arg(QLocale().toString(count));
}

QString followersText(int count)
{
    return count == 1 ? QCoreApplication::translate("segue::ui", "1 follower")
                      : QCoreApplication::translate("segue::ui", "%1 followers").arg(QLocale().toString(count));
}

QString waitText(const QDateTime &until, const QDateTime &now)
{
    const qint64 ms = until.isValid() ? now.msecsTo(until) : 0;
    if (ms <= 0)
        return QCoreApplication::translate("segue::ui", "a moment");
    const qint64 seconds = (ms + 999) / 1000;
    if (seconds < 100)
        return QCoreApplication::translate("segue::ui", "%1 s").arg(seconds);
    return durationText(std::chrono::seconds(seconds));
}

QString artistNames(const web::Medium &medium)
{
    QStringList names;
    for (const web::ArtistRef &artist : medium.artists)
        names.append(artist.name);
    return names.join(QStringLiteral(", "));
}

QString clockText(const QDateTime &at)
{
    const QDateTime local = at.toLocalTime();
    if (local.date() == QDate::currentDate())
        return QLocale().toString(local.time(), QLocale::ShortFormat);
    return QLocale().toString(local, QLocale::ShortFormat);
}

void drawLine(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text)
{
    if (text.isEmpty() || rect.width() <= 0)
        return;
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    const Qt::Alignment edge = QGuiApplication::isRightToLeft() && !(alignment & Qt::AlignHCenter)
                                   ? (alignment & Qt::AlignRight ? Qt::AlignLeft : Qt::AlignRight)
                                   : (alignment & Qt::AlignHorizontal_Mask);
    // Each text runs as its own first letters do, whichever way the window does: else a number or the dots of a cut-off
    // title would jump to its other end.
    const Qt::LayoutDirection before = painter.layoutDirection();
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    painter.drawText(rect, int(edge | Qt::AlignVCenter | Qt::AlignAbsolute) | Qt::TextSingleLine, shown);
    painter.setLayoutDirection(before);
}

} // namespace segue::ui
