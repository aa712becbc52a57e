// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ParsePage.h"

#include "app/web/ApiError.h"
#include "app/web/Json.h"

#include <algorithm>

namespace segue::web
{

namespace
{

constexpr QLatin1String nextKey("next");

Result<QJsonArray> itemsOf(const QJsonObject &page)
{
    const QJsonValue items = page.value(QLatin1String("items"));
    if (!items.isArray())
        return Unexpected(badAnswer(QStringLiteral("page without items")));
    QJsonArray array = items.toArray();
    const bool usable = std::all_of(array.cbegin(), array.cend(),
                                    [](const QJsonValue &entry) { return entry.isObject() || entry.isNull(); });
    if (!usable)
        return Unexpected(badAnswer(QStringLiteral("entry of a page that is no object")));
    return array;
}

/// What the page itself says of a next one.
std::optional<bool> tellsOfNext(const QJsonObject &page)
{
    const QJsonValue next = page.value(nextKey);
    if (next.isString())
        return !next.toString().isEmpty();
    if (next.isNull())
        return false;
    return {};
}

} // namespace

Result<PageFrame> parseFrame(const QJsonObject &page, int offset)
{
    auto items = itemsOf(page);
    if (!items)
        return Unexpected(items.error());
    const auto total = json::integer(page, QLatin1String("total"));
    if (!total || *total < 0)
        return Unexpected(badAnswer(QStringLiteral("page without total")));
    if (json::integer(page, QLatin1String("offset")).value_or(offset) != offset)
        return Unexpected(badAnswer(QStringLiteral("page of another offset")));
    PageFrame frame;
    frame.items = std::move(*items);
    frame.total = *total;
    // Counted by what is on the page, which may be less than was asked for. An empty one would go on for ever.
    const auto next = static_cast<qint64>(offset) + frame.items.size();
    frame.more = !frame.items.isEmpty() && tellsOfNext(page).value_or(next < frame.total);
    return frame;
}

Result<PageFrame> parseCursorFrame(const QJsonObject &page, QLatin1String cursor, const QString &asked)
{
    auto items = itemsOf(page);
    if (!items)
        return Unexpected(items.error());
    PageFrame frame;
    frame.items = std::move(*items);
    frame.total = std::max(-1, json::integer(page, QLatin1String("total")).value_or(-1));
    const QString after = json::text(json::object(page, QLatin1String("cursors")), cursor);
    // The same cursor again would bring the same page again.
    frame.more = !frame.items.isEmpty() && !after.isEmpty() && after != asked && tellsOfNext(page).value_or(true);
    if (frame.more)
        frame.after = after;
    return frame;
}

} // namespace segue::web
