// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/KeychainTokenStore.h"
#include "app/auth/StoredTokenText.h"
#include "tests/app/auth/AuthSupport.h"
#include "tests/app/auth/ScriptedKeychain.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::auth;
using namespace std::chrono_literals;
using segue::test::Accounts;
using segue::test::KeychainScript;
using segue::test::ScriptedKeychain;
using segue::test::SignInRig;

/// What becomes of a sign-in when the keychain is locked, slow or silent.
class TestSessionWithKeychain : public QObject
{
    Q_OBJECT

    static constexpr auto never = 1h;
    static constexpr auto soon = 1ms;

    std::shared_ptr<KeychainScript> m_script;
    std::unique_ptr<KeychainTokenStore> m_store;
    std::unique_ptr<SignInRig> m_rig;

    void makeRig(std::chrono::milliseconds timeout)
    {
        m_rig.reset();
        m_store = std::make_unique<KeychainTokenStore>(std::make_unique<ScriptedKeychain>(m_script), timeout);
        m_rig = std::make_unique<SignInRig>();
        m_rig->storeInstead = m_store.get();
    }

    QByteArray storedRefreshToken() const
    {
        const auto found = fromKeychainText(m_script->entries.value(m_rig->config.storageKey()));
        return found ? found->refreshToken : QByteArray();
    }

    bool problemSays(const char *words) const
    {
        return m_rig->session().storageProblem().contains(QString::fromLatin1(words));
    }

private Q_SLOTS:
    void init()
    {
        m_script = std::make_shared<KeychainScript>();
        makeRig(never);
    }
    void cleanup()
    {
        m_rig.reset();
        m_store.reset();
        m_script.reset();
    }

    void aSignInOutlivesTheProgram()
    {
        QVERIFY(m_rig->signIn());
        QVERIFY(m_rig->token());
        QVERIFY(!m_rig->session().isTokenOnlyInMemory());
        QCOMPARE(storedRefreshToken(), QByteArray("refresh-1"));

        makeRig(never);
        // What a second program finds; the key is that of the client id and the service, which has a port of its own.
        m_script->entries.insert(m_rig->config.storageKey(), *m_script->entries.cbegin());
        m_rig->session().start();
        QTRY_COMPARE(m_rig->session().state(), Session::State::SignedIn);
        QVERIFY(m_rig->token());
        QCOMPARE(m_rig->accounts.tokenRequests().first().form().queryItemValue(QStringLiteral("refresh_token")),
                 QStringLiteral("refresh-1"));
    }

    void aSilentKeychainDoesNotKeepTheProgramFromStarting()
    {
        m_script->answersAtOnce = false;
        makeRig(soon);
        m_rig->session().start();
        QCOMPARE(m_rig->session().state(), Session::State::Starting);
        QTRY_COMPARE(m_rig->session().state(), Session::State::SignedOut);
        QVERIFY(problemSays("did not answer in time"));
        QVERIFY(problemSays("does not know whether you were signed in"));
    }

    void anEntryFromANewerVersionIsLeftAlone()
    {
        const QString key = m_rig->config.storageKey();
        m_script->entries.insert(key, "{\"version\":2}");
        m_rig->session().start();
        QTRY_COMPARE(m_rig->session().state(), Session::State::SignedOut);
        QVERIFY(problemSays("newer version"));
        QCOMPARE(m_script->entries.value(key), QByteArray("{\"version\":2}"));
    }

    void aLockedKeychainTakesTheTokenOnceItIsUnlocked()
    {
        m_script->failure = Keychain::Outcome::Denied;
        QVERIFY(m_rig->signIn());
        QVERIFY(m_rig->token());
        QVERIFY(problemSays("locked"));
        QVERIFY(m_rig->session().isTokenOnlyInMemory());
        QVERIFY(m_script->entries.isEmpty());

        m_script->failure = Keychain::Outcome::Done;
        m_rig->accounts.tokenAnswers.push_back(Accounts::tokens("access-2")); // keeps its refresh token
        m_rig->now += 2h;
        QVERIFY(m_rig->token());
        QCOMPARE(storedRefreshToken(), QByteArray("refresh-1"));
        QVERIFY(m_rig->session().storageProblem().isEmpty());
        QVERIFY(!m_rig->session().isTokenOnlyInMemory());
    }

    void aRefusedTokenIsNotGivenUpWhileTheKeychainIsLocked()
    {
        QVERIFY(m_rig->signIn());
        QVERIFY(m_rig->token());
        const QString key = m_rig->config.storageKey();
        // Another window has got a newer token meanwhile, and this one cannot look.
        StoredToken newer = *fromKeychainText(m_script->entries.value(key));
        newer.refreshToken = "refresh-2";
        m_script->entries.insert(key, toKeychainText(newer));
        m_script->failure = Keychain::Outcome::Denied;
        m_rig->accounts.tokenAnswers.push_back(Accounts::refusal(400, "invalid_grant"));
        m_rig->now += 2h;
        const Result<AccessToken> locked = m_rig->token();
        QVERIFY(!locked);
        QCOMPARE(locked.error().kind, ErrorKind::Local);
        QCOMPARE(m_rig->session().state(), Session::State::SignedIn);
        QCOMPARE(storedRefreshToken(), QByteArray("refresh-2"));

        m_script->failure = Keychain::Outcome::Done;
        m_rig->accounts.tokenAnswers.push_back(Accounts::refusal(400, "invalid_grant"));
        m_rig->accounts.tokenAnswers.push_back(Accounts::tokens("access-2"));
        QVERIFY(m_rig->token());
        QCOMPARE(storedRefreshToken(), QByteArray("refresh-2"));
    }

    void aTokenTheKeychainDoesNotTakeInTimeIsUsedAllTheSame()
    {
        m_script->answersAtOnce = false;
        makeRig(soon);
        QVERIFY(m_rig->signIn());
        QVERIFY(m_rig->token());
        QVERIFY(problemSays("did not answer in time"));
        QVERIFY(m_rig->session().isTokenOnlyInMemory());
    }

    void disconnectingWhileTheKeychainIsSlowLeavesNothing_data()
    {
        QTest::addColumn<bool>("afterTheTimeout");
        QTest::newRow("the token is being written") << false;
        QTest::newRow("the writing timed out") << true;
    }

    void disconnectingWhileTheKeychainIsSlowLeavesNothing()
    {
        QFETCH(bool, afterTheTimeout);
        m_script->answersAtOnce = false;
        makeRig(afterTheTimeout ? std::chrono::milliseconds(soon) : std::chrono::milliseconds(never));
        QVERIFY(m_rig->signIn());
        if (afterTheTimeout)
            QTRY_VERIFY(problemSays("did not answer in time"));
        m_rig->session().disconnectAccount();
        QCOMPARE(m_rig->session().state(), Session::State::SignedOut);
        if (afterTheTimeout)
            QTRY_VERIFY(problemSays("may still be in there"));

        // From the last to the first: nothing makes a keychain keep the order of what it was given together.
        const std::size_t cameIn = m_script->held.size();
        for (std::size_t i = cameIn; i-- > 0;)
            m_script->held.at(i).carryOut();
        for (std::size_t i = cameIn; i < m_script->held.size(); ++i)
            m_script->held.at(i).carryOut();
        QCOMPARE(m_script->log.size(), 2);
        QVERIFY(m_script->log.first().startsWith(QStringLiteral("write")));
        QVERIFY(m_script->entries.isEmpty());
    }
};

SEGUE_TEST(TestSessionWithKeychain)
#include "tst_SessionWithKeychain.moc"
