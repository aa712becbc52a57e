// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/Session.h"
#include "tests/app/auth/AuthSupport.h"
#include "tests/support/TestMain.h"

#include <QCryptographicHash>
#include <QLoggingCategory>
#include <QNetworkInterface>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QUrlQuery>

using namespace segue;
using namespace segue::auth;
using namespace std::chrono_literals;
using segue::test::Accounts;
using segue::test::SignInRig;

namespace
{

QStringList &messages()
{
    static QStringList all;
    return all;
}

void collect(QtMsgType, const QMessageLogContext &, const QString &text)
{
    messages().append(text);
}

} // namespace

/// The session against a scripted accounts service: the whole way through a browser, and each trap of QtNetworkAuth.
class TestSession : public QObject
{
    Q_OBJECT

    std::unique_ptr<SignInRig> m_rig;

    QUrl redirect() const
    {
        return QUrl(QUrlQuery(m_rig->opened.last()).queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded));
    }
    QString state() const
    {
        return QUrlQuery(m_rig->opened.last()).queryItemValue(QStringLiteral("state"), QUrl::FullyDecoded);
    }

private Q_SLOTS:
    void init() { m_rig = std::make_unique<SignInRig>(); }
    void cleanup() { m_rig.reset(); }

    void signsInWithPkceAndOneStrongState()
    {
        QVERIFY(m_rig->signIn());
        const QUrlQuery asked(m_rig->opened.first());
        const auto value = [&asked](const char *name) {
            return asked.queryItemValue(QLatin1String(name), QUrl::FullyDecoded);
        };
        QCOMPARE(asked.allQueryItemValues(QStringLiteral("state")).size(), 1);
        QCOMPARE(asked.allQueryItemValues(QStringLiteral("code_challenge")).size(), 1);
        QCOMPARE(asked.allQueryItemValues(QStringLiteral("redirect_uri")).size(), 1);
        QCOMPARE(value("response_type"), QStringLiteral("code"));
        QCOMPARE(value("code_challenge_method"), QStringLiteral("S256"));
        QVERIFY(value("state").size() >= 22);
        QVERIFY(value("scope").contains(QStringLiteral("ugc-image-upload")));
        QVERIFY(!asked.hasQueryItem(QStringLiteral("code_verifier")));
        QVERIFY(!asked.hasQueryItem(QStringLiteral("client_secret")));

        const QUrl back(value("redirect_uri"));
        QCOMPARE(back.scheme(), QStringLiteral("http"));
        QCOMPARE(back.host(), QStringLiteral("127.0.0.1"));
        QVERIFY(back.port() > 0);

        QCOMPARE(m_rig->accounts.tokenRequests().size(), 1);
        const QUrlQuery form = m_rig->accounts.tokenRequests().first().form();
        const QString verifier = form.queryItemValue(QStringLiteral("code_verifier"));
        QVERIFY(verifier.size() >= 43 && verifier.size() <= 128);
        QCOMPARE(QString::fromLatin1(QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256)
                                         .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals)),
                 value("code_challenge"));
        QCOMPARE(form.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded), value("redirect_uri"));
        QVERIFY(!form.hasQueryItem(QStringLiteral("client_secret")));
    }

    void everySignInHasItsOwnSecrets()
    {
        QVERIFY(m_rig->signIn());
        const QString first = state();
        const QString verifier =
            m_rig->accounts.tokenRequests().first().form().queryItemValue(QStringLiteral("code_verifier"));
        m_rig->session().disconnectAccount();
        QVERIFY(m_rig->signIn());
        QVERIFY(state() != first);
        QVERIFY(m_rig->accounts.tokenRequests().last().form().queryItemValue(QStringLiteral("code_verifier")) !=
                verifier);
    }

    void aCodeArrivesAtTheServiceToTheLetter_data()
    {
        QTest::addColumn<QByteArray>("code");
        for (const char *code : {"plain", "a%2Fb", "a+b", "a b", "100%", "%", "a&b=c", "%252B+%25", "\xc3\xa9"})
            QTest::newRow(code) << QByteArray(code);
    }

    void aCodeArrivesAtTheServiceToTheLetter()
    {
        QFETCH(QByteArray, code);
        m_rig->accounts.code = code;
        QVERIFY(m_rig->signIn());
        // Decoded by hand: what a form says is bytes, + is a space, %XX is a byte.
        const QByteArray body = m_rig->accounts.tokenRequests().first().body;
        for (const QByteArray &field : body.split('&')) {
            if (field.startsWith("code="))
                QCOMPARE(QByteArray::fromPercentEncoding(field.mid(5).replace('+', ' ')), code);
        }
        QVERIFY(body.contains("code="));
    }

    void listensOnThisMachineOnlyAndOnlyWhileSigningIn()
    {
        m_rig->accounts.consents = false;
        m_rig->session().signIn();
        QTRY_COMPARE(m_rig->opened.size(), 1);
        const int port = redirect().port();
        QTcpSocket here;
        here.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(port));
        QVERIFY(here.waitForConnected(2000));
        for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
            if (address.isLoopback())
                continue;
            QTcpSocket elsewhere;
            elsewhere.connectToHost(address, static_cast<quint16>(port));
            QVERIFY2(!elsewhere.waitForConnected(500), qPrintable(address.toString()));
        }
        here.abort();
        m_rig->session().cancelSignIn();
        QCOMPARE(m_rig->session().state(), Session::State::SignedOut);
        QTcpSocket after;
        after.connectToHost(QStringLiteral("127.0.0.1"), static_cast<quint16>(port));
        QVERIFY(!after.waitForConnected(500));
    }

    void aWrongStateNeitherEndsNorCompletesTheSignIn()
    {
        m_rig->accounts.consents = false;
        m_rig->session().signIn();
        QTRY_COMPARE(m_rig->opened.size(), 1);
        QSignalSpy refused(&m_rig->session(), &Session::foreignAnswerRefused);
        const auto callback = [this](const QString &stateText, const QString &rest) {
            QUrl url = redirect();
            url.setQuery(QStringLiteral("state=") + stateText + u'&' + rest);
            return m_rig->browser.open(url);
        };
        const auto wrong = callback(QStringLiteral("guessed"), QStringLiteral("code=evil"));
        QTRY_VERIFY(wrong->arrived);
        QVERIFY(wrong->status >= 400);
        const auto denial = callback(QStringLiteral("guessed"), QStringLiteral("error=access_denied"));
        QTRY_VERIFY(denial->arrived);
        QCOMPARE(m_rig->session().state(), Session::State::SigningIn);
        QVERIFY(refused.size() >= 1);
        QVERIFY(m_rig->accounts.tokenRequests().isEmpty());

        const auto right = callback(state(), QStringLiteral("code=good"));
        QTRY_COMPARE(m_rig->session().state(), Session::State::SignedIn);
        QTRY_VERIFY(right->arrived);
        QCOMPARE(right->status, 200);
        QVERIFY(right->body != wrong->body);
    }

    void aDenialIsTold()
    {
        m_rig->accounts.error = "access_denied";
        QSignalSpy failed(&m_rig->session(), &Session::signInFailed);
        QVERIFY(!m_rig->signIn());
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Denied);
        QCOMPARE(m_rig->session().state(), Session::State::SignedOut);
        QTRY_VERIFY(m_rig->page && m_rig->page->arrived);
        QVERIFY(m_rig->accounts.tokenRequests().isEmpty());
        QVERIFY(m_rig->store.entries.isEmpty());
    }

    void theBrowserIsShownAFailureOfTheExchange()
    {
        m_rig->accounts.tokenAnswers.push_back(Accounts::refusal(400, "invalid_grant"));
        QSignalSpy failed(&m_rig->session(), &Session::signInFailed);
        QVERIFY(!m_rig->signIn());
        QTRY_COMPARE(failed.size(), 1);
        QTRY_VERIFY(m_rig->page && m_rig->page->arrived);
        QVERIFY(m_rig->page->status >= 400 || m_rig->page->body.contains("not"));
        QCOMPARE(m_rig->session().state(), Session::State::SignedOut);
    }

    void givesUpAfterItsTime()
    {
        m_rig->times.signIn = 30ms;
        m_rig->accounts.consents = false;
        QSignalSpy failed(&m_rig->session(), &Session::signInFailed);
        m_rig->session().signIn();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, ErrorKind::Timeout);
        QCOMPARE(m_rig->session().state(), Session::State::SignedOut);
    }

    void nothingSecretIsLogged()
    {
        QLoggingCategory::setFilterRules(QStringLiteral("*=true"));
        const auto before = qInstallMessageHandler(collect);
        messages().clear();
        m_rig->accounts.code = "SECRETCODE";
        m_rig->accounts.tokenAnswers.push_back(Accounts::tokens("SECRETACCESS", "SECRETREFRESH"));
        const bool signedIn = m_rig->settle();
        const QString verifier =
            m_rig->accounts.tokenRequests().first().form().queryItemValue(QStringLiteral("code_verifier"));
        const QString stateText = state();
        m_rig->now += 2h;
        m_rig->accounts.tokenAnswers.push_back(Accounts::refusal(400, "invalid_grant"));
        const Result<AccessToken> token = m_rig->token();
        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules(QString());
        QVERIFY(signedIn);
        QVERIFY(!token);
        const QString all = messages().join(u'\n') + token.error().detail + token.error().userText;
        for (const QString &secret : {QStringLiteral("SECRETCODE"), QStringLiteral("SECRETACCESS"),
                                      QStringLiteral("SECRETREFRESH"), verifier, stateText})
            QVERIFY2(!all.contains(secret), qPrintable(all));
    }
};

SEGUE_TEST(TestSession)
#include "tst_Session.moc"
