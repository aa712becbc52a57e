// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Workspace.h"

#include "app/models/Library.h"
#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/web/Api.h"
#include "ui/Commands.h"
#include "ui/MessageArea.h"
#include "ui/Settings.h"
#include "ui/arrange/CleanUpActions.h"
#include "ui/arrange/SortActions.h"
#include "ui/combine/CopyActions.h"
#include "ui/combine/MakerMessages.h"
#include "ui/combine/MergeActions.h"
#include "ui/combine/PlaylistMaker.h"
#include "ui/dialogs/DialogSeams.h"
#include "ui/exchange/ExportActions.h"
#include "ui/exchange/ImportActions.h"
#include "ui/history/HistoryDialog.h"
#include "ui/library/PlaylistActions.h"
#include "ui/library/SideBar.h"
#include "ui/library/SideBarDrops.h"
#include "ui/playlist/CoverButton.h"
#include "ui/playlist/OpenPlaylists.h"
#include "ui/playlist/PlaylistHeader.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/playlist/StatusRow.h"
#include "ui/playlist/UnfinishedEdits.h"
#include "ui/tracks/TrackActions.h"
#include "ui/tracks/TrackHeader.h"
#include "ui/tracks/TrackView.h"

#include <QFrame>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <numeric>

namespace segue::ui
{

using playlist::Editor;

namespace
{

/// A question each minute, about the one playlist that is shown, is nothing to Spotify's limits.
constexpr std::chrono::seconds changesInterval{60};

} // namespace

Workspace::Workspace(const Account &account, Commands &commands, const DialogSeams &seams, Settings &settings,
                     QWidget *parent)
    : QWidget(parent), m_account(account), m_commands(commands), m_seams(seams), m_settings(settings),
      m_splitter(new QSplitter(this)), m_sideBar(new SideBar(account.library, account.artwork, m_splitter)),
      m_centre(new QStackedWidget(m_splitter)), m_placeholder(new QLabel(m_centre)), m_messages(new MessageArea(this)),
      m_page(new PlaylistPage(m_account, commands, m_centre)), m_status(new StatusRow(this)),
      m_open(new OpenPlaylists(account.api, account.library, this)),
      m_maker(new PlaylistMaker(account.library, *m_open, this)),
      m_makerMessages(new MakerMessages(*m_maker, *m_messages, this)),
      m_drops(new SideBarDrops(account.library, *m_open, *m_messages, this)),
      m_playlistActions(new PlaylistActions(m_account, commands, m_page->messages(), seams, settings, *this, this)),
      m_trackActions(new TrackActions(commands, m_page->view(), m_page->messages(), seams, this)),
      m_export(new ExportActions(account.library, *m_open, *m_messages, seams, settings, *this, this)),
      m_import(new ImportActions(account.library, *m_maker, *m_messages, seams, settings, *this, this)),
      m_copy(new CopyActions(commands, *m_page,
                             {.library = account.library,
                              .open = *m_open,
                              .maker = *m_makerMessages,
                              .messages = *m_messages,
                              .seams = seams},
                             this)),
      m_merge(new MergeActions(
          commands, *m_page,
          {.library = account.library, .open = *m_open, .maker = *m_makerMessages, .messages = *m_messages}, this))
{
    setObjectName(QStringLiteral("workspace"));
    m_placeholder->setObjectName(QStringLiteral("placeholder"));
    m_placeholder->setAlignment(Qt::AlignCenter);
    m_placeholder->setWordWrap(true);
    m_placeholder->setMargin(32);
    m_placeholder->setBackgroundRole(QPalette::Base);
    m_placeholder->setForegroundRole(QPalette::PlaceholderText);
    m_placeholder->setAutoFillBackground(true);
    m_centre->addWidget(m_placeholder);
    m_centre->addWidget(m_page);
    m_splitter->setObjectName(QStringLiteral("splitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_sideBar);
    m_splitter->addWidget(m_centre);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_sideBar->setMinimumWidth(160);
    m_centre->setMinimumWidth(420);

    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Midlight);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_messages);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(line);
    layout->addWidget(m_status);

    // Their shortcuts work wherever the focus is; those of the tracks only in the table, see TrackActions.
    for (const CommandId id :
         {CommandId::Undo, CommandId::Redo, CommandId::NewPlaylist, CommandId::AddLinks, CommandId::EditDetails,
          CommandId::Reload, CommandId::FindPlaylist, CommandId::ExportPlaylist, CommandId::ImportPlaylist,
          CommandId::History, CommandId::NewFromSelection})
        addAction(m_commands.action(id));
    new SortActions(m_commands, *m_page, m_settings, this);
    new CleanUpActions(m_commands, *m_page, m_seams, this);
    connectLibrary();
    connectPage();
    connectFiles();
    connectCopies();
    connectApi();
    connectSaveWay();
    connectStore();
    connectChanges();
    restoreLayout();
    updateUndo();
}

Workspace::~Workspace()
{
    saveLayout();
    m_status->setEditor(nullptr);
    m_page->setOpen(nullptr);
    m_undo.setActiveStack(nullptr);
}

void Workspace::connectLibrary()
{
    const models::Library *library = &m_account.library;
    connect(library, &models::Library::loaded, this, &Workspace::onLibraryLoaded);
    connect(library, &models::Library::loadFailed, this, &Workspace::onLibraryFailed);
    connect(m_sideBar, &SideBar::playlistChosen, this, &Workspace::showPlaylist);
    connect(m_sideBar, &SideBar::tracksDropped, m_drops,
            qOverload<const QString &, const QMimeData *>(&SideBarDrops::add));
    connect(m_drops, &SideBarDrops::showRequested, this, &Workspace::showPlaylist);
    connect(m_sideBar, &SideBar::menuRequested, m_playlistActions, &PlaylistActions::showMenu);
    connect(m_playlistActions, &PlaylistActions::created, this, [this](const QString &id) {
        m_sideBar->filter().clear();
        showPlaylist(id);
        m_page->view().setFocus();
    });
    connect(m_playlistActions, &PlaylistActions::removed, this, &Workspace::forget);
    connect(m_playlistActions, &PlaylistActions::changed, this, [this](const web::Playlist &playlist) {
        if (m_page->open() && m_page->open()->editor->details().id == playlist.id)
            m_page->open()->editor->document().setDetails(playlist);
    });
    connect(m_commands.action(CommandId::FindPlaylist), &QAction::triggered, m_sideBar, &SideBar::startFinding);
    connect(m_commands.action(CommandId::Reload), &QAction::triggered, this, &Workspace::reload);
}

void Workspace::connectPage()
{
    TrackView &view = m_page->view();
    connect(&view, &TrackView::selectionSummaryChanged, this, &Workspace::showSelection);
    connect(m_page, &PlaylistPage::signInNeeded, this, &Workspace::signInNeeded);
    connect(m_page, &PlaylistPage::historyRequested, this, &Workspace::showHistory);
    connect(m_open, &OpenPlaylists::saveStatusChanged, this, [this] {
        int others = static_cast<int>(m_open->unsaved().size());
        if (m_page->open() && m_page->open()->editor->hasUnsavedEdits())
            --others;
        m_status->setOthersUnsaved(others);
        Q_EMIT saveStatusChanged();
    });
    connect(m_status, &StatusRow::discardRequested, this, &Workspace::discard);
    connect(&view.trackHeader(), &TrackHeader::layoutEdited, this, &Workspace::saveLayout);

    const CoverButton &cover = m_page->header().cover();
    connect(&cover, &CoverButton::clicked, this,
            [this] { m_playlistActions->changeCover(m_playlistActions->current()); });
    connect(&cover, &CoverButton::fileDropped, this,
            [this](const QString &file) { m_playlistActions->changeCoverTo(m_playlistActions->current(), file); });
    connect(&cover, &CoverButton::pictureDropped, this, [this](const QByteArray &contents) {
        m_playlistActions->changeCoverToPicture(m_playlistActions->current(), contents);
    });

    connect(m_commands.action(CommandId::Undo), &QAction::triggered, &m_undo, &QUndoGroup::undo);
    connect(m_commands.action(CommandId::Redo), &QAction::triggered, &m_undo, &QUndoGroup::redo);
    for (const auto signal : {&QUndoGroup::canUndoChanged, &QUndoGroup::canRedoChanged})
        connect(&m_undo, signal, this, &Workspace::updateUndo);
    for (const auto signal : {&QUndoGroup::undoTextChanged, &QUndoGroup::redoTextChanged})
        connect(&m_undo, signal, this, &Workspace::updateUndo);
}

void Workspace::connectFiles()
{
    connect(m_playlistActions, &PlaylistActions::exportRequested, m_export, &ExportActions::exportPlaylist);
    connect(m_playlistActions, &PlaylistActions::importRequested, m_import, &ImportActions::importPlaylist);
    connect(m_import, &ImportActions::showRequested, this, &Workspace::showPlaylist);
    connect(m_import, &ImportActions::selectRequested, this, [this](const QString &id, int first, int count) {
        std::vector<int> positions(static_cast<std::size_t>(count));
        std::iota(positions.begin(), positions.end(), first);
        select(id, positions);
    });
    connect(m_playlistActions, &PlaylistActions::historyRequested, this, &Workspace::showHistory);
}

void Workspace::connectCopies()
{
    connect(m_playlistActions, &PlaylistActions::copyRequested, m_copy, &CopyActions::copyPlaylist);
    connect(m_makerMessages, &MakerMessages::showRequested, this, &Workspace::showPlaylist);
    connect(m_playlistActions, &PlaylistActions::mergeRequested, this, [this](const QString &id) {
        showPlaylist(id);
        m_merge->ask();
    });
    connect(m_merge, &MergeActions::showRequested, this, &Workspace::showPlaylist);
    connect(m_merge, &MergeActions::selectRequested, this, &Workspace::select);
}

void Workspace::connectApi()
{
    connect(&m_account.api, &web::Api::pausedUntil, m_status, &StatusRow::setPausedUntil);
    connect(&m_account.api, &web::Api::reachableChanged, this, [this](bool reachable) {
        if (reachable) {
            m_messages->close(QStringLiteral("offline"));
            return;
        }
        m_messages->show(QStringLiteral("offline"),
                         {.severity = Message::Severity::Warning,
                          .text = tr("Spotify cannot be reached. You can go on editing; changes are sent as soon as "
                                     "the network is back."),
                          .actions = {{tr("Try now"), [this] { reload(); }}}});
    });
}

void Workspace::connectStore()
{
    if (!m_account.store)
        return;
    m_open->setStore(m_account.store);
    m_unfinished = new UnfinishedEdits(*m_account.store, m_account.library, *m_open, *m_messages, m_seams, *this, this);
    connect(m_open, &OpenPlaylists::notKept, this, [this](const Error &error) {
        Message message = messageOf(error);
        message.severity = Message::Severity::Warning;
        message.text = tr("You can go on editing, but changes that Spotify does not have yet would be lost if Segue "
                          "ended now. %1")
                           .arg(error.userText);
        m_messages->show(QStringLiteral("store"), message);
    });
}

void Workspace::connectSaveWay()
{
    QAction *ask = m_commands.action(CommandId::AskHowToSave);
    ask->setCheckable(true);
    const auto follow = [this, ask] {
        const auto way = playlist::saveWayNamed(m_settings.value(setting::saveWay));
        ask->setChecked(!way);
        // There is something to take back only once a way has been remembered.
        ask->setEnabled(way.has_value());
        m_open->setSaveWay(way);
    };
    follow();
    connect(m_page, &PlaylistPage::saveWayRemembered, this, [this, follow](playlist::SaveWay way) {
        m_settings.set(setting::saveWay, playlist::nameOf(way));
        follow();
    });
    connect(m_page, &PlaylistPage::discardRequested, this, &Workspace::discard);
    connect(ask, &QAction::triggered, this, [this, follow] {
        m_settings.set(setting::saveWay, QString());
        follow();
    });
}

/// Somebody else may edit the playlist that is on screen, or the user did so in another program.
void Workspace::connectChanges()
{
    m_changesTimer.setInterval(changesInterval);
    connect(&m_changesTimer, &QTimer::timeout, this, &Workspace::lookForChanges);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, [this](Qt::ApplicationState state) {
        if (state == Qt::ApplicationActive)
            lookForChanges();
    });
    m_changesTimer.start();
}

void Workspace::lookForChanges()
{
    // Nobody looks at it: what is there by then is read when somebody does.
    if (QGuiApplication::applicationState() == Qt::ApplicationActive && m_page->open())
        m_page->open()->editor->lookForChanges();
}

void Workspace::start(const QString &playlist)
{
    m_wanted = playlist;
    m_placeholder->setText(tr("Reading your library…"));
    m_account.library.load();
}

QString Workspace::idOf(const QString &idOrName) const
{
    const QList<web::Playlist> &all = m_account.library.playlists();
    if (m_account.library.indexOf(idOrName) >= 0)
        return idOrName;
    for (const web::Playlist &playlist : all) {
        if (playlist.name.compare(idOrName, Qt::CaseInsensitive) == 0)
            return playlist.id;
    }
    return {};
}

void Workspace::onLibraryLoaded()
{
    m_messages->close(QStringLiteral("library"));
    m_playlistActions->setCurrent(m_playlistActions->current());
    if (m_unfinished)
        m_unfinished->offer();
    if (m_page->open()) {
        m_trackActions->update();
        return;
    }
    const QList<web::Playlist> &all = m_account.library.playlists();
    if (all.isEmpty()) {
        m_placeholder->setText(tr("Your library has no playlists yet.\n“New playlist” makes the first one."));
        return;
    }
    QString id = m_wanted.isEmpty() ? QString() : idOf(m_wanted);
    if (id.isEmpty() && !m_wanted.isEmpty())
        m_messages->show(QStringLiteral("open"),
                         {.severity = Message::Severity::Info,
                          .text = tr("There is no playlist “%1” in your library.").arg(m_wanted)});
    if (id.isEmpty() && m_account.library.indexOf(m_settings.value(setting::lastPlaylist)) >= 0)
        id = m_settings.value(setting::lastPlaylist);
    if (id.isEmpty())
        id = all.constFirst().id;
    m_wanted.clear();
    showPlaylist(id);
    m_page->view().setFocus();
}

void Workspace::onLibraryFailed(const Error &error)
{
    if (m_account.library.playlists().isEmpty())
        m_placeholder->setText(tr("Your library could not be read."));
    if (error.kind == ErrorKind::SignedOut || error.kind == ErrorKind::MissingScope)
        Q_EMIT signInNeeded(error);
    Message message = messageOf(error);
    message.actions = {{tr("Try again"), [this] { m_account.library.load(); }}};
    m_messages->show(QStringLiteral("library"), message);
}

void Workspace::showPlaylist(const QString &playlistId)
{
    const int index = m_account.library.indexOf(playlistId);
    if (index < 0 || (m_page->open() && m_page->open()->editor->details().id == playlistId))
        return;
    const web::Playlist playlist = m_account.library.playlists().at(index);
    // Off the page first: opening another one may close the one that is shown.
    m_status->setEditor(nullptr);
    m_page->setOpen(nullptr);
    OpenPlaylist *open = m_open->open(playlist);
    Editor *editor = open->editor.get();
    if (!m_undo.stacks().contains(&editor->undoStack()))
        m_undo.addStack(&editor->undoStack());
    m_undo.setActiveStack(&editor->undoStack());
    connect(editor, &Editor::editabilityChanged, m_trackActions, &TrackActions::update, Qt::UniqueConnection);
    m_page->setOpen(open);
    m_status->setEditor(editor);
    m_centre->setCurrentWidget(m_page);
    m_sideBar->setCurrent(playlistId);
    m_playlistActions->setCurrent(playlistId);
    m_trackActions->update();
    m_settings.set(setting::lastPlaylist, playlistId);
    updateUndo();
    lookForChanges();
    Q_EMIT titleChanged(playlist.name);
}

void Workspace::forget(const QString &playlistId)
{
    const bool shown = m_page->open() && m_page->open()->editor->details().id == playlistId;
    if (shown) {
        m_status->setEditor(nullptr);
        m_page->setOpen(nullptr);
        m_undo.setActiveStack(nullptr);
        m_playlistActions->setCurrent({});
        m_trackActions->update();
        m_placeholder->setText(tr("Choose a playlist in the side bar."));
        m_centre->setCurrentWidget(m_placeholder);
        m_sideBar->setCurrent({});
        Q_EMIT titleChanged({});
    }
    m_open->close(playlistId);
}

void Workspace::select(const QString &playlistId, const std::vector<int> &positions)
{
    if (!m_page->open() || m_page->open()->editor->details().id != playlistId)
        return;
    std::vector<int> there = positions;
    const int rows = m_page->view().model()->rowCount();
    std::erase_if(there, [rows](int position) { return position >= rows; });
    m_page->view().selectPositions(there);
}

void Workspace::showHistory(const QString &playlistId)
{
    showPlaylist(playlistId);
    if (!m_account.store || !m_page->open())
        return;
    Editor &editor = *m_page->open()->editor;
    for (HistoryDialog *each : findChildren<HistoryDialog *>()) {
        if (each->editor() == &editor && each->isVisible()) {
            each->raise();
            each->activateWindow();
            return;
        }
    }
    (new HistoryDialog(editor, *m_account.store, this))->show();
}

void Workspace::reload()
{
    m_account.library.load();
    if (m_page->open())
        m_page->open()->editor->load();
    for (Editor *editor : m_open->unsaved())
        editor->resume();
}

void Workspace::discard()
{
    OpenPlaylist *open = m_page->open();
    if (!open)
        return;
    const Question question{
        .id = QStringLiteral("discardQuestion"),
        .title = tr("Take back what Spotify does not have yet?"),
        .text = tr("The list goes back to what is at Spotify. Undo brings your edits back."),
        .acceptText = tr("Take back"),
        .destructive = true,
    };
    m_seams.ask(window(), question, [this, editor = QPointer<Editor>(open->editor.get())](bool yes) {
        if (yes && editor)
            editor->discardUnsaved();
    });
}

void Workspace::showSelection()
{
    const models::TrackListModel *tracks = m_page->view().tracks();
    const std::vector<int> positions = m_page->view().selectedPositions();
    qint64 total = 0;
    for (const int position : positions)
        total += qMax<qint64>(0, tracks->index(position).data(models::TrackListModel::LengthRole).toLongLong());
    m_status->setSelection(static_cast<int>(positions.size()), total);
}

void Workspace::updateUndo()
{
    m_commands.action(CommandId::Undo)->setEnabled(m_undo.canUndo());
    m_commands.action(CommandId::Redo)->setEnabled(m_undo.canRedo());
    m_commands.setUndoTexts(m_undo.undoText(), m_undo.redoText());
}

QList<Editor *> Workspace::unsaved() const
{
    return m_open->unsaved();
}

void Workspace::restoreLayout()
{
    m_page->view().trackHeader().setLayoutState(m_settings.value(setting::columns));
    if (!m_splitter->restoreState(m_settings.value(setting::splitter)))
        m_splitter->setSizes({248, 900});
}

void Workspace::saveLayout()
{
    m_settings.set(setting::columns, m_page->view().trackHeader().layoutState());
    m_settings.set(setting::splitter, m_splitter->saveState());
}

} // namespace segue::ui
