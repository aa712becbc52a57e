// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/Merge.h"
#include "tests/app/playlist/RowTable.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::playlist;
using namespace segue::playlist::test;

class TestMerge : public QObject
{
    Q_OBJECT

    /// A playlist whose tracks are named by letters: '-' is a null entry, '?' a row not read, a capital a local file.
    static RowTable listOf(const char *letters)
    {
        RowTable rows;
        for (const QChar letter : QString::fromLatin1(letters)) {
            if (letter == u'-') {
                rows.addNull();
            } else if (letter == u'?') {
                rows.addUnread();
            } else {
                web::Medium medium = song(QString(letter));
                medium.uri = QString(QStringLiteral("uri:") + letter);
                medium.isLocal = letter.isUpper();
                rows.add(medium);
            }
        }
        return rows;
    }

    static MergeResult merge(const std::vector<RowTable> &tables, const MergeOptions &options)
    {
        std::vector<MergeSource> sources;
        sources.reserve(tables.size());
        for (const RowTable &table : tables)
            sources.push_back({table.list(), table.lookup()});
        return mergePlaylists(sources, options);
    }

    static QString letters(const std::vector<RowTable> &tables, const MergeResult &result)
    {
        QString text;
        for (const MergedRow &row : result.rows) {
            const web::MediumPtr &medium = tables[std::size_t(row.source)][row.row].entry.medium;
            text += medium ? medium->title : QStringLiteral("-");
        }
        return text;
    }

private Q_SLOTS:
    void orders_data()
    {
        QTest::addColumn<MergeOrder>("order");
        QTest::addColumn<QString>("expected");
        QTest::newRow("concatenate") << MergeOrder::Concatenate << "abcdefxyz";
        QTest::newRow("alternate") << MergeOrder::Alternate << "axbyczdef";
        QTest::newRow("spread") << MergeOrder::Spread << "axbcydezf";
    }

    void orders()
    {
        QFETCH(MergeOrder, order);
        QFETCH(QString, expected);
        const std::vector<RowTable> tables{listOf("abcdef"), listOf("xyz")};
        const MergeResult result = merge(tables, {.order = order});
        QCOMPARE(letters(tables, result), expected);
        QCOMPARE(result.present + result.notAddable, 0);
    }

    void threeSources()
    {
        const std::vector<RowTable> tables{listOf("ab"), listOf("vwxyz"), listOf("1")};
        QCOMPARE(letters(tables, merge(tables, {.order = MergeOrder::Alternate})), QStringLiteral("av1bwxyz"));
        QCOMPARE(letters(tables, merge({}, {})), QString());
    }

    void whatIsThereIsSkipped()
    {
        const std::vector<RowTable> tables{listOf("aab"), listOf("bcc"), listOf("cad")};
        const MergeResult into = merge(tables, {});
        QCOMPARE(letters(tables, into), QStringLiteral("aabcd")); // both copies of its own stay
        QCOMPARE(into.present, 4);
        QCOMPARE(letters(tables, merge(tables, {.intoFirst = false})), QStringLiteral("abcd"));
        const MergeResult all = merge(tables, {.skipPresent = false});
        QCOMPARE(letters(tables, all), QStringLiteral("aabbcccad"));
        QCOMPARE(all.present, 0);
    }

    void whatCannotBeAddedStaysWhereItIs()
    {
        const std::vector<RowTable> tables{listOf("a-L?"), listOf("b-L?")};
        const MergeResult into = merge(tables, {});
        QCOMPARE(into.rows, (std::vector<MergedRow>{{0, 0}, {0, 1}, {0, 2}, {0, 3}, {1, 0}}));
        QCOMPARE(into.notAddable, 3);
        const MergeResult anew = merge(tables, {.intoFirst = false});
        QCOMPARE(letters(tables, anew), QStringLiteral("ab"));
        QCOMPARE(anew.notAddable, 6);
    }

    void skippedRowsTakeNoTurns()
    {
        const std::vector<RowTable> tables{listOf("ab"), listOf("a-xy")};
        QCOMPARE(letters(tables, merge(tables, {.order = MergeOrder::Alternate})), QStringLiteral("axby"));
    }
};

SEGUE_TEST(TestMerge)
#include "tst_Merge.moc"
