// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "app/store/Store.h"
#include "tests/support/FakeApi.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace segue;
using namespace segue::playlist;
using segue::test::FakeApi;
using State = SaveStatus::State;
using namespace std::chrono_literals;

/// Edits over a true store: what is in it before the first call leaves, and what comes of it at the next start.
class TestEditJournal : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<Editor> m_editor;
    int m_file = 0;

    void openStore()
    {
        m_store = std::make_unique<store::Store>(
            store::StoreOptions{.path = m_folder.filePath(QStringLiteral("%1.sqlite").arg(m_file))});
    }

    void openEditor()
    {
        web::Playlist playlist;
        playlist.id = QStringLiteral("p");
        playlist.name = QStringLiteral("Night drive");
        playlist.ownerId = QStringLiteral("me");
        m_editor = std::make_unique<Editor>(*m_api, playlist, QStringLiteral("me"));
        m_editor->setStore(m_store.get());
        m_editor->setRetryDelays(1ms, 20ms);
    }

    void open(int count)
    {
        m_api->addPlaylist(QStringLiteral("p"), count).name = QStringLiteral("Night drive");
        openEditor();
        load();
    }

    void load()
    {
        m_editor->load();
        QTRY_VERIFY(m_editor->document().isComplete());
        m_api->log.clear();
    }

    /// As after a crash: the editor and the store are gone, whatever was under way.
    void startAgain()
    {
        m_editor.reset();
        m_store.reset();
        openStore();
        openEditor();
    }

    store::Journal journal()
    {
        std::optional<store::Journal> found;
        m_store->readUnfinished(
            this, [&found](const Result<store::Journal> &result) { found = result ? *result : store::Journal(); });
        (void)QTest::qWaitFor([&found] { return found.has_value(); });
        return found.value_or(store::Journal());
    }

    QList<store::VersionInfo> versions()
    {
        std::optional<QList<store::VersionInfo>> found;
        m_store->listVersions(QStringLiteral("p"), this, [&found](const Result<QList<store::VersionInfo>> &result) {
            found = result ? *result : QList<store::VersionInfo>();
        });
        (void)QTest::qWaitFor([&found] { return found.has_value(); });
        return found.value_or(QList<store::VersionInfo>());
    }

    QStringList wantedUris() const
    {
        QStringList uris;
        for (int i = 0; i < m_editor->document().size(); ++i)
            uris.append(m_editor->document().rowAt(i).uri());
        return uris;
    }

    void waitSaved() { QTRY_COMPARE(m_editor->saveStatus().state, State::Saved); }
    QStringList atSpotify() const { return m_api->urisOf(QStringLiteral("p")); }

private Q_SLOTS:
    void init()
    {
        ++m_file;
        m_api = std::make_unique<FakeApi>();
        openStore();
    }
    void cleanup()
    {
        m_editor.reset();
        m_store.reset();
        m_api.reset();
    }

    void theWantedListIsOnDiskBeforeTheFirstCall()
    {
        open(10);
        m_api->hold(true);
        m_editor->moveRows({9}, 0);
        QTRY_COMPARE(m_api->writes().size(), 1);
        const store::Journal written = journal();
        QCOMPARE(written.entries.size(), 1);
        QCOMPARE(written.entries.constFirst().playlistName, QStringLiteral("Night drive"));
        QCOMPARE(written.entries.constFirst().wanted.constFirst().serverIndex, 9);
        QVERIFY(!written.entries.constFirst().what.isEmpty());
        m_api->hold(false);
        waitSaved();
        QTRY_VERIFY(journal().entries.isEmpty());
    }

    void editsThatWaitAreKeptToo()
    {
        open(40);
        m_editor->setSaveWay(std::nullopt);
        std::vector<int> odd;
        for (int i = 1; i < 40; i += 2)
            odd.push_back(i);
        m_editor->moveRows(odd, 0);
        QTRY_COMPARE(m_editor->saveStatus().state, State::Choosing);
        QCOMPARE(journal().entries.size(), 1);
        QCOMPARE(m_api->writes(), QStringList());
        // Taken back: nothing is left to finish.
        m_editor->undoStack().undo();
        waitSaved();
        QTRY_VERIFY(journal().entries.isEmpty());
    }

    void theNextStartFinishes_data()
    {
        QTest::addColumn<bool>("carriedOut");
        QTest::newRow("the call never arrived") << false;
        QTest::newRow("only its answer did not") << true;
    }
    void theNextStartFinishes()
    {
        QFETCH(bool, carriedOut);
        open(10);
        auto medium = std::make_shared<web::Medium>();
        medium->uri = QStringLiteral("spotify:track:new");
        medium->title = QStringLiteral("New");
        m_editor->insertMedia(3, {medium});
        const QStringList wanted = wantedUris();
        m_editor->setRetryDelays(1h, 1h); // the program ends before it finds out
        m_api->failNextWrite({FakeApi::error(ErrorKind::Network), carriedOut});
        QTRY_COMPARE(m_editor->saveStatus().state, State::Checking);
        startAgain();

        const store::Journal written = journal();
        QCOMPARE(written.entries.size(), 1);
        m_editor->setUnfinished(written.entries.constFirst());
        QSignalSpy settled(m_editor.get(), &Editor::unfinishedSettled);
        m_editor->finishUnfinished(); // before it has been read
        load();
        QCOMPARE(settled.size(), 1);
        waitSaved();
        QCOMPARE(atSpotify(), wanted);
        QCOMPARE(atSpotify().count(QStringLiteral("spotify:track:new")), 1);
        QTRY_VERIFY(journal().entries.isEmpty());
        QCOMPARE(m_editor->undoStack().canUndo(), !carriedOut);
        if (!carriedOut) {
            m_editor->undoStack().undo();
            waitSaved();
            QCOMPARE(atSpotify().size(), 10);
        }
    }

    void discardingForgetsIt()
    {
        open(10);
        const QStringList before = atSpotify();
        m_editor->setRetryDelays(1h, 1h);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Network), false});
        m_editor->moveRows({9}, 0);
        QTRY_COMPARE(m_editor->saveStatus().state, State::Checking);
        startAgain();
        m_editor->setUnfinished(journal().entries.constFirst());
        load();
        QCOMPARE(journal().entries.size(), 1); // reading alone settles nothing
        m_editor->discardUnfinished();
        QVERIFY(!m_editor->unfinished());
        QTRY_VERIFY(journal().entries.isEmpty());
        QCOMPARE(atSpotify(), before);
        QCOMPARE(m_api->writes(), QStringList());
    }

    void anotherEditFinishesItFirst()
    {
        open(10);
        m_editor->setRetryDelays(1h, 1h);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Network), false});
        m_editor->moveRows({9}, 0);
        QTRY_COMPARE(m_editor->saveStatus().state, State::Checking);
        startAgain();
        m_editor->setUnfinished(journal().entries.constFirst());
        load();
        m_editor->removeRows({4});
        QVERIFY(!m_editor->unfinished());
        waitSaved();
        QCOMPARE(atSpotify().constFirst(), QStringLiteral("spotify:track:t9"));
        QVERIFY(!atSpotify().contains(QStringLiteral("spotify:track:t4")));
        QCOMPARE(atSpotify().size(), 9);
        QCOMPARE(m_editor->undoStack().count(), 2);
    }

    void anInterruptedReplacementIsCompletedAtTheNextStart()
    {
        open(250);
        m_editor->setSaveWay(SaveWay::Fast);
        std::vector<int> odd;
        for (int i = 1; i < 250; i += 2)
            odd.push_back(i);
        m_editor->moveRows(odd, 0);
        const QStringList wanted = wantedUris();
        m_editor->setRetryDelays(1h, 1h);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Network), true});
        QTRY_COMPARE(m_editor->saveStatus().state, State::Checking);
        QCOMPARE(atSpotify().size(), 100); // cut off
        startAgain();
        // What it was is in the history.
        const QList<store::VersionInfo> before = versions();
        QVERIFY(!before.isEmpty());
        QCOMPARE(before.constFirst().size, 250);

        m_editor->setUnfinished(journal().entries.constFirst());
        m_editor->finishUnfinished();
        load();
        waitSaved();
        QCOMPARE(atSpotify(), wanted);
        QTRY_VERIFY(journal().entries.isEmpty());
    }

    void listsBecomeVersions()
    {
        open(10);
        QCOMPARE(versions().size(), 1);
        QVERIFY(versions().constFirst().source == store::VersionSource::Seen);
        m_editor->moveRows({9}, 0);
        waitSaved();
        const QList<store::VersionInfo> after = versions();
        QCOMPARE(after.size(), 2);
        QVERIFY(after.constFirst().source == store::VersionSource::Made);
        QCOMPARE(after.constFirst().change.moved, 1);
        QVERIFY(after.constFirst().reason.contains(QStringLiteral("Move")));
    }

    void aCallWhoseAnswerWasLostMakesAVersionToo()
    {
        open(10);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Network), true});
        m_editor->moveRows({9}, 0);
        waitSaved();
        QCOMPARE(m_api->writes().size(), 1);
        const QList<store::VersionInfo> after = versions();
        QCOMPARE(after.size(), 2);
        QVERIFY(after.constFirst().source == store::VersionSource::Made);
    }

    void aStoreThatFailsDoesNotKeepAnybodyFromEditing()
    {
        m_store =
            std::make_unique<store::Store>(store::StoreOptions{.path = QStringLiteral("/proc/segue/cannot-be.sqlite")});
        m_api->addPlaylist(QStringLiteral("p"), 10);
        openEditor();
        QSignalSpy notKept(m_editor.get(), &Editor::notKept);
        load();
        m_editor->moveRows({9}, 0);
        waitSaved();
        QCOMPARE(atSpotify().constFirst(), QStringLiteral("spotify:track:t9"));
        QCOMPARE(notKept.size(), 1); // not for each edit
    }
};

SEGUE_TEST(TestEditJournal)
#include "tst_EditJournal.moc"
