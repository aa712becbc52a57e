// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace segue::auth
{

/// Named secrets, as a system keeps them: the seam between KeychainTokenStore and QtKeychain. GUI thread. Each call
/// answers at most once, at any time (also before it has returned), or never.
class Keychain
{
public:
    enum class Outcome { Done, NoEntry, Denied, NoKeychain, Failed };
    /// `detail` is what the system said, untranslated; never the secret.
    using Answer = std::function<void(Outcome outcome, const QByteArray &secret, const QString &detail)>;

    Keychain() = default;
    Keychain(const Keychain &) = delete;
    Keychain &operator=(const Keychain &) = delete;
    virtual ~Keychain() = default;

    virtual void read(const QString &key, Answer answer) = 0;
    virtual void write(const QString &key, const QByteArray &secret, Answer answer) = 0;
    virtual void remove(const QString &key, Answer answer) = 0;
};

} // namespace segue::auth
