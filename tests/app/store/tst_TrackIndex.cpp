// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/TrackIndex.h"
#include "tests/app/store/StoreTestSupport.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTimeZone>

using namespace segue;
using namespace segue::store;

/// What the index keeps, what it answers, and what becomes of a file that fails it.
class TestTrackIndex : public QObject
{
    Q_OBJECT

private:
    static const inline QDateTime noon = QDateTime::fromSecsSinceEpoch(1'700'000'000, QTimeZone::utc());

    /// "a b !c" are tracks of which the last cannot be played; "?d" is one of which that is not told, "-" nothing that
    /// Spotify names, "local" a local file, and what has a colon in it another kind of URI.
    static IndexedList list(const char *id, const char *spaced, const char *snapshot = "s1")
    {
        IndexedList list{.playlistId = QString::fromLatin1(id),
                         .snapshotId = QString::fromLatin1(snapshot),
                         .readAt = noon,
                         .entries = {}};
        for (QString word : QString::fromLatin1(spaced).split(u' ', Qt::SkipEmptyParts)) {
            IndexedEntry entry;
            if (word.startsWith(u'!'))
                entry.state = EntryState::Unavailable;
            if (word.startsWith(u'?'))
                entry.state = EntryState::Untold;
            if (entry.state != EntryState::Ordinary)
                word.remove(0, 1);
            if (word == QLatin1String("local"))
                entry = {.uri = QStringLiteral("spotify:local:A:B:Öl:12"), .state = EntryState::Local};
            else if (word != QLatin1String("-"))
                entry.uri = word.contains(u':') ? word : uri(word);
            list.entries.append(entry);
        }
        return list;
    }
    static QString uri(const QString &id) { return QStringLiteral("spotify:track:") + id; }

    struct Index {
        explicit Index(TrackIndexOptions options) : index(std::move(options)) {}
        explicit Index(const test::StorePlace &place) : Index(TrackIndexOptions{.path = place.path()}) {}

        Result<Nothing> put(const IndexedList &list)
        {
            return test::outcome<Nothing>(
                [&](QObject *context, Done<Nothing> done) { index.put(list, context, std::move(done)); });
        }
        Result<Nothing> keepOnly(const QStringList &ids)
        {
            return test::outcome<Nothing>(
                [&](QObject *context, Done<Nothing> done) { index.keepOnly(ids, context, std::move(done)); });
        }
        Result<Nothing> removeEverything()
        {
            return test::outcome<Nothing>(
                [&](QObject *context, Done<Nothing> done) { index.removeEverything(context, std::move(done)); });
        }
        Result<QList<IndexedPlaylist>> playlists()
        {
            return test::outcome<QList<IndexedPlaylist>>([&](QObject *context, Done<QList<IndexedPlaylist>> done) {
                index.playlists(context, std::move(done));
            });
        }
        /// As text(), of URIs named as in list().
        QString find(const QStringList &uris)
        {
            return text(test::outcome<IndexAnswer>(
                [&](QObject *context, Done<IndexAnswer> done) { index.find(uris, context, std::move(done)); }));
        }
        QString repeated(int most = 100)
        {
            return text(test::outcome<IndexAnswer>(
                [&](QObject *context, Done<IndexAnswer> done) { index.repeated(most, context, std::move(done)); }));
        }
        QString unavailable(int most = 100)
        {
            return text(test::outcome<IndexAnswer>(
                [&](QObject *context, Done<IndexAnswer> done) { index.unavailable(most, context, std::move(done)); }));
        }

        TrackIndex index;

    private:
        /// "2: a=p0,q3 b=" and so on: the total, each track and its places.
        static QString text(const Result<IndexAnswer> &answer)
        {
            if (!answer)
                return answer.error().userText;
            QStringList tracks;
            for (const IndexedTrack &track : answer->tracks) {
                QStringList places;
                for (const IndexPlace &place : track.places)
                    places.append(answer->playlists.at(place.playlist) + QString::number(place.position));
                tracks.append(track.uri.section(u':', 2) + u'=' + places.join(u','));
            }
            return QStringLiteral("%1: %2").arg(answer->total).arg(tracks.join(u' '));
        }
    };

    static void spoil(const QString &path, qint64 from)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.size() > from);
        QVERIFY(file.seek(from));
        file.write(QByteArray(file.size() - from, '\xaa'));
    }

private Q_SLOTS:
    void tellsWhereTracksStand()
    {
        const test::StorePlace place;
        Index index(place);
        QVERIFY(index.put(list("p", "a b a -")));
        QVERIFY(index.put(list("q", "c local spotify:episode:a b")));
        QCOMPARE(index.find({uri(QStringLiteral("a")), uri(QStringLiteral("b")), uri(QStringLiteral("nowhere"))}),
                 QStringLiteral("3: a=p0,p2 b=p1,q3 nowhere="));
        // Another kind of the same id is another thing; each is told once.
        QCOMPARE(index.find({QStringLiteral("spotify:episode:a"), QStringLiteral("spotify:local:A:B:Öl:12"),
                             QStringLiteral("spotify:episode:a"), QString()}),
                 QStringLiteral("2: a=q2 A:B:Öl:12=q1"));
    }

    void aPlaylistIsReplacedWhole()
    {
        const test::StorePlace place;
        Index index(place);
        QVERIFY(index.put(list("p", "a b")));
        QVERIFY(index.put(list("q", "a")));
        QVERIFY(index.put(list("p", "c a", "s2")));
        QCOMPARE(index.find({uri(QStringLiteral("a")), uri(QStringLiteral("b")), uri(QStringLiteral("c"))}),
                 QStringLiteral("3: a=p1,q0 b= c=p0"));
        const auto playlists = index.playlists();
        QVERIFY(playlists);
        QCOMPARE(playlists->size(), 2);
        QCOMPARE(playlists->first().playlistId, QStringLiteral("p"));
        QCOMPARE(playlists->first().snapshotId, QStringLiteral("s2"));
        QCOMPARE(playlists->first().size, 2);
        QCOMPARE(playlists->first().readAt, noon);
    }

    void whatIsGoneIsForgotten()
    {
        const test::StorePlace place;
        Index index(place);
        QVERIFY(index.put(list("p", "a b")));
        QVERIFY(index.put(list("q", "b c")));
        QVERIFY(index.keepOnly({QStringLiteral("q"), QStringLiteral("never seen")}));
        QCOMPARE(index.find({uri(QStringLiteral("a")), uri(QStringLiteral("b"))}), QStringLiteral("2: a= b=q0"));
        QCOMPARE(index.playlists()->size(), 1);
        // Nothing of it stays in the file, and the rest goes on working.
        QVERIFY(index.put(list("r", "d a")));
        QCOMPARE(index.find({uri(QStringLiteral("a")), uri(QStringLiteral("c")), uri(QStringLiteral("d"))}),
                 QStringLiteral("3: a=r1 c=q1 d=r0"));
    }

    void whatStandsInSeveralPlaylists()
    {
        const test::StorePlace place;
        Index index(place);
        QVERIFY(index.put(list("p", "a a b c -")));
        QVERIFY(index.put(list("q", "b c -")));
        QVERIFY(index.put(list("r", "c d")));
        // Twice in one playlist is that playlist's own business, and nothing has no name to repeat.
        QCOMPARE(index.repeated(), QStringLiteral("2: c=p3,q1,r0 b=p2,q0"));
        QCOMPARE(index.repeated(1), QStringLiteral("2: c=p3,q1,r0"));
    }

    void whatCannotBePlayed()
    {
        const test::StorePlace place;
        Index index(place);
        QVERIFY(index.put(list("p", "!a b - local")));
        QVERIFY(index.put(list("q", "!a - - !c")));
        QCOMPARE(index.unavailable(), QStringLiteral("3: =p2,q1,q2 a=p0,q0 c=q3"));
        QCOMPARE(index.unavailable(2), QStringLiteral("3: =p2,q1,q2 a=p0,q0"));
    }

    void whatIsNotToldStaysAsItWas()
    {
        const test::StorePlace place;
        Index index(place);
        QVERIFY(index.put(list("p", "!a b")));
        QVERIFY(index.put(list("q", "!b")));
        QVERIFY(index.put(list("p", "?c ?b ?a")));
        QCOMPARE(index.unavailable(), QStringLiteral("2: a=p2 b=q0"));
    }

    void staysFromOneTimeToTheNext()
    {
        const test::StorePlace place;
        {
            Index index(place);
            QVERIFY(index.put(list("p", "a")));
        }
        Index index(place);
        QCOMPARE(index.find({uri(QStringLiteral("a"))}), QStringLiteral("1: a=p0"));
        QCOMPARE(QFile::permissions(place.path()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(index.removeEverything());
        QVERIFY(!QFile::exists(place.path()));
        QVERIFY(index.playlists()->isEmpty());
        QVERIFY(index.put(list("p", "b")));
        QCOMPARE(index.find({uri(QStringLiteral("a")), uri(QStringLiteral("b"))}), QStringLiteral("2: a= b=p0"));
    }

    void damageBeginsANewFile_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::newRow("the whole file") << qint64(0);
        QTest::newRow("all but the first page") << qint64(4096);
    }
    void damageBeginsANewFile()
    {
        QFETCH(qint64, from);
        const test::StorePlace place;
        {
            Index index(place);
            QVERIFY(index.put(list("p", "a")));
        }
        spoil(place.path(), from);
        Index index(place);
        QSignalSpy begun(&index.index, &TrackIndex::begunAnew);
        QVERIFY(index.playlists());
        QCOMPARE(begun.size(), 1);
        QVERIFY(index.playlists()->isEmpty());
        QVERIFY(index.put(list("p", "b")));
        QCOMPARE(index.find({uri(QStringLiteral("b"))}), QStringLiteral("1: b=p0"));
        QVERIFY(place.damagedCopies().isEmpty());
        QCOMPARE(begun.size(), 1);
    }

    void whatOtherProcessesWriteIsNoDamage()
    {
        const test::StorePlace place;
        Index reader(place);
        Index writer(place);
        QVERIFY(writer.put(list("p", "a")));
        QSignalSpy begun(&reader.index, &TrackIndex::begunAnew);
        // Numbers come and go all the time.
        constexpr int rounds = 150;
        int done = 0;
        QObject context;
        const auto written = [&done](const Result<Nothing> &result) { done += result ? 1 : 0; };
        for (int round = 0; round < rounds; ++round) {
            IndexedList passing = list("q", "a");
            for (int i = 0; i < 100; ++i)
                passing.entries.append(
                    {.uri = uri(QStringLiteral("%1-%2").arg(round).arg(i)), .state = EntryState::Unavailable});
            writer.index.put(passing, &context, written);
            passing.playlistId = QStringLiteral("r");
            writer.index.put(passing, &context, written);
            writer.index.keepOnly({QStringLiteral("p")}, &context, written);
        }
        const QDeadlineTimer deadline(60'000);
        while (done < 3 * rounds && !deadline.hasExpired()) {
            QVERIFY(!reader.repeated().isEmpty());
            QVERIFY(!reader.unavailable().isEmpty());
            QVERIFY(!reader.find({uri(QStringLiteral("a"))}).isEmpty());
        }
        QCOMPARE(done, 3 * rounds);
        QCOMPARE(begun.size(), 0);
        QCOMPARE(reader.find({uri(QStringLiteral("a"))}), QStringLiteral("1: a=p0"));
    }

    void twoProcessesCanBeginAtOnce()
    {
        for (int round = 0; round < 20; ++round) {
            const test::StorePlace place;
            Index one(place);
            Index other(place);
            QSignalSpy begun(&one.index, &TrackIndex::begunAnew);
            QSignalSpy otherBegun(&other.index, &TrackIndex::begunAnew);
            QObject context;
            int done = 0;
            const auto written = [&done](const Result<Nothing> &result) { done += result ? 1 : 0; };
            one.index.put(list("p", "a"), &context, written);
            other.index.put(list("q", "a"), &context, written);
            QTRY_COMPARE(done, 2);
            QCOMPARE(begun.size() + otherBegun.size(), 0);
            QCOMPARE(one.playlists()->size(), 2);
        }
    }

    void aNewFileOfAnotherProcessIsNoDamage()
    {
        const test::StorePlace place;
        Index one(place);
        Index other(place);
        QVERIFY(one.put(list("p", "a")));
        QVERIFY(other.playlists());
        {
            QSqlDatabase third = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("third"));
            third.setDatabaseName(place.path());
            QVERIFY(third.open());
            QVERIFY(QSqlQuery(third).exec(QStringLiteral("UPDATE playlist SET entries = x'0102030405'")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("third"));
        QSignalSpy begun(&one.index, &TrackIndex::begunAnew);
        QSignalSpy otherBegun(&other.index, &TrackIndex::begunAnew);
        QCOMPARE(one.find({uri(QStringLiteral("a"))}), QStringLiteral("1: a="));
        QVERIFY(one.put(list("q", "b a")));
        // It has the old file open still, and is told what is in the new one.
        QCOMPARE(other.find({uri(QStringLiteral("a"))}), QStringLiteral("1: a=q1"));
        QCOMPARE(begun.size(), 1);
        QCOMPARE(otherBegun.size(), 1);
        QVERIFY(other.put(list("p", "a")));
        QCOMPARE(one.find({uri(QStringLiteral("a"))}), QStringLiteral("1: a=q1,p0"));
    }

    void aNumberWithoutAUriIsDamage()
    {
        const test::StorePlace place;
        {
            Index index(place);
            QVERIFY(index.put(list("p", "a b c")));
            QVERIFY(index.put(list("q", "a b c")));
        }
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("third"));
            other.setDatabaseName(place.path());
            QVERIFY(other.open());
            QVERIFY(QSqlQuery(other).exec(QStringLiteral("DELETE FROM uri WHERE number = 2")));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("third"));
        Index index(place);
        QSignalSpy begun(&index.index, &TrackIndex::begunAnew);
        QCOMPARE(index.repeated(), QStringLiteral("0: "));
        QCOMPARE(begun.size(), 1);
        QVERIFY(index.playlists()->isEmpty());
    }

    void aFullDiskIsToldAndLosesNothing()
    {
        const test::StorePlace place;
        Index index(TrackIndexOptions{.path = place.path(), .fileBytes = 200'000});
        QVERIFY(index.put(list("p", "a b")));
        IndexedList large = list("q", "a");
        for (int i = 0; i < 10'000; ++i)
            large.entries.append({.uri = uri(QStringLiteral("0123456789abcdef%1").arg(i, 6))});
        const auto result = index.put(large);
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Local);
        QVERIFY2(result.error().userText.contains(QLatin1String("full")), qPrintable(result.error().userText));
        QCOMPARE(index.find({uri(QStringLiteral("a")), large.entries.last().uri}).section(u' ', 1, 1),
                 QStringLiteral("a=p0"));
        QVERIFY(index.put(list("q", "c")));
    }

    void tellsThatItCannotBeOpened()
    {
        const test::StorePlace place;
        const QString obstacle = place.folder() + QStringLiteral("/obstacle");
        test::write(obstacle, "a file, not a folder");
        Index index(TrackIndexOptions{.path = obstacle + QStringLiteral("/index.sqlite")});
        const auto result = index.put(list("p", "a"));
        QVERIFY(!result);
        QCOMPARE(result.error().kind, ErrorKind::Local);
        QVERIFY(!result.error().userText.isEmpty());
        QVERIFY(QFile::remove(obstacle));
        QVERIFY(index.put(list("p", "a")));
    }
};

SEGUE_TEST(TestTrackIndex)
#include "tst_TrackIndex.moc"
