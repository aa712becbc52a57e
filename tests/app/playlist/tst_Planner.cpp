// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ListOps.h"
#include "app/playlist/Planner.h"
#include "tests/support/FakeApi.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

#include <numeric>

using namespace segue::playlist;
using segue::test::FakeApi;
using segue::web::ReorderCall;

/// Every plan is carried out on a list of URIs by rules of its own, as the API pages tell them.
class TestPlanner : public QObject
{
    Q_OBJECT

    std::vector<Row> m_rows;

    RowList makeRows(const QStringList &uris)
    {
        RowList ids;
        for (const QString &uri : uris) {
            m_rows.push_back(Row{.entry = FakeApi::entry(uri), .loaded = true, .confirmed = true});
            ids.push_back(static_cast<RowId>(m_rows.size() - 1));
        }
        return ids;
    }

    RowList makeTracks(int count)
    {
        QStringList uris;
        for (int i = 0; i < count; ++i)
            uris.append(QStringLiteral("spotify:track:%1").arg(i));
        return makeRows(uris);
    }

    Plan plan(const RowList &server, const RowList &wanted, const PlanOptions &options = {})
    {
        return makePlan(
            server, wanted, [this](RowId id) -> const Row & { return m_rows[id]; }, options);
    }

    QStringList urisOf(const RowList &list) const
    {
        QStringList uris;
        for (const RowId id : list)
            uris.append(m_rows[id].uri());
        return uris;
    }

    static QStringList carriedOut(QStringList uris, const Plan &plan, bool positionsHonoured)
    {
        for (const Step &step : plan.steps) {
            if (const auto *move = std::get_if<MoveStep>(&step)) {
                const ReorderCall &call = move->call;
                const QStringList block = uris.mid(call.rangeStart, call.rangeLength);
                uris.remove(call.rangeStart, call.rangeLength);
                int at =
                    call.insertBefore <= call.rangeStart ? call.insertBefore : call.insertBefore - call.rangeLength;
                for (const QString &uri : block)
                    uris.insert(at++, uri);
            } else if (const auto *add = std::get_if<AddStep>(&step)) {
                int at = add->position;
                for (const QString &uri : add->uris)
                    uris.insert(at++, uri);
            } else {
                const auto &remove = std::get<RemoveStep>(step);
                for (int i = static_cast<int>(uris.size()) - 1; i >= 0; --i) {
                    for (const segue::web::RemoveTarget &target : remove.targets) {
                        if (target.uri == uris.at(i) &&
                            (!positionsHonoured || target.positions.isEmpty() || target.positions.contains(i))) {
                            uris.removeAt(i);
                            break;
                        }
                    }
                }
            }
        }
        return uris;
    }

    static QList<ReorderCall> moves(const Plan &plan)
    {
        QList<ReorderCall> calls;
        for (const Step &step : plan.steps) {
            if (const auto *move = std::get_if<MoveStep>(&step))
                calls.append(move->call);
        }
        return calls;
    }

private Q_SLOTS:
    void init() { m_rows.clear(); }

    void everyDragOfOneBlockIsOneCallOfThatBlock()
    {
        constexpr int size = 7;
        const RowList server = makeTracks(size);
        for (int first = 0; first < size; ++first) {
            for (int last = first; last < size; ++last) {
                for (int before = 0; before <= size; ++before) {
                    if (before >= first && before <= last + 1)
                        continue;
                    std::vector<int> block(static_cast<std::size_t>(last - first + 1));
                    std::iota(block.begin(), block.end(), first);
                    const RowList wanted = withMoved(server, block, before);
                    const Plan result = plan(
                        server, wanted, {.preferToMove = RowList(server.begin() + first, server.begin() + last + 1)});
                    QCOMPARE(result.steps.size(), std::size_t(1));
                    QCOMPARE(moves(result).first(), (ReorderCall{first, last - first + 1, before}));
                    QCOMPARE(carriedOut(urisOf(server), result, false), urisOf(wanted));
                }
            }
        }
    }

    void scatteredRowsDraggedTogetherCostOneCallEach()
    {
        const RowList server = makeTracks(10);
        const RowList wanted = withMoved(server, {1, 4, 5, 8}, 3);
        const Plan result = plan(server, wanted, {.preferToMove = {1, 4, 5, 8}});
        QCOMPARE(moves(result).size(), 3); // 1 | 4 5 | 8
        QCOMPARE(carriedOut(urisOf(server), result, false), urisOf(wanted));
    }

    void equalListsNeedNothing()
    {
        const RowList server = makeTracks(5);
        QVERIFY(plan(server, server).steps.empty());
        QVERIFY(plan({}, {}).steps.empty());
    }

    void longBlocksAreMovedInPieces()
    {
        const RowList server = makeTracks(600);
        for (const auto &[first, length, before] : {std::tuple{300, 250, 10}, std::tuple{10, 250, 500}}) {
            std::vector<int> block(static_cast<std::size_t>(length));
            std::iota(block.begin(), block.end(), first);
            const RowList wanted = withMoved(server, block, before);
            const RowList hand(server.begin() + first, server.begin() + first + length);
            const Plan result = plan(server, wanted, {.rangeCap = 100, .preferToMove = hand});
            QCOMPARE(moves(result).size(), 3);
            for (const ReorderCall &call : moves(result))
                QVERIFY(call.rangeLength <= 100);
            QCOMPARE(carriedOut(urisOf(server), result, false), urisOf(wanted));
        }
    }

    void removesWholeTracksByUriInHundreds()
    {
        const RowList server = makeTracks(250);
        const Plan result = plan(server, {server[7]});
        QCOMPARE(result.steps.size(), std::size_t(3));
        for (const Step &step : result.steps) {
            QVERIFY(std::get<RemoveStep>(step).targets.size() <= 100);
            QVERIFY(!std::get<RemoveStep>(step).usesPositions());
        }
        QCOMPARE(carriedOut(urisOf(server), result, false), urisOf({server[7]}));
    }

    void oneCopyGoesByPositionWhereThatIsHonoured()
    {
        const QString a = QStringLiteral("spotify:track:a");
        const QString b = QStringLiteral("spotify:track:b");
        const RowList server = makeRows({a, b, a, b, a});
        const RowList wanted{server[0], server[1], server[3], server[4]};
        const Plan result = plan(server, wanted, {.positionsHonoured = true});
        QCOMPARE(result.steps.size(), std::size_t(1));
        QCOMPARE(std::get<RemoveStep>(result.steps.front()).targets, (QList<segue::web::RemoveTarget>{{a, {2}}}));
        QVERIFY(result.readded.empty());
        QCOMPARE(carriedOut(urisOf(server), result, true), (QStringList{a, b, b, a}));
    }

    void oneCopyOtherwiseTakesTheOthersAlongAndAddsThemBack()
    {
        const QString a = QStringLiteral("spotify:track:a");
        const QString b = QStringLiteral("spotify:track:b");
        const RowList server = makeRows({a, b, a, b, a});
        const RowList wanted{server[0], server[1], server[3], server[4]};
        const Plan result = plan(server, wanted);
        QCOMPARE(result.readded, (RowList{server[0], server[4]}));
        QCOMPARE(carriedOut(urisOf(server), result, false), (QStringList{a, b, b, a}));
    }

    void nullAndLocalRowsAreMovedButNeverRemovedByUri()
    {
        const QString local = QStringLiteral("spotify:local:A:B:C:120");
        const RowList server =
            makeRows({QStringLiteral("spotify:track:a"), QString(), local, QStringLiteral("spotify:track:b")});
        const RowList wanted{server[3], server[0]};
        const Plan result = plan(server, wanted);
        QCOMPARE(result.impossible, (RowList{server[1], server[2]}));
        for (const Step &step : result.steps)
            QVERIFY(!std::holds_alternative<RemoveStep>(step));
        const QStringList out = carriedOut(urisOf(server), result, false);
        QCOMPARE(out.size(), 4);
        QVERIFY(out.indexOf(QStringLiteral("spotify:track:b")) < out.indexOf(QStringLiteral("spotify:track:a")));

        const Plan moved = plan(server, {server[2], server[1], server[0], server[3]});
        QVERIFY(moved.impossible.empty());
        QCOMPARE(carriedOut(urisOf(server), moved, false), urisOf({server[2], server[1], server[0], server[3]}));
    }

    void addsInRunsOfAtMostAHundred()
    {
        const RowList server = makeTracks(10);
        QStringList uris;
        for (int i = 0; i < 130; ++i)
            uris.append(QStringLiteral("spotify:track:n%1").arg(i));
        const RowList added = makeRows(uris);
        const RowList wanted = withInserted(server, 4, added);
        const Plan result = plan(server, wanted);
        QCOMPARE(result.steps.size(), std::size_t(2));
        QCOMPARE(std::get<AddStep>(result.steps.front()).uris.size(), 100);
        QCOMPARE(std::get<AddStep>(result.steps.front()).position, 4);
        QCOMPARE(carriedOut(urisOf(server), result, false), urisOf(wanted));
    }

    void anyMixtureEndsInTheWantedList_data()
    {
        QTest::addColumn<bool>("positionsHonoured");
        QTest::newRow("positions honoured") << true;
        QTest::newRow("positions ignored") << false;
    }

    void anyMixtureEndsInTheWantedList()
    {
        QFETCH(bool, positionsHonoured);
        QRandomGenerator random(20261121);
        for (int round = 0; round < 1000; ++round) {
            m_rows.clear();
            QStringList uris;
            const int size = static_cast<int>(random.bounded(1, 25));
            for (int i = 0; i < size; ++i)
                uris.append(QStringLiteral("spotify:track:%1").arg(random.bounded(18)));
            const RowList server = makeRows(uris);
            RowList wanted = server;
            for (int i = static_cast<int>(wanted.size()) - 1; i > 0; --i) {
                if (random.bounded(4) == 0)
                    std::swap(wanted[static_cast<std::size_t>(i)], wanted[random.bounded(static_cast<quint32>(i))]);
            }
            std::erase_if(wanted, [&random](RowId) { return random.bounded(6) == 0; });
            for (const RowId id :
                 makeRows({QStringLiteral("spotify:track:x"), uris.first(), QStringLiteral("spotify:track:y")}))
                wanted.insert(wanted.begin() + random.bounded(static_cast<int>(wanted.size()) + 1), id);

            const Plan result = plan(server, wanted, {.positionsHonoured = positionsHonoured});
            QCOMPARE(carriedOut(urisOf(server), result, positionsHonoured), urisOf(wanted));
            RowList simulated = server;
            for (const Step &step : result.steps)
                simulated = applied(simulated, step);
            QCOMPARE(simulated, wanted);
        }
    }
};

SEGUE_TEST(TestPlanner)
#include "tst_Planner.moc"
