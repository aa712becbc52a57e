// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeListening.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ListTestSupport.h"
#include "ui/look/EnglishPlurals.h"
#include "ui/playing/DeviceMenu.h"
#include "ui/playing/Player.h"

#include <QMenu>

using namespace segue;
using namespace segue::test;
using ui::CommandId;
using ui::DeviceMenu;

/// Playing from a list, on the device that is meant, and what is said where that does not work.
class TestPlaying : public QObject
{
    Q_OBJECT

    static web::Device device(const char *name, bool active = false, bool restricted = false)
    {
        return {.id = QLatin1String(name),
                .name = QLatin1String(name),
                .type = QStringLiteral("Computer"),
                .isActive = active,
                .isRestricted = restricted};
    }

    struct Playing : ListWindow {
        explicit Playing(int tracks = 5) : ListWindow(QStringList(tracks, QStringLiteral("a/z")))
        {
            account.listening = &listening;
            listening.there = {device("desk", true), device("phone")};
        }
        ~Playing() { delete std::exchange(work, nullptr); } // before what it plays on
        /// Plays, or does something else, with these rows selected.
        void run(CommandId id, const std::vector<int> &positions)
        {
            view().selectPositions(positions);
            // The verbs see the selection a turn later.
            if (QTest::qWaitFor([&] { return commands.action(id)->isEnabled(); }))
                commands.action(id)->trigger();
        }
        [[nodiscard]] QString said() const
        {
            const ui::MessageBar *bar = work->messages().bar(QStringLiteral("player"));
            return bar ? bar->text() : QString();
        }
        [[nodiscard]] QStringList sent() const
        {
            QStringList out = listening.log;
            out.removeAll(QStringLiteral("devices"));
            return out;
        }
        /// The menu that asks for a device; not the one that is part of other menus.
        [[nodiscard]] DeviceMenu *asked() const
        {
            for (DeviceMenu *menu : window.findChildren<DeviceMenu *>()) {
                if (menu->testAttribute(Qt::WA_DeleteOnClose))
                    return menu;
            }
            return nullptr;
        }

        FakeListening listening;
    };

private Q_SLOTS:
    void initTestCase() { QVERIFY(QCoreApplication::installTranslator(&m_plurals)); }
    void cleanupTestCase() { QCoreApplication::removeTranslator(&m_plurals); }

    void playsThePlaylistItselfFromThere()
    {
        Playing s;
        QVERIFY(s.open());
        s.run(CommandId::PlayFromHere, {3});
        QTRY_COMPARE(s.listening.log,
                     (QStringList{QStringLiteral("devices"), QStringLiteral("play desk spotify:playlist:p 3")}));
        QCOMPARE(s.said(), QString());
    }

    void playsWhatIsShownWhereSpotifyHasSomethingElse()
    {
        Playing s;
        QVERIFY(s.open());
        s.api.hold(true); // the edit does not get there
        QVERIFY(s.editor().moveRows({4}, 0));
        s.listening.answers.hold(true);
        s.run(CommandId::PlayFromHere, {3});
        QTRY_COMPARE(s.listening.answers.heldCount(), 1); // the devices
        QCOMPARE(s.said(), QString());
        s.listening.answers.release();
        QTRY_COMPARE(s.sent(), QStringList{QStringLiteral("play desk spotify:track:2,spotify:track:3")});
        QCOMPARE(s.said(), QString()); // not before it plays
        s.listening.answers.hold(false);
        QTRY_VERIFY(s.said().contains(QStringLiteral("plays 2 tracks from here")));
        s.run(CommandId::PlayFromHere, {4});
        QTRY_VERIFY(s.said().contains(QStringLiteral("plays 1 track from here")));
        s.api.hold(false);
        QVERIFY(s.saved());
        s.run(CommandId::PlayFromHere, {4});
        QTRY_COMPARE(s.sent().constLast(), QStringLiteral("play desk spotify:playlist:p 4"));
        QCOMPARE(s.said(), QString()); // it is the playlist again
    }

    void whatCouldNotBePlayedIsNotSaidToPlay()
    {
        Playing s;
        s.listening.there.clear();
        QVERIFY(s.open());
        s.api.hold(true);
        QVERIFY(s.editor().moveRows({4}, 0));
        s.run(CommandId::PlayFromHere, {3});
        QTRY_VERIFY(s.said().contains(QStringLiteral("not open on any device")));
        s.api.hold(false);
        QVERIFY(s.saved());
    }

    void aPositionIsOneOfThePlaylistInANarrowedListToo()
    {
        Playing s;
        s.change(3, [](web::Medium &medium) { medium.title = QStringLiteral("needle"); });
        QVERIFY(s.open());
        s.view().setFilter(QStringLiteral("needle"));
        s.run(CommandId::PlayFromHere, {3});
        QTRY_COMPARE(s.sent(), QStringList{QStringLiteral("play desk spotify:playlist:p 3")});
    }

    void whatCannotBePlayedIsNotOffered()
    {
        Playing s;
        s.change(1, [](web::Medium &medium) { medium.isLocal = true; });
        QVERIFY(s.open());
        QTRY_VERIFY(!s.action(CommandId::PlayFromHere)->isEnabled());
        s.view().selectPositions({1});
        QTRY_VERIFY(s.action(CommandId::PlayFromHere)->toolTip().contains(QStringLiteral("local file")));
        s.view().selectPositions({0, 1});
        QTRY_VERIFY(s.action(CommandId::AddToQueue)->isEnabled());
        s.run(CommandId::AddToQueue, {0, 1, 2});
        QTRY_COMPARE(s.sent(), (QStringList{QStringLiteral("queue desk spotify:track:0"),
                                            QStringLiteral("queue desk spotify:track:2")}));
    }

    void queuesOneAfterTheOtherUntilItIsRefused()
    {
        Playing s;
        QVERIFY(s.open());
        s.listening.answers.hold(true);
        s.run(CommandId::AddToQueue, {0, 1, 2});
        QTRY_COMPARE(s.listening.answers.heldCount(), 1);
        s.listening.answers.release();
        QTRY_COMPARE(s.listening.answers.heldCount(), 1);
        QCOMPARE(s.sent(), QStringList{QStringLiteral("queue desk spotify:track:0")}); // the first only
        QCOMPARE(s.said(), QStringLiteral("Adding 1 of 3 to the queue…"));
        s.listening.answers.failNext({.error = FakeApi::error(ErrorKind::RateLimited, 429), .carriedOut = false});
        s.listening.answers.release();
        QTRY_COMPARE(s.said(), QStringLiteral("Adding 2 of 3 to the queue…"));
        s.listening.answers.hold(false);
        QTRY_VERIFY(s.said().contains(QStringLiteral("1 of 3")));
        QCOMPARE(s.sent().size(), 2);
        // The rest, not what is queued already.
        QVERIFY(press(s.work->messages().bar(QStringLiteral("player")), QStringLiteral("Try again")));
        QTRY_COMPARE(s.sent().size(), 4);
        QCOMPARE(s.sent().constLast(), QStringLiteral("queue desk spotify:track:2"));
        QTRY_COMPARE(s.said(), QStringLiteral("2 tracks will play next."));
    }

    void whatIsPerhapsQueuedIsNamedAndNotSentAgain()
    {
        Playing s;
        s.change(1, [](web::Medium &medium) { medium.title = QStringLiteral("Doubtful"); });
        QVERIFY(s.open());
        s.listening.answers.hold(true);
        s.run(CommandId::AddToQueue, {0, 1, 2});
        QTRY_COMPARE(s.listening.answers.heldCount(), 1);
        s.listening.answers.release(); // the devices
        QTRY_COMPARE(s.listening.answers.heldCount(), 1);
        s.listening.answers.failNext({.error = FakeApi::error(ErrorKind::Network), .carriedOut = true});
        s.listening.answers.hold(false);
        QTRY_VERIFY(s.said().contains(QStringLiteral("Doubtful")));
        QVERIFY(s.said().contains(QStringLiteral("1 of 3")));
        QVERIFY(press(s.work->messages().bar(QStringLiteral("player")), QStringLiteral("Add the rest")));
        QTRY_COMPARE(s.said(), QStringLiteral("1 track will play next."));
        QCOMPARE(s.sent(), (QStringList{QStringLiteral("queue desk spotify:track:0"),
                                        QStringLiteral("queue desk spotify:track:1"),
                                        QStringLiteral("queue desk spotify:track:2")}));
    }

    void oneDeviceIsMarkedAtATime()
    {
        Playing s;
        QVERIFY(s.open());
        QMenu *menu = s.action(CommandId::PlayOn)->menu();
        menu->popup({});
        QTRY_COMPARE(menu->actions().size(), 2);
        QVERIFY(menu->actions().at(0)->isChecked());
        menu->actions().at(1)->setChecked(true);
        QVERIFY(!menu->actions().at(0)->isChecked());
        menu->close();
    }

    void theMenuAsksForPermissionOnlyWhenItIsChosen()
    {
        DeviceMenu menu(QStringLiteral("Play"));
        bool asked = false;
        menu.setOffer(QStringLiteral("Let Segue see"), [&asked] { asked = true; });
        menu.popup({});
        QVERIFY(!asked);
        QCOMPARE(menu.actions().size(), 1);
        QVERIFY(menu.actions().constFirst()->isEnabled());
        menu.actions().constFirst()->trigger();
        QVERIFY(asked);
        menu.close();
    }

    void tooMuchIsNotBegun()
    {
        Playing s(ui::Player::mostQueued + 1);
        QVERIFY(s.open());
        s.view().selectAll();
        QTRY_VERIFY(s.action(CommandId::AddToQueue)->isEnabled());
        s.action(CommandId::AddToQueue)->trigger();
        QVERIFY(s.said().contains(QStringLiteral("at most 50")));
        QTest::qWait(20);
        QCOMPARE(s.listening.log, QStringList());
    }

    void theUserChoosesAmongSeveralOnce()
    {
        Playing s;
        s.listening.there = {device("desk"), device("phone"), device("car", true, true)};
        QVERIFY(s.open());
        s.run(CommandId::PlayFromHere, {0});
        QTRY_VERIFY(s.asked());
        const QList<QAction *> devices = s.asked()->actions();
        QCOMPARE(devices.size(), 3);
        QVERIFY(!devices.at(2)->isEnabled()); // it is active, and takes no commands
        QVERIFY(devices.at(2)->toolTip().contains(QStringLiteral("Spotify")));
        devices.at(1)->trigger();
        QTRY_COMPARE(s.sent(), QStringList{QStringLiteral("play phone spotify:playlist:p 0")});
        // From now on, without asking.
        s.listening.log.clear();
        s.run(CommandId::PlayFromHere, {2});
        QTRY_COMPARE(s.listening.log, QStringList{QStringLiteral("play phone spotify:playlist:p 2")});
    }

    void withoutADeviceItSaysWhatToDo()
    {
        Playing s;
        s.listening.there.clear();
        QVERIFY(s.open());
        s.run(CommandId::PlayFromHere, {0});
        QTRY_VERIFY(s.said().contains(QStringLiteral("not open on any device")));
        s.listening.there = {device("phone")};
        QVERIFY(press(s.work->messages().bar(QStringLiteral("player")), QStringLiteral("Try again")));
        QTRY_COMPARE(s.sent(), QStringList{QStringLiteral("play phone spotify:playlist:p 0")});
    }

    void aDeviceThatIsGoneIsLookedForAnew()
    {
        Playing s;
        QVERIFY(s.open());
        s.action(CommandId::PlayOn)->menu()->popup({});
        QTRY_COMPARE(s.action(CommandId::PlayOn)->menu()->actions().size(), 2);
        s.view().selectPositions({1});
        QTRY_VERIFY(s.action(CommandId::PlayFromHere)->isEnabled());
        s.action(CommandId::PlayOn)->menu()->actions().at(1)->trigger();
        QTRY_COMPARE(s.sent(), QStringList{QStringLiteral("play phone spotify:playlist:p 1")});
        s.action(CommandId::PlayOn)->menu()->close();
        s.listening.answers.failNext({.error = FakeApi::error(ErrorKind::NotFound, 404), .carriedOut = false});
        s.run(CommandId::PlayFromHere, {2});
        QTRY_VERIFY(!s.said().isEmpty());
        s.listening.there = {device("desk", true)};
        QVERIFY(press(s.work->messages().bar(QStringLiteral("player")), QStringLiteral("Look for devices")));
        QTRY_COMPARE(s.sent().constLast(), QStringLiteral("play desk spotify:playlist:p 2"));
    }

    void aRefusalIsToldInItsOwnWords()
    {
        Playing s;
        QVERIFY(s.open());
        Error premium = FakeApi::error(ErrorKind::NotAllowed, 403);
        premium.userText = QStringLiteral("With Premium only.");
        s.listening.answers.hold(true);
        s.run(CommandId::PlayFromHere, {0});
        QTRY_COMPARE(s.listening.answers.heldCount(), 1); // the devices
        s.listening.answers.failNext({.error = premium, .carriedOut = false});
        s.listening.answers.hold(false);
        QTRY_COMPARE(s.said(), premium.userText);
    }

    void anAccountThatCannotPlaySaysSo()
    {
        Playing s;
        s.account.listening = nullptr;
        QVERIFY(s.open());
        s.view().selectPositions({0});
        QTRY_VERIFY(s.action(CommandId::PlayFromHere)->toolTip().contains(QStringLiteral("Nothing can be played")));
        QVERIFY(!s.action(CommandId::PlayFromHere)->isEnabled());
    }

private:
    ui::EnglishPlurals m_plurals;
};

SEGUE_TEST(TestPlaying)
#include "tst_Playing.moc"
