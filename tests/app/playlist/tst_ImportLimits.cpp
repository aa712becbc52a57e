// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/Import.h"
#include "tests/app/playlist/ExchangeSamples.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

using namespace segue;
using namespace segue::playlist;
using namespace segue::test;

/// Files that are broken, too large, or meant to do harm. A hang shows as the time limit of the test program.
class TestImportLimits : public QObject
{
    Q_OBJECT

    static Error failure(const QByteArray &file)
    {
        const auto found = importPlaylists(file);
        return found ? Error{.kind = ErrorKind::Local, .userText = QStringLiteral("was read")} : found.error();
    }

    static QByteArray filled(const QByteArray &pattern, qint64 size) { return pattern.repeated(size / pattern.size()); }

    /// What holds for every file.
    static void check(const QByteArray &file)
    {
        const auto found = importPlaylists(file);
        if (!found) {
            QCOMPARE(found.error().kind, ErrorKind::InvalidInput);
            QVERIFY(!found.error().userText.isEmpty());
            return;
        }
        qsizetype rows = 0;
        for (const ExchangeList &list : found->lists) {
            rows += list.rows.size();
            for (const ExchangeRow &row : list.rows) {
                QVERIFY(!row.namesNothing());
                QVERIFY(row.uri.isEmpty() || row.uri.startsWith(QLatin1String("spotify:")));
                QVERIFY(!row.artists.contains(QString()));
                QVERIFY(row.length.count() >= 0);
            }
        }
        QVERIFY(rows > 0 && rows <= maxImportRows);
        QVERIFY(found->skipped.size() == std::min(found->skippedCount, maxSkippedLines));
        for (const SkippedLine &line : found->skipped)
            QVERIFY(line.line >= 1 && line.beginning.size() <= 80);
    }

private Q_SLOTS:
    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char *name, const QByteArray &file, const char *sentence) {
            QTest::newRow(name) << file << QString::fromUtf8(sentence);
        };
        row("empty", "", "This file is empty.");
        row("blank", " \r\n\t\n", "This file is empty.");
        row("a mark alone", "\xEF\xBB\xBF", "This file is empty.");
        row("a picture", QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16), "This is not a text file");
        row("rubbish", "\xFF\x01\xC3\x28 abc", "This is not a text file");
        row("UTF-16 without a mark", QByteArray("T\0i\0t\0l\0e\0", 10), "This is not a text file");
        row("text without tracks", "hello\nworld\n", "There are no tracks in this file.");
        row("header alone", "Track URI,Track Name\r\n", "There are no tracks in this file.");
        row("albums alone", "spotify:album:Segue0Test0Album000001\n", "There are no tracks in this file.");
        row("no M3U entries", "#EXTM3U\n", "There are no tracks in this file.");
        row("empty JSON list", "[]", "There are no tracks in this file.");
        row("endless quote", "Title,Artist\na,b\n\"c,d\ne,f\n", "a quotation mark in line 3 is never closed");
        row("endless quote in the header", "Title,\"Artist\na,b\n", "a quotation mark in line 1 is never closed");
        row("cut off JSON", "{\n\"items\": [\n{\"uri\"", "This JSON file is broken in line 3.");
        row("other JSON", "{\"a\": 1}", "There is no playlist in this JSON file");
        row("JSON from the future", "{\"format\":\"segue-playlist\",\"version\":2,\"items\":[{\"title\":\"x\"}]}",
            "written by a newer Segue");
        row("deep JSON", QByteArray("[").repeated(5000), "This JSON file is broken in line 1.");
        row("cut off XSPF", "<?xml version=\"1.0\"?>\n<playlist><trackList>\n<track><title>x", "broken in line 3.");
        row("other XML", "<?xml version=\"1.0\"?><rss/>", "This XML file is not an XSPF playlist.");
        row("unknown entity", "<playlist><trackList><track><title>&x;</title></track></trackList></playlist>",
            "broken in line 1.");
    }

    void saysWhatIsWrong()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, sentence);
        const Error error = failure(file);
        QCOMPARE(error.kind, ErrorKind::InvalidInput);
        QVERIFY2(error.userText.contains(sentence), qPrintable(error.userText));
    }

    void takesNoEntities_data()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray list = "<playlist><trackList><track><title>&c;</title></track></trackList></playlist>";
        QByteArray bomb = "<?xml version=\"1.0\"?>\n<!DOCTYPE playlist [<!ENTITY a \"aaaaaaaaaa\">";
        for (char name = 'b'; name < 'm'; ++name)
            bomb += QByteArray("<!ENTITY ") + name + " \"" +
                    QByteArray("&" + QByteArray(1, char(name - 1)) + ";").repeated(10) + "\">";
        QTest::newRow("a bomb") << QByteArray(bomb + "]>\n" + list);
        QTest::newRow("a file") << QByteArray("<!DOCTYPE playlist [<!ENTITY c SYSTEM \"file:///etc/hostname\">]>" +
                                              list);
        QTest::newRow("a harmless one") << QByteArray("<!DOCTYPE playlist [<!ENTITY c \"x\">]>" + list);
        QTest::newRow("a cut off one") << QByteArray("<?xml version=\"1.0\"?><!DOCTYPE playlist [<!ENTITY c \"x\"");
        QTest::newRow("hidden behind a comment")
            << QByteArray("<!-- <playlist --><!DOCTYPE playlist [<!ENTITY c \"x\">]>" + list);
        QTest::newRow("with a prefix") << QByteArray(
            "<?xml version=\"1.0\"?><!DOCTYPE p:playlist [<!ENTITY c \"x\">]><p:playlist xmlns:p=\"x\"/>");
    }

    void takesNoEntities()
    {
        QFETCH(QByteArray, file);
        const Error error = failure(file);
        QCOMPARE(error.kind, ErrorKind::InvalidInput);
        QVERIFY2(error.userText.contains(QLatin1String("document type definition")), qPrintable(error.userText));
    }

    void takesNoMonstersOfXml()
    {
        QByteArray attributes = "<playlist";
        for (int i = 0; i < 200'000; ++i)
            attributes += " a" + QByteArray::number(i) + "='>'";
        QVERIFY(failure(attributes + "/>").userText.contains(QLatin1String("too deeply")));
        QVERIFY(failure("<playlist>" + filled("<a>", 1'000'000)).userText.contains(QLatin1String("too deeply")));
        // What only looks like tags does no harm.
        const QByteArray tags = "<playlist><!--" + QByteArray("<a>").repeated(100) +
                                "--><trackList><track><title><![CDATA[" + QByteArray("<a x='' ").repeated(100) +
                                "]]></title></track></trackList></playlist>";
        QVERIFY(importPlaylists(tags).has_value());
    }

    void keepsToTheSize()
    {
        const QByteArray json = "[\"" + trackUri(1).toLatin1() + "\"]";
        const QByteArray file = json + QByteArray(maxImportBytes - json.size(), ' ');
        QVERIFY(importPlaylists(file).has_value());
        QVERIFY(failure(file + ' ').userText.contains(QLatin1String("too large")));
    }

    void keepsToTheNumberOfRows_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("tail");
        const QByteArray link = trackUri(1).toLatin1();
        const QByteArray none;
        QTest::newRow("csv") << QByteArray("Track URI,Title\n") << QByteArray(link + ",x\n") << none;
        QTest::newRow("m3u") << QByteArray("#EXTM3U\n") << QByteArray(link + "\n") << none;
        QTest::newRow("json") << QByteArray("[null") << QByteArray(",\"" + link + "\"") << QByteArray("]");
        QTest::newRow("xspf") << QByteArray("<playlist><trackList>") << QByteArray("<track><title>x</title></track>")
                              << QByteArray("</trackList></playlist>");
        QTest::newRow("links") << none << QByteArray(link + "\n") << none;
        QTest::newRow("links in a line") << none << QByteArray(link + " ") << none;
        QTest::newRow("names") << none << QByteArray("a - b\n") << none;
    }

    void keepsToTheNumberOfRows()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, tail);
        const auto found = importPlaylists(head + row.repeated(maxImportRows) + tail);
        QVERIFY(found.has_value());
        QCOMPARE(found->joined().rows.size(), maxImportRows);
        QVERIFY(failure(head + row.repeated(maxImportRows + 1) + tail).userText.contains(QLatin1String("Split it")));
    }

    void countsWhatItSkips()
    {
        const auto found = importPlaylists("Title,Artist\nx,y\n" + QByteArray(",y\n").repeated(5000));
        QVERIFY(found.has_value());
        QCOMPARE(found->skippedCount, 5000);
        QCOMPARE(found->skipped.size(), maxSkippedLines);
    }

    void aLineThatIsTooWideIsTold()
    {
        const auto found = importPlaylists("Title,Artist\nx,y\n" + QByteArray(",").repeated(300) + "\nz,y\n");
        QVERIFY(found.has_value());
        QCOMPARE(found->joined().rows.size(), 2);
        QCOMPARE(found->skippedCount, 1);
        QCOMPARE(found->skipped.first().line, 3);
    }

    /// What would take a careless reader ages.
    void largeFilesEnd_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("pattern");
        const auto row = [](const char *name, const char *head, const char *pattern) {
            QTest::newRow(name) << QByteArray(head) << QByteArray(pattern);
        };
        row("line ends", "", "\n");
        row("carriage returns", "a", "\r");
        row("short lines", "", "a\n");
        row("commas", "", ",");
        row("commas below a header", "Title,Artist\n", ",");
        row("quotes", "", "\"");
        row("quotes below a header", "Title,Artist\n", "\"");
        row("odd quotes below a header", "Title,Artist\n\"", "\"\"");
        row("empty records", "Title,Artist\n", ",\n");
        row("one letter", "", "x");
        row("ids", "", "abcdefghijklmnopqrstuv");
        row("the name", "", "spotify:");
        row("escaped users", "", "spotify%3Auser%3A");
        row("escaped users with spaces", "", "spotify%3Auser%3A spotify%3Auser%3A");
        row("open addresses", "", "open.spotify.com/");
        row("local files", "", "spotify:local:");
        row("brackets", "", "[");
        row("empty arrays", "[", "[],");
        row("backslashes in JSON", "[\"", "\\\\");
        row("tags", "<playlist>", "<");
        row("comments", "<playlist>", "<!--");
        row("empty elements", "<playlist><trackList>", "<track/>");
        row("ampersands", "<playlist><title>", "&amp;");
        row("apostrophes in a tag", "<playlist ", "'");
        row("directives", "#EXTM3U\n", "#EXTINF:1,a\n");
        row("dashes", "", " - ");
        row("a long artist", "Title,Artists\nx,\"", "\\\\,");
    }

    void largeFilesEnd()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, pattern);
        check(head + filled(pattern, 300'000));
    }

    void truncatedFilesDoNoHarm()
    {
        for (const ExchangeSample &sample : exchangeSamples()) {
            const qsizetype step = sample.file.size() > 1500 ? 7 : 1;
            for (qsizetype length = 0; length <= sample.file.size(); length += step) {
                check(sample.file.left(length));
                if (QTest::currentTestFailed()) {
                    qWarning("%s, %lld bytes", sample.name, qlonglong(length));
                    return;
                }
            }
        }
    }

    void damagedFilesDoNoHarm()
    {
        QRandomGenerator random(20240502);
        const QByteArray signs("\"',;\t\n\r<>&[]{}:#=\\\0\xFF\xC3", 21);
        for (const ExchangeSample &sample : exchangeSamples()) {
            for (int round = 0; round < 150; ++round) {
                QByteArray file = sample.file;
                for (int changes = 1 + random.bounded(8); changes > 0; --changes) {
                    const int at = random.bounded(int(file.size()));
                    switch (random.bounded(4)) {
                    case 0:
                        file[at] = char(random.bounded(256));
                        break;
                    case 1:
                        file[at] = signs.at(random.bounded(int(signs.size())));
                        break;
                    case 2:
                        file.remove(at, random.bounded(20));
                        break;
                    default:
                        file.insert(at, file.mid(random.bounded(int(file.size())), random.bounded(40)));
                    }
                    if (file.isEmpty())
                        file = "x";
                }
                check(file);
                if (QTest::currentTestFailed()) {
                    qWarning("%s, round %d:\n%s", sample.name, round, file.constData());
                    return;
                }
            }
        }
    }

    void randomBytesDoNoHarm()
    {
        QRandomGenerator random(20240503);
        const QByteArrayList heads{"", "[", "{", "<playlist>", "#EXTM3U\n", "Title,Artist\n", "\xFF\xFE", "\xFE\xFF"};
        for (int round = 0; round < 800; ++round) {
            QByteArray file = heads.at(round % heads.size());
            for (int i = random.bounded(300); i > 0; --i)
                file += char(random.bounded(256));
            check(file);
        }
    }
};

SEGUE_TEST(TestImportLimits)
#include "tst_ImportLimits.moc"
