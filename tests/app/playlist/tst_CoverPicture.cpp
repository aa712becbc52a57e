// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/cover/CoverEncoder.h"
#include "app/playlist/cover/CoverPicture.h"
#include "app/playlist/cover/PictureFile.h"
#include "app/web/Values.h"
#include "tests/support/TestMain.h"

#include <QBuffer>
#include <QColorSpace>
#include <QFile>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtConcurrentRun>
#include <QtEndian>

#include <cmath>
#include <sys/stat.h>

using namespace segue;
using namespace segue::playlist;

namespace
{

QByteArray written(const QImage &image, const char *format, int quality = -1, bool progressive = false)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, format);
    writer.setQuality(quality);
    writer.setProgressiveScanWrite(progressive);
    return writer.write(image) ? bytes : QByteArray();
}

/// Four flat quarters: red, green / blue, yellow. Shows turning, mirroring and cropping.
QImage quarters(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    QPainter painter(&image);
    const int w = width / 2;
    const int h = height / 2;
    painter.fillRect(0, 0, w, h, Qt::red);
    painter.fillRect(w, 0, width - w, h, Qt::green);
    painter.fillRect(0, h, w, height - h, Qt::blue);
    painter.fillRect(w, h, width - w, height - h, Qt::yellow);
    return image;
}

/// Noise: the worst there is to compress. `grain` is the size of its dots.
QImage noise(int width, int height, int grain = 1)
{
    QRandomGenerator random(7);
    QImage image((width + grain - 1) / grain, (height + grain - 1) / grain, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, random.generate());
    }
    return image.scaled(width, height, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// Puts a segment behind the start of a JPEG.
QByteArray withSegment(QByteArray jpeg, char marker, const QByteArray &payload)
{
    QByteArray segment("\xFF");
    segment += marker;
    segment.resize(4);
    qToBigEndian(quint16(payload.size() + 2), segment.data() + 2);
    return jpeg.insert(2, segment + payload);
}

QByteArray withOrientation(const QByteArray &jpeg, char orientation)
{
    static const QByteArray before = QByteArray::fromHex("457869660000"     // "Exif"
                                                         "4d4d002a00000008" // big-endian TIFF
                                                         "0001"
                                                         "0112"
                                                         "0003"
                                                         "00000001"
                                                         "00");
    return withSegment(jpeg, char(0xE1), before + orientation + QByteArray(6, '\0'));
}

/// Pads a JPEG with comments to exactly that size.
QByteArray paddedTo(QByteArray jpeg, qsizetype size)
{
    while (jpeg.size() < size) {
        const qsizetype left = size - jpeg.size();
        jpeg =
            withSegment(jpeg, char(0xFE), QByteArray(std::min<qsizetype>(left > 60004 ? 60000 : left - 4, 60000), 'x'));
    }
    return jpeg;
}

/// A PNG that claims to have that size and holds the beginning of its rows.
QByteArray hugePng(quint32 width, quint32 height)
{
    QByteArray png = written(QImage(100, 100, QImage::Format_RGB32), "png");
    qToBigEndian(width, png.data() + 16);
    qToBigEndian(height, png.data() + 20);
    quint32 crc = 0xFFFFFFFF;
    for (char byte : png.mid(12, 17)) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320 : 0);
    }
    qToBigEndian(~crc, png.data() + 29);
    return png;
}

/// A JPEG with another size in its header.
QByteArray claimedJpeg(quint16 width, quint16 height, bool progressive = false)
{
    QByteArray jpeg = written(quarters(100, 100), "jpeg", 80, progressive);
    const qsizetype frame = jpeg.indexOf(QByteArray(progressive ? "\xFF\xC2" : "\xFF\xC0"));
    qToBigEndian(height, jpeg.data() + frame + 5);
    qToBigEndian(width, jpeg.data() + frame + 7);
    return jpeg;
}

/// 64 × 64, all of it red ink (magenta and yellow), with Adobe's inverted CMYK; made with libjpeg.
const QByteArray &cmykJpeg()
{
    static const QByteArray jpeg = QByteArray::fromBase64(
        "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAQCwwODAoQDg0OEhEQExgoGhgWFhgxIyUdKDozPTw5Mzg3QEhcTkBEV0U3OFBtUVdfYmdo"
        "Zz5NcXlwZHhcZWdj/8AAFAgAQABABEMRAE0RAFkRAEsRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAAH/8QAFBABAAAAAAAAAAAAAAAAAAAA"
        "AP/aAA4EQwBNAFkASwAAPwCgJ+n6gAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        "AP/Z");
    return jpeg;
}

qint64 base64Size(const QByteArray &jpeg)
{
    return jpeg.toBase64().size();
}

bool isNear(QRgb pixel, const QColor &wanted)
{
    return std::abs(qRed(pixel) - wanted.red()) < 16 && std::abs(qGreen(pixel) - wanted.green()) < 16 &&
           std::abs(qBlue(pixel) - wanted.blue()) < 16;
}

/// The colour at a place given in parts of the whole.
QRgb at(const QImage &image, double x, double y)
{
    return image.pixel(int(x * image.width()), int(y * image.height()));
}

QImage decoded(const CoverPicture &cover)
{
    return QImage::fromData(cover.jpeg, "jpeg");
}

} // namespace

// The error's text is part of what a failure prints.
#define GET(cover, input)                                                                                              \
    const Result<CoverPicture> result_##cover = makeCoverPicture(input);                                               \
    QVERIFY2(result_##cover, result_##cover ? "" : qPrintable(result_##cover.error().userText));                       \
    const CoverPicture &cover = *result_##cover

class TestCoverPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void jpegThatFitsGoesUpAsItIs_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::newRow("colour") << written(quarters(800, 600), "jpeg");
        QTest::newRow("grey") << written(quarters(800, 600).convertToFormat(QImage::Format_Grayscale8), "jpeg");
        QTest::newRow("progressive") << written(quarters(800, 600), "jpeg", 80, true);
        QTest::newRow("upright by EXIF") << withOrientation(written(quarters(800, 600), "jpeg"), 1);
        QTest::newRow("trailing bytes") << written(quarters(800, 600), "jpeg") + QByteArray(100, 'x');
        QTest::newRow("as large as can be")
            << paddedTo(written(quarters(800, 600), "jpeg"), web::maxCoverBase64Bytes / 4 * 3);
    }

    void jpegThatFitsGoesUpAsItIs()
    {
        QFETCH(QByteArray, file);
        GET(cover, file);
        QCOMPARE(cover.jpeg, file);
        QVERIFY(cover.unchanged);
        QVERIFY(cover.remark.isEmpty());
        QCOMPARE(QSize(cover.width, cover.height), QSize(800, 600));
        QCOMPARE(cover.preview.size(), QSize(600, 600));
        QVERIFY(base64Size(cover.jpeg) <= web::maxCoverBase64Bytes);
    }

    void jpegOfOneByteTooManyIsEncoded()
    {
        const QByteArray file = paddedTo(written(quarters(800, 600), "jpeg"), web::maxCoverBase64Bytes / 4 * 3 + 1);
        QVERIFY(base64Size(file) > web::maxCoverBase64Bytes);
        GET(cover, file);
        QVERIFY(!cover.unchanged);
        QVERIFY(!cover.remark.isEmpty());
        QCOMPARE(QSize(cover.width, cover.height), QSize(800, 600));
        QVERIFY(base64Size(cover.jpeg) <= web::maxCoverBase64Bytes);
        QVERIFY(isNear(at(decoded(cover), 0.25, 0.25), Qt::red));
    }

    void keepsAsMuchAsFits_data()
    {
        QTest::addColumn<QImage>("picture");
        QTest::addColumn<int>("leastSide");
        QTest::newRow("photograph") << noise(4000, 3000, 40) << 800;
        QTest::newRow("rough photograph") << noise(3000, 4000, 6) << 640;
        QTest::newRow("fine noise") << noise(1500, 1500) << 200;
        QTest::newRow("banner") << noise(6000, 300, 3) << 64;
        QTest::newRow("strip") << noise(9000, 64, 5) << 32;
    }

    void keepsAsMuchAsFits()
    {
        QFETCH(QImage, picture);
        QFETCH(int, leastSide);
        GET(cover, written(picture, "jpeg", 100));
        QVERIFY(!cover.unchanged);
        const qint64 size = base64Size(cover.jpeg);
        QVERIFY2(size <= web::maxCoverBase64Bytes, qPrintable(QString::number(size)));
        QVERIFY2(size > web::maxCoverBase64Bytes / 2, qPrintable(QString::number(size))); // no room wasted
        QCOMPARE(decoded(cover).size(), QSize(cover.width, cover.height));
        QVERIFY2(std::min(cover.width, cover.height) >= leastSide, qPrintable(QString::number(cover.width)));
        const double ratio = double(picture.width()) / picture.height();
        QVERIFY(std::abs(cover.width - ratio * cover.height) <= ratio + 1); // nothing cropped or squeezed
        QVERIFY(cover.remark.contains(QLocale().toString(cover.width)));
    }

    void prefersSizeToQualityBelow640()
    {
        const auto cover = encodeToFit(noise(1200, 900, 2), 187'000);
        QVERIFY(cover);
        QCOMPARE(cover->size, QSize(853, 640));
        QVERIFY(cover->quality >= 60 && cover->quality < 85);
        const auto roomy = encodeToFit(noise(640, 640, 40), 187'000);
        QVERIFY(roomy);
        QCOMPARE(roomy->quality, 95);
    }

    void usesTheRoomThereIs()
    {
        // Five grains, so that the limit falls at different qualities.
        QSet<int> qualities;
        for (int grain = 2; grain < 7; ++grain) {
            const QImage picture = noise(640, 640, grain);
            const auto cover = encodeToFit(picture, 150'000);
            QVERIFY(cover);
            QCOMPARE(cover->size, picture.size());
            qualities += cover->quality;
            QByteArray better;
            QBuffer buffer(&better);
            QImageWriter writer(&buffer, "jpeg");
            writer.setOptimizedWrite(true);
            writer.setQuality(cover->quality + 1);
            QVERIFY(writer.write(picture));
            QVERIFY(better.size() > 150'000 || cover->quality == 95);
        }
        QVERIFY(qualities.size() > 2);
    }

    void convertsOtherFormats_data()
    {
        QTest::addColumn<QByteArray>("format");
        for (const char *format : {"png", "webp", "bmp"})
            QTest::newRow(format) << QByteArray(format);
    }

    void convertsOtherFormats()
    {
        QFETCH(QByteArray, format);
        const QByteArray file = written(quarters(900, 700), format.constData(), 100);
        QVERIFY2(!file.isEmpty(), "Qt cannot write this format here: is qt6-image-formats-plugins missing?");
        GET(cover, file);
        QVERIFY(!cover.unchanged);
        QVERIFY(cover.remark.contains(QString::fromLatin1(format.toUpper())));
        QVERIFY(!cover.remark.contains(QLatin1String("first")));
        QCOMPARE(QSize(cover.width, cover.height), QSize(900, 700));
        QCOMPARE(pictureFormat(cover.jpeg), PictureFormat::Jpeg);
        const QImage sent = decoded(cover);
        QVERIFY(isNear(at(sent, 0.1, 0.1), QColor(Qt::red)));
        QVERIFY(isNear(at(sent, 0.9, 0.1), QColor(Qt::green)));
        QVERIFY(isNear(at(sent, 0.1, 0.9), QColor(Qt::blue)));
        QVERIFY(isNear(at(sent, 0.9, 0.9), QColor(Qt::yellow)));
    }

    void takesTheFirstPictureOfAnAnimation()
    {
        const QByteArray gif = animatedGif();
        GET(cover, gif);
        QCOMPARE(QSize(cover.width, cover.height), QSize(64, 64));
        QVERIFY(isNear(at(decoded(cover), 0.5, 0.5), Qt::red));
        QVERIFY(cover.remark.contains(QLatin1String("GIF")));
        QVERIFY(cover.remark.contains(QLatin1String("first")));
    }

    void laysTransparentPartsOnAPlainBackground_data()
    {
        QTest::addColumn<QColor>("ink");
        QTest::addColumn<QColor>("background");
        QTest::newRow("dark on white") << QColor(Qt::black) << QColor(Qt::white);
        QTest::newRow("white on dark") << QColor(Qt::white) << QColor(0x18, 0x18, 0x18);
    }

    void laysTransparentPartsOnAPlainBackground()
    {
        QFETCH(QColor, ink);
        QFETCH(QColor, background);
        QImage logo(300, 300, QImage::Format_ARGB32);
        logo.fill(Qt::transparent);
        QPainter(&logo).fillRect(100, 100, 100, 100, ink);
        GET(cover, written(logo, "png"));
        QVERIFY(isNear(at(decoded(cover), 0.5, 0.5), ink));
        QVERIFY(isNear(at(decoded(cover), 0.1, 0.1), background));
        QVERIFY(cover.remark.contains(QLatin1String("transparent")));
    }

    void saysNothingOfTransparencyWhereThereIsNone()
    {
        GET(cover, written(quarters(300, 300).convertToFormat(QImage::Format_ARGB32), "png"));
        QVERIFY(!cover.remark.contains(QLatin1String("transparent")));
    }

    void understandsUnusualPixels_data()
    {
        QTest::addColumn<QImage>("picture");
        const QImage picture = quarters(300, 200);
        QTest::newRow("16 bits") << picture.convertToFormat(QImage::Format_RGBX64);
        QTest::newRow("16 bits, alpha") << picture.convertToFormat(QImage::Format_RGBA64);
        QTest::newRow("palette") << picture.convertToFormat(QImage::Format_Indexed8);
        QImage wide = picture;
        wide.setColorSpace(QColorSpace::SRgb);
        QTest::newRow("Display P3") << wide.convertedToColorSpace(QColorSpace::DisplayP3);
    }

    void understandsUnusualPixels()
    {
        QFETCH(QImage, picture);
        GET(cover, written(picture, "png"));
        QVERIFY(isNear(at(decoded(cover), 0.1, 0.1), QColor(Qt::red)));
        QVERIFY(isNear(at(decoded(cover), 0.9, 0.9), QColor(Qt::yellow)));
    }

    void understandsGrey()
    {
        for (const QImage::Format format :
             {QImage::Format_Grayscale8, QImage::Format_Grayscale16, QImage::Format_Mono}) {
            QImage picture(200, 100, QImage::Format_RGB32);
            picture.fill(Qt::black);
            QPainter(&picture).fillRect(100, 0, 100, 100, Qt::white);
            GET(cover, written(picture.convertToFormat(format), "png"));
            QVERIFY(isNear(at(decoded(cover), 0.25, 0.5), Qt::black));
            QVERIFY(isNear(at(decoded(cover), 0.75, 0.5), Qt::white));
        }
    }

    void convertsCmyk()
    {
        GET(cover, cmykJpeg());
        QVERIFY(!cover.unchanged); // not every viewer shows the same colours
        QCOMPARE(jpegFacts(cover.jpeg).components, 3);
        QVERIFY(isNear(at(decoded(cover), 0.5, 0.5), Qt::red));
        QVERIFY(cover.remark.contains(QLatin1String("CMYK")));
    }

    void turnsUpright_data()
    {
        QTest::addColumn<int>("orientation");
        QTest::addColumn<QList<QColor>>("corners"); // top left, top right, bottom left
        const QColor red(Qt::red);
        const QColor green(Qt::green);
        const QColor blue(Qt::blue);
        const QColor yellow(Qt::yellow);
        QTest::newRow("mirrored") << 2 << QList<QColor>{green, red, yellow};
        QTest::newRow("upside down") << 3 << QList<QColor>{yellow, blue, green};
        QTest::newRow("to the right") << 6 << QList<QColor>{blue, red, yellow};
        QTest::newRow("to the left") << 8 << QList<QColor>{green, yellow, red};
    }

    void turnsUpright()
    {
        QFETCH(int, orientation);
        QFETCH(QList<QColor>, corners);
        const QSize upright = orientation > 4 ? QSize(300, 400) : QSize(400, 300);
        GET(cover, withOrientation(written(quarters(400, 300), "jpeg", 95), char(orientation)));
        QCOMPARE(QSize(cover.width, cover.height), upright);
        const QImage sent = decoded(cover); // without its EXIF data: what is seen is what is stored
        QCOMPARE(sent.size(), upright);
        QVERIFY(isNear(at(sent, 0.1, 0.1), corners[0]));
        QVERIFY(isNear(at(sent, 0.9, 0.1), corners[1]));
        QVERIFY(isNear(at(sent, 0.1, 0.9), corners[2]));
        QVERIFY(isNear(at(cover.preview, 0.1, 0.1), corners[0]));
        QVERIFY(cover.remark.contains(QLatin1String("upright")));
        QVERIFY(!cover.remark.contains(QLatin1String("Scaled")));
    }

    void turnsLargePhotographsUprightToo()
    {
        GET(cover, withOrientation(written(quarters(3000, 2400), "jpeg", 95), 6));
        QVERIFY(cover.width < cover.height);
        QVERIFY(isNear(at(decoded(cover), 0.1, 0.1), Qt::blue));
        QVERIFY(cover.remark.contains(QLocale().toString(2400)));
    }

    void previewIsTheSquareInTheMiddle()
    {
        QImage wide(1600, 800, QImage::Format_RGB32);
        wide.fill(Qt::red);
        QPainter(&wide).fillRect(400, 0, 800, 800, Qt::green);
        for (const char *format : {"jpeg", "png"}) {
            GET(cover, written(wide, format));
            QCOMPARE(QSize(cover.width, cover.height), QSize(1600, 800)); // sent whole
            QVERIFY(isNear(at(decoded(cover), 0.05, 0.5), Qt::red));
            QCOMPARE(cover.preview.size(), QSize(640, 640));
            QVERIFY(isNear(at(cover.preview, 0.03, 0.5), Qt::green));
            QVERIFY(isNear(at(cover.preview, 0.97, 0.5), Qt::green));
        }
    }

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

    void takesLargePhotographs()
    {
        GET(cover, written(noise(9000, 7000, 100), "jpeg", 50)); // 63 megapixels
        QVERIFY(!cover.unchanged);
        QVERIFY(std::min(cover.width, cover.height) >= 640);
        QVERIFY(base64Size(cover.jpeg) <= web::maxCoverBase64Bytes);
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

    void readsFiles()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("überall & \u97F3\u697D.png")); // its name says nothing
        const QByteArray jpeg = written(quarters(200, 200), "jpeg");
        QVERIFY(write(path, jpeg));
        GET(cover, path);
        QCOMPARE(cover.jpeg, jpeg);
    }

    void refusesWhatIsNoFile()
    {
        const QTemporaryDir dir;
        const QString pipe = dir.filePath(QStringLiteral("pipe.jpg"));
        QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
        const QString sparse = dir.filePath(QStringLiteral("sparse.jpg"));
        QVERIFY(write(sparse, written(quarters(200, 200), "jpeg")));
        QVERIFY(QFile::resize(sparse, qint64(1) << 40)); // a terabyte, on paper

        const QList<std::pair<QString, ErrorKind>> cases{
            {dir.path(), ErrorKind::InvalidInput}, {pipe, ErrorKind::InvalidInput},
            {sparse, ErrorKind::InvalidInput},     {dir.filePath(QStringLiteral("nothing.jpg")), ErrorKind::Local},
            {QString(), ErrorKind::Local},
        };
        for (const auto &[path, kind] : cases) {
            const Result<CoverPicture> cover = makeCoverPicture(path);
            QVERIFY(!cover);
            QCOMPARE(cover.error().kind, kind);
            QVERIFY(cover.error().userText.endsWith(u'.'));
        }
    }

    void sameFileGivesSameBytesOnAnyThread()
    {
        const QByteArray file = written(noise(1000, 800, 2), "png");
        GET(first, file);
        QList<QFuture<QByteArray>> others;
        for (int i = 0; i < 4; ++i) {
            others += QtConcurrent::run([file] {
                const Result<CoverPicture> cover = makeCoverPicture(file);
                return cover ? cover->jpeg : QByteArray();
            });
        }
        for (QFuture<QByteArray> &other : others)
            QCOMPARE(other.result(), first.jpeg);
    }

private:
    /// Two pictures of 64 × 64, red and blue. Qt writes no GIF, so this is one by hand: codes of 3 bits, and a clear
    /// code often enough that they never grow.
    static QByteArray animatedGif()
    {
        const auto frame = [](int colour) -> QByteArray {
            QByteArray data;
            quint32 bits = 0;
            int count = 0;
            const auto put = [&](quint32 code) {
                bits |= code << count;
                for (count += 3; count >= 8; count -= 8, bits >>= 8)
                    data += char(bits & 0xFF);
            };
            for (int pixel = 0; pixel < 64 * 64; ++pixel) {
                if (pixel % 2 == 0)
                    put(4);
                put(quint32(colour));
            }
            put(5);
            data += char(bits & 0xFF);
            QByteArray image = QByteArray::fromHex("21f904000a000000"
                                                   "2c00000000400040000002");
            for (qsizetype at = 0; at < data.size(); at += 255) {
                const QByteArray block = data.mid(at, 255);
                image += char(block.size()) + block;
            }
            return image + '\0';
        };
        return QByteArray("GIF89a") +
               QByteArray::fromHex("40004000910000"
                                   "ff0000"
                                   "0000ff"
                                   "000000"
                                   "ffffff") +
               frame(0) + frame(1) + ';';
    }

    /// One picture whose only scan comes two hundred times.
    static QByteArray scansBomb()
    {
        QByteArray jpeg = written(quarters(100, 100), "jpeg");
        const qsizetype scan = jpeg.indexOf("\xFF\xDA");
        const QByteArray again = jpeg.mid(scan, jpeg.size() - scan - 2);
        return jpeg.insert(scan, again.repeated(200));
    }

    static bool write(const QString &path, const QByteArray &contents)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size();
    }
};

SEGUE_TEST(TestCoverPicture)
#include "tst_CoverPicture.moc"
