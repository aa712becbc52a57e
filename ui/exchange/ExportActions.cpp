// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exchange/ExportActions.h"

#include "app/models/Library.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/playlist/exchange/ExchangeFile.h"
#include "ui/MessageArea.h"
#include "ui/Settings.h"
#include "ui/exchange/FileKinds.h"
#include "ui/playlist/OpenPlaylists.h"
#include "ui/playlist/WhenRead.h"

#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace segue::ui
{

using playlist::ExchangeFormat;
using playlist::ExchangeList;

namespace
{

const QString messageId = QStringLiteral("export");

} // namespace

ExportActions::ExportActions(const models::Library &library, OpenPlaylists &open, MessageArea &messages,
                             const DialogSeams &seams, Settings &settings, QWidget &window, QObject *parent)
    : QObject(parent), m_library(library), m_open(open), m_messages(messages), m_seams(seams), m_settings(settings),
      m_window(window)
{
}

void ExportActions::exportPlaylist(const QString &playlistId)
{
    const web::Playlist *playlist = m_library.find(playlistId);
    if (!playlist)
        return;
    QString folder = m_settings.value(setting::exchangeFolder);
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (!QFileInfo(folder).isDir())
        folder = QDir::homePath();
    const QString &name = playlist->name;
    const SaveFileRequest request{
        .title = tr("Export “%1”").arg(name),
        .path = folder + u'/' + playlist::fileNameFor(name),
        .kinds = exportKinds(),
    };
    m_seams.chooseSaveFile(&m_window, request, [this, playlistId](const QString &path, const QString &ending) {
        if (path.isEmpty())
            return;
        m_settings.set(setting::exchangeFolder, QFileInfo(path).absolutePath());
        settle(playlistId, path, ending);
    });
}

void ExportActions::settle(const QString &playlistId, const QString &path, const QString &ending)
{
    if (const auto format = playlist::exchangeFormatOf(path)) {
        readAndWrite(playlistId, path, *format);
        return;
    }
    // "Vol. 2" has an ending, but none of ours.
    const QString whole = path + u'.' + ending;
    const ExchangeFormat format = playlist::exchangeFormatOf(whole).value_or(ExchangeFormat::Csv);
    if (!QFileInfo::exists(whole)) {
        readAndWrite(playlistId, whole, format);
        return;
    }
    const Question question{
        .id = QStringLiteral("replaceFileQuestion"),
        .title = tr("Replace “%1”?").arg(QFileInfo(whole).fileName()),
        .text =
            tr("There is a file of this name in %1.").arg(QDir::toNativeSeparators(QFileInfo(whole).absolutePath())),
        .acceptText = tr("Replace"),
        .destructive = true,
    };
    m_seams.ask(&m_window, question, [this, playlistId, whole, format](bool yes) {
        if (yes)
            readAndWrite(playlistId, whole, format);
    });
}

void ExportActions::readAndWrite(const QString &playlistId, const QString &path, ExchangeFormat format)
{
    const web::Playlist *known = m_library.find(playlistId);
    if (!known)
        return;
    const web::Playlist playlist = *known;
    OpenPlaylist *open = m_open.openBehind(playlist);
    if (!open->editor->document().isComplete())
        m_messages.show(messageId, {.text = tr("Reading “%1”…").arg(playlist.name)});
    whenRead(*open->editor, this, [this, open, path, format](const std::optional<Error> &error) {
        open->waitedFor = false;
        if (!error) {
            write(*open->editor, path, format);
            return;
        }
        Message message = messageOf(*error);
        message.severity = Message::Severity::Error;
        message.text = tr("“%1” could not be exported. %2").arg(open->editor->details().name, error->userText);
        m_messages.show(messageId, message);
    });
}

void ExportActions::write(const playlist::Editor &editor, const QString &path, ExchangeFormat format)
{
    const playlist::Document &document = editor.document();
    ExchangeList list{.name = editor.details().name, .description = editor.details().description, .rows = {}};
    list.rows.reserve(document.size());
    int nameless = 0;
    for (const playlist::RowId id : document.wanted()) {
        list.rows.append(playlist::exchangeRow(document.row(id).entry));
        nameless += list.rows.constLast().uri.isEmpty() ? 1 : 0;
    }
    // A list of links has no line for a row that has none.
    const int leftOut = format == ExchangeFormat::Links ? nameless : 0;
    const int count = static_cast<int>(list.rows.size()) - leftOut;

    using Watcher = QFutureWatcher<Result<Nothing>>;
    auto *watcher = new Watcher(this);
    connect(watcher, &Watcher::finished, this, [this, watcher, path, count, leftOut] {
        watcher->deleteLater();
        tell(watcher->result(), path, count, leftOut);
    });
    watcher->setFuture(QtConcurrent::run(
        [list, path, format] { return playlist::saveExchangeFile(path, playlist::exportPlaylist(list, format)); }));
}

void ExportActions::tell(const Result<Nothing> &result, const QString &path, int count, int leftOut)
{
    if (!result) {
        Message message = messageOf(result.error());
        message.severity = Message::Severity::Error;
        m_messages.show(messageId, message);
        return;
    }
    Message message{.text = tr("Exported %n track(s) to %1.", nullptr, count).arg(QDir::toNativeSeparators(path))};
    if (leftOut > 0) {
        message.severity = Message::Severity::Warning;
        message.text += u' ' + tr("Left out %n row(s) that Spotify has no link for.", nullptr, leftOut);
    }
    message.actions = {
        {tr("Open folder"), [this, path] { m_seams.openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath())); }}};
    m_messages.show(messageId, message);
}

} // namespace segue::ui
