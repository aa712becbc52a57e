// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/TokenEndpointAccess.h"

#include "app/auth/TokenAnswer.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QTimer>

namespace segue::auth
{

TokenEndpointAccess::TokenEndpointAccess(QNetworkAccessManager &network, const QUrl &endpoint,
                                         std::chrono::milliseconds timeout, QObject *parent)
    : QNetworkAccessManager(parent), m_network(network), m_endpoint(endpoint), m_timeout(timeout)
{
}

QNetworkReply *TokenEndpointAccess::createRequest(Operation operation, const QNetworkRequest &original, QIODevice *body)
{
    QNetworkRequest request(original);
    if (operation != PostOperation || request.url() != m_endpoint || m_sent) {
        // Never so far; should some version of the library ever ask for more, it gets an error and sends nothing.
        request = QNetworkRequest();
        body = nullptr;
    }
    m_sent = true;

    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setTransferTimeout(static_cast<int>(m_timeout.count()));
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // so that the bound counts what is kept in memory

    QNetworkReply *reply = body ? m_network.post(request, body) : m_network.get(request);
    reply->setParent(this); // dies with this object, not with the manager that everybody shares
    connect(reply, &QNetworkReply::readyRead, this, [this, reply] {
        if (reply->bytesAvailable() <= maxTokenAnswerBytes || m_tooLarge)
            return;
        m_tooLarge = true;
        reply->abort();
    });
    // The transfer timeout starts anew with every byte; a server that drips must come to an end too.
    auto *deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, this, [this, reply] {
        if (reply->isFinished())
            return;
        m_timedOut = true;
        reply->abort();
    });
    deadline->start(m_timeout);
    return reply;
}

} // namespace segue::auth
