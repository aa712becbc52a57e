// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ParseSearch.h"

#include "app/web/Json.h"
#include "app/web/ParseMedium.h"
#include "app/web/ParsePage.h"

#include <utility>

namespace segue::web
{

Result<TrackSearchPage> parseTrackSearch(const QJsonDocument &answer, int offset, TextPool &pool)
{
    const QJsonObject tracks = json::object(answer.object(), QLatin1String("tracks"));
    auto page = parsePage<MediumPtr>(parseFrame(tracks, offset), offset, [&pool](const QJsonObject &track) {
        return parseMedium(track, NamedBy::Played, false, pool);
    });
    if (!page)
        return Unexpected(page.error());
    TrackSearchPage results;
    results.offset = offset;
    results.total = page->total;
    if (page->more && page->nextOffset() <= maxSearchOffset)
        results.nextOffset = page->nextOffset();
    results.found = std::move(page->items);
    return results;
}

} // namespace segue::web
