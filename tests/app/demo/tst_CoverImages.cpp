// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/DemoTestSupport.h"
#include "tests/support/TestMain.h"

#include <QBuffer>
#include <QImage>
#include <QRandomGenerator>

using namespace segue::demo;
using namespace segue::demo::test;

/// The image files, and the upload of a playlist's cover.
class TestCoverImages : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;
    QString m_images;

    static QByteArray jpeg(int side, int quality = 90)
    {
        QImage image(side, side, QImage::Format_RGB32);
        image.fill(QColor(200, 40, 90));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, "JPEG", quality);
        return bytes;
    }

    Reply upload(const QByteArray &text, const QByteArray &type = "image/jpeg")
    {
        return m_bench->send("PUT", m_images, text, type);
    }

    QJsonArray images(const char *name)
    {
        return m_bench->get(QStringLiteral("/v1/playlists/") + m_bench->playlist(QString::fromUtf8(name)))
            .list("images");
    }

    Reply file(const QJsonValue &image)
    {
        return m_bench->get(image[QLatin1String("url")].toString().remove(m_bench->standIn.accountsUrl().toString()));
    }

private Q_SLOTS:
    void init()
    {
        m_bench = std::make_unique<Bench>(small());
        m_images = QStringLiteral("/v1/playlists/%1/images").arg(m_bench->playlist(QStringLiteral("Sunday kitchen")));
    }

    void everyKindOfPicture()
    {
        QCOMPARE(images("Empty for now").size(), 0);
        const QJsonArray one = images("Two songs"); // fewer than four albums
        QCOMPARE(one.size(), 1);
        QCOMPARE(one[0][QLatin1String("width")].toInt(), 640);
        const QJsonArray mosaic = images("Sunday kitchen");
        QCOMPARE(mosaic.size(), 3);
        const QJsonArray custom = images("Night drive");
        QCOMPARE(custom.size(), 1);
        QVERIFY(custom[0][QLatin1String("width")].isNull() && custom[0][QLatin1String("height")].isNull());
        m_bench->token.clear(); // images need none
        for (const QJsonValue &image : mosaic) {
            const Reply got = file(image);
            QCOMPARE(got.status, 200);
            QCOMPARE(got.headers.value("content-type"), QByteArray("image/jpeg"));
            const QImage picture = QImage::fromData(got.body);
            QCOMPARE(picture.width(), image[QLatin1String("width")].toInt());
            QCOMPARE(picture.height(), picture.width());
        }
        QVERIFY(!QImage::fromData(file(custom[0]).body).isNull());
        QVERIFY(!QImage::fromData(file(one[0]).body).isNull());
        QCOMPARE(m_bench->get(QStringLiteral("/image/nothing")).status, 404);
        QCOMPARE(m_bench->get(QStringLiteral("/mosaic/640/x")).status, 404);
    }

    void albumCoversAreTheirOwnAndAlwaysTheSame()
    {
        const QString path =
            m_bench->itemsPath(m_bench->playlist(QStringLiteral("Night drive"))) + QStringLiteral("?limit=50");
        const auto picture = [&](int row) {
            return file(m_bench->get(path)
                            .list()[row][QLatin1String("item")][QLatin1String("album")][QLatin1String("images")][2])
                .body;
        };
        const QByteArray first = picture(0);
        QVERIFY(first != picture(1));
        QCOMPARE(QImage::fromData(first).width(), 64);
        m_bench = std::make_unique<Bench>(small());
        QCOMPARE(picture(0), first);
    }

    void theLogTellsWhoSendsATokenToAnImage()
    {
        const QJsonValue image = images("Night drive")[0];
        file(image);
        m_bench->token.clear();
        file(image);
        const QJsonArray log = m_bench->log(QStringLiteral("?path=^/image"));
        QCOMPARE(log.size(), 2);
        QCOMPARE(log[0][QLatin1String("authorization")], QJsonValue(true));
        QCOMPARE(log[1][QLatin1String("authorization")], QJsonValue(false));
    }

    void uploads()
    {
        const QByteArray picture = jpeg(320);
        const Reply done = upload(picture.toBase64());
        QCOMPARE(done.status, 202);
        QVERIFY(done.body.isEmpty());
        const QJsonArray first = images("Sunday kitchen");
        QCOMPARE(first.size(), 1);
        QVERIFY(first[0][QLatin1String("width")].isNull());
        QCOMPARE(file(first[0]).body, picture);
        QCOMPARE(upload(picture.toBase64()).status, 202);
        QVERIFY(images("Sunday kitchen")[0][QLatin1String("url")] != first[0][QLatin1String("url")]);
        QCOMPARE(QJsonDocument::fromJson(m_bench->get(m_images).body).array().size(), 1);
        const QJsonObject state = m_bench->control("GET", QStringLiteral("/playlists/") +
                                                              m_bench->playlist(QStringLiteral("Sunday kitchen")));
        QCOMPARE(state[QLatin1String("cover")][QLatin1String("bytes")].toInt(), int(picture.size()));
        QVERIFY(state[QLatin1String("cover")][QLatin1String("uploaded")].toBool());
    }

    void refusedUploads()
    {
        const QByteArray picture = jpeg(320);
        const QByteArray text = picture.toBase64();
        QCOMPARE(upload(text, "application/json").status, 400);
        QCOMPARE(upload("data:image/jpeg;base64," + text).status, 400);
        QCOMPARE(upload(text + '\n').status, 400);
        QCOMPARE(upload(QByteArray(text).insert(76, '\n')).status, 400);
        QCOMPARE(upload(picture).status, 400);
        QCOMPARE(upload(picture.left(picture.size() / 2).toBase64()).status, 400);
        QCOMPARE(upload(QByteArray("no picture at all").toBase64()).status, 400);
        QCOMPARE(images("Sunday kitchen").size(), 3);
    }

    void tooLarge()
    {
        // A JPEG may be padded after its start mark with as many filler bytes as one likes.
        const QByteArray padded = jpeg(64);
        const auto grown = [&](int base64) {
            QByteArray bytes = padded;
            bytes.insert(2, base64 / 4 * 3 - bytes.size(), char(0xff));
            return bytes.toBase64();
        };
        QCOMPARE(grown(256'000).size(), 256'000);
        QCOMPARE(upload(grown(256'000)).status, 202);
        const Reply refused = upload(grown(256'004));
        QCOMPARE(refused.status, 413);
        QVERIFY(refused.json.isEmpty() && !refused.body.isEmpty());
    }

    void scopesAndOwners()
    {
        const QByteArray text = jpeg(64).toBase64();
        m_bench->useScopes(QStringLiteral("playlist-modify-public playlist-modify-private"));
        const Reply refused = upload(text);
        QCOMPARE(refused.status, 401);
        QCOMPARE(refused.message(), QStringLiteral("Unauthorized."));
        m_bench->useScopes(QStringLiteral("ugc-image-upload"));
        QCOMPARE(upload(text).status, 401);
        m_bench->useScopes(Bench::AllScopes);
        m_images = QStringLiteral("/v1/playlists/%1/images").arg(m_bench->playlist(QStringLiteral("Band practice")));
        QCOMPARE(upload(text).status, 403);
    }

    void uploadsHaveALimitOfTheirOwn()
    {
        m_bench->setOption("coverRateLimit", 1);
        const QByteArray text = jpeg(64).toBase64();
        QCOMPARE(upload(text).status, 202);
        const Reply refused = upload(text);
        QCOMPARE(refused.status, 429);
        QVERIFY(refused.headers.value("retry-after").toInt() > 0);
        QCOMPARE(m_bench->get(QStringLiteral("/v1/me")).status, 200);
    }

    void theNewOneShowsUpLate()
    {
        m_bench->setOption("coverLag", 300);
        QCOMPARE(upload(jpeg(64).toBase64()).status, 202);
        QCOMPARE(images("Sunday kitchen").size(), 3);
        QTRY_COMPARE(images("Sunday kitchen").size(), 1);
    }
};

SEGUE_TEST(TestCoverImages)
#include "tst_CoverImages.moc"
