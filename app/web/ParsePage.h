// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/Page.h"

#include <QJsonArray>
#include <QJsonObject>

#include <type_traits>
#include <utility>

namespace segue::web
{

/// A page before its entries are read: null or objects, all of them.
struct PageFrame {
    QJsonArray items;
    int total = -1;
    QString after;
    bool more = false;
};

/// Of a list that is read by offset. BadAnswer without an array of items and a total, for entries that are neither
/// objects nor null, and for a page of another offset.
[[nodiscard]] Result<PageFrame> parseFrame(const QJsonObject &page, int offset);

/// Of a list that is read by cursor, which is the member `cursor` of "cursors"; `asked` is the one that this page was
/// asked for with. BadAnswer without an array of items, and for odd entries.
[[nodiscard]] Result<PageFrame> parseCursorFrame(const QJsonObject &page, QLatin1String cursor, const QString &asked);

/// Each entry made by `parse`, which answers an empty optional or a null pointer for one to leave out.
template <typename T, typename Parse>
[[nodiscard]] Result<Page<T>> parsePage(const Result<PageFrame> &frame, int offset, Parse parse)
{
    if (!frame)
        return Unexpected(frame.error());
    Page<T> page;
    page.offset = offset;
    page.total = frame->total;
    page.after = frame->after;
    page.more = frame->more;
    page.items.reserve(frame->items.size());
    for (const QJsonValue &value : frame->items) {
        const QJsonObject entry = value.toObject();
        if constexpr (std::is_same_v<decltype(parse(entry)), T>) {
            if (T item = parse(entry))
                page.items.append(std::move(item));
            else
                ++page.holes;
        } else {
            if (auto item = parse(entry))
                page.items.append(std::move(*item));
            else
                ++page.holes;
        }
    }
    return page;
}

} // namespace segue::web
