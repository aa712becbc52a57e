// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Options.h"
#include "ui/dialogs/DialogSeams.h"

#include <QMainWindow>
#include <QTimer>

class QLabel;
class QMenu;
class QStackedWidget;
class QToolBar;
class QToolButton;

namespace segue::ui
{

class AccountMenu;
class AppContext;
class Commands;
class FilterField;
class MessageArea;
class Settings;
class SignIn;
class Theme;
class WelcomePage;
class Workspace;

/// The window: tool bar and menu around the first page or the workspace of the account. Decides which of the two is
/// shown, and what happens when it is closed; everything else is theirs.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// All must outlive the window.
    MainWindow(AppContext &context, Settings &settings, Theme &theme, const Options &options,
               DialogSeams seams = DialogSeams::forUser(), QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Workspace *workspace() const { return m_workspace; }
    [[nodiscard]] WelcomePage &welcome() const { return *m_welcome; }
    [[nodiscard]] Commands &commands() const { return *m_commands; }

Q_SIGNALS:
    void workspaceOpened();
    /// The program is to go on as the demo, or to leave it.
    void demoRequested(bool demo);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildToolBar();
    QMenu *buildMenu();
    void connectCommands();
    void openWorkspace();
    void closeWorkspace();
    void showAccount();
    /// The field of the tool bar belongs to the list that the commands mean.
    void showFilter();
    void showStorageProblem();
    void showAbout();
    /// Whether every edit that Spotify does not have yet comes back at the next start.
    [[nodiscard]] bool isAllKept() const;
    [[nodiscard]] bool isSaving() const;
    void closeAnyway();
    void goOnClosing();

    AppContext &m_context;
    Settings &m_settings;
    Theme &m_theme;
    const Options m_options;
    const DialogSeams m_seams;
    Commands *m_commands;
    QStackedWidget *m_stack;
    WelcomePage *m_welcome;
    SignIn *m_signIn;
    Workspace *m_workspace = nullptr;
    QToolBar *m_toolBar = nullptr;
    FilterField *m_filter = nullptr;
    QToolButton *m_accountButton = nullptr;
    AccountMenu *m_accountMenu = nullptr;
    QTimer m_closing; ///< runs while the window waits for the last edits
    bool m_closeAnyway = false;
};

} // namespace segue::ui
