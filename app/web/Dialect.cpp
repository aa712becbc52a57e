// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Dialect.h"

namespace segue::web
{

namespace
{
constexpr DialectTable tracksTable{
    QLatin1String("tracks"), QLatin1String("tracks"), QLatin1String("track"), QLatin1String("tracks"), true, false, 50};
constexpr DialectTable itemsTable{
    QLatin1String("items"), QLatin1String("items"), QLatin1String("item"), QLatin1String("items"), false, true, 1};
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
