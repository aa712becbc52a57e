// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/Fields.h"
#include "app/demo/World.h"

#include <QJsonArray>
#include <QJsonObject>

namespace segue::demo
{

struct PageRequest {
    int limit = 20;
    int offset = 0;
    bool withEpisodes = false; ///< additional_types names "episode"
    QString market;            ///< as it was named, to be named in the addresses of further pages
    bool withMarket = false;   ///< a market was named: playability and relinking are told
    bool withResume = false;   ///< how far an episode was heard may be told
};

/// Turns the state into the JSON of the Web API, in the dialect of the moment.
class Render
{
public:
    explicit Render(World &world) : m_world(world) {}

    [[nodiscard]] QJsonObject me(const AccessGrant &grant) const;
    /// As others see a user.
    [[nodiscard]] QJsonObject publicUser(int index) const;
    [[nodiscard]] QJsonObject simplePlaylist(Playlist &playlist) const;
    /// With the first page of its items, unless it is one whose items the user may not read.
    [[nodiscard]] QJsonObject fullPlaylist(Playlist &playlist, const Fields *fields, const PageRequest &page) const;
    [[nodiscard]] QJsonObject itemsPage(Playlist &playlist, const PageRequest &page, const Fields *fields) const;
    /// The track or episode at a position; null for one that is gone.
    [[nodiscard]] QJsonValue payload(const Item &item, const PageRequest &page) const;
    [[nodiscard]] QJsonArray images(Playlist &playlist) const;
    /// The outside of a page: href, limit, next, offset, previous, total; `path` is below /v1, maybe with a query.
    [[nodiscard]] QJsonObject pageFrame(const QString &path, int limit, int offset, qsizetype total) const;

    /// A track of the catalogue, apart from any playlist.
    [[nodiscard]] QJsonObject foundTrack(int index, const PageRequest &request) const;

    [[nodiscard]] QJsonObject foundEpisode(int index, const PageRequest &request) const;
    /// As payload(), without what is said in playlists alone.
    [[nodiscard]] QJsonValue apart(const Item &item, const PageRequest &request) const;

    [[nodiscard]] QJsonObject fullArtist(int index) const;
    [[nodiscard]] QJsonObject simpleAlbum(int index) const;
    /// With the first page of its tracks.
    [[nodiscard]] QJsonObject fullAlbum(int index, const PageRequest &request) const;
    [[nodiscard]] QJsonObject albumTracks(int index, const PageRequest &page) const;
    [[nodiscard]] QJsonObject simpleShow(int index) const;
    /// With the first page of its episodes.
    [[nodiscard]] QJsonObject fullShow(int index, const PageRequest &request) const;
    [[nodiscard]] QJsonObject showEpisodes(int index, const PageRequest &page) const;

    [[nodiscard]] bool mayReadItems(const Playlist &playlist) const;

private:
    [[nodiscard]] QJsonObject user(int index) const;
    [[nodiscard]] QJsonObject owner(int index) const;
    [[nodiscard]] QJsonObject entry(const Item &item, const PageRequest &page) const;
    [[nodiscard]] QJsonObject track(const Item &item, const PageRequest &request) const;
    [[nodiscard]] QJsonObject localTrack(const Item &item) const;
    [[nodiscard]] QJsonObject episode(const Item &item, bool inFull) const;
    [[nodiscard]] QJsonObject artist(int index) const;
    [[nodiscard]] QJsonObject album(int index) const;
    [[nodiscard]] QJsonObject newArtist(int index) const;
    [[nodiscard]] QJsonObject newAlbum(int index) const;
    [[nodiscard]] QJsonArray coverSizes(const QString &id) const;
    [[nodiscard]] QString itemsPath(const Playlist &playlist) const;
    [[nodiscard]] QString itemsKey() const;
    static const QJsonArray &markets();
    /// The external_urls of a thing: its page on the web.
    static QJsonObject outside(const char *kind, const QString &id);

    World &m_world;
};

} // namespace segue::demo
