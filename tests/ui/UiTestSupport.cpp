// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/UiTestSupport.h"

#include "ui/look/Icons.h"

#include <QApplication>
#include <QDragEnterEvent>
#include <QSignalSpy>

namespace segue::test
{

UiFixture::UiFixture()
{
    ui::initResources();
    settings.set(ui::setting::askAboutDuplicates, false); // whoever tests it sets it
    seams.ask = [this](QWidget *, const ui::Question &question, const std::function<void(bool)> &done) {
        questions.append(question);
        done(answer);
    };
    seams.choosePicture = [this](QWidget *, const QString &, const std::function<void(QString)> &done) {
        done(picture);
    };
    seams.chooseSaveFile = [this](QWidget *, const ui::SaveFileRequest &request,
                                  const std::function<void(QString, QString)> &done) {
        saveRequests.append(request);
        done(saveFile, saveEnding);
    };
    seams.chooseOpenFile = [this](QWidget *, const QString &, const QString &, const QList<ui::FileKind> &,
                                  const std::function<void(QString)> &done) { done(openFile); };
    seams.openUrl = [this](const QUrl &url) {
        opened.append(url);
        return true;
    };
}

void UiFixture::keepHistory()
{
    store =
        std::make_unique<store::Store>(store::StoreOptions{.path = folder.filePath(QStringLiteral("account.sqlite"))});
    account.store = store.get();
}

void UiFixture::keepIndex()
{
    using std::chrono::milliseconds;
    trackIndex = std::make_unique<store::TrackIndex>(
        store::TrackIndexOptions{.path = folder.filePath(QStringLiteral("index.sqlite"))});
    libraryIndex = std::make_unique<models::LibraryIndex>(
        api, library, *trackIndex,
        models::LibraryIndexOptions{.begin = milliseconds(0), .pace = milliseconds(0), .quiet = milliseconds(0)});
    libraryIndex->start();
    account.index = libraryIndex.get();
}

bool UiFixture::loadLibrary()
{
    QSignalSpy loaded(&library, &models::Library::loaded);
    library.load();
    return loaded.wait(5000);
}

OpenList::OpenList(FakeApi &api, const web::Playlist &playlist, const QString &userId)
    : editor(api, playlist, userId), tracks(editor)
{
    editor.load();
}

bool OpenList::wait()
{
    return QTest::qWaitFor([this] { return editor.document().isComplete(); }, 5000);
}

QStringList OpenList::titles() const
{
    QStringList out;
    for (int row = 0; row < tracks.rowCount(); ++row)
        out.append(tracks.index(row).data(models::TrackListModel::TitleRole).toString());
    return out;
}

bool dragMove(QWidget &viewport, const QPoint &position, const QMimeData &data, Qt::DropActions actions,
              Qt::KeyboardModifiers modifiers)
{
    QDragEnterEvent enter(position, actions, &data, Qt::LeftButton, modifiers);
    QApplication::sendEvent(&viewport, &enter);
    QDragMoveEvent move(position, actions, &data, Qt::LeftButton, modifiers);
    QApplication::sendEvent(&viewport, &move);
    return move.isAccepted();
}

bool drop(QWidget &viewport, const QPoint &position, const QMimeData &data, Qt::DropActions actions,
          Qt::KeyboardModifiers modifiers)
{
    if (!dragMove(viewport, position, data, actions, modifiers))
        return false;
    QDropEvent event(position, actions, &data, Qt::LeftButton, modifiers);
    QApplication::sendEvent(&viewport, &event);
    return event.isAccepted();
}

} // namespace segue::test
