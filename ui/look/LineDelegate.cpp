// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/LineDelegate.h"

#include "ui/look/Theme.h"

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
    option->palette.setColor(QPalette::Highlight, selectionFill(option->palette, active));
    option->palette.setColor(QPalette::HighlightedText, option->palette.color(QPalette::Text));
}

} // namespace segue::ui
