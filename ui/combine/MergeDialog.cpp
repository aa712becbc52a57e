// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/combine/MergeDialog.h"

#include "app/models/PlaylistListModel.h"
#include "app/web/Values.h"
#include "ui/library/PlaylistFilterModel.h"
#include "ui/look/ElidedLabel.h"
#include "ui/look/LineDelegate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include <utility>

namespace segue::ui
{

using models::PlaylistListModel;
using playlist::MergeOrder;

namespace
{

enum Column { Name, Owner, Tracks };

QString withoutMnemonic(QString text)
{
    return text.replace(u'&', QLatin1String("&&"));
}

} // namespace

MergeDialog::MergeDialog(Playlist target, const QList<Playlist> &others, QWidget *parent)
    : QDialog(parent), m_target(std::move(target)), m_others(new QStandardItemModel(this)),
      m_shown(new PlaylistFilterModel(this))
{
    setObjectName(QStringLiteral("mergeDialog"));
    setWindowTitle(tr("Merge playlists"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    fill(others);
    m_shown->setSourceModel(m_others);
    build();
    connect(m_others, &QStandardItemModel::itemChanged, this, [this] {
        suggestName();
        check();
    });
    suggestName();
    check();
    m_filter->setFocus();
    resize(560, 600);
}

void MergeDialog::fill(const QList<Playlist> &others)
{
    m_others->setHorizontalHeaderLabels({tr("Playlist"), tr("By"), tr("Tracks")});
    m_others->horizontalHeaderItem(Tracks)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    for (const Playlist &each : others) {
        auto *name = new QStandardItem(each.name);
        name->setData(each.name, PlaylistListModel::NameRole);
        name->setData(each.id, PlaylistListModel::IdRole);
        name->setData(each.itemCount, PlaylistListModel::ItemCountRole);
        name->setCheckable(true);
        name->setToolTip(each.reason.isEmpty() ? each.name : each.reason);
        name->setAccessibleDescription(each.reason);
        auto *owner = new QStandardItem(each.ownerName);
        auto *tracks = new QStandardItem(each.itemCount < 0 ? tr("not known") : QLocale().toString(each.itemCount));
        tracks->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        if (!each.reason.isEmpty())
            tracks->setText(tr("not readable"));
        for (QStandardItem *item : {name, owner, tracks}) {
            item->setEditable(false);
            item->setEnabled(each.reason.isEmpty());
        }
        for (QStandardItem *item : {owner, tracks})
            item->setToolTip(each.reason);
        m_others->appendRow({name, owner, tracks});
    }
}

void MergeDialog::build()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(8);
    auto *name = new ElidedLabel(1, this);
    QFont font = name->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    name->setFont(font);
    name->setText(m_target.name);
    name->setObjectName(QStringLiteral("mergeTarget"));
    layout->addWidget(name);
    addList(*layout);
    addHow(*layout);
    addWhere(*layout);
    addButtons(*layout);
}

void MergeDialog::addList(QVBoxLayout &layout)
{
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("mergeFilter"));
    m_filter->setAccessibleName(tr("Find playlist"));
    m_filter->setPlaceholderText(tr("Find playlist"));
    m_filter->setClearButtonEnabled(true);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, m_shown, &PlaylistFilterModel::setFilterText);
    auto *label = new QLabel(tr("Merge &with"), this);
    label->setBuddy(m_filter);
    auto *line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(label);
    line->addWidget(m_filter, 1);
    layout.addLayout(line);

    m_view = new QTreeView(this);
    m_view->setObjectName(QStringLiteral("mergeList"));
    m_view->setAccessibleName(tr("Playlists to merge with"));
    m_view->setModel(m_shown);
    m_view->setItemDelegate(new LineDelegate(m_view));
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setTextElideMode(Qt::ElideRight);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionsMovable(false);
    m_view->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_view->header()->resizeSection(Owner, 130);
    m_view->header()->resizeSection(Tracks, 100);
    // The whole line is the check box. On the box itself the view toggles, and tells of no press.
    const auto stateOf = [](const QModelIndex &index) {
        return index.siblingAtColumn(Name).data(Qt::CheckStateRole).toInt();
    };
    connect(m_view, &QTreeView::pressed, this,
            [this, stateOf](const QModelIndex &index) { m_stateAtPress = stateOf(index); });
    connect(m_view, &QTreeView::clicked, this, [this, stateOf](const QModelIndex &index) {
        if (std::exchange(m_stateAtPress, std::nullopt) == stateOf(index))
            toggle(index);
    });
    layout.addWidget(m_view, 1);
}

void MergeDialog::addHow(QVBoxLayout &layout)
{
    m_order = new QComboBox(this);
    m_order->setObjectName(QStringLiteral("mergeOrder"));
    m_order->setAccessibleName(tr("Order of the tracks"));
    m_order->addItem(tr("one playlist after the other"), static_cast<int>(MergeOrder::Concatenate));
    m_order->addItem(tr("a track of each in turn"), static_cast<int>(MergeOrder::Alternate));
    m_order->addItem(tr("each spread evenly"), static_cast<int>(MergeOrder::Spread));
    auto *label = new QLabel(tr("&Order"), this);
    label->setBuddy(m_order);
    auto *line = new QHBoxLayout;
    line->setSpacing(10);
    line->addWidget(label);
    line->addWidget(m_order);
    line->addStretch();
    layout.addLayout(line);

    m_skipPresent = new QCheckBox(tr("&Leave out tracks that are there already"), this);
    m_skipPresent->setObjectName(QStringLiteral("skipPresent"));
    m_skipPresent->setAccessibleName(tr("Leave out tracks that are there already"));
    m_skipPresent->setChecked(true);
    connect(m_skipPresent, &QCheckBox::toggled, this, &MergeDialog::check);
    layout.addWidget(m_skipPresent);
}

void MergeDialog::addWhere(QVBoxLayout &layout)
{
    const bool canChange = m_target.reason.isEmpty();
    const QString name = fontMetrics().elidedText(m_target.name, Qt::ElideRight, 360);
    m_intoTarget = new QRadioButton(tr("&Into “%1”").arg(withoutMnemonic(name)), this);
    m_intoTarget->setObjectName(QStringLiteral("intoTarget"));
    m_intoTarget->setAccessibleName(tr("Into “%1”").arg(m_target.name));
    m_intoTarget->setEnabled(canChange);
    m_intoTarget->setToolTip(m_target.reason);
    m_intoTarget->setChecked(canChange);
    m_intoNew = new QRadioButton(tr("Into a &new playlist named"), this);
    m_intoNew->setObjectName(QStringLiteral("intoNew"));
    m_intoNew->setAccessibleName(tr("Into a new playlist"));
    m_intoNew->setChecked(!canChange);
    m_newName = new QLineEdit(this);
    m_newName->setObjectName(QStringLiteral("newPlaylistName"));
    m_newName->setAccessibleName(tr("Name of the new playlist"));
    m_newName->setMaxLength(web::maxNameLength);
    connect(m_intoTarget, &QRadioButton::toggled, this, &MergeDialog::check);
    // Who types a name means it.
    connect(m_newName, &QLineEdit::textEdited, this, [this] {
        m_intoNew->setChecked(true);
        check();
    });
    auto *line = new QHBoxLayout;
    line->addWidget(m_intoNew);
    line->addWidget(m_newName, 1);
    layout.addSpacing(4);
    layout.addWidget(m_intoTarget);
    layout.addLayout(line);
}

void MergeDialog::addButtons(QVBoxLayout &layout)
{
    m_sum = new QLabel(this);
    m_sum->setObjectName(QStringLiteral("mergeSum"));
    m_problem = new QLabel(this);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setAccessibleName(tr("Cancel"));
    m_merge = buttons->addButton(tr("&Merge"), QDialogButtonBox::AcceptRole);
    m_merge->setObjectName(QStringLiteral("accept"));
    m_merge->setAccessibleName(tr("Merge"));
    m_merge->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::accepted, this, [this] {
        if (problem().isEmpty())
            Q_EMIT submitted(choice());
    });
    layout.addSpacing(4);
    layout.addWidget(m_sum);
    layout.addWidget(m_problem);
    layout.addWidget(buttons);
}

bool MergeDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent *>(event)->key();
    const bool enters = key == Qt::Key_Return || key == Qt::Key_Enter;
    if ((!enters && key != Qt::Key_Down) || (enters && m_filter->text().isEmpty()))
        return QDialog::eventFilter(watched, event);
    // Enter takes what was looked for; it must not end the dialog before that.
    const QModelIndex first = m_shown->index(0, Name);
    if (enters && m_shown->rowCount() == 1)
        toggle(first);
    else if (first.isValid()) {
        m_view->setFocus();
        m_view->setCurrentIndex(m_view->currentIndex().isValid() ? m_view->currentIndex() : first);
    }
    return true;
}

void MergeDialog::toggle(const QModelIndex &shown) const
{
    QStandardItem *item = m_others->item(m_shown->mapToSource(shown).row(), Name);
    if (item && item->isEnabled())
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
}

QList<int> MergeDialog::chosenRows() const
{
    QList<int> rows;
    for (int row = 0; row < m_others->rowCount(); ++row) {
        if (m_others->item(row, Name)->checkState() == Qt::Checked)
            rows.append(row);
    }
    return rows;
}

MergeChoice MergeDialog::choice() const
{
    MergeChoice out{.playlistIds = {},
                    .order = static_cast<MergeOrder>(m_order->currentData().toInt()),
                    .skipPresent = m_skipPresent->isChecked(),
                    .intoNew = m_intoNew->isChecked(),
                    .newName = m_newName->text().simplified()};
    for (const int row : chosenRows())
        out.playlistIds.append(m_others->item(row, Name)->data(PlaylistListModel::IdRole).toString());
    return out;
}

int MergeDialog::sum() const
{
    int sum = qMax(0, m_target.itemCount);
    for (const int row : chosenRows())
        sum += qMax(0, m_others->item(row, Name)->data(PlaylistListModel::ItemCountRole).toInt());
    return sum;
}

QString MergeDialog::sumText() const
{
    const QList<int> rows = chosenRows();
    if (rows.isEmpty())
        return tr("“%1” has %Ln track(s).", nullptr, qMax(0, m_target.itemCount))
            .arg(fontMetrics().elidedText(m_target.name, Qt::ElideRight, 300));
    const QString count = tr("%Ln track(s)", nullptr, sum());
    bool all = m_target.itemCount >= 0;
    for (const int row : rows)
        all = all && m_others->item(row, Name)->data(PlaylistListModel::ItemCountRole).toInt() >= 0;
    return (all ? tr("%1 playlists, %2 together.") : tr("%1 playlists, at least %2 together."))
        .arg(QLocale().toString(rows.size() + 1), count);
}

QString MergeDialog::problem() const
{
    if (chosenRows().isEmpty())
        return tr("No playlist is chosen to merge with.");
    if (sum() > web::maxPlaylistItems && !m_skipPresent->isChecked())
        return tr("These are more than the %1 tracks that a playlist can have.")
            .arg(QLocale().toString(web::maxPlaylistItems));
    if (m_intoNew->isChecked() && m_newName->text().simplified().isEmpty())
        return tr("A playlist needs a name.");
    return {};
}

void MergeDialog::check()
{
    const QString text = problem();
    m_sum->setText(sumText());
    if (chosenRows().isEmpty()) // no reproach
        m_problem->clear();
    else if (text.isEmpty() && sum() > web::maxPlaylistItems)
        m_problem->setText(tr("A playlist can have %1 tracks. If more are left without those that are there twice, "
                              "nothing is changed.")
                               .arg(QLocale().toString(web::maxPlaylistItems)));
    else
        m_problem->setText(text);
    m_problem->setVisible(!m_problem->text().isEmpty());
    m_merge->setEnabled(text.isEmpty());
    m_merge->setToolTip(text);
}

void MergeDialog::suggestName()
{
    if (m_newName->isModified())
        return;
    const QList<int> rows = chosenRows();
    QString name = m_target.name;
    if (rows.size() == 1)
        name = tr("%1 + %2").arg(m_target.name, m_others->item(rows.constFirst(), Name)->text());
    else if (rows.size() > 1)
        name = tr("%1 + %2 more").arg(m_target.name, QLocale().toString(rows.size()));
    m_newName->setText(name.simplified().left(web::maxNameLength));
    m_newName->setCursorPosition(0);
}

} // namespace segue::ui
