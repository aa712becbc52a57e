// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/Sort.h"
#include "tests/app/playlist/RowTable.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>
#include <QtConcurrent>

using namespace segue;
using namespace segue::playlist;
using namespace segue::playlist::test;

class TestSort : public QObject
{
    Q_OBJECT

    static SortOptions by(std::vector<SortKey> keys)
    {
        return {.keys = std::move(keys), .locale = QLocale(QLocale::English), .ignoreArticles = false};
    }
    static SortOptions by(SortField field, Qt::SortOrder order = Qt::AscendingOrder)
    {
        return by(std::vector<SortKey>{{field, order}});
    }
    static QStringList words(const char *text) { return QString::fromUtf8(text).split(u'|'); }

    /// Rows that tell by what they were sorted: each field puts them in another order.
    static RowTable table()
    {
        RowTable rows;
        const auto add = [&rows](const char *title, const char *artist, const char *adder, int added, int seconds,
                                 web::ReleaseDate released, int popularity) {
            web::Medium medium = song(QString::fromUtf8(title), QString::fromUtf8(artist));
            medium.length = std::chrono::seconds(seconds);
            medium.released = released;
            medium.popularity = static_cast<std::int16_t>(popularity);
            rows.add(medium, added < 0 ? QDateTime() : day(added), QString::fromLatin1(adder));
        };
        add("b", "Yeasayer", "una", 3, 200, {1999, 5, 0}, 10);
        add("c", "Xiu Xiu", "", -1, 100, {}, -1);
        add("a", "", "Bo", 1, 0, {1999, 0, 0}, 0);
        add("d", "Zola", "cy", 2, 300, {1999, 5, 1}, 90);
        return rows;
    }

private Q_SLOTS:
    void eachField_data()
    {
        QTest::addColumn<SortField>("field");
        QTest::addColumn<QString>("up");
        QTest::addColumn<QString>("down"); // what has no value is last in both
        QTest::newRow("title") << SortField::Title << "abcd"
                               << "dcba";
        QTest::newRow("artist") << SortField::Artist << "cbda"
                                << "dbca";
        QTest::newRow("added") << SortField::DateAdded << "adbc"
                               << "bdac";
        QTest::newRow("adder") << SortField::AddedBy << "adbc"
                               << "bdac";
        QTest::newRow("length") << SortField::Length << "cbda"
                                << "dbca";
        QTest::newRow("release") << SortField::ReleaseDate << "abdc"
                                 << "dbac";
        QTest::newRow("popularity") << SortField::Popularity << "abdc"
                                    << "dbac";
        QTest::newRow("position") << SortField::Position << "bcad"
                                  << "dacb";
    }

    void eachField()
    {
        QFETCH(SortField, field);
        QFETCH(QString, up);
        QFETCH(QString, down);
        const RowTable rows = table();
        const auto order = [&](Qt::SortOrder direction) {
            return rows.titles(sorted(rows.list(), rows.lookup(), by(field, direction))).join(QString());
        };
        QCOMPARE(order(Qt::AscendingOrder), up);
        QCOMPARE(order(Qt::DescendingOrder), down);
    }

    void rowsWithoutAValueStandAtTheEndInTheirOrder_data()
    {
        QTest::addColumn<SortField>("field");
        for (const SortField field : {SortField::Title, SortField::Artist, SortField::Album, SortField::Length,
                                      SortField::ReleaseDate, SortField::Popularity, SortField::AddedBy})
            QTest::addRow("%d", int(field)) << field;
    }

    void rowsWithoutAValueStandAtTheEndInTheirOrder()
    {
        QFETCH(SortField, field);
        RowTable rows;
        rows.addNull();         // 0
        rows.addUnread();       // 1
        rows.add(song({}, {})); // 2: a link whose track has not been read
        rows.addNull(day(4));   // 3
        web::Medium known = song(QStringLiteral("x"), QStringLiteral("x"), QStringLiteral("x"));
        known.popularity = 3;
        known.released = {1990, 0, 0};
        rows.add(known, day(9), QStringLiteral("una")); // 4
        rows.add(song({}, {}));                         // 5
        web::Medium bare = known;
        bare.title = bare.album = QString();
        bare.artists.clear();
        bare.popularity = -1;
        bare.released = {};
        bare.length = {};
        rows.add(bare); // 6
        RowList expected{4, 0, 1, 2, 3, 5, 6};
        if (field == SortField::Length)
            expected = {2, 4, 5, 0, 1, 3, 6}; // what song() makes is three minutes long
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder})
            QCOMPARE(sorted(rows.list(), rows.lookup(), by(field, order)), expected);
    }

    void nullEntriesHaveADate()
    {
        RowTable rows;
        rows.addNull(day(2));
        rows.add(song(QStringLiteral("x")), day(3));
        rows.add(song(QStringLiteral("y")), day(1));
        QCOMPARE(sorted(rows.list(), rows.lookup(), by(SortField::DateAdded)), (RowList{2, 0, 1}));
    }

    void severalKeys()
    {
        RowTable rows;
        const auto add = [&rows](const char *artist, int added) {
            rows.add(song(QStringLiteral("t"), QString::fromLatin1(artist)), day(added));
        };
        add("b", 1);          // 0
        add("a", 1);          // 1
        add("B", 2);          // 2
        add("a", 2);          // 3
        rows.addNull(day(1)); // 4
        rows.addNull(day(3)); // 5
        const auto order = [&](Qt::SortOrder first, Qt::SortOrder second) {
            return sorted(rows.list(), rows.lookup(), by({{SortField::Artist, first}, {SortField::DateAdded, second}}));
        };
        QCOMPARE(order(Qt::AscendingOrder, Qt::AscendingOrder), (RowList{1, 3, 0, 2, 4, 5}));
        QCOMPARE(order(Qt::AscendingOrder, Qt::DescendingOrder), (RowList{3, 1, 2, 0, 5, 4}));
        QCOMPARE(order(Qt::DescendingOrder, Qt::AscendingOrder), (RowList{0, 2, 1, 3, 4, 5}));
    }

    void albumsFromTheFirstTrackOnInEitherDirection()
    {
        RowTable rows;
        const auto add = [&rows](const char *album, const char *uri, int disc, int track) {
            web::Medium medium = song(QStringLiteral("t"), QStringLiteral("a"), QString::fromLatin1(album));
            medium.albumUri = QString::fromLatin1(uri);
            medium.discNumber = static_cast<std::int16_t>(disc);
            medium.trackNumber = static_cast<std::int16_t>(track);
            return rows.add(medium);
        };
        add("Hits", "spotify:album:z", 1, 2);   // 0
        add("Hits", "spotify:album:a", 1, 1);   // 1: another album of that name
        add("Hits", "spotify:album:z", 2, 1);   // 2
        add("Air", "spotify:album:air", 0, 0);  // 3: unknown place
        add("Air", "spotify:album:air", 1, 11); // 4
        add("Hits", "spotify:album:z", 1, 1);   // 5
        add("", "", 1, 1);                      // 6
        add("Air", "spotify:album:air", 1, 2);  // 7
        QCOMPARE(sorted(rows.list(), rows.lookup(), by(SortField::Album)), (RowList{7, 4, 3, 5, 0, 2, 1, 6}));
        QCOMPARE(sorted(rows.list(), rows.lookup(), by(SortField::Album, Qt::DescendingOrder)),
                 (RowList{5, 0, 2, 1, 7, 4, 3, 6}));
    }

    void articlesOnDemand()
    {
        RowTable rows;
        for (const char *title : {"The Zoo", "Art", "An Echo", "Tea", "A Bee"})
            rows.addTitled(QString::fromLatin1(title));
        SortOptions options = by(SortField::Title);
        QCOMPARE(rows.titles(sorted(rows.list(), rows.lookup(), options)), words("A Bee|An Echo|Art|Tea|The Zoo"));
        options.ignoreArticles = true;
        QCOMPARE(rows.titles(sorted(rows.list(), rows.lookup(), options)), words("Art|A Bee|An Echo|Tea|The Zoo"));
    }

    void theLocaleDecides()
    {
        RowTable rows;
        for (const char *title : {"zebra", "ängel", "apa"})
            rows.addTitled(QString::fromUtf8(title));
        SortOptions options = by(SortField::Title);
        options.locale = QLocale(QLocale::Swedish);
        QCOMPARE(rows.titles(sorted(rows.list(), rows.lookup(), options)), words("apa|zebra|ängel"));
        options.locale = QLocale(QLocale::German);
        QCOMPARE(rows.titles(sorted(rows.list(), rows.lookup(), options)), words("ängel|apa|zebra"));
    }

    void onlyTheChosenRowsAmongTheirPlaces()
    {
        RowTable rows;
        for (const char *title : {"e", "d", "c", "b", "a"})
            rows.addTitled(QString::fromLatin1(title));
        QCOMPARE(rows.titles(sortedAt(rows.list(), {0, 2, 4}, rows.lookup(), by(SortField::Title))),
                 words("a|d|c|b|e"));
        QCOMPARE(
            rows.titles(sortedAt(rows.list(), {1, 2}, rows.lookup(), by(SortField::Position, Qt::DescendingOrder))),
            words("e|c|d|b|a"));
        QCOMPARE(sortedAt(rows.list(), {}, rows.lookup(), by(SortField::Title)), rows.list());
    }

    void noKeysNoSort()
    {
        const RowTable rows = table();
        QCOMPARE(sorted(rows.list(), rows.lookup(), by(std::vector<SortKey>{})), rows.list());
        QVERIFY(sorted({}, rows.lookup(), by(SortField::Title)).empty());
    }

    /// Against the plainest sort there is, from other threads.
    void properties()
    {
        QRandomGenerator random(4711);
        RowTable rows;
        for (int i = 0; i < 600; ++i) {
            if (random.bounded(10) == 0) {
                rows.addNull();
                continue;
            }
            web::Medium medium = song(QString(QChar(u'a' + random.bounded(4))));
            medium.popularity = static_cast<std::int16_t>(random.bounded(-1, 4));
            rows.add(medium);
        }
        const auto run = [&rows](const std::vector<SortKey> &keys) {
            return sorted(rows.list(), rows.lookup(), by(keys));
        };
        const std::vector<SortKey> keys{{SortField::Popularity, Qt::DescendingOrder},
                                        {SortField::Title, Qt::AscendingOrder}};
        QFuture<RowList> first = QtConcurrent::run(run, keys);
        QFuture<RowList> second = QtConcurrent::run(run, keys);
        const RowList out = first.result();
        QCOMPARE(second.result(), out);
        QVERIFY(isPermutation(out, rows.list()));
        for (std::size_t i = 1; i < out.size(); ++i) {
            const auto place = [&rows](RowId id) {
                const web::MediumPtr &medium = rows[id].entry.medium;
                const bool has = medium && medium->popularity >= 0;
                return std::tuple(!has, has ? -medium->popularity : 0, !medium, medium ? medium->title : QString(), id);
            };
            QVERIFY(place(out[i - 1]) < place(out[i]));
        }
        QCOMPARE(sorted(out, rows.lookup(), by(keys)), out);
    }
};

SEGUE_TEST(TestSort)
#include "tst_Sort.moc"
