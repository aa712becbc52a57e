// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/WelcomePage.h"

#include "app/auth/SignInConfig.h"
#include "ui/look/ErrorLabel.h"
#include "ui/look/Icons.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace segue::ui
{

namespace
{

constexpr int columnWidth = 600;

QLabel *richLabel(const QString &html, QWidget *parent)
{
    auto *label = new QLabel(html, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    return label;
}

QLabel *stepNumber(int number, QWidget *parent)
{
    auto *label = new QLabel(QString::number(number), parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 1.3);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setForegroundRole(QPalette::Link);
    label->setFixedWidth(28);
    label->setAlignment(Qt::AlignTop | Qt::AlignHCenter);
    return label;
}

} // namespace

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent), m_stack(new QStackedWidget(this)), m_problem(new ErrorLabel(this))
{
    setObjectName(QStringLiteral("welcomePage"));
    setAccessibleName(tr("Welcome"));
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    auto *mark = new QLabel(this);
    mark->setPixmap(appIcon().pixmap(QSize(56, 56), devicePixelRatioF()));
    auto *name = new QLabel(QStringLiteral("Segue"), this);
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 2.2);
    large.setWeight(QFont::Bold);
    name->setFont(large);
    auto *claim = new QLabel(tr("Put your Spotify playlists in order."), this);
    claim->setForegroundRole(QPalette::PlaceholderText);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(name);
    words->addWidget(claim);
    auto *head = new QHBoxLayout;
    head->setSpacing(14);
    head->addWidget(mark);
    head->addLayout(words, 1);

    m_problem->setObjectName(QStringLiteral("signInProblem"));
    m_problem->setFrameShape(QFrame::StyledPanel);
    m_problem->setMargin(10);
    m_problem->hide();

    m_stack->addWidget(buildAsk());
    m_stack->addWidget(buildWaiting());

    auto *centred = new QWidget(this);
    centred->setBackgroundRole(QPalette::Base);
    centred->setAutoFillBackground(true);
    // Stretches instead of an alignment: an aligned widget is not asked for its height at its width, and wrapped
    // text would be cut off.
    auto *column = new QWidget(centred);
    column->setFixedWidth(columnWidth);
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(24, 24, 24, 24);
    inner->setSpacing(18);
    inner->addLayout(head);
    inner->addWidget(m_problem);
    inner->addWidget(m_stack);
    auto *across = new QHBoxLayout;
    across->addStretch();
    across->addWidget(column);
    across->addStretch();
    auto *middle = new QVBoxLayout(centred);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addStretch(2);
    middle->addLayout(across);
    middle->addStretch(3);

    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("welcomeScroll"));
    scroll->setAccessibleName(tr("Welcome"));
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(centred);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    check(false);
}

QWidget *WelcomePage::buildAsk()
{
    auto *page = new QWidget(this);
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    int row = 0;

    auto *intro = new QLabel(tr("Spotify asks everybody who uses a program like this one for a client id of their own. "
                                "Getting one takes two minutes and a Premium account."),
                             page);
    intro->setWordWrap(true);
    grid->addWidget(intro, row++, 0, 1, 3);
    grid->setRowMinimumHeight(row++, 6);

    auto *dashboard = richLabel(tr("Open the <a href=\"https://developer.spotify.com/dashboard\">developer "
                                   "dashboard</a>, log in and create an app. Name and description are up to you; "
                                   "tick “Web API”."),
                                page);
    dashboard->setObjectName(QStringLiteral("dashboardLink"));
    dashboard->setAccessibleName(tr("Open the developer dashboard, log in and create an app"));
    dashboard->setTextInteractionFlags(Qt::LinksAccessibleByKeyboard | Qt::LinksAccessibleByMouse);
    connect(dashboard, &QLabel::linkActivated, this, [this](const QString &link) { Q_EMIT linkActivated(QUrl(link)); });
    grid->addWidget(stepNumber(1, page), row, 0, Qt::AlignTop);
    grid->addWidget(dashboard, row++, 1, 1, 2);
    grid->setRowMinimumHeight(row++, 6);

    auto *redirectLabel = new QLabel(tr("As “Redirect URI” of the app, enter exactly this:"), page);
    m_redirect = new QLineEdit(page);
    m_redirect->setObjectName(QStringLiteral("redirectUriField"));
    m_redirect->setAccessibleName(tr("Redirect address to register"));
    m_redirect->setReadOnly(true);
    redirectLabel->setBuddy(m_redirect);
    auto *copyRedirect = new QPushButton(icon(QStringLiteral("copy")), tr("Copy"), page);
    copyRedirect->setObjectName(QStringLiteral("copyRedirectUri"));
    copyRedirect->setAccessibleName(tr("Copy redirect address"));
    copyRedirect->setAutoDefault(false);
    connect(copyRedirect, &QPushButton::clicked, this, [this, copyRedirect] { copy(redirectUri(), copyRedirect); });
    grid->addWidget(stepNumber(2, page), row, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(redirectLabel, row++, 1, 1, 2);
    grid->addWidget(m_redirect, row, 1);
    grid->addWidget(copyRedirect, row++, 2);
    m_fixedPort = new QCheckBox(tr("I registered it with a &port:"), page);
    m_fixedPort->setObjectName(QStringLiteral("fixedPortBox"));
    m_fixedPort->setAccessibleName(tr("I registered it with a port"));
    m_port = new QSpinBox(page);
    m_port->setObjectName(QStringLiteral("portField"));
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(1024, 65535);
    m_port->setValue(8888);
    m_port->setEnabled(false);
    connect(m_fixedPort, &QCheckBox::toggled, this, [this](bool on) {
        m_port->setEnabled(on);
        check(false);
    });
    connect(m_port, &QSpinBox::valueChanged, this, [this] { check(false); });
    auto *port = new QHBoxLayout;
    port->addWidget(m_fixedPort);
    port->addWidget(m_port);
    port->addStretch();
    grid->addLayout(port, row++, 1, 1, 2);
    grid->setRowMinimumHeight(row++, 6);

    auto *idLabel = new QLabel(tr("Paste the app's “Client ID” (not the secret):"), page);
    m_clientId = new QLineEdit(page);
    m_clientId->setObjectName(QStringLiteral("clientIdField"));
    m_clientId->setAccessibleName(tr("Client id"));
    m_clientId->setMaxLength(200);
    m_clientId->setClearButtonEnabled(true);
    idLabel->setBuddy(m_clientId);
    m_hint = new QLabel(page);
    m_hint->setObjectName(QStringLiteral("clientIdHint"));
    m_hint->setWordWrap(true);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    connect(m_clientId, &QLineEdit::textChanged, this, [this] { check(false); });
    connect(m_clientId, &QLineEdit::returnPressed, this, &WelcomePage::submit);
    grid->addWidget(stepNumber(3, page), row, 0, 2, 1, Qt::AlignTop);
    grid->addWidget(idLabel, row++, 1, 1, 2);
    grid->addWidget(m_clientId, row++, 1, 1, 2);
    grid->addWidget(m_hint, row++, 1, 1, 2);
    grid->setRowMinimumHeight(row++, 10);

    m_signIn = new QPushButton(tr("&Sign in with Spotify"), page);
    m_signIn->setObjectName(QStringLiteral("signInButton"));
    m_signIn->setAccessibleName(tr("Sign in with Spotify"));
    m_signIn->setDefault(true);
    auto *demo = new QPushButton(tr("Try the &demo"), page);
    demo->setObjectName(QStringLiteral("demoButton"));
    demo->setAccessibleName(tr("Try the demo"));
    demo->setToolTip(tr("A made-up Spotify inside the program: no account is needed and nothing is kept"));
    demo->setAutoDefault(false);
    for (QPushButton *button : {m_signIn, demo})
        button->setMinimumSize(button->sizeHint().width() + 24, fontMetrics().height() + 18);
    connect(m_signIn, &QPushButton::clicked, this, &WelcomePage::submit);
    connect(demo, &QPushButton::clicked, this, &WelcomePage::demoRequested);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(10);
    buttons->addWidget(m_signIn);
    buttons->addWidget(demo);
    buttons->addStretch();
    grid->addLayout(buttons, row++, 1, 1, 2);
    auto *where = new QLabel(tr("Your browser opens and Spotify asks for your consent. The sign-in is kept in the "
                                "keychain of this computer; “Disconnect” removes it again."),
                             page);
    where->setWordWrap(true);
    where->setForegroundRole(QPalette::PlaceholderText);
    grid->addWidget(where, row++, 1, 1, 2);
    return page;
}

QWidget *WelcomePage::buildWaiting()
{
    auto *page = new QWidget(this);
    m_waitingTitle = new QLabel(page);
    m_waitingTitle->setObjectName(QStringLiteral("waitingTitle"));
    QFont font = m_waitingTitle->font();
    font.setPointSizeF(font.pointSizeF() * 1.25);
    font.setWeight(QFont::DemiBold);
    m_waitingTitle->setFont(font);
    m_waitingText = new QLabel(page);
    m_waitingText->setObjectName(QStringLiteral("waitingText"));
    m_waitingText->setWordWrap(true);
    m_copyAddress = new QPushButton(icon(QStringLiteral("copy")), tr("Copy address"), page);
    m_copyAddress->setObjectName(QStringLiteral("copyAuthorizeUrl"));
    m_copyAddress->setAccessibleName(tr("Copy address"));
    m_cancel = new QPushButton(tr("Cancel"), page);
    m_cancel->setObjectName(QStringLiteral("cancelSignIn"));
    m_cancel->setAccessibleName(tr("Cancel sign-in"));
    m_cancel->setShortcut(QKeySequence(Qt::Key_Escape));
    connect(m_copyAddress, &QPushButton::clicked, this,
            [this] { copy(m_authorizeUrl.toString(QUrl::FullyEncoded), m_copyAddress); });
    connect(m_cancel, &QPushButton::clicked, this, &WelcomePage::cancelRequested);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copyAddress);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_waitingTitle);
    layout->addWidget(m_waitingText);
    layout->addLayout(buttons);
    layout->addStretch();
    return page;
}

void WelcomePage::setClientId(const QString &clientId)
{
    m_clientId->setText(clientId);
}

QString WelcomePage::clientId() const
{
    return m_clientId->text().trimmed();
}

void WelcomePage::setRedirectPort(int port)
{
    m_fixedPort->setChecked(port > 0);
    if (port > 0)
        m_port->setValue(port);
    check(false);
}

int WelcomePage::redirectPort() const
{
    return m_fixedPort->isChecked() ? m_port->value() : 0;
}

QString WelcomePage::redirectUri() const
{
    return auth::redirectUriToRegister(static_cast<quint16>(redirectPort()));
}

QString WelcomePage::problemWith(const QString &clientId)
{
    if (clientId.isEmpty())
        return tr("Enter the client id of your app first.");
    static const QRegularExpression form(QStringLiteral("^[A-Za-z0-9_.~-]+$"));
    if (!form.match(clientId).hasMatch())
        return tr("A client id has only letters and digits. Was something else copied along with it?");
    return {};
}

void WelcomePage::check(bool tryingToSignIn)
{
    if (!m_clientId || !m_signIn)
        return;
    m_redirect->setText(redirectUri());
    const QString id = clientId();
    const QString wrong = problemWith(id);
    QString hint;
    if (!wrong.isEmpty() && (tryingToSignIn || !id.isEmpty()))
        hint = wrong;
    else if (!id.isEmpty() && !auth::looksLikeClientId(id))
        hint = tr("Spotify's client ids have 32 characters, this has %1. Is it complete?").arg(id.size());
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_clientId->setAccessibleDescription(hint);
}

void WelcomePage::submit()
{
    check(true);
    if (!problemWith(clientId()).isEmpty()) {
        m_clientId->setFocus();
        return;
    }
    setProblem({});
    Q_EMIT signInRequested(clientId(), redirectPort());
}

void WelcomePage::setMode(Mode mode)
{
    m_mode = mode;
    switch (mode) {
    case Mode::Ask:
        m_stack->setCurrentIndex(0);
        m_clientId->setFocus();
        break;
    case Mode::Starting:
        m_waitingTitle->setText(tr("Looking for your sign-in…"));
        m_waitingText->setText(tr("The keychain of this computer may ask for its password."));
        m_copyAddress->hide();
        m_cancel->hide();
        m_stack->setCurrentIndex(1);
        break;
    case Mode::Waiting:
        m_waitingTitle->setText(tr("Waiting for your browser…"));
        m_waitingText->setText(tr("Agree on the page that Spotify shows there, and come back. No page? Copy the "
                                  "address and open it yourself."));
        m_copyAddress->show();
        m_cancel->show();
        m_stack->setCurrentIndex(1);
        m_cancel->setFocus();
        break;
    }
}

void WelcomePage::setAuthorizeUrl(const QUrl &url)
{
    m_authorizeUrl = url;
    m_copyAddress->setEnabled(!url.isEmpty());
}

void WelcomePage::setProblem(const QString &text, const QString &detail)
{
    m_problem->say(text, detail);
    m_problem->setVisible(!text.isEmpty());
}

QString WelcomePage::problem() const
{
    return m_problem->said();
}

void WelcomePage::copy(const QString &text, QPushButton *button)
{
    QGuiApplication::clipboard()->setText(text);
    const QString before = button->text();
    if (before == tr("Copied"))
        return;
    button->setText(tr("Copied"));
    QTimer::singleShot(std::chrono::seconds(2), button, [button, before] { button->setText(before); });
}

} // namespace segue::ui
