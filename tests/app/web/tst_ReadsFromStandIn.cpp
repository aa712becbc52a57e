// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/StandInAccount.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;

/// Every call that reads, over real HTTP, in both dialects, checked against the state of the stand-in.
class TestReadsFromStandIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void profileAndLibrary_data() { bothDialects(); }
    void profileAndLibrary()
    {
        QFETCH(demo::Dialect, dialect);
        Account account(dialect);
        QVERIFY(!account.myId().isEmpty());
        QStringList ids;
        int total = 1;
        for (int offset = 0; offset < total;) {
            Outcome<PlaylistPage> page;
            account.api->myPlaylists(offset, 20, &account.context, page.taker());
            QVERIFY(page.ok());
            total = page.value().total;
            for (const Playlist &playlist : page.value().playlists)
                ids.append(playlist.id);
            offset += static_cast<int>(page.value().playlists.size()) + page.value().holes;
        }
        QStringList expected;
        for (const QJsonValue &playlist : account.playlists())
            expected.append(playlist[QLatin1String("id")].toString());
        QVERIFY(expected.size() >= 40);
        QCOMPARE(ids, expected);
    }

    void readsEveryRow_data() { bothDialects(); }
    void readsEveryRow()
    {
        QFETCH(demo::Dialect, dialect);
        Account account(dialect, allScopes, 2'000);
        for (const QJsonValue &playlist : account.playlists()) {
            if (!playlist[QLatin1String("editable")].toBool())
                continue;
            const QString id = playlist[QLatin1String("id")].toString();
            int total = 0;
            const QList<PlaylistEntry> entries = account.readAll(id, &total);
            const QJsonArray rows = account.rows(id);
            QCOMPARE(entries.size(), rows.size());
            QCOMPARE(total, rows.size());
            for (qsizetype i = 0; i < rows.size(); ++i) {
                const QString kind = rows[i][QLatin1String("kind")].toString();
                const PlaylistEntry &entry = entries.at(i);
                QCOMPARE(entry.addedAt,
                         QDateTime::fromString(rows[i][QLatin1String("addedAt")].toString(), Qt::ISODate));
                QVERIFY(entry.addedAt.isValid());
                QCOMPARE(entry.addedBy, rows[i][QLatin1String("addedBy")].toString());
                QCOMPARE(entry.medium == nullptr, kind == QLatin1String("null"));
                if (!entry.medium)
                    continue;
                QCOMPARE(entry.medium->uri, rows[i][QLatin1String("uri")].toString());
                QCOMPARE(entry.medium->isLocal, kind == QLatin1String("local"));
                QCOMPARE(entry.medium->kind,
                         kind.contains(QLatin1String("pisode")) ? MediumKind::Episode : MediumKind::Track);
                QVERIFY(!entry.medium->title.isEmpty());
                QVERIFY(!entry.medium->artists.isEmpty());
                QVERIFY(entry.medium->isLocal || !entry.medium->images.isEmpty());
                QVERIFY(entry.medium->length.count() > 0);
            }
        }
        QCOMPARE(account.memory.load(account.standIn.clientId()),
                 std::optional(dialect == demo::Dialect::Items ? Dialect::Items : Dialect::Tracks));
        for (const QJsonValue &line : account.log({}))
            QVERIFY(line[QLatin1String("atOnce")].toInt() <= 6);
    }

    void whatCanBePlayed_data() { bothDialects(); }
    void whatCanBePlayed()
    {
        QFETCH(demo::Dialect, dialect);
        Account account(dialect);
        QVERIFY(!account.api->tellsPlayability()); // not known yet
        Outcome<UserProfile> me;
        account.api->me(&account.context, me.taker());
        QVERIFY(me.ok());
        QString id;
        for (const QJsonValue &playlist : account.playlists()) {
            if (playlist[QLatin1String("name")].toString() == QLatin1String("Odds and ends"))
                id = playlist[QLatin1String("id")].toString();
        }
        const QJsonArray rows = account.rows(id);
        Outcome<EntryPage> asEdited;
        Outcome<EntryPage> asPlayed;
        account.api->entries(id, 0, 50, Priority::Visible, &account.context, asEdited.taker());
        QVERIFY(asEdited.ok());
        account.api->entriesInMarket(id, 0, 50, Priority::Visible, &account.context, asPlayed.taker());
        QVERIFY(asPlayed.ok());
        QCOMPARE(account.api->tellsPlayability(), dialect == demo::Dialect::Items);
        QCOMPARE(asPlayed.value().entries.size(), 50);
        int unavailable = 0;
        for (int i = 0; i < 50; ++i) {
            const MediumPtr &medium = asPlayed.value().entries.at(i).medium;
            if (!medium)
                continue;
            // Named as edits know it, though another release may be given in its place.
            QCOMPARE(medium->uri, rows[i][QLatin1String("uri")].toString());
            QCOMPARE(!medium->isPlayable, rows[i][QLatin1String("kind")].toString() == QLatin1String("unavailable"));
            unavailable += !medium->isPlayable;
            QVERIFY(!account.api->tellsPlayability() ||
                    asEdited.value().entries.at(i).medium->isPlayable == medium->isPlayable);
        }
        QVERIFY(unavailable > 0);
        const QJsonValue last = account.log(QStringLiteral("?path=/(items|tracks)$")).last();
        QCOMPARE(last[QLatin1String("query")][QLatin1String("market")].toString(),
                 dialect == demo::Dialect::Items ? QStringLiteral("from_token") : QStringLiteral("SE"));

        Outcome<EntryPage> links;
        account.api->entryLinks(id, 0, 50, &account.context, links.taker());
        QVERIFY(links.ok());
        for (int i = 0; i < 50; ++i) {
            const MediumPtr &medium = links.value().entries.at(i).medium;
            const MediumPtr &full = asPlayed.value().entries.at(i).medium;
            QCOMPARE(!medium, !full);
            if (!medium)
                continue;
            QCOMPARE(medium->uri, full->uri);
            QCOMPARE(medium->isPlayable, full->isPlayable);
            QCOMPARE(medium->isLocal, full->isLocal);
            QCOMPARE(medium->kind, full->kind);
            QCOMPARE(medium->title, QString());
        }
    }

    void factsOfTracks_data() { bothDialects(); }
    void factsOfTracks()
    {
        QFETCH(demo::Dialect, dialect);
        Account account(dialect);
        int tracks = 0;
        int numbered = 0;
        int recordings = 0;
        int rated = 0;
        int vague = 0;
        for (const PlaylistEntry &entry : account.readAll(account.pick(true))) {
            if (!entry.medium || entry.medium->isLocal)
                continue;
            QVERIFY(entry.medium->released.isKnown());
            vague += entry.medium->released.day == 0;
            if (entry.medium->kind == MediumKind::Episode)
                continue;
            ++tracks;
            numbered += entry.medium->discNumber > 0 && entry.medium->trackNumber > 0;
            recordings += !entry.medium->isrc.isEmpty();
            rated += entry.medium->popularity >= 0;
        }
        QVERIFY(tracks > 200);
        QCOMPARE(numbered, tracks);
        QVERIFY(recordings > tracks * 9 / 10 && recordings < tracks);
        QVERIFY(vague > 0 && vague < tracks / 2);
        QCOMPARE(rated, dialect == demo::Dialect::Tracks ? tracks : 0);
    }

    void somebodyElsesPlaylist_data() { bothDialects(); }
    void somebodyElsesPlaylist()
    {
        QFETCH(demo::Dialect, dialect);
        Account account(dialect);
        const QString id = account.pick(false);
        QVERIFY(!id.isEmpty());
        const bool readable = dialect == demo::Dialect::Tracks;
        Outcome<EntryPage> entries;
        account.api->entries(id, 0, 50, Priority::Visible, &account.context, entries.taker());
        QCOMPARE(entries.ok(), readable);
        if (!readable)
            QCOMPARE(entries.error().kind, ErrorKind::NotAllowed);
        Outcome<Playlist> playlist;
        account.api->playlist(id, &account.context, playlist.taker());
        QVERIFY(playlist.ok());
        QCOMPARE(playlist.value().itemsReadable, readable);
        QCOMPARE(account.memory.load(account.standIn.clientId()).has_value(),
                 readable); // nothing learnt from a refusal
        Outcome<QString> moved;
        account.api->reorder(id, {.rangeStart = 1, .insertBefore = 0}, &account.context, moved.taker());
        QVERIFY(moved.failed());
        QCOMPARE(moved.error().kind, ErrorKind::NotAllowed);
        Outcome<Playlist> missing;
        account.api->playlist(QString(22, u'0'), &account.context, missing.taker());
        QVERIFY(missing.failed());
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    }

    void expiredToken()
    {
        Account account(demo::Dialect::Items);
        QVERIFY(!account.myId().isEmpty());
        account.standIn.control("POST", QStringLiteral("/tokens"),
                                {{QStringLiteral("action"), QStringLiteral("expire")}});
        QVERIFY(!account.myId().isEmpty());
    }

    void readsSurviveFaults()
    {
        Account account(demo::Dialect::Items);
        const QString id = account.pick(true);
        const QStringList uris = account.column(id, "uri");
        for (const char *kind : {"status", "dropBefore", "dropAfter", "truncated", "invalidJson", "expired"})
            account.arm(
                {{QStringLiteral("kind"), QLatin1String(kind)}, {QStringLiteral("path"), QStringLiteral("items$")}});
        QCOMPARE(account.readAll(id).size(), uris.size());
    }
};

SEGUE_TEST(TestReadsFromStandIn)
#include "tst_ReadsFromStandIn.moc"
