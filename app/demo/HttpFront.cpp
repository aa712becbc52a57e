// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/HttpFront.h"

#include <QHash>
#include <QHttpServerRequest>
#include <QHttpServerResponse>
#include <QMetaEnum>
#include <QTcpServer>

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
#include <QHttpHeaders>
#endif

namespace segue::demo
{

namespace
{

using StatusCode = QHttpServerResponder::StatusCode;

QByteArray methodName(QHttpServerRequest::Method method)
{
    return QByteArray(QMetaEnum::fromType<QHttpServerRequest::Method>().valueToKey(int(method))).toUpper();
}

void writeWith(QHttpServerResponder &responder, const Answer &answer)
{
    const auto status = static_cast<StatusCode>(answer.status);
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    responder.writeStatusLine(status);
    if (!answer.contentType.isEmpty())
        responder.writeHeader("Content-Type", answer.contentType);
    for (const auto &[name, value] : answer.headers)
        responder.writeHeader(name, value);
    // A 304 has no body, and a length would speak of the body it stands for.
    if (answer.status != 304)
        responder.writeHeader("Content-Length", QByteArray::number(answer.body.size()));
    responder.writeBody(answer.body);
#elif QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    QHttpServerResponse response(answer.contentType, answer.body, status);
    for (const auto &[name, value] : answer.headers)
        response.addHeader(name, value);
    responder.sendResponse(response);
#else
    QHttpHeaders headers;
    if (!answer.contentType.isEmpty())
        headers.append(QHttpHeaders::WellKnownHeader::ContentType, answer.contentType);
    for (const auto &[name, value] : answer.headers)
        headers.append(name, value);
    responder.write(answer.body, headers, status);
#endif
}

} // namespace

/// Remembers the sockets by the client's port: from 6.5 on a request tells only that.
class HttpFront::Listener : public QTcpServer
{
public:
    using QTcpServer::QTcpServer;

    [[nodiscard]] QTcpSocket *socketOf(quint16 peerPort) const { return m_sockets.value(peerPort); }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QTcpSocket(this);
        if (!socket->setSocketDescriptor(descriptor)) {
            delete socket;
            return;
        }
        // Small answers must not wait for the acknowledgement of the headers.
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_sockets.insert(socket->peerPort(), socket);
        addPendingConnection(socket);
        if (m_sockets.size() > 256)
            m_sockets.removeIf([](const auto &entry) { return entry.value().isNull(); });
    }

private:
    QHash<quint16, QPointer<QTcpSocket>> m_sockets;
};

Exchange::Exchange(QHttpServerResponder &&responder, QTcpSocket *socket)
    : m_responder(std::move(responder)), m_socket(socket)
{
}

bool Exchange::isOpen() const
{
    return m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
}

void Exchange::send(const Answer &answer)
{
    // The responder of 6.4 keeps a bare pointer to its socket, so it must not be asked about it.
    if (isOpen() && m_responder)
        writeWith(*m_responder, answer);
    m_responder.reset();
}

void Exchange::sendCutOff(const Answer &answer)
{
    if (!isOpen())
        return;
    m_socket->write("HTTP/1.1 " + QByteArray::number(answer.status) + " OK\r\nContent-Type: " + answer.contentType +
                    "\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n" +
                    answer.body.left(answer.body.size() / 2));
    m_socket->disconnectFromHost();
}

void Exchange::cut()
{
    if (isOpen())
        m_socket->abort();
}

HttpFront::HttpFront(Handler handler, QObject *parent) : QAbstractHttpServer(parent), m_handler(std::move(handler)) {}

HttpFront::~HttpFront()
{
    // Exchanges outlive the server in timers that have not fired yet, but from 6.5 on a responder must not
    // outlive the connection that it belongs to.
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &exchange : waiting)
        exchange->m_responder.reset();
}

quint16 HttpFront::listen(quint16 port, QString *error)
{
    m_listener = new Listener(this);
    if (!m_listener->listen(QHostAddress::LocalHost, port)) {
        if (error)
            *error = m_listener->errorString();
        delete m_listener;
        m_listener = nullptr;
        return 0;
    }
    bind(m_listener);
    return m_listener->serverPort();
}

void HttpFront::hand(const QHttpServerRequest &request, QHttpServerResponder &&responder, QTcpSocket *socket)
{
    const QUrl url = request.url();
    Request plain;
    plain.method = methodName(request.method());
    plain.path = url.path(QUrl::FullyDecoded);
    plain.query = Form(url.query(QUrl::FullyEncoded).toLatin1());
    plain.body = request.body();
    plain.authorization = request.value("Authorization");
    plain.contentType = request.value("Content-Type");
    plain.ifNoneMatch = request.value("If-None-Match");
    plain.accept = request.value("Accept");
    plain.userAgent = request.value("User-Agent");
    const auto exchange = std::make_shared<Exchange>(std::move(responder), socket);
    // Kept until the client hangs up or asks again: letting a responder go ends the connection on newer
    // Qt, and silence is one of the things the stand-in is asked for.
    if (socket) {
        if (!m_waiting.contains(socket)) {
            QObject::connect(socket, &QAbstractSocket::disconnected, this, [this, socket] {
                if (const auto waiting = m_waiting.take(socket))
                    waiting->m_responder.reset();
            });
        }
        m_waiting.insert(socket, exchange);
    }
    m_handler(plain, exchange);
}

#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
bool HttpFront::handleRequest(const QHttpServerRequest &request, QTcpSocket *socket)
{
    hand(request, makeResponder(request, socket), socket);
    return true;
}

void HttpFront::missingHandler(const QHttpServerRequest &, QTcpSocket *) {}
#else
bool HttpFront::handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder)
{
    hand(request, std::move(responder), m_listener->socketOf(request.remotePort()));
    return true;
}

#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
void HttpFront::missingHandler(const QHttpServerRequest &, QHttpServerResponder &&) {}
#else
void HttpFront::missingHandler(const QHttpServerRequest &, QHttpServerResponder &) {}
#endif
#endif

} // namespace segue::demo
