// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/web/Endpoints.h"

namespace segue::web::test
{

namespace
{

const QString id = QStringLiteral("id1");
const QString trackUri = QStringLiteral("spotify:track:t1");

// The service's objects, with more of their members than Segue reads.

const QByteArray images = R"([{"url":"https:\/\/i.scdn.co\/1","width":640,"height":640},
    {"url":"https:\/\/i.scdn.co\/2","width":64,"height":64}])";
const QByteArray artist = R"({"id":"ar","type":"artist","uri":"spotify:artist:ar","name":"Artist","genres":["pop"],
    "popularity":3,"followers":{"href":null,"total":4},"images":)" +
                          images + '}';
const QByteArray album = R"({"id":"al","type":"album","uri":"spotify:album:al","name":"Album","album_type":"single",
    "total_tracks":2,"release_date":"1999-12","release_date_precision":"month","available_markets":["SE"],
    "restrictions":{"reason":"market"},"artists":[)" +
                         artist + R"(],"images":)" + images + '}';
const QByteArray show = R"({"id":"sh","type":"show","uri":"spotify:show:sh","name":"Show","publisher":"P",
    "total_episodes":2,"languages":["sv"],"images":)" +
                        images + '}';
const QByteArray track = R"({"id":"t1","type":"track","uri":"spotify:track:t1","name":"Song","duration_ms":1000,
    "explicit":true,"is_local":false,"is_playable":true,"disc_number":1,"track_number":2,"popularity":5,
    "external_ids":{"isrc":"GBAYE0601690"},"linked_from":{"uri":"spotify:track:t0"},"track":true,"episode":false,
    "album":)" + album + R"(,"artists":[)" +
                         artist + "]}";
const QByteArray episode = R"({"id":"e1","type":"episode","uri":"spotify:episode:e1","name":"Talk","duration_ms":1000,
    "release_date":"2020-01-02","release_date_precision":"day","resume_point":{"fully_played":false},"show":)" +
                           show + R"(,"images":)" + images + '}';
const QByteArray user = R"({"id":"una","type":"user","uri":"spotify:user:una","display_name":"Una","country":"SE",
    "external_urls":{"spotify":"https:\/\/open.spotify.com\/user\/una"},"images":)" +
                        images + '}';
const QByteArray playlist = R"({"id":"pl","type":"playlist","name":"List","description":"d","public":true,
    "collaborative":false,"snapshot_id":"s","items":{"href":"h","total":3},"tracks":{"href":"h","total":3},
    "owner":)" + user + R"(,"images":)" +
                            images + '}';
const QByteArray category = R"({"id":"ca","name":"Category","icons":)" + images + '}';
const QByteArray device = R"({"id":"de","name":"Device","type":"Computer","is_active":true,"is_restricted":false,
    "volume_percent":50})";
const QByteArray snapshot = R"({"snapshot_id":"s2"})";
const QByteArray none; ///< the answer does not matter

QByteArray page(const QByteArray &item)
{
    return R"({"href":"h","limit":2,"offset":0,"previous":null,"next":"https:\/\/x","total":9,"items":[)" + item +
           ",null]}";
}

QByteArray cursorPage(const QByteArray &item)
{
    return R"({"href":"h","limit":2,"next":"https:\/\/x","total":9,"cursors":{"after":"a","before":"b"},"items":[)" +
           item + ",null]}";
}

QByteArray under(const char *key, const QByteArray &value)
{
    return QByteArray("{\"") + key + "\":" + value + '}';
}

/// As saved things and entries of playlists are told.
QByteArray dated(const char *key, const QByteArray &value)
{
    return QByteArray(R"({"added_at":"2020-01-02T03:04:05Z","played_at":"2020-01-02T03:04:05.678Z",)") +
           R"("is_local":false,"added_by":{"id":"una"},")" + key + "\":" + value + '}';
}

QByteArray entries(const char *key)
{
    return R"({"offset":0,"total":2,"items":[)" + dated(key, track) + ',' + dated(key, episode) + "]}";
}

const QStringList pageFrame{QStringLiteral("items"), QStringLiteral("total")};

QStringList pageFrameIn(const char *key)
{
    const QString name = QString::fromLatin1(key);
    return {name, name + QStringLiteral(".items"), name + QStringLiteral(".total")};
}

QStringList allKinds()
{
    QStringList frame;
    for (const char *kind : {"tracks", "albums", "artists", "playlists", "shows", "episodes"})
        frame += pageFrameIn(kind);
    return frame;
}

template <typename T>
Done<T> to(const Report &report)
{
    return [report](Result<T> outcome) { report(outcome ? std::nullopt : std::optional(outcome.error())); };
}

/// A call of the client `family` with these arguments; a context and a taker of the outcome follow them.
template <typename T, typename Family, typename Method, typename... Args>
auto calling(Family Clients::*family, Method method, Args... args)
{
    return [=](Clients &clients, const Report &report) {
        ((clients.*family).*method)(args..., &clients.http.context, to<T>(report));
    };
}

template <typename T, typename Method, typename... Args>
auto callingApi(Method method, Args... args)
{
    return [=](Clients &clients, const Report &report) {
        ((*clients.http.api).*method)(args..., &clients.http.context, to<T>(report));
    };
}

std::vector<Endpoint> ofApi()
{
    const PlaylistDetails details{.name = QStringLiteral("N"), .description = QStringLiteral("d")};
    const QList<RemoveTarget> targets{{trackUri, {}}};
    const QList<RemoveTarget> copies{{trackUri, {3}}};
    const QStringList uris{trackUri};
    const QStringList twoUris{trackUri, QStringLiteral("spotify:track:t2")};
    const SearchCall search{.query = QStringLiteral("q")};
    const auto normal = Priority::Normal;
    return {
        {.name = "me", .call = callingApi<UserProfile>(&Api::me), .good = user, .frame = {QStringLiteral("id")}},
        {.name = "myPlaylists",
         .call = callingApi<PlaylistPage>(&Api::myPlaylists, 0, 50),
         .good = page(playlist),
         .frame = pageFrame + QStringList{QStringLiteral("items[].id")}},
        {.name = "playlist",
         .call = callingApi<Playlist>(&Api::playlist, id),
         .good = playlist,
         .frame = {QStringLiteral("id")}},
        {.name = "entries of items",
         .call = callingApi<EntryPage>(&Api::entries, id, 0, 50, normal),
         .good = entries("item"),
         .frame = pageFrame,
         .itemsOnly = true},
        {.name = "entries in a market of items",
         .call = callingApi<EntryPage>(&Api::entriesInMarket, id, 0, 50, normal),
         .good = entries("item"),
         .frame = pageFrame,
         .itemsOnly = true},
        {.name = "links of items",
         .call = callingApi<EntryPage>(&Api::entryLinks, id, 0, 50),
         .good = entries("item"),
         .frame = pageFrame,
         .itemsOnly = true},
        {.name = "links of tracks",
         .call = callingApi<EntryPage>(&Api::entryLinks, id, 0, 50),
         .good = entries("track"),
         .frame = pageFrame,
         .tracksOnly = true},
        {.name = "entries of tracks",
         .call = callingApi<EntryPage>(&Api::entries, id, 0, 50, normal),
         .good = entries("track"),
         .frame = pageFrame,
         .tracksOnly = true},
        {.name = "entries in a market of tracks",
         .call = callingApi<EntryPage>(&Api::entriesInMarket, id, 0, 50, normal),
         .good = entries("track"),
         .frame = pageFrame,
         .tracksOnly = true},
        {.name = "searchTracks",
         .call = callingApi<TrackSearchPage>(&Api::searchTracks, search, normal),
         .good = under("tracks", page(track)),
         .frame = pageFrameIn("tracks"),
         .hasSmallerPage = true},
        {.name = "createPlaylist",
         .call = callingApi<Playlist>(&Api::createPlaylist, details),
         .good = playlist,
         .frame = {QStringLiteral("id")},
         .isWrite = true},
        {.name = "changeDetails",
         .call = callingApi<Nothing>(&Api::changeDetails, id, details),
         .good = none,
         .isWrite = true},
        {.name = "reorder",
         .call = callingApi<QString>(&Api::reorder, id, ReorderCall{.rangeStart = 2}),
         .good = snapshot,
         .frame = {QStringLiteral("snapshot_id")},
         .isWrite = true},
        {.name = "replaceItems",
         .call = callingApi<QString>(&Api::replaceItems, id, uris),
         .good = snapshot,
         .frame = {QStringLiteral("snapshot_id")},
         .isWrite = true},
        {.name = "addItems",
         .call = callingApi<QString>(&Api::addItems, id, uris, 0),
         .good = snapshot,
         .frame = {QStringLiteral("snapshot_id")},
         .isWrite = true},
        {.name = "removeItems",
         .call = callingApi<QString>(&Api::removeItems, id, targets, QString()),
         .good = snapshot,
         .frame = {QStringLiteral("snapshot_id")},
         .isWrite = true},
        {.name = "removeItems by position",
         .call = callingApi<QString>(&Api::removeItems, id, copies, QStringLiteral("s")),
         .good = snapshot,
         .frame = {QStringLiteral("snapshot_id")},
         .isWrite = true,
         .tracksOnly = true},
        {.name = "coverImages", .call = callingApi<QList<Image>>(&Api::coverImages, id), .good = images},
        {.name = "uploadCover",
         .call = callingApi<Nothing>(&Api::uploadCover, id, QByteArray("\xff\xd8\xff"), Api::Progress()),
         .good = none,
         .isWrite = true},
        {.name = "media, one",
         .call = callingApi<QList<MediumPtr>>(&Api::media, uris, normal),
         .good = track,
         .notFound = {}},
        {.name = "media, several",
         .call = callingApi<QList<MediumPtr>>(&Api::media, twoUris, normal),
         .good = under("tracks", '[' + track + ",null]"),
         .frame = {QStringLiteral("tracks")},
         .tracksOnly = true},
        {.name = "followsPlaylist",
         .call = callingApi<bool>(&Api::followsPlaylist, id),
         .good = "[true]",
         .frame = {QStringLiteral("[]")}},
        {.name = "followPlaylist",
         .call = callingApi<Nothing>(&Api::followPlaylist, id),
         .good = none,
         .isWrite = true},
        {.name = "unfollowPlaylist",
         .call = callingApi<Nothing>(&Api::unfollowPlaylist, id),
         .good = none,
         .isWrite = true},
    };
}

std::vector<Endpoint> ofCatalogue()
{
    constexpr auto c = &Clients::catalogue;
    const auto kinds = SearchKind::Tracks | SearchKind::Albums | SearchKind::Artists | SearchKind::Playlists |
                       SearchKind::Shows | SearchKind::Episodes;
    const QByteArray found = R"({"tracks":)" + page(track) + R"(,"albums":)" + page(album) + R"(,"artists":)" +
                             page(artist) + R"(,"playlists":)" + page(playlist) + R"(,"shows":)" + page(show) +
                             R"(,"episodes":)" + page(episode) + '}';
    const Album anAlbum{.uri = QStringLiteral("spotify:album:al"), .title = QStringLiteral("Album")};
    const Show aShow{.uri = QStringLiteral("spotify:show:sh"), .title = QStringLiteral("Show")};
    return {
        {.name = "search",
         .call = calling<SearchResults>(c, &Catalogue::search, QStringLiteral("q"), SearchKinds(kinds), 0),
         .good = found,
         .frame = allKinds(),
         .hasSmallerPage = true},
        {.name = "album", .call = calling<Album>(c, &Catalogue::album, id), .good = album},
        {.name = "albumTracks",
         .call = calling<Page<MediumPtr>>(c, &Catalogue::albumTracks, anAlbum, 0),
         .good = page(track),
         .frame = pageFrame},
        {.name = "artist", .call = calling<Artist>(c, &Catalogue::artist, id), .good = artist},
        {.name = "artistAlbums",
         .call = calling<Page<Album>>(c, &Catalogue::artistAlbums, id, 0),
         .good = page(album),
         .frame = pageFrame,
         .hasSmallerPage = true},
        {.name = "artistTopTracks",
         .call = calling<QList<MediumPtr>>(c, &Catalogue::artistTopTracks, id),
         .good = under("tracks", '[' + track + ",null]"),
         .frame = {QStringLiteral("tracks")},
         .lackedByItems = true},
        {.name = "show", .call = calling<Show>(c, &Catalogue::show, id), .good = show},
        {.name = "showEpisodes",
         .call = calling<Page<MediumPtr>>(c, &Catalogue::showEpisodes, aShow, 0),
         .good = page(episode),
         .frame = pageFrame},
    };
}

std::vector<Endpoint> ofShelf()
{
    constexpr auto s = &Clients::shelf;
    using SavedPage = Page<SavedMedium>;
    std::vector<Endpoint> all{
        {.name = "savedTracks",
         .call = calling<SavedPage>(s, &Shelf::savedTracks, 0),
         .good = page(dated("track", track)),
         .frame = pageFrame},
        {.name = "savedEpisodes",
         .call = calling<SavedPage>(s, &Shelf::savedEpisodes, 0),
         .good = page(dated("episode", episode)),
         .frame = pageFrame},
        {.name = "savedAlbums",
         .call = calling<Page<Album>>(s, &Shelf::savedAlbums, 0),
         .good = page(dated("album", album)),
         .frame = pageFrame},
        {.name = "savedShows",
         .call = calling<Page<Show>>(s, &Shelf::savedShows, 0),
         .good = page(dated("show", show)),
         .frame = pageFrame},
        {.name = "followedArtists",
         .call = calling<Page<Artist>>(s, &Shelf::followedArtists, QString()),
         .good = under("artists", cursorPage(artist)),
         .frame = {QStringLiteral("artists"), QStringLiteral("artists.items")}},
    };
    struct Kind {
        const char *save;
        const char *remove;
        const char *contains;
        const char *name;
    };
    for (const auto &[save, remove, contains, name] :
         {Kind{"save tracks", "remove tracks", "contains tracks", "track"},
          Kind{"save episodes", "remove episodes", "contains episodes", "episode"},
          Kind{"save albums", "remove albums", "contains albums", "album"},
          Kind{"save shows", "remove shows", "contains shows", "show"},
          Kind{"save artists", "remove artists", "contains artists", "artist"},
          Kind{"save users", "remove users", "contains users", "user"}}) {
        const QString prefix = QStringLiteral("spotify:%1:").arg(QLatin1String(name));
        const QStringList uris{prefix + QStringLiteral("a1"), prefix + QStringLiteral("b2")};
        all.push_back({.name = save, .call = calling<Nothing>(s, &Shelf::save, uris), .good = none, .isWrite = true});
        all.push_back(
            {.name = remove, .call = calling<Nothing>(s, &Shelf::remove, uris), .good = none, .isWrite = true});
        all.push_back({.name = contains,
                       .call = calling<QList<bool>>(s, &Shelf::contains, uris),
                       .good = "[true,false]",
                       .frame = {QStringLiteral("[]")}});
    }
    return all;
}

std::vector<Endpoint> ofListening()
{
    constexpr auto l = &Clients::listening;
    const PlayCall playing{.contextUri = QStringLiteral("spotify:album:al"), .position = 2};
    return {
        {.name = "topTracks",
         .call = calling<Page<MediumPtr>>(l, &Listening::topTracks, TopRange::Weeks, 0),
         .good = page(track),
         .frame = pageFrame},
        {.name = "topArtists",
         .call = calling<Page<Artist>>(l, &Listening::topArtists, TopRange::Years, 0),
         .good = page(artist),
         .frame = pageFrame},
        {.name = "recentlyPlayed",
         .call = calling<Page<PlayedMedium>>(l, &Listening::recentlyPlayed, QString()),
         .good = cursorPage(dated("track", track)),
         .frame = {QStringLiteral("items")}},
        {.name = "devices",
         .call = calling<QList<Device>>(l, &Listening::devices),
         .good = under("devices", '[' + device + ']'),
         .frame = {QStringLiteral("devices")}},
        {.name = "play", .call = calling<Nothing>(l, &Listening::play, playing), .good = none, .isWrite = true},
        {.name = "addToQueue",
         .call = calling<Nothing>(l, &Listening::addToQueue, trackUri, QStringLiteral("de")),
         .good = none,
         .isWrite = true},
    };
}

std::vector<Endpoint> ofPeople()
{
    constexpr auto p = &Clients::people;
    const QByteArray list = R"({"message":"Good evening","playlists":)" + page(playlist) + '}';
    return {
        {.name = "profile",
         .call = calling<UserProfile>(p, &People::profile, QStringLiteral("una")),
         .good = user,
         .frame = {QStringLiteral("id")},
         .lackedByItems = true},
        {.name = "playlistsOf",
         .call = calling<Page<Playlist>>(p, &People::playlistsOf, QStringLiteral("una"), 0),
         .good = page(playlist),
         .frame = pageFrame,
         .lackedByItems = true},
        {.name = "featured",
         .call = calling<FeaturedPlaylists>(p, &People::featured, 0),
         .good = list,
         .frame = pageFrameIn("playlists"),
         .lackedByItems = true,
         .notFound = ErrorKind::NotAllowed},
        {.name = "categories",
         .call = calling<Page<Category>>(p, &People::categories, 0),
         .good = under("categories", page(category)),
         .frame = pageFrameIn("categories"),
         .lackedByItems = true,
         .notFound = ErrorKind::NotAllowed},
        {.name = "playlistsOfCategory",
         .call = calling<Page<Playlist>>(p, &People::playlistsOfCategory, id, 0),
         .good = list,
         .frame = pageFrameIn("playlists"),
         .lackedByItems = true,
         .notFound = ErrorKind::NotAllowed},
    };
}

} // namespace

Clients::Quick::Quick(std::optional<Dialect> dialect) : Client({}, dialect)
{
    options.scheduler.timeScale = 0.0005; // hundreds of reads are repeated
    options.transport.idleTimeout = std::chrono::seconds(2);
    restart();
}

Clients::Clients(std::optional<Dialect> dialect)
    : http(dialect), catalogue(*http.caller), shelf(*http.caller), listening(*http.caller), people(*http.caller)
{
    // Else the first creation of a playlist would ask who the user is.
    http.caller->setUser({.id = QStringLiteral("una"), .country = QStringLiteral("SE")});
}

const std::vector<Endpoint> &endpoints()
{
    static const std::vector<Endpoint> all = [] {
        std::vector<Endpoint> list;
        for (auto part : {ofApi(), ofCatalogue(), ofShelf(), ofListening(), ofPeople()})
            list.insert(list.end(), part.begin(), part.end());
        return list;
    }();
    return all;
}

} // namespace segue::web::test
