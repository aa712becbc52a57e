#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A JPEG chosen in the file dialog becomes the cover, and tracks dropped on a playlist of the side bar are added to it:
demo_cover.py PATH-OF-SEGUE, with a true mouse and keyboard in a true window.
"""
import json
import os
import pathlib
import subprocess
import sys
import urllib.request

sys.dont_write_bytecode = True
from desktop import Demo, main, mouse, until  # noqa: E402 (nothing may be written into the source tree)


def some_jpeg(demo, playlist):
    """A picture of the stand-in's own, as a file."""
    body = json.dumps({"action": "issue", "scope": "playlist-read-private"}).encode()
    with urllib.request.urlopen(demo.service.control + "/tokens", body, timeout=10) as answer:
        token = json.loads(answer.read())["access_token"]
    request = urllib.request.Request(demo.addresses["apiUrl"] + "/playlists/" + playlist["id"],
                                     headers={"Authorization": "Bearer " + token})
    with urllib.request.urlopen(request, timeout=10) as answer:
        image = json.loads(answer.read())["images"][0]["url"]
    with urllib.request.urlopen(image, timeout=10) as answer:
        picture = answer.read()
    assert picture.startswith(b"\xff\xd8\xff"), "the stand-in's covers are JPEG files"
    path = pathlib.Path(os.environ["HOME"], "cover of mine.jpg")
    path.write_bytes(picture)
    return path


def uploads(service):
    return [e for e in service.ask("/log?method=PUT&path=/images$") if e["status"] == 202]


def cover(demo):
    service, window = demo.service, demo.window
    path = some_jpeg(demo, service.playlist("Sunday kitchen"))
    before = service.playlist("Night drive")["cover"]
    mouse("mousemove", *window.middle_of(window.button("Cover of Night drive")), "click", 1)
    until("the file dialog", lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "Choose a cover"],
                                                    stdout=subprocess.DEVNULL).returncode == 0)
    mouse("search", "--sync", "--onlyvisible", "--name", "Choose a cover", "windowfocus", "--sync")
    mouse("type", "--delay", "1", str(path))
    mouse("key", "Return")
    upload = window.button("Upload")
    mouse("mousemove", *window.middle_of(upload), "click", 1)
    until("the upload", lambda: uploads(service))
    assert len(uploads(service)) == 1, "one upload"
    # It fits, so it goes up as it is: its own bytes, as base64.
    size = path.stat().st_size
    assert uploads(service)[0]["bodyBytes"] == (size + 2) // 3 * 4, "other bytes than the file's"
    assert uploads(service)[0]["contentType"] == "image/jpeg"
    after = service.playlist("Night drive")["cover"]
    assert after["uploaded"] and after != before, "the cover is the old one"


def side_bar(demo):
    service, window = demo.service, demo.window
    target = service.playlist("Sunday kitchen")
    entry = until("the playlist in the side bar", lambda: window.find(window.pyatspi.ROLE_LIST_ITEM, "Sunday kitchen"))
    uris = [item["uri"] for item in service.playlist("Night drive")["items"]]
    mouse("mousemove", *window.centre(2), "click", 1)
    mouse("keydown", "shift", "mousemove", *window.centre(3), "click", 1, "keyup", "shift")
    window.drag_to(window.centre(2), window.middle_of(entry))
    until("two more tracks", lambda: len(service.playlist("Sunday kitchen")["items"]) == len(target["items"]) + 2)
    now = service.playlist("Sunday kitchen")["items"]
    assert [item["row"] for item in now[:-2]] == [item["row"] for item in target["items"]], "the others changed"
    assert [item["uri"] for item in now[-2:]] == uris[2:4], "other tracks were added"
    assert [item["uri"] for item in service.playlist("Night drive")["items"]] == uris, "the source changed"


def scenario(program):
    with Demo(program, "Night drive") as demo:
        cover(demo)
        side_bar(demo)


if __name__ == "__main__":
    main(scenario)
