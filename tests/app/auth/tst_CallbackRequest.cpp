// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/CallbackRequest.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

using namespace segue::auth;
using Form = CallbackRequest::Form;

class TestCallbackRequest : public QObject
{
    Q_OBJECT

    static CallbackRequest read(const QByteArray &target)
    {
        return readCallbackRequest("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1:1\r\nAccept: */*\r\n\r\n");
    }

private Q_SLOTS:
    void readsABrowsersRequest()
    {
        const CallbackRequest request = read("/callback?code=a&state=b");
        QCOMPARE(request.form, Form::Whole);
        QCOMPARE(request.method, QByteArray("GET"));
        QCOMPARE(request.path, QByteArray("/callback"));
        QCOMPARE(request.host, QByteArray("127.0.0.1:1"));
        QCOMPARE(request.code.value(), QByteArray("a"));
        QCOMPARE(request.state.value(), QByteArray("b"));
        QVERIFY(!request.error);
    }

    void decodesOnce()
    {
        QCOMPARE(read("/callback?code=a%2Bb%2525c+d%20e&state=%3D%26").code.value(), QByteArray("a+b%25c+d e"));
        QCOMPARE(read("/callback?code=a&state=%3D%26").state.value(), QByteArray("=&"));
        QCOMPARE(read("/callback?code=a=b").code.value(), QByteArray("a=b"));
        QCOMPARE(read("/callback?%63ode=x").code.value(), QByteArray("x"));
        QCOMPARE(read("/callback?code").code.value(), QByteArray());
        QCOMPARE(read("/callback?").form, Form::Whole);
        QCOMPARE(read("/callback?&&=&").form, Form::Whole);
    }

    void waitsForTheRest()
    {
        const QByteArray whole = "GET /callback?code=a&state=b HTTP/1.1\r\nHost: x\r\n\r\n";
        for (qsizetype i = 0; i < whole.size(); ++i)
            QCOMPARE(readCallbackRequest(whole.left(i)).form, Form::Incomplete);
        QCOMPARE(readCallbackRequest(whole).form, Form::Whole);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const auto row = [](const char *name, const QByteArray &bytes) { QTest::newRow(name) << bytes; };
        row("no http", "\x16\x03\x01 hello\r\n\r\n");
        row("empty", "\r\n\r\n");
        row("http/2", "PRI * HTTP/2.0\r\n\r\n");
        row("proxy form", "GET http://example.org/callback HTTP/1.1\r\nHost: x\r\n\r\n");
        row("four parts", "GET /callback x HTTP/1.1\r\nHost: x\r\n\r\n");
        row("header without colon", "GET / HTTP/1.1\r\nHost\r\n\r\n");
        row("two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n");
        row("two hosts, one of them empty", "GET / HTTP/1.1\r\nHost:\r\nHost: b\r\n\r\n");
        row("two states", "GET /callback?state=a&state=b HTTP/1.1\r\nHost: x\r\n\r\n");
        row("two codes", "GET /callback?code=a&c%6fde=b HTTP/1.1\r\nHost: x\r\n\r\n");
        row("two errors", "GET /callback?error=a&error=b HTTP/1.1\r\nHost: x\r\n\r\n");
        row("endless", QByteArray(maxCallbackRequestBytes + 1, 'a'));
        row("large", "GET / HTTP/1.1\r\nX: " + QByteArray(maxCallbackRequestBytes, 'a') + "\r\n\r\n");
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(readCallbackRequest(bytes).form, Form::Malformed);
    }

    void survivesAnything()
    {
        QRandomGenerator random(1);
        const QByteArray good = "GET /callback?code=a%20&state=b HTTP/1.1\r\nHost: x\r\n\r\n";
        for (int i = 0; i < 20'000; ++i) {
            QByteArray bytes = good;
            for (int change = random.bounded(1, 6); change > 0; --change)
                bytes[random.bounded(bytes.size())] = static_cast<char>(random.bounded(256));
            static_cast<void>(readCallbackRequest(bytes));
        }
    }
};

SEGUE_TEST(TestCallbackRequest)
#include "tst_CallbackRequest.moc"
