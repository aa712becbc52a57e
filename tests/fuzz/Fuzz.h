// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

/// What all targets share. One thread.
namespace segue::fuzz
{

/// Ends the program, as a crash would, when `kept` is false: libFuzzer keeps the input. `promise` is the source text of
/// what does not hold.
void require(bool kept, const char *promise, const char *file, int line);

/// The bytes of one run. Options are taken from the front, so that a corpus can be read and written by hand.
class Input
{
public:
    Input(const std::uint8_t *data, std::size_t size);

    /// 0 … count - 1, from one byte: 'a' gives 0, 'b' 1, and so on around. 0 at the end.
    [[nodiscard]] int choose(int count);
    /// All that is left.
    [[nodiscard]] QByteArray rest() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// No half of a surrogate pair stands alone.
[[nodiscard]] bool isWellFormed(const QString &text);
/// No line break and no other control character.
[[nodiscard]] bool isOneLine(const QString &text);

} // namespace segue::fuzz

#define FUZZ_REQUIRE(promise) ::segue::fuzz::require(static_cast<bool>(promise), #promise, __FILE__, __LINE__)
