// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/SortDialog.h"

#include "ui/arrange/SortFields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace segue::ui
{

using playlist::SortField;
using playlist::SortKey;

SortDialog::SortDialog(const std::vector<SortKey> &keys, bool ignoreArticles, bool popularityKnown,
                       const QString &scope, QWidget *parent)
    : QDialog(parent), m_ignoreArticles(new QCheckBox(tr("&Ignore “The”, “A” and “An” at the beginning"), this))
{
    setObjectName(QStringLiteral("sortDialog"));
    setWindowTitle(tr("Sort by several"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    for (int number = 1; number <= mostKeys; ++number)
        m_lines.push_back(addLine(*grid, number, popularityKnown));
    const std::vector<SortKey> usual = {{SortField::Artist}, {SortField::Album}};
    const std::vector<SortKey> &first = keys.empty() ? usual : keys;
    for (std::size_t i = 0; i < std::min(first.size(), m_lines.size()); ++i)
        set(m_lines[i], first[i]);

    m_ignoreArticles->setObjectName(QStringLiteral("ignoreArticles"));
    m_ignoreArticles->setAccessibleName(tr("Ignore “The”, “A” and “An” at the beginning"));
    m_ignoreArticles->setToolTip(tr("Holds for every sorting by title, artist or album from now on"));
    m_ignoreArticles->setChecked(ignoreArticles);
    auto *what = new QLabel(scope, this);
    what->setObjectName(QStringLiteral("sortScope"));
    what->setForegroundRole(QPalette::PlaceholderText);
    what->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setAccessibleName(cancel->text());
    m_sort = buttons->addButton(tr("Sort"), QDialogButtonBox::AcceptRole);
    m_sort->setObjectName(QStringLiteral("accept"));
    m_sort->setAccessibleName(m_sort->text());
    m_sort->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] { Q_EMIT submitted(this->keys(), m_ignoreArticles->isChecked()); });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(grid);
    layout->addWidget(m_ignoreArticles);
    layout->addWidget(what);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(460);
    follow();
}

SortDialog::Line SortDialog::addLine(QGridLayout &grid, int number, bool popularityKnown)
{
    const Line line{.field = new QComboBox(this), .order = new QComboBox(this)};
    line.field->setObjectName(QStringLiteral("sortField%1").arg(number));
    line.order->setObjectName(QStringLiteral("sortOrder%1").arg(number));
    line.field->setAccessibleName(tr("Sort key %1").arg(number));
    line.order->setAccessibleName(tr("Direction of sort key %1").arg(number));
    if (number > 1)
        line.field->addItem(tr("nothing else"), -1);
    for (const SortFieldText &text : sortFieldTexts()) {
        if (text.field != SortField::Popularity || popularityKnown)
            line.field->addItem(text.text, static_cast<int>(text.field));
    }
    line.order->setMinimumContentsLength(16);
    connect(line.field, &QComboBox::currentIndexChanged, this, &SortDialog::follow);
    auto *label = new QLabel(number == 1 ? tr("Sort &by") : tr("then by"), this);
    label->setBuddy(line.field);
    grid.addWidget(label, number - 1, 0);
    grid.addWidget(line.field, number - 1, 1);
    grid.addWidget(line.order, number - 1, 2);
    return line;
}

void SortDialog::set(const Line &line, const SortKey &key)
{
    const int index = line.field->findData(static_cast<int>(key.field));
    if (index < 0)
        return;
    line.field->setCurrentIndex(index);
    follow();
    line.order->setCurrentIndex(key.order == Qt::AscendingOrder ? 0 : 1);
}

/// Directions are called what they mean for the field; a line is of no use before the one above it is.
void SortDialog::follow()
{
    bool open = true;
    for (const Line &line : m_lines) {
        const int field = line.field->currentData().toInt();
        line.field->setEnabled(open);
        open = open && field >= 0;
        line.order->setEnabled(open);
        QStringList directions;
        for (const SortFieldText &text : sortFieldTexts()) {
            if (static_cast<int>(text.field) == field)
                directions = {text.upwards, text.downwards};
        }
        const int order = std::max(0, line.order->currentIndex());
        line.order->clear();
        line.order->addItems(directions);
        line.order->setCurrentIndex(directions.isEmpty() ? -1 : order);
    }
}

std::vector<SortKey> SortDialog::keys() const
{
    std::vector<SortKey> keys;
    for (const Line &line : m_lines) {
        const int field = line.field->currentData().toInt();
        if (field < 0)
            break;
        const auto chosen = static_cast<SortField>(field);
        // A second time it would decide nothing.
        if (std::any_of(keys.begin(), keys.end(), [chosen](const SortKey &key) { return key.field == chosen; }))
            continue;
        keys.push_back({chosen, line.order->currentIndex() == 1 ? Qt::DescendingOrder : Qt::AscendingOrder});
    }
    return keys;
}

} // namespace segue::ui
