// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/SpotifyLinks.h"

#include <QRegularExpression>

#include <array>

namespace segue::web
{

namespace
{

struct KindName {
    SpotifyLink::Kind kind;
    QLatin1String name;
};

constexpr std::array kindNames{
    KindName{SpotifyLink::Kind::Track, QLatin1String("track")},
    KindName{SpotifyLink::Kind::Episode, QLatin1String("episode")},
    KindName{SpotifyLink::Kind::Album, QLatin1String("album")},
    KindName{SpotifyLink::Kind::Artist, QLatin1String("artist")},
    KindName{SpotifyLink::Kind::Playlist, QLatin1String("playlist")},
    KindName{SpotifyLink::Kind::Show, QLatin1String("show")},
    KindName{SpotifyLink::Kind::User, QLatin1String("user")},
    KindName{SpotifyLink::Kind::Local, QLatin1String("local")},
};

// Case-sensitive: without regard to case, the letters of Unicode that fold to ASCII ones would match as well.
constexpr QLatin1String idPattern("(?-i:[0-9A-Za-z]{22}(?![0-9A-Za-z]))");
// Possessive, so that the beginning of a name is never taken for one.
constexpr QLatin1String userPattern("[^\\s:/?#\"'<>()\\[\\],;!]++");

/// Anything that names something on Spotify, wherever it stands in a line. A query is taken along, because it may
/// hold another URI (?context=spotify:playlist:…), which was not meant.
const QRegularExpression &linkPattern()
{
    static const QRegularExpression pattern(
        QStringLiteral(
            "(?<!\\w)spotify:local:(?<local>[^\\s:]*:[^\\s:]*:[^\\s:]*:\\d++)(?!\\w)"
            "|(?<!\\w)(?:https?://open\\.spotify\\.com/embed/"
            "?\\?uri=)?spotify(?::|%3A)(?:user(?::|%3A)[^\\s:]+(?::|%3A))?"
            "(?<uriKind>track|episode|album|artist|playlist|show)(?::|%3A)(?<uriId>%1)"
            "|(?<!\\w)spotify:user:(?<uriUser>%2)(?!:\\S)"
            "|(?<![\\w./-])(?:https?://)?(?:open|play)\\.spotify\\.com/(?:intl-[\\w-]+/|embed/|embed-podcast/)*"
            "(?:(?:user/[^\\s/]+/)?(?<pageKind>track|episode|album|artist|playlist|show)/(?<pageId>%1)"
            "|user/(?<pageUser>%2)(?!:\\S|/playlist/))"
            "(?:[/?#][^\\s\"'<>()\\[\\]]*)?")
            .replace(QLatin1String("%1"), idPattern)
            .replace(QLatin1String("%2"), userPattern),
        QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

SpotifyLink linkOf(const QRegularExpressionMatch &match)
{
    const QString local = match.captured(QStringLiteral("local"));
    if (!local.isEmpty())
        return {SpotifyLink::Kind::Local, local};
    for (const auto &name : {QStringLiteral("uri"), QStringLiteral("page")}) {
        const QString user = match.captured(QString(name + QStringLiteral("User")));
        if (!user.isEmpty())
            return {SpotifyLink::Kind::User, user};
        const QString kind = match.captured(QString(name + QStringLiteral("Kind"))).toCaseFolded();
        for (const KindName &known : kindNames)
            if (kind == known.name)
                return {known.kind, match.captured(QString(name + QStringLiteral("Id")))};
    }
    return {};
}

bool looksLikeSpotify(const QString &word)
{
    for (const char *sign : {"spotify:", "spotify.com/", "spotify.link/"})
        if (word.contains(QLatin1String(sign), Qt::CaseInsensitive))
            return true;
    return false;
}

/// Punctuation that belongs to the sentence around a link, not to the link.
QString withoutWrapping(QString word)
{
    static const QString opening = QStringLiteral("<([{\"'“‘«");
    static const QString closing = QStringLiteral(">)]}\"'”’»,.;!");
    while (!word.isEmpty() && opening.contains(word.front()))
        word.remove(0, 1);
    while (!word.isEmpty() && closing.contains(word.back()))
        word.chop(1);
    return word;
}

/// Bare ids could be any word of 22 letters, so they count only where a line holds nothing else.
bool takeBareIds(const QString &line, QList<SpotifyLink> *links)
{
    static const QRegularExpression gap(QStringLiteral("[\\s,;]+"));
    static const QRegularExpression id(QStringLiteral("\\A[0-9A-Za-z]{22}\\z"));
    QList<SpotifyLink> found;
    for (const QString &piece : line.split(gap, Qt::SkipEmptyParts)) {
        const QString word = withoutWrapping(piece);
        if (!id.match(word).hasMatch())
            return false;
        found.append({SpotifyLink::Kind::Track, word});
    }
    links->append(found);
    return !found.isEmpty();
}

/// What remains of a line once its links are taken out, as far as it was meant as a link.
void takeRest(const QString &rest, QStringList *notUnderstood)
{
    static const QRegularExpression gap(QStringLiteral("\\s+"));
    for (const QString &piece : rest.split(gap, Qt::SkipEmptyParts))
        if (looksLikeSpotify(piece))
            notUnderstood->append(withoutWrapping(piece));
}

} // namespace

QString SpotifyLink::uri() const
{
    for (const KindName &known : kindNames) {
        if (known.kind == kind)
            return QLatin1String("spotify:") + known.name + u':' + id;
    }
    return {};
}

SpotifyLinks parseSpotifyLinks(const QString &text)
{
    static const QRegularExpression lineEnd(QStringLiteral("[\\r\\n\\x{2028}\\x{2029}]+"));
    SpotifyLinks found;
    const QStringList lines = text.split(lineEnd, Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (takeBareIds(line, &found.links))
            continue;
        QString rest;
        qsizetype from = 0;
        for (auto matches = linkPattern().globalMatch(line); matches.hasNext();) {
            const QRegularExpressionMatch match = matches.next();
            found.links.append(linkOf(match));
            rest += QStringView(line).mid(from, match.capturedStart() - from);
            rest += u' ';
            from = match.capturedEnd();
        }
        rest += QStringView(line).mid(from);
        takeRest(rest, &found.notUnderstood);
    }
    if (found.links.isEmpty() && found.notUnderstood.isEmpty()) {
        for (const QString &line : lines) {
            if (!line.trimmed().isEmpty())
                found.notUnderstood.append(line.trimmed());
        }
    }
    return found;
}

} // namespace segue::web
