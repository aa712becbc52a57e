// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/StoredTokenText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace segue::auth
{

namespace
{
constexpr int currentVersion = 1;
const QLatin1String versionKey("version");
const QLatin1String tokenKey("refresh_token");
const QLatin1String scopesKey("scopes");
const QLatin1String signedInKey("signed_in_at");
} // namespace

QByteArray toKeychainText(const StoredToken &token)
{
    const QJsonObject object{
        {versionKey, currentVersion},
        {tokenKey, QString::fromUtf8(token.refreshToken)},
        {scopesKey, QJsonArray::fromStringList(token.scopes)},
        {signedInKey, token.signedInAt.toUTC().toString(Qt::ISODateWithMs)},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<StoredToken> fromKeychainText(const QByteArray &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    if (object.value(versionKey).toInt() != currentVersion)
        return std::nullopt;
    StoredToken token{
        .refreshToken = object.value(tokenKey).toString().toUtf8(),
        .scopes = {},
        .signedInAt = QDateTime::fromString(object.value(signedInKey).toString(), Qt::ISODateWithMs),
    };
    if (token.refreshToken.isEmpty())
        return std::nullopt;
    const QJsonArray scopes = object.value(scopesKey).toArray();
    for (const QJsonValue &scope : scopes) {
        if (scope.isString())
            token.scopes.append(scope.toString());
    }
    return token;
}

} // namespace segue::auth
