// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tracks/TrackDelegate.h"

#include "app/models/ArtworkCache.h"
#include "app/models/LikedTracks.h"
#include "app/models/TrackColumnsModel.h"
#include "app/models/TrackListModel.h"
#include "ui/look/Artwork.h"
#include "ui/look/ExplicitMark.h"
#include "ui/look/Icons.h"
#include "ui/look/Text.h"
#include "ui/look/Theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace segue::ui
{

using Columns = models::TrackColumnsModel;
using models::TrackListModel;
using RowState = TrackListModel::RowState;

namespace
{

RowState stateOf(const QModelIndex &index)
{
    return index.data(TrackListModel::StateRole).value<RowState>();
}

bool isDimmed(RowState state)
{
    switch (state) {
    case RowState::Null:
    case RowState::Local:
    case RowState::Unavailable:
        return true;
    case RowState::Loading:
    case RowState::Ordinary:
    case RowState::Unsaved:
        return false;
    }
    return false;
}

} // namespace

TrackDelegate::TrackDelegate(models::ArtworkCache &artwork, QObject *parent)
    : QStyledItemDelegate(parent), m_artwork(artwork)
{
}

QRect TrackDelegate::linkRect(const QRect &cell, Qt::LayoutDirection direction)
{
    QRect link(0, 0, linkSize + 8, cell.height());
    link.moveTopRight(cell.topRight());
    return QStyle::visualRect(direction, cell, link);
}

QRect TrackDelegate::heartRect(const QRect &cell, Qt::LayoutDirection direction)
{
    const QRect heart(cell.left() + cellMargin, cell.top() + (cell.height() - linkSize) / 2, linkSize, linkSize);
    return QStyle::visualRect(direction, cell, heart);
}

void TrackDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const bool selected = option.state & QStyle::State_Selected;
    const bool active = option.state & QStyle::State_Active && option.widget && option.widget->hasFocus();
    painter->save();
    if (selected)
        painter->fillRect(option.rect, selectionFill(palette, active));
    else if (index.row() == m_hoveredRow)
        painter->fillRect(option.rect, hoverFill(palette));

    const RowState state = stateOf(index);
    const QRect cell = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    if (index.column() == Columns::Liked) {
        paintHeart(*painter, option, index);
    } else if (state == RowState::Loading && index.column() != Columns::Position) {
        paintSkeleton(*painter, option.rect, palette, index.row(), index.column());
    } else if (index.column() == Columns::Title) {
        paintTitle(*painter, option, index, isDimmed(state) ? faintText(palette) : palette.color(QPalette::Text));
    } else {
        const bool right = index.column() == Columns::Position || index.column() == Columns::Length;
        painter->setPen(isDimmed(state) || index.column() == Columns::Position ? faintText(palette)
                                                                               : quietText(palette));
        if (selected && !isDimmed(state))
            painter->setPen(palette.color(QPalette::Text));
        drawLine(*painter, cell, right ? Qt::AlignRight : Qt::AlignLeft, index.data().toString());
    }
    painter->restore();
}

void TrackDelegate::paintSkeleton(QPainter &painter, const QRect &cell, const QPalette &palette, int row, int column)
{
    const QRect rect = cell.adjusted(cellMargin, 0, -cellMargin, 0);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(placeholderFill(palette));
    QRect text = rect;
    if (column == Columns::Title) {
        const QRect picture(rect.left(), rect.top() + (rect.height() - artworkSize) / 2, artworkSize, artworkSize);
        painter.drawRoundedRect(picture, artworkRadius, artworkRadius);
        text.setLeft(picture.right() + 12);
    }
    // Of uneven length, as text would be; the same each time it is painted.
    const int part = column >= Columns::AddedAt ? 70 : 38 + (row * 37 + column * 53) % 45;
    const int height = qMax(7, painter.fontMetrics().xHeight() + 2);
    QRect bar(text.left(), rect.center().y() - height / 2, text.width() * part / 100, height);
    if (column == Columns::Length)
        bar.moveRight(text.right());
    painter.drawRoundedRect(bar, height / 2.0, height / 2.0);
}

/// Full where it is liked; in the row under the mouse an empty one can be clicked.
void TrackDelegate::paintHeart(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isLiked = index.data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    const bool canBeLiked = models::LikedTracks::canBeLiked(index.data(TrackListModel::UriRole).toString());
    if (!isLiked && (index.row() != m_hoveredRow || !canBeLiked))
        return;
    const QColor color = isLiked ? option.palette.color(QPalette::Highlight) : quietText(option.palette);
    painter.drawPixmap(heartRect(option.rect, option.direction).topLeft(),
                       iconPixmap(isLiked ? QStringLiteral("heart-full") : QStringLiteral("heart"), linkSize,
                                  painter.device()->devicePixelRatio(), color));
}

void TrackDelegate::paintTitle(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                               const QColor &text) const
{
    const QPalette &palette = option.palette;
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const QRect cell = option.rect.adjusted(cellMargin, 0, -cellMargin, 0);
    const QRect picture(cell.left(), cell.top() + (cell.height() - artworkSize) / 2, artworkSize, artworkSize);
    const auto images = index.data(TrackListModel::ArtworkRole).value<QList<web::Image>>();
    const qreal scale = painter.device()->devicePixelRatio();
    const QImage image = images.isEmpty() ? QImage() : m_artwork.image(images, artworkPixels(artworkSize, scale));
    const RowState state = stateOf(index);
    if (image.isNull()) {
        const QString stand = state == RowState::Local ? QStringLiteral("file") : QStringLiteral("track");
        drawArtworkPlaceholder(painter, place(picture), palette, images.isEmpty() ? stand : QString());
    } else {
        drawArtwork(painter, place(picture), image);
    }

    int left = picture.right() + 12;
    int right = cell.right();
    if (index.row() == m_hoveredRow && !index.data(TrackListModel::LinkRole).toUrl().isEmpty()) {
        const QRect link = linkRect(option.rect, Qt::LeftToRight);
        const QPixmap pixmap = iconPixmap(QStringLiteral("open"), linkSize, scale, quietText(palette));
        painter.drawPixmap(place(QRect(link.left(), link.center().y() - linkSize / 2, linkSize, linkSize)).topLeft(),
                           pixmap);
        right = link.left() - 4;
    }
    QFont font = option.font;
    const bool isExplicit = index.data(TrackListModel::ExplicitRole).toBool();
    const int mark = isExplicit ? explicitMarkWidth(option.fontMetrics.height()) : 0;
    const QString title = index.data(TrackListModel::TitleRole).toString();
    if (state == RowState::Null)
        font.setItalic(true);
    painter.setFont(font);
    painter.setPen(text);
    const int room = right - left - mark;
    const int used = qMin(room, painter.fontMetrics().horizontalAdvance(title) + 1);
    drawLine(painter, place(QRect(left, cell.top(), qMax(0, room), cell.height())), Qt::AlignLeft, title);
    if (isExplicit)
        drawExplicitMark(painter, place(QRect(left + used, cell.top(), mark, cell.height())), font, palette);
}

bool TrackDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines;
    const QString shown = index.data().toString();
    const int artwork = index.column() == Columns::Title ? artworkSize + 12 : 0;
    const int room = option.rect.width() - 2 * cellMargin - artwork;
    const QString own = index.data(Qt::ToolTipRole).toString();
    if (index.column() == Columns::AddedAt)
        lines.append(own);
    else if (option.fontMetrics.horizontalAdvance(shown) > room)
        lines.append(shown);
    const QString why = index.data(TrackListModel::StateTextRole).toString();
    if (!why.isEmpty())
        lines.append(why);
    lines.removeAll(QString());
    if (lines.isEmpty()) {
        QToolTip::hideText();
        return true;
    }
    for (QString &line : lines)
        line = line.toHtmlEscaped();
    QToolTip::showText(event->globalPos(), QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("</p><p>"))), view,
                       option.rect);
    return true;
}

} // namespace segue::ui
