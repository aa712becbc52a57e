// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/ImportActions.h"

#include "app/models/Library.h"
#include "app/playlist/Editor.h"
#include "app/playlist/exchange/ExchangeFile.h"
#include "ui/MessageArea.h"
#include "ui/Settings.h"
#include "ui/exchange/FileKinds.h"
#include "ui/exchange/ImportDialog.h"
#include "ui/playlist/OpenPlaylists.h"
#include "ui/playlist/WhenRead.h"
#include "ui/tracks/DuplicateGuard.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QLocale>
#include <QPointer>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace segue::ui
{

using playlist::ImportedPlaylists;

namespace
{

const QString messageId = QStringLiteral("import");
constexpr qsizetype namedInMessage = 3;

} // namespace

ImportActions::ImportActions(const Services &services, QObject *parent) : QObject(parent), m_services(services) {}

void ImportActions::importPlaylist(const QString &playlistId)
{
    QString folder = m_services.settings.value(setting::exchangeFolder);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QFileInfo(folder).isDir())
        folder = QDir::homePath();
    m_services.seams.chooseOpenFile(
        &m_services.window, tr("Import a playlist"), folder, importKinds(), [this, playlistId](const QString &path) {
            if (path.isEmpty())
                return;
            m_services.settings.set(setting::exchangeFolder, QFileInfo(path).absolutePath());
            importFile(path, playlistId);
        });
}

void ImportActions::importFile(const QString &file, const QString &playlistId)
{
    using Watcher = QFutureWatcher<Result<ImportedPlaylists>>;
    auto *watcher = new Watcher(this);
    connect(watcher, &Watcher::finished, this, [this, watcher, file, playlistId] {
        watcher->deleteLater();
        const Result<ImportedPlaylists> result = watcher->result();
        const QString name = QFileInfo(file).fileName();
        if (result)
            ask(name, *result, playlistId);
        else
            tellFailed(tr("“%1” was not imported.").arg(name), result.error());
    });
    watcher->setFuture(QtConcurrent::run([file] { return playlist::readExchangeFile(file); }));
}

void ImportActions::ask(const QString &file, const ImportedPlaylists &found, const QString &playlistId)
{
    ImportDialog::Target target;
    if (const web::Playlist *playlist = m_services.library.find(playlistId)) {
        target.name = playlist->name;
        target.size = qMax(0, playlist->itemCount);
        if (m_services.library.groupOf(*playlist) == models::Library::Group::Followed)
            target.reason = tr("This playlist belongs to %1. Only the owner can change it.").arg(playlist->ownerName);
    }
    auto *dialog = new ImportDialog(file, found, target, &m_services.window);
    connect(dialog, &ImportDialog::submitted, this, [this, dialog, playlistId] { submit(*dialog, playlistId); });
    dialog->open();
}

void ImportActions::submit(ImportDialog &dialog, const QString &playlistId)
{
    if (!dialog.toNewPlaylist()) {
        if (const web::Playlist *known = m_services.library.find(playlistId))
            addTo(web::Playlist(*known), dialog.choice()); // what is known may change meanwhile
        dialog.accept();
        return;
    }
    // Goes on without the dialog: a playlist that has been asked for comes, and would stay empty.
    PlaylistMaker::Steps steps = stepsOf(dialog.choice());
    steps.made = [this, dialog = QPointer<ImportDialog>(&dialog),
                  choice = dialog.choice()](const web::Playlist &playlist) {
        if (dialog)
            dialog->accept();
        Q_EMIT showRequested(playlist.id);
        tellAdding(playlist, choice.media.size());
    };
    steps.failed = [dialog = QPointer<ImportDialog>(&dialog), this, name = dialog.newName(),
                    failed = steps.failed](const MakeFailure &failure) {
        if (failure.step != MakeFailure::Step::Make)
            failed(failure);
        else if (dialog)
            dialog->showError(failure.error);
        else
            tellFailed(tr("“%1” was not made.").arg(name), failure.error);
    };
    m_services.maker.make(PlaylistMaker::detailsOf(dialog.newName(), dialog.newDescription()), dialog.choice().media,
                          this, steps);
}

void ImportActions::addTo(const web::Playlist &playlist, const ImportChoice &choice)
{
    tellAdding(playlist, choice.media.size());
    const HeldPlaylist held = m_services.open.hold(playlist);
    whenRead(*held.editor, this, [this, held, choice, target = playlist](const std::optional<Error> &error) {
        if (error) {
            tellFailed(tr("Nothing was added to “%1”.").arg(target.name), *error);
            return;
        }
        m_services.messages.close(messageId); // it may be asked now
        m_services.guard.ask(*held.editor, choice.media, [this, target, choice](const QList<web::MediumPtr> &media) {
            tellAdding(target, media.size());
            m_services.maker.add(target, media, this, stepsOf(choice));
        });
    });
}

PlaylistMaker::Steps ImportActions::stepsOf(const ImportChoice &choice)
{
    return {.made = {},
            .added =
                [this, choice](const web::Playlist &playlist, int first, int count) {
                    tellAdded(playlist, first, count, choice);
                    Q_EMIT selectRequested(playlist.id, first, count);
                },
            .saved = {},
            .failed =
                [this](const MakeFailure &failure) {
                    // Refusals are told above the list itself.
                    if (failure.step == MakeFailure::Step::Add)
                        tellFailed(tr("Nothing was added to “%1”.").arg(failure.playlist->name), failure.error);
                }};
}

void ImportActions::tellAdding(const web::Playlist &playlist, qsizetype count)
{
    m_services.messages.show(
        messageId, {.text = tr("Adding %n track(s) to “%1”…", nullptr, static_cast<int>(count)).arg(playlist.name)});
}

void ImportActions::tellAdded(const web::Playlist &playlist, int first, int count, const ImportChoice &choice)
{
    Message message{.text = tr("Imported %n track(s) to “%1”.", nullptr, count).arg(playlist.name)};
    if (const int leftOut = choice.leftOutCount(); leftOut > 0) {
        const QStringList all = choice.withoutLink + choice.localFiles;
        QStringList named;
        for (const QString &name : all.mid(0, namedInMessage))
            named.append(tr("“%1”").arg(name));
        if (leftOut > namedInMessage)
            named.append(tr("%1 more").arg(QLocale().toString(leftOut - namedInMessage)));
        message.severity = Message::Severity::Warning;
        message.text += u' ' + tr("Left out %n row(s) that Spotify has no link for: %1.", nullptr, leftOut)
                                   .arg(named.join(QStringLiteral(", ")));
        message.actions = {
            {tr("Copy as text"), [text = choice.leftOut()] { QGuiApplication::clipboard()->setText(text); }}};
    }
    message.actions.append({tr("Show"), [this, id = playlist.id, first, count] {
                                Q_EMIT showRequested(id);
                                Q_EMIT selectRequested(id, first, count);
                            }});
    m_services.messages.show(messageId, message);
}

void ImportActions::tellFailed(const QString &what, const Error &error)
{
    Message message = messageOf(error);
    message.severity = Message::Severity::Error;
    message.text = what + u' ' + error.userText;
    m_services.messages.show(messageId, message);
}

} // namespace segue::ui
