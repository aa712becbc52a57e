// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

class QFontMetrics;
class QPainter;
class QRect;

namespace segue::web
{
struct Medium;
}

/// How the program says things that it says in several places.
namespace segue::ui
{

/// "41 min", "83 h 12 min", "12 s" below a minute.
[[nodiscard]] QString durationText(std::chrono::milliseconds length);
/// "1 item", "1,204 items", in the user's number format.
[[nodiscard]] QString itemCountText(int count);
/// "1 follower", "1,204 followers".
[[nodiscard]] QString followersText(int count);
/// "12 s", "3 min": how long until `until`, rounded up; "a moment" when that is not known or past.
[[nodiscard]] QString waitText(const QDateTime &until, const QDateTime &now = QDateTime::currentDateTimeUtc());
/// "A, B": all artists of a track.
[[nodiscard]] QString artistNames(const web::Medium &medium);
/// A time of day, with the date when it is not today.
[[nodiscard]] QString clockText(const QDateTime &at);

/// Draws one line, cut with "…" at its own end (left for right-to-left scripts), aligned as the window reads and
/// not as the text does, so that columns keep their edge. Sets neither font nor colour.
void drawLine(QPainter &painter, const QRect &rect, Qt::Alignment alignment, const QString &text);

} // namespace segue::ui
