// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/auth/AuthSupport.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QTest>

namespace segue::test
{

using namespace segue::auth;

std::shared_ptr<Page> Browser::open(const QUrl &url)
{
    auto page = std::make_shared<Page>();
    QNetworkReply *reply = m_network.get(QNetworkRequest(url));
    connect(reply, &QNetworkReply::finished, this, [reply, page] {
        page->status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        page->body = reply->readAll();
        page->arrived = true;
        reply->deleteLater();
    });
    return page;
}

Accounts::Accounts() : server([this](const HttpRequest &request) { return answer(request); }) {}

HttpAnswer Accounts::tokens(const QByteArray &access, const QByteArray &refresh, int lifetime, const QByteArray &scope)
{
    QJsonObject object{{QLatin1String("access_token"), QString::fromLatin1(access)},
                       {QLatin1String("token_type"), QStringLiteral("Bearer")},
                       {QLatin1String("expires_in"), lifetime}};
    if (!refresh.isEmpty())
        object.insert(QLatin1String("refresh_token"), QString::fromLatin1(refresh));
    if (!scope.isEmpty())
        object.insert(QLatin1String("scope"), QString::fromLatin1(scope));
    return HttpAnswer{.body = QJsonDocument(object).toJson()};
}

HttpAnswer Accounts::refusal(int status, const QByteArray &error)
{
    return HttpAnswer{.status = status, .body = "{\"error\":\"" + error + "\",\"error_description\":\"as scripted\"}"};
}

QList<HttpRequest> Accounts::tokenRequests() const
{
    QList<HttpRequest> found;
    for (const HttpRequest &request : server.requests()) {
        if (request.path() == "/api/token")
            found.append(request);
    }
    return found;
}

HttpAnswer Accounts::answer(const HttpRequest &request)
{
    if (request.path() == "/authorize") {
        if (!consents)
            return HttpAnswer{.body = "consent?"};
        const QUrlQuery query = request.query();
        const QByteArray answer = error.isEmpty() ? QByteArray("?code=" + code.toPercentEncoding())
                                                  : QByteArray("?error=" + error.toPercentEncoding());
        const QByteArray location =
            query.queryItemValue(QStringLiteral("redirect_uri"), QUrl::FullyDecoded).toLatin1() + answer +
            "&state=" + query.queryItemValue(QStringLiteral("state"), QUrl::FullyEncoded).toLatin1();
        return HttpAnswer{.status = 302, .headers = {{"Location", location}}};
    }
    if (request.path() != "/api/token")
        return HttpAnswer{.status = 404};
    if (!tokenAnswers.empty()) {
        const HttpAnswer next = tokenAnswers.front();
        tokenAnswers.pop_front();
        return next;
    }
    const QByteArray number = QByteArray::number(++m_given);
    return tokens("access-" + number, "refresh-" + number);
}

void ScriptedStore::run(QObject *context, std::function<void()> operation)
{
    auto guarded = [context = QPointer<QObject>(context), operation = std::move(operation)] {
        if (context)
            QMetaObject::invokeMethod(context, operation, Qt::QueuedConnection);
    };
    if (held)
        m_waiting.push_back(guarded);
    else
        guarded();
}

void ScriptedStore::release()
{
    held = false;
    for (const auto &operation : std::exchange(m_waiting, {}))
        operation();
}

void ScriptedStore::read(const QString &key, QObject *context, Done<std::optional<StoredToken>> done)
{
    log.append(QStringLiteral("read"));
    run(context, [this, key, done] {
        if (failure)
            done(Unexpected(*failure));
        else
            done(entries.contains(key) ? std::optional<StoredToken>(entries.value(key)) : std::nullopt);
    });
}

void ScriptedStore::write(const QString &key, const StoredToken &token, QObject *context, Done<Nothing> done)
{
    log.append(QString(QStringLiteral("write ") + QString::fromLatin1(token.refreshToken)));
    run(context, [this, key, token, done] {
        if (failure) {
            done(Unexpected(*failure));
            return;
        }
        entries.insert(key, token);
        done(Nothing{});
    });
}

void ScriptedStore::remove(const QString &key, QObject *context, Done<Nothing> done)
{
    log.append(QStringLiteral("remove"));
    run(context, [this, key, done] {
        if (failure) {
            done(Unexpected(*failure));
            return;
        }
        entries.remove(key);
        done(Nothing{});
    });
}

SignInRig::SignInRig()
{
    config.clientId = QStringLiteral("0123456789abcdef0123456789abcdef");
    config.accountsUrl = accounts.url();
    times.clock = [this] { return now; };
}

SignInRig::~SignInRig() = default;

Session &SignInRig::session()
{
    if (!m_session) {
        const auto open = [this](const QUrl &url) {
            opened.append(url);
            if (browserWorks)
                page = browser.open(url);
            return browserWorks;
        };
        TokenStore &tokens = storeInstead ? *storeInstead : store;
        m_session = std::make_unique<Session>(config, tokens, network, open, times);
    }
    return *m_session;
}

bool SignInRig::signIn()
{
    session().signIn();
    const bool ended =
        QTest::qWaitFor([this] { return session().state() != Session::State::SigningIn && (!page || page->arrived); });
    return ended && session().state() == Session::State::SignedIn;
}

bool SignInRig::settle()
{
    return signIn() && token() && QTest::qWaitFor([this] { return store.entries.size() == 1; });
}

Result<AccessToken> SignInRig::token()
{
    QObject context;
    std::optional<Result<AccessToken>> outcome;
    session().requestToken(&context, [&outcome](const Result<AccessToken> &result) { outcome = result; });
    if (!QTest::qWaitFor([&outcome] { return outcome.has_value(); }))
        return Unexpected(Error{.detail = QStringLiteral("no outcome")});
    return *outcome;
}

void SignInRig::putIntoStore(const QByteArray &refreshToken, const QStringList &scopes)
{
    SignInConfig normal = config;
    store.entries.insert(
        normal.storageKey(),
        StoredToken{.refreshToken = refreshToken, .scopes = scopes, .signedInAt = QDateTime::currentDateTimeUtc()});
}

} // namespace segue::test
