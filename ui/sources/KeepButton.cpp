// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sources/KeepButton.h"

#include "app/models/Library.h"
#include "app/web/shelf/Shelf.h"
#include "ui/Account.h"
#include "ui/account/Permissions.h"
#include "ui/look/Icons.h"

#include <utility>

namespace segue::ui
{

using auth::Permission;

KeepButton::KeepButton(const Account &account, QWidget *parent)
    : QToolButton(parent), m_shelf(account.shelf), m_permissions(account.permissions), m_library(account.library)
{
    setObjectName(QStringLiteral("keepButton"));
    setIconSize(QSize(16, 16));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    hide();
    connect(this, &QToolButton::clicked, this, &KeepButton::press);
}

bool KeepButton::isFollowing() const
{
    return m_uri.startsWith(QLatin1String("spotify:artist:")) || m_uri.startsWith(QLatin1String("spotify:user:"));
}

void KeepButton::setUri(const QString &uri)
{
    m_call.cancel();
    const bool isMe = uri == QStringLiteral("spotify:user:") + m_library.user().id;
    m_uri = m_shelf && !isMe ? uri : QString();
    m_kept.reset();
    describe();
    if (m_uri.isEmpty())
        return;
    if (!isFollowing() || !m_permissions || m_permissions->has(Permission::Following))
        ask(false);
}

void KeepButton::ask(bool thenKeep)
{
    m_call.cancel();
    m_call = m_shelf->contains({m_uri}, this, [this, thenKeep](const Result<QList<bool>> &kept) {
        // Not knowing is no reason to say anything as long as nobody has pressed it.
        if (kept && kept->size() == 1)
            m_kept = kept->constFirst();
        else if (thenKeep && !kept)
            Q_EMIT failed(kept.error());
        describe();
        if (thenKeep && m_kept == false)
            setKept(true);
    });
}

void KeepButton::press()
{
    const auto act = [this, uri = m_uri] {
        if (uri != m_uri)
            return;
        if (m_kept)
            setKept(!*m_kept);
        else
            ask(true);
    };
    if (isFollowing() && m_permissions)
        m_permissions->need(Permission::Following, this, act);
    else
        act();
}

void KeepButton::setKept(bool kept)
{
    m_call.cancel();
    const bool before = *std::exchange(m_kept, kept);
    describe();
    // Not to be cancelled when the user goes elsewhere; then it only has nothing to show any more.
    const auto done = [this, uri = m_uri, before](const Result<Nothing> &outcome) {
        if (outcome)
            return;
        if (uri == m_uri) {
            m_kept = before;
            describe();
        }
        Q_EMIT failed(outcome.error());
    };
    if (kept)
        m_shelf->save({m_uri}, this, done);
    else
        m_shelf->remove({m_uri}, this, done);
}

void KeepButton::describe()
{
    setVisible(!m_uri.isEmpty());
    const bool kept = m_kept.value_or(false);
    setIcon(ui::icon(kept ? QStringLiteral("heart-full") : QStringLiteral("heart")));
    QString text;
    if (isFollowing())
        text = kept ? tr("Stop following") : tr("Follow");
    else
        text = kept ? tr("Remove from what you have saved") : tr("Add to what you have saved");
    setToolTip(text);
    setAccessibleName(text);
}

} // namespace segue::ui
