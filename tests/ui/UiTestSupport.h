// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/ArtworkCache.h"
#include "app/models/Library.h"
#include "app/models/LibraryIndex.h"
#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/store/Store.h"
#include "app/store/TrackIndex.h"
#include "app/web/ImageLoader.h"
#include "tests/support/FakeApi.h"
#include "ui/Account.h"
#include "ui/Settings.h"
#include "ui/dialogs/DialogSeams.h"

#include <QDropEvent>
#include <QMimeData>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <memory>
#include <vector>

namespace segue::test
{

/// The services of an account, over an Api in memory; and the user, who answers every question as the test says.
struct UiFixture {
    UiFixture();

    FakeApi api;
    QNetworkAccessManager network;
    web::ImageLoader images{network};
    models::Library library{api};
    models::ArtworkCache artwork{images};
    ui::Settings settings{ui::Settings::Temporary()};
    ui::Account account{api, library, artwork};
    QTemporaryDir folder;                ///< for files of the test
    std::unique_ptr<store::Store> store; ///< see keepHistory()
    std::unique_ptr<store::TrackIndex> trackIndex;
    std::unique_ptr<models::LibraryIndex> libraryIndex; ///< see keepIndex()

    ui::DialogSeams seams;
    QList<ui::Question> questions; ///< what was asked
    bool answer = true;
    QString picture; ///< what the user chooses
    QList<QUrl> opened;
    QString saveFile; ///< where the user saves to, and the ending of the kind they choose
    QString saveEnding = QStringLiteral("csv");
    QList<ui::SaveFileRequest> saveRequests; ///< what was asked
    QString openFile;                        ///< the file that the user chooses to read

    /// Gives the account a store, in `folder`. Before there is a window.
    void keepHistory();
    /// Has the account's playlists looked through, without pauses. Before there is a window.
    void keepIndex();
    /// Reads the library and waits for it.
    [[nodiscard]] bool loadLibrary();
};

/// A playlist that is open and read, with its model.
struct OpenList {
    OpenList(FakeApi &api, const web::Playlist &playlist, const QString &userId = QStringLiteral("me"));

    playlist::Editor editor;
    models::TrackListModel tracks;

    [[nodiscard]] bool wait();
    [[nodiscard]] QStringList titles() const;
};

/// The events of a drag from elsewhere, at a place of a view's viewport. `drop` says whether it was accepted.
bool dragMove(QWidget &viewport, const QPoint &position, const QMimeData &data,
              Qt::DropActions actions = Qt::MoveAction | Qt::CopyAction, Qt::KeyboardModifiers modifiers = {});
bool drop(QWidget &viewport, const QPoint &position, const QMimeData &data,
          Qt::DropActions actions = Qt::MoveAction | Qt::CopyAction, Qt::KeyboardModifiers modifiers = {});

} // namespace segue::test
