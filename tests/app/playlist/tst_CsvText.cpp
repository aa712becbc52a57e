// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/CsvText.h"
#include "tests/support/TestMain.h"

using namespace segue::playlist;

class TestCsvText : public QObject
{
    Q_OBJECT

    using Table = QList<QStringList>;

    static Table read(const QString &text, QChar delimiter = u',',
                      CsvReader::Quotes quotes = CsvReader::Quotes::Enclose)
    {
        CsvReader reader(text, delimiter, quotes);
        Table table;
        CsvRecord record;
        while (reader.next(&record))
            table.append(record.cells);
        return table;
    }

private Q_SLOTS:
    void readsRecords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Table>("table");
        const auto row = [](const char *name, const char *text, const Table &table) {
            QTest::newRow(name) << QString::fromUtf8(text) << table;
        };
        const auto cells = [](std::initializer_list<const char *> texts) {
            QStringList list;
            for (const char *text : texts)
                list.append(QString::fromUtf8(text));
            return list;
        };
        row("nothing", "", {});
        row("plain", "a,b\nc,d\n", {cells({"a", "b"}), cells({"c", "d"})});
        row("no line end at the end", "a,b", {cells({"a", "b"})});
        row("every kind of line end", "a\r\nb\rc\n", {cells({"a"}), cells({"b"}), cells({"c"})});
        row("empty cells", ",\n,,", {cells({"", ""}), cells({"", "", ""})});
        row("quoted", "\"a,b\",\"c \"\"d\"\"\"\n", {cells({"a,b", "c \"d\""})});
        row("line end in quotes", "\"a\r\nb\",c\n", {cells({"a\r\nb", "c"})});
        row("empty quotes", "\"\",\"\"", {cells({"", ""})});
        row("spaces around", " a , \"b \" ,c ", {cells({"a", "b ", "c"})});
        row("quotation mark within", "12\" mix,a\"b\"", {cells({"12\" mix", "a\"b\""})});
        row("more behind the quotes", "\"Heroes\" (live),x", {cells({"Heroes (live)", "x"})});
    }

    void readsRecords()
    {
        QFETCH(QString, text);
        QFETCH(Table, table);
        QCOMPARE(read(text), table);
    }

    void readsOtherDelimiters()
    {
        QCOMPARE(read(QStringLiteral("a;b,c"), u';'), (Table{{QStringLiteral("a"), QStringLiteral("b,c")}}));
        QCOMPARE(read(QStringLiteral("\t\"a\"\t"), u'\t'), (Table{{QString(), QStringLiteral("a"), QString()}}));
        QCOMPARE(read(QStringLiteral("\"a\tb"), u'\t', CsvReader::Quotes::AreLetters),
                 (Table{{QStringLiteral("\"a"), QStringLiteral("b")}}));
    }

    void countsLines()
    {
        const QString text = QStringLiteral("a\r\n\"b\r\nb\nb\rb\",x\rc\n\nd");
        CsvReader reader(text, u',');
        CsvRecord record;
        QList<int> lines;
        while (reader.next(&record))
            lines.append(record.line);
        QCOMPARE(lines, (QList<int>{1, 2, 6, 7, 8}));
        QCOMPARE(reader.unclosedQuoteLine(), 0);
    }

    void tellsWhereAQuoteIsNeverClosed()
    {
        const QString text = QStringLiteral("a,b\nc,\"d\n\ne");
        CsvReader reader(text, u',');
        CsvRecord record;
        int records = 0;
        while (reader.next(&record))
            ++records;
        QCOMPARE(records, 2);
        QCOMPARE(reader.unclosedQuoteLine(), 2);
    }

    void keepsToALimitOfColumns()
    {
        const QString text = QString(1000, u',') + QStringLiteral("\na,b");
        CsvReader reader(text, u',');
        CsvRecord record;
        QVERIFY(reader.next(&record));
        QVERIFY(record.tooWide);
        QCOMPARE(record.cells.size(), maxCsvColumns);
        QVERIFY(reader.next(&record));
        QVERIFY(!record.tooWide);
        QCOMPARE(record.line, 2);
        QCOMPARE(record.cells.size(), 2);
    }

    void quotesOnlyWhatMustBe()
    {
        QCOMPARE(csvCell(QString()), QString());
        QCOMPARE(csvCell(QStringLiteral("plain 'text'")), QStringLiteral("plain 'text'"));
        QCOMPARE(csvCell(QStringLiteral("a,b")), QStringLiteral("\"a,b\""));
        QCOMPARE(csvCell(QStringLiteral("a;b")), QStringLiteral("\"a;b\""));
        QCOMPARE(csvCell(QStringLiteral("5\"")), QStringLiteral("\"5\"\"\""));
        QCOMPARE(csvCell(QStringLiteral("a\nb")), QStringLiteral("\"a\nb\""));
        QCOMPARE(csvCell(QStringLiteral(" a")), QStringLiteral("\" a\""));
    }

    void guardsFormulas()
    {
        const auto check = [](const char *text, const char *guarded) {
            const QString plain = QString::fromUtf8(text);
            QCOMPARE(guardedFromFormulas(plain), QString::fromUtf8(guarded));
            QCOMPARE(withoutFormulaGuard(guardedFromFormulas(plain)), plain);
        };
        check("=1+1", "'=1+1");
        check("+1", "'+1");
        check("-", "'-");
        check("@home", "'@home");
        check("\tx", "'\tx");
        check("＝1", "'＝1");
        check("'=1", "''=1");
        check("''", "''");
        check("'n Sync", "'n Sync");
        check("a=b", "a=b");
        check("", "");
    }
};

SEGUE_TEST(TestCsvText)
#include "tst_CsvText.moc"
