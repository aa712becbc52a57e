// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/RowSnapshot.h"
#include "app/playlist/ops/Duplicates.h"
#include "ui/arrange/ChoiceTreeModel.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace segue::ui
{

/// Groups of rows that are the same, and in each the one that stays. A group can be left alone: its check box. What was
/// chosen by hand for a group counts whenever there is a group of just these rows, until resetChoices().
/// choiceChanged() also means that hasChoices() may have another answer. GUI thread.
class DuplicatesModel : public ChoiceTreeModel
{
    Q_OBJECT

public:
    enum Column { Title, Artist, Album, AddedAt, Reason };

    explicit DuplicatesModel(QObject *parent = nullptr);

    void setGroups(std::shared_ptr<const playlist::RowSnapshot> rows,
                   const std::vector<playlist::DuplicateGroup> &groups);
    /// Whether something is chosen by hand in a group that there is now.
    [[nodiscard]] bool hasChoices() const;
    /// In every group the one stays that the rule says, and none is left alone.
    void resetChoices();
    /// What goes, as it is chosen now.
    [[nodiscard]] playlist::RowList rowsToRemove() const;

protected:
    [[nodiscard]] int groupCount() const override { return static_cast<int>(m_groups.size()); }
    [[nodiscard]] int memberCount(int group) const override { return static_cast<int>(at(group).copies.size()); }
    [[nodiscard]] bool isWanted(int group) const override { return at(group).wanted; }
    [[nodiscard]] bool canBeWanted(int) const override { return true; }
    void setWanted(int group, bool wanted) override;
    bool setChosen(int group, int member) override;
    [[nodiscard]] QVariant groupData(int index, int column, int role) const override;
    /// What stays is the chosen one, or all while the group is left alone.
    [[nodiscard]] QVariant memberData(int index, int member, int column, int role) const override;

private:
    struct Copy {
        playlist::RowId row;
        int position;
        playlist::SameBecause because; ///< of the one kept at first: the surest of the others' reasons
    };
    struct Group {
        std::vector<Copy> copies; ///< ascending positions
        std::size_t proposed;     ///< the one that stays by the rule
        std::size_t kept;
        playlist::SameBecause because; ///< the least sure reason in it
        bool wanted = true;
    };
    /// What a person chose for a group.
    struct Choice {
        std::optional<playlist::RowId> kept;
        bool wanted = true;
    };
    using GroupKey = std::vector<playlist::RowId>;

    [[nodiscard]] static GroupKey keyOf(const Group &group);
    void applyChoice(Group &group) const;
    void remember(const Group &group);
    [[nodiscard]] const Group &at(int group) const { return m_groups[static_cast<std::size_t>(group)]; }

    std::shared_ptr<const playlist::RowSnapshot> m_rows;
    std::vector<Group> m_groups;
    std::map<GroupKey, Choice> m_choices; ///< also of groups that another rule brings back
};

} // namespace segue::ui
