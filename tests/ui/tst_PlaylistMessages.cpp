// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/history/HistoryDialog.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace segue;
using namespace segue::test;

/// What the page says of refusals and of edits made elsewhere, and what can be done about them there.
class TestPlaylistMessages : public QObject
{
    Q_OBJECT

    static ui::MessageBar *bar(const WorkspaceFixture &w, const char *id)
    {
        return w.work->page().messages().bar(QLatin1String(id));
    }

    static void changeElsewhere(WorkspaceFixture &w)
    {
        w.api.editElsewhere(QStringLiteral("p"), [](QList<web::PlaylistEntry> &entries) { entries.removeAt(1); });
        w.editor().load();
    }

private Q_SLOTS:
    void aRefusedEditCanBeTakenAwayAsTextAndTriedAgain()
    {
        WorkspaceFixture w;
        QVERIFY(w.start());
        w.api.failNextWrite({FakeApi::error(ErrorKind::NotAllowed, 403), false});
        w.editor().moveRows({4}, 0);
        QTRY_VERIFY(bar(w, "refused"));
        QVERIFY(press(bar(w, "refused"), QStringLiteral("Copy as text")));
        QVERIFY2(QGuiApplication::clipboard()->text().startsWith(QStringLiteral("5 → 1: ")),
                 qPrintable(QGuiApplication::clipboard()->text()));
        QVERIFY(bar(w, "refused")); // still there, for the other button
        QVERIFY(press(bar(w, "refused"), QStringLiteral("Try again")));
        QVERIFY(w.saved());
        QVERIFY(!bar(w, "refused"));
        QCOMPARE(w.api.urisOf(QStringLiteral("p")).constFirst(), QStringLiteral("spotify:track:t4"));
    }

    void aClientIdThatIsRefusedIsNotMistakenForSomebodyElsesPlaylist()
    {
        WorkspaceFixture w;
        Error refused = FakeApi::error(ErrorKind::AppRefused, 403);
        refused.userText = QStringLiteral("Spotify does not know you.");
        w.api.failNextRead(refused);
        w.show(w, QStringLiteral("p"));
        QTRY_VERIFY(w.work->page().messages().bar(QStringLiteral("load")));
        QCOMPARE(bar(w, "load")->text(), refused.userText);
        QVERIFY(press(bar(w, "load"), QStringLiteral("Try again")));
        QTRY_VERIFY(w.shownComplete());
    }

    void editsWaitWhileTheClientIdIsRefused()
    {
        WorkspaceFixture w;
        QVERIFY(w.start());
        w.api.failNextWrite({FakeApi::error(ErrorKind::AppRefused, 403), false});
        w.editor().moveRows({4}, 0);
        QTRY_COMPARE(w.editor().saveStatus().state, playlist::SaveStatus::State::Held);
        QCOMPARE(w.editor().document().rowAt(0).uri(), QStringLiteral("spotify:track:t4"));
        w.editor().resume();
        QVERIFY(w.saved());
        QCOMPARE(w.api.urisOf(QStringLiteral("p")).constFirst(), QStringLiteral("spotify:track:t4"));
    }

    void changesMadeElsewhereCanBeLookedAt()
    {
        WorkspaceFixture w;
        w.keepHistory();
        QVERIFY(w.start());
        changeElsewhere(w);
        QTRY_VERIFY(bar(w, "merged"));
        QVERIFY(bar(w, "merged")->text().contains(QStringLiteral("1 track was removed")));
        QVERIFY(press(bar(w, "merged"), QStringLiteral("Show changes")));
        QTRY_VERIFY(w.dialog<ui::HistoryDialog>());
    }

    void withoutAHistoryThereIsNothingToLookAt()
    {
        WorkspaceFixture w;
        QVERIFY(w.start());
        changeElsewhere(w);
        QTRY_VERIFY(bar(w, "merged"));
        QVERIFY(!press(bar(w, "merged"), QStringLiteral("Show changes")));
    }

    void aPlaylistThatIsShownAgainIsLookedUp()
    {
        WorkspaceFixture w;
        QVERIFY(w.start());
        w.editor().setCheckInterval(std::chrono::milliseconds(0));
        w.work->showPlaylist(QStringLiteral("q"));
        QVERIFY(w.waitForList());
        w.api.editElsewhere(QStringLiteral("p"), [](QList<web::PlaylistEntry> &entries) { entries.removeAt(1); });
        w.work->showPlaylist(QStringLiteral("p"));
        QTRY_VERIFY(bar(w, "merged"));
        QCOMPARE(w.editor().document().size(), 4);
    }
};

SEGUE_TEST(TestPlaylistMessages)
#include "tst_PlaylistMessages.moc"
