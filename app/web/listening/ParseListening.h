// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/TextPool.h"
#include "app/web/listening/Listening.h"

#include <QJsonDocument>

namespace segue::web
{

[[nodiscard]] Result<Page<MediumPtr>> parseTopTracksPage(const QJsonDocument &answer, int offset, TextPool &pool);
[[nodiscard]] Result<Page<Artist>> parseTopArtists(const QJsonDocument &answer, int offset);
/// As asked for with the cursor `before`.
[[nodiscard]] Result<Page<PlayedMedium>> parseRecentlyPlayed(const QJsonDocument &answer, const QString &before,
                                                             TextPool &pool);
/// BadAnswer without the array. Those with neither id nor name are left out.
[[nodiscard]] Result<QList<Device>> parseDevices(const QJsonDocument &answer);

} // namespace segue::web
