// SPDX-License-Identifier: GPL-3.0-or-later
// The stand-in as a process of its own. Its control interface says what is true, whatever a client was told.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const scopes = ['playlist-read-private', 'playlist-read-collaborative', 'playlist-modify-private',
    'playlist-modify-public', 'ugc-image-upload', 'user-follow-read', 'user-follow-modify', 'user-library-read',
    'user-library-modify', 'user-read-private'];

export class StandIn {
    /** `dialect`: "tracks" or "items". */
    static async start(program, dialect) {
        const standIn = new StandIn();
        standIn.process = spawn(program, ['--dialect', dialect, '--items', '300'], { stdio: ['ignore', 'pipe', 'inherit'] });
        const [line] = await once(createInterface(standIn.process.stdout), 'line');
        standIn.addresses = JSON.parse(line);
        return standIn;
    }

    async stop() {
        const ended = once(this.process, 'exit');
        this.process.kill();
        await ended;
    }

    async control(path, body, method = body ? 'POST' : 'GET') {
        const answer = await fetch(this.addresses.control + path, { method, body: body && JSON.stringify(body) });
        const text = await answer.text();
        if (!answer.ok)
            throw new Error(`${method} ${path}: ${answer.status} ${text}`);
        return text ? JSON.parse(text) : null;
    }

    token() { return this.control('/tokens', { action: 'issue', scope: scopes.join(' ') }); }
    playlists() { return this.control('/playlists'); }
    async uris(id) { return (await this.control(`/playlists/${id}`)).items.map((item) => item.uri); }
    async tracks(count) { return (await this.control(`/tracks?from=500&count=${count}`)).map((track) => track.uri); }
}
