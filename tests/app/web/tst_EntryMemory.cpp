// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ParseEntries.h"
#include "tests/app/web/JsonSample.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <malloc.h>

using namespace segue;
using namespace segue::web;
using segue::web::test::json;

/// What the rows of long playlists take.
class TestEntryMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreShared()
    {
        TextPool pool;
        const QByteArray entry =
            R"({"added_by":{"id":"una"},"item":{"uri":"spotify:track:1","artists":[{"name":"Artist","uri":
            "spotify:artist:a"}],"album":{"name":"Album","uri":"spotify:album:x","images":[{"url":"https:\/\/i.example/1"}]}}})";
        const auto page =
            parseEntries(json("{\"total\":2,\"items\":[" + entry + ',' + entry + "]}"), Dialect::Items, 0, 50, pool);
        QVERIFY(page);
        const PlaylistEntry &a = page->entries.at(0);
        const PlaylistEntry &b = page->entries.at(1);
        QCOMPARE(a.addedBy.constData(), b.addedBy.constData());
        QCOMPARE(a.medium->album.constData(), b.medium->album.constData());
        QCOMPARE(a.medium->artists.first().name.constData(), b.medium->artists.first().name.constData());
        QVERIFY(a.medium->images.isSharedWith(b.medium->images));
    }

    void tenThousandRowsStaySmall_data()
    {
        QTest::addColumn<int>("tracksPerAlbum");
        QTest::addColumn<int>("tracksPerArtist");
        QTest::addColumn<int>("mostBytes");
        QTest::newRow("usual") << 3 << 5 << 1'024;
        QTest::newRow("every track of another album") << 1 << 2 << 2'048;
    }

    void tenThousandRowsStaySmall()
    {
        QFETCH(int, tracksPerAlbum);
        QFETCH(int, tracksPerArtist);
        QFETCH(int, mostBytes);
        Q_UNUSED(mostBytes) // under the sanitizers
        TextPool pool;
        const auto page = [&](int from) {
            QJsonArray items;
            for (int i = from; i < from + 50; ++i) {
                const QString n = QStringLiteral("%1").arg(i, 22, 10, QLatin1Char('0'));
                const QString album = QStringLiteral("%1").arg(i / tracksPerAlbum, 22, 10, QLatin1Char('0'));
                QJsonArray images;
                for (const int width : {640, 300, 64})
                    images.append(QJsonObject{
                        {QStringLiteral("url"), QString(QStringLiteral("https://i.scdn.co/image/ab67616d0000") + album +
                                                        QString::number(width))},
                        {QStringLiteral("width"), width},
                        {QStringLiteral("height"), width}});
                const QString artist = QStringLiteral("%1").arg(i / tracksPerArtist, 22, 10, QLatin1Char('0'));
                items.append(QJsonObject{
                    {QStringLiteral("added_at"), QStringLiteral("2024-01-01T00:00:00Z")},
                    {QStringLiteral("added_by"), QJsonObject{{QStringLiteral("id"), QStringLiteral("una")}}},
                    {QStringLiteral("item"),
                     QJsonObject{
                         {QStringLiteral("uri"), QString(QStringLiteral("spotify:track:") + n)},
                         {QStringLiteral("name"), QString(QStringLiteral("A title of usual length ") + n.right(5))},
                         {QStringLiteral("disc_number"), 1},
                         {QStringLiteral("track_number"), i % 12 + 1},
                         {QStringLiteral("external_ids"),
                          QJsonObject{{QStringLiteral("isrc"), QString(QStringLiteral("USRC1") + n.right(7))}}},
                         {QStringLiteral("artists"),
                          QJsonArray{QJsonObject{
                              {QStringLiteral("name"), QString(QStringLiteral("Artist ") + artist)},
                              {QStringLiteral("uri"), QString(QStringLiteral("spotify:artist:") + artist)}}}},
                         {QStringLiteral("album"),
                          QJsonObject{{QStringLiteral("name"),
                                       QString(QStringLiteral("An album of its own ") + album.right(5))},
                                      {QStringLiteral("uri"), QString(QStringLiteral("spotify:album:") + album)},
                                      {QStringLiteral("release_date"), QStringLiteral("1976-11-05")},
                                      {QStringLiteral("release_date_precision"), QStringLiteral("day")},
                                      {QStringLiteral("images"), images}}}}}});
            }
            return QJsonDocument(QJsonObject{{QStringLiteral("total"), 10'000}, {QStringLiteral("items"), items}});
        };
        QList<PlaylistEntry> all;
        all.reserve(10'000);
        const auto before = mallinfo2().uordblks;
        for (int from = 0; from < 10'000; from += 50) {
            const auto parsed = parseEntries(page(from), Dialect::Items, from, 50, pool);
            QVERIFY(parsed);
            all += parsed->entries;
        }
        const auto each = (mallinfo2().uordblks - before) / 10'000;
        qInfo() << each << "bytes a row";
#if !defined(__SANITIZE_ADDRESS__)
        QVERIFY(each > 200); // it does measure something
        QVERIFY2(each < static_cast<size_t>(mostBytes), qPrintable(QString::number(each)));
#endif
    }
};

SEGUE_TEST(TestEntryMemory)
#include "tst_EntryMemory.moc"
