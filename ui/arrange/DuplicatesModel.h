// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/RowSnapshot.h"
#include "app/playlist/ops/Duplicates.h"

#include <QAbstractItemModel>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace segue::ui
{

/// Groups of rows that are the same, and in each the one that stays. A group can be left alone: its check box. What was
/// chosen by hand for a group counts whenever there is a group of just these rows, until resetChoices(). GUI thread.
class DuplicatesModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { Title, Artist, Album, AddedAt, Reason };
    static constexpr int columnTotal = Reason + 1;
    enum Role {
        StaysRole = Qt::UserRole, ///< bool, of a row in a group
    };

    using QAbstractItemModel::QAbstractItemModel;

    void setGroups(std::shared_ptr<const playlist::RowSnapshot> rows,
                   const std::vector<playlist::DuplicateGroup> &groups);
    /// This row of a group is the one that stays.
    void keep(const QModelIndex &index);
    /// Whether something is chosen by hand in a group that there is now.
    [[nodiscard]] bool hasChoices() const;
    /// In every group the one stays that the rule says, and none is left alone.
    void resetChoices();
    /// What goes, as it is chosen now.
    [[nodiscard]] playlist::RowList rowsToRemove() const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    /// rowsToRemove() is another list, or hasChoices() another answer.
    void choiceChanged();

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
    [[nodiscard]] QVariant groupData(const Group &group, int column, int role) const;
    [[nodiscard]] QVariant copyData(const Group &group, std::size_t copy, int column, int role) const;

    std::shared_ptr<const playlist::RowSnapshot> m_rows;
    std::vector<Group> m_groups;
    std::map<GroupKey, Choice> m_choices; ///< also of groups that another rule brings back
};

} // namespace segue::ui
