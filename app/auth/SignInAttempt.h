// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/auth/OAuthClient.h"
#include "app/auth/SessionTimes.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

namespace segue::auth
{

/// One way through the browser, from the authorize address to the tokens. Deleting it cancels: the port is closed, and
/// a browser that waits is told. GUI thread.
class SignInAttempt : public QObject
{
    Q_OBJECT

public:
    /// \a config has no problem(). \a network must live longer.
    SignInAttempt(const SignInConfig &config, QNetworkAccessManager &network, const SessionTimes &times,
                  QObject *parent = nullptr);
    ~SignInAttempt() override;

    /// Listens, and makes the address to open. Errors: Local.
    [[nodiscard]] Result<Nothing> begin();
    [[nodiscard]] QUrl authorizeUrl() const { return m_authorizeUrl; }
    /// Until the user's time is up; zero once the browser has answered.
    [[nodiscard]] std::chrono::milliseconds timeLeft() const;

    /// Called once, through the event loop: tokens with a refresh token and the scopes that were granted, or the reason
    /// why not. The receiver may delete this object. The browser has been told the same by then.
    std::function<void(const Result<TokenAnswer> &)> onOutcome;

Q_SIGNALS:
    /// As CallbackListener says.
    void foreignAnswerRefused();

private:
    void takeAnswer(const QByteArray &code, const QByteArray &error);
    void takeTokens(const Result<TokenAnswer> &answer);
    void finish(const Result<TokenAnswer> &outcome);

    const SignInConfig m_config;
    const std::chrono::milliseconds m_patience;
    OAuthClient m_client;
    QUrl m_authorizeUrl;
    QTimer m_timeout;
    bool m_finished = false;
};

} // namespace segue::auth
