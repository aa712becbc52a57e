#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A saved album dragged whole from beside the playlist into it, with a true mouse: demo_sources.py PATH-OF-SEGUE."""
import sys

sys.dont_write_bytecode = True
from desktop import Demo, main, mouse, until  # noqa: E402 (nothing may be written into the source tree)


def scenario(program):
    with Demo(program, "Night drive") as demo:
        service, window = demo.service, demo.window

        def rows():
            return [item["row"] for item in service.playlist("Night drive")["items"]]

        def adds():
            return [entry["body"] for entry in service.ask("/log?method=POST&path=/items$")]

        def listed(position):
            sources = window.find(window.pyatspi.ROLE_LIST, "Found on Spotify", whole=True)
            return sources.getChildAtIndex(position) if sources and sources.childCount > position else None

        before = rows()
        mouse("key", "ctrl+k")
        until("the places", lambda: listed(1) and listed(1).name.startswith("Saved albums"))
        mouse("mousemove", *window.middle_of(listed(1)), "click", "--repeat", 2, "--delay", 60, 1)
        until("the saved albums", lambda: listed(0) and not listed(0).name.startswith("Liked Songs"))
        album = listed(0)
        x, _ = window.centre(3)
        window.drag_to(window.middle_of(album), (x, window.extents(3).y + 2))
        until("one call that adds all of it", lambda: len(adds()) == 1)
        added = adds()[0]
        assert added["position"] == 3 and len(added["uris"]) > 1, added
        count = len(added["uris"])
        until("them among the others", lambda: len(rows()) == len(before) + count)
        now = rows()
        assert now[:3] + now[3 + count:] == before, "other rows were touched"
        mouse("key", "ctrl+z")
        until("all of it gone at once", lambda: rows() == before)


if __name__ == "__main__":
    main(scenario)
