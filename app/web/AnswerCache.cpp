// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/AnswerCache.h"

#include "app/web/CacheControl.h"

#include <memory>

namespace segue::web
{

namespace
{

constexpr std::chrono::hours longestKept{24};
constexpr qsizetype entryOverhead = 256; // about what the hash, the tag and the address take

} // namespace

AnswerCache::AnswerCache(std::function<Ms()> clock, qsizetype mostBytes) : m_clock(std::move(clock)), m_kept(mostBytes)
{
}

KnownAnswer AnswerCache::known(const QByteArray &address) const
{
    const Kept *kept = m_kept.object(address);
    return kept && !kept->answer.tag.isEmpty() && m_clock() - kept->since < longestKept ? kept->answer : KnownAnswer{};
}

std::optional<QByteArray> AnswerCache::fresh(const QByteArray &address) const
{
    const Kept *kept = m_kept.object(address);
    if (!kept || m_clock() >= kept->freshUntil)
        return std::nullopt;
    return kept->answer.body;
}

void AnswerCache::keep(const QByteArray &address, const ApiAnswer &answer)
{
    const std::optional<std::chrono::seconds> lifetime = lifetimeOf(answer.keeping);
    const bool ofUse = lifetime && (lifetime->count() > 0 || !answer.keeping.tag.isEmpty());
    if (!ofUse) {
        m_kept.remove(address);
        return;
    }
    const Kept *before = m_kept.object(address);
    // Asked for by its tag: an answer that is too old for that was sent anew.
    const bool isSame = before && before->answer.tag == answer.keeping.tag && before->answer.body == answer.body &&
                        m_clock() - before->since < longestKept;
    auto kept = std::make_unique<Kept>(Kept{.answer = {.tag = answer.keeping.tag, .body = answer.body},
                                            .freshUntil = m_clock() + *lifetime,
                                            .since = isSame ? before->since : m_clock()});
    const qsizetype cost = answer.body.size() + address.size() + entryOverhead;
    m_kept.insert(address, kept.release(), cost); // the cache's own, also when it is too large for it
}

} // namespace segue::web
