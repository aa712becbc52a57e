// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/GroupButton.h"

#include "ui/look/Icons.h"

#include <QMenu>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace segue::ui
{

namespace
{

constexpr int arrowSize = 14;

} // namespace

GroupButton::GroupButton(const Commands &commands, Command::Group group, const QIcon &icon, QWidget *parent)
    : QToolButton(parent)
{
    const QString text = Commands::groupText(group);
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("groupMenu%1").arg(static_cast<int>(group)));
    menu->setAccessibleName(text);
    commands.fill(*menu, group);
    setMenu(menu);
    setIcon(icon);
    setText(text);
    setAccessibleName(text);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    for (const QAction *action : menu->actions())
        connect(action, &QAction::changed, this, &GroupButton::follow);
    follow();
}

void GroupButton::follow()
{
    const QList<QAction *> actions = menu()->actions();
    const bool any = std::any_of(actions.begin(), actions.end(),
                                 [](const QAction *action) { return !action->isSeparator() && action->isEnabled(); });
    setEnabled(any);
    setToolTip(any || actions.isEmpty() ? text() : actions.constFirst()->toolTip());
}

QSize GroupButton::sizeHint() const
{
    return QToolButton::sizeHint() + QSize(arrowSize - 5, 0);
}

void GroupButton::paintEvent(QPaintEvent *event)
{
    QToolButton::paintEvent(event);
    const QRect inside = rect().adjusted(0, 0, -4, 0);
    const QRect place(inside.right() - arrowSize + 1, inside.center().y() - arrowSize / 2 + 1, arrowSize, arrowSize);
    const QColor color = palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
    QPainter painter(this);
    painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), place),
                       iconPixmap(QStringLiteral("expand"), arrowSize, devicePixelRatioF(), color));
}

} // namespace segue::ui
