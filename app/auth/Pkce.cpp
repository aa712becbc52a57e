// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/auth/Pkce.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <array>

namespace segue::auth
{

namespace
{
constexpr auto unpadded = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

// Not QRandomGenerator::global(), which is seeded once and can be predicted from enough of its output.
template <size_t Words>
QByteArray randomText()
{
    std::array<quint32, Words> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toBase64(unpadded);
}
} // namespace

Pkce makePkce()
{
    Pkce pkce{.verifier = randomText<16>(), .challenge = {}};
    pkce.challenge = challengeOf(pkce.verifier);
    return pkce;
}

QByteArray challengeOf(const QByteArray &verifier)
{
    return QCryptographicHash::hash(verifier, QCryptographicHash::Sha256).toBase64(unpadded);
}

QByteArray makeState()
{
    return randomText<8>();
}

bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size())
        return false;
    int difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        difference |= a.at(i) ^ b.at(i);
    return difference == 0;
}

} // namespace segue::auth
