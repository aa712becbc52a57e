// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/TokenKeeper.h"

#include <QCoreApplication>

namespace segue::auth
{

namespace
{
Error signedOut()
{
    return Error{.kind = ErrorKind::SignedOut,
                 .userText = QCoreApplication::translate("segue::auth", "You are signed out. Please sign in.")};
}
} // namespace

TokenKeeper::TokenKeeper(const SignInConfig &config, TokenStore &store, QNetworkAccessManager &network,
                         const SessionTimes &times, QObject *parent)
    : QObject(parent), m_config(config), m_store(store), m_network(network), m_times(times),
      m_epoch(std::make_unique<QObject>())
{
}

TokenKeeper::~TokenKeeper() = default;

void TokenKeeper::expectAccount()
{
    forget();
    m_account = Account::Unknown;
}

void TokenKeeper::adopt(const StoredToken &token)
{
    m_account = Account::Held;
    m_token = token;
    m_stored = true;
    serveSoon();
}

void TokenKeeper::accept(const TokenAnswer &answer, std::chrono::milliseconds requestedAt)
{
    // Whoever waits for the old token is served with the new one.
    m_epoch = std::make_unique<QObject>();
    m_refresh.reset();
    m_account = Account::Held;
    m_token = StoredToken{
        .refreshToken = answer.refreshToken, .scopes = answer.scopes, .signedInAt = QDateTime::currentDateTimeUtc()};
    m_stored = false;
    holdAccess(answer, requestedAt);
    writeThenHandOut();
}

void TokenKeeper::forget()
{
    m_epoch = std::make_unique<QObject>();
    m_refresh.reset();
    m_busy = false;
    m_account = Account::None;
    m_token = {};
    m_access.reset();
    m_stored = false;
    const auto waiters = std::exchange(m_waiters, {});
    for (const Waiter &waiter : waiters) {
        if (waiter.context) {
            QMetaObject::invokeMethod(
                waiter.context, [done = waiter.done] { done(Unexpected(signedOut())); }, Qt::QueuedConnection);
        }
    }
}

void TokenKeeper::requestToken(QObject *context, Done<AccessToken> done)
{
    m_waiters.push_back({context, std::move(done)});
    serveSoon();
}

void TokenKeeper::reportRejected(const AccessToken &token)
{
    if (m_access && m_access->value == token.value)
        m_access.reset();
}

void TokenKeeper::serveSoon()
{
    QMetaObject::invokeMethod(this, &TokenKeeper::serve, Qt::QueuedConnection);
}

void TokenKeeper::serve()
{
    if (m_waiters.empty() || m_busy || m_account == Account::Unknown)
        return;
    if (m_account == Account::None)
        handOut(Unexpected(signedOut()));
    else if (isFresh())
        handOut(*m_access);
    else
        refresh();
}

bool TokenKeeper::isFresh() const
{
    return m_access && m_times.clock() < m_freshUntil;
}

void TokenKeeper::refresh()
{
    m_busy = true;
    m_refreshStarted = m_times.clock();
    m_refresh = std::make_unique<OAuthClient>(m_config, m_network, m_times.tokenRequest);
    m_refresh->onOutcome = [this](const Result<TokenAnswer> &answer) { takeOutcome(answer); };
    m_refresh->refresh(m_token.refreshToken);
}

void TokenKeeper::takeOutcome(const Result<TokenAnswer> &answer)
{
    m_refresh.release()->deleteLater(); // this is its slot
    if (answer) {
        const bool rotated = !answer->refreshToken.isEmpty() && answer->refreshToken != m_token.refreshToken;
        if (rotated) {
            m_token.refreshToken = answer->refreshToken;
            m_stored = false;
        }
        if (!answer->scopes.isEmpty() && answer->scopes != m_token.scopes)
            m_token.scopes = answer->scopes; // goes to the store with the next token: not worth a write
        holdAccess(*answer, m_refreshStarted);
        const QPointer<TokenKeeper> self(this);
        Q_EMIT refreshed(std::nullopt);
        if (self && m_access)
            writeThenHandOut();
        return;
    }
    if (answer.error().kind == ErrorKind::SignedOut) {
        lookForNewerToken(answer.error());
        return;
    }
    m_busy = false;
    const QPointer<TokenKeeper> self(this);
    Q_EMIT refreshed(answer.error());
    if (self)
        handOut(Unexpected(answer.error()));
}

void TokenKeeper::lookForNewerToken(const Error &refusal)
{
    // Another window of Segue with the same profile may have refreshed, and the service may have replaced the token
    // then: what the store has now is the one that counts.
    m_store.read(m_config.storageKey(), m_epoch.get(),
                 [this, refusal](const Result<std::optional<StoredToken>> &found) {
                     const Error error = refusal; // forget() may end the life of what holds it
                     if (found && *found && (*found)->refreshToken != m_token.refreshToken) {
                         m_token = **found;
                         m_stored = true;
                         refresh();
                         return;
                     }
                     const QPointer<TokenKeeper> self(this);
                     if (!found && m_stored) {
                         // A locked keychain does not tell whether this token is the latest: losing the account, and
                         // with it what the other window wrote, would be final. The next request asks again.
                         m_busy = false;
                         Q_EMIT refreshed(found.error());
                         if (self)
                             handOut(Unexpected(found.error()));
                         return;
                     }
                     const auto waiters = std::exchange(m_waiters, {});
                     forget();
                     m_waiters = waiters;
                     Q_EMIT lost(error);
                     if (self)
                         handOut(Unexpected(error));
                 });
}

void TokenKeeper::holdAccess(const TokenAnswer &answer, std::chrono::milliseconds requestedAt)
{
    m_access = AccessToken{.value = answer.accessToken, .scopes = m_token.scopes};
    // Of a token that lives shortly, most of its life is used all the same.
    const std::chrono::milliseconds lifetime = answer.lifetime;
    m_freshUntil = requestedAt + lifetime - std::min(m_times.refreshAhead, lifetime / 4);
}

void TokenKeeper::writeThenHandOut()
{
    if (m_stored) {
        m_busy = false;
        handOut(*m_access);
        return;
    }
    m_busy = true;
    m_store.write(m_config.storageKey(), m_token, m_epoch.get(), [this](const Result<Nothing> &outcome) {
        m_busy = false;
        m_stored = outcome.has_value(); // if not, the next refresh tries again
        const QPointer<TokenKeeper> self(this);
        Q_EMIT written(outcome ? std::nullopt : std::optional<Error>(outcome.error()));
        if (!self)
            return;
        if (m_access) // however short it lives: asking for yet another one would not end
            handOut(*m_access);
        else
            serve();
    });
}

void TokenKeeper::handOut(const Result<AccessToken> &outcome)
{
    const QPointer<TokenKeeper> self(this);
    const auto waiters = std::exchange(m_waiters, {}); // those who ask from now on wait for the next round
    for (const Waiter &waiter : waiters) {
        if (waiter.context)
            waiter.done(outcome);
        if (!self)
            return;
    }
}

} // namespace segue::auth
