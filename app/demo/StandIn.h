// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <memory>

namespace segue::demo
{

/// Which of the two shapes of the Web API an app gets: "tracks" (extended quota, older apps) or "items"
/// (development mode since February 2026).
enum class Dialect { Tracks, Items };

struct StandInOptions {
    quint16 port = 0; ///< 0: any free one
    Dialect dialect = Dialect::Items;
    quint32 seed = 1; ///< the same seed makes the same library and the same covers
    int playlists = 44;
    int items = 10'000;                              ///< size of the big playlist
    std::chrono::milliseconds latency{0};            ///< every answer is held back so long, each connection for itself
    int rateLimit = 0;                               ///< requests to the Web API in any 30 s; 0: no limit
    QString clientId = QStringLiteral("segue-demo"); ///< the one app that is registered
};

class Server;

/// A small Spotify on 127.0.0.1: accounts service, Web API and image files, with a made-up library. It runs
/// on a thread of its own, keeps nothing on disk and is gone with the object. What it can be told to do
/// (faults, edits by somebody else) and asked (its state, the requests it got) is in README.md beside
/// this file.
class StandIn
{
public:
    explicit StandIn(StandInOptions options = {});
    ~StandIn(); ///< stops: open connections are cut
    Q_DISABLE_COPY_MOVE(StandIn)

    /// Listens and fills the library. False with the reason when the port cannot be had.
    bool start(QString *error = nullptr);

    [[nodiscard]] QUrl apiUrl() const;      ///< http://127.0.0.1:P/v1
    [[nodiscard]] QUrl accountsUrl() const; ///< http://127.0.0.1:P; /authorize and /api/token are below it
    [[nodiscard]] QUrl controlUrl() const;  ///< http://127.0.0.1:P/_control
    [[nodiscard]] QString clientId() const { return m_options.clientId; }
    [[nodiscard]] quint16 port() const { return m_port; }

    /// The control interface without HTTP: what `method` on /_control + `path` (with its query) answers. Waits for
    /// the server's thread, a few milliseconds. An answer that is an array comes under "list"; "status" is
    /// always there.
    QJsonObject control(const QByteArray &method, const QString &path, const QJsonObject &body = {});

private:
    StandInOptions m_options;
    QThread m_thread;
    QObject m_there; ///< lives on the thread: calls go over by it
    Server *m_server = nullptr;
    quint16 m_port = 0;
};

} // namespace segue::demo
