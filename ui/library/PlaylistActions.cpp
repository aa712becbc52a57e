// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/PlaylistActions.h"

#include "app/models/ArtworkCache.h"
#include "app/models/Library.h"
#include "app/web/Api.h"
#include "ui/Account.h"
#include "ui/Commands.h"
#include "ui/MessageArea.h"
#include "ui/Settings.h"
#include "ui/dialogs/CoverDialog.h"
#include "ui/dialogs/DetailsDialog.h"
#include "ui/library/DetailsChanges.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QStandardPaths>

namespace segue::ui
{

namespace
{

/// Spotify shows a new cover some seconds after it has accepted it.
constexpr std::chrono::seconds coverDelay{4};

} // namespace

PlaylistActions::PlaylistActions(const Account &account, DetailsChanges &details, Commands &commands,
                                 std::function<MessageArea &()> messages, const DialogSeams &seams, Settings &settings,
                                 QWidget &window, QObject *parent)
    : QObject(parent), m_account(account), m_details(details), m_commands(commands), m_messages(std::move(messages)),
      m_seams(seams), m_settings(settings), m_window(window)
{
    const auto wire = [this](CommandId id, auto slot) {
        connect(m_commands.action(id), &QAction::triggered, this, slot);
    };
    wire(CommandId::NewPlaylist, [this] { newPlaylist(); });
    wire(CommandId::EditDetails, [this] { editDetails(m_current); });
    wire(CommandId::ChangeCover, [this] { changeCover(m_current); });
    wire(CommandId::FollowPlaylist, [this] { follow(m_current); });
    wire(CommandId::DeletePlaylist, [this] { remove(m_current); });
    wire(CommandId::OpenPlaylist, [this] { openInSpotify(m_current); });
    wire(CommandId::CopyPlaylistLink, [this] { copyLink(m_current); });
    wire(CommandId::ExportPlaylist, [this] { Q_EMIT exportRequested(m_current); });
    wire(CommandId::ImportPlaylist, [this] { Q_EMIT importRequested(m_current); });
    wire(CommandId::History, [this] { Q_EMIT historyRequested(m_current); });
    if (!m_account.store)
        m_commands.action(CommandId::History)->setToolTip(tr("Earlier versions are not kept for this account."));
    const models::Library *library = &m_account.library;
    for (const auto signal : {&models::Library::inserted, &models::Library::removed, &models::Library::resetDone})
        connect(library, signal, this, [this] { setCurrent(m_current); });
    setCurrent({});
}

const web::Playlist *PlaylistActions::find(const QString &playlistId) const
{
    return m_account.library.find(playlistId);
}

bool PlaylistActions::mayChange(const QString &playlistId) const
{
    const web::Playlist *playlist = find(playlistId);
    return playlist && playlist->ownerId == m_account.library.user().id;
}

bool PlaylistActions::isReadable(const QString &playlistId) const
{
    const web::Playlist *playlist = find(playlistId);
    return playlist && playlist->itemsReadable;
}

void PlaylistActions::setCurrent(const QString &playlistId)
{
    m_current = playlistId;
    const bool known = find(playlistId) != nullptr;
    const bool inLibrary = m_account.library.contains(playlistId);
    for (const CommandId id : {CommandId::OpenPlaylist, CommandId::CopyPlaylistLink})
        m_commands.action(id)->setEnabled(known);
    m_commands.action(CommandId::FollowPlaylist)->setEnabled(known && !inLibrary);
    m_commands.action(CommandId::DeletePlaylist)->setEnabled(inLibrary);
    for (const CommandId id : {CommandId::EditDetails, CommandId::ChangeCover})
        m_commands.action(id)->setEnabled(mayChange(playlistId));
    m_commands.action(CommandId::ExportPlaylist)->setEnabled(isReadable(playlistId));
    m_commands.action(CommandId::History)->setEnabled(m_account.store && isReadable(playlistId));
}

void PlaylistActions::newPlaylist()
{
    auto *dialog = new DetailsDialog(&m_window);
    connect(dialog, &DetailsDialog::submitted, this, [this, dialog](const web::PlaylistDetails &details) {
        m_account.library.create(details, dialog, [this, dialog](const Result<web::Playlist> &result) {
            if (!result) {
                dialog->showError(result.error());
                return;
            }
            dialog->accept();
            Q_EMIT created(result->id);
        });
    });
    dialog->open();
}

void PlaylistActions::editDetails(const QString &playlistId)
{
    const web::Playlist *playlist = find(playlistId);
    if (!playlist || !mayChange(playlistId))
        return;
    auto *dialog = new DetailsDialog(*playlist, &m_window);
    connect(dialog, &DetailsDialog::submitted, this, [this, dialog, playlistId](const web::PlaylistDetails &details) {
        m_details.change(playlistId, details, dialog, [dialog](const Result<web::Playlist> &result) {
            if (result)
                dialog->accept();
            else
                dialog->showError(result.error());
        });
    });
    dialog->open();
}

void PlaylistActions::chooseFile(const QString &playlistId, QPointer<CoverDialog> dialog)
{
    QString folder = m_settings.value(setting::coverFolder);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    if (!QFileInfo(folder).isDir())
        folder = QDir::homePath();
    const bool forDialog = dialog != nullptr;
    QWidget *over = forDialog ? static_cast<QWidget *>(dialog) : &m_window;
    m_seams.choosePicture(over, folder, [this, playlistId, dialog, forDialog](const QString &path) {
        if (path.isEmpty() || (forDialog && !dialog))
            return;
        m_settings.set(setting::coverFolder, QFileInfo(path).absolutePath());
        if (dialog)
            dialog->setFile(path);
        else
            changeCoverTo(playlistId, path);
    });
}

void PlaylistActions::changeCover(const QString &playlistId)
{
    if (!mayChange(playlistId)) {
        openInSpotify(playlistId);
        return;
    }
    chooseFile(playlistId, nullptr);
}

CoverDialog *PlaylistActions::openCoverDialog(const web::Playlist &playlist)
{
    auto *dialog = new CoverDialog(m_account.api, playlist, &m_window);
    connect(dialog, &CoverDialog::uploaded, this,
            [this, id = playlist.id](const QImage &picture) { showNewCover(id, picture); });
    connect(dialog, &CoverDialog::otherFileRequested, this,
            [this, id = playlist.id, dialog] { chooseFile(id, dialog); });
    dialog->open();
    return dialog;
}

void PlaylistActions::changeCoverTo(const QString &playlistId, const QString &file)
{
    const web::Playlist *playlist = find(playlistId);
    if (playlist && mayChange(playlistId))
        openCoverDialog(*playlist)->setFile(file);
}

void PlaylistActions::changeCoverToPicture(const QString &playlistId, const QByteArray &contents)
{
    const web::Playlist *playlist = find(playlistId);
    if (playlist && mayChange(playlistId))
        openCoverDialog(*playlist)->setContents(contents);
}

void PlaylistActions::showNewCover(const QString &playlistId, const QImage &picture)
{
    const web::Playlist *known = find(playlistId);
    if (!known)
        return;
    web::Playlist playlist = *known;
    // Under an address of its own: Spotify's new one is not known yet, and the old one may go on holding the old
    // picture for a while.
    web::Image image;
    image.url = QUrl(QStringLiteral("segue-cover:%1/%2").arg(playlistId).arg(++m_covers));
    playlist.images = {image};
    m_account.artwork.put(image.url, picture);
    m_account.library.update(playlist);
    Q_EMIT changed(playlist);
    QTimer::singleShot(coverDelay, this, [this, playlistId, picture] { learnCoverAddress(playlistId, picture); });
}

void PlaylistActions::learnCoverAddress(const QString &playlistId, const QImage &picture)
{
    m_account.api.coverImages(playlistId, this, [this, playlistId, picture](const Result<QList<web::Image>> &images) {
        const web::Playlist *known = find(playlistId);
        // Not worth a word: the picture is shown, and the next reading brings the address.
        if (!images || images->isEmpty() || !known)
            return;
        web::Playlist playlist = *known;
        playlist.images = *images;
        for (const web::Image &image : *images)
            m_account.artwork.put(image.url, picture);
        m_account.library.update(playlist);
        Q_EMIT changed(playlist);
    });
}

void PlaylistActions::remove(const QString &playlistId)
{
    const web::Playlist *playlist = find(playlistId);
    if (!playlist)
        return;
    const bool own = mayChange(playlistId);
    Question question;
    question.id = QStringLiteral("removePlaylistQuestion");
    question.destructive = true;
    question.title = own ? tr("Delete “%1”?").arg(playlist->name) : tr("Stop following “%1”?").arg(playlist->name);
    question.text = own ? tr("It disappears from your library. People who follow it keep it, and Spotify lets you "
                             "bring it back on its account page for 90 days.")
                        : tr("It disappears from your library. You can follow it again in Spotify.");
    question.acceptText = own ? tr("Delete") : tr("Stop following");
    m_seams.ask(&m_window, question, [this, playlistId](bool yes) {
        if (!yes)
            return;
        m_account.library.unfollow(playlistId, this, [this, playlistId](const Result<Nothing> &result) {
            if (result) {
                Q_EMIT removed(playlistId);
                return;
            }
            Message message = messageOf(result.error());
            message.actions = {{tr("Try again"), [this, playlistId] { remove(playlistId); }}};
            m_messages().show(QStringLiteral("removePlaylist"), message);
        });
    });
}

void PlaylistActions::follow(const QString &playlistId)
{
    const web::Playlist *playlist = find(playlistId);
    if (!playlist || m_account.library.contains(playlistId))
        return;
    m_account.library.follow(*playlist, this, [this, playlistId](const Result<Nothing> &result) {
        if (result)
            return;
        Message message = messageOf(result.error());
        message.actions = {{tr("Try again"), [this, playlistId] { follow(playlistId); }}};
        m_messages().show(QStringLiteral("follow"), message);
    });
}

void PlaylistActions::openInSpotify(const QString &playlistId)
{
    if (const web::Playlist *playlist = find(playlistId); playlist && !m_seams.openUrl(playlist->link()))
        m_messages().show(
            QStringLiteral("browser"),
            {.severity = Message::Severity::Warning,
             .text = tr("No browser could be opened. The address is %1").arg(playlist->link().toString())});
}

void PlaylistActions::copyLink(const QString &playlistId)
{
    if (const web::Playlist *playlist = find(playlistId))
        QGuiApplication::clipboard()->setText(playlist->link().toString());
}

void PlaylistActions::showMenu(const QString &playlistId, const QPoint &globalPosition)
{
    auto *menu = new QMenu(&m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("playlistMenu"));
    menu->setAccessibleName(tr("Playlist"));
    // Actions of their own, because the playlist under the mouse need not be the one that is shown.
    const auto add = [&](CommandId id, bool enabled, auto slot) {
        const QAction *like = m_commands.action(id);
        QAction *action = menu->addAction(like->icon(), like->text());
        action->setObjectName(QStringLiteral("menu-") + like->objectName());
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, slot);
    };
    const bool own = mayChange(playlistId);
    add(CommandId::OpenBeside, playlistId != m_current, [this, playlistId] { Q_EMIT besideRequested(playlistId); });
    menu->addSeparator();
    add(CommandId::OpenPlaylist, true, [this, playlistId] { openInSpotify(playlistId); });
    add(CommandId::CopyPlaylistLink, true, [this, playlistId] { copyLink(playlistId); });
    menu->addSeparator();
    add(CommandId::EditDetails, own, [this, playlistId] { editDetails(playlistId); });
    add(CommandId::ChangeCover, own, [this, playlistId] { changeCover(playlistId); });
    menu->addSeparator();
    const bool readable = isReadable(playlistId);
    add(CommandId::CopyPlaylist, readable, [this, playlistId] { Q_EMIT copyRequested(playlistId); });
    add(CommandId::MergePlaylists, readable, [this, playlistId] { Q_EMIT mergeRequested(playlistId); });
    menu->addSeparator();
    add(CommandId::ExportPlaylist, readable, [this, playlistId] { Q_EMIT exportRequested(playlistId); });
    add(CommandId::ImportPlaylist, true, [this, playlistId] { Q_EMIT importRequested(playlistId); });
    add(CommandId::History, m_account.store && readable, [this, playlistId] { Q_EMIT historyRequested(playlistId); });
    menu->addSeparator();
    const bool inLibrary = m_account.library.contains(playlistId);
    add(inLibrary ? CommandId::DeletePlaylist : CommandId::FollowPlaylist, true, [this, inLibrary, playlistId] {
        if (inLibrary)
            remove(playlistId);
        else
            follow(playlistId);
    });
    menu->popup(globalPosition);
}

} // namespace segue::ui
