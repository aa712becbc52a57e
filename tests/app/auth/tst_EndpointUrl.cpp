// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/EndpointUrl.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::auth;

class TestEndpointUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void accepts_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *typed, const char *expected) {
            QTest::newRow(typed) << QString::fromLatin1(typed) << QString::fromLatin1(expected);
        };
        row("https://accounts.spotify.com", "https://accounts.spotify.com");
        row("https://accounts.spotify.com/", "https://accounts.spotify.com");
        row("https://api.spotify.com/v1/", "https://api.spotify.com/v1");
        row("https://example.org:8443/a%2Fb/", "https://example.org:8443/a%2Fb");
        row("HTTPS://Example.org", "https://example.org");
        row("http://127.0.0.1:8080", "http://127.0.0.1:8080");
        row("http://127.3.2.1", "http://127.3.2.1");
        row("http://[::1]:9", "http://[::1]:9");
    }
    void accepts()
    {
        QFETCH(QString, typed);
        QFETCH(QString, expected);
        const Result<QUrl> checked = checkedEndpoint(QUrl(typed));
        QVERIFY(checked.has_value());
        QCOMPARE(checked->toString(QUrl::FullyEncoded), expected);
        QVERIFY(mayCarrySecrets(*checked));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char *typed : {"",
                                  "accounts.spotify.com",
                                  "/api",
                                  "http://accounts.spotify.com",
                                  "http://localhost:8080",
                                  "http://localhost.",
                                  "http://127.0.0.1.example.org",
                                  "http://128.0.0.1",
                                  "http://0.0.0.0",
                                  "http://192.168.0.1",
                                  "http://[::2]",
                                  "http://[::ffff:127.0.0.1]",
                                  "http://[fe80::1]",
                                  "ftp://127.0.0.1",
                                  "file:///etc/passwd",
                                  "https:///path",
                                  "https://user@example.org",
                                  "https://user:pw@example.org",
                                  "https://example.org?x=1",
                                  "https://example.org#x",
                                  "javascript:alert(1)",
                                  "https://"}) {
            QTest::newRow(typed) << QString::fromLatin1(typed);
        }
    }
    void refuses()
    {
        QFETCH(QString, typed);
        const Result<QUrl> checked = checkedEndpoint(QUrl(typed));
        QVERIFY(!checked.has_value());
        QCOMPARE(checked.error().kind, ErrorKind::InvalidInput);
        QVERIFY(!checked.error().userText.isEmpty());
        QVERIFY(!checked.error().userText.contains(QLatin1String("user:pw")));
    }

    void knowsLoopbackLiterals()
    {
        QVERIFY(isLoopbackLiteral(QStringLiteral("127.0.0.1")));
        QVERIFY(isLoopbackLiteral(QStringLiteral("::1")));
        QVERIFY(!isLoopbackLiteral(QStringLiteral("localhost")));
        QVERIFY(!isLoopbackLiteral(QStringLiteral("126.255.255.255")));
        QVERIFY(!isLoopbackLiteral(QString()));
    }
};

SEGUE_TEST(TestEndpointUrl)
#include "tst_EndpointUrl.moc"
