// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/CloseButton.h"

#include "ui/look/Icons.h"

#include <QCoreApplication>
#include <QToolButton>

namespace segue::ui
{

void makeCloseButton(QToolButton &button)
{
    button.setObjectName(QStringLiteral("closePaneButton"));
    button.setIcon(icon(QStringLiteral("close")));
    button.setIconSize(QSize(16, 16));
    button.setAutoRaise(true);
    button.setFocusPolicy(Qt::StrongFocus);
    button.setAccessibleName(QCoreApplication::translate("segue::ui::Pane", "Close this side"));
    button.setToolTip(button.accessibleName());
}

} // namespace segue::ui
