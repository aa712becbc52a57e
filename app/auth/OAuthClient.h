// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/auth/Pkce.h"
#include "app/auth/SignInConfig.h"
#include "app/auth/TokenAnswer.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>

class QNetworkAccessManager;
class QOAuth2AuthorizationCodeFlow;

namespace segue::auth
{

class CallbackListener;
class ReplyHandler;
class TokenEndpointAccess;

/// One use of QOAuth2AuthorizationCodeFlow: a sign-in *or* a refresh. Never used twice, because the flow of Qt 6.4 does
/// not leave its RefreshingToken status after a failure, and then refuses to refresh. The parameters of each request
/// are set here, exactly once each, so that all versions of the library send the same. GUI thread.
class OAuthClient : public QObject
{
    Q_OBJECT

public:
    /// \a network must live longer. Nothing is sent before exchange() or refresh().
    OAuthClient(const SignInConfig &config, QNetworkAccessManager &network, std::chrono::milliseconds timeout,
                QObject *parent = nullptr);
    ~OAuthClient() override;

    /// Starts to listen for the browser. Errors: Local, when there is no port.
    [[nodiscard]] Result<Nothing> listen();
    /// Null before listen().
    [[nodiscard]] CallbackListener *listener() const;
    /// The address to open in the browser; once, after listen().
    [[nodiscard]] QUrl authorizeUrl();

    /// Called once after exchange() or refresh(), through the event loop, so that the receiver may delete this object.
    std::function<void(const Result<TokenAnswer> &)> onOutcome;

    /// Gives the code, as the browser brought it, for tokens.
    void exchange(const QByteArray &code);
    void refresh(const QByteArray &refreshToken);

private:
    void setParameters(QMultiMap<QString, QVariant> &parameters, bool authorizing, bool refreshing) const;
    void report(const Result<TokenAnswer> &answer);
    void reportUnlessSent();

    const SignInConfig m_config;
    const Pkce m_pkce = makePkce();
    const QByteArray m_state = makeState();
    QByteArray m_code;
    QByteArray m_refreshToken;
    bool m_reported = false;
    // In this order: the library hands the reply to the handler without watching whether the handler still lives, so
    // the access object, which owns the reply, must be the first to go.
    std::unique_ptr<ReplyHandler> m_handler;
    std::unique_ptr<QOAuth2AuthorizationCodeFlow> m_flow;
    std::unique_ptr<TokenEndpointAccess> m_access;
};

} // namespace segue::auth
