// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/Dice.h"
#include "app/playlist/ops/Shuffle.h"
#include "tests/app/playlist/RowTable.h"
#include "tests/support/TestMain.h"

#include <QHash>
#include <QRandomGenerator>
#include <QSet>

using namespace segue;
using namespace segue::playlist;
using namespace segue::playlist::test;

class TestShuffle : public QObject
{
    Q_OBJECT

    static RowTable byArtists(const QString &artists)
    {
        RowTable rows;
        for (const QChar artist : artists) {
            if (artist == u'-')
                rows.addNull();
            else
                rows.add(song(QStringLiteral("t"), QString(artist)));
        }
        return rows;
    }
    static QString artistsOf(const RowTable &rows, const RowList &list)
    {
        QString artists;
        for (const RowId id : list)
            artists += rows[id].entry.medium ? rows[id].entry.medium->artists.first().name : QStringLiteral("-");
        return artists;
    }
    /// Neighbours by one artist; null entries are nobody's.
    static int clashes(const QString &artists)
    {
        int found = 0;
        for (qsizetype i = 1; i < artists.size(); ++i)
            found += artists[i] != u'-' && artists[i] == artists[i - 1];
        return found;
    }
    /// As few as any order can have.
    static int fewestClashes(const QString &artists)
    {
        int most = 0;
        for (const QChar artist : artists) {
            if (artist != u'-')
                most = std::max(most, int(artists.count(artist)));
        }
        return std::max(0, most - 1 - (int(artists.size()) - most));
    }

private Q_SLOTS:
    void oneSeedOneOrder()
    {
        const RowTable rows = byArtists(QString(10, u'a'));
        const RowList list = rows.list();
        // Written down: another machine, compiler or release must give the same.
        QCOMPARE(shuffled(list, rows.lookup(), {.kind = ShuffleKind::Rows, .seed = 1}),
                 (RowList{4, 2, 8, 1, 9, 3, 0, 6, 7, 5}));
        QVERIFY(shuffled(list, rows.lookup(), {.seed = 1}) != shuffled(list, rows.lookup(), {.seed = 2}));
        for (const ShuffleKind kind : {ShuffleKind::Rows, ShuffleKind::Albums, ShuffleKind::SpreadArtists}) {
            const ShuffleOptions options{.kind = kind, .seed = 99};
            QCOMPARE(shuffled(list, rows.lookup(), options), shuffled(list, rows.lookup(), options));
            QVERIFY(shuffled({}, rows.lookup(), options).empty());
            QCOMPARE(shuffled(
                         {7}, [&rows](RowId) -> const Row & { return rows[0]; }, options),
                     RowList{7});
        }
    }

    /// 6,000 seeds, 6 orders of three rows: about a thousand each.
    void everyOrderIsAsLikely()
    {
        const RowTable rows = byArtists(QStringLiteral("abc"));
        QMap<RowList, int> seen;
        for (std::uint64_t seed = 0; seed < 6'000; ++seed)
            ++seen[shuffled(rows.list(), rows.lookup(), {.seed = seed})];
        QCOMPARE(seen.size(), 6);
        for (const int count : std::as_const(seen))
            QVERIFY2(count > 850 && count < 1'150, qPrintable(QString::number(count)));
    }

    void diceAreWithinBounds()
    {
        Dice dice(5);
        QSet<std::uint64_t> seen;
        for (int i = 0; i < 1'000; ++i)
            seen.insert(dice.below(7));
        QCOMPARE(seen.size(), 7);
        QCOMPARE(*std::max_element(seen.cbegin(), seen.cend()), std::uint64_t(6));
        QCOMPARE(dice.below(1), std::uint64_t(0));
        QVERIFY(dice.below(std::numeric_limits<std::uint64_t>::max()) < std::numeric_limits<std::uint64_t>::max());
    }

    void albumsStayTogether()
    {
        RowTable rows;
        const auto add = [&rows](const char *album, int disc, int track) {
            web::Medium medium = song(QStringLiteral("t"), QStringLiteral("a"), QString::fromLatin1(album));
            medium.discNumber = static_cast<std::int16_t>(disc);
            medium.trackNumber = static_cast<std::int16_t>(track);
            return rows.add(medium);
        };
        add("x", 2, 1);               // 0
        add("y", 1, 2);               // 1
        add("x", 1, 2);               // 2
        rows.addNull();               // 3
        add("y", 0, 0);               // 4: unknown place
        add("x", 1, 10);              // 5
        add("y", 1, 1);               // 6
        add("", 1, 1);                // 7
        add("", 1, 2);                // 8
        for (int i = 0; i < 2; ++i) { // 9, 10: a local album
            web::Medium local = song(QStringLiteral("t"), QStringLiteral("a"), QStringLiteral("tape"));
            local.albumUri.clear();
            local.isLocal = true;
            rows.add(local);
        }
        for (int i = 0; i < 2; ++i) { // 11, 12: two episodes of a show
            web::Medium episode = song(QStringLiteral("e"), QStringLiteral("show"), QStringLiteral("show"));
            episode.kind = web::MediumKind::Episode;
            rows.add(episode);
        }
        const std::vector<RowList> groups{{2, 5, 0}, {6, 1, 4}, {9, 10}};
        QSet<RowId> first;
        bool episodesApart = false;
        bool albumlessApart = false;
        for (std::uint64_t seed = 0; seed < 200; ++seed) {
            const RowList out = shuffled(rows.list(), rows.lookup(), {.kind = ShuffleKind::Albums, .seed = seed});
            QVERIFY(isPermutation(out, rows.list()));
            for (const RowList &group : groups)
                QVERIFY(std::search(out.begin(), out.end(), group.begin(), group.end()) != out.end());
            first.insert(out.front());
            const auto apart = [&out](RowId a, RowId b) {
                return std::abs(std::find(out.begin(), out.end(), a) - std::find(out.begin(), out.end(), b)) > 1;
            };
            episodesApart |= apart(11, 12);
            albumlessApart |= apart(7, 8);
        }
        QCOMPARE(first, (QSet<RowId>{2, 6, 9, 3, 7, 8, 11, 12}));
        QVERIFY(episodesApart && albumlessApart);
    }

    void artistsAreSpread_data()
    {
        QTest::addColumn<QString>("artists");
        for (const char *artists :
             {"", "a", "aa", "aab", "aaab", "aaabb", "aabb", "aaabbb", "aaaabbc", "aaaaaaab", "aaaaabcde", "aaaaa-----",
              "aaaa--", "aa-------", "------", "abcabcabc", "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbcc"})
            QTest::addRow("%s", artists) << QString::fromLatin1(artists);
    }

    void artistsAreSpread()
    {
        QFETCH(QString, artists);
        const RowTable rows = byArtists(artists);
        for (std::uint64_t seed = 0; seed < 300; ++seed) {
            const RowList out =
                shuffled(rows.list(), rows.lookup(), {.kind = ShuffleKind::SpreadArtists, .seed = seed});
            QVERIFY(isPermutation(out, rows.list()));
            const QString order = artistsOf(rows, out);
            QVERIFY2(clashes(order) == fewestClashes(artists), qPrintable(order));
        }
    }

    void spreadingIsRandomAndComplete()
    {
        // Every one of the orders without neighbours is met: 30 of two a, two b and a c by row.
        const RowTable rows = byArtists(QStringLiteral("aabbc"));
        RowList order = rows.list();
        QMap<RowList, int> wanted;
        do {
            if (clashes(artistsOf(rows, order)) == 0)
                wanted.insert(order, 0);
        } while (std::next_permutation(order.begin(), order.end()));
        for (std::uint64_t seed = 0; seed < 20'000; ++seed)
            ++wanted[shuffled(rows.list(), rows.lookup(), {.kind = ShuffleKind::SpreadArtists, .seed = seed})];
        QCOMPARE(wanted.size(), 48);
        const int fair = 20'000 / 48;
        for (const int count : std::as_const(wanted))
            QVERIFY2(count > fair / 3 && count < fair * 3, qPrintable(QString::number(count)));
    }

    void crowdsAreNotHeapedUp()
    {
        // Where clashes cannot be avoided they stand anywhere, not all at one end.
        const RowTable rows = byArtists(QStringLiteral("aaaaaaaaaabb"));
        QSet<int> firstOther;
        for (std::uint64_t seed = 0; seed < 300; ++seed)
            firstOther.insert(int(artistsOf(rows, shuffled(rows.list(), rows.lookup(),
                                                           {.kind = ShuffleKind::SpreadArtists, .seed = seed}))
                                      .indexOf(u'b')));
        QVERIFY(firstOther.contains(1));
        QVERIFY(firstOther.contains(8));
    }

    void oneArtistWhateverTheSpelling()
    {
        RowTable rows;
        rows.add(song(QStringLiteral("1"), QStringLiteral("Björk")));
        rows.add(song(QStringLiteral("2"), QStringLiteral("BJÖRK")));
        web::Medium local = song(QStringLiteral("3"), QStringLiteral("Bjork"));
        local.isLocal = true;
        rows.add(local);
        rows.add(song(QStringLiteral("4"), QStringLiteral("Beck")));
        rows.add(song(QStringLiteral("5"), QStringLiteral("Low")));
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const RowList out =
                shuffled(rows.list(), rows.lookup(), {.kind = ShuffleKind::SpreadArtists, .seed = seed});
            QVERIFY(out[0] < 3 && out[2] < 3 && out[4] < 3);
        }
    }

    void manyArtists()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 60; ++round) {
            QString artists;
            const int size = int(random.bounded(2, 90));
            const int kinds = int(random.bounded(1, 12));
            for (int i = 0; i < size; ++i)
                artists += QChar(u'a' + std::min(int(random.bounded(kinds)), int(random.bounded(kinds))));
            const RowTable rows = byArtists(artists);
            const RowList out =
                shuffled(rows.list(), rows.lookup(), {.kind = ShuffleKind::SpreadArtists, .seed = random.generate64()});
            QVERIFY(isPermutation(out, rows.list()));
            QCOMPARE(clashes(artistsOf(rows, out)), fewestClashes(artists));
        }
    }

    void onlyTheChosenRowsAmongTheirPlaces()
    {
        const RowTable rows = byArtists(QStringLiteral("abcdefgh"));
        QSet<RowId> atOne;
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const RowList out = shuffledAt(rows.list(), {1, 4, 6}, rows.lookup(), {.seed = seed});
            QVERIFY(isPermutation(out, rows.list()));
            for (const RowId id : {0U, 2U, 3U, 5U, 7U})
                QCOMPARE(out[id], id);
            atOne.insert(out[1]);
        }
        QCOMPARE(atOne, (QSet<RowId>{1, 4, 6}));
    }
};

SEGUE_TEST(TestShuffle)
#include "tst_Shuffle.moc"
