// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/cover/PictureFile.h"
#include "app/web/Values.h"
#include "tests/app/playlist/CoverSamples.h"
#include "tests/support/TestMain.h"

#include <QImageReader>
#include <QRandomGenerator>

#include <cmath>

using namespace segue;
using namespace segue::playlist;
using namespace segue::test;

/// What cannot become a cover, and that it is told from what can: broken, huge and hostile files.
class TestCoverRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refuses_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("word"); // that the user must read

        const auto row = [](const char *name, const QByteArray &file, const char *word) {
            QTest::newRow(name) << file << QString::fromLatin1(word);
        };
        const QByteArray jpeg = written(noise(400, 300, 4), "jpeg");
        const QByteArray progressive = written(noise(400, 300, 4), "jpeg", 80, true);
        const QByteArray png = written(noise(400, 300, 4), "png");
        row("empty", QByteArray(), "empty");
        row("text", "Dear diary,\ntoday I drew a picture.\n", "not a picture");
        row("SVG", "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100'/>", "not a picture");
        row("TIFF", written(quarters(100, 100), "tiff"), "not a picture");
        row("JPEG, only the start", QByteArray("\xFF\xD8\xFF\xE0", 4), "cut off");
        row("JPEG, half", jpeg.left(jpeg.size() / 2), "cut off");
        row("JPEG, two bytes less", jpeg.chopped(2), "cut off");
        row("JPEG, one byte less", jpeg.chopped(1), "cut off");
        row("JPEG, filled up with zeros", jpeg.left(jpeg.size() / 2) + QByteArray(jpeg.size() / 2, '\0'), "cut off");
        row("JPEG, headers only", jpeg.left(jpeg.indexOf("\xFF\xDA")) + QByteArray("\xFF\xD9"), "cut off");
        row("JPEG, half, with a thumbnail",
            withSegment(jpeg.left(jpeg.size() / 2), char(0xE1), "Exif" + written(quarters(64, 64), "jpeg")), "cut off");
        row("JPEG, progressive, half", progressive.left(progressive.size() / 2), "cut off");
        row("JPEG, large, half", written(noise(2000, 1500, 4), "jpeg").left(100'000), "cut off");
        row("PNG, half", png.left(png.size() / 2), "cut off");
        row("PNG, only the header", png.left(40), "damaged");
        row("WebP, half", written(noise(400, 300, 4), "webp", 80).left(2000), "cut off");
        row("GIF, half", animatedGif().left(60), "cut off");
        row("BMP, half", written(quarters(400, 300), "bmp").left(100'000), "cut off");
        row("BMP, only the header", written(quarters(400, 300), "bmp").left(30), "cut off");
        row("BMP, endless", endlessBmp(), "cut off");
        row("1 x 1", written(quarters(1, 1), "jpeg"), "too small");
        row("63 x 64", written(quarters(63, 64), "png"), "too small");
        row("64 x 63", written(quarters(64, 63), "jpeg"), "too small");
        row("bomb, PNG", hugePng(20000, 10000), "200 megapixels");
        row("bomb, PNG, very long", hugePng(0x7FFFFFFF, 0x7FFFFFFF), "damaged");
        row("bomb, JPEG", claimedJpeg(20000, 10000), "200 megapixels");
        row("bomb, largest JPEG", claimedJpeg(65500, 65500), "megapixels");
        row("bomb, progressive JPEG of much memory", claimedJpeg(9900, 9900, true), "98");
        row("bomb, scans", scansBomb(), "too large");
        // The limit differs between versions of Qt; a pixel of a PNG takes four bytes.
        const int side = static_cast<int>(std::sqrt(QImageReader::allocationLimit() * 1024.0 * 1024 / 4)) + 8;
        row("large PNG beyond the allocation limit", hugePng(side, side), "megapixels");
        row("too many bytes", jpeg + QByteArray(maxPictureFileBytes, 'x'), "50");
    }

    void refuses()
    {
        QFETCH(QByteArray, file);
        QFETCH(QString, word);
        const Result<CoverPicture> cover = makeCoverPicture(file);
        QVERIFY(!cover);
        QCOMPARE(cover.error().kind, ErrorKind::InvalidInput);
        QVERIFY2(cover.error().userText.contains(word), qPrintable(cover.error().userText));
        QVERIFY2(cover.error().userText.endsWith(u'.'), qPrintable(cover.error().userText));
    }

    void takesTheSmallestAllowed()
    {
        GET(cover, written(quarters(64, 64), "jpeg"));
        QVERIFY(cover.unchanged);
    }

    void neverTakesABeginningForTheWhole_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("dispensable"); // bytes at the end that hold nothing of the (first) picture
        const QImage picture = noise(90, 70, 3);
        QTest::newRow("JPEG") << written(picture, "jpeg") << 0;
        QTest::newRow("progressive JPEG") << written(picture, "jpeg", 80, true) << 0;
        QTest::newRow("PNG") << written(picture, "png") << 16;
        QTest::newRow("WebP") << written(picture, "webp", 80) << 1;
        QTest::newRow("BMP") << written(picture, "bmp").left(10'000) << 0;
        QTest::newRow("GIF") << animatedGif() << int(animatedGif().size() / 2 + 10);
    }

    void neverTakesABeginningForTheWhole()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, dispensable);
        for (qsizetype size = 0; size < file.size() - dispensable; size += 7) {
            const Result<CoverPicture> cover = makeCoverPicture(file.left(size));
            QVERIFY2(!cover, qPrintable(QStringLiteral("%1 of %2 bytes").arg(size).arg(file.size())));
            QVERIFY(!cover.error().userText.isEmpty());
        }
    }

    void survivesDamagedFiles()
    {
        QRandomGenerator random(11);
        for (const char *format : {"jpeg", "png", "webp", "bmp"}) {
            const QByteArray whole = written(noise(90, 70, 3), format, 80);
            for (int round = 0; round < 60; ++round) {
                QByteArray file = whole;
                for (int hit = 0; hit < 3; ++hit)
                    file[qsizetype(random.bounded(quint32(file.size())))] = char(random.bounded(256));
                const Result<CoverPicture> cover = makeCoverPicture(file); // either is fine, but no crash
                QVERIFY(cover ? base64Size(cover->jpeg) <= web::maxCoverBase64Bytes
                              : cover.error().userText.endsWith(u'.'));
            }
        }
    }
};

SEGUE_TEST(TestCoverRefusals)
#include "tst_CoverRefusals.moc"
