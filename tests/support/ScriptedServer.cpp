// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/ScriptedServer.h"

#include <QHostAddress>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

namespace segue::test
{

ScriptedServer::ScriptedServer(Handler handler, QObject *parent) : QObject(parent), m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { readFrom(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_pending.remove(socket);
                socket->deleteLater();
            });
        }
    });
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no loopback port for a test server");
}

QUrl ScriptedServer::url(const QString &path) const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(port());
    url.setPath(path);
    return url;
}

void ScriptedServer::readFrom(QTcpSocket *socket)
{
    QByteArray &buffer = m_pending[socket];
    buffer += socket->readAll();

    const qsizetype headerEnd = buffer.indexOf("\r\n\r\n");
    if (headerEnd < 0)
        return;
    const QList<QByteArray> lines = buffer.left(headerEnd).split('\n');
    HttpRequest request;
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines.at(i).indexOf(':');
        request.headers.insert(lines.at(i).left(colon).trimmed().toLower(), lines.at(i).mid(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (buffer.size() < headerEnd + 4 + length)
        return;
    request.body = buffer.mid(headerEnd + 4, length);
    buffer.remove(0, headerEnd + 4 + length);

    m_requests.append(request);
    m_mostAtOnce = qMax(m_mostAtOnce, ++m_open);
    Q_EMIT requested(request);
    const HttpAnswer toSend = m_handler ? m_handler(request) : HttpAnswer{.status = 404};
    if (toSend.ending == HttpAnswer::Ending::Silence)
        return;
    QTimer::singleShot(toSend.delay, socket, [this, socket = QPointer(socket), toSend] {
        --m_open;
        if (socket)
            answer(socket, toSend);
    });
}

void ScriptedServer::answer(QTcpSocket *socket, const HttpAnswer &answer)
{
    if (answer.ending == HttpAnswer::Ending::Drop) {
        socket->abort();
        return;
    }
    QByteArray out = "HTTP/1.1 " + QByteArray::number(answer.status) +
                     " Scripted\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    if (!answer.contentType.isEmpty())
        out += "Content-Type: " + answer.contentType + "\r\n";
    for (const auto &[name, value] : answer.headers)
        out += name + ": " + value + "\r\n";
    out += "\r\n";
    const bool truncated = answer.ending == HttpAnswer::Ending::Truncated;
    out += truncated ? answer.body.left(answer.body.size() / 2) : answer.body;
    socket->write(out);
    if (truncated || answer.ending == HttpAnswer::Ending::Close)
        socket->disconnectFromHost(); // sends what is written first
}

} // namespace segue::test
