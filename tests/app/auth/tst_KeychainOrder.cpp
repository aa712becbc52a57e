// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/auth/TokenStoreFixture.h"
#include "tests/support/TestMain.h"

using namespace segue;
using namespace segue::auth;
using segue::auth::test::TokenStoreFixture;

/// Calls about one key come one after another, so that a late one never undoes a later one.
class TestKeychainOrder : public TokenStoreFixture
{
    Q_OBJECT

private Q_SLOTS:
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

SEGUE_TEST(TestKeychainOrder)
#include "tst_KeychainOrder.moc"
