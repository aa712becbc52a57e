// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/PlaylistDelegate.h"

#include "app/models/ArtworkCache.h"
#include "app/models/PlaylistListModel.h"
#include "ui/look/Artwork.h"
#include "ui/look/Text.h"
#include "ui/look/Theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace segue::ui
{

using models::PlaylistListModel;

PlaylistDelegate::PlaylistDelegate(models::ArtworkCache &artwork, QObject *parent)
    : QStyledItemDelegate(parent), m_artwork(artwork)
{
}

QSize PlaylistDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool section = index.data(PlaylistListModel::IsSectionRole).toBool();
    const int least = section ? sectionHeight : rowHeight;
    return {option.rect.width(), qMax(least, option.fontMetrics.height() + 10)};
}

void PlaylistDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (index.data(PlaylistListModel::IsSectionRole).toBool())
        paintSection(*painter, option, index);
    else
        paintPlaylist(*painter, option, index);
    painter->restore();
}

void PlaylistDelegate::paintSection(QPainter &painter, const QStyleOptionViewItem &option,
                                    const QModelIndex &index) const
{
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * 0.82);
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::PercentageSpacing, 108);
    painter.setFont(font);
    // Sections cannot be chosen, and so come with the colours of what is disabled; they are there to be read.
    QPalette palette = option.palette;
    palette.setCurrentColorGroup(QPalette::Active);
    painter.setPen(quietText(palette));
    drawLine(painter, option.rect.adjusted(12, 8, -12, 0), Qt::AlignLeft, index.data().toString().toUpper());
}

void PlaylistDelegate::paintPlaylist(QPainter &painter, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = option.state & QStyle::State_HasFocus;
    const QRect row = option.rect.adjusted(4, 1, -4, -1);
    painter.setRenderHint(QPainter::Antialiasing);
    if (selected || (option.state & QStyle::State_MouseOver)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(selected ? selectionFill(palette, option.state & QStyle::State_Active) : hoverFill(palette));
        painter.drawRoundedRect(row, 5, 5);
    }
    if (focused && (option.state & QStyle::State_KeyboardFocusChange)) {
        painter.setPen(QPen(palette.color(QPalette::Highlight), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    }

    const bool rightToLeft = option.direction == Qt::RightToLeft;
    const auto place = [&](QRect rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    QRect cover(row.left() + 6, 0, coverSize, coverSize);
    cover.moveTop(row.top() + (row.height() - coverSize) / 2);
    const auto images = index.data(PlaylistListModel::ImagesRole).value<QList<web::Image>>();
    const QImage image = images.isEmpty()
                             ? QImage()
                             : m_artwork.image(images, artworkPixels(coverSize, painter.device()->devicePixelRatio()));
    if (image.isNull())
        drawArtworkPlaceholder(painter, place(cover), palette, images.isEmpty() ? QStringLiteral("track") : QString(),
                               3);
    else
        drawArtwork(painter, place(cover), image, 3);

    int right = row.right() - 8;
    const int count = index.data(PlaylistListModel::ItemCountRole).toInt();
    if (count >= 0) {
        const QString text = QLocale().toString(count);
        QFont font = option.font;
        font.setPointSizeF(font.pointSizeF() * 0.88);
        painter.setFont(font);
        const int width = painter.fontMetrics().horizontalAdvance(text) + 2;
        painter.setPen(quietText(palette));
        drawLine(painter, place(QRect(right - width, row.top(), width, row.height())),
                 rightToLeft ? Qt::AlignLeft : Qt::AlignRight, text);
        right -= width + 8;
    }
    QFont font = option.font;
    if (selected)
        font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(palette.color(QPalette::Text));
    const int left = cover.right() + 10;
    drawLine(painter, place(QRect(left, row.top(), right - left, row.height())), Qt::AlignLeft,
             index.data(PlaylistListModel::NameRole).toString());
}

bool PlaylistDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || index.data(PlaylistListModel::IsSectionRole).toBool())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString name = index.data(PlaylistListModel::NameRole).toString();
    const QString owner = index.data(PlaylistListModel::OwnerNameRole).toString();
    const int count = index.data(PlaylistListModel::ItemCountRole).toInt();
    QStringList lines{name.toHtmlEscaped()};
    if (!owner.isEmpty())
        lines.append(tr("by %1").arg(owner).toHtmlEscaped());
    if (count >= 0)
        lines.append(itemCountText(count));
    QToolTip::showText(event->globalPos(), QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("<br>"))), view,
                       option.rect);
    return true;
}

} // namespace segue::ui
