// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/KeychainTokenStore.h"
#include "app/auth/SystemKeychain.h"
#include "tests/app/auth/AuthSupport.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::auth;
using segue::test::Accounts;
using segue::test::SignInRig;

/// QtKeychain itself on a desktop without a keychain service: nobody answers on the session bus.
class TestSystemKeychain : public QObject
{
    Q_OBJECT

    struct Answer {
        Keychain::Outcome outcome;
        QByteArray secret;
        QString detail;
    };

    /// A name that is nobody's, should a keychain turn up all the same.
    const QString m_service = QStringLiteral("segue-tests");
    const QString m_key = QStringLiteral("nobody");
    QHash<QByteArray, QByteArray> m_environment;

    void replaceInEnvironment(const char *name, const QByteArray &value)
    {
        m_environment.insert(name, qgetenv(name));
        qputenv(name, value);
    }

private Q_SLOTS:
    void initTestCase()
    {
#if !defined(Q_OS_UNIX) || defined(Q_OS_MACOS)
        QSKIP("This system always has a keychain, and it is the one of whoever runs the test.");
#endif
        replaceInEnvironment("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        replaceInEnvironment("SECRET_BACKEND", "service"); // libsecret can also write a file
    }

    void cleanupTestCase()
    {
        for (auto it = m_environment.cbegin(); it != m_environment.cend(); ++it)
            it->isNull() ? qunsetenv(it.key().constData()) : qputenv(it.key().constData(), *it);
    }

    void everyCallFailsBeforeTheStoreWouldGiveUp()
    {
        const auto answers = std::make_shared<std::vector<Answer>>(); // an answer may come after the test has failed
        const auto take = [answers](Keychain::Outcome outcome, const QByteArray &secret, const QString &detail) {
            answers->push_back({outcome, secret, detail});
        };
        SystemKeychain keychain(m_service);
        keychain.read(m_key, take);
        keychain.write(m_key, "SECRET", take);
        keychain.remove(m_key, take);
        QVERIFY(QTest::qWaitFor([answers] { return answers->size() == 3; },
                                static_cast<int>(KeychainTokenStore::defaultTimeout.count())));
        for (const Answer &answer : *answers) {
            QVERIFY(answer.outcome == Keychain::Outcome::NoKeychain || answer.outcome == Keychain::Outcome::Failed);
            QVERIFY(answer.secret.isEmpty());
            QVERIFY(!answer.detail.contains(QStringLiteral("SECRET")));
        }
    }

    void theSessionGoesOnInMemoryAndSaysSo()
    {
        KeychainTokenStore store(std::make_unique<SystemKeychain>(m_service), KeychainTokenStore::defaultTimeout);
        SignInRig rig;
        rig.storeInstead = &store;
        rig.session().start();
        QTRY_COMPARE_WITH_TIMEOUT(rig.session().state(), Session::State::SignedOut, 15'000);
        const QString whileSignedOut = rig.session().storageProblem();
        QVERIFY(!whileSignedOut.isEmpty());

        rig.accounts.tokenAnswers.push_back(Accounts::tokens("SECRETACCESS", "SECRETREFRESH"));
        QVERIFY(rig.signIn());
        QVERIFY(rig.token());
        QVERIFY(rig.session().isTokenOnlyInMemory());
        const QString whileSignedIn = rig.session().storageProblem();
        QVERIFY2(whileSignedIn.contains(QStringLiteral("only until")), qPrintable(whileSignedIn));
        QVERIFY(!whileSignedIn.contains(QStringLiteral("SECRET")));
    }
};

SEGUE_TEST(TestSystemKeychain)
#include "tst_SystemKeychain.moc"
