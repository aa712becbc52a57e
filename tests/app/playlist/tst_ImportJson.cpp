// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/playlist/ImportSupport.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::playlist;
using namespace segue::test;

/// JSON of any shape in which there are tracks.
class TestImportJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jsonOfAnyKind_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray link = uri(1);
        QTest::newRow("texts") << QByteArray("[\"" + link + "\"]");
        QTest::newRow("addresses") << QByteArray("[\"https://open.spotify.com/track/" + trackId(1).toLatin1() + "\"]");
        QTest::newRow("objects") << QByteArray("[{\"uri\":\"" + link + "\"}]");
        QTest::newRow("tracks") << QByteArray("{\"name\":\"x\",\"tracks\":[{\"uri\":\"" + link + "\"}]}");
        QTest::newRow("a page of the Web API")
            << QByteArray("{\"items\":[{\"is_local\":false,\"track\":{\"uri\":\"" + link + "\"}}],\"next\":null}");
        QTest::newRow("a playlist of the Web API")
            << QByteArray("{\"name\":\"x\",\"items\":{\"items\":[{\"item\":{\"uri\":\"" + link + "\"}}]}}");
        QTest::newRow("ids") << QByteArray("[{\"id\":\"" + trackId(1).toLatin1() + "\",\"name\":\"x\"}]");
        QTest::newRow("external address") << QByteArray(
            "[{\"external_urls\":{\"spotify\":\"https://open.spotify.com/track/" + trackId(1).toLatin1() + "\"}}]");
        QTest::newRow("library of the data export")
            << QByteArray("{\"tracks\":[{\"artist\":\"a\",\"album\":\"b\",\"track\":\"x\",\"uri\":\"" + link + "\"}]}");
    }

    void jsonOfAnyKind()
    {
        QFETCH(QByteArray, file);
        const ImportedPlaylists found = read(file);
        QCOMPARE(found.format, ExchangeFormat::Json);
        QCOMPARE(uris(found.joined()), QStringList{trackUri(1)});
        QCOMPARE(found.skippedCount, 0);
    }

    void listsWithANameAreKeptEvenWhenEmpty()
    {
        const ImportedPlaylists found = read("[{\"name\":\"a\",\"items\":[]},{\"name\":\"b\",\"items\":[\"" + uri(1) +
                                             "\"]},{\"name\":\"\",\"items\":[]}]");
        QCOMPARE(found.lists.size(), 2);
        QCOMPARE(found.lists.at(0).name, text("a"));
        QCOMPARE(uris(found.lists.at(1)), QStringList{trackUri(1)});
    }

    /// An escape can stand for half of a pair, which no text may hold.
    void textsAreWellFormed()
    {
        const ImportedPlaylists found = read(
            "{\"name\":\"a\\ud83d\",\"description\":\"\\ude00\",\"items\":["
            "{\"title\":\"b\\ud83d\",\"artists\":[\"c\\ude00\"],\"isrc\":\"\\ud83d\",\"added_by\":\"\\ud83d\"},"
            "{\"uri\":\"spotify:local:\\ud83d:::1\",\"album\":{\"name\":\"\\ud83d\"}},\"\\ud83d\\ude00\\ud83d\"]}");
        const ExchangeList &list = found.lists.constFirst();
        QCOMPARE(list.rows.size(), 2);
        QStringList texts{list.name, list.description};
        for (const ExchangeRow &row : list.rows)
            texts << row.uri << row.title << row.artists << row.album << row.isrc << row.addedBy;
        for (const SkippedLine &skipped : found.skipped)
            texts << skipped.beginning;
        for (const QString &text : texts)
            QVERIFY2(text.isValidUtf16(), qPrintable(text));
        QVERIFY(found.skipped.constFirst().beginning.startsWith(QString::fromUtf8("\xf0\x9f\x98\x80")));
    }

    void usersGoByTheirIds()
    {
        for (const char *user : {"ada", "spotify:user:ada", "spotify:user:spotify:user:ada"}) {
            const ImportedPlaylists found = read(QByteArray("[{\"title\":\"a\",\"added_by\":\"") + user + "\"}]");
            QCOMPARE(found.joined().rows.constFirst().addedBy, text("ada"));
        }
    }

    void jsonWithThingsThatAreNoTracks()
    {
        const ImportedPlaylists found =
            read("[\"" + uri(1) +
                 "\",null,7,\"hello\",{\"uri\":\"spotify:album:Segue0Test0Album000001\",\"name\":\"x\","
                 "\"id\":\"Segue0Test0Album000001\"},{},{\"size\":3},{\"title\":\"Ferry\"},[]]");
        QCOMPARE(uris(found.joined()), (QStringList{trackUri(1), QString()}));
        QList<int> numbers;
        QList<SkippedLine::Why> reasons;
        for (const SkippedLine &line : found.skipped) {
            numbers.append(line.line);
            reasons.append(line.why);
        }
        using Why = SkippedLine::Why;
        QCOMPARE(numbers, (QList<int>{2, 3, 4, 5, 6, 7, 9}));
        QCOMPARE(reasons, (QList<Why>{Why::Empty, Why::Unclear, Why::Unclear, Why::NotATrack, Why::Empty, Why::Unclear,
                                      Why::Unclear}));
        QCOMPARE(found.skipped.at(2).beginning, text("hello"));
    }
};

SEGUE_TEST(TestImportJson)
#include "tst_ImportJson.moc"
