// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/CacheControl.h"

#include <QList>

#include <algorithm>

namespace segue::web
{

namespace
{

constexpr qint64 longestLifetime = 24 * 3600;

/// A number of seconds as headers have it; nothing when it is none.
std::optional<qint64> secondsFrom(QByteArray text)
{
    text = text.trimmed();
    if (text.startsWith('"') && text.endsWith('"') && text.size() > 1)
        text = text.mid(1, text.size() - 2);
    bool valid = false;
    const qint64 seconds = text.toLongLong(&valid);
    return valid && seconds >= 0 ? std::optional(seconds) : std::nullopt;
}

} // namespace

std::optional<std::chrono::seconds> lifetimeOf(const Keeping &keeping)
{
    qint64 lifetime = 0;
    bool alwaysAsk = false;
    for (const QByteArray &part : keeping.cacheControl.split(',')) {
        const QByteArray directive = part.trimmed().toLower();
        if (directive == "no-store")
            return std::nullopt;
        if (directive == "no-cache" || directive.startsWith("no-cache="))
            alwaysAsk = true;
        else if (directive.startsWith("max-age="))
            lifetime = secondsFrom(directive.mid(8)).value_or(0);
    }
    if (alwaysAsk)
        return std::chrono::seconds{0};
    const qint64 spent = keeping.age.isEmpty() ? 0 : secondsFrom(keeping.age).value_or(longestLifetime);
    return std::chrono::seconds{std::clamp(lifetime - spent, qint64{0}, longestLifetime)};
}

} // namespace segue::web
