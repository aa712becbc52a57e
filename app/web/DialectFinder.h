// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/Result.h"
#include "app/web/ApiRequest.h"
#include "app/web/DialectMemory.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace segue::web
{

/// Finds out which dialect the app of this account gets, by asking. GUI thread.
///
/// While nothing is known, one call goes ahead as the probe and the others wait for it. The new route is asked
/// first (or the old one after a hint), the other after a refusal; what answers is remembered per client id.
/// When both refuse, the refusal is about the playlist: nothing is learnt, and the error is the caller's.
/// A remembered dialect that has not answered anything in this run is doubted once a call is refused, and the
/// other one tried for that call; once it has answered, a refusal is a refusal.
class DialectFinder : public QObject
{
    Q_OBJECT

public:
    using Answered = std::function<void(Result<ApiAnswer>)>;
    /// Makes the call in that dialect and hands the outcome on. May destroy the Answered without calling it
    /// when the call is cancelled. Must not call it before returning.
    using Attempt = std::function<void(Dialect, Answered)>;
    using Concluded = std::function<void(Dialect, Result<ApiAnswer>)>;

    DialectFinder(DialectMemory &memory, QString clientId, QObject *parent = nullptr);

    [[nodiscard]] std::optional<Dialect> known() const { return m_known; }

    /// What a playlist object looked like; decides only which route is asked first.
    void hint(Dialect dialect) { m_hint = dialect; }

    /// `stillWanted` is asked before the call starts. `concluded` gets the dialect that was asked last, or for two
    /// refusals the first error with the kind NotAllowed unless both said "not found".
    void run(std::function<bool()> stillWanted, Attempt attempt, Concluded concluded);

private:
    struct Waiting {
        std::function<bool()> stillWanted;
        Attempt attempt;
        Concluded concluded;
    };

    void start(Waiting call);
    void secondTry(const Waiting &call, Dialect dialect, const Error &firstError, std::shared_ptr<void> probe);
    void learn(Dialect asked, const ApiAnswer &answer);
    void probeOver();

    DialectMemory &m_memory;
    QString m_clientId;
    std::optional<Dialect> m_known;
    bool m_confirmed = false; ///< m_known has answered something in this run
    Dialect m_hint = Dialect::Items;
    bool m_probing = false;
    std::deque<Waiting> m_waiting;
};

} // namespace segue::web
