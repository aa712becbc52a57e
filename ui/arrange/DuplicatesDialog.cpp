// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/DuplicatesDialog.h"

#include "ui/arrange/DuplicatesModel.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>
#include <QTreeView>
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

/// Draws rows of a group with a radio button: one of them stays.
class CopyDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 8);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const override
    {
        if (index.column() != DuplicatesModel::Title || !index.parent().isValid()) {
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
                      (index.data(DuplicatesModel::StaysRole).toBool() ? QStyle::State_On : QStyle::State_Off);
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
    /// What goes is dimmed.
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        const QVariant stays = index.data(DuplicatesModel::StaysRole);
        if (stays.isValid() && !stays.toBool())
            option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
    }
};

} // namespace

DuplicatesDialog::DuplicatesDialog(std::shared_ptr<const playlist::RowSnapshot> rows, Cost cost, QWidget *parent)
    : QDialog(parent), m_rows(std::move(rows)), m_cost(std::move(cost)), m_model(new DuplicatesModel(this)),
      m_keep(new QComboBox(this)), m_stack(new QStackedWidget(this)), m_view(new QTreeView(m_stack)),
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
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CopyDelegate(m_view));
    m_view->setUniformRowHeights(true);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setAllColumnsShowFocus(true);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(DuplicatesModel::Album, QHeaderView::Stretch);
    m_view->header()->resizeSection(DuplicatesModel::Title, 260);
    m_view->header()->resizeSection(DuplicatesModel::Artist, 170);
    m_view->header()->resizeSection(DuplicatesModel::AddedAt, 110);
    m_view->header()->resizeSection(DuplicatesModel::Reason, 120);
    for (const auto signal : {&QTreeView::clicked, &QTreeView::activated})
        connect(m_view, signal, m_model, &DuplicatesModel::keep);
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
