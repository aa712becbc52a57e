// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/SourceListModel.h"
#include "tests/support/FakeCatalogue.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WorkspaceFixture.h"
#include "ui/sources/SourcePanel.h"

#include <QListView>

using namespace segue;
using namespace segue::test;
using models::SourceListModel;

/// Marks in the search on what the open playlist has.
class TestPresentTracks : public QObject
{
    Q_OBJECT

private:
    /// The search has found the tracks t0, t1, t2 of an album; "p" has t0 … t4 of its own, "q" the first of the album.
    struct Setup : WorkspaceFixture {
        Setup()
        {
            account.catalogue = &catalogue;
            catalogue.addAlbum(QStringLiteral("blue"), 3);
            catalogue.found[QStringLiteral("blue")].tracks.items = catalogue.tracks[QStringLiteral("blue")];
            api.entriesOf(QStringLiteral("q")) = {FakeApi::entry(uri(0))};
        }
        [[nodiscard]] QString uri(int number) const { return catalogue.tracks[QStringLiteral("blue")].at(number)->uri; }
        [[nodiscard]] bool startSearching()
        {
            if (!start())
                return false;
            action(ui::CommandId::SearchSpotify)->trigger();
            panel().search(QStringLiteral("blue"));
            return QTest::qWaitFor([this] { return list().model()->rowCount() == 3; });
        }
        [[nodiscard]] ui::SourcePanel &panel() const { return *work->findChild<ui::SourcePanel *>(); }
        [[nodiscard]] QListView &list() const { return panel().list(); }
        /// "x--": the first is marked.
        [[nodiscard]] QString marks() const
        {
            QString marks;
            for (int row = 0; row < list().model()->rowCount(); ++row)
                marks += list().model()->index(row, 0).data(SourceListModel::PresentRole).toBool() ? u'x' : u'-';
            return marks;
        }

        FakeCatalogue catalogue;
    };

private Q_SLOTS:
    void followsTheOpenPlaylist()
    {
        Setup s;
        QVERIFY(s.startSearching());
        QTRY_COMPARE(s.marks(), QStringLiteral("---"));
        s.work->showPlaylist(QStringLiteral("q"));
        QTRY_COMPARE(s.marks(), QStringLiteral("x--"));
        QCOMPARE(s.list().model()->index(0, 0).data(Qt::AccessibleTextRole).toString().section(u',', -1),
                 QStringLiteral(" already in the playlist"));
        s.work->showPlaylist(QStringLiteral("p"));
        QTRY_COMPARE(s.marks(), QStringLiteral("---"));
    }

    void followsEdits()
    {
        Setup s;
        QVERIFY(s.startSearching());
        QVERIFY(s.editor().insertMedia(0, {FakeApi::entry(s.uri(1)).medium}));
        QTRY_COMPARE(s.marks(), QStringLiteral("-x-"));
        QVERIFY(s.editor().removeRows({0}));
        QTRY_COMPARE(s.marks(), QStringLiteral("---"));
        QVERIFY(s.saved());
    }

    void catchesUpWhenItIsShownAgain()
    {
        Setup s;
        QVERIFY(s.startSearching());
        QTRY_COMPARE(s.marks(), QStringLiteral("---"));
        s.panel().hide();
        s.work->showPlaylist(QStringLiteral("q"));
        QVERIFY(s.waitForList());
        QVERIFY(s.editor().insertMedia(0, {FakeApi::entry(s.uri(2)).medium}));
        QVERIFY(s.saved());
        QCOMPARE(s.marks(), QStringLiteral("---"));
        s.panel().show();
        QTRY_COMPARE(s.marks(), QStringLiteral("x-x"));
    }

    void marksWhatIsFoundLater()
    {
        Setup s;
        QVERIFY(s.start(QStringLiteral("q")));
        s.action(ui::CommandId::SearchSpotify)->trigger();
        s.panel().search(QStringLiteral("blue"));
        QTRY_COMPARE(s.marks(), QStringLiteral("x--"));
    }
};

SEGUE_TEST(TestPresentTracks)
#include "tst_PresentTracks.moc"
