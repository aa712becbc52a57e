// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ShortcutSheet.h"

#include "ui/Commands.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

namespace segue::ui
{

namespace
{

constexpr std::size_t columnCount = 3;

/// So that all are about as long.
std::size_t columnOf(Command::Group group)
{
    using Group = Command::Group;
    switch (group) {
    case Group::Playlist:
    case Group::Sort:
        return 0;
    case Group::Edit:
    case Group::CleanUp:
    case Group::View:
    case Group::Account:
        return 1;
    case Group::Tracks:
    case Group::Help:
        break;
    }
    return 2;
}

} // namespace

ShortcutSheet::ShortcutSheet(const Commands &commands, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);

    // Grids of their own, because rows side by side have nothing to do with each other.
    std::array<QGridLayout *, columnCount> grids{};
    auto *columns = new QHBoxLayout;
    columns->setSpacing(36);
    for (QGridLayout *&grid : grids) {
        grid = new QGridLayout;
        grid->setHorizontalSpacing(20);
        grid->setVerticalSpacing(5);
        auto *column = new QVBoxLayout;
        column->addLayout(grid);
        column->addStretch();
        columns->addLayout(column);
    }
    std::array<int, columnCount> rows{};
    QString group;
    const auto add = [&](std::size_t column, const QString &keys, const QString &text, bool heading) {
        auto *label = new QLabel(text, this);
        if (heading) {
            QFont font = label->font();
            font.setWeight(QFont::DemiBold);
            label->setFont(font);
            label->setContentsMargins(0, rows[column] == 0 ? 0 : 10, 0, 2);
            grids[column]->addWidget(label, rows[column]++, 0, 1, 2);
            return;
        }
        auto *key = new QLabel(keys, this);
        key->setForegroundRole(QPalette::PlaceholderText);
        grids[column]->addWidget(label, rows[column], 0);
        grids[column]->addWidget(key, rows[column]++, 1, Qt::AlignRight);
    };
    for (const Command &command : commands.table()) {
        if (command.shortcuts.isEmpty())
            continue;
        const std::size_t column = columnOf(command.group);
        const QString name = Commands::groupText(command.group);
        if (name != group)
            add(column, {}, name, true);
        group = name;
        QStringList keys;
        for (const QKeySequence &sequence : command.shortcuts.mid(0, command.id == CommandId::ShortcutSheet ? 2 : 1))
            keys.append(sequence.toString(QKeySequence::NativeText));
        add(column, keys.join(QStringLiteral(", ")), Commands::plainText(command), false);
    }
    add(2, {}, tr("In the list"), true);
    add(2, tr("letters"), tr("Go to a title"), false);
    add(2, tr("Shift+↑, Shift+↓"), tr("Select more"), false);
    add(2, tr("Home, End"), tr("First, last row"), false);
    add(2, QKeySequence(Qt::Key_Escape).toString(QKeySequence::NativeText), tr("Select nothing"), false);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("close"));
    buttons->button(QDialogButtonBox::Close)->setAccessibleName(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 16);
    layout->addLayout(columns);
    layout->addStretch();
    layout->addSpacing(10);
    layout->addWidget(buttons);
}

} // namespace segue::ui
