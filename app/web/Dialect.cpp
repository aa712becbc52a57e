// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Dialect.h"

namespace segue::web
{

namespace
{
constexpr DialectTable tracksTable{
    .name = QLatin1String("tracks"),
    .entries = QLatin1String("tracks"),
    .entry = QLatin1String("track"),
    .removals = QLatin1String("tracks"),
    .searchLimit = 50,
    .artistAlbumsLimit = 50,
    .honoursPositions = true,
    .tellsPlayability = false,
    .hasLibraryRoute = false,
    .mediaPerCall = 50,
    .shelfUrisPerCall = 20,
    .hasPeople = true,
};
constexpr DialectTable itemsTable{
    .name = QLatin1String("items"),
    .entries = QLatin1String("items"),
    .entry = QLatin1String("item"),
    .removals = QLatin1String("items"),
    .searchLimit = 10,
    .artistAlbumsLimit = 10,
    .honoursPositions = false,
    .tellsPlayability = true,
    .hasLibraryRoute = true,
    .mediaPerCall = 1,
    .shelfUrisPerCall = 40,
    .hasPeople = false,
};
} // namespace

const DialectTable &tableOf(Dialect dialect)
{
    switch (dialect) {
    case Dialect::Tracks:
        return tracksTable;
    case Dialect::Items:
        break;
    }
    return itemsTable;
}

Dialect otherThan(Dialect dialect)
{
    return dialect == Dialect::Items ? Dialect::Tracks : Dialect::Items;
}

std::optional<Dialect> dialectNamed(const QString &name)
{
    for (const Dialect dialect : {Dialect::Tracks, Dialect::Items})
        if (name == tableOf(dialect).name)
            return dialect;
    return {};
}

} // namespace segue::web
