// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/arrange/ReplaceModel.h"
#include "ui/arrange/UnavailableVerbs.h"

#include <vector>

namespace segue::ui
{

/// Puts other releases in the place of the tracks that cannot be played.
class ReplaceActions : public UnavailableVerbs
{
    Q_OBJECT

public:
    /// Both must outlive this.
    ReplaceActions(Commands &commands, PlaylistPage &page, QObject *parent = nullptr);

protected:
    void update() override;

private:
    void ask();
    void ask(const playlist::RowList &unavailable);
    /// One edit; those of the rows that are in the list by then.
    void replace(const std::vector<ReplaceModel::Choice> &choices);
};

} // namespace segue::ui
