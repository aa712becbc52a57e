// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/MemoryTokenStore.h"
#include "app/auth/Session.h"
#include "app/demo/StandIn.h"
#include "tests/app/auth/AuthSupport.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>

using namespace segue;
using namespace segue::auth;

/// The whole sign-in against a service that checks PKCE, state, codes and redirects for real.
class TestSignInWithStandIn : public QObject
{
    Q_OBJECT

    std::unique_ptr<demo::StandIn> m_service;
    std::unique_ptr<MemoryTokenStore> m_store;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<test::Browser> m_browser;
    std::unique_ptr<Session> m_session;

    void setOption(const char *name, const QJsonValue &value)
    {
        QCOMPARE(m_service->control("PATCH", QStringLiteral("/options"), {{QLatin1String(name), value}})
                     .value(QLatin1String("status"))
                     .toInt(),
                 200);
    }

    bool signIn()
    {
        m_session->signIn();
        return QTest::qWaitFor([this] { return m_session->state() != Session::State::SigningIn; }, 5000) &&
               m_session->state() == Session::State::SignedIn;
    }

    Result<AccessToken> token()
    {
        std::optional<Result<AccessToken>> outcome;
        m_session->requestToken(this, [&outcome](const Result<AccessToken> &result) { outcome = result; });
        if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 5000))
            return Unexpected(Error{.kind = ErrorKind::Cancelled});
        return *outcome;
    }

    int tokenCalls()
    {
        return static_cast<int>(m_service->control("GET", QStringLiteral("/log?path=/api/token"))
                                    .value(QLatin1String("list"))
                                    .toArray()
                                    .size());
    }

private Q_SLOTS:
    void init()
    {
        m_service = std::make_unique<demo::StandIn>(demo::StandInOptions{.playlists = 40, .items = 10});
        QVERIFY(m_service->start());
        m_store = std::make_unique<MemoryTokenStore>();
        m_network = std::make_unique<QNetworkAccessManager>();
        m_browser = std::make_unique<test::Browser>();
        SignInConfig config;
        config.clientId = m_service->clientId();
        config.accountsUrl = m_service->accountsUrl();
        m_session = std::make_unique<Session>(config, *m_store, *m_network, [this](const QUrl &url) {
            m_browser->open(url);
            return true;
        });
    }
    void cleanup()
    {
        m_session.reset();
        m_browser.reset();
        m_network.reset();
        m_service.reset();
    }

    void signsInAndItsTokenIsGood()
    {
        QVERIFY(signIn());
        const Result<AccessToken> good = token();
        QVERIFY(good);
        QNetworkRequest request(QUrl(m_service->apiUrl().toString() + QStringLiteral("/me")));
        request.setRawHeader("Authorization", "Bearer " + good->value);
        QNetworkReply *reply = m_network->get(request);
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
        reply->deleteLater();
    }

    void codesWithPercentAndPlusWork()
    {
        setOption("percentCodes", true);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(signIn());
            m_session->disconnectAccount();
        }
    }

    void aDenialSignsNobodyIn()
    {
        setOption("consent", QStringLiteral("deny"));
        QSignalSpy failed(m_session.get(), &Session::signInFailed);
        QVERIFY(!signIn());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Denied);
        QCOMPARE(tokenCalls(), 0);
    }

    void refreshesWithAndWithoutRotation_data()
    {
        QTest::addColumn<bool>("rotation");
        QTest::newRow("rotation") << true;
        QTest::newRow("no rotation") << false;
    }

    void refreshesWithAndWithoutRotation()
    {
        QFETCH(bool, rotation);
        setOption("rotation", rotation);
        QVERIFY(signIn());
        for (int i = 0; i < 3; ++i) {
            const AccessToken old = *token();
            m_session->reportRejected(old);
            const Result<AccessToken> fresh = token();
            QVERIFY(fresh);
            QVERIFY(fresh->value != old.value);
        }
        QCOMPARE(tokenCalls(), 4);
    }

    void aRevokedSignInEndsOnce()
    {
        QVERIFY(signIn());
        m_service->control("POST", QStringLiteral("/tokens"), {{QStringLiteral("action"), QStringLiteral("revoke")}});
        QSignalSpy signedOut(m_session.get(), &Session::signedOutByService);
        m_session->reportRejected(*token());
        const Result<AccessToken> gone = token();
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, ErrorKind::SignedOut);
        QCOMPARE(signedOut.size(), 1);
        QVERIFY(signIn()); // and signing in again works
    }
};

SEGUE_TEST(TestSignInWithStandIn)
#include "tst_SignInWithStandIn.moc"
