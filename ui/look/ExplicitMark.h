// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

class QFont;
class QPainter;
class QPalette;

namespace segue::ui
{

/// Width of the mark of explicit tracks, with the gaps around it, beside text of that height.
[[nodiscard]] int explicitMarkWidth(int textHeight);
/// Paints it in the middle of `room` vertically, at its left edge. Changes font, pen and brush.
void drawExplicitMark(QPainter &painter, const QRect &room, const QFont &font, const QPalette &palette);

} // namespace segue::ui
