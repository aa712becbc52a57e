// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"

using namespace segue;
using namespace segue::test;
using playlist::SaveStatus;
using ui::CommandId;

/// A window that ends before all is saved, and the next one, over one service and one store.
class TestUnfinishedEdits : public QObject
{
    Q_OBJECT

private:
    struct Window : WorkspaceWindow {
        Window(UiFixture &services, const QString &opening)
        {
            show(services, opening);
            ok = waitForList();
        }
        [[nodiscard]] ui::MessageBar *message(const QString &playlist) const
        {
            return work->messages().bar(QStringLiteral("unfinished-") + playlist);
        }
        void press(const QString &playlist, const QString &button) const
        {
            QVERIFY(test::press(message(playlist), button));
        }
        void moveLastToTop() const
        {
            view().selectPositions({editor().document().size() - 1});
            action(CommandId::MoveToTop)->trigger();
        }

        bool ok = false;
    };

    struct Setup : UiFixture {
        Setup()
        {
            api.addPlaylist(QStringLiteral("p"), 5).name = QStringLiteral("Night drive");
            api.addPlaylist(QStringLiteral("q"), 3);
            keepHistory();
        }
        /// A window whose last edit is written down, but not at Spotify.
        [[nodiscard]] bool interrupt()
        {
            const Window first(*this, QStringLiteral("p"));
            if (!first.ok)
                return false;
            api.failNextWrite({FakeApi::error(ErrorKind::Network), false});
            first.editor().setRetryDelays(std::chrono::hours(1), std::chrono::hours(1));
            first.moveLastToTop();
            return QTest::qWaitFor(
                [&first] { return first.editor().saveStatus().state == SaveStatus::State::Checking; });
        }
        [[nodiscard]] int kept()
        {
            std::optional<qsizetype> count;
            store->readUnfinished(&library, [&count](const Result<store::Journal> &journal) {
                count = journal ? journal->entries.size() : -1;
            });
            (void)QTest::qWaitFor([&count] { return count.has_value(); });
            return static_cast<int>(count.value_or(-2));
        }
        [[nodiscard]] QString first() const { return api.urisOf(QStringLiteral("p")).constFirst().section(u':', -1); }
    };

private Q_SLOTS:
    void saysWhatThereIsAndFinishesIt()
    {
        Setup s;
        QVERIFY(s.interrupt());
        QCOMPARE(s.first(), QStringLiteral("t0"));
        const Window second(s, QStringLiteral("q"));
        QVERIFY(second.ok);
        QTRY_VERIFY(second.message(QStringLiteral("p")));
        QVERIFY(second.message(QStringLiteral("p"))->text().contains(QStringLiteral("Night drive")));
        QVERIFY(second.message(QStringLiteral("p"))->text().contains(QStringLiteral("moved")));
        // Nothing happens before the user says so.
        QCOMPARE(s.kept(), 1);
        QCOMPARE(s.first(), QStringLiteral("t0"));
        second.press(QStringLiteral("p"), QStringLiteral("Finish"));
        QTRY_COMPARE(s.first(), QStringLiteral("t4"));
        QVERIFY(second.saved());
        QTRY_COMPARE(s.kept(), 0);
        QVERIFY(!second.message(QStringLiteral("p")));
    }

    void forgetsItAfterAQuestion()
    {
        Setup s;
        QVERIFY(s.interrupt());
        const Window second(s, QStringLiteral("q"));
        QVERIFY(second.ok);
        QTRY_VERIFY(second.message(QStringLiteral("p")));
        s.answer = false;
        second.press(QStringLiteral("p"), QStringLiteral("Discard…"));
        QCOMPARE(s.questions.size(), 1);
        QVERIFY(second.message(QStringLiteral("p"))); // asked about again
        QCOMPARE(s.kept(), 1);
        s.answer = true;
        second.press(QStringLiteral("p"), QStringLiteral("Discard…"));
        QTRY_COMPARE(s.kept(), 0);
        QVERIFY(!second.message(QStringLiteral("p")));
        QCOMPARE(s.first(), QStringLiteral("t0"));
    }

    void anEditOfThePlaylistFinishesItFirst()
    {
        Setup s;
        QVERIFY(s.interrupt());
        const Window second(s, QStringLiteral("p"));
        QVERIFY(second.ok);
        QTRY_VERIFY(second.message(QStringLiteral("p")));
        second.moveLastToTop();
        QTRY_VERIFY(!second.message(QStringLiteral("p")));
        QVERIFY(second.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).size(), 5);
        QTRY_COMPARE(s.kept(), 0);
        second.action(CommandId::Undo)->trigger();
        second.action(CommandId::Undo)->trigger();
        QVERIFY(second.saved());
        QCOMPARE(s.first(), QStringLiteral("t0"));
    }

    void aPlaylistThatCannotBeReadIsOfferedAgain()
    {
        Setup s;
        QVERIFY(s.interrupt());
        const Window second(s, QStringLiteral("q"));
        QVERIFY(second.ok);
        QTRY_VERIFY(second.message(QStringLiteral("p")));
        s.api.failNextRead(FakeApi::error(ErrorKind::ServerFault, 500));
        second.press(QStringLiteral("p"), QStringLiteral("Finish"));
        QVERIFY(!second.message(QStringLiteral("p")));
        QTRY_VERIFY(second.message(QStringLiteral("p")));
        QCOMPARE(s.kept(), 1);
    }

    void aPlaylistThatIsNotThereIsNotMentioned()
    {
        Setup s;
        QVERIFY(s.interrupt());
        s.api.unfollowPlaylist(QStringLiteral("p"), &s.library, [](const Result<Nothing> &) {});
        const Window second(s, QStringLiteral("q"));
        QVERIFY(second.ok);
        QCOMPARE(s.kept(), 1); // the journal has been read by then, too
        QVERIFY(!second.message(QStringLiteral("p")));
    }
};

SEGUE_TEST(TestUnfinishedEdits)
#include "tst_UnfinishedEdits.moc"
