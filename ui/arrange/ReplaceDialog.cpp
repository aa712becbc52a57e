// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/ReplaceDialog.h"

#include "ui/arrange/ChoiceView.h"
#include "ui/look/ErrorLabel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace segue::ui
{

using playlist::Replacement;
using playlist::ReplacementFinder;

namespace
{

constexpr std::chrono::milliseconds costDelay{120};

} // namespace

ReplaceDialog::ReplaceDialog(web::Api &api, std::shared_ptr<const playlist::RowSnapshot> rows,
                             const playlist::RowList &unavailable, Cost cost, QWidget *parent)
    : QDialog(parent), m_finder(api), m_cost(std::move(cost)),
      m_model(new ReplaceModel(std::move(rows), unavailable, this)), m_view(new ChoiceView(*m_model, this)),
      m_bar(new QProgressBar(this)), m_status(new QLabel(this)), m_errorLabel(new ErrorLabel(this)),
      m_again(new QPushButton(tr("Search &again"), this)), m_costLabel(new QLabel(this))
{
    setObjectName(QStringLiteral("replaceDialog"));
    setWindowTitle(tr("Replace unavailable tracks"));
    setAccessibleName(windowTitle());
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);

    auto *intro = new QLabel(tr("These tracks cannot be played. Those that are checked are replaced exactly where they "
                                "stand; their “date added” becomes today."),
                             this);
    intro->setObjectName(QStringLiteral("intro"));
    intro->setWordWrap(true);
    buildView();
    m_costLabel->setObjectName(QStringLiteral("removalCost"));
    m_costLabel->setWordWrap(true);
    m_costLabel->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(intro);
    layout->addWidget(m_view, 1);
    layout->addWidget(buildStatus());
    layout->addWidget(m_costLabel);
    layout->addWidget(buildButtons());
    resize(980, 560);

    m_costTimer.setSingleShot(true);
    m_costTimer.setInterval(costDelay);
    connect(&m_costTimer, &QTimer::timeout, this, &ReplaceDialog::showCost);
    connect(m_model, &ReplaceModel::choiceChanged, this, &ReplaceDialog::showCount);
    connect(&m_finder, &ReplacementFinder::found, this, [this](int index, const std::vector<Replacement> &found) {
        const int line = m_searched[static_cast<std::size_t>(index)];
        m_model->setFound(line, found);
        m_view->expand(m_model->index(line, 0));
    });
    connect(&m_finder, &ReplacementFinder::failed, this, [this](int index, const Error &error) {
        m_lastFailure = error;
        m_model->setFailed(m_searched[static_cast<std::size_t>(index)], error);
    });
    connect(&m_finder, &ReplacementFinder::progress, this, &ReplaceDialog::showProgress);
    connect(&m_finder, &ReplacementFinder::finished, this, [this] { end(m_lastFailure); });
    connect(&m_finder, &ReplacementFinder::stopped, this, [this](const Error &error) { end(error); });
    connect(this, &QDialog::finished, &m_finder, &ReplacementFinder::cancel);
    connect(this, &QDialog::accepted, this, [this] {
        if (const auto chosen = m_model->choices(); !chosen.empty())
            Q_EMIT submitted(chosen);
    });
    showCount();
    search();
    m_view->setFocus();
    m_view->setCurrentIndex(m_model->index(0, 0));
}

ReplaceDialog::~ReplaceDialog() = default;

void ReplaceDialog::buildView()
{
    m_view->setObjectName(QStringLiteral("replaceList"));
    m_view->setAccessibleName(tr("Unavailable tracks and what can replace them"));
    m_view->header()->setSectionResizeMode(ReplaceModel::Album, QHeaderView::Stretch);
    m_view->header()->resizeSection(ReplaceModel::Title, 270);
    m_view->header()->resizeSection(ReplaceModel::Artist, 170);
    m_view->header()->resizeSection(ReplaceModel::Length, 70);
    m_view->header()->resizeSection(ReplaceModel::Match, 220);
}

QWidget *ReplaceDialog::buildStatus()
{
    m_status->setObjectName(QStringLiteral("searchStatus"));
    m_bar->setObjectName(QStringLiteral("searchProgress"));
    m_bar->setAccessibleName(tr("Searching"));
    m_bar->setTextVisible(false);
    m_bar->setFixedSize(160, 6);
    m_errorLabel->setObjectName(QStringLiteral("searchError"));
    m_again->setObjectName(QStringLiteral("searchAgain"));
    m_again->setAccessibleName(tr("Search again"));
    m_again->setAutoDefault(false);
    connect(m_again, &QPushButton::clicked, this, &ReplaceDialog::search);

    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_bar);
    layout->addWidget(m_status);
    layout->addWidget(m_errorLabel, 1);
    layout->addWidget(m_again);
    layout->addStretch();
    return row;
}

QWidget *ReplaceDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(QStringLiteral("cancel"));
    cancel->setAccessibleName(cancel->text());
    m_replace = buttons->addButton(tr("Replace"), QDialogButtonBox::AcceptRole);
    m_replace->setObjectName(QStringLiteral("accept"));
    m_replace->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

void ReplaceDialog::search()
{
    m_lastFailure.reset();
    m_searched = m_model->unsettled();
    QList<web::MediumPtr> gone;
    for (const int line : m_searched)
        gone.append(m_model->medium(line));
    m_errorLabel->hide();
    m_again->hide();
    m_bar->show();
    showProgress(0, static_cast<int>(gone.size()));
    m_finder.start(gone);
}

void ReplaceDialog::showProgress(int done, int total)
{
    m_bar->setRange(0, total);
    m_bar->setValue(done);
    m_status->setText(tr("Searching: %L1 of %L2").arg(done).arg(total));
}

void ReplaceDialog::end(const std::optional<Error> &error)
{
    m_bar->hide();
    const int found = m_model->foundCount();
    m_status->setText(found == 0 ? tr("No replacement was found.")
                                 : tr("Replacements were found for %L1 of %L2.").arg(found).arg(m_model->rowCount()));
    if (!error)
        return;
    m_errorLabel->say(*error);
    m_errorLabel->show();
    m_again->show();
}

void ReplaceDialog::showCount()
{
    const int count = static_cast<int>(m_model->choices().size());
    m_replace->setEnabled(count > 0);
    m_replace->setText(count == 0 ? tr("Replace") : tr("Replace %Ln track(s)", nullptr, count));
    m_replace->setAccessibleName(m_replace->text());
    m_costTimer.start();
}

void ReplaceDialog::showCost()
{
    playlist::RowList rows;
    for (const ReplaceModel::Choice &choice : m_model->choices())
        rows.push_back(choice.row);
    const QString cost = m_cost(rows);
    m_costLabel->setText(cost);
    m_costLabel->setVisible(!cost.isEmpty());
}

} // namespace segue::ui
