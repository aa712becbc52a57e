// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/Comparison.h"

namespace segue::ui
{

using playlist::ComparedRow;

Comparison Comparison::of(const store::ListRows &then, const store::ListRows &now, const QList<web::MediumPtr> &media)
{
    Comparison made{.then = then,
                    .now = now,
                    .rows = playlist::compared(then, now),
                    .change = {},
                    .whole = playlist::restoration(then, now),
                    .known = {},
                    .revision = 0};
    for (const ComparedRow &row : std::as_const(made.rows)) {
        made.change.added += row.mark == ComparedRow::Mark::Added ? 1 : 0;
        made.change.removed += row.mark == ComparedRow::Mark::Removed ? 1 : 0;
        made.change.moved += row.mark == ComparedRow::Mark::Moved ? 1 : 0;
    }
    made.known.reserve(media.size());
    for (const web::MediumPtr &medium : media) {
        if (medium && !medium->title.isEmpty())
            made.known.insert(medium->uri, medium);
    }
    return made;
}

} // namespace segue::ui
