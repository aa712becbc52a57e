// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Render.h"

#include <algorithm>

namespace segue::demo
{

/// A whole page: `make(i)` gives the entry at a position of the list as JSON.
template <typename Make>
QJsonObject pageOf(const Render &render, const QString &path, const PageRequest &page, qsizetype total, Make make)
{
    const QString market = page.market.isEmpty()
                               ? QString()
                               : (path.contains(u'?') ? u'&' : u'?') + QStringLiteral("market=") + page.market;
    QJsonObject json = render.pageFrame(path + market, page.limit, page.offset, total);
    QJsonArray items;
    const qsizetype end = std::min(total, qsizetype(page.offset) + page.limit);
    for (qsizetype i = page.offset; i < end; ++i)
        items.append(make(i));
    json.insert(QStringLiteral("items"), items);
    return json;
}

} // namespace segue::demo
