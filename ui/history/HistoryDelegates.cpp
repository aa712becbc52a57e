// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/HistoryDelegates.h"

#include "app/playlist/Restore.h"
#include "ui/history/ComparedRowsModel.h"
#include "ui/history/VersionListModel.h"
#include "ui/look/Text.h"
#include "ui/look/Theme.h"

#include <QApplication>
#include <QPainter>

namespace segue::ui
{

namespace
{

constexpr int margin = 10;
constexpr int gap = 8;

void paintBackground(QPainter &painter, const QStyleOptionViewItem &option)
{
    const bool active = option.state & QStyle::State_Active && option.widget && option.widget->hasFocus();
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, selectionFill(option.palette, active));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, hoverFill(option.palette));
}

QColor quiet(const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Selected ? option.palette.color(QPalette::Text) : quietText(option.palette);
}

/// Left and right text share a line; the right one is never cut.
void drawPair(QPainter &painter, const QStyleOptionViewItem &option, const QRect &line, const QString &left,
              const QString &right)
{
    const int width = right.isEmpty() ? 0 : painter.fontMetrics().horizontalAdvance(right) + 1;
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    drawLine(painter, place(line.adjusted(0, 0, width > 0 ? -width - gap : 0, 0)), Qt::AlignLeft, left);
    drawLine(painter, place(line.adjusted(line.width() - width, 0, 0, 0)), Qt::AlignRight, right);
}

} // namespace

void VersionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    paintBackground(*painter, option);
    const int height = option.fontMetrics.height();
    QRect line = option.rect.adjusted(margin, 7, -margin, 0);
    line.setHeight(height);
    painter->setFont(option.font);
    painter->setPen(option.palette.color(QPalette::Text));
    drawPair(*painter, option, line, index.data(VersionListModel::WhenRole).toString(),
             index.data(VersionListModel::SizeRole).toString());
    line.translate(0, height + 2);
    painter->setPen(quiet(option));
    drawPair(*painter, option, line, index.data(VersionListModel::ReasonRole).toString(),
             index.data(VersionListModel::ChangeRole).toString());
    painter->restore();
}

QSize VersionDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {220, 2 * option.fontMetrics.height() + 16};
}

void ComparedRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    using Mark = playlist::ComparedRow::Mark;
    const auto mark = static_cast<Mark>(index.data(ComparedRowsModel::MarkRole).toInt());
    const bool known = index.data(ComparedRowsModel::KnownRole).toBool();
    const auto place = [&](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    painter->save();
    paintBackground(*painter, option);
    painter->setFont(option.font);
    QRect line = option.rect.adjusted(margin, 0, -margin, 0);

    const int number = option.fontMetrics.horizontalAdvance(QStringLiteral("10,000")) + 2;
    painter->setPen(faintText(option.palette));
    // A row that was added since has no place in the version.
    if (mark != Mark::Added)
        drawLine(*painter, place(QRect(line.left(), line.top(), number, line.height())), Qt::AlignRight,
                 index.data(ComparedRowsModel::PositionRole).toString());
    line.setLeft(line.left() + number + gap);

    const int symbol = option.fontMetrics.horizontalAdvance(u'↕') + 6;
    QString sign;
    switch (mark) {
    case Mark::Same:
        break;
    case Mark::Moved:
        sign = QStringLiteral("↕");
        break;
    case Mark::Removed:
        sign = QStringLiteral("−");
        break;
    case Mark::Added:
        sign = QStringLiteral("+");
        break;
    }
    painter->setPen(option.palette.color(QPalette::Text));
    drawLine(*painter, place(QRect(line.left(), line.top(), symbol, line.height())), Qt::AlignHCenter, sign);
    line.setLeft(line.left() + symbol + gap);

    const QString artists = index.data(ComparedRowsModel::ArtistsRole).toString();
    // Titles and artists line up, whatever is told at the end of the line.
    const int titleWidth = line.width() / 2;
    QStringList notes{index.data(ComparedRowsModel::NoteRole).toString(),
                      index.data(ComparedRowsModel::MarkTextRole).toString()};
    notes.removeAll(QString());
    const QString what = notes.join(QStringLiteral(" · "));
    const int width = what.isEmpty() ? 0 : option.fontMetrics.horizontalAdvance(what) + 1;
    painter->setPen(quiet(option));
    drawLine(*painter, place(line.adjusted(line.width() - width, 0, 0, 0)), Qt::AlignRight, what);
    if (width > 0)
        line.setRight(line.right() - width - gap);

    const QString title = index.data(ComparedRowsModel::TitleRole).toString();
    const bool plain = known && mark != Mark::Added;
    painter->setPen(plain ? option.palette.color(QPalette::Text) : known ? quiet(option) : faintText(option.palette));
    drawLine(*painter,
             place(QRect(line.left(), line.top(), artists.isEmpty() ? line.width() : titleWidth, line.height())),
             Qt::AlignLeft, title);
    painter->setPen(quiet(option));
    drawLine(*painter, place(line.adjusted(titleWidth + gap, 0, 0, 0)), Qt::AlignLeft, artists);
    painter->restore();
}

QSize ComparedRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {320, option.fontMetrics.height() + 10};
}

} // namespace segue::ui
