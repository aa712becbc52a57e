// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Workspace.h"

#include "app/models/Library.h"
#include "app/models/LibraryIndex.h"
#include "app/models/LikedTracks.h"
#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/web/Api.h"
#include "ui/Commands.h"
#include "ui/MessageArea.h"
#include "ui/Settings.h"
#include "ui/account/PermissionMessages.h"
#include "ui/across/AcrossActions.h"
#include "ui/combine/CopyActions.h"
#include "ui/combine/MakerMessages.h"
#include "ui/combine/MergeActions.h"
#include "ui/combine/PlaylistMaker.h"
#include "ui/dialogs/DialogSeams.h"
#include "ui/exchange/ExportActions.h"
#include "ui/exchange/ImportActions.h"
#include "ui/history/HistoryDialog.h"
#include "ui/library/DetailsChanges.h"
#include "ui/library/LinkOpener.h"
#include "ui/library/PlaylistActions.h"
#include "ui/library/SideBar.h"
#include "ui/library/SideBarDrops.h"
#include "ui/panes/ChangeWatch.h"
#include "ui/panes/PaneActions.h"
#include "ui/panes/Panes.h"
#include "ui/panes/ShownPlaylists.h"
#include "ui/panes/WaitingChoices.h"
#include "ui/playing/DeviceMenu.h"
#include "ui/playing/Player.h"
#include "ui/playlist/CoverButton.h"
#include "ui/playlist/LinkReads.h"
#include "ui/playlist/OpenPlaylists.h"
#include "ui/playlist/PlaylistHeader.h"
#include "ui/playlist/PlaylistPage.h"
#include "ui/playlist/SaveWayMemory.h"
#include "ui/playlist/StatusRow.h"
#include "ui/playlist/UndoActions.h"
#include "ui/playlist/UnfinishedEdits.h"
#include "ui/sources/SourceActions.h"
#include "ui/sources/SourcePanel.h"
#include "ui/tracks/DuplicateGuard.h"
#include "ui/tracks/LikeMessages.h"
#include "ui/tracks/TrackHeader.h"
#include "ui/tracks/TrackView.h"

#include <QApplication>
#include <QFrame>
#include <QLineEdit>
#include <QListView>
#include <QSplitter>
#include <QVBoxLayout>

#include <numeric>
#include <utility>

namespace segue::ui
{

using playlist::Editor;

Workspace::Workspace(const Account &account, Commands &commands, const DialogSeams &seams, Settings &settings,
                     QWidget *parent)
    : QWidget(parent), m_account(account), m_commands(commands), m_seams(seams), m_settings(settings),
      m_splitter(new QSplitter(this)), m_sideBar(new SideBar(account.library, account.artwork, m_splitter)),
      m_messages(new MessageArea(this)), m_status(new StatusRow(this)),
      m_open(new OpenPlaylists(account.api, account.library, this)),
      m_maker(new PlaylistMaker(account.library, *m_open, this)),
      m_makerMessages(new MakerMessages(*m_maker, *m_messages, this)),
      m_reads(new LinkReads(m_account, *m_messages, this)),
      m_guard(new DuplicateGuard(settings, *m_messages, m_open, this)),
      m_drops(new SideBarDrops(
          {.library = account.library, .open = *m_open, .reads = *m_reads, .guard = *m_guard, .messages = *m_messages},
          this)),
      m_player(makePlayer()), m_liked(account.shelf ? new models::LikedTracks(*account.shelf, this) : nullptr),
      m_panes(new Panes({.account = m_account,
                         .commands = commands,
                         .seams = seams,
                         .settings = settings,
                         .open = *m_open,
                         .maker = *m_makerMessages,
                         .reads = *m_reads,
                         .guard = *m_guard,
                         .messages = *m_messages,
                         .player = m_player,
                         .liked = m_liked},
                        m_splitter)),
      m_shown(new ShownPlaylists(account.library, *m_open, *m_panes, settings, *m_messages, this)),
      m_waiting(new WaitingChoices(account.library, *m_open, *m_panes, *m_messages, this)),
      m_links(new LinkOpener(account.api, account.library, *m_messages, this)),
      m_changes(new ChangeWatch(*m_panes, this)), m_undo(new UndoActions(commands, this)),
      m_saveWay(new SaveWayMemory(commands, settings, *m_open, this)),
      m_details(new DetailsChanges({.library = account.library,
                                    .open = *m_open,
                                    .messages = [this]() -> MessageArea & { return page().messages(); }},
                                   this)),
      m_playlistActions(new PlaylistActions(
          m_account, *m_details, commands, [this]() -> MessageArea & { return page().messages(); }, seams, settings,
          *this, this)),
      m_export(new ExportActions(account.library, *m_open, *m_messages, seams, settings, *this, this)),
      m_import(new ImportActions({.library = account.library,
                                  .open = *m_open,
                                  .maker = *m_maker,
                                  .guard = *m_guard,
                                  .messages = *m_messages,
                                  .seams = seams,
                                  .settings = settings,
                                  .window = *this},
                                 this)),
      m_across(new AcrossActions(
          m_account, commands, [this] { return selectedMedia(); }, *this, this))
{
    setObjectName(QStringLiteral("workspace"));
    m_splitter->setObjectName(QStringLiteral("splitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_sideBar);
    m_splitter->addWidget(m_panes);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_sideBar->setMinimumWidth(160);

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
          CommandId::History, CommandId::NewFromSelection, CommandId::OpenBeside, CommandId::OtherSide,
          CommandId::CloseSide, CommandId::SearchSpotify})
        addAction(m_commands.action(id));
    if (account.permissions)
        new PermissionMessages(*account.permissions, *m_messages, this);
    connectLibrary();
    connectPanes();
    connectFiles();
    connectApi();
    connectSources();
    connectPlayer();
    connectLiked();
    connectStore();
    connectIndex();
    DuplicateGuard::wire(m_commands, m_settings);
    restoreLayout();
    showActive();
}

Workspace::~Workspace()
{
    saveLayout();
    m_status->setEditor(nullptr);
    // Focus goes from list to list while they go.
    disconnect(qApp, nullptr, m_across, nullptr);
    if (m_sources)
        disconnect(&m_sources->panel(), nullptr, m_across, nullptr);
    for (Pane *pane : m_panes->all())
        pane->setOpen(nullptr);
    m_undo->setEditor(nullptr);
    // It listens to the open playlists, and has messages about them.
    delete m_guard;
}

void Workspace::connectLibrary()
{
    const models::Library *library = &m_account.library;
    connect(library, &models::Library::loaded, this, &Workspace::onLibraryLoaded);
    connect(library, &models::Library::loadFailed, this, &Workspace::onLibraryFailed);
    connect(m_sideBar, &SideBar::playlistChosen, this, &Workspace::showPlaylist);
    connect(m_sideBar, &SideBar::besideChosen, this, &Workspace::showBeside);
    connect(m_sideBar, &SideBar::linkEntered, this, [this](const QString &id, bool beside) {
        m_links->open(id, beside ? LinkOpener::Place::Beside : LinkOpener::Place::Here);
    });
    connect(m_links, &LinkOpener::found, this, [this](const QString &id, LinkOpener::Place place) {
        if (place == LinkOpener::Place::Beside)
            showBeside(id);
        else
            showPlaylist(id);
        m_panes->active().takeFocus();
    });
    connect(m_sideBar, &SideBar::tracksDropped, m_drops,
            qOverload<const QString &, const QMimeData *>(&SideBarDrops::add));
    connect(m_drops, &SideBarDrops::showRequested, this, &Workspace::showPlaylist);
    connect(m_sideBar, &SideBar::menuRequested, m_playlistActions, &PlaylistActions::showMenu);
    connect(m_playlistActions, &PlaylistActions::created, this, [this](const QString &id) {
        m_sideBar->filter().clear();
        showPlaylist(id);
        m_panes->active().takeFocus();
    });
    connect(m_playlistActions, &PlaylistActions::removed, m_shown, &ShownPlaylists::forget);
    connect(m_playlistActions, &PlaylistActions::besideRequested, this, &Workspace::showBeside);
    connect(m_playlistActions, &PlaylistActions::copyRequested, this,
            [this](const QString &id) { m_panes->active().copyActions().copyPlaylist(id); });
    connect(m_playlistActions, &PlaylistActions::mergeRequested, this, [this](const QString &id) {
        showPlaylist(id);
        m_panes->active().mergeActions().ask();
    });
    connect(m_makerMessages, &MakerMessages::showRequested, this, &Workspace::showPlaylist);
    connect(m_playlistActions, &PlaylistActions::changed, this, [this](const web::Playlist &playlist) {
        if (const Pane *pane = m_panes->find(playlist.id))
            pane->editor()->document().setDetails(playlist);
    });
    connect(m_commands.action(CommandId::FindPlaylist), &QAction::triggered, m_sideBar, &SideBar::startFinding);
    connect(m_commands.action(CommandId::Reload), &QAction::triggered, this, &Workspace::reload);
}

void Workspace::connectPanes()
{
    for (Pane *pane : m_panes->all())
        connectPane(*pane);
    connect(m_panes, &Panes::made, this, [this](Pane *pane) {
        connectPane(*pane);
        pane->view().trackHeader().setLayoutState(m_settings.value(setting::columnsBeside));
    });
    connect(m_panes, &Panes::activeChanged, this, &Workspace::showActive);
    connect(m_panes, &Panes::countChanged, m_shown, &ShownPlaylists::remember);
    auto *actions = new PaneActions(m_commands, *m_panes, this);
    connect(actions, &PaneActions::choiceWanted, m_sideBar, &SideBar::startFinding);
    connect(m_waiting, &WaitingChoices::showRequested, this, &Workspace::showPlaylist);
    connect(m_shown, &ShownPlaylists::leaving, this, [this] { m_status->setEditor(nullptr); });
    connect(m_shown, &ShownPlaylists::changed, this, [this] {
        showActive();
        m_changes->look();
    });
    connect(m_open, &OpenPlaylists::saveStatusChanged, this, [this] {
        showOthersUnsaved();
        Q_EMIT saveStatusChanged();
    });
    connect(m_status, &StatusRow::discardRequested, this, [this] { discard(m_panes->active()); });
}

void Workspace::connectPane(Pane &pane)
{
    const PlaylistPage *page = &pane.page();
    connect(&pane, &Pane::showRequested, this, &Workspace::showPlaylist);
    m_across->addTo(pane.view());
    connect(&pane.view(), &TrackView::selectionSummaryChanged, this, &Workspace::showSelection);
    connect(&pane.view().trackHeader(), &TrackHeader::layoutEdited, this, &Workspace::saveLayout);
    connect(page, &PlaylistPage::signInNeeded, this, &Workspace::signInNeeded);
    connect(page, &PlaylistPage::historyRequested, this, &Workspace::showHistory);
    connect(page, &PlaylistPage::discardRequested, this, [this, shown = &pane] { discard(*shown); });
    connect(page, &PlaylistPage::saveWayRemembered, m_saveWay, &SaveWayMemory::remember);
    connect(&pane.mergeActions(), &MergeActions::showRequested, this, &Workspace::showPlaylist);
    connect(&pane.mergeActions(), &MergeActions::selectRequested, m_shown, &ShownPlaylists::select);

    connect(&page->header(), &PlaylistHeader::followRequested, this, [this, shown = &pane](bool follow) {
        if (follow)
            m_playlistActions->follow(shown->playlistId());
        else
            m_playlistActions->remove(shown->playlistId());
    });
    connect(&page->header(), &PlaylistHeader::ownerRequested, this, [this](const QString &id, const QString &name) {
        if (m_sources)
            m_sources->showUser(id, name);
    });
    const CoverButton &cover = page->header().cover();
    connect(&cover, &CoverButton::clicked, this,
            [this, shown = &pane] { m_playlistActions->changeCover(shown->playlistId()); });
    connect(&cover, &CoverButton::fileDropped, this, [this, shown = &pane](const QString &file) {
        m_playlistActions->changeCoverTo(shown->playlistId(), file);
    });
    connect(&cover, &CoverButton::pictureDropped, this, [this, shown = &pane](const QByteArray &contents) {
        m_playlistActions->changeCoverToPicture(shown->playlistId(), contents);
    });
}

void Workspace::connectFiles()
{
    connect(m_playlistActions, &PlaylistActions::exportRequested, m_export, &ExportActions::exportPlaylist);
    connect(m_playlistActions, &PlaylistActions::importRequested, m_import, &ImportActions::importPlaylist);
    connect(m_import, &ImportActions::showRequested, this, &Workspace::showPlaylist);
    connect(m_import, &ImportActions::selectRequested, this, [this](const QString &id, int first, int count) {
        std::vector<int> positions(static_cast<std::size_t>(count));
        std::iota(positions.begin(), positions.end(), first);
        m_shown->select(id, positions);
    });
    connect(m_playlistActions, &PlaylistActions::historyRequested, this, &Workspace::showHistory);
}

void Workspace::connectApi()
{
    connect(&m_account.api, &web::Api::pausedUntil, m_status, &StatusRow::setPausedUntil);
    connect(&m_account.api, &web::Api::reachableChanged, this, [this](bool reachable) {
        if (reachable) {
            m_messages->close(QStringLiteral("offline"));
            if (m_liked)
                m_liked->askAgain();
            return;
        }
        m_messages->show(QStringLiteral("offline"),
                         {.severity = Message::Severity::Warning,
                          .text = tr("Spotify cannot be reached. You can go on editing; changes are sent as soon as "
                                     "the network is back."),
                          .actions = {{tr("Try now"), [this] { reload(); }}}});
    });
}

void Workspace::connectSources()
{
    m_commands.action(CommandId::SearchSpotify)->setEnabled(m_account.catalogue);
    if (!m_account.catalogue)
        return;
    m_sources = new SourceActions({.account = m_account,
                                   .commands = m_commands,
                                   .seams = m_seams,
                                   .settings = m_settings,
                                   .panes = *m_panes,
                                   .links = *m_links,
                                   .messages = *m_messages,
                                   .player = m_player,
                                   .liked = m_liked},
                                  *m_splitter, this);
}

Player *Workspace::makePlayer()
{
    if (!m_account.listening)
        return nullptr;
    return new Player({.listening = *m_account.listening,
                       .permissions = m_account.permissions,
                       .messages = *m_messages,
                       .window = *this},
                      this);
}

void Workspace::connectPlayer()
{
    if (!m_player)
        return;
    auto *devices = new DeviceMenu({}, this);
    m_player->fillWhenShown(*devices);
    m_commands.action(CommandId::PlayOn)->setMenu(devices);
    connect(devices, &DeviceMenu::chosen, this, [this](const web::Device &device) {
        m_player->choose(device);
        m_commands.action(CommandId::PlayFromHere)->trigger();
    });
}

void Workspace::connectLiked()
{
    if (!m_liked)
        return;
    const auto *messages = new LikeMessages(*m_liked, m_account.permissions, *m_messages, this);
    connect(messages, &LikeMessages::signInNeeded, this, &Workspace::signInNeeded);
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

void Workspace::connectIndex()
{
    connect(m_across, &AcrossActions::placeChosen, m_shown, &ShownPlaylists::showTrack);
    if (m_sources) {
        m_across->addTo(m_sources->panel().list());
        connect(&m_sources->panel(), &SourcePanel::selectionChanged, m_across, &AcrossActions::update);
    }
    // What is selected is that of the list in which the user is.
    connect(qApp, &QApplication::focusChanged, m_across, &AcrossActions::update);
    if (m_account.index)
        connect(m_open, &OpenPlaylists::settled, m_account.index, &models::LibraryIndex::take);
}

QList<web::MediumPtr> Workspace::selectedMedia() const
{
    return m_sources && m_sources->panel().list().hasFocus() ? m_sources->panel().selectedMedia()
                                                             : m_panes->active().selectedMedia();
}

void Workspace::start(const QString &playlist)
{
    m_wanted = playlist;
    m_panes->active().setHint(tr("Reading your library…"));
    m_account.library.load();
}

void Workspace::onLibraryLoaded()
{
    m_messages->close(QStringLiteral("library"));
    if (m_unfinished)
        m_unfinished->offer();
    if (m_panes->active().editor() || m_panes->other()) {
        for (Pane *pane : m_panes->all())
            pane->updateVerbs();
        return;
    }
    m_shown->showFirst(std::exchange(m_wanted, {}));
}

void Workspace::onLibraryFailed(const Error &error)
{
    if (m_account.library.playlists().isEmpty())
        m_panes->active().setHint(tr("Your library could not be read."));
    if (error.kind == ErrorKind::SignedOut || error.kind == ErrorKind::MissingScope)
        Q_EMIT signInNeeded(error);
    Message message = messageOf(error);
    message.actions = {{tr("Try again"), [this] { m_account.library.load(); }}};
    m_messages->show(QStringLiteral("library"), message);
}

PlaylistPage &Workspace::page() const
{
    return m_panes->active().page();
}

void Workspace::showPlaylist(const QString &playlistId)
{
    m_shown->show(playlistId);
}

void Workspace::showBeside(const QString &playlistId)
{
    m_shown->showBeside(playlistId);
}

/// What there is one of in the window follows the pane that is active.
void Workspace::showActive()
{
    const Pane &pane = m_panes->active();
    Editor *editor = pane.editor();
    m_undo->setEditor(editor);
    m_status->setEditor(editor);
    if (m_sources)
        m_sources->setEditor(editor);
    m_sideBar->setCurrent(pane.playlistId());
    m_playlistActions->setCurrent(pane.playlistId());
    showSelection();
    showOthersUnsaved();
    m_waiting->update();
    Q_EMIT titleChanged(editor ? editor->details().name : QString());
}

void Workspace::showHistory(const QString &playlistId)
{
    showPlaylist(playlistId);
    const Pane *pane = m_panes->find(playlistId);
    if (!m_account.store || !pane)
        return;
    Editor &editor = *pane->editor();
    for (HistoryDialog *each : findChildren<HistoryDialog *>()) {
        if (each->editor() == &editor && each->isVisible()) {
            each->raise();
            each->activateWindow();
            return;
        }
    }
    (new HistoryDialog(editor, *m_account.store, m_account.api, this))->show();
}

void Workspace::reload()
{
    m_account.library.load();
    if (m_liked)
        m_liked->reload();
    for (const Pane *pane : m_panes->all()) {
        if (pane->editor())
            pane->editor()->load();
    }
    for (Editor *editor : m_open->unsaved())
        editor->resume();
}

void Workspace::discard(const Pane &pane)
{
    if (!pane.editor())
        return;
    const Question question{
        .id = QStringLiteral("discardQuestion"),
        .title = tr("Take back what Spotify does not have yet?"),
        .text = tr("The list goes back to what is at Spotify. Undo brings your edits back."),
        .acceptText = tr("Take back"),
        .destructive = true,
    };
    m_seams.ask(window(), question, [this, editor = QPointer<Editor>(pane.editor())](bool yes) {
        if (yes && editor)
            editor->discardUnsaved();
    });
}

void Workspace::showSelection()
{
    const TrackView &view = m_panes->active().view();
    const models::TrackListModel *tracks = view.tracks();
    const std::vector<int> positions = view.selectedPositions();
    qint64 total = 0;
    for (const int position : positions)
        total += qMax<qint64>(0, tracks->index(position).data(models::TrackListModel::LengthRole).toLongLong());
    m_status->setSelection(static_cast<int>(positions.size()), total);
    m_across->update();
}

void Workspace::showOthersUnsaved()
{
    int others = static_cast<int>(m_open->unsaved().size());
    if (const Editor *editor = m_panes->active().editor(); editor && editor->hasUnsavedEdits())
        --others;
    m_status->setOthersUnsaved(others);
}

QList<Editor *> Workspace::unsaved() const
{
    return m_open->unsaved();
}

void Workspace::restoreLayout()
{
    m_panes->active().view().trackHeader().setLayoutState(m_settings.value(setting::columns));
    if (!m_splitter->restoreState(m_settings.value(setting::splitter)))
        m_splitter->setSizes({248, 772, 280});
}

void Workspace::saveLayout()
{
    const std::vector<Pane *> &panes = m_panes->all();
    m_settings.set(setting::columns, panes.front()->view().trackHeader().layoutState());
    if (panes.size() > 1)
        m_settings.set(setting::columnsBeside, panes.back()->view().trackHeader().layoutState());
    m_settings.set(setting::splitter, m_splitter->saveState());
}

} // namespace segue::ui
