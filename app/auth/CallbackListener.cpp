// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/CallbackListener.h"

#include "app/auth/CallbackRequest.h"
#include "app/auth/Pkce.h"
#include "app/auth/SignInConfig.h"

#include <QCoreApplication>
#include <QTcpSocket>
#include <QTimer>

namespace segue::auth
{

namespace
{
constexpr std::chrono::seconds lastBytes(5); ///< for a slow browser to fetch its page
} // namespace

CallbackListener::CallbackListener(QByteArray state, QObject *parent)
    : CallbackListener(std::move(state), Limits{}, parent)
{
}

CallbackListener::CallbackListener(QByteArray state, Limits limits, QObject *parent)
    : QObject(parent), m_state(std::move(state)), m_limits(limits)
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            accept(socket);
    });
}

CallbackListener::~CallbackListener()
{
    finish(CallbackPage::Cancelled);
}

Result<Nothing> CallbackListener::listen(quint16 port)
{
    // LocalHost is 127.0.0.1 and nothing else; the default would be every address of the machine.
    if (!m_server.listen(QHostAddress::LocalHost, port)) {
        const QString text =
            port == 0
                ? QCoreApplication::translate("segue::auth", "Segue cannot wait for the browser on this machine.")
                : QCoreApplication::translate(
                      "segue::auth", "Port %1 is in use by another program. Close that program, or choose another "
                                     "port and register it with Spotify.")
                      .arg(port);
        return Unexpected(Error{.kind = ErrorKind::Local, .userText = text, .detail = m_server.errorString()});
    }
    m_port = m_server.serverPort();
    return Nothing{};
}

QString CallbackListener::redirectUri() const
{
    return redirectUriToRegister(m_port);
}

void CallbackListener::accept(QTcpSocket *socket)
{
    socket->setParent(this);
    // A browser opens connections in advance and says nothing on them; so might somebody who wants to be in the way.
    if (m_talking.size() >= m_limits.connections)
        m_talking.takeFirst()->abort();
    m_talking.append(socket);
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_talking.removeOne(socket);
        socket->deleteLater();
    });
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
    auto *patience = new QTimer(socket);
    patience->setSingleShot(true);
    connect(patience, &QTimer::timeout, this, [this, socket] {
        if (m_talking.contains(socket))
            socket->abort();
    });
    patience->start(m_limits.request);
    socket->setReadBufferSize(maxCallbackRequestBytes + 4);
}

void CallbackListener::read(QTcpSocket *socket)
{
    if (!m_talking.contains(socket)) {
        socket->readAll(); // its answer is on the way
        return;
    }
    const QByteArray received = socket->peek(maxCallbackRequestBytes + 4);
    const CallbackRequest request = readCallbackRequest(received);
    switch (request.form) {
    case CallbackRequest::Form::Incomplete:
        return;
    case CallbackRequest::Form::Malformed:
        dismiss(socket, CallbackPage::BadRequest);
        return;
    case CallbackRequest::Form::Whole:
        break;
    }

    // The Host tells a browser that was sent here by name (a rebound one, say) from one that was sent by address.
    const QByteArray host = "127.0.0.1:" + QByteArray::number(m_port);
    if (request.path != QByteArray(redirectPath.data(), redirectPath.size())) {
        dismiss(socket, CallbackPage::NotFound);
    } else if (!request.state || !equalInConstantTime(*request.state, m_state)) {
        dismiss(socket, CallbackPage::Foreign);
        Q_EMIT foreignAnswerRefused();
    } else if (request.method != "GET" || (request.host != host && !(m_port == 80 && request.host == "127.0.0.1"))) {
        dismiss(socket, CallbackPage::BadRequest);
    } else if (request.error.value_or(QByteArray()).isEmpty() && request.code.value_or(QByteArray()).isEmpty()) {
        dismiss(socket, CallbackPage::BadRequest);
    } else {
        take(socket, request.code.value_or(QByteArray()), request.error.value_or(QByteArray()));
    }
}

void CallbackListener::take(QTcpSocket *socket, const QByteArray &code, const QByteArray &error)
{
    socket->readAll();
    m_server.close();
    m_talking.removeOne(socket);
    m_held = socket;
    while (!m_talking.isEmpty())
        m_talking.takeFirst()->abort();
    QTimer::singleShot(m_limits.hold, this, [this] { finish(CallbackPage::StillTrying); });
    Q_EMIT answered(code, error);
}

void CallbackListener::finish(CallbackPage page, const QString &reason)
{
    if (m_held)
        dismiss(m_held, page, reason);
    m_held = nullptr;
}

void CallbackListener::dismiss(QTcpSocket *socket, CallbackPage page, const QString &reason)
{
    m_talking.removeOne(socket);
    socket->readAll(); // closing with unread bytes would reset the connection, and the page with it
    // From here on the socket looks after itself: the page must arrive also when the sign-in, and with it this
    // listener, is over.
    socket->disconnect(this);
    socket->setParent(nullptr);
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    QTimer::singleShot(lastBytes, socket, &QObject::deleteLater);
    socket->write(callbackAnswer(page, reason));
    socket->flush();
    socket->disconnectFromHost();
}

} // namespace segue::auth
