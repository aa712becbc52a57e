// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/SearchQuery.h"

#include <algorithm>
#include <cstdint>

namespace segue::web
{

namespace
{

/// Artists are told apart by less than titles.
constexpr qsizetype maxArtistLength = 40;

/// At most `most` characters of it, whole words where there is more than one, without half a character at the end.
QString shortened(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    const qsizetype space = text.lastIndexOf(u' ', most);
    if (space > 0)
        return text.left(space);
    return text.left(text.at(most - 1).isHighSurrogate() ? most - 1 : most);
}

/// What may stand between quotation marks, where colons and other signs mean nothing: all but those marks, plain and
/// typographic, and backslashes.
QString quotable(QString text)
{
    for (QChar &c : text) {
        constexpr char16_t marks[] = {u'"', u'\\', u'\u201c', u'\u201d', u'\u201e', u'\u201f', u'\u00ab', u'\u00bb'};
        if (std::find(std::begin(marks), std::end(marks), c.unicode()) != std::end(marks))
            c = u' ';
    }
    return text.simplified();
}

QString filter(QLatin1String field, const QString &text)
{
    return text.isEmpty() ? QString() : field + QLatin1String(":\"") + text + u'"';
}

} // namespace

bool isMarket(const QString &text)
{
    return text.size() == 2 && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

QString searchQuery::byIsrc(const Isrc &isrc)
{
    return isrc.isEmpty() ? QString() : QLatin1String("isrc:") + isrc.toString();
}

QString searchQuery::byTitle(const QString &title, const QString &artist)
{
    const QString by = filter(QLatin1String("artist"), shortened(quotable(artist), maxArtistLength));
    const qsizetype room =
        maxSearchQueryLength - by.size() - filter(QLatin1String("track"), QStringLiteral(" ")).size();
    const QString named = filter(QLatin1String("track"), shortened(quotable(title), room));
    return QString(named + u' ' + by).trimmed();
}

} // namespace segue::web
