// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/TrackColumnsModel.h"
#include "app/models/TrackListModel.h"
#include "app/models/TrackMime.h"
#include "app/playlist/Document.h"
#include "app/playlist/Editor.h"
#include "tests/support/FakeApi.h"
#include "tests/support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QRandomGenerator>

#include <functional>

using namespace segue;
using namespace segue::models;
using segue::test::FakeApi;

namespace
{

/// The model tester wants neighbours of an inserted row to keep their texts; numbers of rows rightly do not.
class WithoutNumbers : public TrackColumnsModel
{
public:
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (index.column() == Position && role == Qt::DisplayRole)
            return TrackColumnsModel::data(index, TrackListModel::RowIdRole);
        return TrackColumnsModel::data(index, role);
    }
};

} // namespace

/// The list model and the columns over it, both under the model tester throughout.
class TestTrackListModel : public QObject
{
    Q_OBJECT

    std::unique_ptr<FakeApi> m_api;
    std::unique_ptr<playlist::Editor> m_editor;
    std::unique_ptr<TrackListModel> m_model;
    std::unique_ptr<TrackColumnsModel> m_columns;
    std::unique_ptr<TrackColumnsModel> m_unnumbered;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    std::unique_ptr<QAbstractItemModelTester> m_columnsTester;

    void open(const QStringList &uris, const QString &owner = QStringLiteral("me"))
    {
        web::Playlist &playlist = m_api->addPlaylist(QStringLiteral("p"), uris);
        playlist.ownerId = owner;
        m_editor = std::make_unique<playlist::Editor>(*m_api, playlist, QStringLiteral("me"));
        m_model = std::make_unique<TrackListModel>(*m_editor);
        m_columns = std::make_unique<TrackColumnsModel>();
        m_columns->setSourceModel(m_model.get());
        m_unnumbered = std::make_unique<WithoutNumbers>();
        m_unnumbered->setSourceModel(m_model.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_columnsTester = std::make_unique<QAbstractItemModelTester>(
            m_unnumbered.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_editor->load();
        QTRY_VERIFY(m_editor->document().isComplete());
    }

    void open(int count)
    {
        QStringList uris;
        for (int i = 0; i < count; ++i)
            uris.append(QStringLiteral("spotify:track:t%1").arg(i));
        open(uris);
    }

    QStringList titles() const
    {
        QStringList out;
        for (int i = 0; i < m_model->rowCount(); ++i)
            out.append(m_model->index(i).data(TrackListModel::TitleRole).toString());
        return out;
    }

private Q_SLOTS:
    void init() { m_api = std::make_unique<FakeApi>(); }
    void cleanup()
    {
        m_columnsTester.reset();
        m_tester.reset();
        m_unnumbered.reset();
        m_columns.reset();
        m_model.reset();
        m_editor.reset();
    }

    void tellsWhatARowIs()
    {
        open({QStringLiteral("spotify:track:a"), QString(), QStringLiteral("spotify:local:X:Y:Z:60")});
        const QModelIndex track = m_model->index(0);
        QCOMPARE(track.data(TrackListModel::TitleRole).toString(), QStringLiteral("a"));
        QCOMPARE(track.data(TrackListModel::ArtistsRole).toString(), QStringLiteral("Artist of a"));
        QCOMPARE(track.data(TrackListModel::LinkRole).toUrl(),
                 QUrl(QStringLiteral("https://open.spotify.com/track/a")));
        QCOMPARE(track.data(TrackListModel::StateRole).value<TrackListModel::RowState>(),
                 TrackListModel::RowState::Ordinary);
        QVERIFY(track.data(TrackListModel::StateTextRole).toString().isEmpty());
        QCOMPARE(m_model->index(1).data(TrackListModel::StateRole).value<TrackListModel::RowState>(),
                 TrackListModel::RowState::Null);
        QVERIFY(!m_model->index(1).data(TrackListModel::TitleRole).toString().isEmpty());
        QVERIFY(!m_model->index(1).data(TrackListModel::StateTextRole).toString().isEmpty());
        QCOMPARE(m_model->index(2).data(TrackListModel::StateRole).value<TrackListModel::RowState>(),
                 TrackListModel::RowState::Local);
        QVERIFY(m_model->index(2).data(TrackListModel::LinkRole).toUrl().isEmpty());
    }

    void columnsSpreadTheRoles()
    {
        open(2);
        QCOMPARE(m_columns->columnCount(), int(TrackColumnsModel::columnTotal));
        const auto text = [this](int row, int column) { return m_columns->index(row, column).data().toString(); };
        QCOMPARE(text(1, TrackColumnsModel::Position), QStringLiteral("2"));
        QCOMPARE(text(1, TrackColumnsModel::Title), QStringLiteral("t1"));
        QCOMPARE(text(1, TrackColumnsModel::Artists), QStringLiteral("Artist of t1"));
        QCOMPARE(text(1, TrackColumnsModel::Album), QStringLiteral("Album"));
        QCOMPARE(text(1, TrackColumnsModel::AddedBy), QStringLiteral("me"));
        QCOMPARE(text(1, TrackColumnsModel::Length), QStringLiteral("3:00"));
        for (int column = 0; column < TrackColumnsModel::columnTotal; ++column) {
            QVERIFY(!m_columns->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
            QCOMPARE(m_columns->index(0, column).data(Qt::AccessibleTextRole).toString(), text(0, column));
        }
    }

    void lengthAndDateTexts()
    {
        QCOMPARE(TrackColumnsModel::lengthText(-1), QString());
        QCOMPARE(TrackColumnsModel::lengthText(999), QStringLiteral("0:00"));
        QCOMPARE(TrackColumnsModel::lengthText(61000), QStringLiteral("1:01"));
        QCOMPARE(TrackColumnsModel::lengthText(3661000), QStringLiteral("1:01:01"));
        const QDateTime now = QDateTime::fromString(QStringLiteral("2026-05-20T12:00:00Z"), Qt::ISODate);
        QCOMPARE(TrackColumnsModel::relativeDate(now.addSecs(-60), now), QStringLiteral("today"));
        QCOMPARE(TrackColumnsModel::relativeDate(now.addDays(-1), now), QStringLiteral("yesterday"));
        QCOMPARE(TrackColumnsModel::relativeDate(now.addDays(-3), now), QStringLiteral("3 day(s) ago"));
        QVERIFY(TrackColumnsModel::relativeDate(now.addDays(-400), now).contains(QStringLiteral("25")));
        QCOMPARE(TrackColumnsModel::relativeDate({}, now), QString());
    }

    void aDropOfOwnRowsIsOneMoveAndKeepsSelectionAlive()
    {
        open(6);
        const QPersistentModelIndex last(m_columns->index(5, TrackColumnsModel::Title));
        const std::unique_ptr<QMimeData> data(
            m_columns->mimeData({m_columns->index(4, 0), m_columns->index(4, 1), m_columns->index(5, 1)}));
        QVERIFY(m_columns->canDropMimeData(data.get(), Qt::MoveAction, 1, 0, {}));
        QVERIFY(m_columns->dropMimeData(data.get(), Qt::MoveAction, 1, 0, {}));
        QCOMPARE(titles(), QStringLiteral("t0 t4 t5 t1 t2 t3").split(u' '));
        QCOMPARE(last.row(), 2);
        QCOMPARE(last.column(), int(TrackColumnsModel::Title));
        QCOMPARE(m_editor->undoStack().count(), 1);
    }

    void aDropOfLinksInserts()
    {
        open(3);
        QMimeData data;
        data.setText(QStringLiteral("https://open.spotify.com/track/4iV5W9uYEdYUVa79Axb7Rh?si=1\n"
                                    "spotify:episode:512ojhOuo1ktJprKbVcKyQ"));
        QVERIFY(m_model->canDropMimeData(&data, Qt::CopyAction, 1, 0, {}));
        QVERIFY(m_model->dropMimeData(&data, Qt::CopyAction, 1, 0, {}));
        QCOMPARE(m_model->rowCount(), 5);
        QCOMPARE(m_model->index(1).data(TrackListModel::UriRole).toString(),
                 QStringLiteral("spotify:track:4iV5W9uYEdYUVa79Axb7Rh"));
        QCOMPARE(m_model->index(1).data(TrackListModel::StateRole).value<TrackListModel::RowState>(),
                 TrackListModel::RowState::Unsaved);
    }

    void aDropOfNothingUsefulSaysSo()
    {
        open(3);
        QSignalSpy rejected(m_model.get(), &TrackListModel::dropRejected);
        QMimeData data;
        data.setText(QStringLiteral("hello world"));
        QVERIFY(!m_model->dropMimeData(&data, Qt::CopyAction, 0, 0, {}));
        QCOMPARE(rejected.size(), 1);
        QVERIFY(rejected.first().first().toString().contains(QStringLiteral("hello")));
    }

    void brokenRowsDataIsNothing()
    {
        open(3);
        QMimeData data;
        for (const QByteArray &bytes : {QByteArray(), QByteArray("x"), QByteArray(400, '\xff'),
                                        QByteArray("\x53\x47\x52\x32\xff\xff\xff\xff\xff\xff\xff\xff", 12)}) {
            data.setData(TrackListModel::rowsMimeType, bytes);
            QVERIFY(m_model->ownRows(&data).empty());
            QVERIFY(!m_model->dropMimeData(&data, Qt::MoveAction, 0, 0, {}));
        }
        QCOMPARE(m_model->rowCount(), 3);
    }

    void rowsThatSegueNeverWritesAreNothing()
    {
        const auto dropped = [](const std::function<void(web::Medium &)> &change) {
            auto medium = std::make_shared<web::Medium>();
            medium->uri = QStringLiteral("spotify:track:a");
            change(*medium);
            QMimeData copied; // bytes alone, as another program gives them
            copied.setData(TrackListModel::rowsMimeType, makeMediaMime({medium})->data(TrackListModel::rowsMimeType));
            return mediaFrom(&copied).media.size();
        };
        QCOMPARE(dropped([](web::Medium &medium) { medium.length = std::chrono::hours(365 * 24); }), 1);
        QCOMPARE(dropped([](web::Medium &medium) { medium.length = std::chrono::hours(367 * 24); }), 0);
        QCOMPARE(dropped([](web::Medium &medium) { medium.length = std::chrono::milliseconds(-1); }), 0);
        QCOMPARE(dropped([](web::Medium &medium) { medium.popularity = 101; }), 0);
        QCOMPARE(dropped([](web::Medium &medium) { medium.discNumber = -1; }), 0);
        QCOMPARE(dropped([](web::Medium &medium) { medium.trackNumber = -1; }), 0);
    }

    void copiedRowsCarryLinksAndWhatIsKnown()
    {
        open({QStringLiteral("spotify:track:a"), QStringLiteral("spotify:local:X:Y:Z:60")});
        const std::unique_ptr<QMimeData> data(m_model->mimeData({m_model->index(0), m_model->index(1)}));
        QCOMPARE(data->text(), QStringLiteral("https://open.spotify.com/track/a"));
        QCOMPARE(data->urls().size(), 1);
        // Into another opening of a playlist it is a copy, and the local file stays behind with a word about it.
        web::Playlist &other = m_api->addPlaylist(QStringLiteral("q"), 1);
        playlist::Editor editor(*m_api, other, QStringLiteral("me"));
        TrackListModel model(editor);
        editor.load();
        QTRY_VERIFY(editor.document().isComplete());
        QSignalSpy rejected(&model, &TrackListModel::dropRejected);
        QVERIFY(model.ownRows(data.get()).empty());
        QVERIFY(model.dropMimeData(data.get(), Qt::CopyAction, -1, -1, {}));
        QCOMPARE(rejected.size(), 1);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1).data(TrackListModel::TitleRole).toString(), QStringLiteral("a"));
    }

    void copiedRowsCarryWhatSortingNeeds()
    {
        auto medium = std::make_shared<web::Medium>();
        medium->uri = QStringLiteral("spotify:track:facts");
        medium->discNumber = 2;
        medium->trackNumber = 13;
        medium->popularity = 57;
        medium->isrc = web::Isrc::from(QStringLiteral("USRC17607839"));
        medium->released = {1976, 11, 0};
        open(1);
        m_editor->document().fill(0, {web::PlaylistEntry{medium, {}, {}}});
        const std::unique_ptr<QMimeData> data(m_model->mimeData({m_model->index(0)}));
        const DroppedMedia dropped = mediaFrom(data.get());
        QCOMPARE(dropped.media.size(), 1);
        const web::Medium &carried = *dropped.media.first();
        QCOMPARE(carried.discNumber, 2);
        QCOMPARE(carried.trackNumber, 13);
        QCOMPARE(carried.popularity, 57);
        QCOMPARE(carried.isrc, medium->isrc);
        QCOMPARE(carried.released, medium->released);
    }

    void readOnlyListsTakeNoDrops()
    {
        open({QStringLiteral("spotify:track:a"), QStringLiteral("spotify:track:b")}, QStringLiteral("other"));
        const std::unique_ptr<QMimeData> data(m_model->mimeData({m_model->index(0)}));
        QVERIFY(!m_model->canDropMimeData(data.get(), Qt::MoveAction, 2, 0, {}));
        QVERIFY(!m_model->dropMimeData(data.get(), Qt::MoveAction, 2, 0, {}));
        QCOMPARE(m_model->supportedDragActions(), Qt::CopyAction);
    }

    void anyEditKeepsViewsAndPersistentIndexesRight()
    {
        open(120);
        QRandomGenerator random(99);
        playlist::Document &document = m_editor->document();
        for (int round = 0; round < 60; ++round) {
            QHash<playlist::RowId, QPersistentModelIndex> persistent;
            for (int i = 0; i < m_columns->rowCount(); ++i)
                persistent.insert(m_columns->index(i, 0).data(TrackListModel::RowIdRole).toUInt(),
                                  m_columns->index(i, TrackColumnsModel::Album));
            playlist::RowList next = document.wanted();
            if (round % 3 == 0)
                std::shuffle(next.begin(), next.end(), random);
            if (round % 4 == 1)
                std::erase_if(
                    next, [&random, round](playlist::RowId) { return random.bounded(round % 8 == 1 ? 2 : 20) == 0; });
            for (int i = 0; i < (round % 5 == 2 ? 80 : 2); ++i)
                next.insert(next.begin() + random.bounded(static_cast<int>(next.size()) + 1),
                            document.makeRow(FakeApi::entry(QStringLiteral("spotify:track:n"))));
            document.setWanted(next);
            QCOMPARE(document.wanted(), next);
            QCOMPARE(m_columns->rowCount(), static_cast<int>(next.size()));
            for (std::size_t i = 0; i < next.size(); ++i) {
                if (!persistent.contains(next[i]))
                    continue;
                QCOMPARE(persistent.value(next[i]).row(), static_cast<int>(i));
                QCOMPARE(persistent.value(next[i]).column(), int(TrackColumnsModel::Album));
            }
            const int gone = static_cast<int>(std::count_if(
                persistent.cbegin(), persistent.cend(), [](const QPersistentModelIndex &p) { return !p.isValid(); }));
            int missing = 0;
            for (auto it = persistent.cbegin(); it != persistent.cend(); ++it)
                missing += std::find(next.begin(), next.end(), it.key()) == next.end() ? 1 : 0;
            QCOMPARE(gone, missing);
        }
    }
};

SEGUE_TEST(TestTrackListModel)
#include "tst_TrackListModel.moc"
