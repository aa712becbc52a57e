// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/auth/TokenAnswer.h"

#include <QAbstractOAuthReplyHandler>

#include <functional>

namespace segue::auth
{

class CallbackListener;
class TokenEndpointAccess;

/// Between QtNetworkAuth and the world: names the redirect address, and reads the answers of the token endpoint.
/// Unlike the handlers that come with the library it reports every outcome, on every version, and says which.
class ReplyHandler : public QAbstractOAuthReplyHandler
{
    Q_OBJECT

public:
    /// \a access is what the request goes through, and must live as long as requests are made.
    explicit ReplyHandler(TokenEndpointAccess &access, QObject *parent = nullptr);
    ~ReplyHandler() override;

    /// The redirect address: http://127.0.0.1:PORT/callback. (The library's own handler says "localhost" in some
    /// versions, which Spotify refuses.) Empty before listen().
    [[nodiscard]] QString callback() const override;

    /// Starts to wait for the browser; see CallbackListener.
    [[nodiscard]] Result<Nothing> listen(quint16 port, const QByteArray &state);
    /// Null before listen().
    [[nodiscard]] CallbackListener *listener() const { return m_listener.get(); }

    /// Called once for each answer of the token endpoint, after the library has been told of it.
    std::function<void(const Result<TokenAnswer> &)> onTokenAnswer;

public Q_SLOTS:
    void networkReplyFinished(QNetworkReply *reply) override;

private:
    [[nodiscard]] Result<TokenAnswer> read(QNetworkReply &reply) const;

    TokenEndpointAccess &m_access;
    std::unique_ptr<CallbackListener> m_listener;
};

} // namespace segue::auth
