// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/OAuthClient.h"

#include "app/auth/CallbackListener.h"
#include "app/auth/ReplyHandler.h"
#include "app/auth/TokenEndpointAccess.h"

#include <QCoreApplication>
#include <QOAuth2AuthorizationCodeFlow>

namespace segue::auth
{

namespace
{
QUrl endpoint(const QUrl &base, const QString &route)
{
    QUrl url = base;
    url.setPath(QString(base.path(QUrl::FullyEncoded) + route), QUrl::StrictMode);
    return url;
}

// The library puts values into the query as they are: what it gets must already be encoded, and only once.
QVariant encoded(const QByteArray &value)
{
    return QString::fromLatin1(value.toPercentEncoding());
}

QVariant encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}
} // namespace

OAuthClient::OAuthClient(const SignInConfig &config, QNetworkAccessManager &network, std::chrono::milliseconds timeout,
                         QObject *parent)
    : QObject(parent), m_config(config)
{
    const QUrl base = config.accountsUrl;
    const QUrl tokenUrl = endpoint(base, QStringLiteral("/api/token"));
    m_access = std::make_unique<TokenEndpointAccess>(network, tokenUrl, timeout);
    m_handler = std::make_unique<ReplyHandler>(*m_access);
    m_handler->onTokenAnswer = [this](const Result<TokenAnswer> &answer) { report(answer); };
    m_flow = std::make_unique<QOAuth2AuthorizationCodeFlow>(
        config.clientId, endpoint(base, QStringLiteral("/authorize")), tokenUrl, m_access.get());
    m_flow->setReplyHandler(m_handler.get());
    m_flow->setState(QString::fromLatin1(m_state));
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    // On by default from here on: there would be two challenges, of two verifiers.
    m_flow->setPkceMethod(QOAuth2AuthorizationCodeFlow::PkceMethod::None);
#endif
    m_flow->setModifyParametersFunction([this](QAbstractOAuth::Stage stage, QMultiMap<QString, QVariant> *parameters) {
        setParameters(*parameters, stage == QAbstractOAuth::Stage::RequestingAuthorization,
                      stage == QAbstractOAuth::Stage::RefreshingAccessToken);
    });
}

OAuthClient::~OAuthClient() = default;

void OAuthClient::setParameters(QMultiMap<QString, QVariant> &parameters, bool authorizing, bool refreshing) const
{
    // replace() and not insert(): a QMultiMap keeps both.
    parameters.replace(QStringLiteral("client_id"), encoded(m_config.clientId));
    parameters.remove(QStringLiteral("client_secret")); // there is none, and Qt 6.4 sends it all the same
    if (refreshing) {
        parameters.replace(QStringLiteral("grant_type"), QStringLiteral("refresh_token"));
        parameters.replace(QStringLiteral("refresh_token"), encoded(m_refreshToken));
        parameters.remove(QStringLiteral("redirect_uri"));
        return;
    }
    parameters.replace(QStringLiteral("redirect_uri"), encoded(m_handler->callback()));
    if (authorizing) {
        parameters.replace(QStringLiteral("response_type"), QStringLiteral("code"));
        parameters.replace(QStringLiteral("scope"), encoded(m_config.scopes.join(u' ')));
        parameters.replace(QStringLiteral("state"), encoded(m_state));
        parameters.replace(QStringLiteral("code_challenge_method"), QStringLiteral("S256"));
        parameters.replace(QStringLiteral("code_challenge"), encoded(m_pkce.challenge));
        return;
    }
    parameters.replace(QStringLiteral("grant_type"), QStringLiteral("authorization_code"));
    parameters.replace(QStringLiteral("code"), encoded(m_code)); // the library encodes some codes twice
    parameters.replace(QStringLiteral("code_verifier"), encoded(m_pkce.verifier));
}

Result<Nothing> OAuthClient::listen()
{
    return m_handler->listen(m_config.redirectPort, m_state);
}

CallbackListener *OAuthClient::listener() const
{
    return m_handler->listener();
}

QUrl OAuthClient::authorizeUrl()
{
    QUrl address;
    connect(m_flow.get(), &QOAuth2AuthorizationCodeFlow::authorizeWithBrowser, this,
            [&address](const QUrl &url) { address = url; });
    m_flow->grant();
    disconnect(m_flow.get(), &QOAuth2AuthorizationCodeFlow::authorizeWithBrowser, this, nullptr);
    return address;
}

void OAuthClient::exchange(const QByteArray &code)
{
    m_code = code;
    // The flow looks at the state again, and sends the code that setParameters() gives it.
    Q_EMIT m_handler->callbackReceived({{QStringLiteral("code"), QString::fromLatin1(code.toPercentEncoding())},
                                        {QStringLiteral("state"), QString::fromLatin1(m_state)}});
    reportUnlessSent();
}

void OAuthClient::refresh(const QByteArray &refreshToken)
{
    m_refreshToken = refreshToken;
    m_flow->setRefreshToken(QString::fromLatin1(refreshToken));
    m_flow->refreshAccessToken();
    reportUnlessSent();
}

void OAuthClient::report(const Result<TokenAnswer> &answer)
{
    if (m_reported)
        return;
    m_reported = true;
    QMetaObject::invokeMethod(
        this,
        [this, answer] {
            const auto receiver = onOutcome; // may delete this object
            if (receiver)
                receiver(answer);
        },
        Qt::QueuedConnection);
}

void OAuthClient::reportUnlessSent()
{
    // The library has reasons of its own not to send anything, and tells them to its log only.
    if (m_access->hasSent())
        return;
    report(Unexpected(Error{.kind = ErrorKind::Local,
                            .userText = QCoreApplication::translate("segue::auth", "Signing in is not possible."),
                            .detail = QStringLiteral("QtNetworkAuth sent no request")}));
}

} // namespace segue::auth
