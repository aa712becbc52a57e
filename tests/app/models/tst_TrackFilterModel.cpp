// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/TrackColumnsModel.h"
#include "app/models/TrackFilterModel.h"
#include "app/models/TrackListModel.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "tests/support/FakeApi.h"
#include "tests/support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>

using namespace segue;
using namespace segue::models;
using segue::test::FakeApi;

/// A list narrowed to some of its tracks, under the model tester, while the playlist below it is edited.
class TestTrackFilterModel : public QObject
{
    Q_OBJECT

    struct Setup {
        explicit Setup(int count) : editor(api, api.addPlaylist(QStringLiteral("p"), count), QStringLiteral("me"))
        {
            filter.setTracks(&tracks);
        }
        ~Setup() { filter.setTracks(nullptr); }
        [[nodiscard]] bool read()
        {
            editor.load();
            return QTest::qWaitFor([this] { return editor.document().isComplete(); });
        }
        void type(const QString &words) { filter.setWords(FilterWords(words)); }
        [[nodiscard]] QString shown() const
        {
            QStringList out;
            for (int row = 0; row < filter.rowCount(); ++row)
                out.append(filter.index(row, 0).data(TrackListModel::TitleRole).toString());
            return out.join(u' ');
        }

        FakeApi api;
        playlist::Editor editor;
        TrackListModel tracks{editor};
        TrackFilterModel filter;
        QAbstractItemModelTester tester{&filter, QAbstractItemModelTester::FailureReportingMode::QtTest};
    };

private Q_SLOTS:
    void isPreparedInPieces()
    {
        Setup s(2500);
        QVERIFY(s.read());
        s.filter.prepare(&s.tracks);
        QCOMPARE(s.filter.folded().preparedCount(), 0);
        QCoreApplication::processEvents();
        QVERIFY(s.filter.folded().preparedCount() < 2500);
        QTRY_COMPARE(s.filter.folded().preparedCount(), 2500);
        s.type(QStringLiteral("no such title"));
        QCOMPARE(s.filter.rowCount(), 0);
        s.type({});
        QCOMPARE(s.filter.rowCount(), 2500);
    }

    void looksAtTitleArtistsAndAlbum()
    {
        Setup s(3);
        web::Medium medium = *s.api.entriesOf(QStringLiteral("p")).at(1).medium;
        medium.title = QStringLiteral("Élan");
        medium.artists = {{QStringLiteral("Sigur Rós"), {}}, {QStringLiteral("Zed"), {}}};
        medium.album = QStringLiteral("Vital Signs");
        s.api.entriesOf(QStringLiteral("p"))[1].medium = std::make_shared<web::Medium>(medium);
        QVERIFY(s.read());
        for (const char *words : {"elan", "ROS", "zed vital", "signs élan sigur"}) {
            s.type(QString::fromUtf8(words));
            QCOMPARE(s.shown(), QStringLiteral("Élan"));
        }
        // Words do not reach from one of the three into the next.
        s.type(QStringLiteral("elanvital"));
        QCOMPARE(s.shown(), QString());
        s.type({});
        QCOMPARE(s.filter.rowCount(), 3);
    }

    void knowsWhereItsRowsStand()
    {
        Setup s(30);
        QVERIFY(s.read());
        s.type(QStringLiteral("t2"));
        QCOMPARE(s.filter.rowCount(), 11); // t2, t20 … t29, and "Artist of" them
        QCOMPARE(s.filter.positionOf(0), 2);
        QCOMPARE(s.filter.positionOf(1), 20);
        QCOMPARE(s.filter.rowOf(29), 10);
        QCOMPARE(s.filter.rowOf(3), -1);
        TrackColumnsModel columns;
        columns.setSourceModel(&s.filter);
        QCOMPARE(columns.index(1, TrackColumnsModel::Position).data().toString(), QStringLiteral("21"));
    }

    void takesInWhatIsReadLater()
    {
        Setup s(230);
        s.type(QStringLiteral("t22"));
        QVERIFY(s.read());
        QCOMPARE(s.filter.rowCount(), 11);
        QCOMPARE(s.filter.positionOf(10), 229);
    }

    void leavesOutWhatSpotifyTellsNothingOf()
    {
        Setup s(0);
        s.api.entriesOf(QStringLiteral("p")) = {FakeApi::entry(QString()),
                                                FakeApi::entry(QStringLiteral("spotify:track:t"))};
        s.api.detailsOf(QStringLiteral("p")).itemCount = 2;
        QVERIFY(s.read());
        s.type(QStringLiteral("t"));
        QCOMPARE(s.shown(), QStringLiteral("t"));
    }

    /// Any edit of the playlist leaves exactly the matching rows, in the order of the playlist, and whoever holds a
    /// row goes on holding it.
    void followsEveryEdit()
    {
        Setup s(60);
        QVERIFY(s.read());
        s.type(QStringLiteral("3"));
        TrackColumnsModel columns;
        columns.setSourceModel(&s.filter);
        const auto row = [](const QAbstractItemModel &model, int at) { return model.index(at, 0); };
        const auto id = [](const QModelIndex &index) { return index.data(TrackListModel::RowIdRole).toUInt(); };
        QRandomGenerator random(7);
        for (int step = 0; step < 300; ++step) {
            const int held = random.bounded(s.filter.rowCount());
            const QPersistentModelIndex kept = row(columns, held);
            const uint rowId = id(kept);
            const int size = s.editor.document().size();
            switch (random.bounded(4)) {
            case 0:
                s.editor.moveRows({random.bounded(size), random.bounded(size)}, random.bounded(size + 1));
                break;
            case 1:
                s.editor.moveRows({random.bounded(size)}, random.bounded(size + 1));
                break;
            case 2:
                if (s.filter.rowCount() > 5)
                    s.editor.removeRows({random.bounded(size)});
                break;
            default:
                s.editor.undoStack().undo();
            }
            QStringList expected;
            for (int position = 0; position < s.tracks.rowCount(); ++position) {
                const QString title = row(s.tracks, position).data(TrackListModel::TitleRole).toString();
                if (title.contains(u'3'))
                    expected.append(title);
            }
            QCOMPARE(s.shown(), expected.join(u' '));
            QCOMPARE(columns.rowCount(), s.filter.rowCount());
            if (kept.isValid())
                QCOMPARE(id(kept), rowId);
        }
    }
};

SEGUE_TEST(TestTrackFilterModel)
#include "tst_TrackFilterModel.moc"
