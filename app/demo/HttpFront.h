// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Http.h"

#include <QHash>
#include <QHttpServerResponder>
#include <QPointer>
#include <QTcpSocket>
#include <QtHttpServer/QAbstractHttpServer>

#include <functional>
#include <memory>
#include <optional>

namespace segue::demo
{

/// One request that waits for its answer. Call one of send(), sendCutOff() and cut(), once, at any later
/// time; an exchange that is let go without any of them leaves its client without an answer, the
/// connection staying open until the client gives up. All on the server's thread. Harmless when the
/// client has gone meanwhile.
class Exchange
{
public:
    Exchange(QHttpServerResponder &&responder, QTcpSocket *socket);

    void send(const Answer &answer);
    /// Headers that promise the whole body, half of the body, then the connection ends.
    void sendCutOff(const Answer &answer);
    void cut();

private:
    friend class HttpFront;
    [[nodiscard]] bool isOpen() const;

    std::optional<QHttpServerResponder> m_responder;
    QPointer<QTcpSocket> m_socket;
};

/// The HTTP server on 127.0.0.1, and the only place that knows how QtHttpServer differs from one Qt to the
/// next (6.4 hands out the socket, 6.5 the responder, 6.8 has QHttpHeaders).
class HttpFront : public QAbstractHttpServer
{
public:
    using Handler = std::function<void(const Request &, const std::shared_ptr<Exchange> &)>;

    explicit HttpFront(Handler handler, QObject *parent = nullptr);
    ~HttpFront() override;
    Q_DISABLE_COPY_MOVE(HttpFront)

    /// Listens on 127.0.0.1; port 0 takes any. Returns the port, or 0 with the reason in `error`.
    quint16 listen(quint16 port, QString *error);

protected:
#if QT_VERSION < QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#else
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#if QT_VERSION < QT_VERSION_CHECK(6, 8, 0)
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &&responder) override;
#else
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#endif
#endif

private:
    class Listener;
    void hand(const QHttpServerRequest &request, QHttpServerResponder &&responder, QTcpSocket *socket);

    Handler m_handler;
    Listener *m_listener = nullptr;
    QHash<QTcpSocket *, std::shared_ptr<Exchange>> m_waiting;
};

} // namespace segue::demo
