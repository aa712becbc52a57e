// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"

#include <QObject>

namespace segue::auth
{
class Session;
}

namespace segue::ui
{

class Settings;
class WelcomePage;
struct DialogSeams;

/// Between the session and the first page: what the user enters goes there, what happens there is told here.
class SignIn : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    SignIn(auth::Session &session, WelcomePage &page, Settings &settings, const DialogSeams &seams,
           QObject *parent = nullptr);

    /// "Disconnect", after a question.
    void disconnectAfterQuestion(QWidget &window);
    /// Signs in again with what is known, or lets the user enter it.
    void signInAgain();

private:
    void show();
    void signIn(const QString &clientId, int redirectPort);

    auth::Session &m_session;
    WelcomePage &m_page;
    Settings &m_settings;
    const DialogSeams &m_seams;
    bool m_signInAfterStart = false;
};

} // namespace segue::ui
