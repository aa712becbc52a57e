// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/DuplicateFinder.h"
#include "app/playlist/Editor.h"
#include "app/playlist/ops/Select.h"
#include "ui/arrange/UnavailableVerbs.h"
#include "ui/dialogs/DialogSeams.h"

#include <vector>

namespace segue::ui
{

/// Takes out of the playlist that is shown what does not belong there, or selects it: duplicates, what cannot be played
/// any more, local files; or everything.
class CleanUpActions : public UnavailableVerbs
{
    Q_OBJECT

public:
    /// All must outlive this.
    CleanUpActions(Commands &commands, PlaylistPage &page, const DialogSeams &seams, QObject *parent = nullptr);

protected:
    void reopened() override;
    void update() override;

private:
    void askForDuplicates();
    void askForUnavailable();
    void askToRemoveUnavailable(const std::vector<int> &positions);
    void askToClear();
    void selectDuplicates();
    void selectUnavailable();
    void select(const std::vector<int> &positions, const QString &none);
    /// Their positions, and those of null entries.
    [[nodiscard]] std::vector<int> withGone(const playlist::RowList &unavailable) const;
    [[nodiscard]] std::vector<int> positionsOfKind(playlist::RowKind kind) const;
    /// One edit; those of the rows that are in the list by then.
    void remove(const playlist::RowList &rows, const playlist::Editor::Naming &name);
    /// Asks first, with what it costs added to the question. Nothing when the playlist is not the one that is shown by
    /// then.
    void askToRemove(Question question, const std::vector<int> &positions, const playlist::Editor::Naming &name);

    const DialogSeams &m_seams;
    playlist::DuplicateFinder m_finder;
};

} // namespace segue::ui
