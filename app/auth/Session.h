// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/AccessTokenSource.h"
#include "app/auth/SessionTimes.h"
#include "app/auth/SignInConfig.h"
#include "app/auth/TokenStore.h"

#include <QUrl>

#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace segue::auth
{

/// Shows an address in the user's browser; false when that is not possible.
using BrowserOpener = std::function<bool(const QUrl &)>;

/// The sign-in of one account: finds it in the store, makes a new one through the browser, keeps its access token
/// fresh, and removes it. GUI thread.
///
/// `start()` → Starting → SignedIn or SignedOut. `signIn()` → SigningIn → SignedIn, or back where it was along with
/// signInFailed(). A Session that was never started is SignedOut and has not looked into the store.
///
/// The account is lost on three ways only: disconnectAccount(), the service saying `invalid_grant`, setConfig(). No
/// network error ever signs anybody out.
class Session : public AccessTokenSource
{
    Q_OBJECT

public:
    enum class State {
        Starting,  ///< looking into the store
        SignedOut, ///< no account
        SigningIn, ///< the browser is open, or the code is being exchanged
        SignedIn,  ///< there is a refresh token; whether the service still takes it shows with the first call
    };
    Q_ENUM(State)

    /// `store` and `network` must live longer than the session. Sends secrets to config.accountsUrl and to nobody else.
    Session(SignInConfig config, TokenStore &store, QNetworkAccessManager &network, BrowserOpener openBrowser,
            QObject *parent = nullptr);
    Session(SignInConfig config, TokenStore &store, QNetworkAccessManager &network, BrowserOpener openBrowser,
            SessionTimes times, QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] const SignInConfig &config() const { return m_config; }
    /// For another client id, port or service: forgets the account in memory (not in the store), cancels a sign-in
    /// under way, and starts anew with `config`.
    void setConfig(const SignInConfig &config);

    /// Looks into the store. Without effect unless the state is SignedOut.
    void start();
    /// Opens the browser and waits for its answer. Also possible while signed in (to grant `moreScopes`): the old token
    /// serves on until the new one is there. What was granted before is asked for again, because a token holds no more
    /// than was asked for with it. The user may come back as somebody else. Without effect while Starting or SigningIn.
    void signIn(const QStringList &moreScopes = {});
    /// Ends the sign-in under way; no signInFailed() follows. Without effect otherwise.
    void cancelSignIn();
    /// "Disconnect": removes the account from memory and from the store at once, after asking everybody else to
    /// remove theirs (accountDataToBeRemoved). A removal that the store refuses shows as storageProblem().
    void disconnectAccount();

    [[nodiscard]] State state() const { return m_state; }
    /// The address the browser was sent to, for copying; empty unless SigningIn. It holds the challenge and the state,
    /// no secret, and ends with the sign-in.
    [[nodiscard]] QUrl authorizeUrl() const;
    /// Until the sign-in under way gives up; zero unless SigningIn.
    [[nodiscard]] std::chrono::milliseconds signInTimeLeft() const;

    /// Whether the account will have to sign in again after the program has ended.
    [[nodiscard]] bool isTokenOnlyInMemory() const;
    /// A plain sentence when the store could not do its part (missing, locked, silent); empty otherwise.
    [[nodiscard]] QString storageProblem() const { return m_storageProblem; }
    /// What went wrong last with signing in or refreshing; nothing after a success.
    [[nodiscard]] std::optional<Error> lastError() const { return m_lastError; }
    /// The permissions the account has granted; empty when signed out or when the service did not say.
    [[nodiscard]] QStringList grantedScopes() const;

    void requestToken(QObject *context, Done<AccessToken> done) override;
    void reportRejected(const AccessToken &token) override;

Q_SIGNALS:
    /// After everything else of the change is done; state() already is the new one.
    void stateChanged();
    /// After stateChanged(). Kinds: Denied, Timeout, Network, ServerFault, BadAnswer, BadRequest, RateLimited, Local
    /// (no port), InvalidInput (config().problem()).
    void signInFailed(const segue::Error &error);
    /// Somebody other than the service came to the redirect address with a wrong state. It was refused, and the sign-in
    /// goes on; at most once a sign-in.
    void foreignAnswerRefused(const segue::Error &error);
    /// The browser could not be opened; the sign-in goes on, and authorizeUrl() can be copied.
    void browserNotOpened();
    void storageProblemChanged();
    /// The service refused the refresh token for good (revoked, or six months old). After stateChanged().
    void signedOutByService(const segue::Error &error);
    /// disconnectAccount() was called: delete what belongs to the account, now, in the slot. Before stateChanged().
    void accountDataToBeRemoved();

private:
    class Private;
    friend class Private;

    SignInConfig m_config;
    State m_state = State::SignedOut;
    QString m_storageProblem;
    std::optional<Error> m_lastError;
    std::unique_ptr<Private> d;
};

} // namespace segue::auth
