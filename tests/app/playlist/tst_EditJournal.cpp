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
using namespace std::chrono_literals;

/// Edits over a true store: what is in it before the first call leaves, and what comes of it at the next start.
class TestEditJournal : public EditorFixture
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<store::Store> m_store;
    int m_file = 0;
    QStringList m_wanted; ///< what was on screen when the program ended

    void openStore()
    {
        m_store = std::make_unique<store::Store>(
            store::StoreOptions{.path = m_folder.filePath(QStringLiteral("%1.sqlite").arg(m_file))});
    }

    void openWithStore()
    {
        openEditor();
        m_editor->setStore(m_store.get());
    }

    void open(int count)
    {
        m_api->addPlaylist(QStringLiteral("p"), count).name = QStringLiteral("Night drive");
        openWithStore();
        load();
    }

    /// As after a crash: the editor and the store are gone, whatever was under way.
    void startAgain()
    {
        m_editor.reset();
        m_store.reset();
        openStore();
        openWithStore();
    }

    /// Makes the edit, and the program ends before it finds out what became of its first call.
    template <typename Edit>
    void crashDuring(Edit edit, bool carriedOut)
    {
        m_editor->setRetryDelays(1h, 1h);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Network), carriedOut});
        edit();
        m_wanted = shown();
        QTRY_COMPARE(m_editor->saveStatus().state, State::Checking);
        startAgain();
    }

    /// The program ends once the latest edit is written down, and the next one finishes what is.
    void endAndFinish()
    {
        QCoreApplication::processEvents();
        (void)journal(); // after what the store was told before
        startAgain();
        m_api->hold(false);
        const store::Journal written = journal();
        QVERIFY(written.entries.size() <= 1);
        if (!written.entries.isEmpty()) {
            m_editor->setUnfinished(written.entries.constFirst());
            m_editor->finishUnfinished();
        }
        load();
        waitSaved();
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

private Q_SLOTS:
    void init() override
    {
        EditorFixture::init();
        ++m_file;
        openStore();
    }
    void cleanup() override
    {
        m_editor.reset();
        m_store.reset();
        EditorFixture::cleanup();
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
        m_editor->moveRows(oddRows(40), 0);
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
        crashDuring([this] { m_editor->insertMedia(3, media({QStringLiteral("spotify:track:new")})); }, carriedOut);
        const store::Journal written = journal();
        QCOMPARE(written.entries.size(), 1);
        m_editor->setUnfinished(written.entries.constFirst());
        QSignalSpy settled(m_editor.get(), &Editor::unfinishedSettled);
        m_editor->finishUnfinished(); // before it has been read
        load();
        QCOMPARE(settled.size(), 1);
        waitSaved();
        QCOMPARE(atSpotify(), m_wanted);
        QCOMPARE(atSpotify().count(QStringLiteral("new")), 1);
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
        crashDuring([this] { m_editor->moveRows({9}, 0); }, false);
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
        crashDuring([this] { m_editor->moveRows({9}, 0); }, false);
        m_editor->setUnfinished(journal().entries.constFirst());
        load();
        m_editor->removeRows({4});
        QVERIFY(!m_editor->unfinished());
        waitSaved();
        QCOMPARE(atSpotify().constFirst(), QStringLiteral("t9"));
        QVERIFY(!atSpotify().contains(QStringLiteral("t4")));
        QCOMPARE(atSpotify().size(), 9);
        QCOMPARE(m_editor->undoStack().count(), 2);
    }

    void anInterruptedReplacementIsCompletedAtTheNextStart()
    {
        open(250);
        m_editor->setSaveWay(SaveWay::Fast);
        crashDuring([this] { m_editor->moveRows(oddRows(250), 0); }, true);
        QCOMPARE(atSpotify().size(), 100); // cut off
        // What it was is in the history.
        const QList<store::VersionInfo> before = versions();
        QVERIFY(!before.isEmpty());
        QCOMPARE(before.constFirst().size, 250);

        m_editor->setUnfinished(journal().entries.constFirst());
        m_editor->finishUnfinished();
        load();
        waitSaved();
        QCOMPARE(atSpotify(), m_wanted);
        QTRY_VERIFY(journal().entries.isEmpty());
    }

    void anEditTakenBackBeforeItsAnswer_data()
    {
        QTest::addColumn<QString>("edit");
        for (const char *edit : {"move", "removal", "addition"})
            QTest::newRow(edit) << QString::fromLatin1(edit);
    }
    void anEditTakenBackBeforeItsAnswer()
    {
        QFETCH(QString, edit);
        open(10);
        const QStringList before = atSpotify();
        m_editor->setRetryDelays(1h, 1h);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Network), true});
        if (edit == QLatin1String("move")) {
            m_editor->moveRows({9}, 0);
        } else if (edit == QLatin1String("removal")) {
            m_editor->removeRows({4});
        } else {
            auto medium = std::make_shared<web::Medium>();
            medium->uri = QStringLiteral("spotify:track:new");
            m_editor->insertMedia(3, {medium});
        }
        QTRY_COMPARE(m_editor->saveStatus().state, State::Checking);
        QVERIFY(atSpotify() != before);
        m_editor->undoStack().undo();
        endAndFinish();
        QCOMPARE(atSpotify(), before);
    }

    void whatIsUndoneBeforeItIsSentIsNotOfferedAgain_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("signed out") << int(ErrorKind::SignedOut);
        QTest::newRow("rate limit") << int(ErrorKind::RateLimited);
        QTest::newRow("a reading that waits") << int(ErrorKind::BadRequest);
    }
    void whatIsUndoneBeforeItIsSentIsNotOfferedAgain()
    {
        QFETCH(int, kind);
        open(10);
        m_editor->setRetryDelays(1h, 1h);
        m_api->failNextWrite({FakeApi::error(ErrorKind(kind)), false});
        m_api->failNextRead(FakeApi::error(ErrorKind::Network));
        m_editor->moveRows({9}, 0);
        QTRY_VERIFY(m_editor->saveStatus().state == State::Held || m_editor->saveStatus().state == State::Waiting);
        QCOMPARE(journal().entries.size(), 1);
        m_editor->undoStack().undo();
        QTRY_VERIFY(journal().entries.isEmpty());
        QCOMPARE(m_api->writes().size(), 1);
    }

    void whatIsUndoneAndDiscardedWhileItIsSentIsNotOfferedAgain()
    {
        open(10);
        m_api->hold(true);
        m_editor->moveRows({9}, 0);
        QTRY_COMPARE(m_api->writes().size(), 1);
        m_editor->undoStack().undo();
        QTRY_VERIFY(m_editor->isKept()); // it would have to be sent
        m_editor->discardUnsaved();
        m_api->hold(false);
        waitSaved();
        QTRY_VERIFY(journal().entries.isEmpty());
        QCOMPARE(m_api->writes().size(), 1);
        QCOMPARE(atSpotify(), shown());
    }

    void anotherEditBeforeTheAnswerToAnAddition_data()
    {
        QTest::addColumn<QString>("added");
        QTest::addColumn<bool>("carriedOut");
        for (const bool carriedOut : {false, true}) {
            const char *arrived = carriedOut ? "carried out" : "never arrived";
            QTest::addRow("a new track, %s", arrived) << QStringLiteral("spotify:track:new") << carriedOut;
            QTest::addRow("a copy, %s", arrived) << QStringLiteral("spotify:track:t2") << carriedOut;
        }
    }
    void anotherEditBeforeTheAnswerToAnAddition()
    {
        QFETCH(QString, added);
        QFETCH(bool, carriedOut);
        open(10);
        m_editor->setRetryDelays(1h, 1h);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Network), carriedOut});
        auto medium = std::make_shared<web::Medium>();
        medium->uri = added;
        m_editor->insertMedia(3, {medium});
        QTRY_COMPARE(m_editor->saveStatus().state, State::Checking);
        m_editor->moveRows({9}, 0);
        const QStringList wanted = shown();
        endAndFinish();
        QCOMPARE(atSpotify(), wanted);
    }

    void anEditWhileTheListIsReplaced()
    {
        open(250);
        m_editor->setSaveWay(SaveWay::Fast);
        m_api->hold(true);
        m_editor->moveRows(oddRows(250), 0);
        QTRY_COMPARE(m_api->writes().size(), 1);
        m_editor->moveRows({249}, 0);
        const QStringList wanted = shown();
        endAndFinish();
        QCOMPARE(atSpotify(), wanted);
    }

    void aRemovalInAListThatIsReplaced()
    {
        open(250);
        m_editor->setSaveWay(SaveWay::Fast);
        m_editor->removeRows({0});
        m_editor->moveRows(oddRows(249), 0);
        const QStringList wanted = shown();
        m_editor->setRetryDelays(1h, 1h);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Network), false});
        QTRY_COMPARE(m_editor->saveStatus().state, State::Checking);
        QCOMPARE(m_api->writes().size(), 1);
        endAndFinish();
        QCOMPARE(atSpotify(), wanted);
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
        openWithStore();
        QSignalSpy notKept(m_editor.get(), &Editor::notKept);
        load();
        m_editor->moveRows({9}, 0);
        waitSaved();
        QCOMPARE(atSpotify().constFirst(), QStringLiteral("t9"));
        QCOMPARE(notKept.size(), 1); // not for each edit
    }
};

SEGUE_TEST(TestEditJournal)
#include "tst_EditJournal.moc"
