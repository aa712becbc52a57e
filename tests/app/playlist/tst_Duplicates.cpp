// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ListOps.h"
#include "app/playlist/ops/Duplicates.h"
#include "tests/app/playlist/RowTable.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

using namespace segue;
using namespace segue::playlist;
using namespace segue::playlist::test;

class TestDuplicates : public QObject
{
    Q_OBJECT

    static web::Medium recording(const char *isrc, const QString &title = QStringLiteral("Song"))
    {
        web::Medium medium = song(title);
        medium.isrc = web::Isrc::from(QString::fromLatin1(isrc));
        return medium;
    }
    static std::vector<int> removed(const RowTable &rows, const DuplicateOptions &options = {})
    {
        return positionsToRemove(duplicates(rows.list(), rows.lookup(), options));
    }
    /// Whether two rows are the same by their songs alone.
    static bool sameSong(const web::Medium &a, const web::Medium &b)
    {
        RowTable rows;
        rows.add(a);
        rows.add(b);
        const auto groups = duplicates(rows.list(), rows.lookup(), {});
        return groups.size() == 1 && groups.front().others.front().because == SameBecause::Song;
    }

private Q_SLOTS:
    void reasons()
    {
        RowTable rows;
        rows.add(recording("USRC17607839"));                                         // 0
        rows.add(song(QStringLiteral("Other")));                                     // 1
        rows.add(rows[0].entry.medium ? *rows[0].entry.medium : web::Medium{});      // 2: the same track
        rows.add(recording("us-rc1-76-07839", QStringLiteral("Song - Remastered"))); // 3: the same recording
        rows.add(song(QStringLiteral("SONG!")));                                     // 4: the same song
        rows.add(recording("USRC17607830", QStringLiteral("Song (Live)")));          // 5: none of these
        const auto groups = duplicates(rows.list(), rows.lookup(), {});
        QCOMPARE(groups.size(), std::size_t(1));
        QCOMPARE(groups.front().keptPosition, 0);
        QCOMPARE(groups.front().kept, RowId(0));
        QCOMPARE(groups.front().others,
                 (std::vector<Duplicate>{
                     {2, 2, SameBecause::Uri}, {3, 3, SameBecause::Recording}, {4, 4, SameBecause::Song}}));
        QCOMPARE(positionsToRemove(groups), (std::vector<int>{2, 3, 4}));
        QCOMPARE(removed(rows, {.byRecording = false, .bySong = false}), (std::vector<int>{2}));
        QCOMPARE(removed(rows, {.byUri = false, .bySong = false}), (std::vector<int>{2, 3}));
        QCOMPARE(removed(rows, {.byUri = false, .byRecording = false}), (std::vector<int>{2, 4}));
        QVERIFY(removed(rows, {.byUri = false, .byRecording = false, .bySong = false}).empty());
    }

    void songs_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("artist");
        QTest::addColumn<int>("length");
        QTest::addColumn<bool>("same");
        const auto row = [](const char *title, const char *artist, int length, bool same) {
            QTest::addRow("%s by %s, %d", title, artist, length)
                << QString::fromUtf8(title) << QString::fromUtf8(artist) << length << same;
        };
        row("Señorita", "Beyoncé", 180'000, true);
        row("senorita!", "BEYONCE", 180'000, true);
        row("Señorita", "Beyoncé", 182'000, true);
        row("Señorita", "Beyoncé", 178'000, true);
        row("Señorita", "Beyoncé", 182'001, false);
        row("Señorita", "Beyoncé", 177'999, false);
        row("Señorita", "Beyoncé", 0, false);
        row("Señorita – Live", "Beyoncé", 180'000, false);
        row("Señorita (Remix)", "Beyoncé", 180'000, false);
        row("Señorita", "Somebody", 180'000, false);
        row("Señorita", "", 180'000, false);
        row("", "Beyoncé", 180'000, false);
    }

    void songs()
    {
        QFETCH(QString, title);
        QFETCH(QString, artist);
        QFETCH(int, length);
        QFETCH(bool, same);
        const web::Medium one = song(QStringLiteral("Señorita"), QStringLiteral("Beyoncé"));
        web::Medium other = song(title, artist);
        other.length = std::chrono::milliseconds(length);
        QCOMPARE(sameSong(one, other), same);
        QCOMPARE(sameSong(other, one), same);
    }

    void onlyTheFirstArtistCounts()
    {
        web::Medium duet = song(QStringLiteral("Song"), QStringLiteral("A"));
        duet.artists.append({QStringLiteral("B"), {}});
        QVERIFY(sameSong(song(QStringLiteral("Song"), QStringLiteral("A")), duet));
        QVERIFY(!sameSong(song(QStringLiteral("Song"), QStringLiteral("B")), duet));
    }

    void localFilesMatchBySongAndUri()
    {
        web::Medium local = song(QStringLiteral("Song"));
        local.uri = QStringLiteral("spotify:local:Artist::Song:180");
        local.isLocal = true;
        RowTable rows;
        rows.add(local);
        rows.add(song(QStringLiteral("Song")));
        rows.add(local);
        const auto groups = duplicates(rows.list(), rows.lookup(), {.keep = KeepRule::Available});
        QCOMPARE(groups.size(), std::size_t(1));
        QCOMPARE(groups.front().keptPosition, 1);
        QCOMPARE(removed(rows, {.bySong = false}), (std::vector<int>{2}));
    }

    void episodesMatchByUriAlone()
    {
        web::Medium episode = song(QStringLiteral("The news"), QStringLiteral("Radio"));
        episode.kind = web::MediumKind::Episode;
        web::Medium tomorrow = episode;
        tomorrow.uri = QStringLiteral("spotify:episode:2");
        RowTable rows;
        rows.add(episode);
        rows.add(tomorrow);
        rows.add(song(QStringLiteral("The news"), QStringLiteral("Radio")));
        QVERIFY(removed(rows).empty());
        rows.add(tomorrow);
        QCOMPARE(removed(rows), (std::vector<int>{3}));
    }

    void whatIsNotKnownNeverMatches()
    {
        RowTable rows;
        rows.addNull(day(1));
        rows.addNull(day(1));
        rows.addUnread();
        rows.addUnread();
        rows.add(web::Medium{});
        rows.add(web::Medium{});
        for (const KeepRule keep : {KeepRule::First, KeepRule::Available, KeepRule::Oldest})
            QVERIFY(duplicates(rows.list(), rows.lookup(), {.keep = keep}).empty());
        QVERIFY(duplicates({}, rows.lookup(), {}).empty());
    }

    void keepRules_data()
    {
        QTest::addColumn<KeepRule>("keep");
        QTest::addColumn<int>("kept");
        QTest::newRow("first") << KeepRule::First << 0;
        QTest::newRow("last") << KeepRule::Last << 5;
        QTest::newRow("oldest") << KeepRule::Oldest << 4;
        QTest::newRow("newest") << KeepRule::Newest << 5;
        QTest::newRow("available") << KeepRule::Available << 2;
    }

    void keepRules()
    {
        QFETCH(KeepRule, keep);
        QFETCH(int, kept);
        RowTable rows;
        const auto add = [&rows](bool plays, bool local, const QDateTime &added) {
            web::Medium medium = song(QStringLiteral("Song"));
            medium.isPlayable = plays;
            medium.isLocal = local;
            return rows.add(medium, added);
        };
        add(false, false, day(5)); // 0
        add(true, true, day(4));   // 1
        add(true, false, day(9));  // 2
        add(true, false, day(3));  // 3
        add(false, false, {});     // 4: from before there were dates
        rows.push({.entry = {std::make_shared<web::Medium>(song(QStringLiteral("Song"))), {}, {}},
                   .loaded = true,
                   .confirmed = false}); // 5: not saved yet
        const auto groups = duplicates(rows.list(), rows.lookup(), {.keep = keep});
        QCOMPARE(groups.size(), std::size_t(1));
        QCOMPARE(groups.front().keptPosition, kept);
        QCOMPARE(groups.front().others.size(), std::size_t(5));
        QVERIFY(std::is_sorted(groups.front().others.begin(), groups.front().others.end(),
                               [](const Duplicate &a, const Duplicate &b) { return a.position < b.position; }));
    }

    void equalsAreKeptByPosition()
    {
        RowTable rows;
        for (int i = 0; i < 3; ++i)
            rows.add(song(QStringLiteral("Song")), day(1));
        for (const KeepRule keep : {KeepRule::First, KeepRule::Oldest, KeepRule::Newest, KeepRule::Available})
            QCOMPARE(removed(rows, {.keep = keep}), (std::vector<int>{1, 2}));
    }

    void lengthsDoNotChain()
    {
        RowTable rows;
        for (const int length : {180'000, 181'500, 183'000, 184'500}) {
            web::Medium medium = song(QStringLiteral("Song"));
            medium.length = std::chrono::milliseconds(length);
            rows.add(medium);
        }
        QCOMPARE(removed(rows), (std::vector<int>{1, 3}));
        QCOMPARE(removed(rows, {.keep = KeepRule::Last}), (std::vector<int>{0, 2}));
    }

    void groupsFromTheTop()
    {
        RowTable rows;
        for (const char *title : {"a", "b", "c", "b", "a"})
            rows.addTitled(QString::fromLatin1(title));
        for (const KeepRule keep : {KeepRule::First, KeepRule::Last}) {
            const auto groups = duplicates(rows.list(), rows.lookup(), {.keep = keep});
            QCOMPARE(groups.size(), std::size_t(2));
            QCOMPARE(rows.titles({groups[0].kept, groups[1].kept}).join(QString()), QStringLiteral("ab"));
        }
    }

    /// What is removed is the same as the row kept, by itself; and once it is gone, nothing is the same any more.
    void properties()
    {
        QRandomGenerator random(4711);
        for (int round = 0; round < 200; ++round) {
            RowTable rows;
            for (int i = 0; i < 40; ++i) {
                if (random.bounded(12) == 0) {
                    rows.addNull();
                    continue;
                }
                web::Medium medium = song(QString(QChar(u'a' + random.bounded(5))));
                medium.uri = QStringLiteral("spotify:track:%1").arg(random.bounded(40));
                medium.length = std::chrono::milliseconds(180'000 + 700 * random.bounded(10));
                medium.isPlayable = random.bounded(3) != 0;
                if (random.bounded(2) == 0)
                    medium.isrc = web::Isrc::from(QStringLiteral("USRC176078%1").arg(10 + random.bounded(20)));
                rows.add(medium, day(int(random.bounded(30))));
            }
            RowList list = rows.list();
            std::reverse(list.begin(), list.begin() + 20);
            const auto keep = KeepRule(random.bounded(5));
            const auto groups = duplicates(list, rows.lookup(), {.keep = keep});
            std::vector<char> seen(list.size(), 0);
            const auto once = [&seen](int position) { return std::exchange(seen[std::size_t(position)], 1) == 0; };
            for (const DuplicateGroup &group : groups) {
                QVERIFY(once(group.keptPosition));
                QCOMPARE(list[std::size_t(group.keptPosition)], group.kept);
                QVERIFY(!group.others.empty());
                for (const Duplicate &other : group.others) {
                    QVERIFY(once(other.position));
                    QCOMPARE(list[std::size_t(other.position)], other.row);
                    const web::Medium &a = *rows[group.kept].entry.medium;
                    const web::Medium &b = *rows[other.row].entry.medium;
                    const bool byUri = a.uri == b.uri;
                    const bool byIsrc = !a.isrc.isEmpty() && a.isrc == b.isrc;
                    const bool bySong = a.title == b.title && std::abs((a.length - b.length).count()) <= 2'000;
                    QCOMPARE(other.because, byUri    ? SameBecause::Uri
                                            : byIsrc ? SameBecause::Recording
                                                     : SameBecause::Song);
                    QVERIFY(byUri || byIsrc || bySong);
                }
            }
            const RowList left = withRemoved(list, positionsToRemove(groups));
            QVERIFY(duplicates(left, rows.lookup(), {.keep = keep}).empty());
        }
    }
};

SEGUE_TEST(TestDuplicates)
#include "tst_Duplicates.moc"
