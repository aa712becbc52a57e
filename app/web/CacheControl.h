// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <chrono>
#include <optional>

namespace segue::web
{

/// The headers of an answer that say whether and how long it may be kept, as they came; empty when missing.
struct Keeping {
    QByteArray tag; ///< ETag
    QByteArray cacheControl;
    QByteArray age; ///< seconds it has spent in caches on the way
};

/// How long the answer may be taken again without asking; 0: never, but it may be kept to be asked for by its tag.
/// Nothing: it must not be kept. No more than a day, whatever the headers say, and what makes no sense is 0.
[[nodiscard]] std::optional<std::chrono::seconds> lifetimeOf(const Keeping &keeping);

} // namespace segue::web
