// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/UiTestSupport.h"
#include "ui/Commands.h"
#include "ui/MessageArea.h"
#include "ui/tracks/DuplicateGuard.h"
#include "ui/tracks/TrackActions.h"
#include "ui/tracks/TrackView.h"

#include <QClipboard>
#include <QDialog>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace segue;
using namespace segue::test;
using ui::CommandId;

/// Keys and commands on the selected rows, through the real shortcuts.
class TestTrackActions : public QObject
{
    Q_OBJECT

private:
    struct Setup : UiFixture {
        explicit Setup(const QStringList &uris)
            : list(api, api.addPlaylist(QStringLiteral("p"), uris)), view(artwork, &window), messages(&window),
              guard(settings, messages, nullptr), actions(commands, view, messages, seams, guard)
        {
            window.resize(900, 500);
            view.setGeometry(0, 0, 900, 400);
            view.setTracks(&list.tracks);
            window.show();
            view.setFocus();
            ok = QTest::qWaitForWindowActive(&window) && list.wait();
            actions.update();
            api.log.clear();
        }
        ~Setup() { view.setTracks(nullptr); }

        static QStringList plain(int count)
        {
            QStringList uris;
            for (int i = 0; i < count; ++i)
                uris.append(QStringLiteral("spotify:track:t%1").arg(i));
            return uris;
        }
        void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
        {
            QTest::keyClick(&view, static_cast<Qt::Key>(key), modifiers);
        }
        [[nodiscard]] bool saved() const
        {
            return QTest::qWaitFor(
                [this] { return list.editor.saveStatus().state == playlist::SaveStatus::State::Saved; }, 5000);
        }
        [[nodiscard]] QString order() const { return list.titles().join(u' '); }
        template <typename T>
        [[nodiscard]] T *dialog() const
        {
            return window.findChild<T *>();
        }

        OpenList list;
        QWidget window;
        ui::Commands commands;
        ui::TrackView view;
        ui::MessageArea messages;
        ui::DuplicateGuard guard;
        ui::TrackActions actions;
        bool ok = false;
    };

private Q_SLOTS:
    void altArrowsMoveTheSelection()
    {
        Setup s(Setup::plain(5));
        QVERIFY(s.ok);
        s.view.selectPositions({1, 2});
        s.press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(s.order(), QStringLiteral("t0 t3 t1 t2 t4"));
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{2, 3}));
        s.press(Qt::Key_Up, Qt::AltModifier);
        s.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(s.order(), QStringLiteral("t1 t2 t0 t3 t4"));
        // At the top there is nowhere to go.
        s.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(s.order(), QStringLiteral("t1 t2 t0 t3 t4"));
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).constFirst(), QStringLiteral("spotify:track:t1"));
    }

    void oneNudgeIsOneCall()
    {
        Setup s(Setup::plain(5));
        QVERIFY(s.ok);
        s.view.selectPositions({1, 2});
        s.press(Qt::Key_Down, Qt::AltModifier);
        QVERIFY(s.saved());
        QCOMPARE(s.api.writes().size(), 1);
        QVERIFY(s.api.writes().constFirst().startsWith(QStringLiteral("reorder p ")));
    }

    void altHomeAndEndGoAllTheWay()
    {
        Setup s(Setup::plain(5));
        QVERIFY(s.ok);
        s.view.selectPositions({1, 3});
        s.press(Qt::Key_End, Qt::AltModifier);
        QCOMPARE(s.order(), QStringLiteral("t0 t2 t4 t1 t3"));
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{3, 4}));
        s.press(Qt::Key_Home, Qt::AltModifier);
        QCOMPARE(s.order(), QStringLiteral("t1 t3 t0 t2 t4"));
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{0, 1}));
    }

    void movesToAPositionByNumber()
    {
        Setup s(Setup::plain(6));
        QVERIFY(s.ok);
        s.view.selectPositions({0, 1});
        s.press(Qt::Key_G, Qt::ControlModifier);
        auto *position = s.dialog<QSpinBox>();
        QVERIFY(position);
        QCOMPARE(position->maximum(), 5);
        position->setValue(4);
        s.window.findChild<QDialog *>()->accept();
        QCOMPARE(s.order(), QStringLiteral("t2 t3 t4 t0 t1 t5"));
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{3, 4}));
    }

    void deleteRemovesAndGoesOnBelow()
    {
        Setup s(Setup::plain(5));
        QVERIFY(s.ok);
        s.view.selectPositions({1, 2});
        s.press(Qt::Key_Delete);
        QCOMPARE(s.order(), QStringLiteral("t0 t3 t4"));
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{1}));
        QVERIFY(s.questions.isEmpty());
        QVERIFY(s.saved());
        QCOMPARE(s.api.writes().size(), 1);
    }

    void removingOneOfTwoCopiesAsksFirst()
    {
        const QString twice = QStringLiteral("spotify:track:t0");
        Setup s({twice, QStringLiteral("spotify:track:t1"), twice});
        QVERIFY(s.ok);
        s.answer = false;
        s.view.selectPositions({2});
        s.press(Qt::Key_Delete);
        QCOMPARE(s.questions.size(), 1);
        QCOMPARE(s.questions.constFirst().id, QStringLiteral("removeQuestion"));
        QCOMPARE(s.list.tracks.rowCount(), 3);
        s.answer = true;
        s.press(Qt::Key_Delete);
        QCOMPARE(s.order(), QStringLiteral("t0 t1"));
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")), (QStringList{twice, QStringLiteral("spotify:track:t1")}));
    }

    void rowsWithoutALinkAreNotLost()
    {
        Setup s({QStringLiteral("spotify:track:t0"), QStringLiteral("spotify:local:a:b:c:1"), QString()});
        QVERIFY(s.ok);
        for (const int row : {1, 2}) {
            s.view.selectPositions({row});
            s.press(Qt::Key_X, Qt::ControlModifier);
            QCOMPARE(s.list.tracks.rowCount(), 3);
            QVERIFY(s.messages.bar(QStringLiteral("tracks")));
            s.messages.closeAll();
            s.press(Qt::Key_Delete);
            QCOMPARE(s.list.tracks.rowCount(), 3);
            QVERIFY(s.messages.bar(QStringLiteral("tracks")));
            s.messages.closeAll();
        }
        QVERIFY(s.api.writes().isEmpty());
        // But they move like any other row.
        s.press(Qt::Key_Home, Qt::AltModifier);
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{0}));
        QVERIFY(s.saved());
        QCOMPARE(s.api.writes(), QStringList{QStringLiteral("reorder p 2 1 0")});
    }

    void copiesAsLinksAndPastesBehindTheSelection()
    {
        const QString a = QStringLiteral("spotify:track:0123456789abcdefghijAA");
        const QString b = QStringLiteral("spotify:track:0123456789abcdefghijAB");
        const QString c = QStringLiteral("spotify:track:0123456789abcdefghijAC");
        Setup s({a, b, c});
        QVERIFY(s.ok);
        s.view.selectPositions({0, 2});
        s.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("https://open.spotify.com/track/0123456789abcdefghijAA\n"
                                "https://open.spotify.com/track/0123456789abcdefghijAC"));
        QCOMPARE(QGuiApplication::clipboard()->mimeData()->urls().size(), 2);
        s.view.selectPositions({0});
        s.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(s.list.tracks.rowCount(), 5);
        QCOMPARE(s.view.selectedPositions(), (std::vector<int>{1, 2}));
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")), (QStringList{a, a, c, b, c}));
    }

    void cutAndPasteMoves()
    {
        const QString a = QStringLiteral("spotify:track:0123456789abcdefghijAA");
        const QString b = QStringLiteral("spotify:track:0123456789abcdefghijAB");
        const QString c = QStringLiteral("spotify:track:0123456789abcdefghijAC");
        Setup s({a, b, c});
        QVERIFY(s.ok);
        s.view.selectPositions({0});
        s.press(Qt::Key_X, Qt::ControlModifier);
        QCOMPARE(s.list.tracks.rowCount(), 2);
        s.view.selectPositions({1});
        s.press(Qt::Key_V, Qt::ControlModifier);
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")), (QStringList{b, c, a}));
        QCOMPARE(s.list.tracks.index(2).data(models::TrackListModel::TitleRole).toString(),
                 QStringLiteral("0123456789abcdefghijAA"));
    }

    void pastingNonsenseSaysSo()
    {
        Setup s(Setup::plain(2));
        QVERIFY(s.ok);
        QGuiApplication::clipboard()->setText(QStringLiteral("milk, eggs and a newspaper"));
        s.press(Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(s.list.tracks.rowCount(), 2);
        QVERIFY(s.messages.bar(QStringLiteral("tracks")));
    }

    void addsByLink()
    {
        Setup s(Setup::plain(2));
        QVERIFY(s.ok);
        s.view.selectPositions({0});
        s.commands.action(CommandId::AddLinks)->trigger();
        auto *links = s.dialog<QPlainTextEdit>();
        QVERIFY(links);
        auto *dialog = s.window.findChild<QDialog *>();
        auto *add = dialog->findChild<QPushButton *>(QStringLiteral("accept"));
        QVERIFY(!add->isEnabled());
        links->setPlainText(QStringLiteral("look: https://open.spotify.com/track/0123456789abcdefghijAA"));
        QVERIFY(add->isEnabled());
        add->click();
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).at(1), QStringLiteral("spotify:track:0123456789abcdefghijAA"));
    }

    void opensTheTrackOnSpotify()
    {
        Setup s({QStringLiteral("spotify:track:0123456789abcdefghijAA"), QStringLiteral("spotify:local:a:b:c:1")});
        QVERIFY(s.ok);
        s.view.selectPositions({0});
        s.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(s.opened,
                 (QList<QUrl>{QUrl(QStringLiteral("https://open.spotify.com/track/0123456789abcdefghijAA"))}));
        s.view.selectPositions({1});
        s.press(Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(s.opened.size(), 1);
        QVERIFY(s.messages.bar(QStringLiteral("tracks")));
    }

    void commandsAreEnabledWhereTheyDoSomething()
    {
        Setup s(Setup::plain(3));
        QVERIFY(s.ok);
        const auto enabled = [&](CommandId id) { return s.commands.action(id)->isEnabled(); };
        QTRY_VERIFY(!enabled(CommandId::Remove));
        QVERIFY(enabled(CommandId::Paste));
        s.view.selectPositions({1});
        QTRY_VERIFY(enabled(CommandId::Remove));
        QVERIFY(enabled(CommandId::MoveUp));
        s.view.setTracks(nullptr);
        QTRY_VERIFY(!enabled(CommandId::Paste));
        QVERIFY(!enabled(CommandId::SelectAll));
    }
};

SEGUE_TEST(TestTrackActions)
#include "tst_TrackActions.moc"
