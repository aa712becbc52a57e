// SPDX-License-Identifier: GPL-3.0-or-later
// Each client does to playlists what people do. What came of it is read twice: by the client itself, and from the
// stand-in's control interface.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';

import { clients } from './clients.mjs';
import { StandIn } from './standin.mjs';

const program = process.env.SEGUE_STANDIN;
const jpeg = await readFile(new URL('cover.jpg', import.meta.url));
const mostAtOnce = 100;

async function allItems(client, id) {
    const items = [];
    for (;;) {
        const page = await client.items(id, 50, items.length);
        assert.equal(page.offset, items.length);
        items.push(...page.items);
        if (!page.next) {
            assert.equal(items.length, page.total);
            return items;
        }
    }
}

for (const Client of clients) {
    describe(`${Client.title}, older dialect`, () => {
        let standIn;
        let client;
        let tracks;

        /** What the client reads, which must be what is there. */
        async function order(id) {
            const read = (await allItems(client, id)).map((entry) => entry.track.uri);
            assert.deepEqual(read, await standIn.uris(id));
            return read;
        }

        /** The call fails with that status. */
        async function refused(status, call) {
            await assert.rejects(call, (error) => client.status(error) === status);
        }

        async function filled(name, count) {
            const { id } = await client.create(name, { public: false });
            await client.add(id, tracks.slice(0, count));
            return id;
        }

        before(async () => {
            standIn = await StandIn.start(program, 'tracks');
            client = new Client(standIn.addresses, await standIn.token());
            tracks = await standIn.tracks(200);
        });
        after(() => standIn?.stop());

        test('lists all playlists, page by page', async () => {
            const read = [];
            for (;;) {
                const page = await client.playlists(20, read.length);
                read.push(...page.items);
                if (!page.next)
                    break;
            }
            const there = await standIn.playlists();
            assert.deepEqual(read.map((playlist) => playlist.id), there.map((playlist) => playlist.id));
            assert.deepEqual(read.map((playlist) => playlist.tracks.total), there.map((playlist) => playlist.total));
        });

        test('reads a long playlist to its end', async () => {
            const long = (await standIn.playlists()).find((playlist) => playlist.total >= 300);
            const read = await allItems(client, long.id);
            assert.equal(read.length, long.total);
            const there = await standIn.uris(long.id);
            read.forEach((entry, at) => assert.equal(entry.track?.uri ?? null, entry.track ? there[at] : null));
        });

        test('reads a playlist with its owner and its first page', async () => {
            const [first] = await standIn.playlists();
            const read = await client.playlist(first.id);
            assert.equal(read.name, first.name);
            assert.equal(read.owner.id, first.owner);
            assert.equal(read.tracks.total, first.total);
            assert.equal(read.tracks.items.length, Math.min(first.total, 100));
            assert.equal(read.snapshot_id, first.snapshotId);
        });

        test('creates a playlist', async () => {
            const made = await client.create('Made by a client', { public: false, description: 'Slow & "quiet"' });
            const there = (await standIn.playlists()).find((playlist) => playlist.id === made.id);
            assert.equal(there.name, 'Made by a client');
            assert.equal(there.description, 'Slow & "quiet"');
            assert.equal(there.public, false);
            assert.equal((await client.playlists(1, 0)).items[0].id, made.id);
            assert.deepEqual(await order(made.id), []);
        });

        test('changes name, description and visibility', async () => {
            const { id } = await client.create('Before', { public: true });
            await client.change(id, { name: 'After', description: 'Changed', public: false });
            const read = await client.playlist(id);
            assert.deepEqual([read.name, read.description, read.public], ['After', 'Changed', false]);
            await client.change(id, { name: 'Later' });
            assert.equal((await client.playlist(id)).description, 'Changed');
        });

        test('adds at the end and at a position', async () => {
            const id = await filled('Additions', 3);
            await client.add(id, tracks.slice(3, 5));
            await client.add(id, [tracks[5]], 0);
            await client.add(id, [tracks[6], tracks[7]], 2);
            const [a, b, c, d, e, f, g, h] = tracks;
            assert.deepEqual(await order(id), [f, a, g, h, b, c, d, e]);
        });

        test('adds a hundred at once, and no more', async () => {
            const id = await filled('Hundred', mostAtOnce);
            assert.deepEqual(await order(id), tracks.slice(0, mostAtOnce));
            await refused(400, client.add(id, tracks.slice(0, mostAtOnce + 1)));
            assert.equal((await order(id)).length, mostAtOnce);
        });

        test('moves a block down and up', async () => {
            const id = await filled('Moves', 6);
            const [a, b, c, d, e, f] = tracks;
            await client.move(id, 0, 2, 4);
            assert.deepEqual(await order(id), [c, d, a, b, e, f]);
            await client.move(id, 5, 1, 0);
            assert.deepEqual(await order(id), [f, c, d, a, b, e]);
            await client.move(id, 0, 1, 6);
            assert.deepEqual(await order(id), [c, d, a, b, e, f]);
        });

        test('keeps dates through moves', async () => {
            const [old] = (await standIn.playlists()).filter((playlist) => playlist.editable && playlist.total >= 10);
            const dates = async () => new Map((await standIn.control(`/playlists/${old.id}`)).items
                .map((item) => [item.row, item.addedAt]));
            const earlier = await dates();
            await client.move(old.id, 2, 3, 9);
            assert.deepEqual(new Map([...await dates()].sort()), new Map([...earlier].sort()));
        });

        test('removes every copy of a track', async () => {
            const id = await filled('Removals', 3);
            const [a, b, c] = tracks;
            await client.add(id, [a, b]);
            await client.remove(id, [{ uri: a }]);
            assert.deepEqual(await order(id), [b, c, b]);
        });

        test('removes one copy by its position', async () => {
            const id = await filled('Copies', 3);
            const [a, b, c] = tracks;
            await client.add(id, [a, b]);
            const { snapshot_id: snapshot } = await client.playlist(id);
            await client.remove(id, [{ uri: a, positions: [3] }], snapshot);
            assert.deepEqual(await order(id), [a, b, c, b]);
        });

        test('replaces the list', async () => {
            const id = await filled('Replaced', 3);
            await client.replace(id, [tracks[8], tracks[9]]);
            assert.deepEqual(await order(id), [tracks[8], tracks[9]]);
            await client.replace(id, []);
            assert.deepEqual(await order(id), []);
        });

        test('gives a cover', async () => {
            const id = await filled('Covered', 1);
            await client.putCover(id, jpeg);
            const [cover] = await client.covers(id);
            const picture = await fetch(cover.url);
            assert.equal(picture.headers.get('content-type'), 'image/jpeg');
            assert.deepEqual(Buffer.from(await picture.arrayBuffer()), jpeg);
        });

        test('unfollows and follows', async () => {
            const other = (await standIn.playlists()).find((playlist) => !playlist.editable);
            assert.equal(await client.follows(other.id), true);
            await client.unfollow(other.id);
            assert.equal(await client.follows(other.id), false);
            assert.ok(!(await standIn.playlists()).some((playlist) => playlist.id === other.id));
            await client.follow(other.id);
            assert.equal(await client.follows(other.id), true);
        });

        test('deletes a playlist by unfollowing it', async () => {
            const id = await filled('Deleted', 1);
            await client.unfollow(id);
            assert.ok(!(await standIn.playlists()).some((playlist) => playlist.id === id));
        });

        test('adds what a search found', async () => {
            const { id } = await client.create('Found', { public: false });
            const [first] = await client.searchTracks('the');
            await client.add(id, [first.uri]);
            assert.equal((await allItems(client, id))[0].track.name, first.name);
        });

        test('is refused what is not its own', async () => {
            const other = (await standIn.playlists()).find((playlist) => !playlist.editable && playlist.total > 1);
            const there = await standIn.uris(other.id);
            await refused(403, client.add(other.id, [tracks[0]]));
            await refused(403, client.move(other.id, 0, 1, 2));
            await refused(403, client.change(other.id, { name: 'Mine' }));
            assert.deepEqual(await standIn.uris(other.id), there);
        });

        test('hears of an end of its token, and of a rate limit', async () => {
            await standIn.control('/faults', { kind: '429', retryAfter: 1 });
            await refused(429, client.me());
            await standIn.control('/tokens', { action: 'expire' });
            await refused(401, client.me());
        });
    });

    test(`${Client.title} finds the old routes closed in the newer dialect`, async () => {
        const standIn = await StandIn.start(program, 'items');
        try {
            const client = new Client(standIn.addresses, await standIn.token());
            const [first] = await standIn.playlists();
            assert.equal((await client.me()).id, first.owner);
            await assert.rejects(client.items(first.id, 50, 0), (error) => client.status(error) === 403);
        } finally {
            await standIn.stop();
        }
    });
}
