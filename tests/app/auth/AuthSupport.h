// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/MemoryTokenStore.h"
#include "app/auth/Session.h"
#include "tests/support/ScriptedServer.h"

#include <QNetworkAccessManager>

#include <deque>

namespace segue::test
{

/// What a browser shows at the end of its way.
struct Page {
    bool arrived = false; ///< the rest counts from then on
    int status = 0;       ///< 0: nobody answered
    QByteArray body;
};

/// A browser as far as sign-in needs one: fetches an address and follows redirects.
class Browser : public QObject
{
public:
    std::shared_ptr<Page> open(const QUrl &url);

private:
    QNetworkAccessManager m_network;
};

/// An accounts service of the simplest kind, over real HTTP: consents by itself, and answers the token endpoint with
/// what was scripted.
class Accounts
{
public:
    Accounts();

    ScriptedServer server;
    QByteArray code = "the-code";        ///< what a consent redirects with
    QByteArray error;                    ///< instead of a consent
    std::deque<HttpAnswer> tokenAnswers; ///< used up one by one; then every answer is a good one
    bool consents = true;                ///< false: /authorize shows a page and leaves it to the test

    [[nodiscard]] QList<HttpRequest> tokenRequests() const;
    [[nodiscard]] QUrl url() const { return server.url(QString()); }

    /// A good answer of the token endpoint; no refresh_token or scope when empty.
    static HttpAnswer tokens(const QByteArray &access, const QByteArray &refresh = {}, int lifetime = 3600,
                             const QByteArray &scope = "playlist-read-private ugc-image-upload");
    static HttpAnswer refusal(int status, const QByteArray &error);

private:
    HttpAnswer answer(const HttpRequest &request);
    int m_given = 0;
};

/// A store that can be told to fail or to wait.
class ScriptedStore : public auth::TokenStore
{
public:
    void read(const QString &key, QObject *context, Done<std::optional<auth::StoredToken>> done) override;
    void write(const QString &key, const auth::StoredToken &token, QObject *context, Done<Nothing> done) override;
    void remove(const QString &key, QObject *context, Done<Nothing> done) override;
    [[nodiscard]] bool isPersistent() const override { return true; }

    /// Lets everything that was held happen.
    void release();

    QHash<QString, auth::StoredToken> entries;
    std::optional<Error> failure; ///< what every operation ends with
    bool held = false;            ///< operations wait for release()
    QStringList log;              ///< "read", "write <refresh token>", "remove"

private:
    void run(QObject *context, std::function<void()> operation);
    std::vector<std::function<void()>> m_waiting;
};

/// A session with everything it needs, and a clock the test turns.
class SignInRig
{
public:
    SignInRig();
    ~SignInRig();

    /// Made when first asked for, so that a test can set things up before.
    auth::Session &session();
    void remakeSession() { m_session.reset(); }
    /// Goes through the browser and waits for the end; true when signed in.
    bool signIn();
    /// signIn(), and waits until the sign-in is stored and the first access token is there.
    bool settle();
    /// A token, or why there is none; waits for it.
    Result<auth::AccessToken> token();
    void putIntoStore(const QByteArray &refreshToken, const QStringList &scopes = {});

    Accounts accounts;
    Browser browser;
    ScriptedStore store;
    auth::TokenStore *storeInstead = nullptr; ///< for the session, when `store` is not wanted
    QNetworkAccessManager network;
    auth::SignInConfig config;
    auth::SessionTimes times;
    std::chrono::milliseconds now{1'000'000};
    bool browserWorks = true;
    QList<QUrl> opened;
    std::shared_ptr<Page> page; ///< of the last address opened

private:
    std::unique_ptr<auth::Session> m_session;
};

} // namespace segue::test
