// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/ArtworkCache.h"
#include "app/web/ImageLoader.h"
#include "tests/support/Png.h"
#include "tests/support/ScriptedServer.h"
#include "tests/support/TestMain.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>

using namespace segue;
using namespace segue::models;
using segue::test::HttpAnswer;
using segue::test::HttpRequest;
using segue::test::ScriptedServer;

class TestArtworkCache : public QObject
{
    Q_OBJECT

    ScriptedServer m_server;
    QNetworkAccessManager m_network;

    QList<web::Image> images(const QString &path) { return {{m_server.url(path), 64, 64}}; }

private Q_SLOTS:
    void init()
    {
        m_server.clearRequests();
        m_server.setHandler([](const HttpRequest &request) {
            if (request.path().startsWith("/missing"))
                return HttpAnswer{.status = 404};
            return HttpAnswer{.body = segue::test::png(64, 64)};
        });
    }

    void takesTheSmallestThatIsLargeEnough()
    {
        const auto url = [](const char *path) { return QUrl(QLatin1String(path)); };
        const QList<web::Image> sizes{{url("l"), 640, 640}, {url("m"), 300, 300}, {url("s"), 64, 64}};
        QCOMPARE(ArtworkCache::bestUrl(sizes, 40), url("s"));
        QCOMPARE(ArtworkCache::bestUrl(sizes, 65), url("m"));
        QCOMPARE(ArtworkCache::bestUrl(sizes, 2000), url("l"));
        QCOMPARE(ArtworkCache::bestUrl({{url("own"), 0, 0}}, 64), url("own"));
        QCOMPARE(ArtworkCache::bestUrl({}, 64), QUrl());
    }

    void fetchesOnceAndTells()
    {
        web::ImageLoader loader(m_network);
        ArtworkCache cache(loader);
        QSignalSpy ready(&cache, &ArtworkCache::ready);
        QVERIFY(cache.image(images(QStringLiteral("/a")), 32).isNull());
        QVERIFY(cache.image(images(QStringLiteral("/a")), 32).isNull());
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(cache.image(images(QStringLiteral("/a")), 32).size(), QSize(32, 32));
        QCOMPARE(m_server.requests().size(), 1);
    }

    void holdsNoMoreThanItsBound()
    {
        web::ImageLoader loader(m_network);
        const qsizetype bound = 3 * 64 * 64 * 4;
        ArtworkCache cache(loader, bound);
        QSignalSpy ready(&cache, &ArtworkCache::ready);
        for (int i = 0; i < 8; ++i) {
            ready.clear();
            QVERIFY(cache.image(images(QStringLiteral("/%1").arg(i)), 64).isNull());
            QTRY_COMPARE(ready.size(), 1);
            QVERIFY(cache.bytesHeld() <= bound);
        }
        QVERIFY(!cache.image(images(QStringLiteral("/7")), 64).isNull());
        QVERIFY(cache.image(images(QStringLiteral("/0")), 64).isNull());
    }

    void aMissingPictureIsNotAskedForAgainAndAgain()
    {
        web::ImageLoader loader(m_network);
        ArtworkCache cache(loader);
        (void)cache.image(images(QStringLiteral("/missing")), 32);
        QTRY_COMPARE(m_server.requests().size(), 1);
        QSignalSpy ready(&cache, &ArtworkCache::ready);
        (void)cache.image(images(QStringLiteral("/b")), 32);
        QTRY_COMPARE(ready.size(), 1);
        (void)cache.image(images(QStringLiteral("/missing")), 32);
        (void)cache.image(images(QStringLiteral("/c")), 32);
        QTRY_COMPARE(ready.size(), 2);
        QCOMPARE(m_server.requests().size(), 3);
    }

    void whatWasScrolledPastIsNotFetched()
    {
        web::ImageLoader loader(m_network);
        ArtworkCache cache(loader);
        for (int i = 0; i < 1000; ++i)
            (void)cache.image(images(QStringLiteral("/%1").arg(i)), 32);
        QSignalSpy ready(&cache, &ArtworkCache::ready);
        QTRY_VERIFY(!cache.image(images(QStringLiteral("/950")), 32).isNull());
        QTRY_COMPARE(loader.waiting(), 0);
        QVERIFY(m_server.requests().size() < 120);
    }

    void anUploadedCoverIsShownAtOnce()
    {
        web::ImageLoader loader(m_network);
        ArtworkCache cache(loader);
        QImage made(640, 640, QImage::Format_RGB32);
        made.fill(Qt::blue);
        QSignalSpy ready(&cache, &ArtworkCache::ready);
        cache.put(m_server.url(QStringLiteral("/own")), made);
        QCOMPARE(ready.size(), 1);
        QCOMPARE(cache.image(images(QStringLiteral("/own")), 48).pixelColor(5, 5), QColor(Qt::blue));
        QVERIFY(m_server.requests().isEmpty());
        cache.clear();
        QVERIFY(cache.image(images(QStringLiteral("/own")), 48).isNull());
    }
};

SEGUE_TEST(TestArtworkCache)
#include "tst_ArtworkCache.moc"
