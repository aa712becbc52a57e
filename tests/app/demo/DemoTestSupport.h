// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/StandIn.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrlQuery>

#include <memory>

namespace segue::demo::test
{

/// What came back over the wire.
struct Reply {
    int status = 0;
    QByteArray body;
    QJsonObject json;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    qint64 ms = 0;

    [[nodiscard]] QString message() const { return json[QLatin1String("error")][QLatin1String("message")].toString(); }
    [[nodiscard]] QJsonArray list(const char *key = "items") const { return json[QLatin1String(key)].toArray(); }
};

/// A stand-in and a client that talks plain HTTP to it, with a token of every scope unless told otherwise.
class Bench
{
public:
    explicit Bench(StandInOptions options = {});

    Reply send(const QByteArray &method, const QString &pathAndQuery, const QByteArray &body = {},
               const QByteArray &contentType = "application/json");
    Reply get(const QString &path) { return send("GET", path); }
    Reply put(const QString &path, const QJsonObject &body) { return send("PUT", path, bytes(body)); }
    Reply post(const QString &path, const QJsonObject &body) { return send("POST", path, bytes(body)); }
    Reply del(const QString &path, const QJsonObject &body = {}) { return send("DELETE", path, bytes(body)); }
    Reply form(const QString &path, const QList<QPair<QString, QString>> &pairs);
    /// Begins a request; the reply belongs to the caller.
    QNetworkReply *begin(const QByteArray &method, const QString &pathAndQuery, const QByteArray &body = {},
                         const QByteArray &contentType = "application/json");
    static Reply finished(QNetworkReply *reply, int msToWait = 10'000);

    QJsonObject control(const QByteArray &method, const QString &path, const QJsonObject &body = {})
    {
        return standIn.control(method, path, body);
    }
    void setOption(const char *name, const QJsonValue &value);
    void arm(const QJsonObject &fault);
    QJsonArray log(const QString &filter = {});
    void useScopes(const QString &scopes);

    /// The id of the user's playlist of that name.
    QString playlist(const QString &name);
    QJsonArray rows(const QString &playlist);
    QStringList uris(const QString &playlist);
    QStringList tracks(int count, int from = 700'000); ///< URIs that no playlist holds
    QString itemsPath(const QString &playlist);

    StandIn standIn;
    QByteArray token;
    QList<QPair<QByteArray, QByteArray>> extraHeaders;

    static QByteArray bytes(const QJsonObject &json) { return QJsonDocument(json).toJson(QJsonDocument::Compact); }
    static const QString AllScopes;

private:
    QNetworkAccessManager m_network;
    bool m_isItems;
};

void bothDialects();                                    ///< the rows of a test that is true of both
StandInOptions small(Dialect dialect = Dialect::Items); ///< the usual playlists, the big one with 300 items

} // namespace segue::demo::test

Q_DECLARE_METATYPE(segue::demo::Dialect)
