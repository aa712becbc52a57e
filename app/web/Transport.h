// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/ApiRequest.h"

#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include <chrono>
#include <functional>

class QNetworkAccessManager;
class QNetworkReply;
class QTimer;

namespace segue::web
{

struct TransportOptions {
    std::chrono::milliseconds idleTimeout{20'000}; ///< without a byte in either direction
    std::chrono::milliseconds deadline{45'000};    ///< for a whole exchange; a request may name its own
    qint64 maxAnswerBytes = 8 * 1024 * 1024;       ///< after decompression, whatever Content-Length says
    QByteArray userAgent;                          ///< empty: "Segue/" and the application's version
};

/// What came back, before anybody judged it.
struct RawAnswer {
    enum class Failure {
        None,     ///< an answer with a status
        Network,  ///< none, or one that was cut off
        Timeout,  ///< not within the time allowed
        TooLarge, ///< longer than maxAnswerBytes
        Redirect, ///< sends us elsewhere; not followed, the token must not travel
        Address,  ///< not sent: the base address is neither https nor a loopback address
    };

    Failure failure = Failure::None;
    int status = 0; ///< 0 without an HTTP answer
    QByteArray body;
    QByteArray contentType;
    QByteArray retryAfter; ///< the header as it is; empty when missing
    Keeping keeping;
    QString failureText; ///< what Qt said, for bug reports
};

/// An exchange under way. Ends with one report, or silently when aborted. Deletes itself.
class Transmission : public QObject
{
    Q_OBJECT

public:
    using Answered = std::function<void(const RawAnswer &)>;

    /// No report will come. The request may have left already.
    void abort();

private:
    friend class Transport;
    Transmission(QNetworkReply *reply, const ApiRequest &request, const TransportOptions &options, Answered answered,
                 QObject *parent);
    void checkHeaders();
    void takeBytes();
    void stop(RawAnswer::Failure failure);
    void finish();

    QPointer<QNetworkReply> m_reply;
    qint64 m_maxBytes;
    Answered m_answered;
    RawAnswer m_answer;
};

/// Sends one request to the API's host and reports what came back. Knows HTTP; knows nothing of retries, rate
/// limits or JSON. GUI thread.
///
/// The token goes to the host of the base address only: redirects are not followed, cookies are neither sent
/// nor kept, plain http is refused except to a loopback address. A write is never sent twice (see UploadOnce).
/// HTTP/1.1 only: what QNetworkAccessManager repeats by itself is known and tested there, and its six
/// connections to a host are as many as the scheduler uses.
class Transport : public QObject
{
    Q_OBJECT

public:
    /// `base` such as https://api.spotify.com/v1. `network` must outlive this.
    Transport(QUrl base, QNetworkAccessManager &network, TransportOptions options, QObject *parent = nullptr);

    /// https to anywhere, http to 127.0.0.0/8 and ::1 only.
    [[nodiscard]] static bool isAcceptableAddress(const QUrl &url);

    /// `answered` is called once, later, unless the transmission is aborted or this is destroyed.
    Transmission *send(const ApiRequest &request, const QByteArray &token, Transmission::Answered answered);

private:
    [[nodiscard]] QNetworkRequest prepare(const ApiRequest &request, const QByteArray &token) const;

    QUrl m_base;
    QNetworkAccessManager &m_network;
    TransportOptions m_options;
};

} // namespace segue::web
