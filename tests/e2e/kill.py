#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Segue is killed while edits are under way, again and again, and no edit may be lost and none carried out twice:
kill.py PATH-OF-SEGUE PATH-OF-SEGUE-STANDIN [--kills N] [--seed S] [--without KIND…]

The stand-in is a process of its own and survives. Every life of the program is: start, sign in, finish what the last one
left behind, compare the playlist at the stand-in with what it has to be, edit with keys and mouse, be killed (SIGKILL) at a
moment that the seed decides. Some lives are killed while they start or while they finish what was left behind.

The rule: an edit that was on screen GRACE seconds before the kill is there afterwards, once. A younger one is there as a
whole or not at all. Rows that were only moved keep their date.

A few kills are part of the tests; every night: kill.py … --kills 100 --seed $RANDOM
"""
import argparse
import collections
import json
import os
import pathlib
import random
import subprocess
import sys
import threading
import time
import urllib.request

sys.dont_write_bytecode = True
from desktop import Service, Window, main, mouse, until  # noqa: E402 (nothing may be written into the source tree)
from edits import Edits, Gone, Item  # noqa: E402

GRACE = 0.25
LONGEST_WAIT = 1.5
PLAYLIST = "Archive 2021"
CLIENT = "0" * 32
PROFILE = "killtest"
# Stands for the browser of a person who agrees: Qt looks for this program first.
BROWSER = """#!/usr/bin/python3
import sys, urllib.request
urllib.request.urlopen(sys.argv[1], timeout=10).read()
"""


class StandIn(Service):
    def __init__(self, program):
        self.process = subprocess.Popen([program, "--client-id", CLIENT], stdout=subprocess.PIPE, text=True)
        self.addresses = json.loads(self.process.stdout.readline())
        super().__init__(self.addresses["control"])
        self.id = [p["id"] for p in self.ask("/playlists") if p["name"] == PLAYLIST][0]

    def tell(self, path, body, method="POST"):
        request = urllib.request.Request(self.control + path, json.dumps(body).encode(), method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or b"null")

    def items(self):
        return self.ask("/playlists/" + self.id)["items"]

    def writes(self):
        return [e for e in self.ask("/log?path=/items$") if e["method"] != "GET"]


class Catalogue:
    """What the stand-in says of tracks, as a program would hear it."""

    def __init__(self, standin, rng):
        self.standin, self.rng = standin, rng
        self.token = standin.tell("/tokens", {"action": "issue", "scope": "playlist-read-private"})["access_token"]
        self.known = {}
        self.unused = iter(standin.ask("/tracks?from=1000&count=5000"))

    def read(self, uri):
        if uri not in self.known:
            for offset in range(0, len(self.standin.items()), 50):
                path = f"/playlists/{self.standin.id}/items?limit=50&offset={offset}"
                request = urllib.request.Request(self.standin.addresses["api"] + path,
                                                 headers={"Authorization": "Bearer " + self.token})
                with urllib.request.urlopen(request, timeout=10) as answer:
                    for entry in json.loads(answer.read())["items"]:
                        track = entry.get("item") or entry["track"]
                        self.known[track["uri"]] = (track["name"], track["duration_ms"])
        return self.known.get(uri, ("", 0))

    def title(self, uri):
        return self.read(uri)[0]

    def length(self, uri):
        return self.read(uri)[1]

    def fresh(self, count):
        return [next(self.unused)["uri"] for _ in range(count)]


class Program:
    """One life."""

    def __init__(self, path, standin, browser):
        self.killed = None
        self.standin = standin
        self.process = subprocess.Popen(
            [path, "--api-url", standin.addresses["api"], "--accounts-url", standin.addresses["accounts"],
             "--client-id", CLIENT, "--profile", PROFILE, "--size", "1200x760", "--open", PLAYLIST],
            env=dict(os.environ, PATH=str(browser.parent) + os.pathsep + os.environ["PATH"]),
            stderr=subprocess.DEVNULL)
        self.window = Window(self.process)
        sign_in = self.window.button("Sign in with Spotify")
        mouse("mousemove", *self.window.middle_of(sign_in), "click", 1)
        self.status = until("the line that tells of saving", lambda: self.window.label("All saved", "Saving"))

    def is_alive(self):
        return self.process.poll() is None

    def kill(self):
        self.killed = time.monotonic()
        self.process.kill()
        self.process.wait()

    def kill_after(self, seconds):
        timer = threading.Timer(seconds, self.kill)
        timer.daemon = True
        timer.start()
        return timer

    def saving(self):
        try:
            return self.status.name
        except Exception:  # killed meanwhile
            return ""

    def is_read(self):
        rows = len(self.standin.items())
        return (self.window.table.queryTable().nRows == rows and
                all(self.window.text(i) for i in [*range(0, rows, 50), rows - 1]))

    def offer(self):
        """The button that finishes what the last life left behind; None when there is none."""
        end = None

        def look():
            nonlocal end
            found = self.window.button_now("Finish")
            if found or not self.is_read():
                return found
            # It is read from the disk while the playlist comes over the network.
            end = end or time.monotonic() + 0.5
            return time.monotonic() > end and "none"
        found = until("the playlist", look)
        return None if found == "none" else found

    def finish(self, button):
        self.focus()
        mouse("mousemove", *self.window.middle_of(button), "click", 1)

    def focus(self):
        mouse("search", "--sync", "--onlyvisible", "--pid", self.process.pid, "windowactivate")

    def settle(self):
        """Waits until all is saved, and says how to save when it is asked."""
        quiet = 0

        def is_quiet():
            nonlocal quiet
            status = self.saving()
            if status.startswith("Waits for"):
                save = self.window.button_now("Save")
                if save:
                    mouse("mousemove", *self.window.middle_of(save), "click", 1)
            if status.startswith("Not saved"):
                raise AssertionError("the program gave up: " + status)
            quiet = quiet + 1 if status == "All saved" and self.is_read() else 0
            return quiet > 2
        until("all to be saved", is_quiet)


def difference(is_now, may_be, dates, loose):
    """None when it is one of the lists, else what is wrong with it, compared with the one that is nearest."""
    reports = []
    for wanted in may_be:
        had = collections.Counter(item.uri for item in wanted)
        has = collections.Counter(item["uri"] for item in is_now)
        problems = []
        if had - has:
            problems.append(f"{sum((had - has).values())} lost: {list(had - has)[:5]}")
        if has - had:
            problems.append(f"{sum((has - had).values())} too many: {list(has - had)[:5]}")
        if not problems and [item.uri for item in wanted] != [item["uri"] for item in is_now]:
            places = [i for i, (a, b) in enumerate(zip(wanted, is_now)) if a.uri != b["uri"]]
            problems.append(f"another order at {len(places)} places, {places[:10]}")
        if not problems and loose is not None:
            dated = [(i, dates[a.key], b["addedAt"]) for i, (a, b) in enumerate(zip(wanted, is_now))
                     if a.key > 0 and a.uri not in loose and b["addedAt"] != dates[a.key]]
            if dated:
                problems.append(f"{len(dated)} were only moved and have another date: {dated[:10]}")
        if not problems:
            return None
        reports.append("; ".join(problems))
    return min(reports, key=len)


class Killing:
    def __init__(self, segue, standin, seed, without=()):
        self.segue = segue
        self.rng = random.Random(seed)
        self.without = without
        self.standin = StandIn(standin)
        self.catalogue = Catalogue(self.standin, self.rng)
        self.home = pathlib.Path(os.environ["HOME"])
        self.browser = self.home / "bin" / "xdg-open"
        self.browser.parent.mkdir()
        self.browser.write_text(BROWSER)
        self.browser.chmod(0o755)
        self.count = 0
        self.figures = collections.Counter()
        self.pending = None
        self.read_again()

    def read_again(self):
        items = self.standin.items()
        self.dates = {item["row"]: item["addedAt"] for item in items}
        self.start = tuple(Item(item["uri"], item["row"]) for item in items)

    def tell(self, what):
        print(f"{self.count:4} {what}", flush=True)

    def choose_way(self):
        """How long orders are saved, as the settings have it."""
        self.way = self.rng.choices(["", "keep-dates", "calm", "fast"], [3, 3, 1, 0 if "fast" in self.without else 4])[0]
        path = self.home / "segue" / f"segue-{PROFILE}.ini"
        path.parent.mkdir(exist_ok=True)
        lines = [line for line in (path.read_text().splitlines() if path.exists() else [])
                 if line != "[edit]" and not line.startswith("saveWay=")]
        path.write_text("\n".join(lines + ["[edit]", "saveWay=" + self.way, ""]))

    def choose_service(self):
        """How fast Spotify is in this life, and what goes wrong there."""
        self.latency = self.rng.choice([30, 80, 250, 600, 1000])
        self.standin.tell("/options", {"latency": self.latency}, "PATCH")
        self.trouble = ""
        if self.rng.random() < 0.25:
            kind = self.rng.choice(["dropBefore", "dropAfter", "delay"])
            after = self.rng.randint(0, 4)
            for method in ["PUT", "POST", "DELETE"]:
                self.standin.tell("/faults", {"kind": kind, "method": method, "path": "/items$", "after": after,
                                              "count": 1, "delay": 900})
            self.trouble = f", {kind} at write {after}"

    def be_kind(self):
        self.standin.ask("/faults", "DELETE")
        self.standin.tell("/options", {"latency": 5}, "PATCH")

    def recover(self, program, may_kill):
        """Finishes what was left behind. False when it was killed on the way, or all has to begin anew."""
        offered = program.offer()
        if offered and may_kill and self.rng.random() < 0.35:
            self.standin.tell("/options", {"latency": self.rng.choice([5, 30, 80])}, "PATCH")
            wait, what = 0, "at the offer"
            if self.rng.random() < 0.85:
                program.finish(offered)
                wait = self.rng.uniform(0, 1.0)
                what = f"{wait * 1000:.0f} ms after “Finish”"
            time.sleep(wait)
            status = program.saving()
            program.kill()
            self.be_kind()
            self.count += 1
            self.figures["kills while finishing"] += 1
            self.tell(f"killed {what}, while “{status}”")
            return False
        if offered:
            program.finish(offered)
            self.figures["times something was left to finish"] += 1
        program.settle()
        return self.compare(bool(offered))

    def compare(self, offered):
        if not self.pending:
            return True
        edits, may_be, young, way = self.pending
        loose = None if "fast" in (way, self.way) else edits.new_dates
        problem = difference(self.standin.items(), may_be, self.dates, loose)
        if problem:
            for name, sent, seen in zip(edits.names[1:], edits.sent[1:], edits.seen[1:]):
                print(f"     {name}: sent at {sent - edits.sent[1]:.3f} s, seen at {seen and seen - edits.sent[1]}")
            for entry in self.standin.writes()[-12:]:
                print("     ", entry["n"], entry["time"], entry["method"], json.dumps(entry["body"])[:160],
                      entry["status"], entry["ending"])
            self.tell("     WRONG: " + problem)
            self.figures["WRONG afterwards"] += 1
            self.standin.ask("/reset", "POST")
        else:
            self.tell(("     finished" if offered else "     nothing left to finish") + ": all there, once" +
                      (f"; edits younger than the grace: {young}" if young else ""))
        self.pending = None
        self.read_again()
        return not problem

    def live(self, program):
        """Edits, and the kill among or after them."""
        self.choose_service()
        self.standin.ask("/log", "DELETE")
        program.focus()
        mouse("mousemove", *program.window.centre(0), "click", 1)
        edits = Edits(program, self.catalogue, self.rng, self.start, self.without)
        count = self.rng.choice([1, 2, 2, 3, 3, 4])
        deadly = self.rng.choice([count - 1, count - 1, self.rng.randrange(count)])
        sort_at = self.rng.randrange(count) if self.rng.random() < (0.7 if self.way == "fast" else 0.3) else -1
        answers = self.rng.random() < 0.7
        wait = self.rng.uniform(0, LONGEST_WAIT)
        status = ""
        try:
            for i in range(count):
                if i == deadly:
                    edits.when_sent(lambda: program.kill_after(wait))
                if i == sort_at:
                    edits.sort_all()
                else:
                    edits.random_edit()
                status = program.saving() or status
            if edits.on_sent:
                edits.nudge()  # the others found nothing to do
            while program.is_alive():
                status = program.saving() or status
                if answers and status.startswith("Waits for"):
                    edits.press("Save")
        except Gone:
            pass
        except Exception:
            if not program.killed:
                raise
        until("its end", lambda: not program.is_alive())
        self.count += 1
        may_be, young = edits.may_be(program.killed, GRACE)
        self.pending = (edits, may_be, young, self.way)
        self.figures["kills among edits"] += 1
        self.figures["edits"] += len(edits.lists) - 1
        self.figures["edits younger than the grace"] += young
        self.figures["kills before all was saved"] += status != "All saved"
        self.tell(f"killed {(program.killed - edits.sent[-1]) * 1000:.0f} ms after the last of: "
                  f"{'; '.join(edits.names[1:])} | {self.way or 'asks'}, latency {self.latency}{self.trouble} | "
                  f"“{status}”, {len(self.standin.writes())} writes had arrived")
        self.be_kind()

    def run(self, kills):
        self.choose_way()
        while True:
            program = Program(self.segue, self.standin, self.browser)
            try:
                if not self.recover(program, self.count < kills):
                    continue
                if self.count >= kills:
                    return
                self.live(program)
            finally:
                if program.is_alive():
                    program.kill()
            if self.rng.random() < 0.4:
                self.choose_way()


def scenario(_):
    parser = argparse.ArgumentParser()
    parser.add_argument("segue")
    parser.add_argument("standin")
    parser.add_argument("--kills", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--without", nargs="*", default=[], metavar="KIND",
                        help="fast: no order is saved by replacing the list; names of edits, such as undo")
    options = parser.parse_args()
    print(f"seed {options.seed}, {options.kills} kills")
    killing = Killing(options.segue, options.standin, options.seed, options.without)
    try:
        killing.run(options.kills)
    finally:
        killing.standin.process.terminate()
        for what, count in killing.figures.items():
            print(f"{count:6} {what}")
    assert not killing.figures["WRONG afterwards"], "edits were lost, or carried out twice"


if __name__ == "__main__":
    main(scenario)
