// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/ChoiceView.h"

#include "ui/arrange/ChoiceTreeModel.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace segue::ui
{

namespace
{

/// Draws members with a radio button.
class ChoiceDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 8);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        if (index.column() != 0 || !index.parent().isValid()) {
            QStyledItemDelegate::paint(painter, given, index);
            return;
        }
        const QWidget *widget = given.widget;
        const QStyle *style = widget ? widget->style() : QApplication::style();
        const int size = style->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, nullptr, widget);
        QStyleOptionViewItem option = given;
        initStyleOption(&option, index);
        option.text.clear();
        style->drawControl(QStyle::CE_ItemViewItem, &option, painter, widget);

        QStyleOptionButton radio;
        radio.palette = option.palette;
        radio.direction = option.direction;
        radio.state = (option.state & QStyle::State_Enabled) |
                      (index.data(ChoiceTreeModel::ChosenRole).toBool() ? QStyle::State_On : QStyle::State_Off);
        const QRect line = given.rect.adjusted(4, 0, -4, 0);
        radio.rect = QStyle::alignedRect(option.direction, Qt::AlignLeft | Qt::AlignVCenter, {size, size}, line);
        style->drawPrimitive(QStyle::PE_IndicatorRadioButton, &radio, painter, widget);
        initStyleOption(&option, index);
        option.rect = QStyle::visualRect(option.direction, line, line.adjusted(size + 4, 0, 0, 0));
        painter->setPen(
            option.palette.color((given.state & QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::Text));
        painter->setFont(option.font);
        painter->drawText(option.rect, Qt::AlignVCenter | Qt::AlignLeading,
                          option.fontMetrics.elidedText(option.text, Qt::ElideRight, option.rect.width()));
    }

protected:
    /// What is not chosen is dimmed.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QVariant chosen = index.data(ChoiceTreeModel::ChosenRole);
        if (chosen.isValid() && !chosen.toBool())
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }
};

} // namespace

ChoiceView::ChoiceView(ChoiceTreeModel &model, QWidget *parent) : QTreeView(parent), m_model(model)
{
    setModel(&model);
    setItemDelegate(new ChoiceDelegate(this));
    setUniformRowHeights(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setAllColumnsShowFocus(true);
    setTextElideMode(Qt::ElideRight);
    header()->setStretchLastSection(false);
    for (const auto signal : {&QTreeView::clicked, &QTreeView::activated})
        connect(this, signal, &model, &ChoiceTreeModel::choose);
}

void ChoiceView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool isMember = current.parent().isValid();
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Select:
        if (isMember)
            m_model.choose(current);
        else
            m_model.toggle(current);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // Left alone, it would end the dialog as well.
        if (isMember && !current.data(ChoiceTreeModel::ChosenRole).toBool()) {
            m_model.choose(current);
            return;
        }
        break;
    default:
        break;
    }
    QTreeView::keyPressEvent(event);
}

} // namespace segue::ui
