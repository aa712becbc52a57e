// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ImageLoader.h"
#include "tests/app/web/StandInAccount.h"
#include "tests/support/TestMain.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QPainter>

using namespace segue;
using namespace segue::web;
using namespace segue::web::test;

namespace
{

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

/// Every call that writes, over real HTTP, in both dialects, checked against the state of the stand-in.
class TestWritesToStandIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editsEntries_data() { bothDialects(); }
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

    void managesPlaylists_data() { bothDialects(); }
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

    void uploadsACover_data() { bothDialects(); }
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
};

SEGUE_TEST(TestWritesToStandIn)
#include "tst_WritesToStandIn.moc"
