// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/auth/Permission.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include <functional>
#include <optional>

namespace segue::auth
{
class Session;
}

namespace segue::ui
{

/// What the account has granted, and asking it for more. GUI thread.
///
/// need() of something that is missing → wanted() → whoever talks to the user calls grant() → granting() → the browser
/// → granted(), and what was waiting goes on; or notGranted(), and it waits for another try.
class Permissions : public QObject
{
    Q_OBJECT

public:
    using Permission = auth::Permission;

    /// `session` must outlive this.
    explicit Permissions(auth::Session &session, QObject *parent = nullptr);

    /// Also true where the service did not say what was granted: its answers will tell.
    [[nodiscard]] bool has(Permission permission) const;
    /// Runs `then` at once, or when the user has granted it; never when they do not, or once `context` is gone. A later
    /// one takes the place of one that waits for the same.
    void need(Permission permission, QObject *context, std::function<void()> then);
    /// Sends the user to Spotify. Takes the place of another one under way; does nothing while an ordinary sign-in is.
    void grant(Permission permission);
    /// Ends the one under way. Nothing follows.
    void cancel();

    /// Where the user is sent, for copying; empty unless a grant is under way.
    [[nodiscard]] QUrl address() const;

    /// What it is for, as a sentence that asks.
    [[nodiscard]] static QString reason(Permission permission);

Q_SIGNALS:
    /// Signed in (again): what was refused before may be permitted now. Before granted().
    void renewed();
    void wanted(segue::auth::Permission permission);
    void granting(segue::auth::Permission permission);
    /// Before what waited for it runs.
    void granted(segue::auth::Permission permission);
    void notGranted(segue::auth::Permission permission, const segue::Error &error);
    /// After granting(), which goes on: address() can be opened by hand.
    void browserNotOpened();
    /// After granting(), which goes on: somebody else came with an answer.
    void foreignAnswerRefused(const segue::Error &error);

private:
    struct Waiting {
        QPointer<QObject> context;
        std::function<void()> then;
    };

    void onStateChanged();
    void onFailed(const Error &error);

    auth::Session &m_session;
    std::optional<Permission> m_granting;
    QHash<Permission, Waiting> m_waiting;
};

} // namespace segue::ui
