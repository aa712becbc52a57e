#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Segue is killed while edits are under way, again and again, and no edit may be lost and none carried out twice:
kill.py PATH-OF-SEGUE PATH-OF-SEGUE-STANDIN [--kills N] [--seed S] [--without KIND…]

The stand-in is a process of its own and survives. Every life of the program is: start, sign in, see to what the last one
left behind, compare the playlists at the stand-in with what they have to be, edit one or more of them with keys and mouse, be
killed (SIGKILL) at a moment that the seed decides. What was left behind is finished, or discarded, or edited on without a
word; some lives are killed while they start or while they do that.

The rule: an edit that was on screen GRACE seconds before the kill is there afterwards, once. A younger one is there as a
whole or not at all. Rows that were only moved keep their date. What is discarded leaves the playlist as it is.

A few kills are part of the tests; every night: kill.py … --kills 100 --seed $RANDOM
"""
import argparse
import collections
import json
import os
import pathlib
import random
import sys
import time

sys.dont_write_bytecode = True
from desktop import main, mouse, until  # noqa: E402 (nothing may be written into the source tree)
from edits import Edits, keys  # noqa: E402
from kept import Playlist  # noqa: E402
from life import BROWSER, Gone, Program  # noqa: E402
from standin import Catalogue, StandIn  # noqa: E402

GRACE = 0.25
LONGEST_WAIT = 1.5
PLAYLISTS = ["Archive 2021", "Archive 2019", "Songs in other alphabets"]  # of tracks alone
CLIENT = "0" * 32
PROFILE = "killtest"


class Killing:
    def __init__(self, segue, standin, seed, without=()):
        self.segue = segue
        self.rng = random.Random(seed)
        self.without = without
        self.standin = StandIn(standin, CLIENT)
        self.playlists = [Playlist(self.standin, name) for name in PLAYLISTS]
        self.catalogue = Catalogue(self.standin, [playlist.id for playlist in self.playlists])
        self.home = pathlib.Path(os.environ["HOME"])
        self.browser = self.home / "bin" / "xdg-open"
        self.browser.parent.mkdir()
        self.browser.write_text(BROWSER)
        self.browser.chmod(0o755)
        self.count = 0
        self.figures = collections.Counter()

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

    # What the last life left behind

    def recover(self, program, may_kill):
        """Sees to what was left behind. False when the program was killed on the way."""
        offered = program.offers(self.playlists)
        for playlist in offered:
            assert playlist.may_be is not None, f"changes of {playlist.name} are offered, and nobody made any"
        self.figures["lives with several playlists to finish"] += len(offered) > 1
        self.rng.shuffle(offered)
        for playlist in offered:
            deadly = may_kill and self.rng.random() < 0.35
            if deadly:
                self.standin.tell("/options", {"latency": self.rng.choice([5, 30, 80])}, "PATCH")
            answers = [(self.finish, 5), (self.discard, 2), (self.hesitate, 1), (self.go_on, 3)]
            answers = [(answer, weight) for answer, weight in answers if answer.__name__ not in self.without]
            answer = self.rng.choices([answer for answer, _ in answers], [weight for _, weight in answers])[0]
            wait = self.rng.choice([0, *[self.rng.uniform(0, 1.0)] * 6]) if deadly else None
            what = answer(program, playlist, wait)
            self.figures[what] += 1
            if deadly:
                status = program.saving()
                program.kill()
                self.be_kind()
                self.count += 1
                self.figures["kills while something was left to finish"] += 1
                self.tell(f"killed {wait * 1000:.0f} ms after: {what}, {playlist.name} ({len(offered)} offered), "
                          f"while “{status}”")
                return False
        for playlist in self.playlists:
            if playlist.may_be is not None:
                program.show(playlist)
                program.settle()
                self.compare(playlist, playlist in offered)
        return True

    @staticmethod
    def sleep(wait):
        """Until the kill. Whether all that was on screen before has to be there afterwards."""
        time.sleep(wait or 0)
        return wait is None or wait > GRACE

    def finish(self, program, playlist, wait):
        program.answer_offer(playlist, "Finish")
        self.sleep(wait)
        return "finished"

    def discard(self, program, playlist, wait):
        before = [item["row"] for item in playlist.items()]
        program.forget(playlist)
        program.need("the message to be gone", lambda: not program.offer_now(playlist))
        is_certain = self.sleep(wait)
        assert [item["row"] for item in playlist.items()] == before, "discarding changed " + playlist.name
        playlist.expect_discarded(is_certain)
        return "discarded"

    def hesitate(self, program, playlist, wait):
        program.forget(playlist, sure=False)
        self.finish(program, playlist, wait)
        return "not discarded after all"

    def go_on(self, program, playlist, wait):
        """Another edit, which finishes what there was first."""
        program.show(playlist)
        program.need("the playlist", program.is_read)
        program.focus()
        program.click(program.window.table)  # keys go there; its first row may be out of sight
        now = playlist.list_now()
        edits = Edits(program, self.catalogue, self.rng, now)
        row = edits.place() if len(now) > 50 else 0
        uri = now[row].uri if now else ""
        can_go = all(sum(item.uri == uri for item in wanted) == 1 for wanted in [now, *playlist.may_be])
        if can_go and self.rng.random() < 0.5:
            edits.go_to(row)
            keys("Delete")
            expect = lambda is_certain: playlist.expect_removed(uri, is_certain)  # noqa: E731
            what = "gone on with a removal"
        else:
            uris = self.catalogue.fresh(self.rng.randint(1, 3))
            edits.go_to(row)
            edits.type_links(uris)
            expect = lambda is_certain: playlist.expect_added(uris, is_certain)  # noqa: E731
            what = "gone on with an addition"
        program.need("the message to be gone", lambda: not program.offer_now(playlist))
        expect(self.sleep(wait))
        return what

    def compare(self, playlist, was_offered):
        problem = playlist.problem(self.way)
        if problem:
            for line in playlist.story:
                print("     ", line)
            for entry in self.standin.writes(playlist.id)[-12:]:
                print("     ", entry["n"], entry["time"], entry["method"], json.dumps(entry["body"])[:160],
                      entry["status"], entry["ending"])
            self.figures["WRONG afterwards"] += 1
            raise AssertionError(f"{playlist.name}: {problem}")
        self.tell(("     all there, once" if was_offered else "     nothing was left to finish: all there, once") +
                  f", {playlist.name}" +
                  (f"; edits younger than the grace: {playlist.young}" if playlist.young else ""))
        playlist.begin_anew()

    # Edits, and the kill

    def live(self, program):
        """Edits, and the kill among or after them."""
        self.choose_service()
        self.standin.ask("/log", "DELETE")
        program.focus()
        rounds = self.rng.sample(self.playlists, self.rng.choices([1, 2, 3], [5, 4, 1])[0])
        made, status = [], ""
        try:
            for playlist in rounds:
                program.show(playlist)
                program.need("the playlist", program.is_read)
                program.click(program.window.table)  # keys go there; its first row may be out of sight
                edits = Edits(program, self.catalogue, self.rng, playlist.start, self.without)
                made.append((playlist, edits))
                status = self.edit(program, edits, playlist is rounds[-1]) or status
            status = self.wait_for_end(program) or status
        except Gone:
            pass
        except Exception:
            if not program.killed:
                raise
        until("its end", lambda: not program.is_alive())
        self.count += 1
        self.note(program, made, status)
        self.be_kind()

    def edit(self, program, edits, is_last):
        """Edits one playlist; the last one is where it ends. Returns what the program said of saving."""
        count = self.rng.choice([1, 2, 2, 3, 3, 4] if is_last else [1, 1, 2])
        deadly = self.rng.choice([count - 1, count - 1, self.rng.randrange(count)]) if is_last else -1
        sort_at = self.rng.randrange(count) if self.rng.random() < (0.7 if self.way == "fast" else 0.3) else -1
        self.answers = self.rng.random() < 0.7
        wait = self.rng.uniform(0, LONGEST_WAIT)
        status = ""
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
        return status

    def wait_for_end(self, program):
        status = ""
        while program.is_alive():
            status = program.saving() or status
            if self.answers and status.startswith("Waits for"):
                program.press("Save")
        return status

    def note(self, program, made, status):
        what = []
        young = 0
        for playlist, edits in made:
            if len(edits.lists) > 1:
                playlist.expect(edits, program.killed, GRACE, self.way)
                what.append(f"{'; '.join(edits.names[1:])} in {playlist.name}")
                young += playlist.young
                self.figures["edits"] += len(edits.lists) - 1
                last = edits.sent[-1]
        self.figures["kills among edits"] += 1
        self.figures["kills among edits of several playlists"] += len(what) > 1
        self.figures["edits younger than the grace"] += young
        self.figures["kills before all was saved"] += status != "All saved"
        self.tell(f"killed {(program.killed - last) * 1000:.0f} ms after the last of: {' | '.join(what)} | "
                  f"{self.way or 'asks'}, latency {self.latency}{self.trouble} | "
                  f"“{status}”, {len(self.standin.writes())} writes had arrived")

    def run(self, kills):
        self.choose_way()
        while True:
            program = Program(self.segue, self.standin, self.browser, CLIENT, PROFILE, self.rng.choice(self.playlists))
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
                        help="fast: no order is saved by replacing the list; names of edits, such as undo; discard, "
                             "hesitate, go_on: what is done to an offer")
    options = parser.parse_args()
    print(f"seed {options.seed}, {options.kills} kills")
    killing = Killing(options.segue, options.standin, options.seed, options.without)
    try:
        killing.run(options.kills)
    finally:
        killing.standin.process.terminate()
        for what, count in killing.figures.items():
            print(f"{count:6} {what}")


if __name__ == "__main__":
    main(scenario)
