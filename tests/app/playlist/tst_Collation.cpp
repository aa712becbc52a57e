// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/ops/Collation.h"
#include "app/playlist/ops/SameText.h"
#include "tests/support/TestMain.h"

using namespace segue::playlist;

/// How texts are ordered, and which count as the same.
class TestCollation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ranks_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QStringList>("inOrder");
        const auto list = [](const char *text) { return QString::fromUtf8(text).split(u'|'); };
        QTest::newRow("numbers") << QStringLiteral("en") << list("Track 2|Track 10|Track 100");
        QTest::newRow("case") << QStringLiteral("en") << list("apple|Banana|cherry");
        QTest::newRow("C locale") << QStringLiteral("C") << list("apple|Banana|cherry|Track 9|track 10");
        QTest::newRow("accents") << QStringLiteral("fr") << list("eclair|éclat|école|ecru|zoo");
        QTest::newRow("Swedish") << QStringLiteral("sv") << list("zebra|åska|ärlig|öppen");
        QTest::newRow("German") << QStringLiteral("de") << list("Arm|Ärmel|Zoo");
        QTest::newRow("kana") << QStringLiteral("ja") << list("あさ|いぬ|ウミ|えき");
        QTest::newRow("Hebrew") << QStringLiteral("he") << list("אבא|בית|גשם|שבת");
        QTest::newRow("scripts") << QStringLiteral("en") << list("1999|Zoo|Ярость|שבת|夜");
    }

    void ranks()
    {
        QFETCH(QString, locale);
        QFETCH(QStringList, inOrder);
        std::vector<QString> texts(inOrder.rbegin(), inOrder.rend());
        const std::vector<std::int64_t> found = collationRanks(texts, QLocale(locale));
        std::vector<std::int64_t> expected;
        for (std::size_t i = texts.size(); i > 0; --i)
            expected.push_back(static_cast<std::int64_t>(i - 1));
        QCOMPARE(found, expected);
    }

    void equalAndEmptyTexts()
    {
        const std::vector<QString> texts{
            QStringLiteral("Song"), {}, QStringLiteral("SONG"), QStringLiteral("song"), QStringLiteral("Air")};
        QCOMPARE(collationRanks(texts, QLocale(QLocale::English)), (std::vector<std::int64_t>{1, -1, 1, 1, 0}));
        QVERIFY(collationRanks({}, QLocale()).empty());
    }

    void articles_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("rest");
        QTest::newRow("the") << QStringLiteral("The Wall") << QStringLiteral("Wall");
        QTest::newRow("a") << QStringLiteral("a wall") << QStringLiteral("wall");
        QTest::newRow("an") << QStringLiteral("AN Echo") << QStringLiteral("Echo");
        QTest::newRow("only one") << QStringLiteral("The A Team") << QStringLiteral("A Team");
        QTest::newRow("part of a word") << QStringLiteral("Theme") << QStringLiteral("Theme");
        QTest::newRow("nothing else") << QStringLiteral("The ") << QStringLiteral("The ");
        QTest::newRow("the The") << QStringLiteral("The The") << QStringLiteral("The");
        QTest::newRow("one letter") << QStringLiteral("A") << QStringLiteral("A");
    }

    void articles()
    {
        QFETCH(QString, text);
        QFETCH(QString, rest);
        QCOMPARE(withoutArticle(text), rest);
    }

    void sameTexts_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<bool>("same");
        const auto row = [](const char *a, const char *b, bool same) {
            QTest::addRow("%s, %s", a, b) << QString::fromUtf8(a) << QString::fromUtf8(b) << same;
        };
        row("Song", "SONG", true);
        row("Don't Stop", "Dont stop", true);
        row("Don’t Stop", "Don't Stop", true);
        row("Señorita!", "senorita", true);
        row("Für Élise", "fur elise", true);
        row("Straße", "STRASSE", true);
        row("Song (Live)", "Song - Live", true);
        row("Mø, Łódź & Æther", "mo Lodz aether", true);
        row("S.O.S.", "SOS", true);
        row("ＡＢＣ", "abc", true);
        row("ﾊﾟｰﾃｨｰ", "パーティー", true);
        row("שָׁלוֹם", "שלום", true);
        row("مُحَمَّد", "محمد", true);
        row("Всё", "Все", true);
        row("❤️", "❤", true);
        row("!!!", "!!!", true);
        row("Song", "Song (Live)", false);
        row("Song", "Song - Remix", false);
        row("Song", "Song – Live", false);
        row("Song 1", "Song 2", false);
        row("はは", "ばば", false);
        row("कि", "कु", false);
        row("!!!", "???", false);
        row("+", "÷", false);
        row("夜", "朝", false);
    }

    void sameTexts()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(bool, same);
        QCOMPARE(sameTextKey(a) == sameTextKey(b), same);
        QVERIFY(!sameTextKey(a).isEmpty());
        QVERIFY(sameTextKey(QString()).isEmpty());
    }
};

SEGUE_TEST(TestCollation)
#include "tst_Collation.moc"
