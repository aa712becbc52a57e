// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/SourceDelegate.h"

#include "app/models/ArtworkCache.h"
#include "app/models/SourceListModel.h"
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

using models::SourceListModel;

namespace
{

constexpr int presentSize = 14;

QString iconOf(const QModelIndex &index)
{
    const QString name = index.data(SourceListModel::IconRole).toString();
    return name.isEmpty() ? QStringLiteral("track") : name;
}

} // namespace

SourceDelegate::SourceDelegate(models::ArtworkCache &artwork, QObject *parent)
    : QStyledItemDelegate(parent), m_artwork(artwork)
{
}

QSize SourceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    // Two lines of a large font need more.
    return {200, qMax(rowHeight, 2 * option.fontMetrics.height() + 10)};
}

void SourceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const bool selected = option.state & QStyle::State_Selected;
    const bool active = option.state & QStyle::State_Active && option.widget && option.widget->hasFocus();
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const Qt::Alignment end = option.direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    painter->save();
    if (selected)
        painter->fillRect(option.rect, selectionFill(palette, active));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, hoverFill(palette));

    const QRect row = option.rect.adjusted(12, 0, -12, 0);
    QRect picture(row.left(), 0, pictureSize, pictureSize);
    picture.moveTop(row.top() + (row.height() - pictureSize) / 2);
    paintPicture(*painter, place(picture), palette, index);

    const bool playable = index.data(SourceListModel::PlayableRole).toBool();
    int right = row.right();
    painter->setFont(option.font);
    if (const QString detail = index.data(SourceListModel::DetailRole).toString(); !detail.isEmpty()) {
        const int width = painter->fontMetrics().horizontalAdvance(detail) + 2;
        painter->setPen(playable ? quietText(palette) : faintText(palette));
        drawLine(*painter, place(QRect(right - width, row.top(), width, row.height())), end, detail);
        right -= width + 10;
    }
    if (index.data(SourceListModel::PresentRole).toBool()) {
        const QRect tick(right - presentSize, row.center().y() - presentSize / 2, presentSize, presentSize);
        painter->drawPixmap(place(tick), iconPixmap(QStringLiteral("check"), presentSize,
                                                    painter->device()->devicePixelRatio(), quietText(palette)));
        right -= presentSize + 8;
    }
    const int left = picture.right() + 12;
    const int height = option.fontMetrics.height();
    const QString subtitle = index.data(SourceListModel::SubtitleRole).toString();
    const int top = subtitle.isEmpty() ? row.center().y() - height / 2 : row.center().y() - height - 1;
    const bool isExplicit = index.data(SourceListModel::ExplicitRole).toBool();
    const int mark = isExplicit ? explicitMarkWidth(height) : 0;
    const QString title = index.data(SourceListModel::TitleRole).toString();
    painter->setPen(playable ? palette.color(QPalette::Text) : faintText(palette));
    const int used = qMin(right - left - mark, painter->fontMetrics().horizontalAdvance(title) + 1);
    drawLine(*painter, place(QRect(left, top, qMax(0, used), height)), Qt::AlignLeft, title);
    if (!subtitle.isEmpty()) {
        painter->setPen(playable || selected ? quietText(palette) : faintText(palette));
        drawLine(*painter, place(QRect(left, top + height + 2, qMax(0, right - left), height)), Qt::AlignLeft,
                 subtitle);
    }
    if (isExplicit)
        drawExplicitMark(*painter, place(QRect(left + used, top, mark, height)), option.font, palette);
    painter->restore();
}

void SourceDelegate::paintPicture(QPainter &painter, const QRect &rect, const QPalette &palette,
                                  const QModelIndex &index) const
{
    const auto images = index.data(SourceListModel::ImagesRole).value<QList<web::Image>>();
    const QImage image =
        images.isEmpty() ? QImage()
                         : m_artwork.image(images, artworkPixels(pictureSize, painter.device()->devicePixelRatio()));
    if (image.isNull())
        drawArtworkPlaceholder(painter, rect, palette, images.isEmpty() ? iconOf(index) : QString());
    else
        drawArtwork(painter, rect, image);
}

bool SourceDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                               const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines{index.data(SourceListModel::TitleRole).toString().toHtmlEscaped(),
                      index.data(SourceListModel::SubtitleRole).toString().toHtmlEscaped()};
    if (!index.data(SourceListModel::PlayableRole).toBool())
        lines.append(tr("This cannot be played any more."));
    if (index.data(SourceListModel::PresentRole).toBool())
        lines.append(tr("Already in the playlist."));
    lines.removeAll(QString());
    QToolTip::showText(event->globalPos(), QStringLiteral("<p>%1</p>").arg(lines.join(QStringLiteral("<br>"))), view,
                       option.rect);
    return true;
}

} // namespace segue::ui
