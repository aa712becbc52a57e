// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/Call.h"

#include <QToolButton>

#include <optional>

namespace segue::models
{
class Library;
}
namespace segue::web
{
class Shelf;
}

namespace segue::ui
{

class Permissions;
struct Account;

/// Saves an album or a show, follows an artist or somebody, and takes that back: a heart, full when it is so. GUI
/// thread.
class KeepButton : public QToolButton
{
    Q_OBJECT

public:
    /// The account's services must outlive the button.
    explicit KeepButton(const Account &account, QWidget *parent = nullptr);

    /// What it is about from now on; hidden for what nobody can keep. Asks the service whether it is kept, unless the
    /// user has not yet let Segue see whom they follow: that is asked for when they press it.
    void setUri(const QString &uri);

Q_SIGNALS:
    /// The service did not agree.
    void failed(const segue::Error &error);

private:
    [[nodiscard]] bool isFollowing() const; ///< an artist or a user, and not an album or a show
    void ask(bool thenKeep);
    void press();
    void setKept(bool kept);
    void describe();

    web::Shelf *m_shelf;
    Permissions *m_permissions;
    const models::Library &m_library;
    QString m_uri;
    std::optional<bool> m_kept; ///< nothing while it is not known
    web::Call m_call;
};

} // namespace segue::ui
