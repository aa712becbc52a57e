// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/SignInAttempt.h"

#include "app/auth/CallbackListener.h"

#include <QCoreApplication>

namespace segue::auth
{

namespace
{
Error errorOfService(const QByteArray &code)
{
    // It came through the browser; only what looks like an error code is repeated.
    const bool plausible = code.size() <= 64 && std::all_of(code.begin(), code.end(),
                                                            [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    Error error{.detail = plausible ? QString::fromLatin1(code) : QString()};
    if (code == "access_denied") {
        error.kind = ErrorKind::Denied;
        error.userText = QCoreApplication::translate("segue::auth", "Access was denied, so Segue is not connected.");
    } else if (code == "server_error" || code == "temporarily_unavailable") {
        error.kind = ErrorKind::ServerFault;
        error.userText = QCoreApplication::translate(
            "segue::auth", "Spotify's sign-in service has a fault at the moment. Try again a little later.");
    } else {
        error.kind = ErrorKind::BadRequest;
        error.userText =
            error.detail.isEmpty()
                ? QCoreApplication::translate("segue::auth", "Spotify's sign-in service refused the request.")
                : QCoreApplication::translate("segue::auth", "Spotify's sign-in service refused the request (%1).")
                      .arg(error.detail);
    }
    return error;
}
} // namespace

SignInAttempt::SignInAttempt(const SignInConfig &config, QNetworkAccessManager &network, const SessionTimes &times,
                             QObject *parent)
    : QObject(parent), m_config(config), m_patience(times.signIn), m_client(config, network, times.tokenRequest)
{
    m_client.onOutcome = [this](const Result<TokenAnswer> &answer) { takeTokens(answer); };
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        finish(Unexpected(Error{.kind = ErrorKind::Timeout,
                                .userText = QCoreApplication::translate(
                                    "segue::auth", "Nobody finished signing in within the time. Try again.")}));
    });
}

SignInAttempt::~SignInAttempt() = default;

Result<Nothing> SignInAttempt::begin()
{
    if (Result<Nothing> listening = m_client.listen(); !listening)
        return listening;
    connect(m_client.listener(), &CallbackListener::answered, this, &SignInAttempt::takeAnswer);
    connect(m_client.listener(), &CallbackListener::foreignAnswerRefused, this, &SignInAttempt::foreignAnswerRefused);
    m_authorizeUrl = m_client.authorizeUrl();
    m_timeout.start(m_patience);
    return Nothing{};
}

std::chrono::milliseconds SignInAttempt::timeLeft() const
{
    return m_timeout.isActive() ? std::max(m_timeout.remainingTimeAsDuration(), std::chrono::milliseconds(0))
                                : std::chrono::milliseconds(0);
}

void SignInAttempt::takeAnswer(const QByteArray &code, const QByteArray &error)
{
    m_timeout.stop(); // the exchange has a bound of its own
    if (!error.isEmpty())
        finish(Unexpected(errorOfService(error)));
    else
        m_client.exchange(code);
}

void SignInAttempt::takeTokens(const Result<TokenAnswer> &answer)
{
    if (!answer) {
        Error error = answer.error();
        if (error.kind == ErrorKind::SignedOut) { // invalid_grant: here it is about the code
            error.kind = ErrorKind::BadRequest;
            error.userText = QCoreApplication::translate(
                "segue::auth", "Spotify did not accept the answer of the browser. Try to sign in again.");
        }
        finish(Unexpected(error));
        return;
    }
    if (answer->refreshToken.isEmpty()) {
        finish(Unexpected(Error{.kind = ErrorKind::BadAnswer,
                                .httpStatus = 200,
                                .userText = QCoreApplication::translate(
                                    "segue::auth", "Spotify gave access for an hour only. Try to sign in again."),
                                .detail = QStringLiteral("no refresh_token")}));
        return;
    }
    TokenAnswer granted = *answer;
    if (granted.scopes.isEmpty())
        granted.scopes = m_config.scopes; // RFC 6749 §5.1: left out when it is what was asked for
    finish(granted);
}

void SignInAttempt::finish(const Result<TokenAnswer> &outcome)
{
    if (m_finished)
        return;
    m_finished = true;
    if (outcome)
        m_client.listener()->finish(CallbackPage::SignedIn);
    else if (outcome.error().kind == ErrorKind::Denied)
        m_client.listener()->finish(CallbackPage::Denied);
    else
        m_client.listener()->finish(CallbackPage::Failed, outcome.error().userText);
    // Through the event loop: the listener, whose signal this may be, must survive its own slot.
    QMetaObject::invokeMethod(
        this,
        [this, outcome] {
            const auto receiver = onOutcome; // may delete this object
            if (receiver)
                receiver(outcome);
        },
        Qt::QueuedConnection);
}

} // namespace segue::auth
