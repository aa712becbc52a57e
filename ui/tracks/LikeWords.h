// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace segue::models
{
struct LikeOutcome;
}

/// How hearts are spoken of: Liked Songs are tracks, Your Episodes are episodes, the library is both.
namespace segue::ui::likeWords
{

/// The verb on these, as in menus, with its mnemonic.
[[nodiscard]] QString verb(const QStringList &uris, bool remove);
/// What has been done, as complete sentences; empty where nothing has.
[[nodiscard]] QString done(const models::LikeOutcome &outcome);
/// What has not, and why; empty where all has.
[[nodiscard]] QString failed(const models::LikeOutcome &outcome);

} // namespace segue::ui::likeWords
