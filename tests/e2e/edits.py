# SPDX-License-Identifier: GPL-3.0-or-later
"""Edits as a person makes them, with what the list has to be after each.

An item of a list is (uri, key): the key is the stand-in's number of the row, or a negative number for one that was added
here and has none yet. Lists are tuples of items.
"""
import collections
import itertools
import time

from desktop import mouse
from life import Gone

Item = collections.namedtuple("Item", "uri key")


def keys(*names):
    if names:
        mouse("key", "--delay", "3", *names)


class Edits:
    """What is done to one playlist during one life of the program."""

    def __init__(self, program, catalogue, rng, start, without=()):
        self.program = program
        self.window = program.window
        self.catalogue = catalogue
        self.rng = rng
        self.without = without
        self.lists = [start]   # lists[k]: after the edit number k
        self.sent = [0.0]      # when its keys began to be sent
        self.seen = [0.0]      # when it was on screen; None: not yet
        self.names = ["nothing"]
        self.new_dates = set()  # uris that may have to be added again
        self.last_sort = None
        self.numbers = itertools.count(-1, -1)
        self.on_sent = None

    @property
    def now(self):
        return self.lists[-1]

    def when_sent(self, call):
        """As soon as the next edit's keys begin to be sent; an edit may turn out to be none."""
        self.on_sent = call

    # What a person does

    def random_edit(self):
        kinds = [(self.nudge, 4), (self.to_edge, 4), (self.scattered_to_edge, 2), (self.to_position, 3),
                 (self.remove, 3), (self.add_links, 2), (self.copy, 2), (self.drag, 2), (self.undo, 5),
                 (self.sort_part, 2)]
        kinds = [(kind, weight) for kind, weight in kinds if kind.__name__ not in self.without]
        self.rng.choices([kind for kind, _ in kinds], [weight for _, weight in kinds])[0]()

    def nudge(self):
        row = self.place()
        count = self.rng.randint(1, 4)
        step = 1 if row < len(self.now) // 2 else -1
        lists, wanted = [], list(self.now)
        for i in range(count):
            at = row + i * step
            wanted[at], wanted[at + step] = wanted[at + step], wanted[at]
            lists.append(tuple(wanted))
        self.go_to(row)
        self.do(f"row {row} {count} {'down' if step > 0 else 'up'}", lists,
                lambda: keys(*["alt+Down" if step > 0 else "alt+Up"] * count))

    def to_edge(self):
        row, count, to_top = self.place(), self.rng.randint(1, 5), self.rng.random() < 0.5
        chosen = range(row, min(row + count, len(self.now)))
        self.go_to(row, len(chosen))
        self.move(chosen, to_top, f"rows {row}+{len(chosen)}")

    def scattered_to_edge(self):
        row, to_top = self.rng.randint(1, 15), self.rng.random() < 0.5
        chosen = [row, row + 2, row + 4]
        self.go_to(row)
        keys(*["ctrl+Down", "ctrl+Down", "ctrl+space"] * 2)
        self.move(chosen, to_top, f"rows {chosen}")

    def move(self, chosen, to_top, what):
        block = [self.now[i] for i in chosen]
        rest = [item for i, item in enumerate(self.now) if i not in set(chosen)]
        self.do(what + (" to the top" if to_top else " to the bottom"), [tuple(block + rest if to_top else rest + block)],
                lambda: keys("alt+Home" if to_top else "alt+End"))

    def to_position(self):
        row, position = self.place(), self.rng.randint(1, len(self.now))
        wanted = list(self.now)
        wanted.insert(position - 1, wanted.pop(row))

        def send():
            keys("ctrl+g")
            self.dialog("Move to position")
            mouse("type", "--delay", "1", str(position))
            keys("Return")
        self.go_to(row)
        self.do(f"row {row} to position {position}", [tuple(wanted)], send)

    def remove(self):
        row, count = self.place(), self.rng.randint(1, 3)
        chosen = self.now[row:row + count]
        rest = self.now[:row] + self.now[row + count:]
        left = {item.uri for item in rest}
        asks = any(item.uri in left for item in chosen)
        # A removal goes by the uri: the copies that stay, and what undo brings back, are added again.
        self.new_dates |= {item.uri for item in chosen}

        def send():
            keys("Delete")
            if asks:
                self.program.press("Remove")
        self.go_to(row, count)
        self.do(f"{len(chosen)} removed at {row}" + (", with copies" if asks else ""), [rest], send)

    def add_links(self):
        row = self.place()
        uris = self.catalogue.fresh(self.rng.randint(1, 3))
        self.go_to(row)
        self.do(f"{len(uris)} added by link behind {row}", [self.inserted(row + 1, uris)], lambda: self.type_links(uris))

    def type_links(self, uris):
        keys("ctrl+l")
        self.dialog("Add tracks by link")
        for uri in uris:
            mouse("type", "--delay", "1", uri)
            keys("Return")
        self.program.press("Add")

    def copy(self):
        row, count = self.place(), self.rng.randint(1, 3)
        uris = [item.uri for item in self.now[row:row + count]]
        self.new_dates |= set(uris)  # when it is taken back
        self.go_to(row, count)
        self.do(f"{len(uris)} copied and pasted at {row}", [self.inserted(row + len(uris), uris)],
                lambda: keys("ctrl+c", "ctrl+v"))

    def drag(self):
        # Rows that are in sight under messages and questions, too.
        row, before = self.rng.randint(0, 2), self.rng.randint(4, 6)
        wanted = list(self.now)
        wanted.insert(before - 1, wanted.pop(row))
        keys("End", "Home")
        self.program.need("the first rows", lambda: self.window.extents(0).height > 0)
        mouse("mousemove", *self.window.centre(row), "click", 1)
        self.do(f"row {row} dragged before {before}", [tuple(wanted)], lambda: self.window.drag(row, before))

    def undo(self):
        if len(self.lists) < 2 or self.lists[-1] is self.lists[-2]:
            return
        # Only the latest edit, and that once: what the undo stack holds then is known.
        if self.names[-1].startswith("undo"):
            self.do("redo", [self.lists[-2]], lambda: keys("ctrl+shift+z"))
        else:
            self.do("undo " + self.names[-1], [self.lists[-2]], lambda: keys("ctrl+z"))

    def sort_part(self):
        row, count = self.rng.randint(0, 9), self.rng.randint(6, 12)
        self.go_to(row, count)
        self.sort("Reverse", row, count)

    def sort_all(self, how=None):
        self.go_to(0)
        self.sort(how or self.rng.choice(["Reverse", "Length"]), 0, len(self.now))

    def sort(self, how, row, count):
        part = self.now[row:row + count]
        if how == "Reverse":
            part = part[::-1]
        else:
            down = self.last_sort == self.now
            part = tuple(sorted(part, key=lambda item: self.catalogue.length(item.uri), reverse=down))
        wanted = self.now[:row] + part + self.now[row + count:]
        if wanted == self.now:
            return

        def send():
            self.program.press("Sort")
            keys({"Reverse": "v", "Length": "e"}[how])  # the letters underlined in the menu
            self.program.click(self.window.table)  # the button keeps the keyboard
        self.do(f"{how} of {count} rows", [wanted], send)
        self.last_sort = wanted if how != "Reverse" else None

    # How it is done

    def place(self):
        """A row near one of the ends, which is where keys get quickly."""
        at = self.rng.randint(5, 20)
        return at if self.rng.random() < 0.5 else len(self.now) - 1 - at

    def inserted(self, at, uris):
        return self.now[:at] + tuple(Item(uri, next(self.numbers)) for uri in uris) + self.now[at:]

    def go_to(self, row, count=1):
        """Selects rows. Both ends first: a key that leads to the current row leaves the selection as it is."""
        size = len(self.now)
        ways = ["End", "Home"] + ["Down"] * row if row < size // 2 else ["Home", "End"] + ["Up"] * (size - 1 - row)
        keys(*ways, *["shift+Down"] * (count - 1))

    def dialog(self, title):
        self.program.need("the dialog " + title, lambda: self.window.is_active(title))

    def do(self, name, lists, send):
        if not self.program.is_alive():
            raise Gone
        before = self.now
        sent = time.monotonic()
        for wanted in lists:
            self.lists.append(wanted)
            self.sent.append(sent)
            self.seen.append(None)
            self.names.append(name)
        if self.on_sent:
            self.on_sent()
            self.on_sent = None
        send()
        self.program.need(f"“{name}” on screen", lambda: self.is_on_screen(before))
        now = time.monotonic()
        self.seen = [now if when is None else when for when in self.seen]

    def is_on_screen(self, before):
        wanted = self.now
        if len(wanted) != len(before):
            return self.window.table.queryTable().nRows == len(wanted)
        for i, (old, new) in enumerate(zip(before, wanted)):
            if old.uri != new.uri and self.catalogue.title(old.uri) != self.catalogue.title(new.uri):
                return self.window.text(i).startswith(self.catalogue.title(new.uri))
        return True

    # What must be

    def may_be(self, killed, seconds):
        """The lists of which one must be there: all that was on screen `seconds` before it, younger edits or not."""
        first = max(k for k, when in enumerate(self.seen) if when is not None and when + seconds <= killed)
        last = max(k for k, when in enumerate(self.sent) if when <= killed)
        return self.lists[first:last + 1], last - first
