// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/ExplicitMark.h"

#include "ui/look/Theme.h"

#include <QCoreApplication>
#include <QPainter>

namespace segue::ui
{

namespace
{

constexpr int gap = 10;    ///< half of it on each side
constexpr int smaller = 3; ///< than the text beside it

} // namespace

int explicitMarkWidth(int textHeight)
{
    return textHeight - smaller + gap;
}

void drawExplicitMark(QPainter &painter, const QRect &room, const QFont &font, const QPalette &palette)
{
    QRect box(0, 0, room.width() - gap, room.width() - gap);
    box.moveCenter(room.center());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.16));
    painter.drawRoundedRect(box, 3, 3);
    QFont small = font;
    small.setPointSizeF(small.pointSizeF() * 0.75);
    small.setWeight(QFont::DemiBold);
    painter.setFont(small);
    painter.setPen(quietText(palette));
    painter.drawText(box, Qt::AlignCenter,
                     QCoreApplication::translate("segue::ui::TrackDelegate", "E", "mark of explicit tracks"));
}

} // namespace segue::ui
