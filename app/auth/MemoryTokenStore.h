// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/TokenStore.h"

#include <QHash>

namespace segue::auth
{

/// Forgets everything with the program: for --demo, and for tests.
class MemoryTokenStore : public TokenStore
{
public:
    void read(const QString &key, QObject *context, Done<std::optional<StoredToken>> done) override;
    void write(const QString &key, const StoredToken &token, QObject *context, Done<Nothing> done) override;
    void remove(const QString &key, QObject *context, Done<Nothing> done) override;
    [[nodiscard]] bool isPersistent() const override { return false; }

private:
    QHash<QString, StoredToken> m_tokens;
};

} // namespace segue::auth
