#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two playlists side by side, and tracks dragged from one to the other with a true mouse: demo_beside.py PATH-OF-SEGUE.
"""
import sys

sys.dont_write_bytecode = True
from desktop import Demo, main, mouse, until  # noqa: E402 (nothing may be written into the source tree)


def scenario(program):
    with Demo(program, "Night drive") as demo:
        service = demo.service

        def rows(name):
            return [item["row"] for item in service.playlist(name)["items"]]

        def adds():
            return [entry["body"] for entry in service.ask("/log?method=POST&path=/items$")]

        night, sunday = rows("Night drive"), rows("Sunday kitchen")
        uris = [item["uri"] for item in service.playlist("Night drive")["items"]]
        mouse("key", "ctrl+shift+p")
        mouse("type", "sunday")
        mouse("key", "Return")
        right = demo.window.tracks_of("Sunday kitchen")
        left = demo.window.tracks_of("Night drive")
        until("its first rows", lambda: right.text(0) and right.extents(0).height > 0)
        place = left.extents(0)
        # Both have their place on the screen before one is dragged to the other.
        until("the two beside each other", lambda: left.extents(0).x + left.extents(0).width <= right.extents(0).x)

        mouse("mousemove", *left.centre(1), "click", 1)
        mouse("keydown", "shift", "mousemove", *left.centre(2), "click", 1, "keyup", "shift")
        x, _ = right.centre(3)
        left.drag_to(left.centre(2), (x, right.extents(3).y + 2))
        until("one call that adds both", lambda: len(adds()) == 1)
        assert adds() == [{"uris": uris[1:3], "position": 3}], adds()
        until("the two among the others", lambda: len(rows("Sunday kitchen")) == len(sunday) + 2)
        now = rows("Sunday kitchen")
        assert now[:3] + now[5:] == sunday, "other rows were touched"
        assert rows("Night drive") == night, "what was dragged away is to stay there as well"
        until("them on screen", lambda: [right.text(3), right.text(4)] == [left.text(1), left.text(2)])

        # What was dropped on is what undo means, and the other list keeps its own.
        mouse("key", "ctrl+z")
        until("the tracks gone again", lambda: rows("Sunday kitchen") == sunday)
        mouse("key", "F6", "alt+Down")
        until("a move on the other side", lambda: rows("Night drive") != night)
        mouse("key", "ctrl+z")
        until("that one undone", lambda: rows("Night drive") == night)
        mouse("key", "ctrl+w")
        until("the other one alone, in the place of both", lambda: right.extents(0).x == place.x)


if __name__ == "__main__":
    main(scenario)
