// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/Document.h"
#include "tests/app/playlist/EditRun.h"
#include "tests/app/playlist/KnownFaults.h"
#include "tests/support/TestMain.h"

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
        if (known::positionsGoWithAnOldSnapshot)
            QEXPECT_FAIL("", "the positions are not those of the snapshot", Continue);
        QCOMPARE(rig.refusals(), QStringList());
        if (known::positionsGoWithAnOldSnapshot)
            QEXPECT_FAIL("", "the positions are not those of the snapshot", Continue);
        QCOMPARE(items, expectedItems);
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
        if (known::positionsGoWithAnOldSnapshot)
            QEXPECT_FAIL("", "both are gone: in the list of the snapshot, the other copy stood there", Continue);
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
            given > 0 && given <= StepsOfRun ? given : std::max(given > 0 ? given : 500, 1) * percent / 100;
        EditRun::Figures sum;
        int known = 0;
        for (int done = 0, number = 0; done < steps; ++number) {
            EditRun run(scene, static_cast<quint32>(seed + number));
            run.begin();
            int step = 0;
            for (; step < StepsOfRun && done < steps && run.isGoingOn(); ++step, ++done)
                run.step(step);
            if (run.isGoingOn())
                run.end();
            known += run.metKnownFault();
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
            sum.refusals += figures.refusals;
        }
        qInfo("%d edits, saved %d times, %d writes (%d counted), %d reads, %d faults, %d kills, %d refusals, %d ended "
              "by a known fault",
              sum.edits, sum.settled, sum.writes, sum.planned, sum.reads, sum.faults, sum.kills, sum.refusals, known);
    }
};

SEGUE_TEST(TestEditsAndFaults)
#include "tst_EditsAndFaults.moc"
