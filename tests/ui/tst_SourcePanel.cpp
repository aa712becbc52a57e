// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/FakeCatalogue.h"
#include "tests/support/FakeListening.h"
#include "tests/support/FakeShelf.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/playlist/PlaylistHeader.h"
#include "ui/sources/SourcePanel.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace segue;
using namespace segue::test;
using ui::CommandId;

/// The search beside the playlist: found, gone into, taken over. Over an Api and a catalogue in memory.
class TestSourcePanel : public QObject
{
    Q_OBJECT

private:
    struct Setup : WorkspaceFixture {
        Setup()
        {
            account.catalogue = &catalogue;
            const web::Album album = catalogue.addAlbum(QStringLiteral("blue"), 30);
            catalogue.addAlbum(QStringLiteral("red"), 3);
            const web::Artist artist =
                catalogue.addArtist(QStringLiteral("ann"), {QStringLiteral("blue"), QStringLiteral("red")});
            web::SearchResults &results = catalogue.found[QStringLiteral("blue")];
            results.tracks.items = catalogue.tracks[QStringLiteral("blue")].mid(0, 25);
            results.albums.items = {album};
            results.artists.items = {artist};
        }
        [[nodiscard]] bool startSearching(const QString &text = QStringLiteral("blue"))
        {
            if (!start())
                return false;
            action(CommandId::SearchSpotify)->trigger();
            panel().search(text);
            return QTest::qWaitFor([this] { return !panel().model().isReading(); });
        }
        [[nodiscard]] ui::SourcePanel &panel() const { return *work->findChild<ui::SourcePanel *>(); }
        [[nodiscard]] QListView &list() const { return panel().list(); }
        [[nodiscard]] int rows() const { return panel().model().rowCount(); }
        [[nodiscard]] QString title(int row) const { return list().model()->index(row, 0).data().toString(); }
        void choose(const QString &view) const
        {
            auto *views = panel().findChild<QComboBox *>(QStringLiteral("sourceViews"));
            views->setCurrentIndex(views->findText(view));
            Q_EMIT views->activated(views->currentIndex());
        }
        void enter(int row) const
        {
            list().setFocus();
            list().setCurrentIndex(list().model()->index(row, 0));
            QTest::keyClick(&list(), Qt::Key_Return);
        }
        [[nodiscard]] QString state() const
        {
            const auto *label = panel().findChild<QLabel *>(QStringLiteral("sourceState"));
            return label->isVisible() ? label->text() : QString();
        }
        [[nodiscard]] QToolButton *back() const
        {
            return panel().findChild<QToolButton *>(QStringLiteral("sourceBack"));
        }

        FakeCatalogue catalogue;
    };

private Q_SLOTS:
    void theCommandOpensIt()
    {
        Setup s;
        QVERIFY(s.start());
        QVERIFY(!s.panel().isVisible());
        QTest::keyClick(&s.view(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(s.panel().isVisible());
        QVERIFY(s.panel().field().hasFocus());
        QVERIFY(s.settings.value(ui::setting::searchShown));
        QTest::keyClick(&s.panel().field(), Qt::Key_Escape);
        QVERIFY(!s.panel().isVisible());
        QVERIFY(s.view().hasFocus());
        QVERIFY(!s.settings.value(ui::setting::searchShown));
    }

    void itIsThereAgainWhenItWasLeftOpen()
    {
        Setup s;
        s.settings.set(ui::setting::searchShown, true);
        QVERIFY(s.start());
        QVERIFY(s.panel().isVisible());
    }

    void itsButtonClosesIt()
    {
        Setup s;
        QVERIFY(s.start());
        s.action(CommandId::SearchSpotify)->trigger();
        s.panel().findChild<QToolButton *>(QStringLiteral("sourceClose"))->click();
        QVERIFY(!s.panel().isVisible());
        QVERIFY(s.view().hasFocus());
    }

    void spacesAreNotLookedFor()
    {
        Setup s;
        QVERIFY(s.start());
        s.action(CommandId::SearchSpotify)->trigger();
        QTest::keyClicks(&s.panel().field(), QStringLiteral("  blue  train "));
        QTest::keyClick(&s.panel().field(), Qt::Key_Return);
        QTRY_VERIFY(!s.catalogue.log.isEmpty());
        QVERIFY(s.catalogue.log.constFirst().startsWith(QStringLiteral("search blue train ")));
    }

    void withoutACatalogueThereIsNone()
    {
        Setup s;
        s.account.catalogue = nullptr;
        QVERIFY(s.start());
        QVERIFY(!s.action(CommandId::SearchSpotify)->isEnabled());
        QVERIFY(!s.work->findChild<ui::SourcePanel *>());
    }

    void whatIsTypedIsLookedFor()
    {
        Setup s;
        QVERIFY(s.start());
        s.action(CommandId::SearchSpotify)->trigger();
        QTest::keyClicks(&s.panel().field(), QStringLiteral("blue"));
        // Once, after a pause, not with every letter.
        QTRY_VERIFY(!s.catalogue.log.isEmpty());
        QTRY_VERIFY(s.rows() >= 10);
        QCOMPARE(s.catalogue.log.constFirst().section(u' ', 0, 1), QStringLiteral("search blue"));
        QCOMPARE(s.title(0), s.catalogue.tracks[QStringLiteral("blue")].constFirst()->title);
        const auto asked = s.catalogue.log.size();
        QTest::keyClick(&s.panel().field(), Qt::Key_Return); // the same again asks for nothing
        QCOMPARE(s.catalogue.log.size(), asked);
    }

    void pagesComeAsFarAsTheListIsLookedAt()
    {
        Setup s;
        QVERIFY(s.startSearching());
        QTRY_VERIFY(s.rows() > s.catalogue.searchPageSize); // one page does not fill the panel
        s.list().scrollToBottom();
        QTRY_COMPARE(s.rows(), 25);
    }

    void nothingFoundIsSaid()
    {
        Setup s;
        QVERIFY(s.startSearching(QStringLiteral("zzz")));
        QTRY_COMPARE(s.state(), QStringLiteral("Nothing was found for “zzz”."));
        s.panel().search(QStringLiteral("blue"));
        QTRY_VERIFY(s.rows() > 0);
        QCOMPARE(s.state(), QString());
    }

    void theMenuIsAboutTheRowItWasOpenedFor()
    {
        Setup s;
        QVERIFY(s.startSearching());
        s.choose(QStringLiteral("Albums"));
        QTRY_COMPARE(s.rows(), 1);
        Q_EMIT s.list().customContextMenuRequested(s.list().visualRect(s.list().model()->index(0, 0)).center());
        auto *menu = s.panel().findChild<QMenu *>(QStringLiteral("sourceMenu"));
        QVERIFY(menu);
        s.panel().search(QStringLiteral("nothing of that name")); // what was typed before has its turn
        QTRY_COMPARE(s.rows(), 0);
        menu->findChild<QAction *>(QStringLiteral("sourceUse"))->trigger();
        QTRY_COMPARE(s.rows(), 30); // the tracks of the album
    }

    void goingBackComesToTheSamePlace()
    {
        Setup s;
        web::SearchResults &results = s.catalogue.found[QStringLiteral("many")];
        for (int i = 0; i < 40; ++i)
            results.albums.items.append(s.catalogue.addAlbum(QStringLiteral("album%1").arg(i), 2));
        QVERIFY(s.startSearching(QStringLiteral("many")));
        s.choose(QStringLiteral("Albums"));
        QTRY_VERIFY(s.rows() >= 10);
        s.list().setFixedHeight(120);
        s.list().scrollTo(s.list().model()->index(5, 0), QAbstractItemView::PositionAtTop);
        const int scrolled = s.list().verticalScrollBar()->value();
        QVERIFY(scrolled > 0);
        s.enter(6);
        QTRY_COMPARE(s.rows(), 2);
        s.back()->click();
        QCOMPARE(s.list().currentIndex().row(), 6);
        QCOMPARE(s.list().verticalScrollBar()->value(), scrolled);
    }

    void namesOfListsAreWhole()
    {
        Setup s;
        QVERIFY(s.startSearching());
        s.choose(QStringLiteral("Artists"));
        QTRY_COMPARE(s.rows(), 1);
        s.enter(0);
        const auto *views = s.panel().findChild<QComboBox *>(QStringLiteral("sourceViews"));
        const int name = views->fontMetrics().horizontalAdvance(QStringLiteral("Popular tracks"));
        QTRY_VERIFY2(views->width() > name + 20, qPrintable(QString::number(views->width())));
    }

    void escapeLeavesFromAnyPart()
    {
        Setup s;
        QVERIFY(s.startSearching());
        auto *close = s.panel().findChild<QToolButton *>(QStringLiteral("sourceClose"));
        close->setFocus();
        QTest::keyClick(close, Qt::Key_Escape);
        QVERIFY(!s.panel().isVisible());
    }

    void aFailureIsSaidAndTriedAgain()
    {
        Setup s;
        QVERIFY(s.start());
        s.action(CommandId::SearchSpotify)->trigger();
        s.catalogue.answers.failNext({.error = {.kind = ErrorKind::Network, .userText = QStringLiteral("Away.")}});
        s.panel().search(QStringLiteral("blue"));
        QTRY_COMPARE(s.state(), QStringLiteral("Away."));
        auto *again = s.panel().findChild<QPushButton *>(QStringLiteral("sourceHelp"));
        QVERIFY(again->isVisible());
        again->click();
        QTRY_VERIFY(s.rows() > 0);
        QVERIFY(!again->isVisible());
    }

    void goesIntoAnArtistAndAnAlbumAndBack()
    {
        Setup s;
        QVERIFY(s.startSearching());
        s.choose(QStringLiteral("Artists"));
        QTRY_COMPARE(s.rows(), 1);
        s.enter(0);
        QTRY_COMPARE(s.rows(), 2);
        QVERIFY(s.back()->isVisible());
        QVERIFY(!s.panel().field().isVisible());
        s.choose(QStringLiteral("Popular tracks"));
        QTRY_VERIFY(s.rows() > 0 && s.panel().model().at(0).isMedium());
        s.choose(QStringLiteral("Albums"));
        QTRY_COMPARE(s.rows(), 2);
        s.enter(1);
        QTRY_COMPARE(s.rows(), 3);
        QCOMPARE(s.panel().model().at(0).uri, QStringLiteral("spotify:track:redt0"));
        QTest::keyClick(&s.list(), Qt::Key_Backspace);
        QCOMPARE(s.rows(), 2); // as it was left, not read again
        s.back()->click();
        QCOMPARE(s.rows(), 1);
        QVERIFY(s.panel().field().isVisible());
        QVERIFY(!s.back()->isVisible());
        QCOMPARE(s.panel().findChild<QComboBox *>(QStringLiteral("sourceViews"))->currentText(),
                 QStringLiteral("Artists"));
    }

    void theDownKeyLeadsFromTheFieldToTheFirstLine()
    {
        Setup s;
        QVERIFY(s.startSearching());
        s.panel().field().setFocus();
        QTest::keyClick(&s.panel().field(), Qt::Key_Down);
        QVERIFY(s.list().hasFocus());
        QCOMPARE(s.list().selectionModel()->selectedIndexes(), QModelIndexList{s.list().model()->index(0, 0)});
    }

    void enterAddsWhatIsSelected()
    {
        Setup s;
        QVERIFY(s.startSearching());
        s.view().selectPositions({1});
        s.list().setFocus();
        s.list().setCurrentIndex(s.list().model()->index(0, 0));
        QTest::keyClick(&s.list(), Qt::Key_Down, Qt::ShiftModifier);
        QTest::keyClick(&s.list(), Qt::Key_Return);
        QCOMPARE(s.view().tracks()->rowCount(), 7);
        QCOMPARE(s.view().selectedPositions(), (std::vector<int>{2, 3}));
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).mid(2, 2),
                 (QStringList{QStringLiteral("spotify:track:bluet0"), QStringLiteral("spotify:track:bluet1")}));
        s.action(CommandId::Undo)->trigger();
        QCOMPARE(s.view().tracks()->rowCount(), 5);
        QVERIFY(s.saved());
    }

    void whatIsDraggedStandsWhereItIsDropped()
    {
        Setup s;
        QVERIFY(s.startSearching());
        const std::unique_ptr<QMimeData> data(s.list().model()->mimeData({s.list().model()->index(2, 0)}));
        const QPoint top = s.view().visualRect(s.view().model()->index(3, 1)).topLeft() + QPoint(20, 4);
        QVERIFY(drop(*s.view().viewport(), top, *data));
        QVERIFY(s.saved());
        QCOMPARE(s.api.urisOf(QStringLiteral("p")).at(3), QStringLiteral("spotify:track:bluet2"));
    }

    void aListThatMayNotBeEditedSaysWhy()
    {
        Setup s;
        QVERIFY(s.startSearching());
        s.work->showPlaylist(QStringLiteral("f"));
        QTRY_VERIFY(s.shownComplete());
        s.enter(0);
        QCOMPARE(s.view().tracks()->rowCount(), 4);
        QVERIFY(s.work->page().messages().bar(QStringLiteral("tracks")));
    }

    void aPlaylistThatIsFoundIsOpened()
    {
        Setup s;
        web::Playlist &stranger = s.api.addPlaylist(QStringLiteral("s"), 2);
        stranger.name = QStringLiteral("Somewhere else");
        stranger.ownerId = QStringLiteral("somebody");
        s.api.outside.insert(QStringLiteral("s"));
        s.catalogue.found[QStringLiteral("blue")].playlists.items = {stranger};
        QVERIFY(s.startSearching());
        s.choose(QStringLiteral("Playlists"));
        QTRY_COMPARE(s.rows(), 1);
        s.enter(0);
        QTRY_COMPARE(s.work->page().header().titleText(), QStringLiteral("Somewhere else"));
    }

    void theMenuLeadsToSpotify()
    {
        Setup s;
        QVERIFY(s.startSearching());
        Q_EMIT s.list().customContextMenuRequested(s.list().visualRect(s.list().model()->index(0, 0)).center());
        auto *menu = s.panel().findChild<QMenu *>(QStringLiteral("sourceMenu"));
        QVERIFY(menu);
        menu->findChild<QAction *>(QStringLiteral("sourceOpen"))->trigger();
        QCOMPARE(s.opened, QList<QUrl>{QUrl(QStringLiteral("https://open.spotify.com/track/bluet0"))});
        QVERIFY(!menu->findChild<QAction *>(QStringLiteral("sourcePlay"))); // this account cannot
    }

    void whatIsSelectedIsPlayedAndQueued()
    {
        FakeListening listening;
        listening.there = {{.id = QStringLiteral("desk"), .name = {}, .type = {}, .isActive = true}};
        Setup s;
        s.account.listening = &listening;
        QVERIFY(s.startSearching());
        const QAbstractItemModel &model = *s.list().model();
        s.list().selectionModel()->select({model.index(0, 0), model.index(1, 0)}, QItemSelectionModel::Select);
        Q_EMIT s.list().customContextMenuRequested(s.list().visualRect(model.index(0, 0)).center());
        auto *menu = s.panel().findChild<QMenu *>(QStringLiteral("sourceMenu"));
        QVERIFY(menu);
        menu->findChild<QAction *>(QStringLiteral("sourcePlay"))->trigger();
        const QString tracks = QStringLiteral("spotify:track:bluet0,spotify:track:bluet1");
        QTRY_COMPARE(listening.log.value(1), QString(QStringLiteral("play desk ") + tracks));
        listening.log.clear();
        menu->findChild<QAction *>(QStringLiteral("sourceQueue"))->trigger();
        QTRY_COMPARE(listening.log.mid(1), (QStringList{QStringLiteral("queue desk spotify:track:bluet0"),
                                                        QStringLiteral("queue desk spotify:track:bluet1")}));
        menu->close();
        // More than Spotify takes in one call.
        QStringList many;
        for (int i = 0; i < 101; ++i)
            many.append(QStringLiteral("spotify:track:m%1").arg(i));
        listening.log.clear();
        Q_EMIT s.panel().playRequested(many);
        QTRY_VERIFY(!listening.log.filter(QStringLiteral("play desk ")).isEmpty());
        QCOMPARE(listening.log.filter(QStringLiteral("play desk ")),
                 QStringList{QStringLiteral("play desk ") + many.mid(0, 100).join(u',')});
    }

    void keysMeanWhatIsSelectedInTheListThatHasTheFocus()
    {
        FakeListening listening;
        listening.there = {{.id = QStringLiteral("desk"), .name = {}, .type = {}, .isActive = true}};
        FakeShelf shelf;
        Setup s;
        s.account.listening = &listening;
        s.account.shelf = &shelf;
        QVERIFY(s.startSearching());
        s.view().selectPositions({0});
        const QString mine = s.editor().document().rowAt(0).uri();
        s.list().setFocus();
        s.list().setCurrentIndex(s.list().model()->index(1, 0));
        const QString found = QStringLiteral("spotify:track:bluet1");
        QTest::keyClick(&s.list(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(shelf.has(found));
        QVERIFY(!shelf.has(mine));
        QTest::keyClick(&s.list(), Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(listening.log.value(1), QString(QStringLiteral("play desk ") + found));
        QTest::keyClick(&s.list(), Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(listening.log.constLast(), QString(QStringLiteral("queue desk ") + found));
        // And in the playlist, what is selected there.
        s.view().setFocus();
        QTest::keyClick(&s.view(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(shelf.has(mine));
        QTest::keyClick(&s.view(), Qt::Key_Q, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_COMPARE(listening.log.constLast(), QString(QStringLiteral("queue desk ") + mine));
    }

    void theMenuSavesAndRemovesAsItSays()
    {
        FakeShelf shelf;
        Setup s;
        s.account.shelf = &shelf;
        const QString found = QStringLiteral("spotify:track:bluet0");
        shelf.put(found);
        QVERIFY(s.startSearching());
        s.list().setCurrentIndex(s.list().model()->index(0, 0));
        shelf.answers.hold(true);
        Q_EMIT s.list().customContextMenuRequested(s.list().visualRect(s.list().model()->index(0, 0)).center());
        auto *menu = s.panel().findChild<QMenu *>(QStringLiteral("sourceMenu"));
        QVERIFY(menu);
        auto *like = menu->findChild<QAction *>(QStringLiteral("sourceLike"));
        QVERIFY(like);
        QVERIFY(like->text().startsWith(QStringLiteral("Save")));
        shelf.answers.hold(false);
        QTRY_VERIFY(like->text().startsWith(QStringLiteral("Remove")));
        like->trigger();
        QTRY_VERIFY(!shelf.has(found));
        menu->close();
    }
};

SEGUE_TEST(TestSourcePanel)
#include "tst_SourcePanel.moc"
