// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/auth/TokenStoreFixture.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::auth;
using segue::auth::test::TokenStoreFixture;

Q_DECLARE_METATYPE(segue::auth::Keychain::Outcome)

/// What is written, found and removed, and what a failure is told as.
class TestKeychainTokenStore : public TokenStoreFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenComesBackAsItWasWritten_data()
    {
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("answers at once") << true;
        QTest::newRow("answers later") << false;
    }

    void aTokenComesBackAsItWasWritten()
    {
        QFETCH(bool, atOnce);
        m_script->answersAtOnce = atOnce;
        const auto written = write("secret");
        const auto found = read();
        const auto removed = remove();
        const auto afterwards = read();
        QMetaObject::invokeMethod(
            this, [this] { m_script->carryOutAll(); }, Qt::QueuedConnection);
        QTRY_COMPARE(afterwards->size(), 1U);
        QVERIFY(written->at(0));
        QVERIFY(found->at(0) && found->at(0)->has_value());
        QCOMPARE(found->at(0)->value(), token("secret"));
        QVERIFY(removed->at(0));
        QVERIFY(afterwards->at(0) && !afterwards->at(0)->has_value());
        QVERIFY(m_script->entries.isEmpty());
    }

    void whatIsNotThereIsNoTokenAndCountsAsRemoved()
    {
        const auto found = read();
        const auto removed = remove();
        QTRY_COMPARE(removed->size(), 1U);
        QVERIFY(found->at(0) && !found->at(0)->has_value());
        QVERIFY(removed->at(0));
    }

    void everyKeyIsAnEntryOfItsOwn()
    {
        m_script->entries.insert(QStringLiteral("another"), toKeychainText(token("another's")));
        const auto written = write("mine");
        const auto removed = remove();
        const auto found = read(QStringLiteral("another"), this);
        QTRY_COMPARE(found->size(), 1U);
        QCOMPARE(found->at(0)->value().refreshToken, QByteArray("another's"));
    }

    void aFailureIsToldInPlainWords_data()
    {
        QTest::addColumn<int>("verb");
        QTest::addColumn<Outcome>("outcome");
        QTest::addColumn<QString>("word");
        const std::pair<const char *, Verb> all[] = {
            {"read", Verb::Read}, {"write", Verb::Write}, {"remove", Verb::Remove}};
        for (const auto &[name, verb] : all) {
            const auto row = [name = name, verb = verb](const char *what, Outcome outcome, const char *word) {
                QTest::addRow("%s, %s", name, what) << static_cast<int>(verb) << outcome << QString::fromLatin1(word);
            };
            row("locked", Outcome::Denied, "locked");
            row("no keychain", Outcome::NoKeychain, "no keychain");
            row("failed", Outcome::Failed, "does not work");
        }
        // Nothing a keychain should say to these; whatever it means, it is not stored.
        QTest::newRow("write, no entry") << static_cast<int>(Verb::Write) << Outcome::NoEntry
                                         << QStringLiteral("does not work");
    }

    void aFailureIsToldInPlainWords()
    {
        QFETCH(int, verb);
        QFETCH(Outcome, outcome);
        QFETCH(QString, word);
        m_script->failure = outcome;
        m_script->detail = QStringLiteral("what the system said");
        const auto outcomes = call(static_cast<Verb>(verb), this);
        QTRY_COMPARE(outcomes->size(), 1U);
        QVERIFY(!outcomes->at(0));
        const Error error = outcomes->at(0).error();
        QCOMPARE(error.kind, ErrorKind::Local);
        QVERIFY2(error.userText.contains(word), qPrintable(error.userText));
        QCOMPARE(error.detail, m_script->detail);
    }

    void anEntryThatCannotBeUnderstoodIsAnErrorThatDoesNotQuoteIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray good = toKeychainText(token("SECRET"));
        QTest::newRow("a newer version") << QByteArray(good).replace("\"version\":1", "\"version\":2");
        QTest::newRow("the version as a text") << QByteArray(good).replace("\"version\":1", "\"version\":\"1\"");
        QTest::newRow("cut off") << good.chopped(1);
        QTest::newRow("bytes behind it") << good + "x";
        QTest::newRow("another name for the token") << QByteArray(good).replace("refresh_token", "token");
        QTest::newRow("the token as a number") << QByteArray(good).replace("\"SECRET\"", "7");
        QTest::newRow("an empty token") << QByteArray(good).replace("SECRET", "");
        QTest::newRow("the bare token") << QByteArray("SECRET");
        QTest::newRow("a list") << "[" + good + "]";
        QTest::newRow("nothing") << QByteArray();
    }

    void anEntryThatCannotBeUnderstoodIsAnErrorThatDoesNotQuoteIt()
    {
        QFETCH(QByteArray, text);
        m_script->entries.insert(m_key, text);
        const auto found = read();
        QTRY_COMPARE(found->size(), 1U);
        QVERIFY(!found->at(0));
        const Error error = found->at(0).error();
        QCOMPARE(error.kind, ErrorKind::Local);
        QVERIFY2(error.userText.contains(QStringLiteral("damaged")), qPrintable(error.userText));
        QVERIFY(!QString(error.userText + error.detail).contains(QStringLiteral("SECRET")));
        QCOMPARE(m_script->entries.value(m_key), text); // a newer Segue may still want it
    }
};

SEGUE_TEST(TestKeychainTokenStore)
#include "tst_KeychainTokenStore.moc"
