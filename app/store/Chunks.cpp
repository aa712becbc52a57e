// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/Chunks.h"

#include <cstdint>

namespace segue::store
{

namespace
{

// Shorter runs share more, and cost more to name; between 32 and 256 rows.
constexpr std::size_t fewest = 32;
constexpr std::size_t most = 256;
constexpr std::uint32_t cutMask = 0x3f; // after one row in 64

/// FNV-1a: the same on all machines and in all versions of Qt, unlike qHash. By the URI alone, so that a row that
/// gets its true date does not move the cuts.
std::uint32_t fingerprint(const QString &text)
{
    std::uint32_t hash = 2166136261U;
    for (const QChar c : text)
        hash = (hash ^ c.unicode()) * 16777619U;
    return hash ^ (hash >> 16);
}

} // namespace

std::vector<std::span<const ListRow>> chunksOf(const ListRows &rows)
{
    std::vector<std::span<const ListRow>> chunks;
    std::span<const ListRow> rest(rows);
    while (!rest.empty()) {
        std::size_t length = std::min(fewest, rest.size());
        while (length < rest.size() && length < most && (fingerprint(rest[length - 1].uri) & cutMask) != 0)
            ++length;
        chunks.push_back(rest.first(length));
        rest = rest.subspan(length);
    }
    return chunks;
}

} // namespace segue::store
