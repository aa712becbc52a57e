// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/Session.h"
#include "tests/app/auth/AuthSupport.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QUrlQuery>

using namespace segue;
using namespace segue::auth;
using namespace std::chrono_literals;
using segue::test::Accounts;
using segue::test::HttpAnswer;
using segue::test::SignInRig;

/// Access tokens out of a session: stored before they are used, refreshed ahead of time, and when all is lost.
class TestSessionTokens : public QObject
{
    Q_OBJECT

    std::unique_ptr<SignInRig> m_rig;

private Q_SLOTS:
    void init() { m_rig = std::make_unique<SignInRig>(); }
    void cleanup() { m_rig.reset(); }

    void theTokenIsStoredBeforeItIsUsed()
    {
        QVERIFY(m_rig->settle());
        QCOMPARE(m_rig->store.entries.size(), 1);
        m_rig->accounts.tokenAnswers.push_back(Accounts::tokens("second", "rotated"));
        m_rig->now += 2h;
        m_rig->store.held = true;
        bool handedOut = false;
        m_rig->session().requestToken(this, [&handedOut](const Result<AccessToken> &) { handedOut = true; });
        QTRY_COMPARE(m_rig->accounts.tokenRequests().size(), 2);
        QTest::qWait(50); // whatever might hand it out too early gets the time to
        QVERIFY(!handedOut);
        m_rig->store.release();
        QTRY_VERIFY(handedOut);
        QCOMPARE(m_rig->store.entries.begin()->refreshToken, QByteArray("rotated"));
    }

    void refreshesAheadOfExpiryOneAtATimeAndSharesIt()
    {
        QVERIFY(m_rig->signIn());
        const QByteArray first = m_rig->token()->value;
        QCOMPARE(m_rig->token()->value, first);
        QCOMPARE(m_rig->accounts.tokenRequests().size(), 1);
        m_rig->now += 59min + 30s; // 30 s before its end
        int answers = 0;
        for (int i = 0; i < 5; ++i) {
            m_rig->session().requestToken(this, [&answers, &first](const Result<AccessToken> &token) {
                QVERIFY(token);
                QVERIFY(token->value != first);
                ++answers;
            });
        }
        QTRY_COMPARE(answers, 5);
        QCOMPARE(m_rig->accounts.tokenRequests().size(), 2);
    }

    void aRefreshSendsWhatItMustAndNothingElse()
    {
        QVERIFY(m_rig->settle());
        m_rig->now += 2h;
        QVERIFY(m_rig->token());
        const QUrlQuery form = m_rig->accounts.tokenRequests().last().form();
        QCOMPARE(form.queryItemValue(QStringLiteral("grant_type")), QStringLiteral("refresh_token"));
        QVERIFY(!form.queryItemValue(QStringLiteral("refresh_token")).isEmpty());
        QVERIFY(!form.queryItemValue(QStringLiteral("client_id")).isEmpty());
        QVERIFY(!form.hasQueryItem(QStringLiteral("client_secret")));
        QVERIFY(!form.hasQueryItem(QStringLiteral("redirect_uri")));
    }

    void aRefreshWithoutScopeKeepsTheScopes()
    {
        QVERIFY(m_rig->settle());
        const QStringList scopes = m_rig->session().grantedScopes();
        QVERIFY(!scopes.isEmpty());
        m_rig->accounts.tokenAnswers.push_back(Accounts::tokens("second", {}, 3600, {}));
        m_rig->now += 2h;
        QCOMPARE(m_rig->token()->scopes, scopes);
    }

    void aRejectedTokenIsReplacedOnce()
    {
        QVERIFY(m_rig->signIn());
        const AccessToken old = *m_rig->token();
        m_rig->session().reportRejected(old);
        m_rig->session().reportRejected(old);
        const Result<AccessToken> fresh = m_rig->token();
        QVERIFY(fresh);
        QVERIFY(fresh->value != old.value);
        m_rig->session().reportRejected(old); // a late complaint about the old one
        QCOMPARE(m_rig->token()->value, fresh->value);
        QCOMPARE(m_rig->accounts.tokenRequests().size(), 2);
    }

    void aFailedRefreshKeepsTheAccountAndTheNextOneWorks_data()
    {
        QTest::addColumn<HttpAnswer>("answer");
        QTest::newRow("server error") << HttpAnswer{.status = 503, .body = "down"};
        QTest::newRow("connection cut") << HttpAnswer{.ending = HttpAnswer::Ending::Drop};
        QTest::newRow("not JSON") << HttpAnswer{.body = "<html>"};
        QTest::newRow("other refusal") << Accounts::refusal(400, "invalid_request");
        QTest::newRow("too long") << HttpAnswer{.body = QByteArray(200'000, ' ')};
        QTest::newRow("redirect") << HttpAnswer{.status = 307, .headers = {{"Location", "http://127.0.0.1:1/steal"}}};
    }

    void aFailedRefreshKeepsTheAccountAndTheNextOneWorks()
    {
        QFETCH(HttpAnswer, answer);
        QVERIFY(m_rig->settle());
        m_rig->now += 2h;
        // Qt repeats a request once by itself when a kept connection dies: enough of them for that.
        for (int i = 0; i < 3; ++i)
            m_rig->accounts.tokenAnswers.push_back(answer);
        QVERIFY(!m_rig->token());
        QCOMPARE(m_rig->session().state(), Session::State::SignedIn);
        QCOMPARE(m_rig->store.entries.size(), 1);
        m_rig->accounts.tokenAnswers.clear();
        QVERIFY(m_rig->token());
    }

    void onlyInvalidGrantSignsOut()
    {
        QVERIFY(m_rig->settle());
        QSignalSpy signedOut(&m_rig->session(), &Session::signedOutByService);
        m_rig->now += 2h;
        m_rig->accounts.tokenAnswers.push_back(Accounts::refusal(400, "invalid_grant"));
        const Result<AccessToken> token = m_rig->token();
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::SignedOut);
        QTRY_COMPARE(signedOut.size(), 1);
        QCOMPARE(m_rig->session().state(), Session::State::SignedOut);
        QTRY_VERIFY(m_rig->store.entries.isEmpty());
    }

    void aStoredSignInIsFoundAgain()
    {
        m_rig->putIntoStore("kept", {QStringLiteral("playlist-read-private")});
        m_rig->session().start();
        QTRY_COMPARE(m_rig->session().state(), Session::State::SignedIn);
        QVERIFY(m_rig->token());
        QCOMPARE(m_rig->accounts.tokenRequests().first().form().queryItemValue(QStringLiteral("refresh_token")),
                 QStringLiteral("kept"));
        QVERIFY(m_rig->opened.isEmpty());
    }

    void withoutAKeychainTheTokenStaysInMemoryAndTheSessionSaysSo()
    {
        m_rig->store.failure = Error{.kind = ErrorKind::Local, .userText = QStringLiteral("No keychain.")};
        QVERIFY(m_rig->signIn());
        QTRY_VERIFY(!m_rig->session().storageProblem().isEmpty());
        QVERIFY(m_rig->session().isTokenOnlyInMemory());
        QVERIFY(m_rig->token());
    }

    void disconnectingLeavesNothing()
    {
        QVERIFY(m_rig->settle());
        QSignalSpy leaving(&m_rig->session(), &Session::accountDataToBeRemoved);
        m_rig->session().disconnectAccount();
        QCOMPARE(leaving.size(), 1);
        QCOMPARE(m_rig->session().state(), Session::State::SignedOut);
        QTRY_VERIFY(m_rig->store.entries.isEmpty());
        const Result<AccessToken> token = m_rig->token();
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::SignedOut);
    }
};

SEGUE_TEST(TestSessionTokens)
#include "tst_SessionTokens.moc"
