// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/Permissions.h"

#include "app/auth/Session.h"

#include <algorithm>
#include <utility>

namespace segue::ui
{

using auth::Session;

Permissions::Permissions(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::stateChanged, this, &Permissions::onStateChanged);
    connect(&session, &Session::signInFailed, this, &Permissions::onFailed);
    connect(&session, &Session::browserNotOpened, this, [this] {
        if (m_granting)
            Q_EMIT browserNotOpened();
    });
    connect(&session, &Session::foreignAnswerRefused, this, [this](const Error &error) {
        if (m_granting)
            Q_EMIT foreignAnswerRefused(error);
    });
}

bool Permissions::has(Permission permission) const
{
    const QStringList granted = m_session.grantedScopes();
    if (granted.isEmpty())
        return true;
    const QStringList wanted = auth::scopesOf(permission);
    return std::all_of(wanted.begin(), wanted.end(),
                       [&granted](const QString &scope) { return granted.contains(scope); });
}

void Permissions::need(Permission permission, QObject *context, std::function<void()> then)
{
    if (has(permission)) {
        then();
        return;
    }
    m_waiting.insert(permission, {.context = context, .then = std::move(then)});
    Q_EMIT wanted(permission);
}

void Permissions::grant(Permission permission)
{
    if (std::exchange(m_granting, std::nullopt))
        m_session.cancelSignIn();
    if (m_session.state() != Session::State::SignedIn)
        return;
    m_granting = permission;
    // First, for the browser may fail to open before signIn() returns.
    Q_EMIT granting(permission);
    if (m_granting == permission)
        m_session.signIn(auth::scopesOf(permission));
}

QUrl Permissions::address() const
{
    return m_granting ? m_session.authorizeUrl() : QUrl();
}

void Permissions::cancel()
{
    if (std::exchange(m_granting, std::nullopt))
        m_session.cancelSignIn();
}

void Permissions::onStateChanged()
{
    if (m_session.state() == Session::State::SignedIn)
        Q_EMIT renewed();
    // Back without it means that it failed, which is told next.
    if (!m_granting || m_session.state() != Session::State::SignedIn || !has(*m_granting))
        return;
    const Permission permission = *std::exchange(m_granting, std::nullopt);
    const Waiting waiting = m_waiting.take(permission);
    Q_EMIT granted(permission);
    if (waiting.context)
        waiting.then();
}

void Permissions::onFailed(const Error &error)
{
    if (const auto permission = std::exchange(m_granting, std::nullopt))
        Q_EMIT notGranted(*permission, error);
}

QString Permissions::reason(Permission permission)
{
    switch (permission) {
    case Permission::Library:
        return tr("To show and change what you have saved, Segue needs one more permission.");
    case Permission::Following:
        return tr("To show whom you follow, and to follow for you, Segue needs one more permission.");
    case Permission::Listening:
        return tr("To show what you listen to most and what you have played lately, Segue needs one more permission.");
    case Permission::Episodes:
        return tr("To show the episodes of a show, and those that you have saved, Segue needs one more permission.");
    case Permission::Playback:
        return tr("To play on your devices, Segue needs one more permission.");
    }
    Q_UNREACHABLE();
}

} // namespace segue::ui
