# SPDX-License-Identifier: GPL-3.0-or-later
"""One life of the program: it is started, signs in, is looked at and pressed, and killed."""
import os
import subprocess
import threading
import time

from desktop import Window, mouse, until

# Stands for the browser of a person who agrees: Qt looks for this program first.
BROWSER = """#!/usr/bin/python3
import sys, urllib.request
urllib.request.urlopen(sys.argv[1], timeout=10).read()
"""


class Gone(Exception):
    """The program is not there any more."""


class Program:
    def __init__(self, path, standin, browser, client, profile, playlist):
        """`playlist`, a kept.Playlist, is the one that is shown first."""
        self.killed = None
        self.standin = standin
        self.shown = playlist
        self.process = subprocess.Popen(
            [path, "--api-url", standin.addresses["api"], "--accounts-url", standin.addresses["accounts"],
             "--client-id", client, "--profile", profile, "--size", "1200x760", "--open", playlist.name],
            env=dict(os.environ, PATH=str(browser.parent) + os.pathsep + os.environ["PATH"]),
            stderr=subprocess.DEVNULL)
        self.window = Window(self.process)
        self.click(self.window.button("Sign in with Spotify"))
        self.status = until("the line that tells of saving", lambda: self.window.label("All saved", "Saving"))

    # Its end

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

    # What it shows

    def saving(self):
        try:
            return self.status.name
        except Exception:  # killed meanwhile
            return ""

    def is_read(self):
        """Whether the window shows the whole list that the stand-in has."""
        rows = len(self.standin.items(self.shown.id))
        return (self.window.table.name == "Tracks of " + self.shown.name and
                self.window.table.queryTable().nRows == rows and
                all(self.window.text(i) for i in [*range(0, rows, 50), *([rows - 1] if rows else [])]))

    def need(self, what, condition):
        """The value of condition() as soon as it is true; raises Gone when the program ends before that."""
        def look():
            if not self.is_alive():
                raise Gone
            try:
                return condition()
            except Exception:
                if not self.is_alive():
                    raise Gone from None
                return None  # it is being built, or on its way out
        return until(what, look)

    def offer_now(self, playlist):
        """The message that tells of the playlist's unfinished edit, or None."""
        return self.window.find(self.window.pyatspi.ROLE_FRAME, f"“{playlist.name}” has changes")

    def offers(self, playlists):
        """Those of the playlists that have an unfinished edit from the life before."""
        self.need("the playlist", self.is_read)
        # They are read from the disk while the playlist comes over the network.
        end = time.monotonic() + 0.5
        self.need("the offers", lambda: time.monotonic() > end or all(self.offer_now(p) for p in playlists))
        return [playlist for playlist in playlists if self.offer_now(playlist)]

    # What a person does to it

    def click(self, node):
        mouse("mousemove", *self.window.middle_of(node), "click", 1)

    def press(self, button):
        self.click(self.need("the button " + button, lambda: self.window.button_now(button)))

    def focus(self):
        mouse("search", "--sync", "--onlyvisible", "--pid", self.process.pid, "windowactivate")

    def show(self, playlist):
        if playlist is not self.shown:
            self.shown = playlist
            self.focus()
            self.click(self.need(playlist.name + " in the side bar", lambda: self.in_side_bar(playlist)))
        self.need(playlist.name, lambda: self.window.table.name == "Tracks of " + playlist.name)

    def in_side_bar(self, playlist):
        """Its entry, or None while it has to be scrolled to."""
        side_bar = self.window.find(self.window.pyatspi.ROLE_LIST, "Playlists", whole=True)
        entry = self.window.find(self.window.pyatspi.ROLE_LIST_ITEM, playlist.name, side_bar, whole=True)
        box = side_bar.queryComponent().getExtents(self.window.pyatspi.DESKTOP_COORDS)
        y = self.window.middle_of(entry)[1]
        if box.y < y < box.y + box.height - 20:
            return entry
        mouse("mousemove", *self.window.middle_of(side_bar), "click", 4 if y < box.y else 5)
        return None

    def answer_offer(self, playlist, answer):
        self.focus()
        self.click(self.need(f"“{answer}” for {playlist.name}",
                             lambda: self.window.button_now(answer, self.offer_now(playlist))))

    def forget(self, playlist, sure=True):
        """Presses “Discard…” and answers the question."""
        self.answer_offer(playlist, "Discard…")
        self.press("Forget them" if sure else "Cancel")

    def settle(self):
        """Waits until the list that is shown is saved, for as long as that goes on; says how when it is asked."""
        quiet = 0

        def has_moved(before):
            nonlocal quiet
            status = self.saving()
            if status.startswith("Waits for"):
                save = self.window.button_now("Save")
                if save:
                    self.click(save)
            if status.startswith("Not saved"):
                raise AssertionError("the program gave up: " + status)
            # Another one may wait for an answer that is given where it is shown.
            is_saved = status in ("All saved", "Saving other playlists…")
            quiet = quiet + 1 if is_saved and self.is_read() else 0
            return quiet > 2 or status != before
        while quiet <= 2:
            status = self.saving()
            until(f"{self.shown.name} to be saved, while “{status}”", lambda: has_moved(status))
