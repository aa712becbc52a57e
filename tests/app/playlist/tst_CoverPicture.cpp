// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/cover/CoverEncoder.h"
#include "app/web/Values.h"
#include "tests/app/playlist/CoverSamples.h"
#include "tests/support/TestMain.h"

#include <QBuffer>
#include <QFile>
#include <QImageWriter>
#include <QTemporaryDir>
#include <QtConcurrentRun>

#include <sys/stat.h>

using namespace segue;
using namespace segue::playlist;
using namespace segue::test;

/// What is sent of a picture: the file itself where that is possible, as much of it as fits where it is not.
class TestCoverPicture : public QObject
{
    Q_OBJECT

    static bool write(const QString &path, const QByteArray &contents)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(contents) == contents.size();
    }

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

    void takesLargePhotographs()
    {
        GET(cover, written(noise(9000, 7000, 100), "jpeg", 50)); // 63 megapixels
        QVERIFY(!cover.unchanged);
        QVERIFY(std::min(cover.width, cover.height) >= 640);
        QVERIFY(base64Size(cover.jpeg) <= web::maxCoverBase64Bytes);
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
};

SEGUE_TEST(TestCoverPicture)
#include "tst_CoverPicture.moc"
