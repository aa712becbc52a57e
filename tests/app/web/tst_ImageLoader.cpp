// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ImageLoader.h"
#include "tests/support/Png.h"
#include "tests/support/ScriptedServer.h"
#include "tests/support/TestMain.h"

#include <QBuffer>
#include <QNetworkAccessManager>
#include <QTest>

using namespace segue;
using namespace segue::web;
using segue::test::HttpAnswer;
using segue::test::HttpRequest;
using segue::test::png;
using segue::test::ScriptedServer;

class TestImageLoader : public QObject
{
    Q_OBJECT

    ScriptedServer m_server;
    QNetworkAccessManager m_network;

    /// The paths, in the order in which pictures were asked for.
    [[nodiscard]] QByteArrayList asked() const
    {
        QByteArrayList paths;
        for (const HttpRequest &request : m_server.requests())
            paths.append(request.path());
        return paths;
    }

    Result<QImage> fetch(const QUrl &url, int pixels, ImageLoaderOptions options = {})
    {
        ImageLoader loader(m_network, options);
        std::optional<Result<QImage>> outcome;
        loader.load(url, pixels, this, [&outcome](const Result<QImage> &result) { outcome = result; });
        if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 5000))
            return Unexpected(Error{.kind = ErrorKind::Cancelled});
        return *outcome;
    }

private Q_SLOTS:
    void init() { m_server.clearRequests(); }

    void fetchesAndScalesWithoutAnythingOfTheAccount()
    {
        m_server.setHandler(
            [](const HttpRequest &) { return HttpAnswer{.body = png(640, 320), .contentType = "image/png"}; });
        const Result<QImage> image = fetch(m_server.url(QStringLiteral("/a")), 64);
        QVERIFY(image);
        QCOMPARE(image->size(), QSize(64, 32));
        QVERIFY(!m_server.requests().first().headers.contains("authorization"));
        QVERIFY(!m_server.requests().first().headers.contains("cookie"));
        QCOMPARE(fetch(m_server.url(QStringLiteral("/a")), 2000)->size(), QSize(640, 320));
    }

    void refusesWhatIsNoPicture_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("text") << 200 << QByteArray("hello") << ErrorKind::BadAnswer;
        QTest::newRow("empty") << 200 << QByteArray() << ErrorKind::BadAnswer;
        QTest::newRow("gone") << 404 << QByteArray("no") << ErrorKind::NotFound;
        QTest::newRow("broken") << 503 << QByteArray("no") << ErrorKind::ServerFault;
        QTest::newRow("too long") << 200 << QByteArray(200'000, 'x') << ErrorKind::BadAnswer;
        QTest::newRow("too many pixels") << 200 << png(400, 400) << ErrorKind::BadAnswer;
    }

    void refusesWhatIsNoPicture()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(ErrorKind, kind);
        m_server.setHandler([&](const HttpRequest &) { return HttpAnswer{.status = status, .body = body}; });
        const Result<QImage> image =
            fetch(m_server.url(QStringLiteral("/a")), 64, {.maxBytes = 100'000, .maxPixels = 100'000});
        QVERIFY(!image);
        QCOMPARE(image.error().kind, kind);
    }

    void plainHttpStaysOnThisMachine()
    {
        const Result<QImage> image = fetch(QUrl(QStringLiteral("http://192.0.2.1/a.png")), 64);
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::InvalidInput);
    }

    void fetchesAFewAtOnceLatestFirst()
    {
        m_server.setHandler([](const HttpRequest &) { return HttpAnswer{.body = png(8, 8)}; });
        ImageLoader loader(m_network, {.mostAtOnce = 1});
        int done = 0;
        for (const char *path : {"/a", "/b", "/c"})
            loader.load(m_server.url(QLatin1String(path)), 8, this, [&done](const Result<QImage> &) { ++done; });
        QTRY_COMPARE(done, 3);
        QCOMPARE(asked(), (QByteArrayList{"/c", "/b", "/a"}));
    }

    void urgentOnesFirst()
    {
        m_server.setHandler([](const HttpRequest &) { return HttpAnswer{.body = png(8, 8)}; });
        ImageLoader loader(m_network, {.mostAtOnce = 1});
        int done = 0;
        const auto count = [&done](const Result<QImage> &) { ++done; };
        loader.load(m_server.url(QStringLiteral("/a")), 8, this, count).setPriority(Priority::Visible);
        loader.load(m_server.url(QStringLiteral("/b")), 8, this, count);
        loader.load(m_server.url(QStringLiteral("/c")), 8, this, count).setPriority(Priority::Background);
        QTRY_COMPARE(done, 3);
        QCOMPARE(asked(), (QByteArrayList{"/a", "/b", "/c"}));
    }

    void samePictureIsFetchedOnce()
    {
        m_server.setHandler([](const HttpRequest &) { return HttpAnswer{.body = png(64, 64)}; });
        ImageLoader loader(m_network);
        QList<QSize> sizes;
        const auto take = [&sizes](const Result<QImage> &image) { sizes.append(image ? image->size() : QSize()); };
        const QUrl url = m_server.url(QStringLiteral("/a"));
        loader.load(url, 32, this, take);
        const Call second = loader.load(url, 32, this, take);
        loader.load(url, 32, this, take);
        second.cancel(); // the others still want it
        loader.load(url, 16, this, take);
        QTRY_COMPARE(sizes.size(), 3);
        QCOMPARE(sizes.count(QSize(32, 32)), 2);
        QCOMPARE(sizes.count(QSize(16, 16)), 1);
        QCOMPARE(m_server.requests().size(), 2);
    }

    void nobodyWantsItAnyMore()
    {
        bool answered = false;
        m_server.setHandler([&](const HttpRequest &request) {
            if (request.path() == "/b")
                return HttpAnswer{.body = png(8, 8)};
            return HttpAnswer{.ending = HttpAnswer::Ending::Silence};
        });
        ImageLoader loader(m_network, {.mostAtOnce = 1});
        auto context = std::make_unique<QObject>();
        loader.load(m_server.url(QStringLiteral("/a")), 8, context.get(),
                    [](const Result<QImage> &) { QFAIL("told"); });
        QTRY_COMPARE(m_server.requests().size(), 1);
        loader.load(m_server.url(QStringLiteral("/b")), 8, this, [&](const Result<QImage> &) { answered = true; });
        context.reset(); // frees the only place
        QTRY_VERIFY(answered);
    }

    void loaderMayGoFirst()
    {
        m_server.setHandler([](const HttpRequest &) { return HttpAnswer{.ending = HttpAnswer::Ending::Silence}; });
        auto loader = std::make_unique<ImageLoader>(m_network);
        const Call call =
            loader->load(m_server.url(QStringLiteral("/a")), 8, this, [](const Result<QImage> &) { QFAIL("told"); });
        QTRY_COMPARE(m_server.requests().size(), 1);
        loader.reset();
        QVERIFY(!call.isActive());
        call.cancel();
    }

    void timesOut()
    {
        m_server.setHandler([](const HttpRequest &) { return HttpAnswer{.ending = HttpAnswer::Ending::Silence}; });
        const Result<QImage> image =
            fetch(m_server.url(QStringLiteral("/a")), 8, {.timeout = std::chrono::milliseconds(50)});
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::Timeout);
    }

    void redirectsStaySafe()
    {
        QByteArray to = "/real";
        m_server.setHandler([&](const HttpRequest &request) {
            if (request.path() == "/real")
                return HttpAnswer{.body = png(8, 8)};
            return HttpAnswer{.status = 302, .headers = {{"Location", to}}};
        });
        QVERIFY(fetch(m_server.url(QStringLiteral("/a")), 8));
        to = "http://192.0.2.1/real";
        const Result<QImage> image = fetch(m_server.url(QStringLiteral("/a")), 8);
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::BadAnswer);
        to = "/a"; // for ever
        QVERIFY(!fetch(m_server.url(QStringLiteral("/a")), 8));
    }

    void onlyTheFormatsOfTheService()
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        QImage(8, 8, QImage::Format_RGB32).save(&buffer, "BMP");
        QVERIFY(ImageLoader::decode(bytes, 8, 1000).isNull());
        QVERIFY(ImageLoader::decode("<svg xmlns='http://www.w3.org/2000/svg'/>", 8, 1000).isNull());
        QVERIFY(!ImageLoader::decode(png(8, 8), 8, 1000).isNull());
    }

    void cancelledOnesAreNotFetched()
    {
        m_server.setHandler([](const HttpRequest &) { return HttpAnswer{.body = png(8, 8)}; });
        ImageLoader loader(m_network);
        bool reported = false;
        int done = 0;
        loader
            .load(m_server.url(QStringLiteral("/a")), 8, this, [&reported](const Result<QImage> &) { reported = true; })
            .cancel();
        loader.load(m_server.url(QStringLiteral("/b")), 8, this, [&done](const Result<QImage> &) { ++done; });
        QTRY_COMPARE(done, 1);
        QVERIFY(!reported);
        QCOMPARE(m_server.requests().size(), 1);
    }
};

SEGUE_TEST(TestImageLoader)
#include "tst_ImageLoader.moc"
