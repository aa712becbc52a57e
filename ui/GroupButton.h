// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Commands.h"

#include <QToolButton>

namespace segue::ui
{

/// A button of the tool bar that opens the menu of a group of commands, with an arrow that says so. While none of them
/// can be had, it is disabled and its tooltip says why.
class GroupButton : public QToolButton
{
    Q_OBJECT

public:
    /// `commands` must outlive the button.
    GroupButton(const Commands &commands, Command::Group group, const QIcon &icon, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void follow();
};

} // namespace segue::ui
