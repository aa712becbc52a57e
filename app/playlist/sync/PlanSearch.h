// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/playlist/Planner.h"
#include "app/playlist/sync/SaveWay.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>

namespace segue::playlist
{

class Document;

/// Finds the calls that bring the wanted list of a document to Spotify: on another thread where that takes time, and
/// after a question where an order can be saved in several ways. GUI thread; the document must outlive it.
class PlanSearch : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Idle,      ///< nothing is looked for
        Searching, ///< on another thread
        Choosing   ///< choice() waits for choose()
    };

    explicit PlanSearch(const Document &document, QObject *parent = nullptr);
    /// Tells the other thread to stop, and does not wait for it.
    ~PlanSearch() override;

    [[nodiscard]] State state() const { return m_state; }
    /// Ends in found(), perhaps inside this call, or in choiceNeeded(). Only while Idle. The style in `options` does
    /// not matter: the way decides.
    void start(PlanOptions options);
    /// The list changed, or there is nothing to save any more: no signal comes for what was looked for.
    void abandon();

    /// How orders of more than `callsWithoutAsking` moves are saved; nothing: the user is asked, see choiceNeeded().
    /// KeepDates at first. An order that is waiting for an answer gets this one.
    void setWay(std::optional<SaveWay> way);
    /// The answer: for the list that is wanted, and what it becomes until forgetChoice(). Ends in found().
    void choose(SaveWay way);
    void forgetChoice() { m_chosen.reset(); }
    [[nodiscard]] const std::optional<SaveChoice> &choice() const { return m_choice; }

Q_SIGNALS:
    void found(const segue::playlist::Plan &plan);
    void choiceNeeded(const segue::playlist::SaveChoice &choice);

private:
    struct Searched {
        order::ReorderPlan moves;
        std::optional<order::ReorderPlan> calm; ///< only when it may be chosen instead
    };

    /// The way that is settled; nothing while the user is to be asked.
    [[nodiscard]] std::optional<SaveWay> way() const { return m_chosen ? m_chosen : m_way; }
    void take(Searched searched);
    void ask();
    void finish(SaveWay way);

    const Document &m_document;
    const RowLookup m_row;
    State m_state = State::Idle;
    std::optional<SaveWay> m_way = SaveWay::KeepDates;
    std::optional<SaveWay> m_chosen;
    std::optional<SaveChoice> m_choice;
    std::optional<PlanDraft> m_draft; ///< while it lacks its moves, or the choice between them
    Searched m_searched;
    std::unique_ptr<QFutureWatcher<Searched>> m_watcher;
    std::stop_source m_stop;
};

} // namespace segue::playlist
