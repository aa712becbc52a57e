// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/StandIn.h"

#include "app/demo/Server.h"

#include <QJsonDocument>

namespace segue::demo
{

StandIn::StandIn(StandInOptions options) : m_options(std::move(options))
{
    m_thread.setObjectName(QStringLiteral("stand-in"));
}

StandIn::~StandIn()
{
    if (m_server)
        QMetaObject::invokeMethod(
            &m_there, [this] { delete m_server; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

bool StandIn::start(QString *error)
{
    Q_ASSERT(!m_thread.isRunning());
    // Everything is made on its own thread: sockets and timers belong where they were made.
    m_there.moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        &m_there,
        [&] {
            m_server = new Server(m_options);
            m_port = m_server->listen(error);
            if (m_port == 0) {
                delete m_server;
                m_server = nullptr;
            }
        },
        Qt::BlockingQueuedConnection);
    return m_port != 0;
}

QUrl StandIn::accountsUrl() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(m_port);
    return url;
}

QUrl StandIn::apiUrl() const
{
    QUrl url = accountsUrl();
    url.setPath(QStringLiteral("/v1"));
    return url;
}

QUrl StandIn::controlUrl() const
{
    QUrl url = accountsUrl();
    url.setPath(QStringLiteral("/_control"));
    return url;
}

QJsonObject StandIn::control(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    if (!m_server)
        return {{QStringLiteral("status"), 0}};
    Request request;
    request.method = method;
    request.path = QStringLiteral("/_control") + path.section(u'?', 0, 0);
    request.query = Form(path.section(u'?', 1).toUtf8());
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    Answer answer;
    QMetaObject::invokeMethod(
        &m_there, [&] { answer = m_server->control(request); }, Qt::BlockingQueuedConnection);
    const QJsonDocument document = QJsonDocument::fromJson(answer.body);
    QJsonObject json = document.object();
    if (document.isArray())
        json.insert(QStringLiteral("list"), document.array());
    json.insert(QStringLiteral("status"), answer.status);
    return json;
}

} // namespace segue::demo
