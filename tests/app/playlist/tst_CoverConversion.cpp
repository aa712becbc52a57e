// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/cover/PictureFile.h"
#include "tests/app/playlist/CoverSamples.h"
#include "tests/support/TestMain.h"

#include <QColorSpace>
#include <QPainter>

using namespace segue;
using namespace segue::playlist;
using namespace segue::test;

/// Pictures of every kind look the same as the JPEG that is sent.
class TestCoverConversion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
};

SEGUE_TEST(TestCoverConversion)
#include "tst_CoverConversion.moc"
