#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the program as a person does: a true mouse in a true window.

demo_drag.py PATH-OF-SEGUE: starts an X server, a window manager and an accessibility bus of its own, runs
`segue --demo` there, finds rows through AT-SPI (their text and their place on the screen, as a screen reader does),
drags them with xdotool, and asks the stand-in which calls arrived and what the playlist is now.
"""
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


def inside_session(program):
    """Runs this script again with a display and a bus of its own."""
    read_end, write_end = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[write_end], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write_end)
    with os.fdopen(read_end) as display:
        number = display.readline().strip()
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, DISPLAY=":" + number, HOME=home, XDG_RUNTIME_DIR=home,
                           XDG_CONFIG_HOME=home, XDG_CACHE_HOME=home, XDG_DATA_HOME=home, LC_ALL="C.UTF-8",
                           QT_QPA_PLATFORM="xcb", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1",
                           NO_AT_BRIDGE="0", SEGUE_E2E="1")
        manager = subprocess.Popen(["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            return subprocess.call(["dbus-run-session", "--", sys.executable, __file__, program], env=environment)
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
    subprocess.run(["xdotool", *[str(word) for word in words]], check=True)


class Window:
    """The program's window through AT-SPI."""

    def __init__(self, process):
        import pyatspi
        self.pyatspi = pyatspi
        self.application = until("the program on the accessibility bus", lambda: self.find_application(process.pid))
        self.table = until("the table of tracks", lambda: self.find(pyatspi.ROLE_TABLE))

    def find_application(self, pid):
        desktop = self.pyatspi.Registry.getDesktop(0)
        for application in desktop:
            if application is not None and application.get_process_id() == pid:
                return application
        return None

    def find(self, role, node=None):
        node = node or self.application
        if node.getRole() == role:
            return node
        for i in range(min(node.childCount, 60)):
            child = node.getChildAtIndex(i)
            found = self.find(role, child) if child is not None else None
            if found is not None:
                return found
        return None

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
        box = self.extents(before)
        target = box.y + 2
        mouse("mousemove", x, y, "mousedown", 1)
        steps = 12
        for i in range(1, steps + 1):
            mouse("mousemove", x + (i % 2), y + (target - y) * i // steps)
        mouse("mousemove", x, target)
        mouse("mouseup", 1)


def scenario(program):
    process = subprocess.Popen([program, "--demo", "--size", "1200x760", "--open", "Night drive"],
                               stdout=subprocess.PIPE, text=True)
    try:
        service = Service(json.loads(process.stdout.readline())["controlUrl"])
        window = Window(process)
        until("the first rows", lambda: window.text(0) and window.extents(0).height > 0)
        mouse("search", "--sync", "--onlyvisible", "--pid", process.pid, "windowactivate")

        before = service.playlist("Night drive")["items"]
        rows = [item["row"] for item in before]
        dates = {item["row"]: item["addedAt"] for item in before}
        done = []

        def expect(call, what):
            """One more call, this one; and the list is what it makes of ours."""
            until(what + ": its call", lambda: len(service.moves()) > len(done))
            done.append(call)
            assert service.moves() == done, f"{what}: {service.moves()} instead of {done}"
            start, length, target = call
            block = rows[start:start + length]
            del rows[start:start + length]
            at = target if target <= start else target - length
            rows[at:at] = block
            now = service.playlist("Night drive")["items"]
            assert [item["row"] for item in now] == rows, what + ": another order"
            assert all(dates[item["row"]] == item["addedAt"] for item in now), what + ": a date added was lost"

        title = window.text(1)
        mouse("mousemove", *window.centre(1), "click", 1)
        window.drag(1, 5)
        expect((1, 1, 5), "one row dragged down")
        until("the row at its new place on screen", lambda: window.text(4) == title)

        mouse("mousemove", *window.centre(6), "click", 1)
        mouse("keydown", "shift", "mousemove", *window.centre(8), "click", 1, "keyup", "shift")
        window.drag(7, 2)
        expect((6, 3, 2), "a block dragged up")

        # Two rows that do not stand together: two calls, and they end side by side.
        mouse("mousemove", *window.centre(0), "click", 1)
        mouse("keydown", "ctrl", "mousemove", *window.centre(3), "click", 1, "keyup", "ctrl")
        pair = [window.text(0), window.text(3)]
        moved = [rows[0], rows[3]]
        window.drag(3, 8)
        until("two calls for two scattered rows", lambda: len(service.moves()) == len(done) + 2)
        rows = [row for row in rows[:8] if row not in moved] + moved + rows[8:]
        done = service.moves()
        now = service.playlist("Night drive")["items"]
        assert [item["row"] for item in now] == rows, "scattered rows: another order"
        assert all(dates[item["row"]] == item["addedAt"] for item in now), "scattered rows: a date added was lost"
        until("both rows side by side on screen", lambda: [window.text(6), window.text(7)] == pair)

        mouse("mousemove", *window.centre(2), "click", 1)
        mouse("key", "alt+Down")
        expect((2, 1, 4), "a row moved with the keyboard")
        mouse("key", "ctrl+z")
        until("the call of the undo", lambda: len(service.moves()) == len(done) + 1)
        rows[2], rows[3] = rows[3], rows[2]
        assert [item["row"] for item in service.playlist("Night drive")["items"]] == rows, "undo: another order"
    finally:
        process.terminate()
        process.wait()
    print("drag with a true mouse: all as expected")
    return 0


if __name__ == "__main__":
    if os.environ.get("SEGUE_E2E"):
        sys.exit(scenario(sys.argv[1]))
    sys.exit(inside_session(sys.argv[1]))
