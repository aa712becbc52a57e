// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/Pkce.h"
#include "tests/support/TestMain.h"

#include <QRegularExpression>

using namespace segue::auth;

class TestPkce : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void challengeIsThatOfTheRfc()
    {
        // RFC 7636, appendix B
        QCOMPARE(challengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
                 QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
    }

    void verifiersAreLongAndUnreserved()
    {
        static const QRegularExpression verifier(QStringLiteral("\\A[A-Za-z0-9._~-]{43,128}\\z"));
        static const QRegularExpression challenge(QStringLiteral("\\A[A-Za-z0-9_-]{43}\\z"));
        QSet<QByteArray> seen;
        for (int i = 0; i < 200; ++i) {
            const Pkce pkce = makePkce();
            QVERIFY(verifier.match(QString::fromLatin1(pkce.verifier)).hasMatch());
            QVERIFY(challenge.match(QString::fromLatin1(pkce.challenge)).hasMatch());
            QCOMPARE(pkce.challenge, challengeOf(pkce.verifier));
            seen.insert(pkce.verifier);
        }
        QCOMPARE(seen.size(), 200);
    }

    void statesAreLongAndNeverTheSame()
    {
        static const QRegularExpression form(QStringLiteral("\\A[A-Za-z0-9_-]{43}\\z"));
        QSet<QByteArray> seen;
        for (int i = 0; i < 200; ++i) {
            seen.insert(makeState());
            QVERIFY(form.match(QString::fromLatin1(makeState())).hasMatch());
        }
        QCOMPARE(seen.size(), 200);
    }

    void comparesWhole()
    {
        QVERIFY(equalInConstantTime("abc", "abc"));
        QVERIFY(!equalInConstantTime("abc", "abd"));
        QVERIFY(!equalInConstantTime("abc", "ab"));
        QVERIFY(!equalInConstantTime("", "a"));
        QVERIFY(equalInConstantTime("", ""));
    }
};

SEGUE_TEST(TestPkce)
#include "tst_Pkce.moc"
