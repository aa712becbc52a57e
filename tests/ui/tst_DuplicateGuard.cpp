// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/TrackMime.h"
#include "tests/support/FakeCatalogue.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/library/PlaylistList.h"
#include "ui/library/SideBar.h"
#include "ui/panes/Pane.h"
#include "ui/panes/Panes.h"
#include "ui/tracks/DuplicateGuard.h"

#include <QClipboard>
#include <QToolButton>

using namespace segue;
using namespace segue::test;
using ui::CommandId;

/// What is asked before tracks are added to a list that has them, on every way they come.
class TestDuplicateGuard : public QObject
{
    Q_OBJECT

private:
    /// On "p" with the tracks t0 … t4.
    struct Setup : WorkspaceFixture {
        Setup() { settings.set(ui::setting::askAboutDuplicates, true); }
        static QList<web::MediumPtr> media(const QStringList &names)
        {
            QList<web::MediumPtr> media;
            for (const QString &name : names)
                media.append(FakeApi::entry(QStringLiteral("spotify:track:") + name).medium);
            return media;
        }
        void paste(const QStringList &names) const
        {
            QGuiApplication::clipboard()->setMimeData(models::makeMediaMime(media(names)).release());
            action(CommandId::Paste)->trigger();
        }
        [[nodiscard]] ui::MessageBar *question() const { return questionAbout(QStringLiteral("p")); }
        [[nodiscard]] ui::MessageBar *questionAbout(const QString &id) const
        {
            return work->messages().bar(ui::DuplicateGuard::messageIdOf(id));
        }
        [[nodiscard]] QString order() const
        {
            QStringList titles;
            for (int i = 0; i < editor().document().size(); ++i)
                titles.append(view().tracks()->index(i).data().toString());
            return titles.join(u' ');
        }
        [[nodiscard]] int steps() const { return editor().undoStack().index(); }
    };
    static QStringList two() { return {QStringLiteral("t1"), QStringLiteral("new")}; }

private Q_SLOTS:
    void whatIsNewIsAddedAtOnce()
    {
        Setup s;
        QVERIFY(s.start());
        s.view().selectPositions({0});
        s.paste({QStringLiteral("new"), QStringLiteral("newer")});
        QVERIFY(!s.question());
        QCOMPARE(s.order(), QStringLiteral("t0 new newer t1 t2 t3 t4"));
    }

    void theMissingOnes()
    {
        Setup s;
        QVERIFY(s.start());
        s.view().selectPositions({0});
        s.paste(two());
        QVERIFY(s.question());
        QCOMPARE(s.question()->text(), QStringLiteral("“Night drive” has 1 of these tracks already."));
        QCOMPARE(s.order(), QStringLiteral("t0 t1 t2 t3 t4")); // nothing is added yet, and nothing is in the way
        QVERIFY(press(s.question(), QStringLiteral("Add the one that is missing")));
        QVERIFY(!s.question());
        QCOMPARE(s.order(), QStringLiteral("t0 new t1 t2 t3 t4"));
        QCOMPARE(s.view().selectedPositions(), (std::vector<int>{1}));
        QCOMPARE(s.steps(), 1);
    }

    void allOfThemInOneStep()
    {
        Setup s;
        QVERIFY(s.start());
        s.view().selectPositions({4});
        s.paste(two());
        QVERIFY(press(s.question(), QStringLiteral("Add all")));
        QCOMPARE(s.order(), QStringLiteral("t0 t1 t2 t3 t4 t1 new"));
        QCOMPARE(s.steps(), 1);
        s.action(CommandId::Undo)->trigger();
        QCOMPARE(s.order(), QStringLiteral("t0 t1 t2 t3 t4"));
    }

    void itIsSaidHowManyAreThereAndHowManyAreNot()
    {
        Setup s;
        QVERIFY(s.start());
        s.view().selectPositions({4});
        s.paste({QStringLiteral("t1"), QStringLiteral("new"), QStringLiteral("t2"), QStringLiteral("t3"),
                 QStringLiteral("newer")});
        QCOMPARE(s.question()->text(), QStringLiteral("“Night drive” has 3 of these tracks already."));
        QVERIFY(press(s.question(), QStringLiteral("Add the 2 that are missing")));
        QCOMPARE(s.order(), QStringLiteral("t0 t1 t2 t3 t4 new newer")); // as they came
    }

    void theQuestionCanOnlyBeAnswered()
    {
        Setup s;
        QVERIFY(s.start());
        s.paste(two());
        QVERIFY(s.question());
        QVERIFY(!s.question()->findChild<QToolButton *>(QStringLiteral("messageClose-") + s.question()->id()));
    }

    void aLaterAddingLeavesTheQuestion()
    {
        Setup s;
        QVERIFY(s.start());
        s.view().selectPositions({4});
        s.paste(two());
        s.paste({QStringLiteral("newer")});
        s.action(CommandId::AskAboutDuplicates)->trigger();
        s.paste({QStringLiteral("t3")});
        QCOMPARE(s.order(), QStringLiteral("t0 t1 t2 t3 t4 newer t3"));
        QVERIFY(press(s.question(), QStringLiteral("Cancel")));
        QVERIFY(!s.question());
        QCOMPARE(s.order(), QStringLiteral("t0 t1 t2 t3 t4 newer t3"));
    }

    void whatIsNotSavedYetCounts()
    {
        Setup s;
        QVERIFY(s.start());
        s.api.hold(true);
        s.view().selectPositions({4});
        s.paste({QStringLiteral("new")});
        QVERIFY(s.editor().removeRows({1}));
        s.paste({QStringLiteral("t1")});
        QVERIFY(!s.question());
        s.paste({QStringLiteral("new")});
        QVERIFY(s.question());
        s.api.hold(false);
        QVERIFY(s.saved());
    }

    void cancelled()
    {
        Setup s;
        QVERIFY(s.start());
        s.paste({QStringLiteral("t1")});
        QCOMPARE(s.question()->text(), QStringLiteral("“Night drive” has this track already."));
        QVERIFY(press(s.question(), QStringLiteral("Cancel")));
        QVERIFY(!s.question());
        QCOMPARE(s.steps(), 0);
    }

    void thePlaceIsKeptWhileTheListGoesOn()
    {
        Setup s;
        QVERIFY(s.start());
        s.view().selectPositions({1}); // behind t1, in front of t2
        s.paste({QStringLiteral("t0")});
        QVERIFY(s.editor().moveRows({4}, 0));
        QVERIFY(press(s.question(), QStringLiteral("Add it again")));
        QCOMPARE(s.order(), QStringLiteral("t4 t0 t1 t0 t2 t3"));
    }

    void theUserNeedNotBeAsked()
    {
        Setup s;
        QVERIFY(s.start());
        QVERIFY(s.action(CommandId::AskAboutDuplicates)->isChecked());
        s.action(CommandId::AskAboutDuplicates)->trigger();
        QVERIFY(!s.settings.value(ui::setting::askAboutDuplicates));
        s.paste(two());
        QVERIFY(!s.question());
        QCOMPARE(s.editor().document().size(), 7);
    }

    void droppedFromElsewhere()
    {
        Setup s;
        QVERIFY(s.start());
        const std::unique_ptr<QMimeData> data = models::makeMediaMime(Setup::media(two()));
        QVERIFY(drop(*s.view().viewport(), QPoint(40, s.view().edgeOf(2)), *data));
        QVERIFY(s.question());
        QVERIFY(press(s.question(), QStringLiteral("Add the one that is missing")));
        QCOMPARE(s.order(), QStringLiteral("t0 t1 new t2 t3 t4"));
    }

    void rowsOfTheListItselfAreNotAskedAbout()
    {
        Setup s;
        QVERIFY(s.start());
        const std::unique_ptr<QMimeData> rows(s.view().tracks()->mimeData({s.view().tracks()->index(0)}));
        QVERIFY(drop(*s.view().viewport(), QPoint(40, s.view().edgeOf(3)), *rows));
        QCOMPARE(s.order(), QStringLiteral("t1 t2 t0 t3 t4"));
        QVERIFY(drop(*s.view().viewport(), QPoint(40, s.view().edgeOf(0)), *rows, Qt::MoveAction | Qt::CopyAction,
                     Qt::ControlModifier));
        QCOMPARE(s.order(), QStringLiteral("t0 t1 t2 t0 t3 t4"));
        s.view().selectPositions({5});
        s.action(CommandId::Copy)->trigger();
        s.action(CommandId::Paste)->trigger();
        QCOMPARE(s.order(), QStringLiteral("t0 t1 t2 t0 t3 t4 t4"));
        QVERIFY(!s.question());
    }

    void whatIsBehindALink()
    {
        Setup s;
        FakeCatalogue catalogue;
        s.account.catalogue = &catalogue;
        const QString album = QStringLiteral("4uLU6hMCjMI75M1A2tKUQC");
        catalogue.addAlbum(album, 2);
        s.api.entriesOf(QStringLiteral("p")).append(FakeApi::entry(catalogue.tracks[album].at(0)->uri));
        QVERIFY(s.start());
        s.view().selectPositions({0});
        s.work->panes().active().addLinks({QUrl(QStringLiteral("https://open.spotify.com/album/") + album)});
        QTRY_VERIFY(s.question());
        QCOMPARE(s.question()->text(), QStringLiteral("“Night drive” has 1 of these tracks already."));
        QVERIFY(s.editor().moveRows({2}, 0)); // the place goes along with its row
        QVERIFY(press(s.question(), QStringLiteral("Add the one that is missing")));
        QCOMPARE(s.editor().document().rowAt(2).uri(), catalogue.tracks[album].at(1)->uri);
        QCOMPARE(s.view().selectedPositions(), (std::vector<int>{2}));
    }

    void severalThatAreMissing()
    {
        Setup s;
        QVERIFY(s.start());
        s.paste({QStringLiteral("t1"), QStringLiteral("new"), QStringLiteral("newer")});
        QVERIFY(press(s.question(), QStringLiteral("Add the 2 that are missing")));
        QCOMPARE(s.editor().document().size(), 7);
    }

    void rowsThatWereCutComeBackUnasked()
    {
        Setup s;
        s.api.entriesOf(QStringLiteral("p")).append(FakeApi::entry(QStringLiteral("spotify:track:t1")));
        QVERIFY(s.start());
        s.view().selectPositions({1});
        s.action(CommandId::Cut)->trigger();
        QCOMPARE(s.order(), QStringLiteral("t0 t2 t3 t4 t1"));
        s.view().selectPositions({2});
        s.action(CommandId::Paste)->trigger();
        QVERIFY(!s.question());
        QCOMPARE(s.order(), QStringLiteral("t0 t2 t3 t1 t4 t1"));
    }

    void oneQuestionAfterTheOther()
    {
        Setup s;
        QVERIFY(s.start());
        s.view().selectPositions({4});
        s.paste(two());
        s.paste({QStringLiteral("t2")});
        QVERIFY(press(s.question(), QStringLiteral("Add the one that is missing")));
        QVERIFY(s.question());
        QCOMPARE(s.question()->text(), QStringLiteral("“Night drive” has this track already."));
        QVERIFY(press(s.question(), QStringLiteral("Add it again")));
        QVERIFY(!s.question());
        QCOMPARE(s.order(), QStringLiteral("t0 t1 t2 t3 t4 new t2"));
    }

    void aQuestionWaitsWhileOtherPlaylistsAreShown()
    {
        Setup s;
        for (int i = 0; i < 8; ++i)
            s.api.addPlaylist(QStringLiteral("x%1").arg(i), 2);
        QVERIFY(s.start());
        s.view().selectPositions({0});
        s.paste(two());
        for (int i = 0; i < 8; ++i)
            s.work->showPlaylist(QStringLiteral("x%1").arg(i));
        QTRY_VERIFY(s.shownComplete());
        QVERIFY(s.question());
        QVERIFY(press(s.question(), QStringLiteral("Add the one that is missing")));
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("p")).size(), 6);
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).at(1), QStringLiteral("spotify:track:new"));
        QCOMPARE(s.editor().document().size(), 2);
        QVERIFY(s.saved());
    }

    void aSecondDropOnTheSameLeavesTheFirstQuestion()
    {
        Setup s;
        QVERIFY(s.start());
        const std::unique_ptr<QMimeData> first = models::makeMediaMime(Setup::media(two()));
        const std::unique_ptr<QMimeData> second = models::makeMediaMime(Setup::media({QStringLiteral("other")}));
        Q_EMIT s.work->sideBar().tracksDropped(QStringLiteral("q"), first.get());
        QTRY_VERIFY(s.questionAbout(QStringLiteral("q")));
        Q_EMIT s.work->sideBar().tracksDropped(QStringLiteral("q"), second.get());
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("q")).size(), 4);
        QVERIFY(press(s.questionAbout(QStringLiteral("q")), QStringLiteral("Add the one that is missing")));
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("q")).size(), 5);
        QVERIFY(s.saved());
    }

    void droppedOnAPlaylistOfTheSideBar()
    {
        Setup s;
        QVERIFY(s.start());
        ui::PlaylistList &list = s.work->sideBar().list();
        QModelIndex sunday;
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            if (list.model()->index(row, 0).data().toString() == QLatin1String("Sunday"))
                sunday = list.model()->index(row, 0);
        }
        const std::unique_ptr<QMimeData> data = models::makeMediaMime(Setup::media(two()));
        QVERIFY(drop(*list.viewport(), list.visualRect(sunday).center(), *data));
        const auto message = [&s] { return s.questionAbout(QStringLiteral("q")); };
        QTRY_VERIFY(message());
        QCOMPARE(message()->text(), QStringLiteral("“Sunday” has 1 of these tracks already."));
        QVERIFY(press(message(), QStringLiteral("Add the one that is missing")));
        QTRY_COMPARE(s.api.urisOf(QStringLiteral("q")).size(), 4);
        QCOMPARE(s.api.urisOf(QStringLiteral("q")).last(), QStringLiteral("spotify:track:new"));
        QVERIFY(drop(*list.viewport(), list.visualRect(sunday).center(), *data));
        QVERIFY(message());
        QCOMPARE(message()->text(), QStringLiteral("“Sunday” has all of these tracks already."));
        QVERIFY(press(message(), QStringLiteral("Cancel")));
        QVERIFY(!message());
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("q")).size(), 4);
    }
};

SEGUE_TEST(TestDuplicateGuard)
#include "tst_DuplicateGuard.moc"
