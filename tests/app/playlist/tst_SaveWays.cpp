// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/EditorFixture.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

#include <algorithm>
#include <numeric>

using namespace segue;
using namespace segue::playlist;
using segue::test::EditorFixture;
using segue::test::FakeApi;

/// An order that takes many calls: what is asked, and what comes of each answer.
class TestSaveWays : public EditorFixture
{
    Q_OBJECT

    QSet<QDateTime> m_dates;

    void open(int count)
    {
        m_api->addPlaylist(QStringLiteral("p"), count);
        openWhatIsThere();
    }

    void openWhatIsThere()
    {
        openEditor();
        m_editor->setSaveWay(std::nullopt);
        load();
        m_dates.clear();
        for (const web::PlaylistEntry &entry : entries())
            m_dates.insert(entry.addedAt);
    }

    /// Every second row to the top: a call each.
    void mix() { m_editor->moveRows(oddRows(m_editor->document().size()), 0); }

    bool keptDates() const
    {
        return std::all_of(entries().begin(), entries().end(),
                           [this](const web::PlaylistEntry &entry) { return m_dates.contains(entry.addedAt); });
    }

private Q_SLOTS:
    void nothingIsSentBeforeTheAnswer()
    {
        open(40);
        QSignalSpy asked(m_editor.get(), &Editor::choiceNeeded);
        mix();
        QVERIFY(asked.wait());
        QCOMPARE(m_editor->saveStatus().state, State::Choosing);
        QVERIFY(m_editor->hasUnsavedEdits());
        const auto choice = asked.at(0).at(0).value<SaveChoice>();
        QCOMPARE(choice.keepDates, 20);
        QVERIFY(choice.calm >= choice.keepDates);
        QCOMPARE(choice.fast, std::optional<int>(1));
        QVERIFY(m_editor->saveChoice());
        QCoreApplication::processEvents();
        QCOMPARE(m_api->writes(), QStringList());

        m_editor->choose(SaveWay::KeepDates);
        QVERIFY(!m_editor->saveChoice());
        waitSaved();
        QCOMPARE(m_api->writes().size(), 20);
        QCOMPARE(atSpotify(), shown());
        QVERIFY(keptDates());
        QCOMPARE(asked.size(), 1);
    }

    void aFewMovesAreNotWorthAQuestion()
    {
        open(40);
        QSignalSpy asked(m_editor.get(), &Editor::choiceNeeded);
        m_editor->moveRows({3, 9, 14, 20, 31}, 0);
        waitSaved();
        QCOMPARE(m_api->writes().size(), 5);
        QCOMPARE(asked.size(), 0);
    }

    void additionsAndRemovalsHaveNoOtherWay()
    {
        open(40);
        QSignalSpy asked(m_editor.get(), &Editor::choiceNeeded);
        for (int i = 0; i < 7; ++i) {
            auto medium = std::make_shared<web::Medium>();
            medium->uri = QStringLiteral("spotify:track:new%1").arg(i);
            m_editor->insertMedia(5 * i, {medium});
        }
        waitSaved();
        QCOMPARE(m_api->writes().size(), 7);
        QCOMPARE(asked.size(), 0);
    }

    void calmMovesEachRunOnce()
    {
        open(60);
        // Reversed: fewest takes about half the calls, but every row changes its place on the way.
        for (int i = 1; i < 60; ++i)
            m_editor->moveRows({i}, 0);
        QTRY_COMPARE(m_editor->saveStatus().state, State::Choosing);
        const SaveChoice choice = *m_editor->saveChoice();
        QVERIFY2(choice.keepDates < choice.calm, qPrintable(QString::number(choice.keepDates)));
        QCOMPARE(choice.calm, 59);
        m_editor->choose(SaveWay::Calm);
        waitSaved();
        QCOMPARE(m_api->writes().size(), 59);
        QCOMPARE(atSpotify(), shown());
        QVERIFY(keptDates());
    }

    void fastReplacesTheList()
    {
        open(250);
        mix();
        QTRY_COMPARE(m_editor->saveStatus().state, State::Choosing);
        QCOMPARE(m_editor->saveChoice()->fast, std::optional<int>(3));
        m_editor->choose(SaveWay::Fast);
        waitSaved();
        QCOMPARE(m_api->writes().size(), 3);
        QVERIFY(m_api->writes().at(0).startsWith(QStringLiteral("replace p ")));
        QVERIFY(m_api->writes().at(1).startsWith(QStringLiteral("add p 100 ")));
        QCOMPARE(atSpotify(), shown());
        QVERIFY(!keptDates());
        // The rows tell the date they have now.
        QTRY_VERIFY(m_editor->document().rowAt(0).confirmed);
        QVERIFY(m_editor->document().rowAt(0).entry.addedAt > QDateTime::currentDateTimeUtc().addSecs(-3600));
    }

    void fastIsNotOfferedForWhatHasNoName()
    {
        m_api->addPlaylist(QStringLiteral("p"), 40);
        entries()[7].medium = nullptr;
        openWhatIsThere();
        mix();
        QTRY_COMPARE(m_editor->saveStatus().state, State::Choosing);
        QVERIFY(!m_editor->saveChoice()->fast);
        m_editor->choose(SaveWay::Fast); // all the same: nothing is lost
        waitSaved();
        QVERIFY(m_api->writes().filter(QStringLiteral("replace")).isEmpty());
        QVERIFY(keptDates());
    }

    void anInterruptedReplacementIsCompleted_data()
    {
        QTest::addColumn<bool>("carriedOut");
        QTest::newRow("the replacement did not happen") << false;
        QTest::newRow("only its answer was lost") << true;
    }
    void anInterruptedReplacementIsCompleted()
    {
        QFETCH(bool, carriedOut);
        open(250);
        mix();
        const QStringList wished = shown();
        QSignalSpy merged(m_editor.get(), &Editor::mergedForeignChanges);
        QTRY_COMPARE(m_editor->saveStatus().state, State::Choosing);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Network), carriedOut});
        m_editor->choose(SaveWay::Fast);
        waitSaved();
        QCOMPARE(shown(), wished);
        QCOMPARE(atSpotify(), wished);
        QCOMPARE(m_api->writes().size(), carriedOut ? 3 : 4);
        QCOMPARE(merged.size(), 0);
    }

    void somebodyElsesRowStaysWhenAReplacementDidNotHappen()
    {
        open(90);
        mix();
        const QStringList wished = shown();
        QTRY_COMPARE(m_editor->saveStatus().state, State::Choosing);
        m_api->failNextWrite({FakeApi::error(ErrorKind::Network), false});
        m_api->editElsewhere(QStringLiteral("p"), [](QList<web::PlaylistEntry> &list) {
            list.append(FakeApi::entry(QStringLiteral("spotify:track:theirs"), QDateTime::currentDateTimeUtc()));
        });
        m_editor->choose(SaveWay::Fast);
        waitSaved();
        QCOMPARE(shown(), atSpotify());
        QStringList ours = atSpotify();
        QCOMPARE(ours.removeAll(QStringLiteral("theirs")), 1);
        QCOMPARE(ours, wished);
    }

    void aReplacementThatWasNotAcceptedLeavesTheDates_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("rate limit") << int(ErrorKind::RateLimited);
        QTest::newRow("refused") << int(ErrorKind::NotAllowed);
    }
    void aReplacementThatWasNotAcceptedLeavesTheDates()
    {
        QFETCH(int, kind);
        open(250);
        const QStringList before = shown();
        QSignalSpy merged(m_editor.get(), &Editor::mergedForeignChanges);
        mix();
        QTRY_COMPARE(m_editor->saveStatus().state, State::Choosing);
        Error error = FakeApi::error(ErrorKind(kind));
        error.retryAfter = std::chrono::hours(1);
        m_api->failNextWrite({error, false});
        m_api->hold(true);
        m_editor->choose(SaveWay::Fast);
        QTRY_COMPARE(m_api->writes().size(), 1);
        m_editor->discardUnsaved();
        m_api->hold(false);
        waitSaved();
        QCOMPARE(shown(), before);
        QCOMPARE(m_api->writes().size(), 1);
        QCOMPARE(merged.size(), 0);
        for (int i = 0; i < 250; ++i)
            QVERIFY(m_dates.contains(m_editor->document().rowAt(i).entry.addedAt));
    }

    void anotherEditAsksAnew()
    {
        open(40);
        QSignalSpy asked(m_editor.get(), &Editor::choiceNeeded);
        mix();
        QVERIFY(asked.wait());
        m_editor->removeRows({0});
        QTRY_COMPARE(asked.size(), 2);
        QCOMPARE(m_api->writes(), QStringList());
        // Undone: there is nothing left to ask about.
        m_editor->undoStack().undo();
        m_editor->undoStack().undo();
        waitSaved();
        QVERIFY(!m_editor->saveChoice());
        QCOMPARE(m_api->writes(), QStringList());
    }

    void discardingIsAnAnswerToo()
    {
        open(40);
        const QStringList before = shown();
        mix();
        QTRY_COMPARE(m_editor->saveStatus().state, State::Choosing);
        m_editor->discardUnsaved();
        waitSaved();
        QCOMPARE(shown(), before);
        QCOMPARE(m_api->writes(), QStringList());
    }

    void oneAnswerHoldsUntilAllIsSaved()
    {
        open(40);
        QSignalSpy asked(m_editor.get(), &Editor::choiceNeeded);
        mix();
        QVERIFY(asked.wait());
        m_api->hold(true);
        m_editor->choose(SaveWay::KeepDates);
        QTRY_VERIFY(m_api->heldCount() > 0);
        m_editor->moveRows({39}, 0); // while calls are under way
        m_api->hold(false);
        waitSaved();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(atSpotify(), shown());
        // The next order is another question.
        mix();
        QVERIFY(asked.wait());
    }

    void rememberedFastSparesTheDatesOfShortOrders()
    {
        open(30);
        m_editor->setSaveWay(SaveWay::Fast);
        m_editor->moveRows({3, 9, 14}, 0); // three moves, where replacing would be one call
        waitSaved();
        QCOMPARE(m_api->writes().size(), 3);
        QVERIFY(keptDates());
        mix();
        waitSaved();
        QCOMPARE(m_api->writes().filter(QStringLiteral("replace")).size(), 1);
    }

    void rememberedFastSparesTheDatesOfWhatIsNotRemoved()
    {
        open(260);
        m_editor->setSaveWay(SaveWay::Fast);
        std::vector<int> most(250);
        std::iota(most.begin(), most.end(), 5);
        m_editor->removeRows(most); // three calls, where replacing would be one
        waitSaved();
        QCOMPARE(atSpotify(), shown());
        QVERIFY(m_api->writes().filter(QStringLiteral("replace")).isEmpty());
        QVERIFY(keptDates());
    }

    void aRememberedAnswerIsNotAskedFor()
    {
        open(40);
        QSignalSpy asked(m_editor.get(), &Editor::choiceNeeded);
        mix();
        QVERIFY(asked.wait());
        m_editor->setSaveWay(SaveWay::KeepDates); // answers the one that is open, too
        waitSaved();
        mix();
        waitSaved();
        QCOMPARE(asked.size(), 1);
        QCOMPARE(atSpotify(), shown());
    }
};

SEGUE_TEST(TestSaveWays)
#include "tst_SaveWays.moc"
