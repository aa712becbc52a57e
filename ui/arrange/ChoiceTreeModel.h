// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace segue::ui
{

/// A tree of two levels: groups, each with a check box, and in each some members of which one is chosen. GUI thread.
class ChoiceTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        /// bool. Of a member: its radio button is on. False of anything that is shown dimmed; invalid of what has no
        /// say.
        ChosenRole = Qt::UserRole,
    };

    /// `columns`: their names, in order.
    explicit ChoiceTreeModel(QStringList columns, QObject *parent = nullptr)
        : QAbstractItemModel(parent), m_columns(std::move(columns))
    {
    }

    /// This member of a group is the one that is chosen. Anything else than a member changes nothing.
    void choose(const QModelIndex &index);
    /// Checks a group that was not checked, and the other way round; of a member, its group's.
    void toggle(const QModelIndex &index);

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &child) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

Q_SIGNALS:
    /// A check box or a radio button.
    void choiceChanged();

protected:
    [[nodiscard]] virtual int groupCount() const = 0;
    [[nodiscard]] virtual int memberCount(int group) const = 0;
    /// Whether the group's check box is on; it has none while this is false and it cannot be.
    [[nodiscard]] virtual bool isWanted(int group) const = 0;
    [[nodiscard]] virtual bool canBeWanted(int group) const = 0;
    virtual void setWanted(int group, bool wanted) = 0;
    /// False when it was the chosen one before.
    virtual bool setChosen(int group, int member) = 0;
    [[nodiscard]] virtual QVariant groupData(int group, int column, int role) const = 0;
    [[nodiscard]] virtual QVariant memberData(int group, int member, int column, int role) const = 0;

    /// All of a group is drawn anew.
    void groupChanged(int group);

private:
    const QStringList m_columns;
};

} // namespace segue::ui
