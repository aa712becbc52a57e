// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/Api.h"

#include <algorithm>

namespace segue::demo
{

namespace
{

/// Calls of one kind: methods with blanks between them (empty: all), and a path with * for any one part, ** for the
/// rest.
struct Rule {
    const char *methods;
    const char *path;

    [[nodiscard]] bool isOf(const Call &call) const
    {
        const QStringList wanted = QString::fromLatin1(path).split(u'/');
        const bool isOpen = wanted.constLast() == QLatin1String("**");
        if (isOpen ? call.path.size() < wanted.size() - 1 : call.path.size() != wanted.size())
            return false;
        for (qsizetype i = 0; i < wanted.size() - (isOpen ? 1 : 0); ++i) {
            if (wanted[i] != u'*' && wanted[i] != call.path[i])
                return false;
        }
        const QString allowed = QString::fromLatin1(methods);
        return allowed.isEmpty() || allowed.split(u' ').contains(QString::fromLatin1(call.request.method));
    }
};

constexpr Rule OldOnly[] = {
    {"", "users/**"},
    {"", "playlists/*/tracks/**"},
    {"", "playlists/*/followers/**"},
    {"", "tracks"},
    {"", "episodes"},
    {"", "albums"},
    {"", "artists"},
    {"", "shows"},
    {"", "artists/*/top-tracks"},
    {"", "browse/**"},
    {"PUT DELETE", "me/tracks"},
    {"PUT DELETE", "me/albums"},
    {"PUT DELETE", "me/episodes"},
    {"PUT DELETE", "me/shows"},
    {"PUT DELETE", "me/following"},
    {"", "me/tracks/contains"},
    {"", "me/albums/contains"},
    {"", "me/episodes/contains"},
    {"", "me/shows/contains"},
    {"", "me/following/contains"},
};

constexpr Rule NewOnly[] = {
    {"", "playlists/*/items/**"},
    {"", "me/library/**"},
};

} // namespace

std::optional<Answer> Api::refusedByDialect(const Call &call) const
{
    const auto isOneOf = [&](const auto &rules) {
        return std::any_of(std::begin(rules), std::end(rules), [&](const Rule &rule) { return rule.isOf(call); });
    };
    if (m_world.settings.isItems() && isOneOf(OldOnly))
        return Answer::error(403, QStringLiteral("Forbidden"));
    if (!m_world.settings.isItems() && isOneOf(NewOnly))
        return Answer::error(404, QStringLiteral("Service not found"));
    return std::nullopt;
}

} // namespace segue::demo
