// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/Arranger.h"
#include "app/playlist/Document.h"
#include "app/playlist/RowSnapshot.h"
#include "app/playlist/ops/Select.h"
#include "app/playlist/ops/Shuffle.h"
#include "app/playlist/ops/Sort.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"

#include <QSemaphore>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <optional>

using namespace segue;
using namespace segue::playlist;

/// Orders worked out beside the window.
class TestArranger : public QObject
{
    Q_OBJECT

    static web::PlaylistEntry entry(int number)
    {
        auto medium = std::make_shared<web::Medium>();
        medium->uri = QStringLiteral("spotify:track:%1").arg(number);
        // Scattered, and some of them equal.
        medium->title = QStringLiteral("Title %1").arg((number * 7919) % 5003);
        medium->artists = {{QStringLiteral("Artist %1").arg(number % 97), {}}};
        medium->length = std::chrono::seconds(60 + number % 300);
        return {medium, {}, {}};
    }
    static std::unique_ptr<Document> document(int count)
    {
        auto made = std::make_unique<Document>(web::Playlist{});
        made->reset(count);
        QList<web::PlaylistEntry> entries;
        for (int i = 0; i < count; ++i)
            entries.append(entry(i));
        made->fill(0, entries);
        return made;
    }
    static RowLookup lookup(const Document &document)
    {
        return [&document](RowId id) -> const Row & { return document.row(id); };
    }
    static SortOptions byTitle() { return {.keys = {{SortField::Title}}, .locale = QLocale::c()}; }
    static Arranger::Operation sorting()
    {
        return [](const RowList &list, const std::vector<int> &positions, const RowLookup &row) {
            return sortedAt(list, positions, row, byTitle());
        };
    }

private Q_SLOTS:
    void longListsAreWorkedOnElsewhere()
    {
        const auto list = document(10000);
        Arranger arranger;
        std::optional<RowList> order;
        std::atomic<QThread *> thread = nullptr;
        arranger.start(
            *list, {},
            [&thread](const RowList &rows, const std::vector<int> &positions, const RowLookup &row) {
                thread = QThread::currentThread();
                return sortedAt(rows, positions, row, byTitle());
            },
            [&](const RowList &result, const std::vector<int> &positions) {
                QCOMPARE(QThread::currentThread(), qApp->thread());
                QCOMPARE(positions.size(), std::size_t(10000));
                order = result;
            });
        QVERIFY(!order && arranger.isRunning());
        QTRY_VERIFY(order);
        QVERIFY(thread && thread != qApp->thread());
        QVERIFY(!arranger.isRunning());
        QCOMPARE(*order, sorted(list->wanted(), lookup(*list), byTitle()));
        QVERIFY(*order != list->wanted());
    }

    void everyOperationGivesWhatThePureFunctionGives()
    {
        const auto list = document(10000);
        for (const ShuffleKind kind : {ShuffleKind::Rows, ShuffleKind::Albums, ShuffleKind::SpreadArtists}) {
            const ShuffleOptions options{.kind = kind, .seed = 42};
            Arranger arranger;
            std::optional<RowList> order;
            arranger.start(
                *list, {},
                [options](const RowList &rows, const std::vector<int> &positions, const RowLookup &row) {
                    return shuffledAt(rows, positions, row, options);
                },
                [&order](const RowList &result, const std::vector<int> &) { order = result; });
            QTRY_VERIFY(order);
            QCOMPARE(*order, shuffled(list->wanted(), lookup(*list), options));
        }
    }

    void shortListsAtOnce()
    {
        const auto list = document(20);
        Arranger arranger;
        std::optional<RowList> order;
        arranger.start(*list, {}, sorting(),
                       [&order](const RowList &result, const std::vector<int> &) { order = result; });
        QVERIFY(order && !arranger.isRunning());
        QCOMPARE(*order, sorted(list->wanted(), lookup(*list), byTitle()));
    }

    void someRowsKeepToTheirPlaces()
    {
        const auto list = document(10000);
        RowList rows;
        std::vector<int> places;
        for (int i = 1; i < 10000; i += 3) {
            rows.push_back(list->wanted()[static_cast<std::size_t>(i)]);
            places.push_back(i);
        }
        Arranger arranger;
        std::optional<RowList> order;
        arranger.start(*list, rows, sorting(), [&](const RowList &result, const std::vector<int> &positions) {
            QCOMPARE(positions, places);
            order = result;
        });
        QTRY_VERIFY(order);
        QCOMPARE(*order, sortedAt(list->wanted(), places, lookup(*list), byTitle()));
    }

    void anotherListMeanwhileIsTheOneThatIsSorted()
    {
        const auto list = document(3000);
        Arranger arranger;
        std::optional<RowList> order;
        int calls = 0;
        arranger.start(*list, {}, sorting(), [&](const RowList &result, const std::vector<int> &) {
            order = result;
            ++calls;
        });
        RowList other = list->wanted();
        other.erase(other.begin() + 5);
        list->setWanted(other);
        QTRY_VERIFY(order);
        QCOMPARE(*order, sorted(other, lookup(*list), byTitle()));
        QVERIFY(!arranger.isRunning());
        QCOMPARE(calls, 1);
    }

    void whatWasStartedLastCounts()
    {
        const auto list = document(3000);
        Arranger arranger;
        int first = 0;
        std::optional<RowList> order;
        arranger.start(*list, {}, sorting(), [&first](const RowList &, const std::vector<int> &) { ++first; });
        const SortOptions down{.keys = {{SortField::Title, Qt::DescendingOrder}}, .locale = QLocale::c()};
        arranger.start(
            *list, {},
            [down](const RowList &rows, const std::vector<int> &positions, const RowLookup &row) {
                return sortedAt(rows, positions, row, down);
            },
            [&order](const RowList &result, const std::vector<int> &) { order = result; });
        QTRY_VERIFY(order);
        QCOMPARE(*order, sorted(list->wanted(), lookup(*list), down));
        QCOMPARE(first, 0);
    }

    void resettingCancellingAndClosingDropIt_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("reset") << 0;
        QTest::newRow("cancel") << 1;
        QTest::newRow("closed") << 2;
    }
    void resettingCancellingAndClosingDropIt()
    {
        QFETCH(int, how);
        auto list = document(3000);
        Arranger arranger;
        int calls = 0;
        auto go = std::make_shared<QSemaphore>();
        auto ended = std::make_shared<QSemaphore>();
        arranger.start(
            *list, {},
            [go, ended](const RowList &rows, const std::vector<int> &, const RowLookup &) {
                go->acquire();
                ended->release();
                return rows;
            },
            [&calls](const RowList &, const std::vector<int> &) { ++calls; });
        QVERIFY(arranger.isRunning());
        if (how == 0)
            list->reset(10);
        else if (how == 1)
            arranger.cancel();
        else
            list.reset();
        QVERIFY(!arranger.isRunning());
        go->release();
        ended->acquire();
        // What comes after it finds the way through the same thread pool and the same event loop.
        const auto other = document(3000);
        bool done = false;
        Arranger next;
        next.start(*other, {}, sorting(), [&done](const RowList &, const std::vector<int> &) { done = true; });
        QTRY_VERIFY(done);
        QCOMPARE(calls, 0);
    }

    void aSnapshotIsOfItsMoment()
    {
        const auto list = document(4);
        RowList order = list->wanted();
        std::swap(order[0], order[3]);
        order.erase(order.begin() + 1);
        list->setWanted(order);
        const RowSnapshot snapshot(*list);
        list->reset(0);
        QCOMPARE(snapshot.list(), order);
        QCOMPARE(snapshot.row(order[0]).uri(), QStringLiteral("spotify:track:3"));
        QCOMPARE(snapshot.lookup()(order[2]).uri(), QStringLiteral("spotify:track:0"));
    }
};

SEGUE_TEST(TestArranger)
#include "tst_Arranger.moc"
