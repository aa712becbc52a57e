// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/Page.h"

namespace segue::test
{

/// A page of a list that is in memory whole.
template <typename T>
[[nodiscard]] web::Page<T> pageOf(const QList<T> &all, int offset, int size)
{
    web::Page<T> page;
    page.items = all.mid(offset, size);
    page.offset = offset;
    page.total = static_cast<int>(all.size());
    page.more = page.nextOffset() < page.total && !page.items.isEmpty();
    return page;
}

} // namespace segue::test
