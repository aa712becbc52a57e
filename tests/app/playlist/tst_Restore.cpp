// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/Restore.h"
#include "tests/support/Pch.h"
#include "tests/support/TestMain.h"

#include <QTimeZone>

#include <random>

using namespace segue;
using namespace segue::playlist;
using store::ListRow;
using store::ListRows;

/// Earlier versions and the way back to them.
class TestRestore : public QObject
{
    Q_OBJECT

    /// "a b c": one row each; "a2" is a with another date, "-" an entry without a URI, "L" a local file.
    static ListRows list(const QString &text)
    {
        ListRows rows;
        for (const QString &name : text.split(u' ', Qt::SkipEmptyParts)) {
            ListRow row;
            if (name == QLatin1String("L"))
                row.uri = QStringLiteral("spotify:local:A:B:C:1");
            else if (name != QLatin1String("-"))
                row.uri = QStringLiteral("spotify:track:") + name.at(0);
            row.addedAt = QDateTime(QDate(2024, 1, 1), QTime(0, 0), QTimeZone::utc())
                              .addDays(name.size() > 1 ? name.at(1).digitValue() : 1);
            row.addedBy = QStringLiteral("me");
            rows.append(row);
        }
        return rows;
    }
    static QString nameOf(const ListRow &row)
    {
        return row.uri.isEmpty()                          ? QStringLiteral("-")
               : row.uri.contains(QLatin1String("local")) ? QStringLiteral("L")
                                                          : row.uri.section(u':', 2);
    }
    /// "a b> +c -d": same, moved, added since, removed since.
    static QString told(const QString &then, const QString &now)
    {
        const ListRows before = list(then);
        const ListRows after = list(now);
        QStringList out;
        for (const ComparedRow &row : compared(before, after)) {
            switch (row.mark) {
            case ComparedRow::Mark::Same:
                out.append(nameOf(before.at(row.then)));
                break;
            case ComparedRow::Mark::Moved:
                out.append(nameOf(before.at(row.then)) + u'>');
                break;
            case ComparedRow::Mark::Removed:
                out.append(u'-' + nameOf(before.at(row.then)));
                break;
            case ComparedRow::Mark::Added:
                out.append(u'+' + nameOf(after.at(row.now)));
                break;
            }
        }
        return out.join(u' ');
    }
    /// "2 0 *a": the row that is now at 2, the first one, a added again.
    static QString rowsOf(const Restoration &restored)
    {
        QStringList out;
        for (const RestoredRow &row : restored.rows)
            out.append(row.now >= 0 ? QString::number(row.now) : QString(u'*' + nameOf(row.row)));
        return out.join(u' ');
    }

private Q_SLOTS:
    void compares_data()
    {
        QTest::addColumn<QString>("then");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("marks");
        const auto row = [](const char *name, const char *then, const char *now, const char *marks) {
            QTest::newRow(name) << QString::fromLatin1(then) << QString::fromLatin1(now) << QString::fromLatin1(marks);
        };
        row("equal", "a b c", "a b c", "a b c");
        row("both empty", "", "", "");
        row("all new", "", "a b", "+a +b");
        row("all gone", "a b", "", "-a -b");
        row("added behind", "a b", "a x b y", "a +x b +y");
        row("added in front", "a b", "x a b", "+x a b");
        row("one moved", "a b c d", "b c d a", "a> b c d");
        row("added follows what moved", "a b c", "b c a x", "a> +x b c");
        row("date first", "a1 a2", "a2 a1", "a a>");
        row("then by URI", "a1", "a2", "a");
        row("a copy gone", "a1 b a2", "b a2", "-a b a");
        row("no URI", "- a", "a -", "- a>");
    }
    void compares()
    {
        QFETCH(QString, then);
        QFETCH(QString, now);
        QTEST(told(then, now), "marks");
    }

    void restores_data()
    {
        QTest::addColumn<QString>("then");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("rows");
        QTest::addColumn<int>("added");
        QTest::addColumn<int>("removed");
        const auto row = [](const char *name, const char *then, const char *now, const char *rows, int added,
                            int removed) {
            QTest::newRow(name) << QString::fromLatin1(then) << QString::fromLatin1(now) << QString::fromLatin1(rows)
                                << added << removed;
        };
        row("equal", "a b", "a b", "0 1", 0, 0);
        row("order", "a b c", "c a b", "1 2 0", 0, 0);
        row("gone", "a b c", "c", "*a *b 0", 2, 0);
        row("new", "a", "x a y", "1", 0, 2);
        row("all else", "a b", "x y", "*a *b", 2, 2);
    }
    void restores()
    {
        QFETCH(QString, then);
        QFETCH(QString, now);
        const Restoration restored = restoration(list(then), list(now));
        QTEST(rowsOf(restored), "rows");
        QTEST(restored.added, "added");
        QTEST(static_cast<int>(restored.removed.size()), "removed");
        QCOMPARE(restored.changes, list(then) != list(now));
    }

    void whatCannotBeAddedStaysAndIsCounted()
    {
        // What is there now could not be brought back by undo; what was there then cannot be by anything.
        const Restoration restored = restoration(list(QStringLiteral("a L - b")), list(QStringLiteral("a b")));
        QCOMPARE(rowsOf(restored), QStringLiteral("0 1"));
        QCOMPARE(restored.impossible, 2);
        QVERIFY(!restored.changes);
        const Restoration back = restoration(list(QStringLiteral("a b")), list(QStringLiteral("a L - b x")));
        QCOMPARE(rowsOf(back), QStringLiteral("0 1 2 3"));
        QCOMPARE(back.kept, 2);
        QCOMPARE(back.removed, std::vector<int>{4});
    }

    void restoresSomeRowsAtTheirPlaces_data()
    {
        QTest::addColumn<QString>("then");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QList<int>>("which");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *name, const char *then, const char *now, const QList<int> &which,
                            const char *rows) {
            QTest::newRow(name) << QString::fromLatin1(then) << QString::fromLatin1(now) << which
                                << QString::fromLatin1(rows);
        };
        row("behind its neighbour", "a b c", "c a", {1}, "0 1 *b");
        row("first", "a b", "x b", {0}, "*a 0 1");
        row("neighbour gone, too", "a b c d", "a d", {2}, "0 *c 1");
        row("two in order", "a b c d", "a d", {2, 1}, "0 *b *c 1");
        row("one that is there", "a b", "b a", {0}, "0 1");
        row("none there", "a b", "", {0, 1}, "*a *b");
        row("out of range", "a", "a", {-1, 7}, "0");
        row("impossible", "a L", "a", {1}, "0");
    }
    void restoresSomeRowsAtTheirPlaces()
    {
        QFETCH(QString, then);
        QFETCH(QString, now);
        QFETCH(QList<int>, which);
        const Restoration restored = restorationOf(std::vector<int>(which.begin(), which.end()), list(then), list(now));
        QTEST(rowsOf(restored), "rows");
        QVERIFY(restored.removed.empty());
        QCOMPARE(restored.changes, restored.added > 0);
    }

    void everyRowIsThereOnce()
    {
        std::mt19937 random(7);
        const auto some = [&random] {
            QStringList names;
            for (unsigned i = 0, count = random() % 12; i < count; ++i)
                names.append(QString(QLatin1Char(static_cast<char>('a' + random() % 6))) +
                             QString::number(random() % 3));
            return list(names.join(u' '));
        };
        for (int round = 0; round < 2000; ++round) {
            const ListRows then = some();
            const ListRows now = some();
            QList<int> thenSeen;
            QList<int> nowSeen;
            for (const ComparedRow &row : compared(then, now)) {
                if (row.then >= 0)
                    thenSeen.append(row.then);
                if (row.now >= 0)
                    nowSeen.append(row.now);
            }
            QCOMPARE(thenSeen.size(), then.size());
            QVERIFY(std::is_sorted(thenSeen.begin(), thenSeen.end()));
            std::sort(nowSeen.begin(), nowSeen.end());
            QCOMPARE(nowSeen.size(), now.size());
            QVERIFY(std::adjacent_find(nowSeen.begin(), nowSeen.end()) == nowSeen.end());
            // The list that comes of it has the URIs of then.
            const Restoration restored = restoration(then, now);
            QCOMPARE(restored.rows.size(), then.size());
            for (qsizetype i = 0; i < then.size(); ++i) {
                const RestoredRow &row = restored.rows.at(i);
                QCOMPARE(row.now >= 0 ? now.at(row.now).uri : row.row.uri, then.at(i).uri);
            }
            QCOMPARE(restored.rows.size() - restored.added + static_cast<int>(restored.removed.size()), now.size());
        }
    }
};

SEGUE_TEST(TestRestore)
#include "tst_Restore.moc"
