// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <array>

namespace segue::web
{

/// International Standard Recording Code: names a recording, on whichever single, album or compilation it stands.
/// Twelve letters and digits, held in place: a text of its own would cost each row of a playlist 70 bytes.
class Isrc
{
public:
    static constexpr int length = 12;

    Isrc() = default;
    /// Case, hyphens and spaces do not matter. Any other text than twelve letters and digits is no code: empty.
    [[nodiscard]] static Isrc from(const QString &text);

    [[nodiscard]] bool isEmpty() const { return m_text[0] == 0; }
    /// In capitals, without hyphens.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const Isrc &, const Isrc &) = default;
    friend size_t qHash(const Isrc &isrc, size_t seed = 0)
    {
        return qHashBits(isrc.m_text.data(), isrc.m_text.size(), seed);
    }

private:
    std::array<char, length> m_text{};
};

} // namespace segue::web
