// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>
#include <QUrl>

#include <chrono>

namespace segue::auth
{

/// What QtNetworkAuth posts its requests through. It makes the request itself, so this is the place to bind it: one
/// POST, to the token endpoint and nowhere else, no redirect followed, no cookie, no cache, a deadline, and an answer
/// of maxTokenAnswerBytes at most. Sends through another manager, which must live longer.
class TokenEndpointAccess : public QNetworkAccessManager
{
    Q_OBJECT

public:
    TokenEndpointAccess(QNetworkAccessManager &network, const QUrl &endpoint, std::chrono::milliseconds timeout,
                        QObject *parent = nullptr);

    /// Whether the one request has been sent.
    [[nodiscard]] bool hasSent() const { return m_sent; }
    /// Why the answer was cut short, if it was.
    [[nodiscard]] bool timedOut() const { return m_timedOut; }
    [[nodiscard]] bool wasTooLarge() const { return m_tooLarge; }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &original, QIODevice *body) override;

private:
    QNetworkAccessManager &m_network;
    const QUrl m_endpoint;
    const std::chrono::milliseconds m_timeout;
    bool m_sent = false;
    bool m_timedOut = false;
    bool m_tooLarge = false;
};

} // namespace segue::auth
