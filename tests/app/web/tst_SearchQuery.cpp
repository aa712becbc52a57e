// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/SearchQuery.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace segue::web;

class TestSearchQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isrc()
    {
        QCOMPARE(searchQuery::byIsrc(Isrc::from(QStringLiteral("gb-aye-06-01690"))),
                 QStringLiteral("isrc:GBAYE0601690"));
        QCOMPARE(searchQuery::byIsrc({}), QString());
    }

    void titleAndArtist_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("artist");
        QTest::addColumn<QString>("query");
        const auto row = [](const char *name, const char *title, const char *artist, const char *query) {
            QTest::newRow(name) << QString::fromUtf8(title) << QString::fromUtf8(artist) << QString::fromUtf8(query);
        };
        row("plain", "Song", "Band", R"(track:"Song" artist:"Band")");
        row("quotation marks", R"(The "Real" One)", R"("Weird" Al)", R"(track:"The Real One" artist:"Weird Al")");
        row("typographic ones", "„Hallo“ ”du” «bon» ‘soir’", "Band", R"(track:"Hallo du bon ‘soir’" artist:"Band")");
        row("colons are not fields", "artist: year:1999", "B:C", R"(track:"artist: year:1999" artist:"B:C")");
        row("backslash", R"(A\B)", "Band", R"(track:"A B" artist:"Band")");
        row("spaces and lines", "  A \n B ", "\tC ", R"(track:"A B" artist:"C")");
        row("no artist", "Song", "", R"(track:"Song")");
        row("nothing but marks", R"("")", "Band", R"(artist:"Band")");
        row("nothing", R"("")", " ", "");
    }
    void titleAndArtist()
    {
        QFETCH(QString, title);
        QFETCH(QString, artist);
        QFETCH(QString, query);
        QCOMPARE(searchQuery::byTitle(title, artist), query);
    }

    void longTextsAreCutBetweenWords()
    {
        const QString words = QStringLiteral("seven characters ").repeated(20);
        const QString query = searchQuery::byTitle(words, words);
        QVERIFY(query.size() <= maxSearchQueryLength);
        QVERIFY2(query.size() > maxSearchQueryLength - 11, qPrintable(query));
        QVERIFY2(query.contains(QStringLiteral("characters\" artist:\"")) ||
                     query.contains(QStringLiteral("seven\" artist:\"")),
                 qPrintable(query));
        QVERIFY2(query.endsWith(QStringLiteral("characters\"")) || query.endsWith(QStringLiteral("seven\"")),
                 qPrintable(query));
    }

    void oneLongWord()
    {
        QCOMPARE(searchQuery::byTitle(QString(300, u'a'), QString()).size(), maxSearchQueryLength - 1);
        // No half of a character is left.
        const QString query = searchQuery::byTitle(QString::fromUtf8("🎵").repeated(100), QStringLiteral("Band"));
        QVERIFY(query.size() <= maxSearchQueryLength);
        QVERIFY(query.isValidUtf16());
    }

    void markets()
    {
        QVERIFY(isMarket(QStringLiteral("SE")));
        for (const char *text : {"", "se", "SWE", "S", "S1", "from_token"})
            QVERIFY(!isMarket(QLatin1String(text)));
    }
};

SEGUE_TEST(TestSearchQuery)
#include "tst_SearchQuery.moc"
