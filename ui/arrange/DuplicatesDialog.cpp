// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/DuplicatesDialog.h"

#include "ui/arrange/ChoiceView.h"
#include "ui/arrange/DuplicatesModel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace segue::ui
{

using playlist::DuplicateGroup;
using playlist::KeepRule;
using playlist::RowList;

namespace
{

constexpr std::chrono::milliseconds costDelay{120};

} // namespace

DuplicatesDialog::DuplicatesDialog(std::shared_ptr<const playlist::RowSnapshot> rows, Cost cost, QWidget *parent)
    : QDialog(parent), m_rows(std::move(rows)), m_cost(std::move(cost)), m_model(new DuplicatesModel(this)),
      m_keep(new QComboBox(this)), m_stack(new QStackedWidget(this)), m_view(new ChoiceView(*m_model, m_stack)),
      m_nothing(new QLabel(m_stack)), m_costLabel(new QLabel(this))
{
    setObjectName(QStringLiteral("duplicatesDialog"));
    setWindowTitle(tr("Remove duplicates"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);

    m_byUri = addReason(QStringLiteral("byTrack"), tr("same &track"), tr("The very same track, episode or local file"));
    m_byRecording = addReason(QStringLiteral("byRecording"), tr("same &recording"),
                              tr("The same recording on another release, such as a single and an album"));
    m_bySong = addReason(QStringLiteral("byTitle"), tr("same t&itle and artist"),
                         tr("Nearly as long, and with the same title and artist: maybe another recording"));
    auto *reasons = new QHBoxLayout;
    reasons->setSpacing(16);
    reasons->addWidget(new QLabel(tr("Duplicates are"), this));
    reasons->addWidget(m_byUri);
    reasons->addWidget(m_byRecording);
    reasons->addWidget(m_bySong);
    reasons->addStretch();

    m_keep->setObjectName(QStringLiteral("keepRule"));
    m_keep->setAccessibleName(tr("Which copy stays"));
    m_keep->addItem(tr("the first"), static_cast<int>(KeepRule::First));
    m_keep->addItem(tr("the last"), static_cast<int>(KeepRule::Last));
    m_keep->addItem(tr("the one added first"), static_cast<int>(KeepRule::Oldest));
    m_keep->addItem(tr("the one added last"), static_cast<int>(KeepRule::Newest));
    m_keep->addItem(tr("one that can be played"), static_cast<int>(KeepRule::Available));
    connect(m_keep, &QComboBox::currentIndexChanged, this, &DuplicatesDialog::find);
    auto *keepLabel = new QLabel(tr("&Keep of each"), this);
    keepLabel->setBuddy(m_keep);
    reasons->addWidget(keepLabel);
    reasons->addWidget(m_keep);

    m_view->setObjectName(QStringLiteral("duplicatesList"));
    m_view->setAccessibleName(tr("Duplicates"));
    m_view->header()->setSectionResizeMode(DuplicatesModel::Album, QHeaderView::Stretch);
    m_view->header()->resizeSection(DuplicatesModel::Title, 260);
    m_view->header()->resizeSection(DuplicatesModel::Artist, 170);
    m_view->header()->resizeSection(DuplicatesModel::AddedAt, 110);
    m_view->header()->resizeSection(DuplicatesModel::Reason, 120);
    m_nothing->setObjectName(QStringLiteral("noDuplicates"));
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_nothing);
    m_costLabel->setObjectName(QStringLiteral("removalCost"));
    m_costLabel->setWordWrap(true);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setAccessibleName(cancel->text());
    m_reset = buttons->addButton(tr("Reset &choices"), QDialogButtonBox::ResetRole);
    m_reset->setObjectName(QStringLiteral("resetChoices"));
    m_reset->setAccessibleName(tr("Reset choices"));
    m_reset->setToolTip(tr("Go back to what the rule says wherever you chose by hand"));
    m_reset->setAutoDefault(false);
    connect(m_reset, &QPushButton::clicked, m_model, &DuplicatesModel::resetChoices);
    m_remove = buttons->addButton(tr("Remove"), QDialogButtonBox::AcceptRole);
    m_remove->setObjectName(QStringLiteral("accept"));
    m_remove->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] {
        if (const RowList chosen = m_model->rowsToRemove(); !chosen.empty())
            Q_EMIT submitted(chosen);
    });

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(reasons);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_costLabel);
    layout->addWidget(buttons);
    resize(900, 560);

    m_costTimer.setSingleShot(true);
    m_costTimer.setInterval(costDelay);
    connect(&m_costTimer, &QTimer::timeout, this, &DuplicatesDialog::showCost);
    connect(m_model, &DuplicatesModel::choiceChanged, this, &DuplicatesDialog::showCount);
    showCount();
    find();
}

DuplicatesDialog::~DuplicatesDialog() = default;

QCheckBox *DuplicatesDialog::addReason(const QString &name, const QString &text, const QString &toolTip)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(name);
    box->setAccessibleName(QString(text).remove(u'&'));
    box->setAccessibleDescription(toolTip);
    box->setToolTip(toolTip);
    box->setChecked(true);
    connect(box, &QCheckBox::toggled, this, &DuplicatesDialog::find);
    return box;
}

void DuplicatesDialog::find()
{
    const playlist::DuplicateOptions options{.keep = static_cast<KeepRule>(m_keep->currentData().toInt()),
                                             .byUri = m_byUri->isChecked(),
                                             .byRecording = m_byRecording->isChecked(),
                                             .bySong = m_bySong->isChecked()};
    m_finder.start(m_rows, options, [this](const std::vector<DuplicateGroup> &groups) { show(groups); });
}

void DuplicatesDialog::show(const std::vector<DuplicateGroup> &groups)
{
    m_model->setGroups(m_rows, groups);
    m_view->expandAll();
    m_stack->setCurrentIndex(groups.empty() ? 1 : 0);
    m_nothing->setText(tr("Nothing stands in this playlist twice."));
}

void DuplicatesDialog::showCount()
{
    const int count = static_cast<int>(m_model->rowsToRemove().size());
    m_reset->setEnabled(m_model->hasChoices());
    m_remove->setEnabled(count > 0);
    m_remove->setText(count == 0 ? tr("Remove") : tr("Remove %Ln track(s)", nullptr, count));
    m_remove->setAccessibleName(m_remove->text());
    m_costLabel->clear();
    m_costTimer.start();
}

void DuplicatesDialog::showCost()
{
    m_costLabel->setText(m_cost(m_model->rowsToRemove()));
}

} // namespace segue::ui
