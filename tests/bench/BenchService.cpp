// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/BenchService.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace segue::bench
{

BenchService::BenchService(int latencyMs, int items)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/segue-standin"),
                    {QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--items"), QString::number(items),
                     QStringLiteral("--latency"), QString::number(latencyMs)});
    if (!m_process.waitForStarted() || !m_process.waitForReadyRead(20'000))
        qFatal("the stand-in did not start");
    const QJsonObject urls = QJsonDocument::fromJson(m_process.readLine()).object();
    m_api = QUrl(urls.value(QLatin1String("api")).toString());
    m_control = QUrl(urls.value(QLatin1String("control")).toString());
}

BenchService::~BenchService()
{
    m_process.terminate();
    m_process.waitForFinished(5000);
}

QJsonObject BenchService::control(const QByteArray &method, const QString &path, const QJsonObject &body) const
{
    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(m_control.toString() + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    QNetworkReply *reply = network.sendCustomRequest(request, method, QJsonDocument(body).toJson());
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const QJsonDocument answer = QJsonDocument::fromJson(reply->readAll());
    reply->deleteLater();
    if (answer.isArray())
        return {{QStringLiteral("list"), answer.array()}};
    return answer.object();
}

void FixedToken::requestToken(QObject *context, Done<auth::AccessToken> done)
{
    QTimer::singleShot(0, context, [token = m_token, done = std::move(done)] {
        done(auth::AccessToken{.value = token, .scopes = {}});
    });
}

qint64 privateMemoryKiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("RssAnon:"))
            return line.simplified().split(' ').value(1).toLongLong();
    }
    return 0;
}

} // namespace segue::bench
