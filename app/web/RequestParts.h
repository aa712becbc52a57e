// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/ApiRequest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>

/// What the requests of every family of calls are made of. Pure functions.
namespace segue::web::requests
{

[[nodiscard]] inline ApiRequest get(QString path)
{
    ApiRequest request;
    request.path = std::move(path);
    return request;
}

[[nodiscard]] inline ApiRequest write(const char *method, QString path, const QString &writeKey)
{
    ApiRequest request;
    request.method = method;
    request.path = std::move(path);
    request.writeKey = writeKey;
    request.priority = Priority::Visible; // the user did it, and sees whether it is saved
    return request;
}

[[nodiscard]] inline ApiRequest withJson(ApiRequest request, const QJsonObject &body)
{
    request.contentType = "application/json";
    request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return request;
}

/// As part of a path or a query: also the plus, which QUrlQuery leaves and the service reads as a space.
[[nodiscard]] inline QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

inline void addPage(ApiRequest &request, int offset, int limit)
{
    request.query.addQueryItem(QStringLiteral("offset"), QString::number(offset));
    request.query.addQueryItem(QStringLiteral("limit"), QString::number(limit));
}

/// `market` may be empty.
inline void addMarket(ApiRequest &request, const QString &market)
{
    if (!market.isEmpty())
        request.query.addQueryItem(QStringLiteral("market"), market);
}

} // namespace segue::web::requests
