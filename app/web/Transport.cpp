// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Transport.h"

#include "app/web/UploadOnce.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QLoggingCategory>
#include <QMetaEnum>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

Q_LOGGING_CATEGORY(lcWebTransport, "segue.web", QtInfoMsg)

namespace segue::web
{

namespace
{

/// What may be logged of an address.
QString withoutQuery(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

/// Whether Qt's error is about the connection (its first two hundred codes), not about the status of an answer.
bool concernsConnection(QNetworkReply::NetworkError error)
{
    return error != QNetworkReply::NoError && static_cast<int>(error) < 200;
}

} // namespace

Transmission::Transmission(QNetworkReply *reply, const ApiRequest &request, const TransportOptions &options,
                           Answered answered, QObject *parent)
    : QObject(parent), m_reply(reply), m_maxBytes(options.maxAnswerBytes), m_answered(std::move(answered))
{
    if (!reply) { // refused before sending; still reported through the event loop
        m_answer.failure = RawAnswer::Failure::Address;
        QTimer::singleShot(0, this, &Transmission::finish);
        return;
    }
    reply->setParent(this);
    connect(reply, &QNetworkReply::metaDataChanged, this, &Transmission::checkHeaders);
    connect(reply, &QNetworkReply::readyRead, this, &Transmission::takeBytes);
    connect(reply, &QNetworkReply::finished, this, &Transmission::finish);
    if (request.progress) {
        connect(reply, &QNetworkReply::uploadProgress, this, [report = request.progress](qint64 sent, qint64 total) {
            if (total > 0) // Qt ends with (0, 0)
                report(sent, total);
        });
    }
    // Qt's own transfer timeout starts again with every byte, so a dripping server would never meet it.
    const auto deadline = request.deadline.count() > 0 ? request.deadline : options.deadline;
    QTimer::singleShot(deadline, this, [this] { stop(RawAnswer::Failure::Timeout); });
}

void Transmission::abort()
{
    m_answered = nullptr;
    if (m_reply) {
        m_reply->disconnect(this);
        m_reply->abort();
    }
    deleteLater();
}

void Transmission::checkHeaders()
{
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (length.isValid() && length.toLongLong() > m_maxBytes)
        stop(RawAnswer::Failure::TooLarge);
}

void Transmission::takeBytes()
{
    if (m_answer.failure != RawAnswer::Failure::None)
        return;
    m_answer.body += m_reply->read(m_maxBytes + 1 - m_answer.body.size());
    if (m_answer.body.size() > m_maxBytes)
        stop(RawAnswer::Failure::TooLarge);
}

void Transmission::stop(RawAnswer::Failure failure)
{
    if (!m_reply || m_answer.failure != RawAnswer::Failure::None)
        return;
    m_answer.failure = failure;
    m_reply->abort(); // emits finished()
}

void Transmission::finish()
{
    if (m_reply) {
        if (m_reply->bytesAvailable() > 0)
            takeBytes();
        m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_answer.contentType = m_reply->rawHeader("Content-Type");
        m_answer.retryAfter = m_reply->rawHeader("Retry-After");
        m_answer.keeping = {.tag = m_reply->rawHeader("ETag"),
                            .cacheControl = m_reply->rawHeader("Cache-Control"),
                            .age = m_reply->rawHeader("Age")};
        if (m_reply->error() != QNetworkReply::NoError)
            m_answer.failureText = QString::fromLatin1(QMetaEnum::fromType<QNetworkReply::NetworkError>().valueToKey(
                m_reply->error())); // errorString() would name the address with its query
        if (m_answer.failure == RawAnswer::Failure::None) {
            const bool refused = m_answer.status >= 400; // says enough, even when its body was cut off
            if (m_reply->error() == QNetworkReply::OperationCanceledError)
                m_answer.failure = RawAnswer::Failure::Timeout; // nobody here aborted it: the transfer timeout did
            else if (m_answer.status == 0 || (concernsConnection(m_reply->error()) && !refused))
                m_answer.failure = RawAnswer::Failure::Network;
            else if (m_answer.status >= 300 && m_answer.status < 400 && m_answer.status != 304)
                m_answer.failure = RawAnswer::Failure::Redirect;
        }
        qCDebug(lcWebTransport) << "answer" << m_answer.status << withoutQuery(m_reply->url()) << m_answer.failureText;
    }
    deleteLater();
    if (auto answered = std::exchange(m_answered, nullptr))
        answered(m_answer);
}

Transport::Transport(QUrl base, QNetworkAccessManager &network, TransportOptions options, QObject *parent)
    : QObject(parent), m_base(std::move(base)), m_network(network), m_options(std::move(options))
{
    QString path = m_base.path(QUrl::FullyEncoded);
    if (!path.endsWith(u'/'))
        m_base.setPath(path + u'/', QUrl::TolerantMode);
    if (m_options.userAgent.isEmpty())
        m_options.userAgent = "Segue/" + QCoreApplication::applicationVersion().toLatin1();
}

bool Transport::isAcceptableAddress(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return false;
    if (url.scheme() == QLatin1String("https"))
        return true;
    // By address, not by name: what "localhost" means is up to the resolver.
    return url.scheme() == QLatin1String("http") && QHostAddress(url.host()).isLoopback();
}

QNetworkRequest Transport::prepare(const ApiRequest &request, const QByteArray &token) const
{
    QUrl url = m_base;
    url.setPath(m_base.path(QUrl::FullyEncoded) + request.path, QUrl::TolerantMode);
    if (!request.query.isEmpty())
        url.setQuery(request.query);

    QNetworkRequest out(url);
    out.setRawHeader("Authorization", "Bearer " + token);
    out.setRawHeader("Accept", "application/json");
    out.setHeader(QNetworkRequest::UserAgentHeader, m_options.userAgent);
    if (!request.isWrite() && !request.known.tag.isEmpty())
        out.setRawHeader("If-None-Match", request.known.tag);
    if (request.isWrite() && !request.contentType.isEmpty())
        out.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    out.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    out.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    out.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    out.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    out.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    out.setTransferTimeout(static_cast<int>(m_options.idleTimeout.count()));
    return out;
}

Transmission *Transport::send(const ApiRequest &request, const QByteArray &token, Transmission::Answered answered)
{
    QNetworkReply *reply = nullptr;
    if (isAcceptableAddress(m_base)) {
        const QNetworkRequest out = prepare(request, token);
        qCDebug(lcWebTransport) << request.method << withoutQuery(out.url());
        if (request.isWrite()) {
            auto *body = new UploadOnce(request.body);
            reply = m_network.sendCustomRequest(out, request.method, body);
            body->setParent(reply);
        } else {
            reply = m_network.get(out);
        }
    }
    return new Transmission(reply, request, m_options, std::move(answered), this);
}

} // namespace segue::web
