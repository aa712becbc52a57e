// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/Select.h"
#include "tests/app/playlist/RowTable.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::playlist;
using namespace segue::playlist::test;

class TestSelect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds()
    {
        RowTable rows;
        web::Medium local = song(QStringLiteral("local"));
        local.isLocal = true;
        local.isPlayable = false; // a file is a file, whatever Spotify says of it
        web::Medium gone = song(QStringLiteral("gone"));
        gone.isPlayable = false;
        rows.addTitled(QStringLiteral("plays"));
        rows.addNull();
        rows.add(local);
        rows.addUnread();
        rows.add(gone);
        rows.addNull();
        const RowList list{5, 4, 3, 2, 1, 0};
        const auto at = [&](RowKind kind) { return positionsOfKind(list, rows.lookup(), kind); };
        QCOMPARE(at(RowKind::Null), (std::vector<int>{0, 4}));
        QCOMPARE(at(RowKind::Unavailable), (std::vector<int>{1}));
        QCOMPARE(at(RowKind::NotLoaded), (std::vector<int>{2}));
        QCOMPARE(at(RowKind::Local), (std::vector<int>{3}));
        QCOMPARE(at(RowKind::Playable), (std::vector<int>{5}));
    }

    void partsOfAList()
    {
        const RowList list{9, 8, 7, 6};
        QCOMPARE(rowsAt(list, {0, 3}), (RowList{9, 6}));
        QCOMPARE(withRowsAt(list, {0, 3}, {6, 9}), (RowList{6, 8, 7, 9}));
        QCOMPARE(withRowsAt(list, {}, {}), list);
        const Split parts = split(list, {1, 2});
        QCOMPARE(parts.picked, (RowList{8, 7}));
        QCOMPARE(parts.rest, (RowList{9, 6}));
        QVERIFY(split({}, {}).picked.empty());
    }
};

SEGUE_TEST(TestSelect)
#include "tst_Select.moc"
