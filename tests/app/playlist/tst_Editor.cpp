// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "tests/support/FakeApi.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

#include <numeric>

using namespace segue;
using namespace segue::playlist;
using segue::test::FakeApi;
using State = SaveStatus::State;
using namespace std::chrono_literals;

class TestEditor : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<Editor> m_editor;

    void open(const QString &id, int expected = -1)
    {
        web::Playlist playlist;
        playlist.id = id;
        playlist.ownerId = QStringLiteral("me");
        playlist.ownerName = QStringLiteral("Me");
        playlist.itemCount = expected;
        m_editor = std::make_unique<Editor>(*m_api, playlist, QStringLiteral("me"));
        m_editor->setRetryDelays(1ms, 20ms);
        m_editor->load();
    }

    void openWhole(int count)
    {
        m_api->addPlaylist(QStringLiteral("p"), count);
        open(QStringLiteral("p"), count);
        QTRY_VERIFY(m_editor->document().isComplete());
        m_api->log.clear();
    }

    QStringList shown() const
    {
        QStringList uris;
        for (int i = 0; i < m_editor->document().size(); ++i)
            uris.append(m_editor->document().rowAt(i).uri().section(u':', -1));
        return uris;
    }

    QStringList atSpotify() const
    {
        QStringList uris;
        for (const QString &uri : m_api->urisOf(QStringLiteral("p")))
            uris.append(uri.section(u':', -1));
        return uris;
    }

    static QStringList tracks(std::initializer_list<int> numbers)
    {
        QStringList out;
        for (const int number : numbers)
            out.append(QStringLiteral("t%1").arg(number));
        return out;
    }

    static QList<web::MediumPtr> media(const QStringList &uris)
    {
        QList<web::MediumPtr> out;
        for (const QString &uri : uris) {
            auto medium = std::make_shared<web::Medium>();
            medium->uri = uri;
            out.append(medium);
        }
        return out;
    }

    void waitSaved() { QTRY_VERIFY(!m_editor->hasUnsavedEdits() && m_editor->saveStatus().state == State::Saved); }

private Q_SLOTS:
    void init() { m_api = std::make_unique<FakeApi>(); }
    void cleanup() { m_editor.reset(); }

    void readsAllPagesAndKnowsTheTotalFromTheFirst()
    {
        m_api->addPlaylist(QStringLiteral("p"), 120);
        open(QStringLiteral("p"));
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(m_editor->document().size(), 120);
        QCOMPARE(m_editor->document().rowAt(119).uri(), QStringLiteral("spotify:track:t119"));
        QCOMPARE(m_api->log.filter(QStringLiteral("entries")).size(), 3);
    }

    void asksForAllPagesAtOnceWhenTheTotalIsExpected()
    {
        m_api->addPlaylist(QStringLiteral("p"), 200);
        m_api->hold(true);
        open(QStringLiteral("p"), 200);
        QCOMPARE(m_api->log.filter(QStringLiteral("entries")).size(), 4);
        QCOMPARE(m_api->log.filter(QStringLiteral("entries")).first(), QStringLiteral("entries p 0 50 visible"));
        m_api->hold(false);
        QTRY_VERIFY(m_editor->document().isComplete());
    }

    void aWrongExpectedTotalIsPutRight_data()
    {
        QTest::addColumn<int>("expected");
        QTest::newRow("too many") << 500;
        QTest::newRow("too few") << 60;
    }

    void aWrongExpectedTotalIsPutRight()
    {
        QFETCH(int, expected);
        m_api->addPlaylist(QStringLiteral("p"), 130);
        open(QStringLiteral("p"), expected);
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(m_editor->document().size(), 130);
    }

    void startsOverWhenTheListChangesWhileItIsRead()
    {
        m_api->addPlaylist(QStringLiteral("p"), 100);
        m_api->hold(true);
        open(QStringLiteral("p"), 100);
        m_api->release(2); // details and the first page
        QTRY_COMPARE(m_editor->document().loadedCount(), 50);
        m_api->entriesOf(QStringLiteral("p")).removeFirst(); // the second page comes from a shorter list
        m_api->hold(false);
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(m_editor->document().size(), 99);
        QCOMPARE(m_editor->document().rowAt(0).uri(), QStringLiteral("spotify:track:t1"));
        QCOMPARE(m_editor->document().rowAt(98).uri(), QStringLiteral("spotify:track:t99"));
    }

    void givesUpWhenTheListNeverKeepsStill()
    {
        m_api->addPlaylist(QStringLiteral("p"), 100);
        m_api->hold(true);
        open(QStringLiteral("p"), 100);
        for (int answers = 0; answers < 100 && !m_editor->loadError(); ++answers) {
            m_api->entriesOf(QStringLiteral("p")).append(FakeApi::entry(QStringLiteral("spotify:track:more")));
            m_api->release(1);
            QCoreApplication::processEvents();
        }
        QVERIFY(m_editor->loadError());
        QCOMPARE(m_editor->loadError()->kind, ErrorKind::BadAnswer);
    }

    void aFailedReadIsReportedAndCanBeRepeated()
    {
        m_api->addPlaylist(QStringLiteral("p"), 60);
        m_api->failNextRead(FakeApi::error(ErrorKind::NotFound, 404));
        m_api->hold(true);
        open(QStringLiteral("p"));
        QSignalSpy failed(m_editor.get(), &Editor::loadFailed);
        m_api->hold(false);
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(m_editor->loadError());
        m_editor->load();
        QTRY_VERIFY(m_editor->document().isComplete());
        QVERIFY(!m_editor->loadError());
    }

    void aMoveIsShownAtOnceAndIsOneCall()
    {
        openWhole(6);
        const QDateTime date = m_api->entriesOf(QStringLiteral("p")).at(1).addedAt;
        QVERIFY(m_editor->moveRows({1, 2}, 5));
        QCOMPARE(shown(), tracks({0, 3, 4, 1, 2, 5}));
        QVERIFY(m_editor->hasUnsavedEdits());
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList{QStringLiteral("reorder p 1 2 5")});
        QCOMPARE(atSpotify(), shown());
        QCOMPARE(m_editor->document().rowAt(3).entry.addedAt, date);
    }

    void aMoveToTheSamePlaceDoesNothing()
    {
        openWhole(4);
        QVERIFY(!m_editor->moveRows({1, 2}, 1));
        QVERIFY(!m_editor->moveRows({1, 2}, 3));
        QVERIFY(!m_editor->moveRows({}, 0));
        QVERIFY(!m_editor->moveRows({77}, 0));
        QCOMPARE(m_editor->undoStack().count(), 0);
    }

    void editsBeforeTheListIsReadWaitForIt()
    {
        m_api->addPlaylist(QStringLiteral("p"), 150);
        m_api->hold(true);
        open(QStringLiteral("p"), 150);
        m_api->release(2);
        QTRY_COMPARE(m_editor->document().loadedCount(), 50);
        QVERIFY(m_editor->moveRows({0}, 120)); // past rows that have not been read yet
        QCOMPARE(m_editor->saveStatus().state, State::Loading);
        m_api->hold(false);
        QTRY_VERIFY(m_editor->document().isComplete());
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList{QStringLiteral("reorder p 0 1 120")});
        QCOMPARE(atSpotify(), shown());
        QCOMPARE(shown().at(119), QStringLiteral("t0"));
    }

    void editsMadeWhileACallRunsCostTheirSum()
    {
        openWhole(8);
        m_api->hold(true);
        m_editor->moveRows({0}, 8);
        QTRY_COMPARE(m_api->writes().size(), 1);
        m_editor->moveRows({0}, 8); // t1 to the end
        m_editor->moveRows({7}, 0); // and back again
        m_editor->moveRows({0, 1}, 5);
        m_api->hold(false);
        waitSaved();
        QCOMPARE(m_api->writes().size(), 2);
        QCOMPARE(atSpotify(), shown());
    }

    void undoAndRedoAreEditsOfTheirOwn()
    {
        openWhole(5);
        m_editor->moveRows({4}, 0);
        waitSaved();
        QCOMPARE(m_editor->undoStack().undoText(), QStringLiteral("Move 1 track(s)"));
        m_editor->undoStack().undo();
        QCOMPARE(shown(), tracks({0, 1, 2, 3, 4}));
        waitSaved();
        QCOMPARE(atSpotify(), shown());
        m_editor->undoStack().redo();
        waitSaved();
        QCOMPARE(atSpotify(), tracks({4, 0, 1, 2, 3}));
        QCOMPARE(m_api->writes().size(), 3);
    }

    void undoBeforeAnythingWasSentCostsNothing()
    {
        openWhole(5);
        m_editor->moveRows({4}, 0);
        m_editor->undoStack().undo();
        waitSaved();
        QVERIFY(m_api->writes().isEmpty());
    }

    void nudgesEachBlockByOneRow()
    {
        openWhole(7);
        QCOMPARE(m_editor->nudgeRows({1, 2, 5}, 1), (std::vector<int>{2, 3, 6}));
        QCOMPARE(shown(), tracks({0, 3, 1, 2, 4, 6, 5}));
        QCOMPARE(m_editor->nudgeRows({0, 1, 3}, -1), (std::vector<int>{0, 1, 2}));
        QCOMPARE(m_editor->nudgeRows({6}, 1), (std::vector<int>{6}));
        waitSaved();
        QCOMPARE(atSpotify(), shown());
    }

    void nudgingOneRowIsOneCall()
    {
        openWhole(5);
        QCOMPARE(m_editor->nudgeRows({2}, -1), (std::vector<int>{1}));
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList{QStringLiteral("reorder p 2 1 1")});
    }

    void removesAndBringsBack()
    {
        openWhole(5);
        QVERIFY(m_editor->removeRows({1, 3}));
        QCOMPARE(shown(), tracks({0, 2, 4}));
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList{QStringLiteral("remove p spotify:track:t1,spotify:track:t3")});
        m_editor->undoStack().undo();
        waitSaved();
        QCOMPARE(atSpotify(), tracks({0, 1, 2, 3, 4}));
        QCOMPARE(shown(), atSpotify());
        // The rows came back with a new date, and it is shown.
        QTRY_COMPARE(m_editor->document().rowAt(1).entry.addedAt, m_api->entriesOf(QStringLiteral("p")).at(1).addedAt);
    }

    void addsAtAPositionAndReadsBackWhatItIs()
    {
        openWhole(3);
        QVERIFY(
            m_editor->insertMedia(1, media({QStringLiteral("spotify:track:x"), QStringLiteral("spotify:track:y")})));
        QCOMPARE(m_editor->document().rowAt(1).uri(), QStringLiteral("spotify:track:x"));
        QVERIFY(!m_editor->document().rowAt(1).confirmed);
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList{QStringLiteral("add p 1 spotify:track:x,spotify:track:y")});
        QTRY_VERIFY(m_editor->document().rowAt(2).confirmed);
        QCOMPARE(m_editor->document().rowAt(1).entry.medium->title, QStringLiteral("x"));
    }

    void refusesToAddLocalFilesOrTooMany()
    {
        openWhole(3);
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        auto local = std::make_shared<web::Medium>();
        local->uri = QStringLiteral("spotify:local:a:b:c:1");
        local->isLocal = true;
        QVERIFY(!m_editor->insertMedia(0, {local}));
        QCOMPARE(refused.size(), 1);
        QVERIFY(
            !m_editor->insertMedia(0, QList<web::MediumPtr>(9998, media({QStringLiteral("spotify:track:x")}).first())));
        QCOMPARE(refused.size(), 2);
        QCOMPARE(shown(), tracks({0, 1, 2}));
    }

    void foreignPlaylistsAreReadOnlyAndSayWhy()
    {
        m_api->addPlaylist(QStringLiteral("p"), 3).ownerId = QStringLiteral("somebody");
        web::Playlist playlist;
        playlist.id = QStringLiteral("p");
        playlist.ownerId = QStringLiteral("somebody");
        playlist.ownerName = QStringLiteral("Somebody");
        m_editor = std::make_unique<Editor>(*m_api, playlist, QStringLiteral("me"));
        QVERIFY(m_editor->readOnlyReason().contains(QStringLiteral("Somebody")));
        m_editor->load();
        QTRY_VERIFY(m_editor->document().isComplete());
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        QVERIFY(!m_editor->moveRows({0}, 2));
        QVERIFY(!m_editor->removeRows({0}));
        QVERIFY(!m_editor->insertMedia(0, media({QStringLiteral("spotify:track:x")})));
        QCOMPARE(refused.size(), 3);
        QCOMPARE(shown(), tracks({0, 1, 2}));
    }

    // -- answers that do not come ----------------------------------------------------------------------------

    void aLostAnswerIsNeitherRepeatedNorForgotten_data()
    {
        QTest::addColumn<bool>("carriedOut");
        QTest::addColumn<QString>("edit");
        for (const char *edit : {"move", "add", "remove"}) {
            QTest::addRow("%s carried out", edit) << true << QString::fromLatin1(edit);
            QTest::addRow("%s not carried out", edit) << false << QString::fromLatin1(edit);
        }
    }

    void aLostAnswerIsNeitherRepeatedNorForgotten()
    {
        QFETCH(bool, carriedOut);
        QFETCH(QString, edit);
        openWhole(6);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Network), carriedOut});
        if (edit == QLatin1String("move"))
            m_editor->moveRows({0}, 4);
        else if (edit == QLatin1String("add"))
            m_editor->insertMedia(2, media({QStringLiteral("spotify:track:t5"), QStringLiteral("spotify:track:x")}));
        else
            m_editor->removeRows({3});
        const QStringList wished = shown();
        waitSaved();
        QCOMPARE(atSpotify(), wished);
        QCOMPARE(shown(), wished);
        QCOMPARE(m_api->writes().size(), carriedOut ? 1 : 2);
    }

    void somebodyElsesEditIsMergedWhenTheListIsReadAgain()
    {
        openWhole(6);
        QSignalSpy mergedSpy(m_editor.get(), &Editor::mergedForeignChanges);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Timeout), true});
        m_api->hold(true);
        m_editor->moveRows({5}, 0);
        QTRY_COMPARE(m_api->heldCount(), 1);
        m_api->hold(false);
        QTRY_COMPARE(atSpotify().first(), QStringLiteral("t5"));
        m_api->entriesOf(QStringLiteral("p"))
            .insert(3, FakeApi::entry(QStringLiteral("spotify:track:theirs"), QDateTime::currentDateTimeUtc()));
        waitSaved();
        QTRY_COMPARE(mergedSpy.size(), 1);
        QCOMPARE(mergedSpy.first().at(0).toInt(), 1);
        QCOMPARE(mergedSpy.first().at(2).toInt(), 0);
        QCOMPARE(shown(), atSpotify());
        QVERIFY(shown().contains(QStringLiteral("theirs")));
        QCOMPARE(shown().first(), QStringLiteral("t5"));
    }

    void anEditTakenBackWhileItsAnswerIsLostStaysTakenBack()
    {
        openWhole(6);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Timeout), true});
        m_api->hold(true);
        m_editor->moveRows({5}, 0);
        QTRY_COMPARE(m_api->heldCount(), 1);
        m_editor->undoStack().undo();
        m_api->entriesOf(QStringLiteral("p"))
            .append(FakeApi::entry(QStringLiteral("spotify:track:theirs"), QDateTime::currentDateTimeUtc()));
        m_api->hold(false);
        QTRY_VERIFY(atSpotify().first() == QLatin1String("t0") && m_api->writes().size() >= 2);
        waitSaved();
        QCOMPARE(shown(), tracks({0, 1, 2, 3, 4}) << QStringLiteral("theirs") << QStringLiteral("t5"));
        QCOMPARE(atSpotify(), shown());
    }

    void anOldAnswerRightAfterAWriteIsNotTakenForSomebodyElsesEdit()
    {
        openWhole(6);
        m_editor->moveRows({5}, 0);
        waitSaved();
        QSignalSpy mergedSpy(m_editor.get(), &Editor::mergedForeignChanges);
        // The service still shows the list of before our write, then catches up.
        const QList<web::PlaylistEntry> now = m_api->entriesOf(QStringLiteral("p"));
        QList<web::PlaylistEntry> old = now;
        old.move(0, 5);
        m_api->entriesOf(QStringLiteral("p")) = old;
        m_api->log.clear();
        m_editor->load();
        QTRY_VERIFY(m_api->log.filter(QStringLiteral("entries")).size() >= 2);
        m_api->entriesOf(QStringLiteral("p")) = now;
        waitSaved();
        QCOMPARE(shown(), tracks({5, 0, 1, 2, 3, 4}));
        QCOMPARE(mergedSpy.size(), 0);
        QVERIFY(m_api->writes().isEmpty());
    }

    void readingAgainKeepsUnsavedEditsAndTakesInOthers()
    {
        openWhole(6);
        m_api->entriesOf(QStringLiteral("p")).removeAt(2);
        m_api->hold(true);
        m_editor->load();
        m_editor->moveRows({5}, 0);
        m_api->hold(false);
        QTRY_COMPARE(atSpotify(), tracks({5, 0, 1, 3, 4}));
        waitSaved();
        QCOMPARE(shown(), atSpotify());
    }

    // -- refusals --------------------------------------------------------------------------------------------

    void aRefusedWritePutsTheListBackAndCanBeTriedAgain()
    {
        openWhole(5);
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        m_api->failNextWrite({FakeApi::error(ErrorKind::NotAllowed, 403), false});
        m_editor->moveRows({0}, 3);
        QTRY_COMPARE(refused.size(), 1);
        QCOMPARE(refused.first().at(1).toString(), QStringLiteral("Move 1 track(s)"));
        waitSaved();
        QCOMPARE(shown(), tracks({0, 1, 2, 3, 4}));
        m_editor->retryRefused();
        waitSaved();
        QCOMPARE(atSpotify(), tracks({1, 2, 0, 3, 4}));
        QCOMPARE(shown(), atSpotify());
    }

    void undoAfterARefusalDoesNotDoTheRefusedEditBackwards()
    {
        openWhole(5);
        m_api->failNextWrite({FakeApi::error(ErrorKind::NotAllowed, 403), false});
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        m_editor->moveRows({0}, 3);
        QTRY_COMPARE(refused.size(), 1);
        waitSaved();
        m_editor->undoStack().undo();
        waitSaved();
        QCOMPARE(shown(), tracks({0, 1, 2, 3, 4}));
        QCOMPARE(atSpotify(), shown());
    }

    void rateLimitsAreWaitedOutAndTold()
    {
        openWhole(4);
        Error limited = FakeApi::error(ErrorKind::RateLimited, 429);
        limited.retryAfter = std::chrono::seconds(3600);
        m_api->failNextWrite({limited, false});
        m_editor->moveRows({0}, 3);
        QTRY_COMPARE(m_editor->saveStatus().state, State::Waiting);
        QVERIFY(m_editor->saveStatus().until > QDateTime::currentDateTimeUtc().addSecs(3500));
        m_editor->resume();
        waitSaved();
        QCOMPARE(atSpotify(), shown());
    }

    void signedOutHoldsTheEditsUntilResumed()
    {
        openWhole(4);
        m_api->failNextWrite({FakeApi::error(ErrorKind::SignedOut, 401), false});
        m_editor->moveRows({0}, 3);
        QTRY_COMPARE(m_editor->saveStatus().state, State::Held);
        QCOMPARE(shown(), tracks({1, 2, 0, 3}));
        m_editor->resume();
        waitSaved();
        QCOMPARE(atSpotify(), shown());
    }

    void discardingGoesBackToWhatSpotifyHas()
    {
        openWhole(4);
        m_api->failNextWrite({FakeApi::error(ErrorKind::SignedOut, 401), false});
        m_editor->moveRows({0}, 3);
        QTRY_COMPARE(m_editor->saveStatus().state, State::Held);
        m_editor->discardUnsaved();
        waitSaved();
        QCOMPARE(shown(), tracks({0, 1, 2, 3}));
        QCOMPARE(m_api->writes().size(), 1);
        m_editor->undoStack().undo(); // discarding is an edit like any other
        QCOMPARE(shown(), tracks({1, 2, 0, 3}));
        waitSaved();
    }

    // -- copies ----------------------------------------------------------------------------------------------

    void removingOneCopyKeepsTheOthers_data()
    {
        QTest::addColumn<bool>("claimed");
        QTest::addColumn<bool>("honoured");
        QTest::newRow("positions honoured") << true << true;
        QTest::newRow("positions not offered") << false << false;
    }

    void removingOneCopyKeepsTheOthers()
    {
        QFETCH(bool, claimed);
        QFETCH(bool, honoured);
        const QString a = QStringLiteral("spotify:track:a");
        m_api->positionsHonoured = claimed && honoured;
        m_api->addPlaylist(QStringLiteral("p"), QStringList{a, QStringLiteral("spotify:track:b"), a});
        open(QStringLiteral("p"));
        QTRY_VERIFY(m_editor->document().isComplete());
        const QDateTime date = m_editor->document().rowAt(0).entry.addedAt;
        QCOMPARE(m_editor->costOfRemoving({2}).copiesLosingDate, honoured ? 0 : 1);
        m_editor->removeRows({2});
        waitSaved();
        QCOMPARE(atSpotify(), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(shown(), atSpotify());
        QCOMPARE(m_api->entriesOf(QStringLiteral("p")).first().addedAt == date, honoured);
    }

    void nullRowsStayAndSayWhy()
    {
        m_api->addPlaylist(QStringLiteral("p"), QStringList{QStringLiteral("spotify:track:a"), QString(),
                                                            QStringLiteral("spotify:track:b")});
        open(QStringLiteral("p"));
        QTRY_VERIFY(m_editor->document().isComplete());
        QCOMPARE(m_editor->costOfRemoving({0, 1}).impossible, 1);
        QSignalSpy refused(m_editor.get(), &Editor::refused);
        QVERIFY(m_editor->removeRows({0, 1}));
        QCOMPARE(refused.size(), 1);
        waitSaved();
        QCOMPARE(m_api->urisOf(QStringLiteral("p")), (QStringList{QString(), QStringLiteral("spotify:track:b")}));
    }

    void longMovesAreCheckedAndCutWhenTheyDoNothing()
    {
        openWhole(600);
        // The service says yes and does nothing.
        m_api->failNextWrite({FakeApi::error(ErrorKind::ServerFault, 502), false});
        std::vector<int> block(150);
        std::iota(block.begin(), block.end(), 400);
        m_editor->moveRows(block, 0);
        waitSaved();
        QCOMPARE(atSpotify(), shown());
        QCOMPARE(m_api->writes().size(), 3);
        QCOMPARE(m_api->writes().constFirst(), QStringLiteral("reorder p 400 150 0"));
        for (const QString &write : m_api->writes().mid(1))
            QVERIFY2(write.section(u' ', 3, 3).toInt() <= 100, qPrintable(write));
    }

    void disorderIsPlannedBesideTheWindow()
    {
        openWhole(400);
        std::vector<int> odd;
        for (int i = 1; i < 400; i += 2)
            odd.push_back(i);
        const auto connection = std::make_shared<QMetaObject::Connection>();
        *connection = connect(m_editor.get(), &Editor::saveStatusChanged, this, [this, connection] {
            if (m_editor->saveStatus().state != SaveStatus::State::Planning)
                return;
            disconnect(*connection);
            // Another edit while the first is being planned: what is sent is the plan of their sum.
            m_editor->undoStack().undo();
            m_editor->moveRows({399}, 0);
        });
        m_editor->moveRows(odd, 0);
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList{QStringLiteral("reorder p 399 1 0")});
        QCOMPARE(atSpotify(), shown());
    }

    void discardingWhileItIsPlannedSendsNothing()
    {
        openWhole(400);
        std::vector<int> odd;
        for (int i = 1; i < 400; i += 2)
            odd.push_back(i);
        connect(m_editor.get(), &Editor::saveStatusChanged, this, [this] {
            if (m_editor->saveStatus().state == SaveStatus::State::Planning)
                m_editor->discardUnsaved();
        });
        m_editor->moveRows(odd, 0);
        waitSaved();
        QCOMPARE(m_api->writes(), QStringList());
        QCOMPARE(atSpotify(), shown());
    }
};

SEGUE_TEST(TestEditor)
#include "tst_Editor.moc"
