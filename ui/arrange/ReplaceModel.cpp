// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/arrange/ReplaceModel.h"

#include "app/models/TrackColumnsModel.h"
#include "ui/look/Text.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace segue::ui
{

using playlist::Replacement;
using playlist::SameBecause;

namespace
{

QVariant mediumData(const web::Medium &medium, int column)
{
    switch (column) {
    case ReplaceModel::Title:
        return medium.title.isEmpty() ? medium.uri : medium.title;
    case ReplaceModel::Artist:
        return artistNames(medium);
    case ReplaceModel::Album:
        return medium.album;
    case ReplaceModel::Length:
        return medium.length.count() > 0 ? models::TrackColumnsModel::lengthText(medium.length.count()) : QString();
    default:
        return {};
    }
}

} // namespace

ReplaceModel::ReplaceModel(std::shared_ptr<const playlist::RowSnapshot> rows, const playlist::RowList &unavailable,
                           QObject *parent)
    : ChoiceTreeModel({tr("Title"), tr("Artist"), tr("Album"), tr("Length"), tr("Replacement")}, parent),
      m_rows(std::move(rows))
{
    const playlist::RowList &list = m_rows->list();
    auto next = unavailable.begin();
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (next != unavailable.end() && list[i] == *next) {
            m_lines.push_back({.row = *next++, .position = static_cast<int>(i), .found = {}, .errorText = {}});
        }
        m_uris.insert(m_rows->row(list[i]).uri());
    }
}

std::vector<int> ReplaceModel::unsettled() const
{
    std::vector<int> lines;
    for (int line = 0; line < groupCount(); ++line) {
        if (at(line).state != State::Searched)
            lines.push_back(line);
    }
    return lines;
}

web::MediumPtr ReplaceModel::medium(int line) const
{
    return m_rows->row(at(line).row).entry.medium;
}

void ReplaceModel::setFound(int line, const std::vector<Replacement> &found)
{
    Line &changed = m_lines[static_cast<std::size_t>(line)];
    if (changed.state == State::Searched)
        return;
    changed.state = State::Searched;
    changed.errorText.clear();
    if (!found.empty()) {
        beginInsertRows(index(line, 0), 0, static_cast<int>(found.size()) - 1);
        changed.found = found;
        changed.wanted = !isHere(found.front());
        endInsertRows();
    }
    groupChanged(line);
    Q_EMIT choiceChanged();
}

void ReplaceModel::setFailed(int line, const Error &error)
{
    Line &changed = m_lines[static_cast<std::size_t>(line)];
    changed.state = State::Failed;
    changed.errorText = error.userText;
    groupChanged(line);
}

std::vector<ReplaceModel::Choice> ReplaceModel::choices() const
{
    std::vector<Choice> choices;
    for (const Line &line : m_lines) {
        if (line.wanted)
            choices.push_back({line.row, line.found[line.chosen].medium});
    }
    return choices;
}

int ReplaceModel::foundCount() const
{
    return static_cast<int>(
        std::count_if(m_lines.begin(), m_lines.end(), [](const Line &line) { return !line.found.empty(); }));
}

void ReplaceModel::setWanted(int group, bool wanted)
{
    m_lines[static_cast<std::size_t>(group)].wanted = wanted;
}

bool ReplaceModel::setChosen(int group, int member)
{
    Line &line = m_lines[static_cast<std::size_t>(group)];
    const auto chosen = static_cast<std::size_t>(member);
    // Who picks one wants it.
    const bool wasWanted = std::exchange(line.wanted, true);
    return std::exchange(line.chosen, chosen) != chosen || !wasWanted;
}

QString ReplaceModel::stateText(const Line &line) const
{
    switch (line.state) {
    case State::Waiting:
        return tr("not searched for yet");
    case State::Failed:
        return tr("the search failed");
    case State::Searched:
        break;
    }
    return line.found.empty() ? tr("nothing found") : tr("%Ln found", nullptr, static_cast<int>(line.found.size()));
}

QString ReplaceModel::matchText(const Line &line, const Replacement &found) const
{
    QStringList parts{found.because == SameBecause::Recording ? tr("same recording") : tr("same title")};
    if (found.sameAlbum)
        parts.append(tr("same album"));
    const web::Medium &gone = *m_rows->row(line.row).entry.medium;
    // Full seconds, as both lengths are shown in.
    const auto seconds = [](const web::Medium &medium) {
        return static_cast<int>(std::chrono::duration_cast<std::chrono::seconds>(medium.length).count());
    };
    const int longer = seconds(*found.medium) - seconds(gone);
    if (gone.length.count() > 0 && found.medium->length.count() > 0 && longer != 0)
        parts.append(longer > 0 ? tr("%1 s longer").arg(longer) : tr("%1 s shorter").arg(-longer));
    if (found.medium->isExplicit != gone.isExplicit)
        parts.append(found.medium->isExplicit ? tr("explicit") : tr("not explicit"));
    if (isHere(found))
        parts.append(tr("in this playlist already"));
    return parts.join(QStringLiteral(", "));
}

QVariant ReplaceModel::groupData(int group, int column, int role) const
{
    const Line &line = at(group);
    switch (role) {
    case Qt::DisplayRole:
        return column == Match ? QVariant(stateText(line)) : mediumData(*medium(group), column);
    case Qt::ToolTipRole:
        return column == Match && !line.errorText.isEmpty() ? line.errorText : tr("Row %L1").arg(line.position + 1);
    case Qt::AccessibleTextRole:
        return column == Title ? tr("%1, row %L2, cannot be played")
                                     .arg(mediumData(*medium(group), Title).toString())
                                     .arg(line.position + 1)
                               : QVariant();
    case ChosenRole:
        return line.found.empty() ? QVariant(false) : QVariant();
    default:
        return {};
    }
}

QVariant ReplaceModel::memberData(int group, int member, int column, int role) const
{
    const Line &line = at(group);
    const auto shown = static_cast<std::size_t>(member);
    const Replacement &found = line.found[shown];
    const bool isChosen = line.wanted && shown == line.chosen;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return column == Match ? QVariant(matchText(line, found)) : mediumData(*found.medium, column);
    case Qt::AccessibleTextRole:
        if (column != Title)
            return {};
        return (isChosen ? tr("%1, chosen in its place") : tr("%1, not chosen"))
            .arg(mediumData(*found.medium, Title).toString());
    case ChosenRole:
        return isChosen;
    default:
        return {};
    }
}

} // namespace segue::ui
