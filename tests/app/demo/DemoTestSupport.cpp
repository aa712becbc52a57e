// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/DemoTestSupport.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>
#include <QTimer>

namespace segue::demo::test
{

const QString Bench::AllScopes = QStringLiteral(
    "playlist-read-private playlist-read-collaborative playlist-modify-private playlist-modify-public "
    "ugc-image-upload user-library-read user-library-modify user-read-private user-read-email user-follow-read "
    "user-follow-modify user-top-read user-read-recently-played user-read-playback-state "
    "user-modify-playback-state user-read-playback-position");

StandInOptions small(Dialect dialect)
{
    StandInOptions options;
    options.dialect = dialect;
    options.items = 300;
    return options;
}

Bench::Bench(StandInOptions options) : standIn(options), m_isItems(options.dialect == Dialect::Items)
{
    QString error;
    if (!standIn.start(&error))
        qFatal("the stand-in does not start: %s", qPrintable(error));
    useScopes(AllScopes);
}

void Bench::useScopes(const QString &scopes)
{
    const QJsonObject issued =
        control("POST", QStringLiteral("/tokens"),
                {{QStringLiteral("action"), QStringLiteral("issue")}, {QStringLiteral("scope"), scopes}});
    token = issued[QLatin1String("access_token")].toString().toLatin1();
}

QNetworkReply *Bench::begin(const QByteArray &method, const QString &pathAndQuery, const QByteArray &body,
                            const QByteArray &contentType)
{
    const QUrl url(standIn.accountsUrl().toString() + pathAndQuery, QUrl::StrictMode);
    Q_ASSERT(url.isValid());
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    if (!body.isEmpty())
        request.setRawHeader("Content-Type", contentType);
    for (const auto &[name, value] : std::as_const(extraHeaders))
        request.setRawHeader(name, value);
    return m_network.sendCustomRequest(request, method, body);
}

Reply Bench::finished(QNetworkReply *reply, int msToWait)
{
    QElapsedTimer clock;
    clock.start();
    const std::unique_ptr<QNetworkReply> owner(reply);
    if (!reply->isFinished()) {
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(msToWait, &loop, &QEventLoop::quit);
        loop.exec();
    }
    Reply result;
    result.ms = clock.elapsed();
    if (!reply->isFinished()) {
        result.error = QNetworkReply::TimeoutError;
        return result;
    }
    result.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    result.body = reply->readAll();
    result.json = QJsonDocument::fromJson(result.body).object();
    result.error = reply->error();
    const auto headers = reply->rawHeaderPairs();
    for (const auto &[name, value] : headers)
        result.headers.insert(name.toLower(), value);
    return result;
}

Reply Bench::send(const QByteArray &method, const QString &pathAndQuery, const QByteArray &body,
                  const QByteArray &contentType)
{
    return finished(begin(method, pathAndQuery, body, contentType));
}

Reply Bench::form(const QString &path, const QList<QPair<QString, QString>> &pairs)
{
    QByteArray body;
    for (const auto &[name, value] : pairs)
        body += (body.isEmpty() ? "" : "&") + name.toLatin1() + '=' + QUrl::toPercentEncoding(value);
    const QByteArray kept = std::exchange(token, {});
    const Reply reply = send("POST", path, body, "application/x-www-form-urlencoded");
    token = kept;
    return reply;
}

void Bench::setOption(const char *name, const QJsonValue &value)
{
    const QJsonObject answer = control("PATCH", QStringLiteral("/options"), {{QLatin1String(name), value}});
    QCOMPARE(answer[QLatin1String("status")].toInt(), 200);
}

void Bench::arm(const QJsonObject &fault)
{
    QCOMPARE(control("POST", QStringLiteral("/faults"), fault)[QLatin1String("status")].toInt(), 201);
}

QJsonArray Bench::log(const QString &filter)
{
    return control("GET", QStringLiteral("/log") + filter)[QLatin1String("list")].toArray();
}

QString Bench::playlist(const QString &name)
{
    const QJsonArray all = control("GET", QStringLiteral("/playlists"))[QLatin1String("list")].toArray();
    for (const QJsonValue &entry : all) {
        if (entry[QLatin1String("name")] == name)
            return entry[QLatin1String("id")].toString();
    }
    return {};
}

QJsonArray Bench::rows(const QString &playlist)
{
    return control("GET", QStringLiteral("/playlists/") + playlist)[QLatin1String("items")].toArray();
}

QStringList Bench::uris(const QString &playlist)
{
    QStringList list;
    const QJsonArray items = rows(playlist);
    for (const QJsonValue &item : items)
        list.append(item[QLatin1String("uri")].toString());
    return list;
}

QStringList Bench::tracks(int count, int from)
{
    QStringList list;
    const QJsonArray items =
        control("GET", QStringLiteral("/tracks?from=%1&count=%2").arg(from).arg(count))[QLatin1String("list")]
            .toArray();
    for (const QJsonValue &item : items)
        list.append(item[QLatin1String("uri")].toString());
    return list;
}

QString Bench::itemsPath(const QString &playlist)
{
    return QStringLiteral("/v1/playlists/") + playlist +
           (m_isItems ? QStringLiteral("/items") : QStringLiteral("/tracks"));
}

void bothDialects()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("tracks") << Dialect::Tracks;
    QTest::newRow("items") << Dialect::Items;
}

} // namespace segue::demo::test
