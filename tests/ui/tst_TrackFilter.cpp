// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ListTestSupport.h"
#include "ui/tracks/FilterField.h"

#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

using namespace segue;
using namespace segue::test;
using ui::CommandId;

using Positions = std::vector<int>;

/// Typing narrows the list; every verb goes on meaning the rows of the playlist.
class TestTrackFilter : public QObject
{
    Q_OBJECT

    /// "xa", "xb", "xc" and "xd" stand at 1, 4, 5 and 8 of ten.
    struct Narrowed : ListWindow {
        Narrowed() : ListWindow(QStringLiteral("a/z xa/z b/z c/z xb/z xc/z d/z e/z xd/z f/z").split(u' ')) {}
        [[nodiscard]] bool narrow(const QString &words = QStringLiteral("x"))
        {
            if (!open())
                return false;
            view().setFocus();
            view().setFilter(words);
            return view().shownCount() == 4;
        }
        void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const
        {
            QTest::keyClick(&view(), key, modifiers);
        }
        [[nodiscard]] QPoint upper(int row) const { return {300, view().rowViewportPosition(row) + 3}; }
        [[nodiscard]] QPoint lower(int row) const
        {
            return {300, view().rowViewportPosition(row) + view().rowHeight(row) - 3};
        }
        [[nodiscard]] bool drop(const Positions &positions, const QPoint &place) const
        {
            QModelIndexList indexes;
            for (const int position : positions)
                indexes.append(view().tracks()->index(position));
            const std::unique_ptr<QMimeData> data(view().tracks()->mimeData(indexes));
            return test::drop(*view().viewport(), place, *data);
        }
    };
    struct WithField : Narrowed {
        [[nodiscard]] bool start()
        {
            if (!open())
                return false;
            field.setView(&view());
            field.show();
            return true;
        }
        [[nodiscard]] QLineEdit &line() const { return *field.findChild<QLineEdit *>(); }
        [[nodiscard]] QLabel &count() const { return *field.findChild<QLabel *>(); }

        ui::FilterField field;
    };

private Q_SLOTS:
    void whatIsSelectedIsWhereItStandsInThePlaylist()
    {
        Narrowed s;
        QVERIFY(s.narrow());
        QCOMPARE(s.view().model()->index(1, 0).data().toString(), QStringLiteral("5"));
        s.action(CommandId::SelectAll)->trigger();
        QCOMPARE(s.view().selectedPositions(), (Positions{1, 4, 5, 8}));
        s.view().selectPositions({4, 8});
        QCOMPARE(s.view().selectedPositions(), (Positions{4, 8}));
        QCOMPARE(s.view().currentPosition(), 4);
        QCOMPARE(s.view().insertionPositionForPaste(), 9);
    }

    void removingTakesTheTrueRowsAndGoesOnWithTheNextOneShown()
    {
        Narrowed s;
        QVERIFY(s.narrow());
        s.view().selectPositions({4});
        s.press(Qt::Key_Delete);
        QCOMPARE(s.titles(), QStringLiteral("a xa b c xc d e xd f"));
        QCOMPARE(s.view().selectedPositions(), (Positions{4}));
        s.press(Qt::Key_Delete);
        QCOMPARE(s.titles(), QStringLiteral("a xa b c d e xd f"));
        QCOMPARE(s.view().selectedPositions(), (Positions{6}));
        QVERIFY(s.view().isFiltered());
        s.press(Qt::Key_Delete);
        QCOMPARE(s.view().selectedPositions(), (Positions{1})); // the last one that is left
        s.action(CommandId::Undo)->trigger();
        QCOMPARE(s.titles(), QStringLiteral("a xa b c d e xd f"));
        QCOMPARE(s.view().shownCount(), 2);
    }

    void keysMoveAmongAllRows()
    {
        Narrowed s;
        QVERIFY(s.narrow());
        s.view().selectPositions({4});
        s.press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(s.titles(), QStringLiteral("a xa b xb c xc d e xd f"));
        QCOMPARE(s.view().selectedPositions(), (Positions{3}));
        s.press(Qt::Key_End, Qt::AltModifier);
        QCOMPARE(s.titles(), QStringLiteral("a xa b c xc d e xd f xb"));
        QCOMPARE(s.view().selectedPositions(), (Positions{9}));
        s.press(Qt::Key_Home, Qt::AltModifier);
        QCOMPARE(s.titles(), QStringLiteral("xb a xa b c xc d e xd f"));
    }

    void dropsGoNextToTheRowUnderTheMouse()
    {
        Narrowed s;
        QVERIFY(s.narrow());
        // The lower half of xa, and the upper half of xb below it: the same line, with b and c between.
        QVERIFY(s.drop({8}, s.lower(0)));
        QCOMPARE(s.titles(), QStringLiteral("a xa xd b c xb xc d e f"));
        QCOMPARE(s.view().selectedPositions(), (Positions{2}));
        QVERIFY(s.drop({2}, s.upper(2)));
        QCOMPARE(s.titles(), QStringLiteral("a xa b c xd xb xc d e f"));
        // Several, from above to behind the last one that is shown, not to the end of the playlist.
        QVERIFY(s.drop({1, 4}, QPoint(300, s.view().edgeOf(4) + 40)));
        QCOMPARE(s.titles(), QStringLiteral("a b c xb xc xa xd d e f"));
        QCOMPARE(s.view().selectedPositions(), (Positions{5, 6}));
    }

    void sortingTheSelectionSortsTheTrueRows()
    {
        Narrowed s;
        QVERIFY(s.narrow());
        s.view().selectPositions({4, 5, 8});
        s.action(CommandId::Reverse)->trigger();
        QCOMPARE(s.titles(), QStringLiteral("a xa b c xd xc d e xb f"));
        s.action(CommandId::Undo)->trigger();
        QCOMPARE(s.titles(), QStringLiteral("a xa b c xb xc d e xd f"));
    }

    void whatIsAddedAndHiddenTakesTheFilterAway()
    {
        Narrowed s;
        QVERIFY(s.narrow());
        s.view().selectPositions({4});
        const QString other = QStringLiteral("spotify:track:4uLU6hMCjMI75M1A2tKUQC");
        QMimeData links;
        links.setText(other);
        QVERIFY(test::drop(*s.view().viewport(), s.lower(1), links));
        QVERIFY(!s.view().isFiltered());
        QCOMPARE(s.view().filter(), QString());
        QCOMPARE(s.view().selectedPositions(), (Positions{5}));
        QCOMPARE(s.editor().document().rowAt(5).uri(), other);
    }

    void theSelectionStaysAsFarAsItIsShown()
    {
        Narrowed s;
        QVERIFY(s.open());
        s.view().selectAll();
        s.view().setFilter(QStringLiteral("x"));
        QCOMPARE(s.view().selectedPositions(), (Positions{1, 4, 5, 8}));
        s.view().setFilter(QStringLiteral("xc"));
        QCOMPARE(s.view().selectedPositions(), (Positions{5}));
        QCOMPARE(s.view().currentPosition(), 5);
        s.view().setFilter(QStringLiteral("nothing"));
        QCOMPARE(s.view().shownCount(), 0);
        QCOMPARE(s.view().selectedPositions(), Positions());
        s.view().setFilter({});
        QCOMPARE(s.view().shownCount(), 10);
    }

    void anotherPlaylistIsShownWhole()
    {
        Narrowed s;
        QVERIFY(s.narrow());
        s.work->showPlaylist(QStringLiteral("q"));
        QVERIFY(s.waitForList());
        QVERIFY(!s.view().isFiltered());
        QCOMPARE(s.view().shownCount(), 3);
    }

    void theFieldTellsHowMuchIsLeft()
    {
        WithField s;
        QVERIFY(s.start());
        QVERIFY(s.count().isHidden());
        QTest::keyClicks(&s.line(), QStringLiteral("xc"));
        QVERIFY(s.count().isVisible());
        QCOMPARE(s.count().text(), QStringLiteral("1 of 10"));
        // Hidden rows count as well.
        QVERIFY(s.editor().removeRows({0}));
        QCOMPARE(s.count().text(), QStringLiteral("1 of 9"));
        QTest::keyClick(&s.line(), Qt::Key_Escape);
        QCOMPARE(s.line().text(), QString());
        QVERIFY(!s.view().isFiltered());
        QVERIFY(s.count().isHidden());
    }

    void escGoesBackToTheList()
    {
        WithField s;
        QVERIFY(s.start());
        s.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&s.window));
        s.field.setParent(&s.window);
        s.field.show();
        s.field.start();
        QVERIFY(s.line().hasFocus());
        QTest::keyClicks(&s.line(), QStringLiteral("xc"));
        QTest::keyClick(&s.line(), Qt::Key_Escape);
        QVERIFY(s.view().hasFocus());
        // In the list it takes the selection away first, then the filter.
        s.view().setFilter(QStringLiteral("x"));
        QCOMPARE(s.line().text(), QStringLiteral("x"));
        s.view().selectPositions({5});
        s.press(Qt::Key_Escape);
        QVERIFY(s.view().isFiltered());
        s.press(Qt::Key_Escape);
        QVERIFY(!s.view().isFiltered());
        QCOMPARE(s.line().text(), QString());
    }

    void eachListHasAFilterOfItsOwn()
    {
        WithField s;
        QVERIFY(s.start());
        ui::TrackView other(s.artwork);
        s.line().setText(QStringLiteral("x"));
        s.field.setView(&other);
        QVERIFY(!s.field.isEnabled()); // it shows nothing
        QCOMPARE(s.line().text(), QString());
        QCOMPARE(s.view().filter(), QStringLiteral("x"));
        s.field.setView(&s.view());
        QCOMPARE(s.line().text(), QStringLiteral("x"));
        QCOMPARE(s.count().text(), QStringLiteral("4 of 10"));
    }
};

SEGUE_TEST(TestTrackFilter)
#include "tst_TrackFilter.moc"
