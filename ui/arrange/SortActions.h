// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Arranger.h"
#include "app/playlist/ops/Shuffle.h"
#include "app/playlist/ops/Sort.h"
#include "ui/arrange/ListVerbs.h"

#include <QPointer>
#include <QString>

#include <functional>
#include <optional>

namespace segue::ui
{

class Settings;

/// Sorts, reverses and shuffles the playlist that is shown, or the selected rows among the places they hold: one edit
/// each. Works on while the list is edited; showing another playlist drops what is not done yet.
class SortActions : public ListVerbs
{
    Q_OBJECT

public:
    /// All must outlive this.
    SortActions(Commands &commands, PlaylistPage &page, Settings &settings, QObject *parent = nullptr);

protected:
    void reopened() override;
    void update() override;

private:
    /// What the list was sorted by last, as long as it is in that order.
    struct LastSort {
        QPointer<playlist::Editor> editor;
        playlist::RowList list;
        playlist::RowList rows;
        playlist::SortKey key;
    };
    /// The name of the edit of so many rows.
    using Naming = std::function<QString(int count)>;

    void sortBy(playlist::SortField field);
    void askForKeys();
    void sort(const std::vector<playlist::SortKey> &keys, const Naming &name);
    void shuffle(playlist::ShuffleKind kind, const Naming &name);
    void arrange(playlist::Arranger::Operation operation, const Naming &name,
                 std::optional<playlist::SortKey> key = {});
    /// The one of that editor and those rows, if the list still is as it was put then.
    [[nodiscard]] std::optional<playlist::SortKey> sortedNow(const playlist::RowList &rows) const;
    void showDirections();

    Settings &m_settings;
    playlist::Arranger m_arranger;
    std::optional<LastSort> m_last;
};

} // namespace segue::ui
