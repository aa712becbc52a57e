// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/web/ApiRequest.h"

#include <QCache>

#include <chrono>
#include <functional>
#include <optional>

namespace segue::web
{

/// What the service answered of late, for one account and in memory only: to be asked for by its tag, so that nothing
/// has to be sent that has not changed, and to be taken again for as long as the service says that it may. The least
/// recently used go first. GUI thread.
class AnswerCache
{
public:
    using Ms = std::chrono::milliseconds;
    static constexpr qsizetype usualBytes = 4 * 1024 * 1024;

    /// `clock` never goes back.
    explicit AnswerCache(std::function<Ms()> clock, qsizetype mostBytes = usualBytes);

    /// The latest answer, to be asked whether it is still the one; without a tag when there is none, or when it is a
    /// day old: the links to pictures in it live no longer, whatever its tag says.
    [[nodiscard]] KnownAnswer known(const QByteArray &address) const;
    /// The latest answer, if it may be taken without asking.
    [[nodiscard]] std::optional<QByteArray> fresh(const QByteArray &address) const;
    /// Keeps what was answered now, as far as its headers allow, in place of the answer before.
    void keep(const QByteArray &address, const ApiAnswer &answer);

private:
    struct Kept {
        KnownAnswer answer;
        Ms freshUntil{0};
        Ms since{0}; ///< when the service sent it, and not just that it is still the one
    };

    std::function<Ms()> m_clock;
    QCache<QByteArray, Kept> m_kept;
};

} // namespace segue::web
