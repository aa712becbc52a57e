// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/ops/Duplicates.h"
#include "app/web/Values.h"

#include <QList>

#include <chrono>
#include <vector>

/// What can stand in the place of a track that does not play. Pure; any thread.
namespace segue::playlist
{

struct Replacement {
    web::MediumPtr medium;
    SameBecause because = SameBecause::Song; ///< Recording or Song
    bool sameAlbum = false;                  ///< an album of that name
};

/// How far the lengths of a track and of another recording of it may be apart.
inline constexpr std::chrono::milliseconds replacementTolerance{5000};

/// Those of `found` that are the same recording as `gone`, or have its title and first artist and nearly its length;
/// only tracks that play, never `gone` itself, each once. The best first: the same recording, the same album, as
/// explicit, the nearest length, and else in the order given.
[[nodiscard]] std::vector<Replacement> replacements(const web::Medium &gone, const QList<web::MediumPtr> &found);

} // namespace segue::playlist
