// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/Artwork.h"

#include "ui/look/Icons.h"
#include "ui/look/Theme.h"

#include <QPainter>
#include <QtMath>

namespace segue::ui
{

void drawArtwork(QPainter &painter, const QRect &rect, const QImage &image, int radius)
{
    if (image.isNull() || rect.isEmpty())
        return;
    const QSizeF fitted = QSizeF(image.size()).scaled(rect.size(), Qt::KeepAspectRatio);
    QRectF target(QPointF(0, 0), fitted);
    target.moveCenter(QRectF(rect).center());
    // A textured brush, because a clip path would leave the corners jagged.
    QBrush brush(image);
    QTransform transform;
    transform.translate(target.x(), target.y());
    transform.scale(target.width() / image.width(), target.height() / image.height());
    brush.setTransform(transform);
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    painter.drawRoundedRect(target, radius, radius);
    painter.restore();
}

void drawArtworkPlaceholder(QPainter &painter, const QRect &rect, const QPalette &palette, const QString &iconName,
                            int radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(placeholderFill(palette));
    painter.drawRoundedRect(rect, radius, radius);
    if (!iconName.isEmpty()) {
        const int size = qMax(12, rect.width() * 9 / 20);
        const QPixmap pixmap = iconPixmap(iconName, size, painter.device()->devicePixelRatio(),
                                          mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.35));
        painter.drawPixmap(rect.center() - QPoint(size / 2 - 1, size / 2 - 1), pixmap);
    }
    painter.restore();
}

int artworkPixels(int size, qreal devicePixelRatio)
{
    return qCeil(size * devicePixelRatio);
}

} // namespace segue::ui
