// SPDX-License-Identifier: GPL-3.0-or-later
// Texts that people paste, which may hold links to Spotify, and descriptions, which hold references of HTML.
#include "app/web/HtmlText.h"
#include "app/web/SpotifyLinks.h"
#include "tests/fuzz/Fuzz.h"

#include <algorithm>

using namespace segue;
using namespace segue::fuzz;
using namespace segue::web;

namespace
{

bool isAsciiLetterOrNumber(QChar c)
{
    return c.unicode() < 0x80 && c.isLetterOrNumber();
}

bool isId(const QString &text)
{
    return text.size() == 22 && std::all_of(text.begin(), text.end(), isAsciiLetterOrNumber);
}

/// Whether it stands there as a whole: "abc" is no user's name where "abcd" is written.
bool standsIn(const QString &text, const QString &word)
{
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        const qsizetype end = at + word.size();
        if (end == text.size() || !isAsciiLetterOrNumber(text.at(end)))
            return true;
    }
    return false;
}

void findLinks(const QString &text)
{
    const SpotifyLinks found = parseSpotifyLinks(text);
    for (const SpotifyLink &link : found.links) {
        FUZZ_REQUIRE(!link.id.isEmpty());
        FUZZ_REQUIRE(standsIn(text, link.id));
        if (link.kind != SpotifyLink::Kind::User && link.kind != SpotifyLink::Kind::Local)
            FUZZ_REQUIRE(isId(link.id));
        // Printed and read again it is the same link.
        const SpotifyLinks again = parseSpotifyLinks(link.uri());
        FUZZ_REQUIRE(again.links == QList<SpotifyLink>{link});
    }
    for (const QString &word : found.notUnderstood)
        FUZZ_REQUIRE(text.contains(word));
    if (found.links.isEmpty() && !text.trimmed().isEmpty())
        FUZZ_REQUIRE(!found.notUnderstood.isEmpty());
}

/// As a service writes a text that is to stand in HTML.
QString encoded(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\'', QStringLiteral("&#39;"));
}

void decode(const QString &text)
{
    const QString decoded = decodeHtmlEntities(text);
    FUZZ_REQUIRE(decoded.size() <= text.size());
    FUZZ_REQUIRE(isWellFormed(decoded));
    FUZZ_REQUIRE(text.contains(u'&') || decoded == text);
    FUZZ_REQUIRE(decodeHtmlEntities(encoded(text)) == text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input input(data, size);
    const bool links = input.choose(3) != 0;
    const QString text = QString::fromUtf8(input.rest());
    if (links)
        findLinks(text);
    else
        decode(text);
    return 0;
}
