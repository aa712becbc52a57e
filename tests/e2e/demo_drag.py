#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tracks dragged with a true mouse in a true window: demo_drag.py PATH-OF-SEGUE.

Rows are found through AT-SPI (their text and their place on the screen), dragged with xdotool, and the stand-in is
asked which calls arrived and what the playlist is now.
"""
import sys

sys.dont_write_bytecode = True
from desktop import Demo, main, mouse, until  # noqa: E402 (nothing may be written into the source tree)


def scenario(program):
    with Demo(program, "Night drive") as demo:
        service, window = demo.service, demo.window
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


if __name__ == "__main__":
    main(scenario)
