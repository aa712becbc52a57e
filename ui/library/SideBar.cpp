// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/SideBar.h"

#include "app/models/ArtworkCache.h"
#include "app/models/Library.h"
#include "app/models/PlaylistListModel.h"
#include "app/models/TrackListModel.h"
#include "ui/library/LinkOpener.h"
#include "ui/library/PlaylistDelegate.h"
#include "ui/library/PlaylistFilterModel.h"
#include "ui/library/PlaylistList.h"
#include "ui/look/Icons.h"

#include <QAction>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QVBoxLayout>

namespace segue::ui
{

using models::PlaylistListModel;

SideBar::SideBar(models::Library &library, models::ArtworkCache &artwork, QWidget *parent)
    : QWidget(parent), m_library(library), m_model(new PlaylistListModel(library, this)),
      m_proxy(new PlaylistFilterModel(this)), m_filter(new QLineEdit(this)), m_list(new PlaylistList(this)),
      m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("sideBar"));
    setAccessibleName(tr("Playlists"));
    m_proxy->setSourceModel(m_model);

    m_filter->setObjectName(QStringLiteral("findPlaylistField"));
    m_filter->setAccessibleName(tr("Find playlist"));
    m_filter->setPlaceholderText(tr("Find playlist, or paste a link"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition)
        ->setObjectName(QStringLiteral("findPlaylistIcon"));
    m_filter->installEventFilter(this);

    m_list->setObjectName(QStringLiteral("playlistList"));
    m_list->setAccessibleName(tr("Playlists"));
    m_list->setModel(m_proxy);
    m_list->setItemDelegate(new PlaylistDelegate(artwork, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->verticalScrollBar()->setSingleStep(PlaylistDelegate::rowHeight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->viewport()->setBackgroundRole(QPalette::Window);
    m_list->setMouseTracking(true);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->installEventFilter(this);

    m_hint->setObjectName(QStringLiteral("sideBarHint"));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_hint->setContentsMargins(16, 24, 16, 0);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setBackgroundRole(QPalette::Window);
    m_hint->setAutoFillBackground(true);
    m_hint->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(8, 8, 8, 8);
    top->addWidget(m_filter);
    layout->addLayout(top);
    layout->addWidget(m_hint);
    layout->addWidget(m_list, 1);

    // Arrow keys run through the list faster than playlists should be opened.
    m_delay.setSingleShot(true);
    m_delay.setInterval(180);
    connect(&m_delay, &QTimer::timeout, this, [this] { choose(m_list->currentIndex()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        // With Ctrl one walks to what is to be opened beside, without opening what lies on the way.
        if (!m_quiet && !(QGuiApplication::keyboardModifiers() & Qt::ControlModifier))
            m_delay.start();
    });
    connect(m_list, &QListView::clicked, this, &SideBar::choose);
    connect(m_list, &QListView::activated, this, &SideBar::choose);
    m_list->setAccepts([this](const QString &id, const QMimeData &mime) { return accepts(id, mime); });
    connect(m_list, &PlaylistList::besideRequested, this, &SideBar::chooseBeside);
    connect(m_list, &PlaylistList::dropped, this, &SideBar::tracksDropped);
    connect(m_list, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        const QModelIndex index = m_list->indexAt(at);
        const QString id = index.data(PlaylistListModel::IdRole).toString();
        if (!id.isEmpty())
            Q_EMIT menuRequested(id, m_list->viewport()->mapToGlobal(at));
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        const QScopedValueRollback quiet(m_quiet, true);
        m_proxy->setFilterText(text);
        restoreCurrent();
        showHint();
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { takeEntered(false); });
    connect(&artwork, &models::ArtworkCache::ready, m_list->viewport(), qOverload<>(&QWidget::update));
    for (const auto signal : {&QAbstractItemModel::modelReset}) {
        connect(m_proxy, signal, this, &SideBar::restoreCurrent);
        connect(m_proxy, signal, this, &SideBar::showHint);
    }
    connect(m_proxy, &QAbstractItemModel::rowsInserted, this, &SideBar::restoreCurrent);
    connect(&m_library, &models::Library::loaded, this, &SideBar::showHint);
    connect(&m_library, &models::Library::loadFailed, this, &SideBar::showHint);
    connect(&m_library, &models::Library::inserted, this, &SideBar::showHint);
    connect(&m_library, &models::Library::removed, this, &SideBar::showHint);
}

void SideBar::choose(const QModelIndex &index)
{
    m_delay.stop();
    const QString id = index.data(PlaylistListModel::IdRole).toString();
    if (id.isEmpty() || id == m_current)
        return;
    setCurrent(id);
    Q_EMIT playlistChosen(id);
}

void SideBar::chooseBeside(const QModelIndex &index)
{
    m_delay.stop();
    const QString id = index.data(PlaylistListModel::IdRole).toString();
    if (!id.isEmpty())
        Q_EMIT besideChosen(id);
}

/// What was typed is a part of a name, or else a link.
void SideBar::takeEntered(bool beside)
{
    if (const QModelIndex index = firstFound(); index.isValid()) {
        if (beside) {
            chooseBeside(index);
        } else {
            choose(index);
            m_list->setFocus();
        }
    } else if (const QString id = LinkOpener::playlistIn(m_filter->text()); !id.isEmpty()) {
        m_filter->clear();
        Q_EMIT linkEntered(id, beside);
    }
}

QModelIndex SideBar::firstFound() const
{
    for (int row = 0; row < m_proxy->rowCount(); ++row) {
        const QModelIndex index = m_proxy->index(row, 0);
        if (index.flags() & Qt::ItemIsSelectable)
            return index;
    }
    return {};
}

bool SideBar::accepts(const QString &playlistId, const QMimeData &mime) const
{
    const web::Playlist *playlist = m_library.find(playlistId);
    if (!playlist)
        return false;
    // Rows of the list that is shown would only double there.
    if (playlistId == m_current && mime.hasFormat(models::TrackListModel::rowsMimeType))
        return false;
    return playlist->itemsReadable && (playlist->ownerId == m_library.user().id || playlist->collaborative);
}

void SideBar::setCurrent(const QString &playlistId)
{
    m_delay.stop();
    m_current = playlistId;
    const QScopedValueRollback quiet(m_quiet, true);
    restoreCurrent();
}

void SideBar::restoreCurrent()
{
    const QScopedValueRollback quiet(m_quiet, true);
    const QModelIndex index = m_proxy->indexOf(m_current);
    if (!index.isValid()) {
        m_list->selectionModel()->clearSelection();
        return;
    }
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    m_list->scrollTo(index);
}

void SideBar::startFinding()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void SideBar::showHint()
{
    QString text;
    const bool nothingFound = !m_proxy->filterText().isEmpty() && m_proxy->rowCount() == 0;
    if (nothingFound && !LinkOpener::playlistIn(m_filter->text()).isEmpty())
        text = tr("Press Enter to open the playlist of this link.");
    else if (nothingFound)
        text = tr("No playlist is called “%1”.").arg(m_proxy->filterText());
    else if (m_model->rowCount() == 0 && !m_library.isLoading() && !m_library.user().id.isEmpty())
        text = tr("You have no playlists yet. “New playlist” makes the first one.");
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
}

bool SideBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        m_list->setFocus();
        return true;
    }
    const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (watched == m_filter && enter && key->modifiers() & Qt::ControlModifier) {
        takeEntered(true);
        return true;
    }
    if (watched == m_filter && key->key() == Qt::Key_Down) {
        m_list->setFocus();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace segue::ui
