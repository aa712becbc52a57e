// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/Keychain.h"
#include "app/auth/KeyedQueue.h"
#include "app/auth/TokenStore.h"

#include <chrono>
#include <memory>

namespace segue::auth
{

/// Keeps sign-ins in the keychain of the system, under the service name "Segue". There is no fallback: what the
/// keychain does not take is not stored. An operation that takes longer than the timeout (a keychain that waits for its
/// password, a service that hangs) is reported as Timeout; all other failures are Local.
///
/// The keychain is asked for one operation at a time a key, in the order of the calls; the next waits for the answer to
/// the one before, also when that was reported as Timeout or its context is gone. So a write that a locked keychain
/// carries out late never outlives a later remove(), nor replaces a newer token. The timeout runs from the call on,
/// waiting included: behind a keychain that never answers, everything ends in Timeout. An operation reported so may be
/// carried out yet; one that still waits when the store goes is dropped.
class KeychainTokenStore : public TokenStore
{
public:
    static constexpr std::chrono::milliseconds defaultTimeout = std::chrono::seconds(10);

    /// The keychain of the system.
    explicit KeychainTokenStore(std::chrono::milliseconds timeout = defaultTimeout);
    KeychainTokenStore(std::unique_ptr<Keychain> keychain, std::chrono::milliseconds timeout);
    ~KeychainTokenStore() override;

    void read(const QString &key, QObject *context, Done<std::optional<StoredToken>> done) override;
    void write(const QString &key, const StoredToken &token, QObject *context, Done<Nothing> done) override;
    void remove(const QString &key, QObject *context, Done<Nothing> done) override;
    [[nodiscard]] bool isPersistent() const override { return true; }

private:
    std::unique_ptr<Keychain> m_keychain;
    std::chrono::milliseconds m_timeout;
    KeyedQueue m_queue; ///< goes first: its operations use the keychain
};

} // namespace segue::auth
