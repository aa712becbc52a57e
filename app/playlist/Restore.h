// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/ListRow.h"

#include <QList>

#include <vector>

/// An earlier version of a list beside the list as it is now, and the way back. Pure; any thread; n log n.
namespace segue::playlist
{

/// One line of the comparison.
struct ComparedRow {
    enum class Mark {
        Same,
        Moved,   ///< in both, and not in the order of the others; as few rows as can be
        Removed, ///< only in the earlier version
        Added    ///< only in the list of now
    };
    Mark mark = Mark::Same;
    int then = -1; ///< position in the earlier version
    int now = -1;  ///< position in the list of now

    friend bool operator==(const ComparedRow &, const ComparedRow &) = default;
};

/// The rows of the earlier version in their order, those added since behind the row they follow now. Rows are the same
/// when URI, date (to the second) and adder are; what is left over is matched by URI alone, first with first.
[[nodiscard]] QList<ComparedRow> compared(const store::ListRows &then, const store::ListRows &now);

struct RestoredRow {
    int now = -1;       ///< position in the list of now; -1: a row that is added (again)
    store::ListRow row; ///< what is added

    friend bool operator==(const RestoredRow &, const RestoredRow &) = default;
};

/// A list to be wanted, and what it takes.
struct Restoration {
    QList<RestoredRow> rows;
    int added = 0;            ///< rows that are added again, and so get another date
    int impossible = 0;       ///< rows that would have to be: local files, and entries without a URI
    std::vector<int> removed; ///< positions of now, ascending
    int kept = 0;             ///< rows of now that were not there then, and stay: they could never be added again
    bool changes = false;     ///< whether it differs from the list of now
};

/// The whole list as it was then.
[[nodiscard]] Restoration restoration(const store::ListRows &then, const store::ListRows &now);

/// The list of now with these rows of then (positions) that are missing: each behind the row it followed then, or the
/// nearest one before that is still there, and in front of all without such a row. Others are not touched.
[[nodiscard]] Restoration restorationOf(const std::vector<int> &positions, const store::ListRows &then,
                                        const store::ListRows &now);

} // namespace segue::playlist
