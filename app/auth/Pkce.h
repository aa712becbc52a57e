// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace segue::auth
{

/// A verifier and its S256 challenge, for one sign-in (RFC 7636).
struct Pkce {
    QByteArray verifier;  ///< secret until it goes to the token endpoint
    QByteArray challenge; ///< goes into the authorize address
};

/// A new pair from the random generator of the system. The verifier has 86 characters: 512 bits.
[[nodiscard]] Pkce makePkce();

/// RFC 7636 §4.2: base64url without padding of the SHA-256 of the verifier.
[[nodiscard]] QByteArray challengeOf(const QByteArray &verifier);

/// A new state for one sign-in: 256 bits from the random generator of the system, 43 characters of the unreserved set.
[[nodiscard]] QByteArray makeState();

/// Whether both are equal, in a time that depends on their lengths only.
[[nodiscard]] bool equalInConstantTime(const QByteArray &a, const QByteArray &b);

} // namespace segue::auth
