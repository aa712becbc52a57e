// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/LineDelegate.h"

#include "ui/look/Theme.h"

#include <QWidget>

namespace segue::ui
{

QSize LineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 10);
}

void LineDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool active = (option->state & QStyle::State_HasFocus) || (option->state & QStyle::State_Active);
    // Of the view's own: in the option's, the view may have seen to it already.
    const QPalette palette = option->widget ? option->widget->palette() : option->palette;
    option->palette.setColor(QPalette::Highlight, selectionFill(palette, active));
    option->palette.setColor(QPalette::HighlightedText, option->palette.color(QPalette::Text));
}

} // namespace segue::ui
