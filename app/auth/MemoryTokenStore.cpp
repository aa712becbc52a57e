// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/MemoryTokenStore.h"

namespace segue::auth
{

namespace
{
template <typename T>
void answer(QObject *context, const Done<T> &done, const T &value)
{
    QMetaObject::invokeMethod(
        context, [done, value] { done(value); }, Qt::QueuedConnection);
}
} // namespace

void MemoryTokenStore::read(const QString &key, QObject *context, Done<std::optional<StoredToken>> done)
{
    const auto found = m_tokens.constFind(key);
    answer(context, done, found == m_tokens.constEnd() ? std::nullopt : std::optional<StoredToken>(*found));
}

void MemoryTokenStore::write(const QString &key, const StoredToken &token, QObject *context, Done<Nothing> done)
{
    m_tokens.insert(key, token);
    answer(context, done, Nothing{});
}

void MemoryTokenStore::remove(const QString &key, QObject *context, Done<Nothing> done)
{
    m_tokens.remove(key);
    answer(context, done, Nothing{});
}

} // namespace segue::auth
