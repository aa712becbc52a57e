# SPDX-License-Identifier: GPL-3.0-or-later
"""The stand-in as a process of its own, which survives what is done to the program."""
import json
import subprocess
import urllib.request

from desktop import Service


class StandIn(Service):
    def __init__(self, program, client):
        self.process = subprocess.Popen([program, "--client-id", client], stdout=subprocess.PIPE, text=True)
        self.addresses = json.loads(self.process.stdout.readline())
        super().__init__(self.addresses["control"])

    def tell(self, path, body, method="POST"):
        request = urllib.request.Request(self.control + path, json.dumps(body).encode(), method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or b"null")

    def id_of(self, name):
        return [p["id"] for p in self.ask("/playlists") if p["name"] == name][0]

    def items(self, playlist):
        return self.ask("/playlists/" + playlist)["items"]

    def writes(self, playlist=""):
        return [e for e in self.ask(f"/log?path={playlist}/items$") if e["method"] != "GET"]


class Catalogue:
    """What the stand-in says of tracks, as a program would hear it."""

    def __init__(self, standin, playlists):
        self.standin, self.playlists = standin, playlists
        self.token = standin.tell("/tokens", {"action": "issue", "scope": "playlist-read-private"})["access_token"]
        self.known = {}
        self.unused = iter(standin.ask("/tracks?from=1000&count=5000"))

    def read(self, uri):
        if uri not in self.known:
            for playlist in self.playlists:
                self.read_playlist(playlist)
        return self.known.get(uri, ("", 0))

    def read_playlist(self, playlist):
        for offset in range(0, len(self.standin.items(playlist)), 50):
            path = f"/playlists/{playlist}/items?limit=50&offset={offset}"
            request = urllib.request.Request(self.standin.addresses["api"] + path,
                                             headers={"Authorization": "Bearer " + self.token})
            with urllib.request.urlopen(request, timeout=10) as answer:
                for entry in json.loads(answer.read())["items"]:
                    track = entry.get("item") or entry["track"]
                    self.known[track["uri"]] = (track["name"], track["duration_ms"])

    def title(self, uri):
        return self.read(uri)[0]

    def length(self, uri):
        return self.read(uri)[1]

    def fresh(self, count):
        return [next(self.unused)["uri"] for _ in range(count)]
