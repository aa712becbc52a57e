// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/DuplicatesModel.h"

#include "app/models/TrackColumnsModel.h"
#include "app/playlist/ops/Select.h"
#include "ui/look/Text.h"

#include <QLocale>

#include <algorithm>

namespace segue::ui
{

using playlist::Duplicate;
using playlist::DuplicateGroup;
using playlist::RowKind;
using playlist::SameBecause;

namespace
{

QString reasonText(SameBecause because)
{
    switch (because) {
    case SameBecause::Uri:
        return DuplicatesModel::tr("same track");
    case SameBecause::Recording:
        return DuplicatesModel::tr("same recording");
    case SameBecause::Song:
        return DuplicatesModel::tr("same title");
    }
    return {};
}

} // namespace

DuplicatesModel::DuplicatesModel(QObject *parent)
    : ChoiceTreeModel({tr("Title"), tr("Artist"), tr("Album"), tr("Added"), tr("Why")}, parent)
{
}

void DuplicatesModel::setGroups(std::shared_ptr<const playlist::RowSnapshot> rows,
                                const std::vector<DuplicateGroup> &groups)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_groups.clear();
    m_groups.reserve(groups.size());
    for (const DuplicateGroup &found : groups) {
        Group group{.copies = {}, .proposed = 0, .kept = 0, .because = SameBecause::Uri};
        SameBecause surest = SameBecause::Song;
        for (const Duplicate &other : found.others) {
            group.copies.push_back({other.row, other.position, other.because});
            group.because = std::max(group.because, other.because);
            surest = std::min(surest, other.because);
        }
        group.copies.push_back({found.kept, found.keptPosition, surest});
        std::sort(group.copies.begin(), group.copies.end(),
                  [](const Copy &a, const Copy &b) { return a.position < b.position; });
        const auto kept = std::find_if(group.copies.begin(), group.copies.end(),
                                       [&found](const Copy &copy) { return copy.row == found.kept; });
        group.proposed = static_cast<std::size_t>(kept - group.copies.begin());
        group.kept = group.proposed;
        applyChoice(group);
        m_groups.push_back(std::move(group));
    }
    endResetModel();
    Q_EMIT choiceChanged();
}

DuplicatesModel::GroupKey DuplicatesModel::keyOf(const Group &group)
{
    GroupKey key;
    key.reserve(group.copies.size());
    for (const Copy &copy : group.copies)
        key.push_back(copy.row);
    return key; // of a snapshot: in the order of the positions, which stays
}

void DuplicatesModel::applyChoice(Group &group) const
{
    if (m_choices.empty())
        return;
    const auto found = m_choices.find(keyOf(group));
    if (found == m_choices.end())
        return;
    const Choice &choice = found->second;
    group.wanted = choice.wanted;
    const auto kept = std::find_if(group.copies.begin(), group.copies.end(),
                                   [&choice](const Copy &copy) { return copy.row == choice.kept; });
    if (kept != group.copies.end())
        group.kept = static_cast<std::size_t>(kept - group.copies.begin());
}

void DuplicatesModel::remember(const Group &group)
{
    Choice choice{.kept = std::nullopt, .wanted = group.wanted};
    // What the rule says anyway is no choice: another rule may say otherwise.
    if (group.kept != group.proposed)
        choice.kept = group.copies[group.kept].row;
    if (choice.wanted && !choice.kept)
        m_choices.erase(keyOf(group));
    else
        m_choices[keyOf(group)] = choice;
}

bool DuplicatesModel::hasChoices() const
{
    return !m_choices.empty() && std::any_of(m_groups.begin(), m_groups.end(),
                                             [this](const Group &group) { return m_choices.contains(keyOf(group)); });
}

void DuplicatesModel::resetChoices()
{
    m_choices.clear();
    for (Group &group : m_groups) {
        group.kept = group.proposed;
        group.wanted = true;
    }
    for (int group = 0; group < groupCount(); ++group)
        groupChanged(group);
    Q_EMIT choiceChanged();
}

void DuplicatesModel::setWanted(int group, bool wanted)
{
    Group &changed = m_groups[static_cast<std::size_t>(group)];
    changed.wanted = wanted;
    remember(changed);
}

bool DuplicatesModel::setChosen(int group, int member)
{
    Group &changed = m_groups[static_cast<std::size_t>(group)];
    const auto chosen = static_cast<std::size_t>(member);
    if (changed.kept == chosen)
        return false;
    changed.kept = chosen;
    remember(changed);
    return true;
}

playlist::RowList DuplicatesModel::rowsToRemove() const
{
    playlist::RowList rows;
    for (const Group &group : m_groups) {
        for (std::size_t i = 0; group.wanted && i < group.copies.size(); ++i) {
            if (i != group.kept)
                rows.push_back(group.copies[i].row);
        }
    }
    return rows;
}

QVariant DuplicatesModel::groupData(int index, int column, int role) const
{
    const Group &group = at(index);
    const web::Medium &medium = *m_rows->row(group.copies[group.kept].row).entry.medium;
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Title:
        return medium.title.isEmpty() ? medium.uri : medium.title;
    case Artist:
        return artistNames(medium);
    case Album:
        return tr("%Ln copies", nullptr, static_cast<int>(group.copies.size()));
    case Reason:
        return reasonText(group.because);
    default:
        return {};
    }
}

QVariant DuplicatesModel::memberData(int index, int member, int column, int role) const
{
    const Group &group = at(index);
    const auto copy = static_cast<std::size_t>(member);
    const Copy &shown = group.copies[copy];
    const playlist::Row &row = m_rows->row(shown.row);
    const bool stays = copy == group.kept || !group.wanted;
    if (role == ChosenRole)
        return stays;
    if (role == Qt::ToolTipRole && column == AddedAt && row.entry.addedAt.isValid())
        return QLocale().toString(row.entry.addedAt.toLocalTime(), QLocale::LongFormat);
    if (role == Qt::AccessibleTextRole && column == Title)
        return stays ? tr("Row %L1 stays").arg(shown.position + 1) : tr("Row %L1 goes").arg(shown.position + 1);
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Title: {
        const QString where = tr("Row %L1").arg(shown.position + 1);
        const RowKind kind = playlist::kindOf(row);
        if (kind == RowKind::Unavailable)
            return tr("%1, unavailable").arg(where);
        return kind == RowKind::Local ? tr("%1, local file").arg(where) : where;
    }
    case Artist:
        return artistNames(*row.entry.medium);
    case Album:
        return row.entry.medium->album;
    case AddedAt:
        return models::TrackColumnsModel::relativeDate(row.entry.addedAt, QDateTime::currentDateTimeUtc());
    case Reason:
        return stays ? tr("stays") : tr("goes");
    default:
        return {};
    }
}

} // namespace segue::ui
