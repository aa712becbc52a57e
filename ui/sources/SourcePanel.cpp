// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/SourcePanel.h"

#include "app/models/ArtworkCache.h"
#include "ui/account/Permissions.h"
#include "ui/look/ErrorLabel.h"
#include "ui/look/Icons.h"
#include "ui/sources/SourceBar.h"
#include "ui/sources/SourceDelegate.h"
#include "ui/sources/SourcePages.h"

#include <QAction>
#include <QGridLayout>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace segue::ui
{

using models::SourceItem;
using models::SourceListModel;

SourcePanel::SourcePanel(const Account &account, QWidget *parent)
    : QWidget(parent), m_account(account), m_bar(new SourceBar(account, this)), m_list(new QListView(this)),
      m_told(new QWidget(this)), m_state(new ErrorLabel(m_told)), m_help(new QPushButton(m_told)),
      m_body(new QGridLayout)
{
    setObjectName(QStringLiteral("sourcePanel"));
    setAccessibleName(tr("Search"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addLayout(m_body, 1);
    buildBody();

    field().installEventFilter(this);
    connect(m_bar, &SourceBar::entered, this, &SourcePanel::look);
    connect(m_bar, &SourceBar::viewChosen, this, &SourcePanel::showView);
    connect(m_bar, &SourceBar::addAllRequested, this, &SourcePanel::addAll);
    connect(m_bar, &SourceBar::backRequested, this, &SourcePanel::goBack);
    connect(m_bar, &SourceBar::closeRequested, this, &SourcePanel::closeRequested);
    connect(m_bar, &SourceBar::failed, this, &SourcePanel::failed);
    if (account.permissions) {
        connect(account.permissions, &Permissions::granted, this, [this](auth::Permission permission) {
            if (current().page.permission == permission)
                current().model->tryAgain();
        });
    }
    go(sourcePages::search(m_account, {}));
}

SourcePanel::~SourcePanel()
{
    m_list->setModel(nullptr);
}

void SourcePanel::buildBody()
{
    m_list->setObjectName(QStringLiteral("sourceList"));
    m_list->setAccessibleName(tr("Found on Spotify"));
    m_list->setItemDelegate(new SourceDelegate(m_account.artwork, m_list));
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
    connect(m_list, &QListView::doubleClicked, this,
            [this](const QModelIndex &index) { activate(current().model->at(index.row())); });
    connect(m_list, &QWidget::customContextMenuRequested, this, &SourcePanel::showMenu);
    connect(&m_account.artwork, &models::ArtworkCache::ready, m_list->viewport(), qOverload<>(&QWidget::update));

    m_state->setObjectName(QStringLiteral("sourceState"));
    m_state->setAlignment(Qt::AlignCenter);
    m_state->setForegroundRole(QPalette::PlaceholderText);
    m_help->setObjectName(QStringLiteral("sourceHelp"));
    connect(m_help, &QPushButton::clicked, this, &SourcePanel::helpOutOfError);
    auto *help = new QVBoxLayout(m_told);
    help->setContentsMargins(12, 12, 12, 12);
    help->setSpacing(10);
    help->addWidget(m_state);
    help->addWidget(m_help, 0, Qt::AlignHCenter);
    m_told->setAutoFillBackground(true);
    m_told->setBackgroundRole(QPalette::Base);
    // Over the list, which keeps the keyboard while it is empty.
    m_body->addWidget(m_list, 0, 0);
    m_body->addWidget(m_told, 0, 0);
}

void SourcePanel::startSearch()
{
    while (m_visited.size() > 1)
        goBack();
    field().setFocus(Qt::ShortcutFocusReason);
    field().selectAll();
}

QLineEdit &SourcePanel::field() const
{
    return m_bar->field();
}

void SourcePanel::search(const QString &text)
{
    field().setText(text);
    m_bar->stopTyping();
    look(text.simplified());
}

void SourcePanel::look(const QString &text)
{
    if (text == m_searched)
        return;
    m_searched = text;
    Visited &first = *m_visited.front();
    const auto views = first.page.views.size();
    first.page = sourcePages::search(m_account, text);
    if (views != first.page.views.size()) {
        first.view = 0;
        showVisited(first);
    }
    showView(first.view);
}

void SourcePanel::goTo(const SourceItem &item)
{
    if (current().uri == item.uri)
        return;
    go(sourcePages::of(m_account, item));
    current().uri = item.uri;
}

void SourcePanel::go(SourcePage page)
{
    m_bar->stopTyping(); // what was typed last is not looked for in the middle of something else
    if (!m_visited.empty()) {
        current().scroll = m_list->verticalScrollBar()->value();
        current().row = m_list->currentIndex().row();
    }
    auto next = std::make_unique<Visited>();
    next->page = std::move(page);
    next->model = std::make_unique<SourceListModel>();
    next->model->setPresent(m_present);
    connect(next->model.get(), &SourceListModel::stateChanged, this, &SourcePanel::onStateChanged);
    m_visited.push_back(std::move(next));
    showVisited(current());
    showView(0);
}

void SourcePanel::setPresent(const QSet<QString> &uris)
{
    m_present = uris;
    for (const auto &visited : m_visited)
        visited->model->setPresent(uris);
}

void SourcePanel::goBack()
{
    if (m_visited.size() < 2)
        return;
    const std::unique_ptr<Visited> left = std::move(m_visited.back());
    m_visited.pop_back();
    showVisited(current());
    // Before that there is nothing to scroll.
    m_list->doItemsLayout();
    m_list->setCurrentIndex(current().model->index(current().row, 0));
    m_list->verticalScrollBar()->setValue(current().scroll);
}

void SourcePanel::showVisited(Visited &visited)
{
    m_addingAll = false;
    m_bar->setPage(visited.page, visited.view);
    m_list->setModel(visited.model.get());
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SourcePanel::selectionChanged);
    connect(visited.model.get(), &QAbstractItemModel::modelReset, this, &SourcePanel::selectionChanged,
            Qt::UniqueConnection);
    Q_EMIT selectionChanged();
    showState();
}

void SourcePanel::showView(int view)
{
    Visited &shown = current();
    shown.view = view;
    m_addingAll = false;
    const auto index = static_cast<std::size_t>(view);
    const SourceView chosen = index < shown.page.views.size() ? shown.page.views[index] : SourceView{};
    if (chosen.read)
        shown.model->setSource(chosen.read);
    else
        shown.model->setItems(chosen.items);
    showState();
}

void SourcePanel::onStateChanged()
{
    const SourceListModel &shown = *current().model;
    const bool allRead = m_addingAll && !shown.isReading();
    if (allRead)
        m_addingAll = false;
    showState();
    if (allRead && shown.isComplete())
        Q_EMIT addRequested(shown.media());
}

void SourcePanel::addAll()
{
    m_addingAll = true;
    current().model->readAll();
    onStateChanged();
}

bool SourcePanel::lacksPermission() const
{
    const std::optional<Error> &error = current().model->error();
    return error && error->kind == ErrorKind::MissingScope && current().page.permission && m_account.permissions;
}

bool SourcePanel::isClosed() const
{
    const std::optional<Error> &error = current().model->error();
    return error && error->kind == ErrorKind::NotAllowed && !current().page.title.isEmpty();
}

void SourcePanel::helpOutOfError()
{
    if (lacksPermission())
        m_account.permissions->grant(*current().page.permission);
    else if (isClosed())
        startSearch();
    else
        current().model->tryAgain();
}

void SourcePanel::showState()
{
    const SourceListModel &shown = *current().model;
    QString text;
    if (lacksPermission())
        text = tr("%1 Spotify asks you for it in your browser.", "%1 is a sentence")
                   .arg(Permissions::reason(*current().page.permission));
    else if (shown.error())
        text = shown.error()->userText;
    else if (shown.isEmpty())
        text = current().page.nothing;
    else if (shown.isReading() && (shown.rowCount() == 0 || m_addingAll))
        text = tr("Reading…");
    else
        text = current().page.note;
    m_state->say(text, shown.error() && !lacksPermission() ? shown.error()->detail : QString());
    m_state->setVisible(!text.isEmpty());
    m_help->setText(lacksPermission() ? tr("Open the browser") : isClosed() ? tr("Search instead") : tr("Try again"));
    m_help->setAccessibleName(m_help->text());
    m_help->setVisible(shown.error().has_value());
    m_told->setVisible(!text.isEmpty());
    m_body->setAlignment(m_told, shown.rowCount() > 0 ? Qt::AlignBottom : Qt::AlignVCenter);

    const auto view = static_cast<std::size_t>(current().view);
    const bool holdsMedia = view < current().page.views.size() && current().page.views[view].holdsMedia;
    m_bar->setAddAll(holdsMedia && !current().page.title.isEmpty(), shown.rowCount() > 0 && !m_addingAll);
}

void SourcePanel::activate(const SourceItem &item)
{
    if (item.isMedium())
        Q_EMIT addRequested({item.medium});
    else if (item.kind == SourceItem::Kind::Playlist)
        Q_EMIT playlistRequested(item.id());
    else
        goTo(item);
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

QStringList SourcePanel::selectedUris() const
{
    QStringList uris;
    for (const web::MediumPtr &medium : selectedMedia())
        uris.append(medium->uri);
    return uris;
}

void SourcePanel::addSelected()
{
    if (const QList<web::MediumPtr> media = selectedMedia(); !media.isEmpty())
        Q_EMIT addRequested(media);
    else if (const QModelIndex index = m_list->currentIndex(); index.isValid())
        activate(current().model->at(index.row()));
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
            : menu->addAction(tr("&Show what is in it"), this, [this, item] { activate(item); });
    first->setObjectName(QStringLiteral("sourceUse"));
    if (item.isCollection()) {
        QAction *all = menu->addAction(icon(QStringLiteral("add")), tr("&Add all of it to the playlist"), this,
                                       [this, link = item.link()] { Q_EMIT addLinksRequested({link}); });
        all->setObjectName(QStringLiteral("sourceAddCollection"));
    } else if (item.isMedium() && m_account.listening) {
        QAction *play = menu->addAction(icon(QStringLiteral("play")), tr("&Play"), this,
                                        [this] { Q_EMIT playRequested(selectedUris()); });
        play->setObjectName(QStringLiteral("sourcePlay"));
        QAction *queue = menu->addAction(icon(QStringLiteral("queue")), tr("Add to &queue"), this,
                                         [this] { Q_EMIT queueRequested(selectedUris()); });
        queue->setObjectName(QStringLiteral("sourceQueue"));
    }
    if (item.isMedium())
        Q_EMIT menuOpening(*menu);
    QAction *open = menu->addAction(icon(QStringLiteral("open")), tr("&Open in Spotify"), this,
                                    [this, link = item.link()] { Q_EMIT linkRequested(link); });
    open->setObjectName(QStringLiteral("sourceOpen"));
    open->setEnabled(!item.link().isEmpty());
    if (item.isMedium())
        menu->addActions(m_list->actions());
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
    if (watched == &field() && key->key() == Qt::Key_Down && m_list->model()->rowCount() > 0) {
        m_list->setFocus(Qt::OtherFocusReason);
        // The focus makes the first line the current one without selecting it.
        if (!m_list->selectionModel()->hasSelection())
            m_list->setCurrentIndex(m_list->currentIndex());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void SourcePanel::keyPressEvent(QKeyEvent *event)
{
    // From whatever part of the panel has the keyboard and no use for it.
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    if (m_visited.size() > 1)
        goBack();
    else
        Q_EMIT closeRequested();
}

} // namespace segue::ui
