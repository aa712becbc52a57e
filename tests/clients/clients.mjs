// SPDX-License-Identifier: GPL-3.0-or-later
// Other people's clients behind one face, so that each goes through the same checks. They are used as their manuals say;
// only the host is another one.
import { createRequire } from 'node:module';

import { SpotifyApi } from '@spotify/web-api-ts-sdk';

const require = createRequire(import.meta.url);
const WebApi = require('spotify-web-api-node');
const WebApiRequest = require('spotify-web-api-node/src/webapi-request');
const Request = require('spotify-web-api-node/src/base-request');

/** Spotify's own. Asks for users/ID/playlists and playlists/ID/tracks. */
class TypeScriptSdk {
    static title = '@spotify/web-api-ts-sdk';

    constructor(addresses, token) {
        const there = (url, init) => fetch(String(url).replace(SpotifyApi.rootUrl, `${addresses.api}/`), init);
        this.client = SpotifyApi.withAccessToken(addresses.clientId, token, { fetch: there });
    }

    me() { return this.client.currentUser.profile(); }
    playlists(limit, offset) { return this.client.currentUser.playlists.playlists(limit, offset); }
    playlist(id) { return this.client.playlists.getPlaylist(id); }
    items(id, limit, offset) { return this.client.playlists.getPlaylistItems(id, undefined, undefined, limit, offset); }

    async create(name, details) {
        const user = await this.me();
        return this.client.playlists.createPlaylist(user.id, { name, ...details });
    }
    change(id, details) { return this.client.playlists.changePlaylistDetails(id, details); }
    add(id, uris, position) { return this.client.playlists.addItemsToPlaylist(id, uris, position); }
    move(id, start, length, before) { return this.client.playlists.movePlaylistItems(id, start, length, before); }
    replace(id, uris) { return this.client.playlists.updatePlaylistItems(id, { uris }); }
    remove(id, tracks, snapshot) {
        return this.client.playlists.removeItemsFromPlaylist(id, { tracks, snapshot_id: snapshot });
    }

    putCover(id, jpeg) { return this.client.playlists.addCustomPlaylistCoverImage(id, jpeg); }
    covers(id) { return this.client.playlists.getPlaylistCoverImage(id); }

    follow(id) { return this.client.currentUser.playlists.follow(id); }
    unfollow(id) { return this.client.currentUser.playlists.unfollow(id); }
    async follows(id) {
        const user = await this.me();
        return (await this.client.currentUser.playlists.isFollowing(id, [user.id]))[0];
    }

    async searchTracks(text) { return (await this.client.search(text, ['track'])).tracks.items; }

    /** It tells the status in words. */
    status(error) {
        const words = { 'expired token': 401, 'Bad OAuth request': 403, 'rate limits': 429 };
        const told = Object.keys(words).find((each) => error.message.includes(each));
        return told ? words[told] : Number(/response code: (\d+)/.exec(error.message)?.[1]);
    }
}

/** The one that most programs for Node have used. Asks for me/playlists, gives the position of an addition in the query. */
class WebApiNode {
    static title = 'spotify-web-api-node';

    constructor(addresses, token) {
        const { hostname, port } = new URL(addresses.api);
        // It has no option for the host, and every request begins here.
        WebApiRequest.builder = (accessToken) =>
            Request.builder().withScheme('http').withHost(hostname).withPort(Number(port)).withAuth(accessToken);
        this.client = new WebApi({ clientId: addresses.clientId, accessToken: token.access_token });
    }

    async #body(answer) { return (await answer).body; }

    me() { return this.#body(this.client.getMe()); }
    playlists(limit, offset) { return this.#body(this.client.getUserPlaylists({ limit, offset })); }
    playlist(id) { return this.#body(this.client.getPlaylist(id)); }
    items(id, limit, offset) { return this.#body(this.client.getPlaylistTracks(id, { limit, offset })); }

    create(name, details) { return this.#body(this.client.createPlaylist(name, details)); }
    change(id, details) { return this.#body(this.client.changePlaylistDetails(id, details)); }
    add(id, uris, position) { return this.#body(this.client.addTracksToPlaylist(id, uris, { position })); }
    move(id, start, length, before) {
        return this.#body(this.client.reorderTracksInPlaylist(id, start, before, { range_length: length }));
    }
    replace(id, uris) { return this.#body(this.client.replaceTracksInPlaylist(id, uris)); }
    remove(id, tracks, snapshot) {
        return this.#body(this.client.removeTracksFromPlaylist(id, tracks, { snapshot_id: snapshot }));
    }

    putCover(id, jpeg) { return this.#body(this.client.uploadCustomPlaylistCoverImage(id, jpeg.toString('base64'))); }
    async covers(id) { return (await this.playlist(id)).images; }

    follow(id) { return this.#body(this.client.followPlaylist(id, { public: false })); }
    unfollow(id) { return this.#body(this.client.unfollowPlaylist(id)); }
    /** By the list: its own call is of a route that Spotify took away in 2018. */
    async follows(id) {
        const all = await this.playlists(50, 0);
        return all.items.some((playlist) => playlist.id === id);
    }

    async searchTracks(text) { return (await this.#body(this.client.searchTracks(text))).tracks.items; }

    status(error) { return error.statusCode; }
}

export const clients = [TypeScriptSdk, WebApiNode];
