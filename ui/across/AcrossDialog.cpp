// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/across/AcrossDialog.h"

#include "app/models/LibraryIndex.h"
#include "app/models/TitleLookup.h"
#include "ui/Account.h"
#include "ui/look/ErrorLabel.h"
#include "ui/look/LineDelegate.h"
#include "ui/look/Theme.h"
#include "ui/look/TitlesOnScreen.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace segue::ui
{

using models::LibraryIndex;

namespace
{

constexpr std::chrono::milliseconds lookAgainAfter{700};

/// Has no loud colour where its delegate does not paint, either: beside the arrows that open and close rows.
class PlacesView : public QTreeView
{
public:
    using QTreeView::QTreeView;

protected:
    void initViewItemOption(QStyleOptionViewItem *option) const override
    {
        QTreeView::initViewItemOption(option);
        option->palette.setColor(QPalette::Highlight, selectionFill(option->palette, isActiveWindow()));
    }
};

} // namespace

AcrossDialog::AcrossDialog(const Account &account, AcrossQuestion question, const QList<web::MediumPtr> &media,
                           QWidget *parent)
    : QDialog(parent), m_index(*account.index), m_question(std::move(question)),
      m_titles(new models::TitleLookup(account.api, this)),
      m_places(new PlacesModel(account.library, *m_titles, m_question.fewest, this)), m_summary(new ErrorLabel(this)),
      m_tree(new PlacesView(this)), m_progress(new QLabel(this)), m_again(new QPushButton(tr("&Look again"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(m_question.name);
    setWindowTitle(m_question.title);
    m_titles->know(media);
    build();
    resize(620, m_question.isSmall ? 360 : 520);

    m_lookAgain.setSingleShot(true);
    m_lookAgain.setInterval(lookAgainAfter);
    connect(&m_lookAgain, &QTimer::timeout, this, &AcrossDialog::look);
    connect(m_again, &QPushButton::clicked, this, &AcrossDialog::look);
    connect(&m_index, &LibraryIndex::progressChanged, this, &AcrossDialog::showProgress);
    connect(&m_index, &LibraryIndex::contentChanged, this, [this] {
        m_again->setEnabled(!m_looking);
        m_isOld = m_looking;
        if (m_question.isSmall && !m_looking && !m_lookAgain.isActive())
            m_lookAgain.start();
    });
    showProgress();
    look();
}

AcrossDialog::~AcrossDialog() = default;

void AcrossDialog::build()
{
    m_summary->setObjectName(QStringLiteral("acrossSummary"));
    m_progress->setObjectName(QStringLiteral("acrossProgress"));
    m_progress->setWordWrap(true);
    m_progress->setForegroundRole(QPalette::PlaceholderText);
    m_again->setObjectName(QStringLiteral("acrossAgain"));
    m_again->setAccessibleName(tr("Look again"));
    m_again->setAutoDefault(false);

    m_tree->setObjectName(QStringLiteral("acrossTree"));
    m_tree->setAccessibleName(m_question.title);
    connect(m_places, &PlacesModel::modelAboutToBeReset, this, [this] { m_place = TreePlace(*m_tree); });
    m_tree->setModel(m_places);
    connect(m_places, &PlacesModel::modelReset, this, [this] {
        m_place.restore(*m_tree, m_question.isSmall);
        showSummary();
    });
    m_tree->setItemDelegate(new LineDelegate(m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(PlacesModel::NameColumn, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(PlacesModel::PlacesColumn, QHeaderView::Interactive);
    m_tree->header()->resizeSection(PlacesModel::PlacesColumn, 220);
    connect(m_tree, &QTreeView::activated, this, &AcrossDialog::open);
    auto *titles = new TitlesOnScreen(
        *m_tree, *m_titles, [this](const QModelIndex &index) { return m_places->uriWithoutTitle(index); }, this);
    connect(titles, &TitlesOnScreen::answered, m_places, &PlacesModel::tellTitles);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    if (m_question.isSmall)
        m_again->hide(); // it is looked again anyway
    else
        buttons->addButton(m_again, QDialogButtonBox::ActionRole);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("acrossClose"));
    buttons->button(QDialogButtonBox::Close)->setAccessibleName(tr("Close"));
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Enter opens what is chosen
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_summary);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_progress);
    layout->addWidget(buttons);
}

void AcrossDialog::look()
{
    if (m_looking)
        return;
    m_looking = true;
    m_isOld = false;
    m_again->setEnabled(false);
    if (m_places->rowCount() == 0)
        m_summary->say(tr("Looking…"));
    m_question.ask(m_index.tracks(), this, [this](const Result<store::IndexAnswer> &answer) {
        m_looking = false;
        show(answer);
        if (!m_isOld)
            return;
        m_again->setEnabled(true);
        if (m_question.isSmall)
            m_lookAgain.start();
    });
}

void AcrossDialog::show(const Result<store::IndexAnswer> &answer)
{
    if (!answer) {
        m_summary->say(answer.error());
        m_again->setEnabled(true);
        return;
    }
    m_answered = true;
    m_places->setAnswer(*answer);
    showSummary();
}

void AcrossDialog::showSummary()
{
    if (m_answered)
        m_summary->say(m_places->playlistCount() == 0 ? m_question.nothing : m_question.summary(*m_places));
}

void AcrossDialog::showProgress()
{
    const LibraryIndex::Progress progress = m_index.progress();
    const QString counts =
        tr("Looked through so far: %1 of the %Ln playlist(s) that you can edit.", nullptr, progress.total)
            .arg(QLocale().toString(progress.looked));
    QString text;
    switch (progress.state) {
    case LibraryIndex::State::Starting:
        text = progress.total == 0 ? tr("Your playlists have not been looked through yet.") : counts;
        break;
    case LibraryIndex::State::Reading:
        text = counts + u' ' + tr("The others follow in the background.");
        break;
    case LibraryIndex::State::Waiting:
    case LibraryIndex::State::Stopped:
        text = counts + u' ' + m_index.error().value_or(Error()).userText;
        break;
    case LibraryIndex::State::Complete:
        text = progress.looked == progress.total
                   ? tr("Looked through: all %Ln playlist(s) that you can edit.", nullptr, progress.total)
                   : QString(counts + u' ' + tr("Spotify does not hand over the others."));
        break;
    }
    m_progress->setText(text);
}

void AcrossDialog::open(const QModelIndex &index)
{
    const PlacesModel::Target target = m_places->targetOf(index);
    const QModelIndex track = index.parent().isValid() ? index.parent() : index;
    if (!target.playlistId.isEmpty())
        Q_EMIT placeChosen(target.playlistId, track.siblingAtColumn(0).data(PlacesModel::UriRole).toString(),
                           target.positions);
}

} // namespace segue::ui
