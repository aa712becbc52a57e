// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playlist/sync/PlanSearch.h"

#include "app/playlist/Document.h"

#include <QtConcurrentRun>

namespace segue::playlist
{

namespace
{

/// A few moves are done before anybody has read a question about them.
constexpr int callsWithoutAsking = 5;

int count(const order::ReorderPlan &plan)
{
    return static_cast<int>(plan.moves.size());
}

} // namespace

PlanSearch::PlanSearch(const Document &document, QObject *parent)
    : QObject(parent), m_document(document), m_row([&document](RowId id) -> const Row & { return document.row(id); })
{
}

PlanSearch::~PlanSearch()
{
    m_stop.request_stop();
}

void PlanSearch::start(PlanOptions options)
{
    Q_ASSERT(m_state == State::Idle);
    options.style = way() == SaveWay::Calm ? order::Style::Calm : order::Style::Fewest;
    m_draft.emplace(m_document.server(), m_document.wanted(), m_row, options);
    if (m_draft->moves().isQuick()) {
        take({.moves = m_draft->moves().run(), .calm = {}});
        return;
    }
    m_state = State::Searching;
    m_stop = std::stop_source();
    m_watcher = std::make_unique<QFutureWatcher<Searched>>();
    connect(m_watcher.get(), &QFutureWatcherBase::finished, this, [this] {
        Searched searched = m_watcher->result();
        m_watcher.release()->deleteLater(); // this is its slot
        m_state = State::Idle;
        take(std::move(searched));
    });
    // Not a continuation: that may run at once, within run().
    m_watcher->setFuture(QtConcurrent::run([task = m_draft->moves(), stop = m_stop.get_token(), asks = !way()] {
        Searched searched{.moves = task.run(stop), .calm = {}};
        if (asks) {
            MoveTask calm = task;
            calm.style = order::Style::Calm;
            searched.calm = calm.run(stop);
        }
        return searched;
    }));
}

void PlanSearch::abandon()
{
    m_stop.request_stop();
    m_watcher.reset();
    m_draft.reset();
    m_choice.reset();
    m_state = State::Idle;
}

void PlanSearch::take(Searched searched)
{
    m_searched = std::move(searched);
    // Only an order can be saved in several ways, and only a long one is worth another: a remembered "fast" must not
    // cost a list its dates for a drag or a removal.
    if (count(m_searched.moves) <= callsWithoutAsking)
        finish(SaveWay::KeepDates);
    else if (const std::optional<SaveWay> settled = way())
        finish(*settled);
    else
        ask();
}

void PlanSearch::ask()
{
    const int calls = static_cast<int>(m_draft->finished(m_searched.moves, m_row).steps.size());
    SaveChoice choice{.keepDates = calls, .calm = calls, .fast = {}};
    if (m_searched.calm)
        choice.calm += count(*m_searched.calm) - count(m_searched.moves);
    if (canReplaceWith(m_document.wanted(), m_row))
        choice.fast = static_cast<int>(planReplacing(m_document.wanted(), m_row).steps.size());
    m_choice = choice;
    m_state = State::Choosing;
    Q_EMIT choiceNeeded(choice);
}

void PlanSearch::setWay(std::optional<SaveWay> way)
{
    m_way = way;
    if (way)
        choose(*way);
}

void PlanSearch::choose(SaveWay way)
{
    if (m_state != State::Choosing)
        return;
    m_choice.reset();
    m_chosen = way;
    m_state = State::Idle;
    if (way == SaveWay::Calm && m_searched.calm)
        m_searched.moves = *std::exchange(m_searched.calm, std::nullopt);
    finish(way);
}

void PlanSearch::finish(SaveWay way)
{
    Plan plan = m_draft->finished(m_searched.moves, m_row);
    m_draft.reset();
    m_searched = {};
    if (way == SaveWay::Fast && canReplaceWith(m_document.wanted(), m_row)) {
        // Once it is replaced, what is left to add costs fewer calls than replacing it again.
        Plan replacing = planReplacing(m_document.wanted(), m_row);
        if (replacing.steps.size() < plan.steps.size())
            plan = std::move(replacing);
    }
    Q_EMIT found(plan);
}

} // namespace segue::playlist
