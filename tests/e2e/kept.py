# SPDX-License-Identifier: GPL-3.0-or-later
"""What a playlist has to be once what a killed program left behind is finished.

Items are those of edits.py.
"""
import collections

from edits import Item


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
                     if a.key in dates and a.uri not in loose and b["addedAt"] != dates[a.key]]
            if dated:
                problems.append(f"{len(dated)} were only moved and have another date: {dated[:10]}")
        if not problems:
            return None
        reports.append("; ".join(problems))
    return min(reports, key=len)


class Playlist:
    def __init__(self, standin, name):
        self.standin, self.name, self.id = standin, name, standin.id_of(name)
        self.begin_anew()

    def items(self):
        return self.standin.items(self.id)

    def list_now(self):
        return tuple(Item(item["uri"], item["row"]) for item in self.items())

    def begin_anew(self):
        """What is there is right."""
        self.may_be = None      # the lists of which one has to be there; None: nothing was done to it
        self.young = 0          # edits among them that may be missing
        self.additions = []     # groups of uris, and whether they may be missing: where they stand is not known exactly
        self.new_dates = set()  # uris that may have to be added again
        self.replaced = False   # perhaps with new dates for all
        self.story = []
        self.dates = {item["row"]: item["addedAt"] for item in self.items()}
        self.start = self.list_now()

    def expect(self, edits, killed, grace, way):
        """The program was killed while or after these edits were made."""
        self.may_be, self.young = edits.may_be(killed, grace)
        self.new_dates |= edits.new_dates
        self.replaced |= way == "fast"
        self.story += [f"{name}: sent at {sent - edits.sent[1]:.3f} s, seen at {seen and seen - edits.sent[1]}"
                       for name, sent, seen in zip(edits.names[1:], edits.sent[1:], edits.seen[1:])]

    def expect_discarded(self, is_certain):
        """What is there stays as it is; unless the program was killed before that was certain."""
        lists = [self.list_now()]
        self.dates.update({item["row"]: item["addedAt"] for item in self.items()})
        self.may_be = lists if is_certain else self.may_be + lists
        self.additions = [] if is_certain else [(uris, True) for uris, _ in self.additions]
        self.story.append("discarded" if is_certain else "discarded, perhaps")

    def expect_removed(self, uri, is_certain):
        """One row, the only one of this uri, on top of whatever else is to be."""
        without = [tuple(item for item in wanted if item.uri != uri) for wanted in self.may_be]
        self.may_be = without if is_certain else self.may_be + without
        self.story.append("removed " + uri + ("" if is_certain else ", perhaps"))

    def expect_added(self, uris, is_certain):
        self.additions.append((uris, not is_certain))
        self.story.append(f"added {uris}" + ("" if is_certain else ", perhaps"))

    def problem(self, way):
        """What is wrong now that all is said to be saved, or None."""
        if self.may_be is None:
            return None
        items = self.items()
        uris = [item["uri"] for item in items]
        for group, may_be_missing in self.additions:
            if may_be_missing and not set(group) & set(uris):
                continue
            at = uris.index(group[0]) if group[0] in uris else 0
            if uris[at:at + len(group)] != group or any(uris.count(uri) != 1 for uri in group):
                return f"{group} were added, and are there {[uris.count(uri) for uri in group]} times, first at {at}"
        added = {uri for group, _ in self.additions for uri in group}
        is_now = [item for item in items if item["uri"] not in added]
        may_be = [tuple(item for item in wanted if item.uri not in added) for wanted in self.may_be]
        loose = None if self.replaced or way == "fast" else self.new_dates
        return difference(is_now, may_be, self.dates, loose)
