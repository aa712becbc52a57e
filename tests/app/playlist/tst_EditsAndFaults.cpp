// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/Document.h"
#include "tests/app/playlist/EditRun.h"
#include "tests/support/TestMain.h"

#include <algorithm>
#include <chrono>
#include <memory>

using namespace segue;
using namespace segue::playlist;
using namespace segue::playlist::test;

Q_DECLARE_METATYPE(Scene)

/// Random edits and random faults against the stand-in, over HTTP: what is on screen comes to Spotify, with as few
/// calls as planned.
///
/// SEGUE_PROPERTY_SEED and SEGUE_PROPERTY_STEPS choose another run. A failure names those that begin with the edits
/// that led to it; append the data tag: tst_edits TestEditsAndFaults randomEdits:faults
class TestEditsAndFaults : public QObject
{
    Q_OBJECT

    static constexpr int StepsOfRun = 25;

    static int setting(const char *name, int otherwise)
    {
        bool ok = false;
        const int value = qEnvironmentVariableIntValue(name, &ok);
        return ok ? value : otherwise;
    }

    /// Opens a playlist in which every track stands twice.
    static void openTwice(EditRig &rig)
    {
        rig.choose(QStringLiteral("Twice is nice"));
        QVERIFY(rig.start());
        QVERIFY(rig.waitSaved());
    }

    static std::vector<int> positionsOf(const EditRig &rig, const QString &uri)
    {
        std::vector<int> positions;
        for (int i = 0; i < rig.editor().document().size(); ++i) {
            if (rig.editor().document().rowAt(i).uri() == uri)
                positions.push_back(i);
        }
        return positions;
    }

    /// Removes the second copy of the first track, and expects it gone, and the first one as it was.
    static void removesSecondCopy(EditRig &rig)
    {
        const StandInRow first = rig.atSpotify().rows.first();
        const std::vector<int> copies = positionsOf(rig, first.uri);
        QCOMPARE(copies.size(), std::size_t(2));
        StandInList expected = rig.atSpotify();
        expected.rows.removeAt(copies.at(1));
        QVERIFY(rig.editor().removeRows({copies.at(1)}));
        QVERIFY(rig.waitSaved());
        QList<qint64> items;
        for (const StandInRow &row : rig.atSpotify().rows)
            items.append(row.row);
        QList<qint64> expectedItems;
        for (const StandInRow &row : std::as_const(expected.rows))
            expectedItems.append(row.row);
        QCOMPARE(rig.refusals(), QStringList());
        QCOMPARE(items, expectedItems);
    }

    /// The latest edit, whose answer is lost, is taken back, and another one is made before the program ends.
    static void takesItBackAndStartsAgain(EditRig &rig, QStringList &urisAtSpotify)
    {
        using namespace std::chrono_literals;
        QVERIFY(EditRig::waitFor([&rig] { return rig.editor().saveStatus().state == SaveStatus::State::Checking; }));
        rig.editor().undoStack().undo();
        QVERIFY(rig.editor().moveRows({10}, 0));
        QVERIFY(EditRig::waitFor([&rig] { return rig.editor().isKept(); }));
        rig.kill();
        rig.setRetryDelays(1ms, 20ms);
        QVERIFY(rig.start());
        QVERIFY(rig.finishUnfinished());
        for (const StandInRow &row : rig.atSpotify().rows)
            urisAtSpotify.append(row.uri);
    }

private Q_SLOTS:
    void removesTheCopyAfterALostAnswer()
    {
        EditRig rig(demo::Dialect::Tracks);
        openTwice(rig);
        rig.editor().moveRows({5}, 3);
        QVERIFY(rig.waitSaved());
        rig.arm(
            {{QStringLiteral("kind"), QStringLiteral("dropAfter")}, {QStringLiteral("method"), QStringLiteral("PUT")}});
        rig.editor().moveRows({30}, 2);
        QVERIFY(rig.waitSaved());
        removesSecondCopy(rig);
    }

    void takesNoOtherCopyAfterALostAnswer()
    {
        EditRig rig(demo::Dialect::Tracks);
        openTwice(rig);
        rig.editor().moveRows({5}, 3);
        QVERIFY(rig.waitSaved());
        const QList<StandInRow> before = rig.atSpotify().rows;
        const int second = positionsOf(rig, before.first().uri).at(1);
        rig.arm(
            {{QStringLiteral("kind"), QStringLiteral("dropAfter")}, {QStringLiteral("method"), QStringLiteral("PUT")}});
        rig.editor().moveRows({second}, 0);
        QVERIFY(rig.waitSaved());
        QVERIFY(rig.editor().removeRows({0}));
        QVERIFY(rig.waitSaved());
        QList<qint64> items;
        for (const StandInRow &row : rig.atSpotify().rows)
            items.append(row.row);
        QVERIFY(items.contains(before.first().row));
        QVERIFY(!items.contains(before.at(second).row));
    }

    void removesTheCopyAfterSomebodyElse()
    {
        EditRig rig(demo::Dialect::Tracks);
        openTwice(rig);
        rig.editor().moveRows({5}, 3);
        QVERIFY(rig.waitSaved());
        rig.foreignEdit({{QStringLiteral("action"), QStringLiteral("add")},
                         {QStringLiteral("position"), 4},
                         {QStringLiteral("uris"), QJsonArray::fromStringList(rig.newTracks(1))}});
        QVERIFY(rig.readAgain());
        removesSecondCopy(rig);
    }

    void anAdditionThatWasTakenBackStaysGone()
    {
        using namespace std::chrono_literals;
        EditRig rig(demo::Dialect::Items);
        rig.setRetryDelays(1h, 1h);
        openTwice(rig);
        const QList<StandInRow> before = rig.atSpotify().rows;
        rig.arm({{QStringLiteral("kind"), QStringLiteral("dropAfter")},
                 {QStringLiteral("method"), QStringLiteral("POST")}});
        auto medium = std::make_shared<web::Medium>();
        medium->uri = rig.newTracks(1).constFirst();
        QVERIFY(rig.editor().insertMedia(3, {medium}));
        QStringList uris;
        takesItBackAndStartsAgain(rig, uris);
        QCOMPARE(uris.constFirst(), before.at(10).uri);
        QVERIFY(!uris.contains(medium->uri));
    }

    void aRemovalThatWasTakenBackIsUndone()
    {
        using namespace std::chrono_literals;
        EditRig rig(demo::Dialect::Items);
        rig.setRetryDelays(1h, 1h);
        rig.choose(QStringLiteral("Archive 2021"));
        QVERIFY(rig.start());
        QVERIFY(rig.waitSaved());
        const StandInRow gone = rig.atSpotify().rows.at(3);
        rig.arm({{QStringLiteral("kind"), QStringLiteral("dropAfter")},
                 {QStringLiteral("method"), QStringLiteral("DELETE")}});
        QVERIFY(rig.editor().removeRows({3}));
        QStringList uris;
        takesItBackAndStartsAgain(rig, uris);
        QVERIFY(uris.contains(gone.uri));
    }

    void waitsForItsOwnChanges_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::newRow("insert") << QStringLiteral("insert");
        QTest::newRow("remove and undo") << QStringLiteral("remove");
    }
    void waitsForItsOwnChanges()
    {
        using namespace std::chrono_literals;
        QFETCH(QString, verb);
        EditRig rig(demo::Dialect::Items);
        rig.setRetryDelays(200ms, 400ms);
        openTwice(rig);
        rig.setOptions({{QStringLiteral("contentLag"), 100}});
        const RowList before = rig.editor().document().wanted();
        if (verb == QStringLiteral("insert")) {
            auto medium = std::make_shared<web::Medium>();
            medium->uri = rig.newTracks(1).constFirst();
            QVERIFY(rig.editor().insertMedia(3, {medium}));
        } else {
            QVERIFY(rig.editor().removeRows({3}));
            QVERIFY(rig.waitSaved());
            rig.editor().undoStack().undo();
            QCOMPARE(rig.editor().document().wanted(), before);
        }
        const RowList wanted = rig.editor().document().wanted();
        const auto isConfirmed = [&rig] {
            const Document &document = rig.editor().document();
            return std::all_of(document.wanted().begin(), document.wanted().end(),
                               [&document](RowId id) { return document.row(id).confirmed; });
        };
        QVERIFY(EditRig::waitFor([&] { return rig.isSaved() && isConfirmed(); }));
        QCOMPARE(rig.merges(), 0);
        QCOMPARE(rig.editor().document().wanted(), wanted);
    }

    void randomEdits_data()
    {
        QTest::addColumn<Scene>("scene");
        QTest::addColumn<int>("percent");
        QTest::newRow("quiet") << Scene::Quiet << 15;
        QTest::newRow("faults") << Scene::Faults << 30;
        QTest::newRow("kills") << Scene::Kills << 20;
        QTest::newRow("announced") << Scene::Announced << 10;
        QTest::newRow("unannounced") << Scene::Unannounced << 10;
        QTest::newRow("quirks") << Scene::Quirks << 10;
        QTest::newRow("impossible") << Scene::Impossible << 5;
    }
    void randomEdits()
    {
        QFETCH(Scene, scene);
        QFETCH(int, percent);
        const int seed = setting("SEGUE_PROPERTY_SEED", 1);
        const int given = setting("SEGUE_PROPERTY_STEPS", 0);
        // Few steps are meant to be made as they are: that is how a failure is repeated.
        const int steps =
            given > 0 && given <= StepsOfRun ? given : std::max(given > 0 ? given : 600, 1) * percent / 100;
        EditRun::Figures sum;
        for (int done = 0, number = 0; done < steps; ++number) {
            EditRun run(scene, static_cast<quint32>(seed + number));
            run.begin();
            int step = 0;
            for (; step < StepsOfRun && done < steps && run.isGoingOn(); ++step, ++done)
                run.step(step);
            if (run.isGoingOn())
                run.end();
            if (!run.wrong().isEmpty())
                QFAIL(qPrintable(QStringLiteral("SEGUE_PROPERTY_SEED=%1 SEGUE_PROPERTY_STEPS=%2, step %3: %4\n%5")
                                     .arg(seed + number)
                                     .arg(std::max(step, 1))
                                     .arg(step)
                                     .arg(run.wrong(), run.story().join(u'\n'))));
            const EditRun::Figures &figures = run.figures();
            sum.settled += figures.settled;
            sum.edits += figures.edits;
            sum.writes += figures.writes;
            sum.planned += figures.planned;
            sum.reads += figures.reads;
            sum.faults += figures.faults;
            sum.kills += figures.kills;
            sum.signOuts += figures.signOuts;
            sum.replaces += figures.replaces;
            sum.refusals += figures.refusals;
        }
        qInfo("%d edits, saved %d times, %d writes (at most %d counted, %d replace the list), %d reads, %d faults, "
              "%d kills, %d times signed out, %d refusals",
              sum.edits, sum.settled, sum.writes, sum.planned, sum.replaces, sum.reads, sum.faults, sum.kills,
              sum.signOuts, sum.refusals);
    }
};

SEGUE_TEST(TestEditsAndFaults)
#include "tst_EditsAndFaults.moc"
