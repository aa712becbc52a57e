// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/SourcePanel.h"

#include "app/models/ArtworkCache.h"
#include "app/web/SearchQuery.h"
#include "ui/look/ElidedLabel.h"
#include "ui/look/Icons.h"
#include "ui/sources/SourceDelegate.h"
#include "ui/sources/SourcePages.h"

#include <QAction>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace segue::ui
{

using models::SourceItem;
using models::SourceListModel;

namespace
{

/// Long enough that a word is typed to its end, short enough to seem prompt.
constexpr std::chrono::milliseconds typingPause{450};

QToolButton *iconButton(const QString &name, const QString &iconName, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName));
    button->setIconSize(QSize(16, 16));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setAccessibleName(text);
    button->setToolTip(text);
    return button;
}

} // namespace

SourcePanel::SourcePanel(web::Catalogue &catalogue, models::ArtworkCache &artwork, QWidget *parent)
    : QWidget(parent), m_catalogue(catalogue),
      m_back(iconButton(QStringLiteral("sourceBack"), QStringLiteral("back"), tr("Back"), this)),
      m_field(new QLineEdit(this)), m_words(new QWidget(this)), m_title(new ElidedLabel(1, m_words)),
      m_subtitle(new ElidedLabel(1, m_words)), m_views(new QComboBox(this)), m_list(new QListView(this)),
      m_state(new QLabel(this)), m_tryAgain(new QPushButton(tr("Try again"), this))
{
    setObjectName(QStringLiteral("sourcePanel"));
    setAccessibleName(tr("Search"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    buildTop(*layout);

    m_list->setObjectName(QStringLiteral("sourceList"));
    m_list->setAccessibleName(tr("Found on Spotify"));
    m_list->setItemDelegate(new SourceDelegate(artwork, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->verticalScrollBar()->setSingleStep(SourceDelegate::rowHeight / 2);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);
    connect(m_list, &QListView::doubleClicked, this, &SourcePanel::activate);
    connect(m_list, &QWidget::customContextMenuRequested, this, &SourcePanel::showMenu);
    connect(&artwork, &models::ArtworkCache::ready, m_list->viewport(), qOverload<>(&QWidget::update));

    m_state->setObjectName(QStringLiteral("sourceState"));
    m_state->setWordWrap(true);
    m_state->setAlignment(Qt::AlignCenter);
    m_state->setMargin(16);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_tryAgain->setObjectName(QStringLiteral("sourceTryAgain"));
    m_tryAgain->setAccessibleName(m_tryAgain->text());
    connect(m_tryAgain, &QPushButton::clicked, this, [this] { current().model->tryAgain(); });
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);
    layout->addWidget(m_tryAgain);

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &SourcePanel::searchNow);
    connect(m_field, &QLineEdit::textEdited, this, [this] { m_typing.start(); });
    connect(m_field, &QLineEdit::returnPressed, this, &SourcePanel::searchNow);
    connect(m_views, &QComboBox::activated, this, &SourcePanel::showView);
    go(sourcePages::search(m_catalogue, {}));
}

SourcePanel::~SourcePanel()
{
    m_list->setModel(nullptr);
}

void SourcePanel::buildTop(QVBoxLayout &layout)
{
    m_field->setObjectName(QStringLiteral("searchField"));
    m_field->setAccessibleName(tr("Search Spotify"));
    m_field->setPlaceholderText(tr("Search Spotify"));
    m_field->setClearButtonEnabled(true);
    m_field->setMaxLength(web::maxSearchQueryLength);
    m_field->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition)
        ->setObjectName(QStringLiteral("searchFieldIcon"));
    m_field->installEventFilter(this);
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_title->setObjectName(QStringLiteral("sourceTitle"));
    m_subtitle->setObjectName(QStringLiteral("sourceSubtitle"));
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_views->setObjectName(QStringLiteral("sourceViews"));
    m_views->setAccessibleName(tr("What to show"));
    m_views->view()->setObjectName(QStringLiteral("sourceViewsList"));
    m_views->view()->setAccessibleName(m_views->accessibleName());
    auto *close = iconButton(QStringLiteral("sourceClose"), QStringLiteral("close"), tr("Close the search"), this);
    connect(close, &QToolButton::clicked, this, &SourcePanel::closeRequested);
    connect(m_back, &QToolButton::clicked, this, &SourcePanel::goBack);

    auto *words = new QVBoxLayout(m_words);
    words->setContentsMargins(0, 0, 0, 0);
    words->setSpacing(1);
    words->addWidget(m_title);
    words->addWidget(m_subtitle);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(8, 8, 8, 6);
    top->setSpacing(4);
    top->addWidget(m_back);
    top->addWidget(m_field, 1);
    top->addWidget(m_words, 1);
    top->addWidget(close);
    layout.addLayout(top);
    auto *views = new QHBoxLayout;
    views->setContentsMargins(8, 0, 8, 6);
    views->addWidget(m_views);
    views->addStretch(1);
    layout.addLayout(views);
}

void SourcePanel::startSearch()
{
    while (m_visited.size() > 1)
        goBack();
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll();
}

void SourcePanel::search(const QString &text)
{
    m_field->setText(text);
    searchNow();
}

void SourcePanel::searchNow()
{
    m_typing.stop();
    const QString text = m_field->text().simplified();
    if (text == m_searched)
        return;
    m_searched = text;
    Visited &first = *m_visited.front();
    first.page = sourcePages::search(m_catalogue, text);
    showView(first.view);
}

void SourcePanel::go(SourcePage page)
{
    m_typing.stop(); // what was typed last is not looked for in the middle of something else
    if (!m_visited.empty())
        current().scroll = m_list->verticalScrollBar()->value();
    auto next = std::make_unique<Visited>();
    next->page = std::move(page);
    next->model = std::make_unique<SourceListModel>();
    connect(next->model.get(), &SourceListModel::stateChanged, this, &SourcePanel::showState);
    m_visited.push_back(std::move(next));
    show(current());
    showView(0);
}

void SourcePanel::goBack()
{
    if (m_visited.size() < 2)
        return;
    const std::unique_ptr<Visited> left = std::move(m_visited.back());
    m_visited.pop_back();
    show(current());
    m_list->verticalScrollBar()->setValue(current().scroll);
}

void SourcePanel::show(Visited &visited)
{
    const bool isSearch = visited.page.title.isEmpty();
    m_back->setVisible(!isSearch);
    m_field->setVisible(isSearch);
    m_words->setVisible(!isSearch);
    m_subtitle->setVisible(!visited.page.subtitle.isEmpty());
    m_title->setText(visited.page.title);
    m_subtitle->setText(visited.page.subtitle);
    m_views->clear();
    for (const SourceView &view : visited.page.views)
        m_views->addItem(view.name);
    m_views->setCurrentIndex(visited.view);
    m_views->setVisible(visited.page.views.size() > 1);
    m_list->setModel(visited.model.get());
    showState();
}

void SourcePanel::showView(int view)
{
    Visited &shown = current();
    shown.view = view;
    const auto index = static_cast<std::size_t>(view);
    shown.model->setSource(index < shown.page.views.size() ? shown.page.views[index].read : SourceListModel::Read());
    showState();
}

void SourcePanel::showState()
{
    const SourceListModel &shown = *current().model;
    QString text;
    if (shown.error())
        text = shown.error()->userText;
    else if (shown.isEmpty())
        text = current().page.nothing;
    else if (shown.isReading() && shown.rowCount() == 0)
        text = tr("Reading…");
    m_state->setText(text);
    m_state->setVisible(!text.isEmpty());
    m_tryAgain->setVisible(shown.error().has_value());
}

void SourcePanel::activate(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const SourceItem item = current().model->at(index.row());
    if (item.isMedium())
        Q_EMIT addRequested({item.medium});
    else if (item.kind == SourceItem::Kind::Playlist)
        Q_EMIT playlistRequested(item.id());
    else
        go(sourcePages::of(m_catalogue, item));
}

QList<web::MediumPtr> SourcePanel::selectedMedia() const
{
    QModelIndexList indexes = m_list->selectionModel()->selectedIndexes();
    std::sort(indexes.begin(), indexes.end());
    QList<web::MediumPtr> media;
    for (const QModelIndex &index : std::as_const(indexes)) {
        if (const web::MediumPtr &medium = current().model->at(index.row()).medium)
            media.append(medium);
    }
    return media;
}

void SourcePanel::addSelected()
{
    if (const QList<web::MediumPtr> media = selectedMedia(); !media.isEmpty())
        Q_EMIT addRequested(media);
    else
        activate(m_list->currentIndex());
}

void SourcePanel::showMenu(const QPoint &at)
{
    const QModelIndex index = m_list->indexAt(at);
    if (!index.isValid())
        return;
    const SourceItem item = current().model->at(index.row());
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("sourceMenu"));
    menu->setAccessibleName(tr("Found on Spotify"));
    QAction *first =
        item.isMedium()
            ? menu->addAction(icon(QStringLiteral("add")), tr("&Add to the playlist"), this, &SourcePanel::addSelected)
            : menu->addAction(tr("&Show what is in it"), this, [this, index] { activate(index); });
    first->setObjectName(QStringLiteral("sourceUse"));
    QAction *open = menu->addAction(icon(QStringLiteral("open")), tr("&Open in Spotify"), this,
                                    [this, link = item.link()] { Q_EMIT linkRequested(link); });
    open->setObjectName(QStringLiteral("sourceOpen"));
    open->setEnabled(!item.link().isEmpty());
    menu->setDefaultAction(first);
    menu->popup(m_list->viewport()->mapToGlobal(at));
}

bool SourcePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_list && enter) {
        addSelected();
        return true;
    }
    const bool back = key->key() == Qt::Key_Backspace || key->matches(QKeySequence::Back);
    if (watched == m_list && back && m_visited.size() > 1) {
        goBack();
        return true;
    }
    if (watched == m_field && key->key() == Qt::Key_Down && m_list->model()->rowCount() > 0) {
        m_list->setFocus(Qt::OtherFocusReason);
        if (!m_list->currentIndex().isValid())
            m_list->setCurrentIndex(m_list->model()->index(0, 0));
        return true;
    }
    if (key->key() == Qt::Key_Escape) {
        if (m_visited.size() > 1)
            goBack();
        else
            Q_EMIT closeRequested();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace segue::ui
