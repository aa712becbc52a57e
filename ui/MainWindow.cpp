// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainWindow.h"

#include "app/auth/Session.h"
#include "app/models/Library.h"
#include "app/playlist/Editor.h"
#include "ui/AppContext.h"
#include "ui/Commands.h"
#include "ui/GroupButton.h"
#include "ui/MessageArea.h"
#include "ui/Settings.h"
#include "ui/Workspace.h"
#include "ui/account/AccountMenu.h"
#include "ui/dialogs/ShortcutSheet.h"
#include "ui/look/Icons.h"
#include "ui/look/Theme.h"
#include "ui/panes/Panes.h"
#include "ui/tracks/FilterField.h"
#include "ui/welcome/SignIn.h"
#include "ui/welcome/WelcomePage.h"

#include <QActionGroup>
#include <QCloseEvent>
#include <QCoreApplication>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

namespace segue::ui
{

namespace
{

/// How long closing waits for the last edits before it asks.
constexpr std::chrono::seconds closingPatience{5};

} // namespace

MainWindow::MainWindow(AppContext &context, Settings &settings, Theme &theme, const Options &options, DialogSeams seams,
                       QWidget *parent)
    : QMainWindow(parent), m_context(context), m_settings(settings), m_theme(theme), m_options(options),
      m_seams(std::move(seams)), m_commands(new Commands(this)), m_stack(new QStackedWidget(this)),
      m_welcome(new WelcomePage(m_stack)), m_signIn(new SignIn(context.session(), *m_welcome, settings, m_seams, this))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Segue"));
    setContextMenuPolicy(Qt::NoContextMenu);
    m_stack->addWidget(m_welcome);
    setCentralWidget(m_stack);
    buildToolBar();
    connectCommands();

    if (options.size)
        resize(*options.size);
    else if (!restoreGeometry(settings.value(setting::windowGeometry)))
        resize(1180, 760);

    connect(&context, &AppContext::accountOpened, this, &MainWindow::openWorkspace);
    connect(&context, &AppContext::accountClosing, this, &MainWindow::closeWorkspace);
    connect(&context.session(), &auth::Session::storageProblemChanged, this, &MainWindow::showStorageProblem);
    connect(m_welcome, &WelcomePage::demoRequested, this, [this] { Q_EMIT demoRequested(true); });
    m_closing.setSingleShot(true);
    connect(&m_closing, &QTimer::timeout, this, &MainWindow::goOnClosing);
    m_toolBar->setVisible(false);
    if (context.account())
        openWorkspace();
}

MainWindow::~MainWindow()
{
    closeWorkspace();
}

void MainWindow::buildToolBar()
{
    m_toolBar = addToolBar(tr("Tool bar"));
    m_toolBar->setObjectName(QStringLiteral("toolBar"));
    m_toolBar->setMovable(false);
    m_toolBar->setFloatable(false);
    m_toolBar->setIconSize(QSize(20, 20));
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->toggleViewAction()->setEnabled(false);
    const auto add = [this](CommandId id, const QString &text) {
        QAction *action = m_commands->action(id);
        auto *button = new QToolButton(m_toolBar);
        button->setDefaultAction(action);
        button->setObjectName(action->objectName() + QStringLiteral("ToolButton"));
        button->setAccessibleName(action->toolTip().section(QStringLiteral(" ("), 0, 0));
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setIconSize(m_toolBar->iconSize());
        if (text.isEmpty()) {
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        } else {
            // Its own text: the action's has the mnemonic and dots of a menu.
            action->setIconText(text);
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        }
        m_toolBar->addWidget(button);
    };
    add(CommandId::Undo, {});
    add(CommandId::Redo, {});
    m_toolBar->addSeparator();
    add(CommandId::NewPlaylist, tr("New playlist"));
    add(CommandId::AddLinks, tr("Add"));
    const auto addGroup = [this](Command::Group group, const QString &name, const QString &iconName) {
        auto *button = new GroupButton(*m_commands, group, icon(iconName), m_toolBar);
        button->setObjectName(name);
        button->setIconSize(m_toolBar->iconSize());
        m_toolBar->addWidget(button);
    };
    addGroup(Command::Group::Sort, QStringLiteral("sortButton"), QStringLiteral("sort"));
    addGroup(Command::Group::CleanUp, QStringLiteral("cleanUpButton"), QStringLiteral("clean-up"));
    add(CommandId::SearchSpotify, tr("Search"));
    auto *space = new QWidget(m_toolBar);
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);
    m_filter = new FilterField(m_toolBar);
    m_toolBar->addWidget(m_filter);

    m_accountButton = new QToolButton(m_toolBar);
    m_accountButton->setObjectName(QStringLiteral("accountButton"));
    m_accountButton->setIcon(icon(QStringLiteral("account")));
    m_accountButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_accountButton->setPopupMode(QToolButton::InstantPopup);
    m_accountButton->setAutoRaise(true);
    m_accountButton->setFocusPolicy(Qt::StrongFocus);
    m_accountMenu = new AccountMenu(m_accountButton);
    for (const CommandId id : {CommandId::SignIn, CommandId::Disconnect, CommandId::LeaveDemo})
        m_accountMenu->addAction(m_commands->action(id));
    m_accountButton->setMenu(m_accountMenu);
    m_toolBar->addWidget(m_accountButton);
    showAccount();

    auto *menu = new QToolButton(m_toolBar);
    menu->setObjectName(QStringLiteral("menuButton"));
    menu->setAccessibleName(tr("Menu"));
    menu->setToolTip(tr("Menu (F10)"));
    menu->setIcon(icon(QStringLiteral("menu")));
    menu->setShortcut(QKeySequence(Qt::Key_F10));
    menu->setPopupMode(QToolButton::InstantPopup);
    menu->setAutoRaise(true);
    menu->setFocusPolicy(Qt::StrongFocus);
    menu->setMenu(buildMenu());
    m_toolBar->addWidget(menu);
}

QMenu *MainWindow::buildMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("mainMenu"));
    menu->setAccessibleName(tr("Menu"));
    using Group = Command::Group;
    for (const Group group :
         {Group::Playlist, Group::Edit, Group::Tracks, Group::Sort, Group::CleanUp, Group::View, Group::Help}) {
        QMenu *part = menu->addMenu(Commands::groupText(group));
        part->setObjectName(QStringLiteral("menu%1").arg(static_cast<int>(group)));
        part->setAccessibleName(Commands::groupText(group));
        m_commands->fill(*part, group);
        part->removeAction(m_commands->action(CommandId::Quit));
    }
    menu->addSeparator();
    menu->addAction(m_commands->action(CommandId::Quit));
    return menu;
}

void MainWindow::connectCommands()
{
    // Shortcuts work only for actions that some widget of the window holds.
    for (const CommandId id : {CommandId::FilterTracks, CommandId::ShortcutSheet, CommandId::About, CommandId::Quit})
        addAction(m_commands->action(id));
    const auto wire = [this](CommandId id, auto slot) {
        connect(m_commands->action(id), &QAction::triggered, this, slot);
    };
    wire(CommandId::FilterTracks, [this] { m_filter->start(); });
    wire(CommandId::Quit, [this] { close(); });
    wire(CommandId::About, [this] { showAbout(); });
    wire(CommandId::ShortcutSheet, [this] { (new ShortcutSheet(*m_commands, this))->open(); });
    wire(CommandId::Disconnect, [this] { m_signIn->disconnectAfterQuestion(*this); });
    wire(CommandId::LeaveDemo, [this] { Q_EMIT demoRequested(false); });
    wire(CommandId::SignIn, [this] { m_signIn->signInAgain(); });

    auto *schemes = new QActionGroup(this);
    const std::initializer_list<std::pair<CommandId, ColorScheme>> choices = {
        {CommandId::SchemeSystem, ColorScheme::System},
        {CommandId::SchemeLight, ColorScheme::Light},
        {CommandId::SchemeDark, ColorScheme::Dark}};
    for (const auto &[id, scheme] : choices) {
        QAction *action = m_commands->action(id);
        action->setCheckable(true);
        action->setChecked(m_theme.scheme() == scheme);
        schemes->addAction(action);
        connect(action, &QAction::triggered, this, [this, chosen = scheme] {
            m_theme.setScheme(chosen);
            m_settings.set(setting::colorScheme, colorSchemeText(chosen));
        });
    }
    m_commands->action(CommandId::LeaveDemo)->setVisible(m_context.isDemo());
    m_commands->action(CommandId::Disconnect)->setVisible(!m_context.isDemo());
    m_commands->action(CommandId::SignIn)->setVisible(false);
}

void MainWindow::openWorkspace()
{
    closeWorkspace();
    const Account account = *m_context.account();
    m_workspace = new Workspace(account, *m_commands, m_seams, m_settings, m_stack);
    m_stack->addWidget(m_workspace);
    m_stack->setCurrentWidget(m_workspace);
    m_toolBar->setVisible(true);
    connect(m_workspace, &Workspace::titleChanged, this, [this](const QString &name) {
        setWindowTitle(name.isEmpty() ? QStringLiteral("Segue") : QStringLiteral("%1 — Segue").arg(name));
    });
    connect(m_workspace, &Workspace::saveStatusChanged, this, [this] {
        if (m_closing.isActive())
            goOnClosing();
    });
    connect(m_workspace, &Workspace::signInNeeded, this, [this](const Error &error) {
        Message message = messageOf(error);
        message.actions = {{tr("Sign in"), [this] { m_signIn->signInAgain(); }}};
        m_workspace->messages().show(QStringLiteral("signIn"), message);
        m_commands->action(CommandId::SignIn)->setVisible(true);
    });
    connect(&account.library, &models::Library::userChanged, m_workspace, [this] { showAccount(); });
    connect(&m_workspace->panes(), &Panes::activeChanged, this, &MainWindow::showFilter);
    showFilter();
    m_accountMenu->setAccount(account);
    showAccount();
    showStorageProblem();
    m_workspace->start(m_options.open);
    Q_EMIT workspaceOpened();
}

void MainWindow::closeWorkspace()
{
    if (!m_workspace)
        return;
    // Whoever has the focus gives it up before it could go from one dying part to the next.
    m_stack->setCurrentWidget(m_welcome);
    disconnect(&m_workspace->panes(), nullptr, this, nullptr);
    m_filter->setView(nullptr);
    m_accountMenu->setAccount({});
    // At once: what it refers to goes when this returns.
    delete std::exchange(m_workspace, nullptr);
    m_toolBar->setVisible(false);
    setWindowTitle(QStringLiteral("Segue"));
}

void MainWindow::showFilter()
{
    m_filter->setView(&m_workspace->panes().active().view());
}

void MainWindow::showAccount()
{
    const std::optional<Account> account = m_context.account();
    const QString user = account ? account->library.user().displayName : QString();
    const QString name = m_context.isDemo() ? tr("Demo") : user;
    m_accountButton->setText(name);
    m_accountButton->setAccessibleName(name.isEmpty() ? tr("Account") : tr("Account: %1").arg(name));
    m_accountButton->setToolTip(m_context.isDemo() ? tr("A made-up Spotify; nothing is kept") : tr("Account"));
}

void MainWindow::showStorageProblem()
{
    if (!m_workspace || m_context.isDemo())
        return;
    const auth::Session &session = m_context.session();
    QString text = session.storageProblem();
    if (session.isTokenOnlyInMemory())
        text = tr("You will have to sign in again next time: %1")
                   .arg(text.isEmpty() ? tr("there is no keychain to keep the sign-in.") : text);
    if (text.isEmpty())
        m_workspace->messages().close(QStringLiteral("storage"));
    else
        m_workspace->messages().show(QStringLiteral("storage"), {.severity = Message::Severity::Warning, .text = text});
}

void MainWindow::showAbout()
{
    auto *box = new QMessageBox(this);
    box->setObjectName(QStringLiteral("aboutDialog"));
    box->setAccessibleName(tr("About Segue"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("About Segue"));
    box->setIconPixmap(appIcon().pixmap(QSize(64, 64), devicePixelRatioF()));
    box->setText(QStringLiteral("<b>Segue %1</b>").arg(QCoreApplication::applicationVersion()));
    box->setInformativeText(tr("Desktop editor for Spotify playlists. Titles, covers and everything else about music "
                               "come from Spotify. Segue is not made or endorsed by Spotify.<br><br>"
                               "Free software under the GNU General Public License, version 3 or later."));
    QPushButton *close = box->addButton(QMessageBox::Close);
    box->setEscapeButton(close);
    box->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool unsaved = m_workspace && !m_workspace->unsaved().isEmpty();
    if (!unsaved || m_closeAnyway) {
        if (!m_options.size)
            m_settings.set(setting::windowGeometry, saveGeometry());
        if (m_workspace)
            m_workspace->saveLayout();
        event->accept();
        return;
    }
    event->ignore();
    if (m_closing.isActive())
        return;
    if (isAllKept() && !isSaving()) {
        closeAnyway(); // nothing would come of waiting
        return;
    }
    for (playlist::Editor *editor : m_workspace->unsaved())
        editor->resume();
    m_workspace->messages().show(QStringLiteral("closing"), {.severity = Message::Severity::Info,
                                                             .text = tr("Saving the last changes before Segue closes…"),
                                                             .closable = false});
    m_closing.start(closingPatience);
}

void MainWindow::goOnClosing()
{
    if (!m_workspace || m_workspace->unsaved().isEmpty()) {
        m_closing.stop();
        close();
        return;
    }
    if (m_closing.isActive())
        return;
    // The patience is over.
    m_workspace->messages().close(QStringLiteral("closing"));
    if (isAllKept()) {
        closeAnyway();
        return;
    }
    const Question question{
        .id = QStringLiteral("closeQuestion"),
        .title = tr("Close without saving everything?"),
        .text = tr("Spotify does not have your last changes yet. They are lost when Segue closes now."),
        .acceptText = tr("Close anyway"),
        .destructive = true,
    };
    m_seams.ask(this, question, [this](bool yes) {
        if (yes)
            closeAnyway();
    });
}

bool MainWindow::isAllKept() const
{
    const QList<playlist::Editor *> unsaved = m_workspace->unsaved();
    return std::all_of(unsaved.begin(), unsaved.end(), [](const playlist::Editor *each) { return each->isKept(); });
}

bool MainWindow::isSaving() const
{
    using State = playlist::SaveStatus::State;
    const QList<playlist::Editor *> unsaved = m_workspace->unsaved();
    return std::any_of(unsaved.begin(), unsaved.end(), [](const playlist::Editor *each) {
        const State state = each->saveStatus().state;
        return state == State::Saving || state == State::Checking || state == State::Planning;
    });
}

/// Later, not in the middle of what decided it.
void MainWindow::closeAnyway()
{
    m_closeAnyway = true;
    QMetaObject::invokeMethod(this, &MainWindow::close, Qt::QueuedConnection);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        // Icons ask the palette when they draw; only what is on screen already has to be told.
        for (QToolButton *button : findChildren<QToolButton *>())
            button->update();
    }
}

} // namespace segue::ui
