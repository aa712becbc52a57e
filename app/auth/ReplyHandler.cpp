// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/ReplyHandler.h"

#include "app/auth/CallbackListener.h"
#include "app/auth/TokenEndpointAccess.h"

#include <QCoreApplication>
#include <QNetworkReply>

namespace segue::auth
{

namespace
{
Unexpected noAnswer(bool timedOut, QNetworkReply::NetworkError error)
{
    if (timedOut) {
        return Unexpected(Error{.kind = ErrorKind::Timeout,
                                .userText = QCoreApplication::translate(
                                    "segue::auth", "Spotify's sign-in service did not answer in time. Try again.")});
    }
    // Neither errorString() nor the address: both could hold more than a bug report should.
    return Unexpected(Error{.kind = ErrorKind::Network,
                            .userText = QCoreApplication::translate(
                                "segue::auth", "Spotify's sign-in service cannot be reached. Check the connection."),
                            .detail = QString(QStringLiteral("network error ") + QString::number(error))});
}
} // namespace

ReplyHandler::ReplyHandler(TokenEndpointAccess &access, QObject *parent)
    : QAbstractOAuthReplyHandler(parent), m_access(access)
{
}

ReplyHandler::~ReplyHandler() = default;

QString ReplyHandler::callback() const
{
    return m_listener ? m_listener->redirectUri() : QString();
}

Result<Nothing> ReplyHandler::listen(quint16 port, const QByteArray &state)
{
    m_listener = std::make_unique<CallbackListener>(state);
    return m_listener->listen(port);
}

void ReplyHandler::networkReplyFinished(QNetworkReply *reply)
{
    const Result<TokenAnswer> answer = read(*reply);
    if (answer) {
        // Only what has been checked goes on, under the names the library knows.
        QVariantMap tokens{
            {QStringLiteral("access_token"), QString::fromLatin1(answer->accessToken)},
            {QStringLiteral("token_type"), QStringLiteral("Bearer")},
            {QStringLiteral("expires_in"), static_cast<int>(answer->lifetime.count())},
            {QStringLiteral("scope"), answer->scopes.join(u' ')},
        };
        if (!answer->refreshToken.isEmpty())
            tokens.insert(QStringLiteral("refresh_token"), QString::fromLatin1(answer->refreshToken));
        Q_EMIT tokensReceived(tokens);
    }
    if (onTokenAnswer)
        onTokenAnswer(answer);
}

Result<TokenAnswer> ReplyHandler::read(QNetworkReply &reply) const
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = reply.error();
    if (m_access.wasTooLarge())
        return readTokenAnswer(status, QByteArray(maxTokenAnswerBytes + 1, ' '));
    if (status >= 300 && reply.isFinished() && !m_access.timedOut()) {
        bool isNumber = false;
        const int pause = reply.rawHeader("Retry-After").toInt(&isNumber);
        return readTokenAnswer(status, reply.read(maxTokenAnswerBytes + 1),
                               std::chrono::seconds(isNumber && pause > 0 ? pause : 0));
    }
    // A cut-off answer has a status and an error; the transfer timeout shows as a cancelled operation.
    if (error != QNetworkReply::NoError || status == 0) {
        const bool timedOut = m_access.timedOut() || error == QNetworkReply::OperationCanceledError ||
                              error == QNetworkReply::TimeoutError;
        return noAnswer(timedOut, error);
    }
    return readTokenAnswer(status, reply.read(maxTokenAnswerBytes + 1));
}

} // namespace segue::auth
