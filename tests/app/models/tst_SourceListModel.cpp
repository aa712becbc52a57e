// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/SourceListModel.h"
#include "app/models/TrackListModel.h"
#include "app/models/TrackMime.h"
#include "tests/support/TestMain.h"

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>

using namespace segue;
using namespace segue::models;

namespace
{

web::MediumPtr track(int number)
{
    auto medium = std::make_shared<web::Medium>();
    medium->uri = QStringLiteral("spotify:track:t%1").arg(number);
    medium->title = QStringLiteral("Title %1").arg(number);
    medium->artists = {{QStringLiteral("One"), {}}, {QStringLiteral("Two"), {}}};
    medium->length = std::chrono::seconds(61);
    return medium;
}

/// A source that answers when it is told to.
struct Source {
    struct Asked {
        SourcePlace place;
        Done<web::Page<SourceItem>> done;
    };
    std::vector<Asked> asked;

    [[nodiscard]] SourceListModel::Read read()
    {
        return [this](const SourcePlace &place, QObject *, Done<web::Page<SourceItem>> done) {
            asked.push_back({place, std::move(done)});
            return web::Call(std::make_shared<Control>());
        };
    }
    void answer(const Result<web::Page<SourceItem>> &page)
    {
        const Asked next = asked.front();
        asked.erase(asked.begin());
        next.done(page);
    }
    static web::Page<SourceItem> page(int offset, int count, int total)
    {
        web::Page<SourceItem> page;
        page.offset = offset;
        page.total = total;
        page.more = offset + count < total;
        for (int i = 0; i < count; ++i)
            page.items.append(SourceItem::from(track(offset + i)));
        return page;
    }

    /// Other tracks at the same places.
    static web::Page<SourceItem> shifted(web::Page<SourceItem> page, int by)
    {
        for (qsizetype i = 0; i < page.items.size(); ++i)
            page.items[i] = SourceItem::from(track(page.offset + static_cast<int>(i) + by));
        return page;
    }

private:
    struct Control : web::Call::Control {
        void cancel() override { active = false; }
        void setPriority(web::Priority) override {}
        [[nodiscard]] bool isActive() const override { return active; }
        bool active = true;
    };
};

} // namespace

/// Lists to take tracks from, read page by page.
class TestSourceListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesThatBringNothingAreReadOver()
    {
        Source source;
        SourceListModel model;
        model.setSource(source.read());
        for (int hole = 0; hole < 2; ++hole) {
            web::Page<SourceItem> empty = Source::page(hole, 0, 4);
            empty.holes = 1;
            QCOMPARE(source.asked.size(), std::size_t(1));
            QCOMPARE(source.asked.front().place.offset, hole);
            source.answer(empty);
        }
        QCOMPARE(source.asked.size(), std::size_t(1));
        QCOMPARE(source.asked.front().place.offset, 2);
        source.answer(Source::page(2, 1, 4));
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(source.asked.empty()); // the next one when somebody gets there
    }

    void readsPagesAsTheyAreWanted()
    {
        Source source;
        SourceListModel model;
        QVERIFY(model.isEmpty());
        model.setSource(source.read());
        QVERIFY(model.isReading());
        QVERIFY(!model.isEmpty());
        QCOMPARE(source.asked.size(), 1U);
        QCOMPARE(source.asked.front().place.offset, 0);
        // Not twice while the first is under way.
        QVERIFY(!model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(source.asked.size(), 1U);
        source.answer(Source::page(0, 3, 5));
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.total(), 5);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QCOMPARE(source.asked.front().place.offset, 3);
        source.answer(Source::page(3, 2, 5));
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(!model.canFetchMore({}));
        QCOMPARE(model.index(4).data().toString(), QStringLiteral("Title 4"));
    }

    void countsWhatWasLeftOut()
    {
        Source source;
        SourceListModel model;
        model.setSource(source.read());
        auto page = Source::page(0, 2, 10);
        page.holes = 3;
        source.answer(page);
        model.fetchMore({});
        QCOMPARE(source.asked.front().place.offset, 5);
    }

    void goesOnByCursor()
    {
        Source source;
        SourceListModel model;
        model.setSource(source.read());
        auto page = Source::page(0, 2, -1);
        page.more = true;
        page.after = QStringLiteral("c1");
        source.answer(page);
        model.fetchMore({});
        QCOMPARE(source.asked.front().place.after, QStringLiteral("c1"));
        page.more = false;
        page.after.clear();
        source.answer(page);
        QVERIFY(!model.canFetchMore({}));
    }

    void anEmptyPageThatPromisesMoreIsTheEnd()
    {
        Source source;
        SourceListModel model;
        model.setSource(source.read());
        web::Page<SourceItem> page;
        page.more = true;
        page.total = 50;
        source.answer(page);
        QVERIFY(!model.canFetchMore({}));
        QVERIFY(model.isEmpty());
    }

    void aFailureIsKeptAndTriedAgain()
    {
        Source source;
        SourceListModel model;
        QSignalSpy changed(&model, &SourceListModel::stateChanged);
        model.setSource(source.read());
        source.answer(Source::page(0, 3, 9));
        model.fetchMore({});
        source.answer(Unexpected(Error{.kind = ErrorKind::Network, .userText = QStringLiteral("Away.")}));
        QVERIFY(model.error());
        QCOMPARE(model.error()->userText, QStringLiteral("Away."));
        QCOMPARE(model.rowCount(), 3);
        // Not by scrolling.
        QVERIFY(!model.canFetchMore({}));
        const auto before = changed.count();
        model.tryAgain();
        QVERIFY(changed.count() > before);
        QVERIFY(!model.error());
        QCOMPARE(source.asked.front().place.offset, 3);
        source.answer(Source::page(3, 3, 9));
        QCOMPARE(model.rowCount(), 6);
    }

    void anotherSourceForgetsTheFirst()
    {
        Source first;
        Source second;
        SourceListModel model;
        model.setSource(first.read());
        first.answer(Source::page(0, 3, 9));
        model.fetchMore({});
        model.setSource(second.read());
        QCOMPARE(model.rowCount(), 0);
        second.answer(Source::page(0, 1, 1));
        QCOMPARE(model.rowCount(), 1);
        model.setSource({});
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.isEmpty());
        QVERIFY(!model.isReading());
    }

    void saysWhatALineIs()
    {
        web::Album album;
        album.uri = QStringLiteral("spotify:album:a");
        album.title = QStringLiteral("Album");
        album.artists = {{QStringLiteral("One"), {}}};
        album.released = web::ReleaseDate::from(QStringLiteral("1981-12"), QStringLiteral("month"));
        album.trackCount = 9;
        Source source;
        SourceListModel model;
        // Here, where there is no second page: it fetches more by itself.
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setSource(source.read());
        web::Page<SourceItem> page;
        page.items = {SourceItem::from(track(7)), SourceItem::from(album)};
        source.answer(page);
        const QModelIndex song = model.index(0);
        QCOMPARE(song.data(SourceListModel::SubtitleRole).toString(), QStringLiteral("One, Two"));
        QCOMPARE(song.data(SourceListModel::DetailRole).toString(), QStringLiteral("1:01"));
        QCOMPARE(song.data(SourceListModel::LinkRole).toUrl(),
                 QUrl(QStringLiteral("https://open.spotify.com/track/t7")));
        QVERIFY(song.flags() & Qt::ItemIsDragEnabled);
        QCOMPARE(song.data(Qt::AccessibleTextRole).toString(), QStringLiteral("Title 7, One, Two"));
        const QModelIndex record = model.index(1);
        QCOMPARE(record.data(SourceListModel::DetailRole).toString(), QStringLiteral("1981"));
        QVERIFY(record.flags() & Qt::ItemIsDragEnabled);
        web::Artist artist;
        artist.uri = QStringLiteral("spotify:artist:b");
        artist.name = QStringLiteral("One");
        model.setItems({SourceItem::from(artist)});
        QVERIFY(!(model.index(0).flags() & Qt::ItemIsDragEnabled));
        QVERIFY(model.isComplete());
    }

    void anAlbumAmongTracksIsDraggedAsALink()
    {
        web::Album album;
        album.uri = QStringLiteral("spotify:album:2noRn2Aes5aoNVsU6iWThc");
        web::Medium medium;
        medium.uri = QStringLiteral("spotify:track:4uLU6hMCjMI75M1A2tKUQC");
        SourceListModel model;
        model.setItems({SourceItem::from(album), SourceItem::from(std::make_shared<web::Medium>(medium))});
        const std::unique_ptr<QMimeData> data(model.mimeData({model.index(0), model.index(1)}));
        const DroppedMedia dropped = mediaFrom(data.get());
        QVERIFY(dropped.media.isEmpty()); // what is in the album comes first
        QCOMPARE(dropped.links.size(), 2);
        QCOMPARE(dropped.links.at(0).uri(), album.uri);
        QCOMPARE(dropped.links.at(1).uri(), medium.uri);
    }

    void readsToTheEndWhenAskedTo()
    {
        Source source;
        SourceListModel model;
        model.setSource(source.read());
        source.answer(Source::page(0, 2, 5));
        model.readAll();
        const QSignalSpy states(&model, &SourceListModel::stateChanged);
        source.answer(Source::page(2, 2, 5));
        QVERIFY(model.isReading());
        source.answer(Source::page(4, 1, 5));
        QVERIFY(model.isComplete());
        QCOMPARE(model.media().size(), 5);
        QVERIFY(!states.isEmpty());
    }

    void whatIsDraggedArrivesInOrder()
    {
        Source source;
        SourceListModel model;
        model.setSource(source.read());
        source.answer(Source::page(0, 4, 4));
        const std::unique_ptr<QMimeData> data(model.mimeData({model.index(2), model.index(0)}));
        QVERIFY(data);
        const DroppedMedia dropped = mediaFrom(data.get());
        QCOMPARE(dropped.media.size(), 2);
        QCOMPARE(dropped.media.at(0)->uri, QStringLiteral("spotify:track:t0"));
        QCOMPARE(dropped.media.at(1)->title, QStringLiteral("Title 2"));
        QVERIFY(data->hasUrls());
        // To other programs as bytes, too.
        QMimeData copied;
        copied.setData(TrackListModel::rowsMimeType, data->data(TrackListModel::rowsMimeType));
        QCOMPARE(mediaFrom(&copied).media.size(), 2);
        QCOMPARE(model.mimeData({}), nullptr);
    }

    void aListThatChangedBetweenPagesIsReadAnew_data()
    {
        QTest::addColumn<int>("added"); // at its top
        QTest::newRow("one added") << 1;
        QTest::newRow("one removed") << -1;
    }

    void aListThatChangedBetweenPagesIsReadAnew()
    {
        QFETCH(int, added);
        Source source;
        SourceListModel model;
        model.setSource(source.read());
        source.answer(Source::page(0, 2, 6));
        model.fetchMore({});
        source.answer(Source::page(2, 2, 6));
        model.fetchMore({});
        const auto page = [added](int offset) { return Source::shifted(Source::page(offset, 2, 6 + added), -added); };
        source.answer(page(4));
        QVERIFY(model.isReading());
        QCOMPARE(model.rowCount(), 4); // as it was, until there is as much again
        for (const int offset : {0, 2}) {
            QCOMPARE(source.asked.front().place.offset, offset);
            source.answer(page(offset));
        }
        QVERIFY(!model.isReading());
        QCOMPARE(model.rowCount(), 4);
        for (int row = 0; row < 4; ++row)
            QCOMPARE(model.at(row).uri, QStringLiteral("spotify:track:t%1").arg(row - added));
        QVERIFY(model.canFetchMore({}));
    }

    void aListThatNeverKeepsStillIsTakenAsItIs()
    {
        Source source;
        SourceListModel model;
        model.setSource(source.read());
        int total = 100;
        int asked = 0;
        for (; asked < 20 && !source.asked.empty(); ++asked) {
            source.answer(Source::page(source.asked.front().place.offset, 2, total--));
            model.fetchMore({});
        }
        QCOMPARE(asked, 20);
        QVERIFY(model.rowCount() > 20);
    }
};

SEGUE_TEST(TestSourceListModel)
#include "tst_SourceListModel.moc"
