// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/ops/Sort.h"
#include "ui/Commands.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace segue::ui
{

/// How the window speaks of something a list can be sorted by.
struct SortFieldText {
    playlist::SortField field;
    CommandId command;
    const char *name; ///< in settings
    QString text;     ///< as the title of a column: "Date added"
    QString inside;   ///< within a sentence: "date added"
    QString upwards;  ///< "A to Z", "oldest first"
    QString downwards;
};

/// All that the user can sort by, in the order of the menu.
[[nodiscard]] std::vector<SortFieldText> sortFieldTexts();

/// As settings keep them: "title", "-length". What is not known is left out.
[[nodiscard]] QStringList namesOf(const std::vector<playlist::SortKey> &keys);
[[nodiscard]] std::vector<playlist::SortKey> sortKeysNamed(const QStringList &names);

} // namespace segue::ui
