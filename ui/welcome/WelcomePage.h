// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace segue::ui
{

class ErrorLabel;

/// The first page: sign in (with the three steps to a client id) or try the demo. Knows the words and the rules of the
/// fields; what happens is the business of its owner.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setClientId(const QString &clientId);
    [[nodiscard]] QString clientId() const;
    /// 0: any port.
    void setRedirectPort(int port);
    [[nodiscard]] int redirectPort() const;
    [[nodiscard]] QString redirectUri() const;

    /// Steps and fields, or "waiting for the browser", or "looking for your sign-in".
    enum class Mode { Ask, Starting, Waiting };
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// The address the browser was sent to, to be copied while waiting.
    void setAuthorizeUrl(const QUrl &url);
    /// Stands where the eye is; empty takes it away.
    void setProblem(const QString &text, const QString &detail = {});
    [[nodiscard]] QString problem() const;

    /// Why the field cannot be a client id; empty when it can.
    [[nodiscard]] static QString problemWith(const QString &clientId);

Q_SIGNALS:
    void signInRequested(const QString &clientId, int redirectPort);
    void demoRequested();
    void cancelRequested();
    /// The user clicked a link.
    void linkActivated(const QUrl &url);

private:
    QWidget *buildAsk();
    QWidget *buildWaiting();
    void check(bool tryingToSignIn);
    void submit();
    void copy(const QString &text, QPushButton *button);

    Mode m_mode = Mode::Ask;
    QUrl m_authorizeUrl;
    QStackedWidget *m_stack;
    ErrorLabel *m_problem;
    QLineEdit *m_clientId = nullptr;
    QLabel *m_hint = nullptr;
    QLineEdit *m_redirect = nullptr;
    QCheckBox *m_fixedPort = nullptr;
    QSpinBox *m_port = nullptr;
    QPushButton *m_signIn = nullptr;
    QLabel *m_waitingTitle = nullptr;
    QLabel *m_waitingText = nullptr;
    QPushButton *m_copyAddress = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace segue::ui
