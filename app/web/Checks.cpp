// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/Checks.h"

#include "app/web/ApiError.h"
#include "app/web/SearchQuery.h"

#include <QCoreApplication>

#include <algorithm>

namespace segue::web::checks
{

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(segue::web::Checks)
};

bool hasLineBreak(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) {
        return c == u'\n' || c == u'\r' || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    });
}

/// What fits into a path as it is.
bool isId(const QString &text)
{
    return !text.isEmpty() && text.size() <= 100 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'-' ||
               c == u'_';
    });
}

} // namespace

Error misuse(const QString &detail)
{
    Error error =
        invalidInput(Texts::tr("Segue made a mistake and stopped before sending anything. Please report it."));
    error.detail = detail;
    return error;
}

std::optional<Error> playlistId(const QString &id)
{
    if (isId(id))
        return {};
    return invalidInput(Texts::tr("This is not a playlist of Spotify."));
}

std::optional<Error> page(int offset, int limit, int mostLimit)
{
    if (offset >= 0 && limit >= 1 && limit <= mostLimit)
        return {};
    return misuse(QStringLiteral("page at %1 of %2").arg(offset).arg(limit));
}

std::optional<Error> search(const SearchCall &search)
{
    if (search.query.trimmed().isEmpty())
        return invalidInput(Texts::tr("There is nothing to search for."));
    if (search.query.size() > maxSearchQueryLength || search.offset < 0 || search.offset > maxSearchOffset ||
        search.most < 0 || (!search.market.isEmpty() && !isMarket(search.market)))
        return misuse(QStringLiteral("search of %1 characters at %2").arg(search.query.size()).arg(search.offset));
    return {};
}

std::optional<Error> details(const PlaylistDetails &details, bool forCreation)
{
    if (forCreation && !details.name)
        return invalidInput(Texts::tr("A playlist needs a name."));
    if (details.name) {
        if (details.name->trimmed().isEmpty())
            return invalidInput(Texts::tr("A playlist needs a name."));
        if (details.name->size() > maxNameLength)
            return invalidInput(Texts::tr("The name is too long: at most %n character(s).", nullptr, maxNameLength));
        if (hasLineBreak(*details.name))
            return invalidInput(Texts::tr("The name must be a single line."));
    }
    if (details.description) {
        if (details.description->size() > maxDescriptionLength)
            return invalidInput(
                Texts::tr("The description is too long: at most %n character(s).", nullptr, maxDescriptionLength));
        if (hasLineBreak(*details.description))
            return invalidInput(Texts::tr("The description must be a single line."));
    }
    if (details.collaborative.value_or(false) && details.onProfile.value_or(false))
        return invalidInput(
            Texts::tr("A collaborative playlist cannot be shown on the profile. Turn off one of the two."));
    return {};
}

std::optional<Error> move(const ReorderCall &move)
{
    const bool inside = move.insertBefore > move.rangeStart && move.insertBefore < move.rangeStart + move.rangeLength;
    if (move.rangeStart >= 0 && move.rangeLength >= 1 && move.insertBefore >= 0 && !inside)
        return {};
    return misuse(
        QStringLiteral("move of %1+%2 before %3").arg(move.rangeStart).arg(move.rangeLength).arg(move.insertBefore));
}

std::optional<Error> additions(const QStringList &uris, int position)
{
    if (uris.isEmpty() || uris.size() > maxUrisPerCall || position < -1)
        return misuse(QStringLiteral("%1 additions at %2").arg(uris.size()).arg(position));
    const bool anyLocal = std::any_of(
        uris.begin(), uris.end(), [](const QString &uri) { return uri.startsWith(QLatin1String("spotify:local:")); });
    if (anyLocal)
        return invalidInput(
            Texts::tr("Local files cannot be added through Spotify's Web API. Add them in Spotify itself."));
    return {};
}

std::optional<Error> removals(const QList<RemoveTarget> &targets, const QString &snapshotId)
{
    if (targets.isEmpty() || targets.size() > maxUrisPerCall)
        return misuse(QStringLiteral("%1 removals").arg(targets.size()));
    const bool positions = std::any_of(targets.begin(), targets.end(),
                                       [](const RemoveTarget &target) { return !target.positions.isEmpty(); });
    if (positions && snapshotId.isEmpty())
        return misuse(QStringLiteral("positions without a snapshot"));
    const bool nameless =
        std::any_of(targets.begin(), targets.end(), [](const RemoveTarget &target) { return target.uri.isEmpty(); });
    if (nameless)
        return misuse(QStringLiteral("removal without a URI"));
    return {};
}

std::optional<Error> media(const QStringList &uris, int most)
{
    if (uris.isEmpty() || uris.size() > most)
        return misuse(QStringLiteral("%1 tracks of %2 asked for").arg(uris.size()).arg(most));
    const QString prefix = uris.constFirst().left(uris.constFirst().lastIndexOf(u':') + 1);
    const bool known = prefix == QLatin1String("spotify:track:") || prefix == QLatin1String("spotify:episode:");
    const bool alike = std::all_of(uris.begin(), uris.end(), [&prefix](const QString &uri) {
        return uri.startsWith(prefix) && isId(uri.mid(prefix.size()));
    });
    if (known && alike)
        return {};
    return misuse(QStringLiteral("not all tracks, or all episodes"));
}

std::optional<Error> cover(const QByteArray &jpeg)
{
    if (!jpeg.startsWith("\xff\xd8\xff"))
        return invalidInput(Texts::tr("This is not a JPEG picture."));
    const qint64 base64Bytes = (jpeg.size() + 2) / 3 * 4;
    if (base64Bytes <= maxCoverBase64Bytes)
        return {};
    Error error = invalidInput(Texts::tr("This picture is too large for Spotify. Choose a smaller one."));
    error.kind = ErrorKind::TooLarge;
    return error;
}

std::optional<Error> id(const QString &id)
{
    if (isId(id))
        return {};
    return misuse(QStringLiteral("no id"));
}

std::optional<Error> userId(const QString &id)
{
    // Whatever it is, it is encoded; but these two would be taken for steps of the path.
    if (!id.isEmpty() && id.size() <= 200 && id != QLatin1String(".") && id != QLatin1String(".."))
        return {};
    return invalidInput(Texts::tr("This is not a user of Spotify."));
}

std::optional<Error> offset(int offset)
{
    if (offset >= 0)
        return {};
    return misuse(QStringLiteral("page at %1").arg(offset));
}

std::optional<Error> searchText(const QString &text)
{
    if (text.size() <= maxSearchQueryLength)
        return {};
    return invalidInput(
        Texts::tr("This is too long to search for: at most %n character(s).", nullptr, maxSearchQueryLength));
}

std::optional<Error> offered(std::optional<Dialect> dialect)
{
    if (!dialect || tableOf(*dialect).hasPeople)
        return {};
    return notOffered();
}

} // namespace segue::web::checks
