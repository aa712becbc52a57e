// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/auth/TokenStoreFixture.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::auth;
using segue::auth::test::TokenStoreFixture;

/// The store against a keychain that answers at once, later, never, twice, or when everybody has gone.
class TestKeychainAnswers : public TokenStoreFixture
{
    Q_OBJECT

private Q_SLOTS:
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
};

SEGUE_TEST(TestKeychainAnswers)
#include "tst_KeychainAnswers.moc"
