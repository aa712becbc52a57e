// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/PackedList.h"

namespace segue::playlist
{

namespace
{

constexpr unsigned digitBits = 7;
constexpr std::uint64_t more = 1U << digitBits;

/// Small numbers in one byte, larger ones in as many as they need.
void write(std::vector<std::uint8_t> &bytes, std::uint64_t number)
{
    for (; number >= more; number >>= digitBits)
        bytes.push_back(static_cast<std::uint8_t>(number | more));
    bytes.push_back(static_cast<std::uint8_t>(number));
}

std::uint64_t read(const std::vector<std::uint8_t> &bytes, std::size_t &at)
{
    std::uint64_t number = 0;
    for (unsigned shift = 0;; shift += digitBits) {
        const std::uint8_t byte = bytes[at++];
        number |= (byte & (more - 1)) << shift;
        if (byte < more)
            return number;
    }
}

/// Steps back are as short as steps ahead.
std::uint64_t folded(std::int64_t step)
{
    return step < 0 ? static_cast<std::uint64_t>(-step) * 2 - 1 : static_cast<std::uint64_t>(step) * 2;
}

std::int64_t unfolded(std::uint64_t number)
{
    return number % 2 ? -static_cast<std::int64_t>(number / 2) - 1 : static_cast<std::int64_t>(number / 2);
}

} // namespace

PackedList::PackedList(const RowList &list)
{
    std::int64_t expected = 0;
    for (std::size_t i = 0; i < list.size();) {
        std::size_t length = 1;
        while (i + length < list.size() && list[i + length] == list[i] + length)
            ++length;
        write(m_bytes, folded(static_cast<std::int64_t>(list[i]) - expected));
        write(m_bytes, length);
        expected = static_cast<std::int64_t>(list[i]) + static_cast<std::int64_t>(length);
        i += length;
    }
    m_bytes.shrink_to_fit();
}

RowList PackedList::list() const
{
    RowList list;
    std::int64_t next = 0;
    for (std::size_t at = 0; at < m_bytes.size();) {
        next += unfolded(read(m_bytes, at));
        for (std::uint64_t left = read(m_bytes, at); left > 0; --left)
            list.push_back(static_cast<RowId>(next++));
    }
    return list;
}

} // namespace segue::playlist
