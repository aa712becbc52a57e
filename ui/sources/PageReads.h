// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/SourceListModel.h"

#include <utility>

/// The service's answers as pages of lines.
namespace segue::ui::sourcePages
{

using ItemPage = web::Page<models::SourceItem>;

/// `ask(place, context, done)` calls for a page of T.
template <typename T, typename Ask>
[[nodiscard]] models::SourceListModel::Read paged(Ask ask)
{
    return [ask](const models::SourcePlace &place, QObject *context, Done<ItemPage> done) {
        return ask(place, context, Done<web::Page<T>>([done = std::move(done)](const Result<web::Page<T>> &page) {
                       done(page ? Result<ItemPage>(models::asSource(*page))
                                 : Result<ItemPage>(Unexpected(page.error())));
                   }));
    };
}

/// For a call that answers everything at once; null entries are left out.
template <typename T>
[[nodiscard]] Done<QList<T>> asOnlyPage(Done<ItemPage> done)
{
    return [done = std::move(done)](const Result<QList<T>> &all) {
        if (!all) {
            done(Unexpected(all.error()));
            return;
        }
        ItemPage page;
        for (const T &each : *all) {
            if (each)
                page.items.append(models::SourceItem::from(each));
        }
        page.total = static_cast<int>(page.items.size());
        done(page);
    };
}

} // namespace segue::ui::sourcePages
