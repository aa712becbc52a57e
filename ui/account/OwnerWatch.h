// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Call.h"

#include <QObject>
#include <QString>

#include <functional>

namespace segue::models
{
class Library;
}
namespace segue::web
{
class Api;
}

namespace segue::ui
{

/// Whether the one who signed in again is the one whose library this is: the browser may have been somebody else's.
/// Until that is known, nothing may be written with the new token. GUI thread.
class OwnerWatch : public QObject
{
    Q_OBJECT

public:
    using HoldWrites = std::function<void(bool)>;

    /// All must outlive this.
    OwnerWatch(web::Api &api, models::Library &library, HoldWrites holdWrites, QObject *parent = nullptr);

    /// Somebody has signed in (again). Holds the writes, asks who it is, and again after a failure: when Spotify can be
    /// reached, takes requests again, or the library has been read.
    void look();
    [[nodiscard]] bool isKnown() const { return m_isKnown; }

Q_SIGNALS:
    /// It is somebody else, once; the writes stay held. Everything of the account should go, though not within the
    /// slot.
    void ownerChanged();

private:
    void ask();
    /// False where it is somebody else.
    bool compare(const QString &userId);

    web::Api &m_api;
    const HoldWrites m_holdWrites;
    QString m_owner; ///< whose library it is; empty until somebody said
    bool m_isKnown = true;
    bool m_isGone = false; ///< it is somebody else's by now
    web::Call m_question;
};

} // namespace segue::ui
