// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QUrl>
#include <QUrlQuery>

#include <chrono>
#include <functional>

class QTcpSocket;

namespace segue::test
{

/// A request as it came over the wire.
struct HttpRequest {
    QByteArray method;
    QByteArray target;                     ///< path and query, still percent-encoded
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray path() const
    {
        return target.left(target.indexOf('?') < 0 ? target.size() : target.indexOf('?'));
    }
    [[nodiscard]] QUrlQuery query() const { return QUrlQuery(QUrl::fromEncoded(target).query(QUrl::FullyEncoded)); }
    /// The body as a form (application/x-www-form-urlencoded), with + read as a space.
    [[nodiscard]] QUrlQuery form() const
    {
        return QUrlQuery(QString::fromLatin1(QByteArray(body).replace('+', "%20")));
    }
};

/// What to answer, and how the connection ends.
struct HttpAnswer {
    enum class Ending {
        Whole,     ///< the answer, connection kept
        Close,     ///< the answer, then the connection is closed
        Drop,      ///< no byte of an answer: the connection is cut
        Truncated, ///< headers with the full length, half of the body, then the connection is cut
        Silence,   ///< never answered, connection kept open
    };

    int status = 200;
    QByteArray body;
    QByteArray contentType = "application/json";
    QList<QPair<QByteArray, QByteArray>> headers;
    std::chrono::milliseconds delay{0};
    Ending ending = Ending::Whole;
};

/// The smallest HTTP/1.1 server a test can script: answers each request on 127.0.0.1 with what the handler
/// says, and remembers the requests. It knows nothing of Spotify; that is the stand-in's part.
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<HttpAnswer(const HttpRequest &)>;

    explicit ScriptedServer(Handler handler = {}, QObject *parent = nullptr);

    void setHandler(Handler handler) { m_handler = std::move(handler); }
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] const QList<HttpRequest> &requests() const { return m_requests; }
    void clearRequests() { m_requests.clear(); }
    /// The most requests that were waiting for their answer at the same time.
    [[nodiscard]] int mostAtOnce() const { return m_mostAtOnce; }

Q_SIGNALS:
    void requested(const segue::test::HttpRequest &request);

private:
    void readFrom(QTcpSocket *socket);
    void answer(QTcpSocket *socket, const HttpAnswer &answer);

    Handler m_handler;
    QHash<QTcpSocket *, QByteArray> m_pending;
    QList<HttpRequest> m_requests;
    int m_open = 0;
    int m_mostAtOnce = 0;
    QTcpServer m_server; // last: its sockets report their end to the members above
};

} // namespace segue::test
