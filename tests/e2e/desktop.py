# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scenarios of this folder are made of: a desktop of their own, a mouse, the window as a screen reader sees it,
and the stand-in's word on what arrived.

A scenario is a function of the path of segue, run by main(): it gets an X server, a window manager and an accessibility
bus that are there for it alone.
"""
import copy
import functools
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request

PATIENCE = 30.0


def until(what, condition):
    """The value of condition() as soon as it is true; fails the test after PATIENCE seconds."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.05)  # between two looks; nothing depends on its length
    raise AssertionError("waited in vain for: " + what)


def inside_session():
    """Runs this script again, with a display and a bus of its own."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write_end)
    with os.fdopen(read_end) as display:
        number = display.readline().strip()
    with tempfile.TemporaryDirectory() as home:
        # What is terminated leaves its temporary files; those go with the home.
        environment = dict(os.environ, DISPLAY=":" + number, HOME=home, TMPDIR=home, XDG_RUNTIME_DIR=home,
                           XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home, XDG_DATA_HOME=home, LC_ALL="C.UTF-8",
                           QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1",
                           NO_AT_BRIDGE="0", SEGUE_E2E="1")
        manager = subprocess.Popen(["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            return subprocess.call(["dbus-run-session", "--", sys.executable, *sys.argv], env=environment)
        finally:
            manager.terminate()
            server.terminate()
            manager.wait()
            server.wait()


class Service:
    def __init__(self, control):
        self.control = control

    def ask(self, path, method="GET"):
        request = urllib.request.Request(self.control + path, method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.loads(answer.read() or b"null")

    def playlist(self, name):
        found = [p for p in self.ask("/playlists") if p["name"] == name]
        return self.ask("/playlists/" + found[0]["id"])

    def moves(self):
        entries = self.ask("/log?method=PUT&path=/items$")
        return [(e["body"]["range_start"], e["body"]["range_length"], e["body"]["insert_before"]) for e in entries]


def mouse(*words):
    subprocess.run(["xdotool", *[str(word) for word in words]], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)


class Window:
    """The program's window through AT-SPI."""

    def __init__(self, process):
        import pyatspi
        self.pyatspi = pyatspi
        self.application = until("the program on the accessibility bus", lambda: self.find_application(process.pid))

    @functools.cached_property
    def table(self):
        return until("the table of tracks", lambda: self.find(self.pyatspi.ROLE_TABLE))

    def tracks_of(self, playlist):
        """The same window, with another table of tracks: that of a playlist which is shown by now or soon."""
        view = copy.copy(self)
        view.table = until("the tracks of " + playlist,
                           lambda: self.find(self.pyatspi.ROLE_TABLE, "Tracks of " + playlist, whole=True))
        return view

    def find_application(self, pid):
        desktop = self.pyatspi.Registry.getDesktop(0)
        for application in desktop:
            try:
                if application is not None and application.get_process_id() == pid:
                    return application
            except Exception:  # one that has just ended
                continue
        return None

    def find(self, role, name=None, node=None, whole=False):
        """The first of this role whose name begins so, or is so. Cells have a function of their own."""
        node = node or self.application
        if node.getRole() == role and (name is None or node.name == name or
                                       not whole and node.name.startswith(name)):
            return node
        if node.getRole() == self.pyatspi.ROLE_TABLE:
            return None
        for i in range(min(node.childCount, 60)):
            child = node.getChildAtIndex(i)
            found = self.find(role, name, child, whole) if child is not None else None
            if found is not None:
                return found
        return None

    def label(self, *beginnings):
        return next(filter(None, (self.find(self.pyatspi.ROLE_LABEL, name) for name in beginnings)), None)

    def is_active(self, title):
        """Whether the window with this title has the keyboard."""
        name = subprocess.run(["xdotool", "getactivewindow", "getwindowname"], capture_output=True, text=True)
        return name.stdout.strip() == title

    def middle_of(self, node):
        box = node.queryComponent().getExtents(self.pyatspi.DESKTOP_COORDS)
        return box.x + box.width // 2, box.y + box.height // 2

    def button_now(self, name, node=None):
        """A button that can be pressed, or None; in `node` rather than anywhere."""
        # Buttons with a menu have a role of their own in later versions of Qt.
        roles = (self.pyatspi.ROLE_PUSH_BUTTON, self.pyatspi.ROLE_PUSH_BUTTON_MENU)
        found = next(filter(None, (self.find(role, name, node, whole=True) for role in roles)), None)
        usable = found and all(found.getState().contains(state)
                               for state in (self.pyatspi.STATE_SENSITIVE, self.pyatspi.STATE_SHOWING))
        return found if usable else None

    def button(self, name):
        """The same, as soon as there is one."""
        return until("the button " + name, lambda: self.button_now(name))

    def cell(self, row, column=1):
        return self.table.queryTable().getAccessibleAt(row, column)

    def text(self, row):
        cell = self.cell(row)
        return cell.name if cell is not None else ""

    def extents(self, row):
        return self.cell(row).queryComponent().getExtents(self.pyatspi.DESKTOP_COORDS)

    def centre(self, row):
        box = self.extents(row)
        return box.x + min(box.width // 2, 120), box.y + box.height // 2

    def drag(self, row, before):
        """From the middle of a row to the edge above the row that is now at `before`."""
        x, y = self.centre(row)
        self.drag_to((x, y), (x, self.extents(before).y + 2))

    @staticmethod
    def drag_to(start, end):
        mouse("mousemove", *start, "mousedown", 1)
        steps = 12
        for i in range(1, steps + 1):
            mouse("mousemove", start[0] + (end[0] - start[0]) * i // steps + (i % 2),
                  start[1] + (end[1] - start[1]) * i // steps)
        mouse("mousemove", *end)
        mouse("mouseup", 1)


class Demo:
    """The program with its made-up Spotify, for the length of a `with`."""

    def __init__(self, program, playlist):
        self.program = program
        self.playlist = playlist

    def __enter__(self):
        self.process = subprocess.Popen([self.program, "--demo", "--size", "1200x760", "--open", self.playlist],
                                        stdout=subprocess.PIPE, text=True)
        self.addresses = json.loads(self.process.stdout.readline())
        self.service = Service(self.addresses["controlUrl"])
        self.window = Window(self.process)
        until("the first rows", lambda: self.window.text(0) and self.window.extents(0).height > 0)
        mouse("search", "--sync", "--onlyvisible", "--pid", self.process.pid, "windowactivate")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def main(scenario):
    if os.environ.get("SEGUE_E2E"):
        scenario(sys.argv[1])
        print("all as expected")
        sys.exit(0)
    sys.exit(inside_session())
