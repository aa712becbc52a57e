// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/ParseEntries.h"

#include "app/web/ApiError.h"
#include "app/web/Json.h"
#include "app/web/ParseMedium.h"

#include <algorithm>

namespace segue::web
{

namespace
{

/// The track or episode of an entry, under the dialect's name or, failing that, under the other one's. Only an
/// object is a payload.
QJsonObject payloadOf(const QJsonObject &entry, Dialect dialect)
{
    const QJsonValue own = entry.value(tableOf(dialect).entry);
    return own.isObject() ? own.toObject() : entry.value(tableOf(otherThan(dialect)).entry).toObject();
}

bool namesPayload(const QJsonObject &entry)
{
    return entry.contains(tableOf(Dialect::Items).entry) || entry.contains(tableOf(Dialect::Tracks).entry);
}

PlaylistEntry parseEntry(const QJsonObject &object, Dialect dialect, TextPool &pool)
{
    PlaylistEntry entry;
    entry.medium =
        parseMedium(payloadOf(object, dialect), NamedBy::Original, json::flag(object, QLatin1String("is_local")), pool);
    entry.addedAt = json::instant(object, QLatin1String("added_at"));
    entry.addedBy = pool.shared(json::text(json::object(object, QLatin1String("added_by")), QLatin1String("id")));
    return entry;
}

} // namespace

Result<EntryPage> parseEntries(const QJsonDocument &answer, Dialect dialect, int offset, int limit, TextPool &pool)
{
    const QJsonObject object = answer.object();
    const QJsonValue items = object.value(QLatin1String("items"));
    const auto total = json::integer(object, QLatin1String("total"));
    if (!items.isArray() || !total || *total < 0)
        return Unexpected(badAnswer(QStringLiteral("page of entries without items or total")));
    if (json::integer(object, QLatin1String("offset")).value_or(offset) != offset)
        return Unexpected(badAnswer(QStringLiteral("page of another offset")));
    const QJsonArray array = items.toArray();
    const int expected = std::clamp(*total - offset, 0, limit);
    if (array.size() != expected)
        return Unexpected(badAnswer(QStringLiteral("%1 entries instead of %2").arg(array.size()).arg(expected)));

    EntryPage page;
    page.offset = offset;
    page.total = *total;
    page.entries.reserve(array.size());
    bool anyPayload = array.isEmpty();
    for (const QJsonValue &value : array) {
        const QJsonObject entry = value.toObject();
        anyPayload = anyPayload || namesPayload(entry) || value.isNull();
        page.entries.append(parseEntry(entry, dialect, pool));
    }
    if (!anyPayload)
        return Unexpected(badAnswer(QStringLiteral("entries without a payload")));
    return page;
}

} // namespace segue::web
