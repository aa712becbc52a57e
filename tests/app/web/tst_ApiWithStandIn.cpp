// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/StandIn.h"
#include "app/web/ApiClient.h"
#include "app/web/ImageLoader.h"
#include "tests/app/web/WebTestSupport.h"
#include "tests/support/TestMain.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QPainter>
#include <QTest>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;
using segue::demo::StandIn;
using segue::demo::StandInOptions;

namespace
{

const QString allScopes =
    QStringLiteral("playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public "
                   "ugc-image-upload user-follow-read user-follow-modify user-library-read user-library-modify "
                   "user-read-private");

/// Tokens from the stand-in's control interface; a new one after a rejection.
class StandInTokens : public auth::AccessTokenSource
{
public:
    StandInTokens(StandIn &standIn, QString scopes) : m_standIn(standIn), m_scopes(std::move(scopes)) {}

    void requestToken(QObject *context, Done<auth::AccessToken> done) override
    {
        if (m_token.isEmpty()) {
            const QJsonObject issued = m_standIn.control(
                "POST", QStringLiteral("/tokens"),
                {{QStringLiteral("action"), QStringLiteral("issue")}, {QStringLiteral("scope"), m_scopes}});
            m_token = issued.value(QLatin1String("access_token")).toString().toLatin1();
        }
        QTimer::singleShot(0, context, [token = m_token, done = std::move(done)] {
            done(auth::AccessToken{token, {}});
        });
    }
    void reportRejected(const auth::AccessToken &token) override
    {
        if (token.value == m_token)
            m_token.clear();
    }

private:
    StandIn &m_standIn;
    QString m_scopes;
    QByteArray m_token;
};

struct Account {
    explicit Account(demo::Dialect dialect, const QString &scopes = allScopes, int items = 300)
        : standIn({.dialect = dialect, .items = items}), tokens(standIn, scopes)
    {
        QString error;
        if (!standIn.start(&error))
            qFatal("%s", qPrintable(error));
        ApiClientOptions options;
        options.clientId = standIn.clientId();
        options.scheduler.timeScale = 0.01;
        api = std::make_unique<ApiClient>(standIn.apiUrl(), tokens, network, memory, options);
    }

    [[nodiscard]] QJsonArray playlists(const QString &query = {})
    {
        return standIn.control("GET", QString(QStringLiteral("/playlists") + query))
            .value(QLatin1String("list"))
            .toArray();
    }
    [[nodiscard]] QJsonArray rows(const QString &id)
    {
        return standIn.control("GET", QString(QStringLiteral("/playlists/") + id))
            .value(QLatin1String("items"))
            .toArray();
    }
    [[nodiscard]] QStringList column(const QString &id, const char *name)
    {
        QStringList out;
        for (const QJsonValue &row : rows(id))
            out.append(row[QLatin1String(name)].toVariant().toString());
        return out;
    }
    [[nodiscard]] QJsonObject state(const QString &id)
    {
        return standIn.control("GET", QString(QStringLiteral("/playlists/") + id));
    }
    /// One's own playlist with the most items, or (foreign) somebody else's that one may not edit.
    [[nodiscard]] QString pick(bool own)
    {
        const QString me = myId();
        QString id;
        int most = -1;
        for (const QJsonValue &playlist : playlists()) {
            const int total = playlist[QLatin1String("total")].toInt();
            const bool mine = playlist[QLatin1String("owner")].toString() == me;
            if (mine == own && (own || !playlist[QLatin1String("editable")].toBool()) && total > most) {
                most = total;
                id = playlist[QLatin1String("id")].toString();
            }
        }
        return id;
    }
    [[nodiscard]] QString myId()
    {
        Outcome<UserProfile> me;
        api->me(&context, me.taker());
        return me.ok() ? me.value().id : QString();
    }
    [[nodiscard]] QList<PlaylistEntry> readAll(const QString &id, int *total = nullptr)
    {
        Outcome<EntryPage> first;
        api->entries(id, 0, 50, Priority::Visible, &context, first.taker());
        if (!first.ok())
            return {};
        QList<PlaylistEntry> all = first.value().entries;
        if (total)
            *total = first.value().total;
        QList<Outcome<EntryPage>> pages;
        for (int offset = 50; offset < first.value().total; offset += 50) {
            pages.append(Outcome<EntryPage>());
            api->entries(id, offset, 50, Priority::Background, &context, pages.last().taker());
        }
        for (const auto &page : pages) {
            if (!page.ok())
                return {};
            all += page.value().entries;
        }
        return all;
    }
    void arm(const QJsonObject &fault) { standIn.control("POST", QStringLiteral("/faults"), fault); }
    [[nodiscard]] QJsonArray log(const QString &query)
    {
        return standIn.control("GET", QString(QStringLiteral("/log") + query)).value(QLatin1String("list")).toArray();
    }

    StandIn standIn;
    StandInTokens tokens;
    QNetworkAccessManager network;
    DialectMemoryInRam memory;
    std::unique_ptr<ApiClient> api;
    QObject context;
};

QByteArray jpeg(int size)
{
    QImage image(size, size, QImage::Format_RGB32);
    image.fill(Qt::darkRed);
    QPainter painter(&image);
    painter.drawLine(0, 0, size, size);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 90);
    return bytes;
}

} // namespace

/// Every call over real HTTP, in both dialects, checked against the state of the stand-in.
class TestApiWithStandIn : public QObject
{
    Q_OBJECT

    static void dialects()
    {
        QTest::addColumn<demo::Dialect>("dialect");
        QTest::newRow("tracks") << demo::Dialect::Tracks;
        QTest::newRow("items") << demo::Dialect::Items;
    }

private Q_SLOTS:
    void factsOfTracks_data() { dialects(); }
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

    void profileAndLibrary_data() { dialects(); }
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

    void readsEveryRow_data() { dialects(); }
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

    void editsEntries_data() { dialects(); }
    void editsEntries()
    {
        QFETCH(demo::Dialect, dialect);
        Account account(dialect);
        const QString id = account.pick(true);
        QStringList rows = account.column(id, "row");
        QVERIFY(rows.size() >= 300);

        Outcome<QString> moved;
        account.api->reorder(id, {.rangeStart = 10, .rangeLength = 5, .insertBefore = 3}, &account.context,
                             moved.taker());
        QVERIFY(moved.ok());
        QVERIFY(!moved.value().isEmpty());
        QStringList expected = rows.mid(0, 3) + rows.mid(10, 5) + rows.mid(3, 7) + rows.mid(15);
        QCOMPARE(account.column(id, "row"), expected);

        QStringList tracks;
        for (const QJsonValue &track : account.standIn.control("GET", QStringLiteral("/tracks?from=800000&count=100"))
                                           .value(QLatin1String("list"))
                                           .toArray())
            tracks.append(track[QLatin1String("uri")].toString());
        QCOMPARE(tracks.size(), 100);
        Outcome<QString> added;
        account.api->addItems(id, tracks, 2, &account.context, added.taker());
        QVERIFY(added.ok());
        QCOMPARE(account.column(id, "uri").mid(2, 100), tracks);
        Outcome<QString> appended;
        account.api->addItems(id, {tracks.first()}, -1, &account.context, appended.taker());
        QVERIFY(appended.ok());
        QCOMPARE(account.column(id, "uri").last(), tracks.first());

        // One of the two copies, where that is possible.
        const int last = static_cast<int>(account.rows(id).size()) - 1;
        Outcome<QString> copy;
        account.api->removeItems(id, {{tracks.first(), {last}}}, appended.value(), &account.context, copy.taker());
        QCOMPARE(copy.ok(), dialect == demo::Dialect::Tracks);
        QCOMPARE(account.column(id, "uri").count(tracks.first()), copy.ok() ? 1 : 2);

        QList<RemoveTarget> targets;
        for (const QString &uri : tracks)
            targets.append({uri, {}});
        Outcome<QString> removed;
        account.api->removeItems(id, targets, {}, &account.context, removed.taker());
        QVERIFY(removed.ok());
        QCOMPARE(account.column(id, "row"), expected);

        Outcome<QString> replaced;
        account.api->replaceItems(id, tracks, &account.context, replaced.taker());
        QVERIFY(replaced.ok());
        QCOMPARE(account.column(id, "uri"), tracks);
    }

    void managesPlaylists_data() { dialects(); }
    void managesPlaylists()
    {
        QFETCH(demo::Dialect, dialect);
        Account account(dialect);
        Outcome<Playlist> created;
        account.api->createPlaylist({.name = QStringLiteral("Süße <Träume> & more"), .onProfile = false},
                                    &account.context, created.taker());
        QVERIFY(created.ok());
        const QString id = created.value().id;
        QCOMPARE(created.value().name, QStringLiteral("Süße <Träume> & more"));
        QCOMPARE(created.value().itemCount, 0);
        QCOMPARE(account.state(id).value(QLatin1String("public")).toBool(), false);

        const QString description = QStringLiteral("R&B, \"soul\" & 'funk' <3 / 夜");
        Outcome<Nothing> changed;
        account.api->changeDetails(
            id, {.name = QStringLiteral("Renamed"), .description = description, .collaborative = true},
            &account.context, changed.taker());
        QVERIFY(changed.ok());
        Outcome<Playlist> read;
        account.api->playlist(id, &account.context, read.taker());
        QVERIFY(read.ok());
        QCOMPARE(read.value().name, QStringLiteral("Renamed"));
        QCOMPARE(read.value().description, description);
        QVERIFY(read.value().collaborative);
        QCOMPARE(read.value().onProfile, std::optional(false));
        QVERIFY(read.value().itemsReadable);
        QVERIFY(!read.value().snapshotId.isEmpty());

        Outcome<Nothing> unfollowed;
        account.api->unfollowPlaylist(id, &account.context, unfollowed.taker());
        QVERIFY(unfollowed.ok());
        QCOMPARE(account.state(id).value(QLatin1String("followed")).toBool(), false);
        Outcome<Nothing> followed;
        account.api->followPlaylist(id, &account.context, followed.taker());
        QVERIFY(followed.ok());
        QCOMPARE(account.state(id).value(QLatin1String("followed")).toBool(), true);
    }

    void uploadsACover_data() { dialects(); }
    void uploadsACover()
    {
        QFETCH(demo::Dialect, dialect);
        Account account(dialect);
        const QString id = account.pick(true);
        const QByteArray picture = jpeg(640);
        Outcome<Nothing> uploaded;
        qint64 sent = 0;
        account.api->uploadCover(
            id, picture, [&](qint64 bytes, qint64) { sent = bytes; }, &account.context, uploaded.taker());
        QVERIFY(uploaded.ok());
        QCOMPARE(sent, picture.toBase64().size());
        const QJsonObject cover = account.state(id).value(QLatin1String("cover")).toObject();
        QCOMPARE(cover.value(QLatin1String("sha256")).toString(),
                 QString::fromLatin1(QCryptographicHash::hash(picture, QCryptographicHash::Sha256).toHex()));

        Outcome<QList<Image>> images;
        account.api->coverImages(id, &account.context, images.taker());
        QVERIFY(images.ok());
        QVERIFY(!images.value().isEmpty());
        ImageLoader loader(account.network);
        Outcome<QImage> image;
        loader.load(images.value().first().url, 64, &account.context, image.taker());
        QVERIFY(image.ok());
        QCOMPARE(image.value().size(), QSize(64, 64));
    }

    void coverWithoutPermission()
    {
        Account account(demo::Dialect::Items, QString(allScopes).remove(QStringLiteral("ugc-image-upload")));
        Outcome<Nothing> uploaded;
        account.api->uploadCover(account.pick(true), jpeg(64), {}, &account.context, uploaded.taker());
        QVERIFY(uploaded.failed());
        QCOMPARE(uploaded.error().kind, ErrorKind::MissingScope);
    }

    void somebodyElsesPlaylist_data() { dialects(); }
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

    void rateLimit_data()
    {
        QTest::addColumn<QString>("form");
        QTest::newRow("plain") << QStringLiteral("plain");
        QTest::newRow("quota") << QStringLiteral("quota");
    }

    void rateLimit()
    {
        QFETCH(QString, form);
        Account account(demo::Dialect::Items);
        const QString id = account.pick(true);
        const QStringList rows = account.column(id, "row");
        account.arm({{QStringLiteral("kind"), QStringLiteral("429")},
                     {QStringLiteral("form"), form},
                     {QStringLiteral("retryAfter"), 2},
                     {QStringLiteral("method"), QStringLiteral("PUT")}});
        Outcome<QString> moved;
        account.api->reorder(id, {.rangeStart = 1, .insertBefore = 0}, &account.context, moved.taker());
        QVERIFY(moved.ok());
        QCOMPARE(account.column(id, "row").mid(0, 3), (QStringList{rows.at(1), rows.at(0), rows.at(2)}));
    }

    void writeInDoubt_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("carriedOut");
        QTest::newRow("dropped before") << QStringLiteral("dropBefore") << false;
        QTest::newRow("dropped after") << QStringLiteral("dropAfter") << true;
        QTest::newRow("cut off") << QStringLiteral("truncated") << true;
        QTest::newRow("no JSON") << QStringLiteral("invalidJson") << true;
        QTest::newRow("500") << QStringLiteral("status") << false;
    }

    // Sent once, whatever becomes of the answer: a block moved twice would end up elsewhere.
    void writeInDoubt()
    {
        QFETCH(QString, kind);
        QFETCH(bool, carriedOut);
        Account account(demo::Dialect::Items);
        const QString id = account.pick(true);
        QVERIFY(!account.readAll(id).isEmpty()); // so that a kept connection is used
        const QStringList rows = account.column(id, "row");
        account.arm({{QStringLiteral("kind"), kind}, {QStringLiteral("method"), QStringLiteral("PUT")}});
        Outcome<QString> moved;
        account.api->reorder(id, {.rangeStart = 5, .insertBefore = 0}, &account.context, moved.taker());
        QVERIFY(moved.failed());
        QVERIFY(moved.error().leavesWriteInDoubt());
        QTest::qWait(50);
        QCOMPARE(account.log(QStringLiteral("?method=PUT")).size(), 1);
        const QStringList once = QStringList{rows.at(5)} + rows.mid(0, 5) + rows.mid(6);
        QCOMPARE(account.column(id, "row"), carriedOut ? once : rows);
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

SEGUE_TEST(TestApiWithStandIn)
#include "tst_ApiWithStandIn.moc"
