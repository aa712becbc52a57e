// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/GroupButton.h"

#include <QMenu>

#include <algorithm>

namespace segue::ui
{

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

} // namespace segue::ui
