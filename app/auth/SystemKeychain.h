// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/auth/Keychain.h"

namespace segue::auth
{

/// The keychain of the system, through QtKeychain: Secret Service or KWallet, Keychain, Credential Manager. Without one
/// every call fails; nothing is ever written into a plain file instead.
class SystemKeychain : public Keychain
{
public:
    explicit SystemKeychain(QString service) : m_service(std::move(service)) {}

    void read(const QString &key, Answer answer) override;
    void write(const QString &key, const QByteArray &secret, Answer answer) override;
    void remove(const QString &key, Answer answer) override;

private:
    const QString m_service;
};

} // namespace segue::auth
