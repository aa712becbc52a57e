// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/Account.h"

#include <QMenu>

#include <optional>

class QLabel;
class QWidgetAction;

namespace segue::ui
{

/// The menu of the account: who is signed in, with picture, sort of account and country as far as Spotify tells them,
/// and what it does not give to programs with this client ID. Verbs are added below like in any menu. GUI thread.
class AccountMenu : public QMenu
{
    Q_OBJECT

public:
    explicit AccountMenu(QWidget *parent = nullptr);

    /// Nothing while nobody is signed in. Must be called again before the account's services go.
    void setAccount(const std::optional<Account> &account);

private:
    void refresh();
    void showPicture();

    std::optional<Account> m_account;
    QWidgetAction *m_person;
    QLabel *m_picture;
    QLabel *m_name;
    QLabel *m_facts;
    QLabel *m_limits;
};

} // namespace segue::ui
