"""What is known of an article before a model is asked: its text, its numbers, its rows, and what its times allow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from claimbook.draft.calendar import read_day
from claimbook.draft.carry import lines
from claimbook.draft.draft import about, claims_so_far
from claimbook.draft.lexicon import Lexicon, lexicon
from claimbook.judge.claim import Claim
from claimbook.mention import Mention, mentions
from claimbook.tables.files import decode, read_text
from claimbook.tables.schema import Row, Rows
from claimbook.tables.workspace import paths, project_of
from claimbook.text.sentence import sentence

TABLES = ("mentions", "claims", "checks", "sources", "figures", "evidence", "translations")
END = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


@dataclass(frozen=True)
class Known:
    """An article as a model is shown it and as its replies are checked.

    Parameters
    ----------
    text : str
    rows : dict of str to list of dict
        The tables in `TABLES`.
    own : str
        The article's own period.
    book : Lexicon
    folder : Path, optional
        ``data/articles/<id>``; none for a text that is no article, such as a benchmark's.
    title, day : str
        As far as they are known.
    """

    text: str
    rows: Rows
    own: str = ""
    book: Lexicon = field(default_factory=lexicon)
    folder: Path | None = None
    title: str = ""
    day: str = ""

    @cached_property
    def mentions(self) -> list[Mention]:
        """The numbers of the text, as our own extractor reads them."""
        return list(mentions(self.text))

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """The claims as far as they are filled in."""
        return claims_so_far(self.rows, self.text, self.own)

    @cached_property
    def anchors(self) -> dict[str, Row]:
        """The rows of the mentions by id."""
        return {row["mention"]: row for row in self.rows["mentions"]}

    @cached_property
    def hanging(self) -> dict[str, Row]:
        """The row of the claim that hangs on each mention, by the mention's id."""
        return {row["mention"]: row for row in self.rows["claims"] if row["mention"]}

    @property
    def today(self) -> date | None:
        """The day that the article is of, where it is known."""
        return read_day(self.day) or read_day(self.own)

    @cached_property
    def ends(self) -> frozenset[str]:
        """The days, months and years that the text names or its date allows."""
        read = lines(self.text.split("\n"), self.today)
        named = [one.period for line in read for one in line.found] + [line.period for line in read]
        found = {end for one in [*named, self.own, self.day] for end in END.findall(one)}
        return frozenset(found | {end[:7] for end in found if len(end) == 10} | {end[:4] for end in found})

    def sentence_at(self, start: int, end: int) -> tuple[int, int]:
        """Return the sentence around a place, without the blanks at its end."""
        first, last = sentence(self.text, start, end)
        return first, first + len(self.text[first:last].rstrip())

    def place_of(self, row: Row) -> tuple[int, int] | None:
        """Return where a row of mentions or claims is, or None where it has no place."""
        anchor = self.anchors.get(row.get("mention", ""), row)
        if not (anchor["start"].isdecimal() and anchor["end"].isdecimal()):
            return None
        return int(anchor["start"]), int(anchor["end"])

    def spans(self) -> Iterator[tuple[int, int]]:
        """Yield start and end of each line that is not empty."""
        at = 0
        for line in self.text.split("\n"):
            if line.strip():
                yield at, at + len(line)
            at += len(line) + 1


def known_of(folder: Path) -> Known:
    """Read what is known of an article, finished or not.

    Raises
    ------
    Problems
        If a table or the text cannot be read.
    """
    said = about(folder)
    places = paths(folder)
    rows = {name: read_text(places[name], name) if places[name].exists() else [] for name in TABLES}
    return Known(
        decode(folder / "article.txt", "article.txt"),
        rows,
        str(said.get("period", "")),
        lexicon(project_of(folder)),
        folder,
        str(said.get("title", "")),
        str(said.get("published", "") or said.get("period", "")),
    )
