// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/TrackColumnsModel.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/UiTestSupport.h"
#include "ui/tracks/TrackHeader.h"
#include "ui/tracks/TrackView.h"

using namespace segue;
using namespace segue::test;
using Columns = models::TrackColumnsModel;
using ui::TrackHeader;

/// Widths, order and hidden columns.
class TestTrackHeader : public QObject
{
    Q_OBJECT

private:
    struct Setup : UiFixture {
        Setup()
        {
            view.resize(1000, 300);
            view.show();
            ok = QTest::qWaitForWindowExposed(&view);
        }
        [[nodiscard]] int sum() const
        {
            int out = 0;
            for (int column = 0; column < Columns::columnTotal; ++column)
                out += header.isSectionHidden(column) ? 0 : header.sectionSize(column);
            return out;
        }

        ui::TrackView view{artwork};
        TrackHeader &header = view.trackHeader();
        bool ok = false;
    };

private Q_SLOTS:
    void columnsFillTheView()
    {
        Setup s;
        QVERIFY(s.ok);
        QCOMPARE(s.sum(), s.view.viewport()->width());
        s.view.resize(1400, 300);
        QTRY_COMPARE(s.sum(), s.view.viewport()->width());
        s.view.resize(700, 300);
        QTRY_COMPARE(s.sum(), s.view.viewport()->width());
        QVERIFY(s.header.sectionSize(Columns::Title) > s.header.sectionSize(Columns::Album));
    }

    void aWiderColumnTakesFromTheOthers()
    {
        Setup s;
        QVERIFY(s.ok);
        const int album = s.header.sectionSize(Columns::Album);
        s.header.resizeSection(Columns::Title, s.header.sectionSize(Columns::Title) + 80);
        QCOMPARE(s.sum(), s.view.viewport()->width());
        QVERIFY(s.header.sectionSize(Columns::Album) < album);
        // Not wider than there is room for.
        s.header.resizeSection(Columns::Title, 5000);
        QCOMPARE(s.sum(), s.view.viewport()->width());
        QVERIFY(s.header.sectionSize(Columns::Album) >= 48);
    }

    void remembersWidthsOrderAndHiding()
    {
        QStringList state;
        int title = 0;
        {
            Setup s;
            QVERIFY(s.ok);
            s.header.moveSection(s.header.visualIndex(Columns::Album), 2);
            s.header.setColumnWanted(Columns::AddedAt, false);
            s.header.resizeSection(Columns::Title, 400);
            title = s.header.sectionSize(Columns::Title);
            state = s.header.layoutState();
        }
        Setup s;
        QVERIFY(s.ok);
        s.header.setLayoutState(state);
        QCOMPARE(s.header.visualIndex(Columns::Album), 2);
        QVERIFY(s.header.isSectionHidden(Columns::AddedAt));
        QVERIFY(qAbs(s.header.sectionSize(Columns::Title) - title) <= 4);
        QCOMPARE(s.sum(), s.view.viewport()->width());
        s.header.resetLayout();
        QVERIFY(!s.header.isSectionHidden(Columns::AddedAt));
        QCOMPARE(s.header.visualIndex(Columns::Album), int(Columns::Album));
    }

    void nonsenseInSettingsDoesNoHarm()
    {
        Setup s;
        QVERIFY(s.ok);
        s.header.setLayoutState({QStringLiteral("title"), QStringLiteral("what:12"), QStringLiteral("title:-4:hidden"),
                                 QStringLiteral("album:99999999999999"), QString(), QStringLiteral("album:20")});
        QVERIFY(!s.header.isSectionHidden(Columns::Title));
        QCOMPARE(s.sum(), s.view.viewport()->width());
    }

    void addedByIsForSeveralPeople()
    {
        Setup s;
        QVERIFY(s.ok);
        QVERIFY(s.header.isSectionHidden(Columns::AddedBy));
        s.header.setSeveralPeople(true);
        QVERIFY(!s.header.isSectionHidden(Columns::AddedBy));
        QVERIFY(s.header.sectionSize(Columns::AddedBy) >= 48);
        s.header.setColumnWanted(Columns::AddedBy, false);
        QVERIFY(s.header.isSectionHidden(Columns::AddedBy));
        QCOMPARE(s.sum(), s.view.viewport()->width());
    }

    void titlesKeepTheirRoom()
    {
        Setup s;
        QVERIFY(s.ok);
        s.view.resize(480, 300);
        QTRY_VERIFY(s.header.isSectionHidden(Columns::Album));
        QVERIFY(s.header.isColumnWanted(Columns::Album));
        QVERIFY(s.header.sectionSize(Columns::Title) >= 150);
        QCOMPARE(s.sum(), s.view.viewport()->width());
        s.view.resize(1000, 300);
        QTRY_VERIFY(!s.header.isSectionHidden(Columns::Album));
        QCOMPARE(s.sum(), s.view.viewport()->width());
    }

    void heartsTakeNoRoomThatTextsNeed()
    {
        Setup s;
        QVERIFY(s.ok);
        s.header.setLikedOffered(true);
        QVERIFY(!s.header.isSectionHidden(Columns::Liked));
        QCOMPARE(s.sum(), s.view.viewport()->width());
        s.view.resize(752, 300); // beside the list of playlists, in a window of 1000
        QTRY_COMPARE(s.sum(), s.view.viewport()->width());
        for (const int column : {Columns::Album, Columns::AddedAt, Columns::Length, Columns::Liked})
            QVERIFY(!s.header.isSectionHidden(column));
        QVERIFY(s.header.sectionSize(Columns::Title) >= 190);
        s.view.resize(690, 300);
        QTRY_VERIFY(s.header.isSectionHidden(Columns::Liked));
        QVERIFY(!s.header.isSectionHidden(Columns::Album));
    }

    void titlesCannotBeHidden()
    {
        Setup s;
        s.header.setColumnWanted(Columns::Title, false);
        QVERIFY(!s.header.isSectionHidden(Columns::Title));
    }
};

SEGUE_TEST(TestTrackHeader)
#include "tst_TrackHeader.moc"
