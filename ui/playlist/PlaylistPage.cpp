// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/playlist/PlaylistPage.h"

#include "app/models/Library.h"
#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/playlist/PlayabilityMarks.h"
#include "ui/Account.h"
#include "ui/MessageArea.h"
#include "ui/playlist/OpenPlaylists.h"
#include "ui/playlist/PlaylistHeader.h"
#include "ui/playlist/SaveChoiceBar.h"
#include "ui/tracks/TrackHeader.h"
#include "ui/tracks/TrackView.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QVBoxLayout>

namespace segue::ui
{

using playlist::Document;
using playlist::Editor;

PlaylistPage::PlaylistPage(const Account &account, const Commands &commands, QWidget *parent)
    : QWidget(parent), m_account(account), m_header(new PlaylistHeader(account.artwork, commands, this)),
      m_messages(new MessageArea(this)), m_saveChoice(new SaveChoiceBar(this)),
      m_view(new TrackView(account.artwork, this))
{
    setObjectName(QStringLiteral("playlistPage"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_messages);
    layout->addWidget(m_saveChoice);
    layout->addWidget(m_view, 1);

    m_totalsTimer.setSingleShot(true);
    m_totalsTimer.setInterval(0);
    connect(&m_totalsTimer, &QTimer::timeout, this, &PlaylistPage::showTotals);
    connect(m_view, &TrackView::visibleRowsChanged, this, [this](int first, int last) {
        if (!m_open)
            return;
        m_open->editor->wantVisible(first, last);
        m_open->marks->look(first, last);
    });
    connect(m_saveChoice, &SaveChoiceBar::chosen, this, [this](playlist::SaveWay way, bool remember) {
        Editor *editor = m_open ? m_open->editor.get() : nullptr;
        if (editor)
            editor->choose(way);
        if (remember)
            Q_EMIT saveWayRemembered(way);
    });
    connect(m_saveChoice, &SaveChoiceBar::discardRequested, this, &PlaylistPage::discardRequested);
    const models::Library *library = &account.library;
    for (const auto signal : {&models::Library::inserted, &models::Library::removed, &models::Library::resetDone})
        connect(library, signal, this, &PlaylistPage::showFollowed);
    connect(m_view, &TrackView::dropRefused, this, [this](const QString &reason) {
        m_messages->show(QStringLiteral("drop"), {.severity = Message::Severity::Info, .text = reason});
    });
}

PlaylistPage::~PlaylistPage() = default;

void PlaylistPage::setOpen(OpenPlaylist *open)
{
    if (m_open) {
        m_open->scrollValue = m_view->verticalScrollBar()->value();
        m_open->currentPosition = m_view->currentPosition();
        m_open->editor->disconnect(this);
        m_open->editor->disconnect(m_view);
        m_open->editor->document().disconnect(this);
        m_open->tracks->disconnect(this);
    }
    m_open = open;
    m_messages->closeAll();
    m_saveChoice->hide();
    m_view->setTracks(open ? open->tracks.get() : nullptr);
    Q_EMIT openChanged();
    if (!open)
        return;
    connectTo(*open);
    showDetails();
    showTotals();
    showEmptyText();
    if (const auto error = open->editor->loadError())
        showLoadError(*error);
    showSaveChoice();
    m_view->verticalScrollBar()->setValue(open->scrollValue);
    m_view->setCurrentPosition(open->currentPosition);
}

void PlaylistPage::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    Q_EMIT activeChanged(active);
}

void PlaylistPage::connectTo(OpenPlaylist &open)
{
    Editor *editor = open.editor.get();
    Document *document = &editor->document();
    const auto totals = [this] { m_totalsTimer.start(); };
    connect(document, &Document::wantedChanged, this, totals);
    connect(document, &Document::resetDone, this, totals);
    connect(document, &Document::completed, this, totals);
    connect(document, &Document::detailsChanged, this, &PlaylistPage::showDetails);
    connect(editor, &Editor::editabilityChanged, this, &PlaylistPage::showDetails);
    connect(editor, &Editor::loadProgress, this, totals);
    connect(editor, &Editor::loadFailed, this, &PlaylistPage::showLoadError);
    connect(editor, &Editor::refused, this, &PlaylistPage::showRefusal);
    connect(editor, &Editor::mergedForeignChanges, this, &PlaylistPage::showMerge);
    connect(editor, &Editor::saveStatusChanged, this, &PlaylistPage::showSaveChoice);
    connect(editor, &Editor::choiceNeeded, this, &PlaylistPage::showSaveChoice);
    connect(editor, &Editor::stepped, m_view, &TrackView::selectPositions);
    connect(document, &Document::completed, this, [this] { m_messages->close(QStringLiteral("load")); });
    connect(open.tracks.get(), &models::TrackListModel::dropRejected, this, [this](const QString &reason) {
        m_messages->show(QStringLiteral("drop"), {.severity = Message::Severity::Warning, .text = reason});
    });
}

void PlaylistPage::showDetails()
{
    const web::Playlist &details = m_open->editor->details();
    m_header->setPlaylist(details, m_account.library.user().id);
    m_header->setReadOnlyReason(m_open->editor->readOnlyReason());
    showFollowed();
    m_view->trackHeader().setSeveralPeople(details.collaborative);
    m_view->setAccessibleName(tr("Tracks of %1").arg(details.name));
    showEmptyText();
}

void PlaylistPage::showFollowed()
{
    if (!m_open)
        return;
    const web::Playlist &details = m_open->editor->details();
    const bool own = details.ownerId == m_account.library.user().id;
    m_header->setFollowed(own ? std::nullopt : std::optional(m_account.library.contains(details.id)));
}

void PlaylistPage::showTotals()
{
    if (!m_open)
        return;
    const Document &document = m_open->editor->document();
    const bool complete = document.isComplete();
    int items = document.size();
    if (items == 0 && !complete)
        items = m_open->editor->details().itemCount;
    std::optional<std::chrono::milliseconds> length;
    if (complete) {
        length.emplace(0);
        for (const playlist::RowId id : document.wanted()) {
            if (const web::MediumPtr &medium = document.row(id).entry.medium)
                *length += medium->length;
        }
    }
    m_header->setTotals(items, length);
    showEmptyText();
}

void PlaylistPage::showEmptyText()
{
    if (!m_open)
        return;
    const Editor &editor = *m_open->editor;
    const auto error = editor.loadError();
    m_view->setLoading(editor.isLoading() && !error && editor.details().itemsReadable);
    if (!editor.details().itemsReadable || (error && error->kind == ErrorKind::NotAllowed))
        m_view->setEmptyText(tr("Spotify does not show what is in this playlist"),
                             tr("Apps like this one may only read playlists that you own or edit together with "
                                "others."));
    else if (error)
        m_view->setEmptyText(tr("This playlist could not be read"), error->userText);
    else if (!editor.document().isComplete())
        m_view->setEmptyText(editor.isLoading() ? QString() : tr("Not read yet"), {});
    else if (editor.isEditable())
        m_view->setEmptyText(tr("Nothing in here yet"), tr("Drop tracks or paste Spotify links here."));
    else
        m_view->setEmptyText(tr("Nothing in here yet"), {});
}

void PlaylistPage::showLoadError(const Error &error)
{
    showEmptyText();
    if (error.kind == ErrorKind::SignedOut || error.kind == ErrorKind::MissingScope)
        Q_EMIT signInNeeded(error);
    // Said in the middle of the empty list already, and nothing the user could do.
    if (error.kind == ErrorKind::NotAllowed || error.kind == ErrorKind::Cancelled)
        return;
    Message message = messageOf(error);
    message.actions = {{tr("Try again"), [this] {
                            if (m_open)
                                m_open->editor->load();
                        }}};
    m_messages->show(QStringLiteral("load"), message);
}

void PlaylistPage::showRefusal(const Error &error, const QString &what)
{
    if (error.kind == ErrorKind::SignedOut || error.kind == ErrorKind::MissingScope)
        Q_EMIT signInNeeded(error);
    if (m_open->refusalsAreTold())
        return;
    Message message = messageOf(error);
    message.severity = Message::Severity::Error;
    if (!what.isEmpty())
        message.text = tr("“%1” did not work. %2").arg(what, error.userText);
    if (error.kind != ErrorKind::InvalidInput && m_open->editor->isEditable())
        message.actions = {{tr("Try again"), [this] {
                                if (m_open)
                                    m_open->editor->retryRefused();
                            }}};
    if (const QString text = m_open->editor->refusedText(); !text.isEmpty())
        message.actions.append({.text = tr("Copy as text"),
                                .run = [text] { QGuiApplication::clipboard()->setText(text); },
                                .stays = true});
    m_messages->show(QStringLiteral("refused"), message);
}

void PlaylistPage::showSaveChoice()
{
    const auto choice = m_open ? m_open->editor->saveChoice() : std::nullopt;
    if (!choice)
        m_saveChoice->hide();
    else if (m_saveChoice->isHidden())
        m_saveChoice->ask(*choice);
}

void PlaylistPage::showMerge(int added, int removed, int moved)
{
    QStringList parts;
    if (added > 0)
        parts.append(added == 1 ? tr("1 track was added") : tr("%1 tracks were added").arg(added));
    if (removed > 0)
        parts.append(removed == 1 ? tr("1 track was removed") : tr("%1 tracks were removed").arg(removed));
    if (moved > 0)
        parts.append(moved == 1 ? tr("1 track was moved") : tr("%1 tracks were moved").arg(moved));
    if (parts.isEmpty())
        return;
    QList<Message::Action> actions;
    if (m_account.store)
        actions = {{tr("Show changes"), [this, id = m_open->editor->details().id] { Q_EMIT historyRequested(id); }}};
    m_messages->show(QStringLiteral("merged"),
                     {.severity = Message::Severity::Info,
                      .text = tr("This playlist was changed elsewhere: %1. Your own edits were kept.")
                                  .arg(parts.join(QStringLiteral(", "))),
                      .actions = actions});
}

} // namespace segue::ui
