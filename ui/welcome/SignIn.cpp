// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/SignIn.h"

#include "app/auth/Session.h"
#include "ui/Settings.h"
#include "ui/dialogs/DialogSeams.h"
#include "ui/welcome/WelcomePage.h"

#include <QPointer>

namespace segue::ui
{

using auth::Session;
using State = Session::State;

SignIn::SignIn(Session &session, WelcomePage &page, Settings &settings, const DialogSeams &seams, QObject *parent)
    : QObject(parent), m_session(session), m_page(page), m_settings(settings), m_seams(seams)
{
    m_page.setClientId(session.config().clientId);
    m_page.setRedirectPort(session.config().redirectPort);
    connect(&m_page, &WelcomePage::signInRequested, this, &SignIn::signIn);
    connect(&m_page, &WelcomePage::cancelRequested, &m_session, &Session::cancelSignIn);
    connect(&m_page, &WelcomePage::linkActivated, this, [this](const QUrl &url) { (void)m_seams.openUrl(url); });
    connect(&m_session, &Session::stateChanged, this, &SignIn::show);
    connect(&m_session, &Session::signInFailed, this,
            [this](const Error &error) { m_page.setProblem(error.userText, error.detail); });
    connect(&m_session, &Session::signedOutByService, this,
            [this](const Error &error) { m_page.setProblem(error.userText, error.detail); });
    connect(&m_session, &Session::foreignAnswerRefused, this,
            [this](const Error &error) { m_page.setProblem(error.userText, error.detail); });
    connect(&m_session, &Session::browserNotOpened, this,
            [this] { m_page.setProblem(tr("No browser could be opened. Copy the address and open it yourself.")); });
    show();
}

void SignIn::show()
{
    m_page.setAuthorizeUrl(m_session.authorizeUrl());
    switch (m_session.state()) {
    case State::Starting:
        m_page.setMode(WelcomePage::Mode::Starting);
        break;
    case State::SignedOut:
        // What went wrong, if anything did, is told after the change of state.
        m_page.setProblem({});
        m_page.setMode(WelcomePage::Mode::Ask);
        if (std::exchange(m_signInAfterStart, false))
            QMetaObject::invokeMethod(
                &m_session, [this] { m_session.signIn(); }, Qt::QueuedConnection);
        break;
    case State::SigningIn:
        m_page.setMode(WelcomePage::Mode::Waiting);
        break;
    case State::SignedIn:
        m_signInAfterStart = false;
        m_page.setProblem({});
        break;
    }
}

void SignIn::signIn(const QString &clientId, int redirectPort)
{
    auth::SignInConfig config = m_session.config();
    config.clientId = clientId;
    config.redirectPort = static_cast<quint16>(redirectPort);
    m_settings.set(setting::clientId, clientId);
    m_settings.set(setting::redirectPort, redirectPort);
    if (!(config == m_session.config()))
        m_session.setConfig(config);
    if (m_session.state() == State::Starting) {
        // There may be a sign-in with this client id in the keychain; if not, show() goes on.
        m_signInAfterStart = true;
        return;
    }
    m_session.signIn();
    // Not announced by a state of its own: the address is there once the listener is.
    m_page.setAuthorizeUrl(m_session.authorizeUrl());
}

void SignIn::signInAgain()
{
    if (m_session.config().problem())
        return;
    m_session.signIn();
    show();
}

void SignIn::disconnectAfterQuestion(QWidget &window)
{
    const Question question{
        .id = QStringLiteral("disconnectQuestion"),
        .title = tr("Disconnect from Spotify?"),
        .text = tr("The sign-in and everything else that belongs to your account is removed from this computer. "
                   "Your playlists stay as they are at Spotify. To withdraw the app's access as well, remove it on "
                   "Spotify's account page."),
        .acceptText = tr("Disconnect"),
        .destructive = true,
    };
    m_seams.ask(&window, question, [this, self = QPointer<SignIn>(this)](bool yes) {
        if (!yes || !self)
            return;
        m_session.disconnectAccount();
    });
}

} // namespace segue::ui
