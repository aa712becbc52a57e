// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/web/Dialect.h"
#include "app/web/Values.h"

#include <initializer_list>
#include <optional>

namespace segue::web::checks
{

// What can be known to be wrong before anything is sent, as InvalidInput (or TooLarge) with a text for the user.

[[nodiscard]] std::optional<Error> playlistId(const QString &id);
[[nodiscard]] std::optional<Error> page(int offset, int limit, int mostLimit);
[[nodiscard]] std::optional<Error> search(const SearchCall &search);
[[nodiscard]] std::optional<Error> details(const PlaylistDetails &details, bool forCreation);
[[nodiscard]] std::optional<Error> move(const ReorderCall &move);
[[nodiscard]] std::optional<Error> additions(const QStringList &uris, int position);
[[nodiscard]] std::optional<Error> removals(const QList<RemoveTarget> &targets, const QString &snapshotId);
/// Tracks or episodes, not both, at most `most`.
[[nodiscard]] std::optional<Error> media(const QStringList &uris, int most);
[[nodiscard]] std::optional<Error> cover(const QByteArray &jpeg);

/// What stands at the end of a URI, but for those of users.
[[nodiscard]] std::optional<Error> id(const QString &id);
[[nodiscard]] std::optional<Error> userId(const QString &id);
[[nodiscard]] std::optional<Error> offset(int offset);
/// Typed in by the user.
[[nodiscard]] std::optional<Error> searchText(const QString &text);
/// Whether the dialect has what was there for older apps alone; so it is taken while it is not known.
[[nodiscard]] std::optional<Error> offered(std::optional<Dialect> dialect);
/// What no user can cause; `detail` for a bug report.
[[nodiscard]] Error misuse(const QString &detail);
/// The first that there is.
[[nodiscard]] inline std::optional<Error> first(std::initializer_list<std::optional<Error>> errors)
{
    for (const auto &error : errors)
        if (error)
            return error;
    return {};
}

} // namespace segue::web::checks
