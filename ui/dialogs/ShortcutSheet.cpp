// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ShortcutSheet.h"

#include "ui/Commands.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace segue::ui
{

ShortcutSheet::ShortcutSheet(const Commands &commands, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);

    // Two grids, because rows side by side have nothing to do with each other.
    QGridLayout *grids[2] = {new QGridLayout, new QGridLayout};
    auto *sides = new QHBoxLayout;
    sides->setSpacing(36);
    for (QGridLayout *grid : grids) {
        grid->setHorizontalSpacing(20);
        grid->setVerticalSpacing(5);
        auto *side = new QVBoxLayout;
        side->addLayout(grid);
        side->addStretch();
        sides->addLayout(side);
    }
    int rows[2] = {0, 0};
    QString group;
    const auto add = [&](int side, const QString &keys, const QString &text, bool heading) {
        auto *label = new QLabel(text, this);
        if (heading) {
            QFont font = label->font();
            font.setWeight(QFont::DemiBold);
            label->setFont(font);
            label->setContentsMargins(0, rows[side] == 0 ? 0 : 10, 0, 2);
            grids[side]->addWidget(label, rows[side]++, 0, 1, 2);
            return;
        }
        auto *key = new QLabel(keys, this);
        key->setForegroundRole(QPalette::PlaceholderText);
        grids[side]->addWidget(label, rows[side], 0);
        grids[side]->addWidget(key, rows[side]++, 1, Qt::AlignRight);
    };
    for (const Command &command : commands.table()) {
        if (command.shortcuts.isEmpty())
            continue;
        using Group = Command::Group;
        const bool isRight =
            command.group == Group::Edit || command.group == Group::Tracks || command.group == Group::Help;
        const int side = isRight ? 1 : 0; // so that both are about as long
        const QString name = Commands::groupText(command.group);
        if (name != group)
            add(side, {}, name, true);
        group = name;
        QStringList keys;
        for (const QKeySequence &sequence : command.shortcuts.mid(0, command.id == CommandId::ShortcutSheet ? 2 : 1))
            keys.append(sequence.toString(QKeySequence::NativeText));
        add(side, keys.join(QStringLiteral(", ")), Commands::plainText(command), false);
    }
    add(1, {}, tr("In the list"), true);
    add(1, tr("letters"), tr("Go to a title"), false);
    add(1, tr("Shift+↑, Shift+↓"), tr("Select more"), false);
    add(1, tr("Home, End"), tr("First, last row"), false);
    add(1, QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText), tr("Select nothing"), false);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("close"));
    buttons->button(QDialogButtonBox::Close)->setAccessibleName(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->addLayout(sides);
    layout->addStretch();
    layout->addSpacing(10);
    layout->addWidget(buttons);
}

} // namespace segue::ui
