// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/TokenAnswer.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace segue::auth
{

namespace
{
constexpr std::chrono::seconds usualLifetime(3600);
constexpr std::chrono::seconds longestLifetime(24 * 3600);

Unexpected badAnswer(int status, const char *detail)
{
    return Unexpected(
        Error{.kind = ErrorKind::BadAnswer,
              .httpStatus = status,
              .userText = QCoreApplication::translate(
                  "segue::auth", "Spotify's sign-in service gave an answer that Segue does not understand. Try again."),
              .detail = QString::fromLatin1(detail)});
}

bool isPrintable(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c <= u'~'; });
}

/// The error code when it looks like one; what else the body holds is nobody's business.
QString errorCodeIn(const QJsonObject &object)
{
    const QString code = object.value(QLatin1String("error")).toString();
    const bool plausible = code.size() <= 64 && std::all_of(code.begin(), code.end(), [](QChar c) {
                               return (c >= u'a' && c <= u'z') || c == u'_';
                           });
    return plausible ? code : QString();
}

Unexpected refusal(int status, const QString &code, std::chrono::seconds retryAfter)
{
    Error error{.httpStatus = status, .detail = code};
    if (status == 429) {
        error.kind = ErrorKind::RateLimited;
        error.userText = QCoreApplication::translate(
            "segue::auth", "Spotify's sign-in service asks for a pause. Try again a little later.");
        if (retryAfter.count() > 0)
            error.retryAfter = retryAfter;
    } else if (status >= 500) {
        error.kind = ErrorKind::ServerFault;
        error.userText = QCoreApplication::translate(
            "segue::auth", "Spotify's sign-in service has a fault at the moment. Try again a little later.");
    } else if (code == QLatin1String("invalid_grant")) {
        error.kind = ErrorKind::SignedOut;
        error.userText =
            QCoreApplication::translate("segue::auth", "Spotify no longer accepts this sign-in. Please sign in again.");
    } else if (code == QLatin1String("invalid_client") || code == QLatin1String("unauthorized_client")) {
        error.kind = ErrorKind::BadRequest;
        error.userText = QCoreApplication::translate(
            "segue::auth", "Spotify does not know this client ID. Check that it was copied in full.");
    } else {
        error.kind = ErrorKind::BadRequest;
        error.userText =
            code.isEmpty()
                ? QCoreApplication::translate("segue::auth", "Spotify's sign-in service refused the request.")
                : QCoreApplication::translate("segue::auth", "Spotify's sign-in service refused the request (%1).")
                      .arg(code);
    }
    return Unexpected(error);
}
} // namespace

Result<TokenAnswer> readTokenAnswer(int httpStatus, const QByteArray &body, std::chrono::seconds retryAfter)
{
    if (body.size() > maxTokenAnswerBytes)
        return badAnswer(httpStatus, "answer too large");
    const QJsonDocument document = QJsonDocument::fromJson(body);
    const QJsonObject object = document.object();
    if (httpStatus >= 400)
        return refusal(httpStatus, errorCodeIn(object), retryAfter);
    if (httpStatus >= 300)
        return badAnswer(httpStatus, "redirected; not followed"); // a secret must not travel on
    if (httpStatus != 200)
        return badAnswer(httpStatus, "unexpected status");
    if (!document.isObject())
        return badAnswer(httpStatus, "not a JSON object");

    TokenAnswer answer;
    const QJsonValue accessToken = object.value(QLatin1String("access_token"));
    if (!accessToken.isString() || accessToken.toString().isEmpty() || !isPrintable(accessToken.toString()))
        return badAnswer(httpStatus, "no access_token");
    answer.accessToken = accessToken.toString().toLatin1();

    const QJsonValue type = object.value(QLatin1String("token_type"));
    if (type.toString().compare(QLatin1String("Bearer"), Qt::CaseInsensitive) != 0)
        return badAnswer(httpStatus, "token_type is not Bearer");

    const QJsonValue refreshToken = object.value(QLatin1String("refresh_token"));
    if (!refreshToken.isUndefined() && !refreshToken.isNull()) {
        if (!refreshToken.isString() || !isPrintable(refreshToken.toString()))
            return badAnswer(httpStatus, "refresh_token is no text");
        answer.refreshToken = refreshToken.toString().toLatin1();
    }

    const QJsonValue scope = object.value(QLatin1String("scope"));
    if (!scope.isUndefined() && !scope.isNull()) {
        if (!scope.isString())
            return badAnswer(httpStatus, "scope is no text");
        answer.scopes = scope.toString().split(u' ', Qt::SkipEmptyParts);
    }

    // Only recommended by the RFC; a token that ends sooner shows with a 401.
    const QJsonValue lifetime = object.value(QLatin1String("expires_in"));
    if (lifetime.isUndefined() || lifetime.isNull()) {
        answer.lifetime = usualLifetime;
    } else {
        if (!lifetime.isDouble())
            return badAnswer(httpStatus, "expires_in is no number");
        const double longest = static_cast<double>(longestLifetime.count());
        answer.lifetime = std::chrono::seconds(static_cast<qint64>(std::clamp(lifetime.toDouble(), 0.0, longest)));
    }
    return answer;
}

} // namespace segue::auth
