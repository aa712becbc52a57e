// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/SignInConfig.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::auth;

class TestSignInConfig : public QObject
{
    Q_OBJECT

    static SignInConfig good()
    {
        SignInConfig config;
        config.clientId = QStringLiteral("0123456789abcdef0123456789abcdef");
        return config;
    }

private Q_SLOTS:
    void isRightAsItComes()
    {
        QVERIFY(!good().problem());
        QCOMPARE(good().accountsUrl, QUrl(QStringLiteral("https://accounts.spotify.com")));
        QVERIFY(good().scopes.contains(QStringLiteral("ugc-image-upload")));
        QVERIFY(good().scopes.contains(QStringLiteral("user-library-modify")));
        QCOMPARE(good().redirectPort, quint16(0));
    }

    void refusesClientIds_data()
    {
        QTest::addColumn<QString>("clientId");
        for (const char *id : {"", " ", "with space", "abc\ndef", "a&b=c", "a%20b", "абв", "x/y"})
            QTest::newRow(id) << QString::fromUtf8(id);
        QTest::newRow("long") << QString(129, u'a');
        QTest::newRow("newline at its end") << QStringLiteral("abc\n");
    }
    void refusesClientIds()
    {
        QFETCH(QString, clientId);
        SignInConfig config = good();
        config.clientId = clientId;
        QVERIFY(config.problem());
        QCOMPARE(config.problem()->kind, ErrorKind::InvalidInput);
        QVERIFY(!looksLikeClientId(clientId));
    }

    void refusesPlainHttpToTheWorld()
    {
        SignInConfig config = good();
        config.accountsUrl = QUrl(QStringLiteral("http://accounts.spotify.com"));
        QVERIFY(config.problem());
    }

    void storageKeysDiffer()
    {
        SignInConfig other = good();
        other.accountsUrl = QUrl(QStringLiteral("https://accounts.spotify.com/"));
        QCOMPARE(other.storageKey(), good().storageKey());

        QSet<QString> keys{good().storageKey()};
        other = good();
        other.accountsUrl = QUrl(QStringLiteral("https://accounts.example.org"));
        keys.insert(other.storageKey());
        other = good();
        other.clientId = QStringLiteral("other");
        keys.insert(other.storageKey());
        other = good();
        other.profile = QStringLiteral("work");
        keys.insert(other.storageKey());
        other.profile = QString(QStringLiteral("work/") + good().clientId);
        keys.insert(other.storageKey());
        QCOMPARE(keys.size(), 5);
    }

    void namesTheRedirectToRegister()
    {
        QCOMPARE(redirectUriToRegister(0), QStringLiteral("http://127.0.0.1/callback"));
        QCOMPARE(redirectUriToRegister(8888), QStringLiteral("http://127.0.0.1:8888/callback"));
    }

    void knowsTheFormOfClientIds()
    {
        QVERIFY(looksLikeClientId(good().clientId));
        QVERIFY(!looksLikeClientId(QStringLiteral("0123456789abcdef0123456789abcdeg")));
        QVERIFY(!looksLikeClientId(QStringLiteral("0123456789abcdef")));
    }
};

SEGUE_TEST(TestSignInConfig)
#include "tst_SignInConfig.moc"
