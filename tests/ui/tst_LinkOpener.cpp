// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/library/LinkOpener.h"
#include "ui/library/PlaylistList.h"
#include "ui/library/SideBar.h"
#include "ui/panes/Panes.h"
#include "ui/playlist/PlaylistHeader.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace segue;
using namespace segue::test;
using ui::CommandId;

namespace
{

const QString strangerId = QStringLiteral("37i9dQZF1DXcBWIGoYBM5M");
const QString strangerLink = QStringLiteral("https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M?si=abc");

} // namespace

/// Playlists outside the library: by their link into the window, by their heart into the library.
class TestLinkOpener : public QObject
{
    Q_OBJECT

private:
    struct Setup : WorkspaceFixture {
        Setup()
        {
            web::Playlist &stranger = api.addPlaylist(strangerId, 6);
            stranger.name = QStringLiteral("Somewhere else");
            stranger.ownerId = QStringLiteral("somebody");
            stranger.ownerName = QStringLiteral("Somebody");
            api.outside.insert(strangerId);
        }
        [[nodiscard]] QLineEdit &field() const { return work->sideBar().filter(); }
        void enter(const QString &text, Qt::KeyboardModifiers modifiers = {}) const
        {
            field().setFocus();
            field().setText(text);
            QTest::keyClick(&field(), Qt::Key_Return, modifiers);
        }
        [[nodiscard]] QString title() const { return work->page().header().titleText(); }
        [[nodiscard]] QToolButton *heart() const
        {
            return work->page().header().findChild<QToolButton *>(QStringLiteral("followButton"));
        }
        [[nodiscard]] QString message() const
        {
            const ui::MessageBar *bar = work->messages().bar(QStringLiteral("link"));
            return bar ? bar->text() : QString();
        }
    };

private Q_SLOTS:
    void knowsAPlaylistInAText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("id");
        QTest::newRow("address") << strangerLink << strangerId;
        QTest::newRow("URI") << QStringLiteral("spotify:playlist:37i9dQZF1DXcBWIGoYBM5M") << strangerId;
        QTest::newRow("old URI") << QStringLiteral("spotify:user:x:playlist:37i9dQZF1DXcBWIGoYBM5M") << strangerId;
        QTest::newRow("text around it") << QString(QStringLiteral("listen: ") + strangerLink + u'!') << strangerId;
        QTest::newRow("bare id") << QString(u' ' + strangerId + u' ') << strangerId;
        QTest::newRow("a track") << QStringLiteral("spotify:track:37i9dQZF1DXcBWIGoYBM5M") << QString();
        QTest::newRow("two") << QString(strangerLink + u' ' + strangerLink) << QString();
        QTest::newRow("a name") << QStringLiteral("night") << QString();
        QTest::newRow("nothing") << QString() << QString();
    }

    void knowsAPlaylistInAText()
    {
        QFETCH(const QString, text);
        QTEST(ui::LinkOpener::playlistIn(text), "id");
    }

    void aLinkInTheFieldOpensThePlaylist()
    {
        Setup s;
        QVERIFY(s.start());
        s.field().setText(strangerLink);
        const auto *hint = s.work->findChild<QLabel *>(QStringLiteral("sideBarHint"));
        QVERIFY(hint->isVisible());
        QVERIFY(hint->text().contains(QStringLiteral("Enter")));
        s.enter(strangerLink);
        QTRY_COMPARE(s.title(), QStringLiteral("Somewhere else"));
        QTRY_VERIFY(s.shownComplete());
        QCOMPARE(s.view().tracks()->rowCount(), 6);
        QVERIFY(s.field().text().isEmpty());
        QVERIFY(s.message().isEmpty());
        QVERIFY(!s.library.contains(strangerId));
        QCOMPARE(s.work->sideBar().list().selectionModel()->selectedIndexes().size(), 0);
        // It may be copied and exported like any other that can be read, and not be deleted.
        QTRY_VERIFY(s.action(CommandId::CopyPlaylist)->isEnabled());
        QVERIFY(s.action(CommandId::ExportPlaylist)->isEnabled());
        QVERIFY(!s.action(CommandId::DeletePlaylist)->isEnabled());
    }

    void withCtrlItOpensBeside()
    {
        Setup s;
        QVERIFY(s.start());
        s.enter(strangerLink, Qt::ControlModifier);
        QTRY_COMPARE(s.work->panes().all().size(), 2U);
        QTRY_COMPARE(s.title(), QStringLiteral("Somewhere else"));
    }

    void theNextOneOpensHereAgain()
    {
        Setup s;
        QVERIFY(s.start());
        s.enter(strangerLink, Qt::ControlModifier);
        QTRY_COMPARE(s.title(), QStringLiteral("Somewhere else"));
        s.action(CommandId::CloseSide)->trigger();
        s.enter(strangerLink);
        QTRY_COMPARE(s.title(), QStringLiteral("Somewhere else"));
        QCOMPARE(s.work->panes().all().size(), 1U);
    }

    void oneOfTheLibraryIsNotAskedFor()
    {
        Setup s;
        s.api.outside.clear();
        QVERIFY(s.start());
        s.api.log.clear();
        s.enter(strangerLink);
        QCOMPARE(s.title(), QStringLiteral("Somewhere else"));
        QVERIFY(!s.api.log.contains(QStringLiteral("follows ") + strangerId));
    }

    void whatIsNotThereIsSaid()
    {
        Setup s;
        QVERIFY(s.start());
        s.enter(QStringLiteral("spotify:playlist:0000000000000000000000"));
        QTRY_VERIFY(s.message().contains(QStringLiteral("no playlist at this link")));
        QCOMPARE(s.title(), QStringLiteral("Night drive"));
        // And is gone once another one is found.
        s.enter(strangerLink);
        QTRY_COMPARE(s.title(), QStringLiteral("Somewhere else"));
        QVERIFY(s.message().isEmpty());
    }

    void theHeartPutsItIntoTheLibrary()
    {
        Setup s;
        QVERIFY(s.start());
        QVERIFY(!s.heart()->isVisible()); // one's own
        s.enter(strangerLink);
        QTRY_COMPARE(s.title(), QStringLiteral("Somewhere else"));
        QVERIFY(s.heart()->isVisible());
        QCOMPARE(s.heart()->accessibleName(), QStringLiteral("Follow"));
        QVERIFY(s.action(CommandId::FollowPlaylist)->isEnabled());
        s.heart()->click();
        QTRY_VERIFY(s.library.contains(strangerId));
        QVERIFY(s.api.log.contains(QStringLiteral("follow ") + strangerId));
        QCOMPARE(s.heart()->accessibleName(), QStringLiteral("Stop following"));
        QVERIFY(!s.action(CommandId::FollowPlaylist)->isEnabled());
        QVERIFY(s.action(CommandId::DeletePlaylist)->isEnabled());
        // And out of it again, after a question.
        s.heart()->click();
        QTRY_VERIFY(!s.library.contains(strangerId));
        QCOMPARE(s.questions.size(), 1);
    }

    void followedElsewhereMeanwhileIsNoticed()
    {
        Setup s;
        QVERIFY(s.start());
        s.api.outside.clear();
        s.enter(strangerLink);
        QTRY_VERIFY(s.library.contains(strangerId));
        QTRY_COMPARE(s.heart()->accessibleName(), QStringLiteral("Stop following"));
        QVERIFY(!s.api.log.contains(QStringLiteral("follow ") + strangerId));
    }
};

SEGUE_TEST(TestLinkOpener)
#include "tst_LinkOpener.moc"
