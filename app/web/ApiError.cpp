// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ApiError.h"

#include "app/web/RefusalTexts.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

namespace segue::web
{

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(segue::web::ApiError)
};

Error make(ErrorKind kind, int status, QString userText, QString detail)
{
    return {.kind = kind, .httpStatus = status, .userText = std::move(userText), .detail = std::move(detail)};
}

/// Access tokens are longer than any word, id or snapshot in a message.
QString withoutSecrets(QString message)
{
    static const QRegularExpression secret(QStringLiteral("Bearer\\s+\\S{16,}|[A-Za-z0-9_.=+/-]{60,}"),
                                           QRegularExpression::CaseInsensitiveOption);
    return message.replace(secret, QStringLiteral("…"));
}

bool says(const QString &message, const char *part)
{
    return message.contains(QLatin1String(part), Qt::CaseInsensitive);
}

/// 403s that have nothing to do with the playlist asked for.
std::optional<Error> appRefusal(int status, const QString &message, const ApiRequest &request)
{
    if (says(message, "(premium_required)"))
        return make(
            ErrorKind::NotAllowed, status,
            Texts::tr("Spotify plays for other programs with Spotify Premium only. Play it in Spotify instead."),
            message);
    if (says(message, "not be registered") || says(message, "not registered"))
        return make(
            ErrorKind::AppRefused, status,
            Texts::tr("Spotify does not know you as a user of this client ID. Its owner must add your account "
                      "under \"User Management\" in the Spotify dashboard, or you can use a client ID of your own."),
            message);
    if (says(message, "premium subscription"))
        return make(
            ErrorKind::AppRefused, status,
            Texts::tr("The owner of this client ID has no Spotify Premium, and without it Spotify serves none of "
                      "its users. Use the client ID of an account with Premium."),
            message);
    if (says(message, "client scope"))
        return make(ErrorKind::MissingScope, status, refusalTexts::missingPermission(request), message);
    return {};
}

/// Positions that a playlist does not have: it is another one than we think.
Error changedMeanwhile(int status, const QString &message)
{
    return make(ErrorKind::BadRequest, status,
                Texts::tr("The playlist has changed in the meantime. Reload it and try again."), message);
}

Error forbidden(int status, const QString &message, const ApiRequest &request)
{
    if (auto refusal = appRefusal(status, message, request))
        return *refusal;
    if (says(message, "out of bounds"))
        return changedMeanwhile(status, message);
    return make(ErrorKind::NotAllowed, status, refusalTexts::notAllowed(request), message);
}

Error unauthorized(const QString &message, const ApiRequest &request)
{
    if (request.lane == Lane::Cover && says(message, "unauthorized"))
        return make(
            ErrorKind::MissingScope, 401,
            Texts::tr("Segue lacks the permission to upload covers. Sign in again and agree to all permissions."),
            message);
    return make(ErrorKind::SignedOut, 401, Texts::tr("Spotify no longer accepts this sign-in. Sign in again."),
                message);
}

Error notFound(const QString &message, const ApiRequest &request)
{
    if (says(message, "(no_active_device)"))
        return make(ErrorKind::NotFound, 404,
                    Texts::tr("Spotify is not open on any device. Open it on one and try again, or choose a device."),
                    message);
    return make(ErrorKind::NotFound, 404,
                request.subject == Subject::Playback
                    ? Texts::tr("Spotify does not find this device any more. Choose another one and try again.")
                    : Texts::tr("Spotify does not find this any more. It may have been deleted."),
                message);
}

Error badRequest(int status, const QString &message, const ApiRequest &request)
{
    if (says(message, "collaborative playlists can only be private"))
        return make(ErrorKind::BadRequest, status,
                    Texts::tr("A collaborative playlist cannot be shown on the profile. Turn off one of the two."),
                    message);
    if (says(message, "out of bounds"))
        return changedMeanwhile(status, message);
    return make(ErrorKind::BadRequest, status,
                request.subject == Subject::Playlists
                    ? Texts::tr("Spotify did not accept this request. Reload the playlist and try again.")
                    : Texts::tr("Spotify did not accept this request. Reload and try again."),
                message);
}

Error failure(const RawAnswer &answer)
{
    switch (answer.failure) {
    case RawAnswer::Failure::Timeout:
        return make(ErrorKind::Timeout, answer.status,
                    Texts::tr("Spotify did not answer in time. Check the network connection and try again."),
                    answer.failureText);
    case RawAnswer::Failure::TooLarge:
        return badAnswer(QStringLiteral("answer larger than allowed"));
    case RawAnswer::Failure::Redirect:
        return badAnswer(QStringLiteral("redirect"));
    case RawAnswer::Failure::Address:
        return invalidInput(
            Texts::tr("The address of the service must begin with https:// (http:// only for this computer)."));
    case RawAnswer::Failure::None:
    case RawAnswer::Failure::Network:
        break;
    }
    return make(ErrorKind::Network, answer.status,
                Texts::tr("Spotify cannot be reached. Check the network connection and try again."),
                answer.failureText);
}

constexpr qsizetype longestMessage = 200;

/// Fit to be logged and shown, whoever wrote it.
QString inOneLine(QString text)
{
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control || c.category() == QChar::Other_Format)
            c = u' ';
    }
    // JSON can name halves of characters; a question mark takes their place.
    text = QString::fromUtf8(text.toUtf8()).simplified().left(longestMessage);
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text;
}

} // namespace

QString serverMessage(const RawAnswer &answer)
{
    QString message;
    const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
    const QJsonValue error = object[QLatin1String("error")];
    if (error.isObject()) {
        message = error[QLatin1String("message")].toString();
        const QString reason = error[QLatin1String("reason")].toString();
        if (!reason.isEmpty())
            message += QStringLiteral(" (%1)").arg(reason);
    } else if (error.isString()) {
        message = object[QLatin1String("error_description")].toString(error.toString());
    } else if (object.isEmpty() && !answer.contentType.contains("html") && !answer.body.trimmed().startsWith('<')) {
        message = QString::fromUtf8(answer.body.left(800));
    }
    return inOneLine(withoutSecrets(message));
}

bool isQuotaExceeded(const RawAnswer &answer)
{
    return says(serverMessage(answer), "(quota_exceeded)");
}

Error errorFrom(const RawAnswer &answer, const ApiRequest &request)
{
    if (answer.failure != RawAnswer::Failure::None)
        return failure(answer);
    const QString message = serverMessage(answer);
    switch (answer.status) {
    case 401:
        return unauthorized(message, request);
    case 403:
        return forbidden(answer.status, message, request);
    case 404:
        return notFound(message, request);
    case 413:
        return make(ErrorKind::TooLarge, 413,
                    request.lane == Lane::Cover
                        ? Texts::tr("This picture is too large for Spotify. Choose a smaller one.")
                        : Texts::tr("This is more than Spotify takes at once."),
                    message);
    case 429:
        return make(ErrorKind::RateLimited, 429, Texts::tr("Spotify asks to wait before going on. Try again later."),
                    message);
    default:
        break;
    }
    if (answer.status >= 500)
        return make(ErrorKind::ServerFault, answer.status,
                    Texts::tr("Spotify has a problem at the moment (error %1). Try again later.").arg(answer.status),
                    message);
    if (answer.status >= 400)
        return badRequest(answer.status, message, request);
    return badAnswer(QStringLiteral("unexpected status %1").arg(answer.status));
}

Error rateLimitError(std::chrono::seconds wait, const QDateTime &until, const QString &message)
{
    const QDateTime local = until.toLocalTime();
    const QLocale locale;
    const bool today = local.date() == QDate::currentDate();
    const QString when =
        today ? locale.toString(local.time(), QLocale::ShortFormat) : locale.toString(local, QLocale::ShortFormat);
    Error error =
        make(ErrorKind::RateLimited, 429,
             Texts::tr("Spotify has limited the requests of this client ID until %1. Try again after that.").arg(when),
             QStringLiteral("%1 (%2 s left)").arg(message).arg(wait.count()).trimmed());
    error.retryAfter = wait;
    return error;
}

Error badAnswer(const QString &detail)
{
    return make(ErrorKind::BadAnswer, 0, Texts::tr("Spotify's answer could not be understood. Try again later."),
                detail);
}

Error invalidInput(const QString &text)
{
    return make(ErrorKind::InvalidInput, 0, text, {});
}

Error notOffered()
{
    return make(ErrorKind::NotAllowed, 0, refusalTexts::notOffered(), {});
}

bool mayMeanUnknownRoute(const Error &error)
{
    if (error.httpStatus == 404 || error.httpStatus == 405 || error.httpStatus == 410)
        return true;
    if (error.httpStatus != 403 || error.kind != ErrorKind::NotAllowed)
        return false;
    if (appRefusal(error.httpStatus, error.detail, {}))
        return false;
    // Reasons that only the handler of a route can give.
    return !says(error.detail, "you cannot") && !says(error.detail, "out of bounds") &&
           !says(error.detail, "don't own");
}

} // namespace segue::web
