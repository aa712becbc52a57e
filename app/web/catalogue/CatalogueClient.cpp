// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web/catalogue/CatalogueClient.h"

#include "app/web/ApiError.h"
#include "app/web/Checks.h"
#include "app/web/ParsePage.h"
#include "app/web/Requests.h"
#include "app/web/catalogue/CatalogueRequests.h"
#include "app/web/catalogue/ParseCatalogue.h"

namespace segue::web
{

namespace
{

QString idOf(const QString &uri)
{
    return uri.section(u':', -1);
}

template <typename T>
Result<T> orBadAnswer(std::optional<T> found, const char *what)
{
    if (!found)
        return Unexpected(badAnswer(QLatin1String(what) + QStringLiteral(" without URI")));
    return std::move(*found);
}

} // namespace

CatalogueClient::CatalogueClient(Caller &caller, QObject *parent) : Catalogue(parent), m_caller(caller) {}

Call CatalogueClient::search(const QString &text, SearchKinds kinds, int offset, QObject *context,
                             Done<SearchResults> done)
{
    const SearchCall search{.query = text, .offset = offset};
    auto wrong = checks::first({checks::searchText(text), checks::search(search)});
    if (!wrong && !kinds)
        wrong = checks::misuse(QStringLiteral("search for nothing"));
    if (wrong)
        return m_caller.refuse<SearchResults>(*wrong, context, std::move(done));
    return m_caller.inPages<SearchResults>(
        &DialectTable::searchLimit, 0, Priority::Visible, context, std::move(done),
        [search, types = requests::searchTypes(kinds), market = market()](int limit) {
            ApiRequest request = requests::search(types, search, limit, market);
            request.subject = Subject::Catalogue;
            return request;
        },
        [this, kinds, offset](const ApiAnswer &answer, Dialect) {
            return parseSearch(answer.json, kinds, offset, m_caller.texts());
        });
}

Call CatalogueClient::album(const QString &id, QObject *context, Done<Album> done)
{
    if (const auto wrong = checks::id(id))
        return m_caller.refuse<Album>(*wrong, context, std::move(done));
    return m_caller.plain<Album>(requests::album(id, market()), context, std::move(done),
                                 [this](const ApiAnswer &answer, Dialect) {
                                     return orBadAnswer(parseAlbum(answer.json.object(), m_caller.texts()), "album");
                                 });
}

Call CatalogueClient::albumTracks(const Album &album, int offset, QObject *context, Done<Page<MediumPtr>> done)
{
    if (const auto wrong = checks::first({checks::id(idOf(album.uri)), checks::offset(offset)}))
        return m_caller.refuse<Page<MediumPtr>>(*wrong, context, std::move(done));
    return m_caller.plain<Page<MediumPtr>>(requests::albumTracks(idOf(album.uri), offset, market()), context,
                                           std::move(done), [this, album, offset](const ApiAnswer &answer, Dialect) {
                                               return parseAlbumTracks(answer.json, album, offset, m_caller.texts());
                                           });
}

Call CatalogueClient::artist(const QString &id, QObject *context, Done<Artist> done)
{
    if (const auto wrong = checks::id(id))
        return m_caller.refuse<Artist>(*wrong, context, std::move(done));
    return m_caller.plain<Artist>(requests::artist(id), context, std::move(done), [](const ApiAnswer &answer, Dialect) {
        return orBadAnswer(parseArtist(answer.json.object()), "artist");
    });
}

Call CatalogueClient::artistAlbums(const QString &id, int offset, QObject *context, Done<Page<Album>> done)
{
    if (const auto wrong = checks::first({checks::id(id), checks::offset(offset)}))
        return m_caller.refuse<Page<Album>>(*wrong, context, std::move(done));
    return m_caller.inPages<Page<Album>>(
        &DialectTable::artistAlbumsLimit, 0, Priority::Visible, context, std::move(done),
        [id, offset, market = market()](int limit) { return requests::artistAlbums(id, offset, limit, market); },
        [this, offset](const ApiAnswer &answer, Dialect) {
            return parsePage<Album>(parseFrame(answer.json.object(), offset), offset,
                                    [this](const QJsonObject &album) { return parseAlbum(album, m_caller.texts()); });
        });
}

Call CatalogueClient::artistTopTracks(const QString &id, QObject *context, Done<QList<MediumPtr>> done)
{
    if (const auto wrong = checks::first({checks::id(id), checks::offered(m_caller.dialect())}))
        return m_caller.refuse<QList<MediumPtr>>(*wrong, context, std::move(done));
    return m_caller.plain<QList<MediumPtr>>(
        requests::artistTopTracks(id, market()), context, std::move(done),
        [this](const ApiAnswer &answer, Dialect) { return parseTopTracks(answer.json, m_caller.texts()); });
}

Call CatalogueClient::show(const QString &id, QObject *context, Done<Show> done)
{
    if (const auto wrong = checks::id(id))
        return m_caller.refuse<Show>(*wrong, context, std::move(done));
    return m_caller.plain<Show>(
        requests::show(id, market()), context, std::move(done),
        [](const ApiAnswer &answer, Dialect) { return orBadAnswer(parseShow(answer.json.object()), "show"); });
}

Call CatalogueClient::showEpisodes(const Show &show, int offset, QObject *context, Done<Page<MediumPtr>> done)
{
    if (const auto wrong = checks::first({checks::id(idOf(show.uri)), checks::offset(offset)}))
        return m_caller.refuse<Page<MediumPtr>>(*wrong, context, std::move(done));
    return m_caller.plain<Page<MediumPtr>>(requests::showEpisodes(idOf(show.uri), offset, market()), context,
                                           std::move(done), [this, show, offset](const ApiAnswer &answer, Dialect) {
                                               return parseShowEpisodes(answer.json, show, offset, m_caller.texts());
                                           });
}

} // namespace segue::web
