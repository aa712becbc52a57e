// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <cstdint>

namespace segue::web
{

/// When an album or an episode came out: a year, a month or a day, as precisely as the service tells.
struct ReleaseDate {
    std::int16_t year = 0;  ///< 0: nothing is known
    std::uint8_t month = 0; ///< 1 … 12; 0: the year is all that is known
    std::uint8_t day = 0;   ///< 1 … 31; 0: the month is all that is known

    /// From "1981", "1981-12" or "1981-12-15", and a precision ("year", "month", "day"; anything else: as much as
    /// the text tells). What makes no sense is left out: a 13th month, a 30th of February, the year "0000".
    [[nodiscard]] static ReleaseDate from(const QString &text, const QString &precision);

    /// The same form again; empty when nothing is known.
    [[nodiscard]] QString toString() const;

    [[nodiscard]] bool isKnown() const { return year != 0; }

    /// A year comes before its months, and a month before its days.
    friend auto operator<=>(const ReleaseDate &, const ReleaseDate &) = default;
};

} // namespace segue::web
