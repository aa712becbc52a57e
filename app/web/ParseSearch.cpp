// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ParseSearch.h"

#include "app/web/ApiError.h"
#include "app/web/Json.h"
#include "app/web/ParseMedium.h"

#include <utility>

namespace segue::web
{

namespace
{

/// The results under `kind`, each made by `parse`, which answers something that is false for one to leave out.
template <typename T, typename Parse>
Result<SearchPage<T>> parsePage(const QJsonDocument &answer, QLatin1String kind, int offset, Parse parse)
{
    const QJsonObject frame = json::object(answer.object(), kind);
    const QJsonValue items = frame.value(QLatin1String("items"));
    const auto total = json::integer(frame, QLatin1String("total"));
    if (!items.isArray() || !total || *total < 0)
        return Unexpected(badAnswer(QStringLiteral("search without %1, items or total").arg(kind)));
    if (json::integer(frame, QLatin1String("offset")).value_or(offset) != offset)
        return Unexpected(badAnswer(QStringLiteral("search results of another offset")));

    const QJsonArray array = items.toArray();
    SearchPage<T> page;
    page.offset = offset;
    page.total = *total;
    page.found.reserve(array.size());
    for (const QJsonValue &value : array) {
        if (!value.isObject() && !value.isNull())
            return Unexpected(badAnswer(QStringLiteral("search result that is no object")));
        if (T result = parse(value.toObject()))
            page.found.append(std::move(result));
    }
    // Counted by what was on the page, which may be less than was asked for.
    const int next = offset + static_cast<int>(array.size());
    const bool more =
        frame.contains(QLatin1String("next")) ? frame.value(QLatin1String("next")).isString() : next < page.total;
    if (more && !array.isEmpty() && next <= maxSearchOffset)
        page.nextOffset = next;
    return page;
}

} // namespace

Result<TrackSearchPage> parseTrackSearch(const QJsonDocument &answer, int offset, TextPool &pool)
{
    return parsePage<MediumPtr>(answer, QLatin1String("tracks"), offset, [&pool](const QJsonObject &track) {
        return parseMedium(track, NamedBy::Played, false, pool);
    });
}

} // namespace segue::web
