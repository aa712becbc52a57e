// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace segue::ui
{

class Commands;

/// All commands with their keys, from the table.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutSheet(const Commands &commands, QWidget *parent = nullptr);
};

} // namespace segue::ui
