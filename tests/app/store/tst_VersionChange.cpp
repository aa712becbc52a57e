// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/VersionChange.h"
#include "tests/app/store/StoreSamples.h"
#include "tests/support/TestMain.h"

#include <QTimeZone>

#include <algorithm>
#include <random>

using namespace segue;
using namespace segue::store;

class TestVersionChange : public QObject
{
    Q_OBJECT

private:
    static void compare(const ListChange &found, const ListChange &expected)
    {
        QCOMPARE(found.added, expected.added);
        QCOMPARE(found.removed, expected.removed);
        QCOMPARE(found.moved, expected.moved);
    }

private Q_SLOTS:
    void countsWhatDiffers()
    {
        const ListRows rows = test::sampleRows(100);
        compare(changeBetween(rows, rows), {});
        compare(changeBetween({}, rows), {.added = 100});
        compare(changeBetween(rows, {}), {.removed = 100});

        ListRows after = rows;
        after.move(10, 90);
        compare(changeBetween(rows, after), {.moved = 1});
        after.remove(40, 3);
        compare(changeBetween(rows, after), {.removed = 3, .moved = 1});
        after += test::sampleRows(2, 9);
        compare(changeBetween(rows, after), {.added = 2, .removed = 3, .moved = 1});
        after = rows;
        std::reverse(after.begin(), after.end());
        compare(changeBetween(rows, after), {.moved = 99});
    }

    void aRowThatGotItsDateIsTheSame()
    {
        const ListRows rows = test::sampleRows(10);
        ListRows after = rows;
        after[4].addedAt = after.at(4).addedAt.addSecs(3);
        compare(changeBetween(rows, after), {});
    }

    void tellsCopiesOfATrackByTheirDates()
    {
        ListRows rows = test::sampleRows(5);
        rows[3] = rows.at(1);
        rows[3].addedAt = rows.at(1).addedAt.addDays(1);
        ListRows after = rows;
        after.removeAt(1);
        compare(changeBetween(rows, after), {.removed = 1});
        // The later copy went before the other rows: it moved, and the earlier one went.
        after = {rows.at(3), rows.at(0), rows.at(2), rows.at(4)};
        compare(changeBetween(rows, after), {.removed = 1, .moved = 1});
        after = rows;
        after.append(rows.at(1));
        compare(changeBetween(rows, after), {.added = 1});
    }

    void managesLongListsOfOneTrack()
    {
        const ListRows rows(10'000, test::sampleRows(1).constFirst());
        compare(changeBetween(rows, rows.mid(1)), {.removed = 1});
        ListRows shuffled = test::sampleRows(10'000);
        std::mt19937 random(1);
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        const ListChange change = changeBetween(test::sampleRows(10'000), shuffled);
        QCOMPARE(change.added, 0);
        QVERIFY(change.moved > 9000);
    }

    void knowsFreshDates()
    {
        const QDateTime at = QDateTime::fromSecsSinceEpoch(1'800'000'000, QTimeZone::utc());
        ListRows before = test::sampleRows(4);
        before[2].addedAt = at.addSecs(-60);
        ListRows after = before;
        QVERIFY(onlyFreshDatesDiffer(before, at, after));
        after[2].addedAt = at.addSecs(-58);
        after[2].addedBy = QStringLiteral("told");
        QVERIFY(onlyFreshDatesDiffer(before, at, after));
        before[0].addedAt = {};
        QVERIFY(onlyFreshDatesDiffer(before, at, after));
        // A date that was no guess: the row was added anew.
        after[1].addedAt = at;
        QVERIFY(!onlyFreshDatesDiffer(before, at, after));
        after = before;
        after.removeLast();
        QVERIFY(!onlyFreshDatesDiffer(before, at, after));
        after = before;
        after[2].uri = QStringLiteral("another");
        QVERIFY(!onlyFreshDatesDiffer(before, at, after));
    }
};

SEGUE_TEST(TestVersionChange)
#include "tst_VersionChange.moc"
