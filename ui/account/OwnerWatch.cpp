// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/OwnerWatch.h"

#include "app/models/Library.h"
#include "app/web/Api.h"

#include <utility>

namespace segue::ui
{

OwnerWatch::OwnerWatch(web::Api &api, models::Library &library, HoldWrites holdWrites, QObject *parent)
    : QObject(parent), m_api(api), m_holdWrites(std::move(holdWrites)), m_owner(library.user().id)
{
    connect(&library, &models::Library::userChanged, this, [this, &library] { compare(library.user().id); });
    connect(&library, &models::Library::loaded, this, &OwnerWatch::ask);
    connect(&api, &web::Api::reachableChanged, this, [this](bool reachable) {
        if (reachable)
            ask();
    });
    connect(&api, &web::Api::pausedUntil, this, [this](const QDateTime &until) {
        if (!until.isValid())
            ask();
    });
}

void OwnerWatch::look()
{
    m_isKnown = false;
    m_holdWrites(true);
    // An answer to the token of before says nothing about this one.
    m_question.cancel();
    ask();
}

void OwnerWatch::ask()
{
    if (m_isKnown || m_isGone || m_question.isActive())
        return;
    m_question = m_api.me(this, [this](const Result<web::UserProfile> &user) {
        m_question = {};
        if (!user || !compare(user->id))
            return;
        m_isKnown = true;
        m_holdWrites(false);
    });
}

bool OwnerWatch::compare(const QString &userId)
{
    if (m_owner.isEmpty())
        m_owner = userId;
    if (userId == m_owner || userId.isEmpty())
        return !userId.isEmpty();
    m_isKnown = false;
    m_holdWrites(true);
    if (!std::exchange(m_isGone, true))
        Q_EMIT ownerChanged();
    return false;
}

} // namespace segue::ui
