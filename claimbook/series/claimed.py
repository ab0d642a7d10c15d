"""A claim while it is read: where its places, years and numbers are, and whom it is about."""

from __future__ import annotations

import re
from datetime import date

from claimbook.series.ages import AGES
from claimbook.series.cues import (
    EXCEPT,
    LISTED,
    NOBODY,
    OURS,
    THAN,
    WORLD,
)
from claimbook.series.figures import Figure, find_figures
from claimbook.series.places import Named, Place, by_code, find_places
from claimbook.series.spans import find_spans

WORLD_CODE = "WLD"
# A number that is a part of what is counted: “one-year-olds”, three doses, 一岁儿童.
NAMING = re.compile(
    r"(?i)\b[a-z\d]+-year-olds?\b|\b(?:one|two|three|1|2|3|first|second|third) doses?\b"
    r"|[一二三四五六七八九十\d]+岁(?=的?[儿婴幼])|[一二两三四1-4]剂|第[一二三]针"
)


AMONG = re.compile(r"(?i)\bamong(?:st)? (?:all |the )*$")
MEMBERS = re.compile(r"(?i)^ (?:member(?: state)?s|countries|nations|states|economies)\b")
FOLD_ZH = re.compile(r"^的?(?:大?约|近|将近|超过)?[\d一二两三四五六七八九十百]+(?:多)?倍")


class Claimed:
    """A claim while it is read: where its places, years and numbers are."""

    def __init__(self, text: str, day: date) -> None:
        self.text, self.day = text, day
        self.spans = find_spans(text, day)
        self.naming = [match.span() for pattern in (AGES, NAMING) for match in pattern.finditer(text)]
        self.figures = [one for one in find_figures(text) if not self._is_year(one) and not self._names(one)]
        self.named = find_places(text)
        self.groups = [one for one in self.named if self._of_group(one)]
        self.than = self._than()
        self.excepted = [one for one in self.named if EXCEPT.search(text[: one.start][-40:])]
        self.others = [one for one in self.named if one.start in self.than]
        self.used: set[int] = set()
        if self.others:  # the “no” of “no people had less faith than” is no number
            nobody = {match.start() for match in NOBODY.finditer(text)}
            self.figures = [one for one in self.figures if one.start not in nobody]

    def measure(self) -> str:
        """Return the words without places, years and numbers."""
        cut = self._cut()
        kept = "".join(" " if any(a <= at < b for a, b in cut) else sign for at, sign in enumerate(self.text))
        return re.sub(r"\s+", " ", re.sub(r"['’]s?\b|[\[\]\"“”()]|\d[\d,.:]*", " ", kept)).strip()

    def _cut(self) -> list[tuple[int, int]]:
        """Return where its places, years and numbers are."""
        places = [self._around(one) for one in self.named]
        years = [(one.start, one.end) for one in self.spans]
        # One doctor for every 2,500 people names the metric: of a ratio the digits go alone.
        bare = [(one.start, one.end) for one in self.figures if not one.scale or one.scale.per != 1]
        return [*places, *years, *bare]

    def _around(self, one: Named) -> tuple[int, int]:
        """Return where a place is, of a group with “among” and “members” beside it."""
        if not one.place.group:
            return one.start, one.end
        before, after = AMONG.search(self.text[: one.start]), MEMBERS.match(self.text[one.end :])
        return one.start - len(before[0]) if before else one.start, one.end + len(after[0]) if after else one.end

    def subject(self) -> tuple[Place, ...]:
        """Return the places that the claim is about; the world where it names none and is not about “us”."""
        aside = {one.start for one in (*self.groups, *self.others, *self.excepted)}
        own = tuple(dict.fromkeys(one.place for one in self.named if one.start not in aside))
        if own or OURS.search(self.text):
            return own
        if self.others and NOBODY.search(self.text):
            return (self.others[0].place,)  # of “no country has as many as China” the number is China's
        groups = tuple(dict.fromkeys(one.place for one in self.groups))
        return groups[:1] if groups and not self.others else (by_code()[WORLD_CODE],) if not self.named else ()

    def among(self) -> Place | None:
        """Return the group in which something is ranked or shared."""
        if self.groups:
            return self.groups[-1].place
        return by_code()[WORLD_CODE] if WORLD.search(self.text) else None

    def _is_year(self, figure: Figure) -> bool:
        return any(span.start <= figure.start and figure.end <= span.end for span in self.spans)

    def _names(self, figure: Figure) -> bool:
        """Return whether a number names who or what is counted, such as an age."""
        return any(start <= figure.start and figure.end <= end for start, end in self.naming)

    def _of_group(self, one: Named) -> bool:
        """Return whether a group is what others are ranked in, and not the subject itself."""
        if not one.place.group or len({each.place for each in self.named}) == 1:
            return False
        others = [each for each in self.named if not each.place.group]
        return bool(others)

    def _than(self) -> dict[int, re.Match[str]]:
        """Return the comparing words before each place; those listed after a compared one are compared too."""
        found: dict[int, re.Match[str]] = {}
        last = None
        for one in self.named:
            listed = last and LISTED.match(self.text[last.end : one.start])
            if match := self._compared(one) or (found.get(last.start) if last and listed else None):
                found[one.start] = match
            last = one
        return found

    def _compared(self, one: Named) -> re.Match[str] | None:
        """Return the comparing words right before a place; 是 compares where so many times follow."""
        match = THAN.search(self.text[max(0, one.start - 130) : one.start])
        if match and match["zh_fold"] and not FOLD_ZH.match(self.text[one.end :]):
            return None
        return None if one.place.group and not one.place.codes else match
