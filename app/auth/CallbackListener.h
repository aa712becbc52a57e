// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/auth/CallbackPage.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>

#include <chrono>

class QTcpSocket;

namespace segue::auth
{

/// The other end of the redirect: a listener on 127.0.0.1, and on no other address, that takes exactly one genuine
/// answer. Genuine is a GET for the redirect path, with this listener's Host and the right state; everything else gets
/// a page that says so, and the listener waits on: no page of a third party can end or complete a sign-in. After the
/// genuine answer it no longer listens, and its browser waits for finish().
class CallbackListener : public QObject
{
    Q_OBJECT

public:
    struct Limits {
        std::chrono::milliseconds request = std::chrono::seconds(10); ///< for a browser to say what it wants
        std::chrono::milliseconds hold = std::chrono::seconds(25);    ///< for finish(); then CallbackPage::StillTrying
        int connections = 16; ///< at once; one more, and the oldest silent one is dropped
    };

    explicit CallbackListener(QByteArray state, QObject *parent = nullptr);
    CallbackListener(QByteArray state, Limits limits, QObject *parent = nullptr);
    /// A browser that still waits is told that the sign-in was cancelled.
    ~CallbackListener() override;

    /// Port 0 takes any free one. The error is Local: the port is somebody else's.
    [[nodiscard]] Result<Nothing> listen(quint16 port);
    [[nodiscard]] bool isListening() const { return m_server.isListening(); }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QHostAddress address() const { return m_server.serverAddress(); }
    /// The redirect address, as the service is told.
    [[nodiscard]] QString redirectUri() const;

    /// Shows the waiting browser how it ended. Without effect when none waits (any more).
    void finish(CallbackPage page, const QString &reason = {});

Q_SIGNALS:
    /// The genuine answer, once: either a code, or the error that the service names (never both empty).
    void answered(const QByteArray &code, const QByteArray &error);
    /// Somebody came to the redirect path with a wrong state or none.
    void foreignAnswerRefused();

private:
    void accept(QTcpSocket *socket);
    void read(QTcpSocket *socket);
    void take(QTcpSocket *socket, const QByteArray &code, const QByteArray &error);
    void dismiss(QTcpSocket *socket, CallbackPage page, const QString &reason = {});

    const QByteArray m_state;
    const Limits m_limits;
    QTcpServer m_server;
    quint16 m_port = 0;
    QList<QTcpSocket *> m_talking; ///< have not finished their request; oldest first
    QPointer<QTcpSocket> m_held;   ///< brought the genuine answer
};

} // namespace segue::auth
