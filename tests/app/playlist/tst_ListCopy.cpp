// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Store.h"
#include "tests/app/playlist/EditorFixture.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace segue;
using namespace segue::playlist;
using segue::test::EditorFixture;
using segue::test::FakeApi;

/// A playlist that was read once opens from the store, as long as Spotify tells the same snapshot.
class TestListCopy : public EditorFixture
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;

    /// As the library would open it now. What went to the store before is there.
    void openAgain(const QString &toldByLibrary)
    {
        web::Playlist playlist = m_api->detailsOf(QStringLiteral("p"));
        playlist.snapshotId = toldByLibrary;
        playlist.itemCount = static_cast<int>(entries().size());
        m_editor = std::make_unique<Editor>(*m_api, playlist, QStringLiteral("me"));
        m_editor->setRetryDelays(std::chrono::milliseconds(1), std::chrono::milliseconds(20));
        m_editor->setStore(m_store.get());
        m_api->log.clear();
        m_editor->load();
    }
    void openAgain() { openAgain(m_api->detailsOf(QStringLiteral("p")).snapshotId); }

    [[nodiscard]] qsizetype pagesRead() const { return m_api->log.filter(QStringLiteral("entries")).size(); }

    /// Reads it as on the very first opening.
    void readOnce(int count)
    {
        m_api->addPlaylist(QStringLiteral("p"), count);
        openAgain();
        QTRY_VERIFY(m_editor->document().isComplete());
        QVERIFY(pagesRead() > 0);
    }

    void addElsewhere(const QString &uri)
    {
        m_api->editElsewhere(QStringLiteral("p"), [&](QList<web::PlaylistEntry> &list) {
            list.prepend(FakeApi::entry(uri, QDateTime::currentDateTimeUtc()));
        });
    }

private Q_SLOTS:
    void init() override
    {
        EditorFixture::init();
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<store::Store>(
            store::StoreOptions{.path = m_folder->filePath(QStringLiteral("account.sqlite"))});
    }
    void cleanup() override
    {
        EditorFixture::cleanup();
        m_store.reset();
        m_folder.reset();
    }

    void opensWithoutReadingAPage()
    {
        readOnce(120);
        openAgain();
        QSignalSpy progress(m_editor.get(), &Editor::loadProgress);
        QVERIFY(m_editor->isLoading());
        QTRY_VERIFY(m_editor->document().isComplete());
        QVERIFY(!m_editor->isLoading());
        QCOMPARE(m_api->log, QStringList{QStringLiteral("playlist p")});
        QCOMPARE(shown(), atSpotify());
        QCOMPARE(m_editor->document().rowAt(7).entry.medium->title, QStringLiteral("t7"));
        QCOMPARE(m_editor->document().rowAt(7).entry.addedAt, entries().at(7).addedAt);
        QTRY_COMPARE(progress.size(), 1);
        QCOMPARE(progress.first().first().toInt(), 120);
    }

    void whatIsAddedBeforeItIsThereStays()
    {
        readOnce(60);
        const QStringList before = atSpotify();
        openAgain();
        QVERIFY(m_editor->insertMedia(0, media({QStringLiteral("spotify:track:a")})));
        QTRY_VERIFY(m_editor->document().isComplete());
        waitSaved();
        QCOMPARE(shown(), before + QStringList{QStringLiteral("a")});
        QCOMPARE(atSpotify(), shown());
    }

    void aLongOneComesInPieces()
    {
        readOnce(6001);
        openAgain();
        int pieces = 0;
        connect(&m_editor->document(), &Document::rowsChanged, m_editor.get(), [&pieces] { ++pieces; });
        QTRY_VERIFY(m_editor->document().isComplete());
        QVERIFY(pieces > 1);
        QCOMPARE(pagesRead(), 0);
        QCOMPARE(shown(), atSpotify());
    }

    void editsOfItAreLikeAnyOthers()
    {
        readOnce(60);
        openAgain();
        QTRY_VERIFY(m_editor->document().isComplete());
        QVERIFY(m_editor->moveRows({3}, 0));
        QVERIFY(m_editor->removeRows({5}));
        waitSaved();
        QCOMPARE(shown(), atSpotify());
        QCOMPARE(pagesRead(), 0);
        m_editor->undoStack().undo();
        m_editor->undoStack().undo();
        waitSaved();
        QCOMPARE(shown(), atSpotify());
        QCOMPARE(shown().first(), QStringLiteral("t0"));
    }

    void isReadWhenSpotifyTellsAnotherSnapshot()
    {
        readOnce(60);
        addElsewhere(QStringLiteral("spotify:track:new"));
        openAgain(QStringLiteral("s0")); // what the library has not heard of yet
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(pagesRead(), 2);
        QCOMPARE(shown(), atSpotify());
        // And is kept anew: the snapshot was told before.
        openAgain();
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(pagesRead(), 0);
        QCOMPARE(shown(), atSpotify());
    }

    void isReadWhenSpotifyTellsNone()
    {
        readOnce(60);
        m_api->detailsOf(QStringLiteral("p")).snapshotId.clear();
        openAgain();
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(pagesRead(), 2);
    }

    void aSnapshotToldAfterReadingBeganIsNotTakenForTheList()
    {
        m_api->addPlaylist(QStringLiteral("p"), 60);
        m_api->detailsOf(QStringLiteral("p")).snapshotId = QStringLiteral("s1");
        m_api->hold(true);
        openAgain(QStringLiteral("s0"));
        QTRY_COMPARE(m_api->heldCount(), 3); // the pages are asked for before s1 is told
        m_api->hold(false);
        QTRY_VERIFY(m_editor->document().isComplete());
        // What s1 is about, and the pages did not have yet.
        entries().prepend(FakeApi::entry(QStringLiteral("spotify:track:n"), QDateTime::currentDateTimeUtc()));
        openAgain();
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(shown(), atSpotify());
    }

    void ownEditsMakeItOutOfDate()
    {
        readOnce(60);
        QVERIFY(m_editor->moveRows({3}, 0));
        waitSaved();
        openAgain();
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(pagesRead(), 2);
        QCOMPARE(shown(), atSpotify());
    }

    void isKeptAgainOnceSomebodyElsesChangeHasBeenRead()
    {
        readOnce(60);
        m_editor->setCheckInterval(std::chrono::milliseconds(0));
        addElsewhere(QStringLiteral("spotify:track:new"));
        QSignalSpy merged(m_editor.get(), &Editor::mergedForeignChanges);
        m_editor->lookForChanges();
        QTRY_COMPARE(merged.size(), 1);
        openAgain();
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(pagesRead(), 0);
        QCOMPARE(shown(), atSpotify());
    }

    void somebodyElsesChangeIsFoundAfterwards()
    {
        readOnce(60);
        openAgain();
        QTRY_VERIFY(m_editor->document().isComplete());
        m_editor->setCheckInterval(std::chrono::milliseconds(0));
        addElsewhere(QStringLiteral("spotify:track:new"));
        m_editor->lookForChanges();
        QTRY_COMPARE(shown(), atSpotify());
    }

    void emptyListsToo()
    {
        readOnce(0);
        openAgain();
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(pagesRead(), 0);
    }
};

SEGUE_TEST(TestListCopy)
#include "tst_ListCopy.moc"
