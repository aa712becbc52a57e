// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/exchange/Export.h"
#include "app/playlist/exchange/Import.h"
#include "tests/app/playlist/ExchangeSamples.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>
#include <QTimeZone>

#include <algorithm>
#include <array>

using namespace segue;
using namespace segue::playlist;
using segue::test::awkwardList;
using segue::test::trackUri;

/// What was exported comes back, as far as the format can hold it.
class TestExchangeRoundTrip : public QObject
{
    Q_OBJECT

    static Result<ImportedPlaylists> thereAndBack(const ExchangeList &list, ExchangeFormat format,
                                                  const CsvOptions &options = {})
    {
        return importPlaylists(exportPlaylist(list, format, options));
    }

    static void compare(const QList<ExchangeRow> &found, const QList<ExchangeRow> &expected)
    {
        for (qsizetype i = 0; i < std::min(found.size(), expected.size()); ++i) {
            QCOMPARE(found.at(i).uri, expected.at(i).uri);
            QCOMPARE(found.at(i).title, expected.at(i).title);
            QCOMPARE(found.at(i).artists, expected.at(i).artists);
            QCOMPARE(found.at(i).album, expected.at(i).album);
            QCOMPARE(found.at(i).isrc, expected.at(i).isrc);
            QCOMPARE(found.at(i).length.count(), expected.at(i).length.count());
            QCOMPARE(found.at(i).addedAt, expected.at(i).addedAt);
            QCOMPARE(found.at(i).addedBy, expected.at(i).addedBy);
        }
        QCOMPARE(found.size(), expected.size());
    }

    /// What an M3U holds: texts in one line, the artists as one, whole seconds.
    static ExchangeRow asM3u(const ExchangeRow &row)
    {
        if (row.uri.startsWith(QLatin1String("spotify:local:")))
            return row;
        const auto line = [](QString text) {
            for (QChar &c : text)
                c = c < u' ' ? u' ' : c;
            return text.trimmed();
        };
        ExchangeRow held;
        held.uri = row.uri;
        held.title = line(row.title);
        if (!row.artists.isEmpty())
            held.artists = QStringList{line(row.artists.join(QStringLiteral(", ")))};
        held.album = line(row.album);
        held.length = row.length;
        return held;
    }

    static QString randomText(QRandomGenerator &random, bool controls)
    {
        static const QString favourites = QStringLiteral("\"',;\t\n\r=+-@\\/ <>&[]{}#:|%$０＝א中é");
        QString text;
        const int length = random.bounded(12);
        for (int i = 0; i < length; ++i) {
            switch (random.bounded(4)) {
            case 0:
                text += favourites.at(random.bounded(int(favourites.size())));
                break;
            case 1:
                text += QChar(random.bounded(0x20, 0x7F));
                break;
            case 2: {
                const char32_t emoji = 0x1F300 + random.bounded(0x200);
                text += QString::fromUcs4(&emoji, 1);
                break;
            }
            default: {
                char16_t code = char16_t(random.bounded(1, 0xFFFE));
                if (QChar::isSurrogate(code) || (!controls && code < 0x20))
                    code = u'ü';
                text += QChar(code);
            }
            }
        }
        return text;
    }

    static ExchangeList randomList(QRandomGenerator &random, bool controls)
    {
        ExchangeList list;
        const int rows = 1 + random.bounded(6);
        for (int i = 0; i < rows; ++i) {
            ExchangeRow row;
            if (random.bounded(4) > 0)
                row.uri = trackUri(random.bounded(1000));
            row.title = randomText(random, controls);
            for (int artists = random.bounded(4); artists > 0; --artists) {
                if (const QString name = randomText(random, controls); !name.isEmpty())
                    row.artists.append(name);
            }
            row.album = randomText(random, controls);
            row.isrc = randomText(random, controls);
            if (random.bounded(2) > 0)
                row.length = std::chrono::milliseconds(random.bounded(1'000'000));
            if (random.bounded(2) > 0)
                row.addedAt = QDateTime::fromMSecsSinceEpoch(random.bounded(1'800'000'000) * qint64(1000) +
                                                             (random.bounded(2) > 0 ? random.bounded(1000) : 0))
                                  .toUTC();
            row.addedBy = randomText(random, controls);
            if (!row.namesNothing())
                list.rows.append(row);
        }
        return list;
    }

private Q_SLOTS:
    void jsonHoldsEverything()
    {
        const auto back = thereAndBack(awkwardList(), ExchangeFormat::Json);
        QVERIFY(back.has_value());
        QCOMPARE(back->format, ExchangeFormat::Json);
        QCOMPARE(back->skippedCount, 0);
        QCOMPARE(back->lists.size(), 1);
        compare(back->lists.first().rows, awkwardList().rows);
        QCOMPARE(back->lists.first(), awkwardList());
    }

    void xspfHoldsEverything()
    {
        const auto back = thereAndBack(awkwardList(), ExchangeFormat::Xspf);
        QVERIFY(back.has_value());
        QCOMPARE(back->format, ExchangeFormat::Xspf);
        QCOMPARE(back->skippedCount, 0);
        compare(back->joined().rows, awkwardList().rows);
        QCOMPARE(back->joined().name, awkwardList().name);
        QCOMPARE(back->joined().description, awkwardList().description);
    }

    void csvHoldsEveryRow()
    {
        for (const bool byteOrderMark : {false, true}) {
            const auto back =
                thereAndBack(awkwardList(), ExchangeFormat::Csv, CsvOptions{.byteOrderMark = byteOrderMark});
            QVERIFY(back.has_value());
            QCOMPARE(back->format, ExchangeFormat::Csv);
            QCOMPARE(back->skippedCount, 0);
            compare(back->joined().rows, awkwardList().rows);
            QCOMPARE(back->joined().name, QString());
        }
    }

    void m3uHoldsLinksAndNames()
    {
        const auto back = thereAndBack(awkwardList(), ExchangeFormat::M3u8);
        QVERIFY(back.has_value());
        QCOMPARE(back->format, ExchangeFormat::M3u8);
        QCOMPARE(back->skippedCount, 0);
        QCOMPARE(back->joined().name, awkwardList().name);
        QList<ExchangeRow> expected;
        for (const ExchangeRow &row : awkwardList().rows)
            expected.append(asM3u(row));
        compare(back->joined().rows, expected);
    }

    void linksHoldTheLinks()
    {
        const auto back = thereAndBack(awkwardList(), ExchangeFormat::Links);
        QVERIFY(back.has_value());
        QCOMPARE(back->format, ExchangeFormat::Links);
        QCOMPARE(back->skippedCount, 0);
        QStringList expected;
        for (const ExchangeRow &row : awkwardList().rows)
            expected.append(row.uri);
        QStringList found;
        for (const ExchangeRow &row : back->joined().rows)
            found.append(row.uri);
        QCOMPARE(found, expected);
    }

    /// They cannot be added anywhere, so they come back as what was skipped; where they stood is known.
    void nullEntriesAreTold_data()
    {
        QTest::addColumn<ExchangeFormat>("format");
        QTest::addColumn<int>("line");
        QTest::newRow("csv") << ExchangeFormat::Csv << 3;
        QTest::newRow("json") << ExchangeFormat::Json << 2;
        QTest::newRow("xspf") << ExchangeFormat::Xspf << 8;
    }

    void nullEntriesAreTold()
    {
        QFETCH(ExchangeFormat, format);
        QFETCH(int, line);
        ExchangeRow track;
        track.uri = trackUri(1);
        ExchangeRow null;
        null.addedBy = QStringLiteral("lena");
        const auto back = thereAndBack(ExchangeList{{}, {}, {track, null, track}}, format);
        QVERIFY(back.has_value());
        compare(back->joined().rows, {track, track});
        QCOMPARE(back->skippedCount, 1);
        QCOMPARE(back->skipped.first().why, SkippedLine::Why::Empty);
        QCOMPARE(back->skipped.first().line, line);
    }

    void m3uAndLinksKnowNoNullEntries()
    {
        ExchangeRow track;
        track.uri = trackUri(1);
        for (const auto format : {ExchangeFormat::M3u8, ExchangeFormat::Links}) {
            const auto back = thereAndBack(ExchangeList{{}, {}, {track, ExchangeRow{}, track}}, format);
            QVERIFY(back.has_value());
            compare(back->joined().rows, {track, track});
            QCOMPARE(back->skippedCount, 0);
        }
    }

    void randomTextsComeBack_data()
    {
        QTest::addColumn<ExchangeFormat>("format");
        QTest::addColumn<bool>("controls");
        QTest::newRow("csv") << ExchangeFormat::Csv << true;
        QTest::newRow("json") << ExchangeFormat::Json << true;
        QTest::newRow("xspf") << ExchangeFormat::Xspf << false;
    }

    void randomTextsComeBack()
    {
        QFETCH(ExchangeFormat, format);
        QFETCH(bool, controls);
        QRandomGenerator random(20240501);
        for (int round = 0; round < 500; ++round) {
            const ExchangeList list = randomList(random, controls);
            if (list.rows.isEmpty())
                continue;
            const auto back = thereAndBack(list, format);
            QVERIFY2(back.has_value(), qPrintable(QString::number(round)));
            compare(back->joined().rows, list.rows);
            if (QTest::currentTestFailed()) {
                qWarning("round %d: %s", round, exportPlaylist(list, format).constData());
                return;
            }
            QCOMPARE(back->skippedCount, 0);
        }
    }

    void tenThousandRowsComeBack()
    {
        ExchangeList list;
        for (int i = 0; i < 10'000; ++i) {
            ExchangeRow row;
            row.uri = trackUri(i);
            row.title = QStringLiteral("Song %1").arg(i);
            list.rows.append(row);
        }
        for (const auto format :
             {ExchangeFormat::Csv, ExchangeFormat::M3u8, ExchangeFormat::Xspf, ExchangeFormat::Json}) {
            const auto back = thereAndBack(list, format);
            QVERIFY(back.has_value());
            QCOMPARE(back->joined().rows, list.rows);
        }
    }
};

SEGUE_TEST(TestExchangeRoundTrip)
#include "tst_ExchangeRoundTrip.moc"
