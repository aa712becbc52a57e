// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/KeychainTokenStore.h"
#include "app/auth/StoredTokenText.h"
#include "tests/app/auth/ScriptedKeychain.h"
#include "tests/support/TestMain.h"

#include <QTimeZone>

using namespace segue;
using namespace segue::auth;
using namespace std::chrono_literals;
using segue::test::KeychainScript;
using segue::test::ScriptedKeychain;

using Outcome = Keychain::Outcome;
using Found = std::optional<StoredToken>;
Q_DECLARE_METATYPE(segue::auth::Keychain::Outcome)

/// The store against a keychain that answers at once, later, never, twice, or when everybody has gone.
class TestKeychainTokenStore : public QObject
{
    Q_OBJECT

    enum class Verb { Read, Write, Remove };

    static constexpr auto never = 1h;
    static constexpr auto soon = 1ms;

    std::shared_ptr<KeychainScript> m_script;
    std::unique_ptr<KeychainTokenStore> m_store;
    const QString m_key = QStringLiteral("account");

    void makeStore(std::chrono::milliseconds timeout)
    {
        m_store = std::make_unique<KeychainTokenStore>(std::make_unique<ScriptedKeychain>(m_script), timeout);
    }

    static StoredToken token(const QByteArray &refreshToken)
    {
        return StoredToken{.refreshToken = refreshToken,
                           .scopes = {QStringLiteral("playlist-read-private"), QStringLiteral("ugc-image-upload")},
                           .signedInAt = QDateTime(QDate(2025, 2, 3), QTime(4, 5, 6, 789), QTimeZone::utc())};
    }

    /// All outcomes of one call, as they come in.
    template <typename T>
    using Outcomes = std::shared_ptr<std::vector<Result<T>>>;

    template <typename T>
    static std::pair<Outcomes<T>, Done<T>> listen()
    {
        auto outcomes = std::make_shared<std::vector<Result<T>>>();
        return {outcomes, [outcomes](const Result<T> &result) { outcomes->push_back(result); }};
    }

    Outcomes<Found> read(const QString &key, QObject *context)
    {
        const auto [outcomes, done] = listen<Found>();
        m_store->read(key, context, done);
        return outcomes;
    }
    Outcomes<Found> read() { return read(m_key, this); }

    Outcomes<Nothing> write(const QByteArray &refreshToken, QObject *context)
    {
        const auto [outcomes, done] = listen<Nothing>();
        m_store->write(m_key, token(refreshToken), context, done);
        return outcomes;
    }
    Outcomes<Nothing> write(const QByteArray &refreshToken) { return write(refreshToken, this); }

    Outcomes<Nothing> remove()
    {
        const auto [outcomes, done] = listen<Nothing>();
        m_store->remove(m_key, this, done);
        return outcomes;
    }

    /// The outcome of any of the three, without what a read has found.
    Outcomes<Nothing> call(Verb verb, QObject *context)
    {
        const auto [outcomes, done] = listen<Nothing>();
        switch (verb) {
        case Verb::Read:
            m_store->read(m_key, context, [done = done](const Result<Found> &result) {
                done(result.map([](const Found &) { return Nothing{}; }));
            });
            break;
        case Verb::Write:
            m_store->write(m_key, token("written"), context, done);
            break;
        case Verb::Remove:
            m_store->remove(m_key, context, done);
            break;
        }
        return outcomes;
    }

    static void verbs()
    {
        QTest::addColumn<int>("verb");
        QTest::newRow("read") << static_cast<int>(Verb::Read);
        QTest::newRow("write") << static_cast<int>(Verb::Write);
        QTest::newRow("remove") << static_cast<int>(Verb::Remove);
    }

    /// Whatever was queued until now has been delivered then, so what did not happen will not happen either.
    static void deliverEverything() { QCoreApplication::processEvents(); }

    QByteArray storedRefreshToken() const
    {
        const Found found = fromKeychainText(m_script->entries.value(m_key));
        return found ? found->refreshToken : QByteArray();
    }

private Q_SLOTS:
    void init()
    {
        m_script = std::make_shared<KeychainScript>();
        makeStore(never);
    }
    void cleanup()
    {
        m_store.reset();
        m_script.reset();
    }

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

    void theOutcomeComesAfterTheCallHasReturned_data() { verbs(); }

    void theOutcomeComesAfterTheCallHasReturned()
    {
        QFETCH(int, verb);
        m_script->answersAtOnce = true;
        const auto outcomes = call(static_cast<Verb>(verb), this);
        QCOMPARE(outcomes->size(), 0U);
        QTRY_COMPARE(outcomes->size(), 1U);
    }

    void withoutAnAnswerThereIsATimeout_data() { verbs(); }

    void withoutAnAnswerThereIsATimeout()
    {
        QFETCH(int, verb);
        m_script->answersAtOnce = false;
        makeStore(soon);
        const auto outcomes = call(static_cast<Verb>(verb), this);
        QTRY_COMPARE(outcomes->size(), 1U);
        QVERIFY(!outcomes->at(0));
        QCOMPARE(outcomes->at(0).error().kind, ErrorKind::Timeout);
        QVERIFY(!outcomes->at(0).error().userText.isEmpty());

        m_script->carryOutAll();
        deliverEverything();
        QCOMPARE(outcomes->size(), 1U);
    }

    void twoAnswersAreOneOutcome_data() { verbs(); }

    void twoAnswersAreOneOutcome()
    {
        QFETCH(int, verb);
        m_script->answersAtOnce = false;
        const auto outcomes = call(static_cast<Verb>(verb), this);
        m_script->held.at(0).carryOut();
        m_script->failure = Outcome::Failed;
        m_script->held.at(0).fail();
        deliverEverything();
        QCOMPARE(outcomes->size(), 1U);
        QVERIFY(outcomes->at(0));
        m_script->held.at(0).fail();
        deliverEverything();
        QCOMPARE(outcomes->size(), 1U);
    }

    void nobodyIsToldOnceTheContextIsGone_data() { verbs(); }

    void nobodyIsToldOnceTheContextIsGone()
    {
        QFETCH(int, verb);
        m_script->answersAtOnce = false;
        auto context = std::make_unique<QObject>();
        const auto beforeTheAnswer = call(static_cast<Verb>(verb), context.get());
        context.reset();
        m_script->held.at(0).carryOut();

        context = std::make_unique<QObject>();
        const auto beforeTheDelivery = call(static_cast<Verb>(verb), context.get());
        m_script->held.at(1).carryOut();
        context.reset();

        deliverEverything();
        QCOMPARE(beforeTheAnswer->size(), 0U);
        QCOMPARE(beforeTheDelivery->size(), 0U);
        // Both were carried out all the same: what Segue wants stored does not depend on who still listens.
        QCOMPARE(m_script->held.size(), 2U);
        QCOMPARE(m_script->entries.size(), static_cast<Verb>(verb) == Verb::Write ? 1 : 0);
    }

    void aContextThatGoesBeforeTheTimeoutIsNotTold()
    {
        m_script->answersAtOnce = false;
        makeStore(soon);
        auto context = std::make_unique<QObject>();
        const auto gone = write("secret", context.get());
        context.reset();
        const auto later = read();
        QTRY_COMPARE(later->size(), 1U); // its time ends after that of the other
        QCOMPARE(gone->size(), 0U);
    }

    void anOutcomeComesEvenWhenTheStoreIsGone()
    {
        m_script->answersAtOnce = false;
        const auto answered = write("secret");
        m_store.reset();
        m_script->carryOutAll();
        QTRY_COMPARE(answered->size(), 1U);
        QVERIFY(answered->at(0));

        makeStore(soon);
        m_script->held.clear();
        const auto underWay = read();
        const auto waiting = remove();
        m_store.reset();
        QTRY_VERIFY(underWay->size() == 1U && waiting->size() == 1U);
        QCOMPARE(underWay->at(0).error().kind, ErrorKind::Timeout);
        QCOMPARE(waiting->at(0).error().kind, ErrorKind::Timeout);
        m_script->carryOutAll();
        deliverEverything();
        QCOMPARE(underWay->size(), 1U);
        QCOMPARE(waiting->size(), 1U);
    }

    void operationsOnOneKeyWaitForEachOther()
    {
        m_script->answersAtOnce = false;
        const auto first = write("first");
        const auto second = write("second");
        const auto found = read();
        deliverEverything();
        QCOMPARE(m_script->log, QStringList({QStringLiteral("write account")}));
        m_script->held.at(0).carryOut();
        QCOMPARE(m_script->held.size(), 2U);
        m_script->held.at(1).carryOut();
        QCOMPARE(m_script->held.size(), 3U);
        m_script->held.at(2).carryOut();
        QTRY_COMPARE(found->size(), 1U);
        QCOMPARE(found->at(0)->value().refreshToken, QByteArray("second"));
        QVERIFY(first->at(0));
        QVERIFY(second->at(0));
    }

    void operationsOnOtherKeysDoNotWait()
    {
        m_script->answersAtOnce = false;
        const auto mine = write("mine");
        const auto another = read(QStringLiteral("another"), this);
        QCOMPARE(m_script->held.size(), 2U);
        m_script->held.at(1).carryOut();
        QTRY_COMPARE(another->size(), 1U);
        QCOMPARE(mine->size(), 0U);
    }

    void aFailureLetsTheNextOneThrough()
    {
        m_script->answersAtOnce = false;
        m_script->failure = Outcome::Denied;
        const auto written = write("secret");
        const auto removed = remove();
        m_script->held.at(0).fail();
        QCOMPARE(m_script->held.size(), 2U);
        m_script->held.at(1).carryOut();
        QTRY_COMPARE(removed->size(), 1U);
        QVERIFY(!written->at(0));
        QVERIFY(removed->at(0));
    }

    void anAnswerThatComesTwiceLetsOneThrough()
    {
        m_script->answersAtOnce = false;
        const auto first = write("first");
        const auto second = write("second");
        const auto removed = remove();
        m_script->held.at(0).carryOut();
        m_script->held.at(0).carryOut();
        QCOMPARE(m_script->log, QStringList({QStringLiteral("write account"), QStringLiteral("write account")}));
    }

    void aLateWriteDoesNotBringBackWhatWasRemoved()
    {
        m_script->answersAtOnce = false;
        makeStore(soon);
        const auto written = write("secret");
        QTRY_COMPARE(written->size(), 1U);
        QCOMPARE(written->at(0).error().kind, ErrorKind::Timeout);
        const auto removed = remove();
        QTRY_COMPARE(removed->size(), 1U);
        QCOMPARE(removed->at(0).error().kind, ErrorKind::Timeout); // the entry may come into being yet
        QCOMPARE(m_script->log, QStringList({QStringLiteral("write account")}));

        m_script->held.at(0).carryOut(); // the keychain was unlocked at last
        QCOMPARE(storedRefreshToken(), QByteArray("secret"));
        QCOMPARE(m_script->log.last(), QStringLiteral("remove account"));
        m_script->held.at(1).carryOut();
        QVERIFY(m_script->entries.isEmpty());
    }

    void aLateWriteDoesNotReplaceANewerOne()
    {
        m_script->answersAtOnce = false;
        makeStore(soon);
        const auto first = write("first");
        QTRY_COMPARE(first->size(), 1U);
        const auto second = write("rotated");
        QTRY_COMPARE(second->size(), 1U);
        // A keychain that overtakes itself: what came in last goes first.
        const std::size_t cameIn = m_script->held.size();
        for (std::size_t i = cameIn; i-- > 0;)
            m_script->held.at(i).carryOut();
        for (std::size_t i = cameIn; i < m_script->held.size(); ++i)
            m_script->held.at(i).carryOut();
        QCOMPARE(storedRefreshToken(), QByteArray("rotated"));
    }

    void whatWaitsIsCarriedOutWhenItsContextIsGone()
    {
        m_script->answersAtOnce = false;
        auto context = std::make_unique<QObject>();
        const auto first = write("first");
        const auto second = write("second", context.get());
        context.reset();
        m_script->carryOutAll();
        deliverEverything();
        QCOMPARE(first->size(), 1U);
        QCOMPARE(second->size(), 0U);
        QCOMPARE(storedRefreshToken(), QByteArray("second"));
    }
};

SEGUE_TEST(TestKeychainTokenStore)
#include "tst_KeychainTokenStore.moc"
