// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/AccessTokenSource.h"
#include "app/auth/OAuthClient.h"
#include "app/auth/SessionTimes.h"
#include "app/auth/TokenStore.h"

#include <QPointer>

#include <optional>
#include <vector>

namespace segue::auth
{

/// The tokens of one account, and all who wait for them. Refreshes when somebody asks for a token and the present one
/// is about to expire or was rejected: one refresh at a time, whose outcome everybody shares. A refresh token that the
/// service replaced is written to the store before the access token that came with it is handed out. GUI thread.
class TokenKeeper : public QObject
{
    Q_OBJECT

public:
    enum class Account {
        Unknown, ///< somebody is looking: those who ask for a token wait
        None,    ///< those who ask are told SignedOut
        Held,
    };

    TokenKeeper(const SignInConfig &config, TokenStore &store, QNetworkAccessManager &network,
                const SessionTimes &times, QObject *parent = nullptr);
    ~TokenKeeper() override;

    [[nodiscard]] Account account() const { return m_account; }
    [[nodiscard]] const StoredToken &token() const { return m_token; }

    /// From now on the account is not known; see adopt() and forget().
    void expectAccount();
    /// The account that the store had.
    void adopt(const StoredToken &token);
    /// The account of a sign-in just done; writes it to the store.
    void accept(const TokenAnswer &answer, std::chrono::milliseconds requestedAt);
    /// No account, in memory. Those who wait are told SignedOut; a refresh under way is dropped with whatever it
    /// brings.
    void forget();

    void requestToken(QObject *context, Done<AccessToken> done);
    void reportRejected(const AccessToken &token);

Q_SIGNALS:
    /// A refresh succeeded (nothing), or failed in passing.
    void refreshed(const std::optional<segue::Error> &error);
    /// The store has taken a token (nothing), or has not.
    void written(const std::optional<segue::Error> &error);
    /// The service refused the refresh token for good; it is already forgotten, and to be removed from the store.
    void lost(const segue::Error &error);

private:
    struct Waiter {
        QPointer<QObject> context;
        Done<AccessToken> done;
    };

    void serveSoon();
    void serve();
    void refresh();
    void takeOutcome(const Result<TokenAnswer> &answer);
    void lookForNewerToken(const Error &refusal);
    void holdAccess(const TokenAnswer &answer, std::chrono::milliseconds requestedAt);
    void writeThenHandOut();
    void handOut(const Result<AccessToken> &outcome);
    [[nodiscard]] bool isFresh() const;

    const SignInConfig m_config;
    TokenStore &m_store;
    QNetworkAccessManager &m_network;
    const SessionTimes m_times;

    Account m_account = Account::None;
    StoredToken m_token;
    std::optional<AccessToken> m_access;
    std::chrono::milliseconds m_freshUntil{0}; ///< by m_times.clock
    bool m_stored = false;                     ///< the store has m_token
    std::vector<Waiter> m_waiters;

    // What is under way for the present account; replaced by forget(), so that late outcomes find nobody.
    std::unique_ptr<QObject> m_epoch;
    std::unique_ptr<OAuthClient> m_refresh;
    std::chrono::milliseconds m_refreshStarted{0};
    bool m_busy = false; ///< refreshing, or waiting for the store
};

} // namespace segue::auth
