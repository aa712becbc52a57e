// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Error.h"
#include "app/playlist/RowSnapshot.h"
#include "app/playlist/ops/Replacements.h"
#include "ui/arrange/ChoiceTreeModel.h"

#include <QSet>

#include <memory>
#include <vector>

namespace segue::ui
{

/// Rows that cannot be played, and below each what can stand in its place. What would be in the playlist twice then is
/// not checked at first. GUI thread.
class ReplaceModel : public ChoiceTreeModel
{
    Q_OBJECT

public:
    enum Column { Title, Artist, Album, Length, Match };

    /// `unavailable` are rows of the list, in its order; each has a medium.
    ReplaceModel(std::shared_ptr<const playlist::RowSnapshot> rows, const playlist::RowList &unavailable,
                 QObject *parent = nullptr);

    /// The lines that have not been searched for, or not with success.
    [[nodiscard]] std::vector<int> unsettled() const;
    [[nodiscard]] web::MediumPtr medium(int line) const;
    void setFound(int line, const std::vector<playlist::Replacement> &found);
    void setFailed(int line, const Error &error);

    struct Choice {
        playlist::RowId row;
        web::MediumPtr medium;
    };
    /// What is checked.
    [[nodiscard]] std::vector<Choice> choices() const;
    /// Lines that have something below them.
    [[nodiscard]] int foundCount() const;

protected:
    [[nodiscard]] int groupCount() const override { return static_cast<int>(m_lines.size()); }
    [[nodiscard]] int memberCount(int group) const override { return static_cast<int>(at(group).found.size()); }
    [[nodiscard]] bool isWanted(int group) const override { return at(group).wanted; }
    [[nodiscard]] bool canBeWanted(int group) const override { return !at(group).found.empty(); }
    void setWanted(int group, bool wanted) override;
    bool setChosen(int group, int member) override;
    [[nodiscard]] QVariant groupData(int group, int column, int role) const override;
    [[nodiscard]] QVariant memberData(int group, int member, int column, int role) const override;

private:
    enum class State { Waiting, Searched, Failed };
    struct Line {
        playlist::RowId row;
        int position;
        State state = State::Waiting;
        std::vector<playlist::Replacement> found;
        std::size_t chosen = 0;
        bool wanted = false;
        QString errorText;
    };
    [[nodiscard]] const Line &at(int line) const { return m_lines[static_cast<std::size_t>(line)]; }
    [[nodiscard]] bool isHere(const playlist::Replacement &found) const { return m_uris.contains(found.medium->uri); }
    [[nodiscard]] QString stateText(const Line &line) const;
    [[nodiscard]] QString matchText(const Line &line, const playlist::Replacement &found) const;

    const std::shared_ptr<const playlist::RowSnapshot> m_rows;
    std::vector<Line> m_lines;
    QSet<QString> m_uris; ///< all that is in the playlist
};

} // namespace segue::ui
