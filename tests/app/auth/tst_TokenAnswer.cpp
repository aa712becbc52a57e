// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/TokenAnswer.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::auth;
using namespace std::chrono_literals;

class TestTokenAnswer : public QObject
{
    Q_OBJECT

    /// Quotation marks as apostrophes: moc loses its way in raw strings.
    static QByteArray json(const char *text) { return QByteArray(text).replace('\'', '"'); }

private Q_SLOTS:
    void readsAWholeAnswer()
    {
        const auto answer =
            readTokenAnswer(200, json("{'access_token':'a-b_c.d~e/f+g=','token_type':'bearer','scope':'one "
                                      "two','expires_in':3600,'refresh_token':'r'}"));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->accessToken, QByteArray("a-b_c.d~e/f+g="));
        QCOMPARE(answer->refreshToken, QByteArray("r"));
        QCOMPARE(answer->scopes, QStringList({QStringLiteral("one"), QStringLiteral("two")}));
        QCOMPARE(answer->lifetime, 3600s);
    }

    void toleratesWhatMayBeLeftOut()
    {
        const auto bare = readTokenAnswer(200, json("{'access_token':'a','token_type':'Bearer'}"));
        QVERIFY(bare.has_value());
        QVERIFY(bare->refreshToken.isEmpty());
        QVERIFY(bare->scopes.isEmpty());
        QCOMPARE(bare->lifetime, 3600s);
        const auto nulls = readTokenAnswer(
            200,
            json("{'access_token':'a','token_type':'Bearer','refresh_token':null,'scope':null,'expires_in':null}"));
        QVERIFY(nulls.has_value());
    }

    void boundsTheLifetime()
    {
        const auto lifetime = [](const QByteArray &number) {
            return readTokenAnswer(200, json("{'access_token':'a','token_type':'Bearer','expires_in':") + number + "}")
                .value()
                .lifetime;
        };
        QCOMPARE(lifetime("-5"), 0s);
        QCOMPARE(lifetime("0"), 0s);
        QCOMPARE(lifetime("1e300"), std::chrono::seconds(24h));
        QCOMPARE(lifetime("10.9"), 10s);
    }

    void refusesBadAnswers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, int status, const QByteArray &body) {
            QTest::newRow(name) << status << body;
        };
        row("empty", 200, "");
        row("html", 200, "<html>secret-123</html>");
        row("cut off", 200, json("{'access_token':'secret-123','token_ty"));
        row("array", 200, "[]");
        row("no token", 200, json("{'token_type':'Bearer'}"));
        row("token null", 200, json("{'access_token':null,'token_type':'Bearer'}"));
        row("token number", 200, json("{'access_token':5,'token_type':'Bearer'}"));
        row("token empty", 200, json("{'access_token':'','token_type':'Bearer'}"));
        row("token with newline", 200, json("{'access_token':'secret-123\\r\\nHost: x','token_type':'Bearer'}"));
        row("token with umlaut", 200, json("{'access_token':'secret-123\\u00e4','token_type':'Bearer'}"));
        row("token with NUL", 200, json("{'access_token':'secret-123\\u0000','token_type':'Bearer'}"));
        row("no type", 200, json("{'access_token':'secret-123'}"));
        row("other type", 200, json("{'access_token':'secret-123','token_type':'mac'}"));
        row("refresh number", 200, json("{'access_token':'a','token_type':'Bearer','refresh_token':5}"));
        row("refresh with space", 200,
            json("{'access_token':'a','token_type':'Bearer','refresh_token':'secret-123 b'}"));
        row("scope list", 200, json("{'access_token':'a','token_type':'Bearer','scope':['a']}"));
        row("lifetime text", 200, json("{'access_token':'a','token_type':'Bearer','expires_in':'3600'}"));
        row("redirect", 302, json("{'access_token':'secret-123','token_type':'Bearer'}"));
        row("no content", 204, "");
        row("odd status", 202, json("{'access_token':'secret-123','token_type':'Bearer'}"));
        row("too large", 200,
            json("{'access_token':'secret-123','token_type':'Bearer','x':'") + QByteArray(maxTokenAnswerBytes, 'x') +
                json("'}"));
        row("deep", 200, QByteArray(5000, '['));
    }
    void refusesBadAnswers()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        const auto answer = readTokenAnswer(status, body);
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, ErrorKind::BadAnswer);
        QVERIFY(!answer.error().userText.isEmpty());
        QVERIFY(!QString(answer.error().userText + answer.error().detail).contains(QLatin1String("secret-123")));
    }

    void tellsRefusalsApart_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, int status, const QByteArray &body, ErrorKind kind) {
            QTest::newRow(name) << status << body << static_cast<int>(kind);
        };
        row("invalid_grant", 400, json("{'error':'invalid_grant','error_description':'Refresh token revoked'}"),
            ErrorKind::SignedOut);
        row("invalid_grant 401", 401, json("{'error':'invalid_grant'}"), ErrorKind::SignedOut);
        row("invalid_client", 400, json("{'error':'invalid_client'}"), ErrorKind::BadRequest);
        row("invalid_request", 400, json("{'error':'invalid_request'}"), ErrorKind::BadRequest);
        row("not json", 400, "invalid_grant", ErrorKind::BadRequest);
        row("nested", 400, json("{'error':{'status':400,'message':'invalid_grant'}}"), ErrorKind::BadRequest);
        row("code with html", 400, json("{'error':'<b>invalid_grant</b>'}"), ErrorKind::BadRequest);
        row("403", 403, "", ErrorKind::BadRequest);
        row("429", 429, "Too many requests", ErrorKind::RateLimited);
        row("500 with invalid_grant", 500, json("{'error':'invalid_grant'}"), ErrorKind::ServerFault);
        row("503", 503, "", ErrorKind::ServerFault);
        row("429 with invalid_grant", 429, json("{'error':'invalid_grant'}"), ErrorKind::RateLimited);
    }
    void tellsRefusalsApart()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, kind);
        const auto answer = readTokenAnswer(status, body);
        QVERIFY(!answer.has_value());
        QCOMPARE(static_cast<int>(answer.error().kind), kind);
        QCOMPARE(answer.error().httpStatus, status);
        QVERIFY(!answer.error().userText.isEmpty());
        QVERIFY(!answer.error().userText.contains(u'<'));
        QVERIFY(!answer.error().detail.contains(QLatin1String("revoked")));
    }

    void passesOnThePause()
    {
        QCOMPARE(readTokenAnswer(429, "", 80'000s).error().retryAfter.value(), 80'000s);
        QVERIFY(!readTokenAnswer(429, "").error().retryAfter);
    }
};

SEGUE_TEST(TestTokenAnswer)
#include "tst_TokenAnswer.moc"
