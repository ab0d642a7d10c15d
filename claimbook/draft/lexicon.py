"""The lexicon: Chinese nouns of statistics and what they are in English; a table that people can extend."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.language.phrase import HAN
from claimbook.mention.units import any_of

if TYPE_CHECKING:
    from os import PathLike

LISTED = re.compile("[、和及与]")
LINKS = (
    "of",
    "the",
    "in",
    "for",
    "and",
    "by",
    "a",
    "an",
    "who",
    "that",
    "were",
    "was",
    "to",
    "on",
    "with",
    "from",
    "at",
)
CHANGE = re.compile(r"(?i)(growth|increase|decline) (?:in|of) ")
OWN = "lexicon.csv"  # in a workspace's data folder: the same columns, read after the package's own table
MEASURES = ("holder", "measure")  # kinds of what can be measured; a holder says nothing without the one who has it


@dataclass(frozen=True)
class Lexicon:
    """Words with their English and their kind.

    Parameters
    ----------
    rows : tuple of (str, str, str)
        Chinese, English, kind: ``holder`` or ``measure`` (what is measured), ``place``, ``name``, ``thing``,
        ``qualifier`` or ``word``.
    """

    rows: tuple[tuple[str, str, str], ...]

    @cached_property
    def english(self) -> dict[str, str]:
        """The English of every Chinese word."""
        return {zh: en for zh, en, _ in self.rows}

    @cached_property
    def measures(self) -> re.Pattern[str]:
        """A pattern of what is measured, at the end of a phrase."""
        return re.compile(f"{any_of(self.of(*MEASURES))}$")

    @cached_property
    def whole(self) -> re.Pattern[str]:
        """A pattern of the words that a tagger must leave whole."""
        return re.compile(any_of(word for word in self.of(*MEASURES, "thing") if len(word) > 1))

    def kind(self, word: str) -> str:
        """Return the kind of a word, or an empty string."""
        return self._kinds.get(word, "")

    def of(self, *kinds: str) -> list[str]:
        """Return the Chinese words of some kinds."""
        if kinds not in self._of:
            self._of[kinds] = [zh for zh, _, kind in self.rows if kind in kinds]
        return self._of[kinds]

    def measure(self, words: str) -> str:
        """Return the longest name of a measure that a phrase ends with, or an empty string.

        Examples
        --------
        >>> lexicon().measure("全球智能手机出货量"), lexicon().measure("智能手机")
        ('出货量', '')
        """
        ends = (found for at in range(len(words)) if (found := self.measures.match(words, at)))
        return next((found[0] for found in ends), "")

    def translated(self, words: str) -> str:
        """Return the English of a Chinese phrase, or an empty string where a part of it is not known.

        Examples
        --------
        >>> lexicon().translated("中国智能手机市场"), lexicon().translated("某某市场")
        ('China smartphone market', '')
        """
        if (listed := LISTED.split(words))[1:]:
            parts = [self.translated(part) for part in listed]
            return ", ".join(parts[:-1]) + " and " + parts[-1] if all(parts) else ""
        pieces = [piece for piece in self._all.split(words) if piece]
        known = [self.english.get(piece, "" if HAN.search(piece) else piece.strip()) for piece in pieces]
        first = [
            re.sub(r"(?<=[a-z]{2})(?<!s)(?<!diabetes)(?<!goods)s$", "", word) for word in known[:-1]
        ]  # smartphone market
        return " ".join([*first, known[-1]]) if known and all(known) else ""

    def partly(self, words: str) -> list[str]:
        """Return a Chinese phrase as the English of the words that are known, with the others as they are.

        Examples
        --------
        >>> lexicon().partly("某某市场渗透率")
        ['某某', 'market', 'penetration rate']
        """
        return [self.english.get(piece, piece) for piece in self._all.split(words) if piece]

    def chinese(self, words: str) -> str:
        """Return the Chinese of an English phrase, or an empty string where a part of it is not known.

        Examples
        --------
        >>> lexicon().chinese("sales of new energy vehicles"), lexicon().chinese("mood")
        ('新能源汽车销量', '')
        """
        head, of, owner = re.sub(r"^(?:the)\s", "", words.strip().lower()).partition(" of ")
        if of and head in self._known:
            rest = self.chinese(owner)
            return rest + self._known[head] if rest else ""
        return self._run(f"{head}{of}{owner}".split())

    def partly_chinese(self, words: str) -> str:
        """Return an English phrase with the Chinese of the words that are known, the others as they are.

        Examples
        --------
        >>> lexicon().partly_chinese("growth in cumulative mood"), lexicon().partly_chinese("mood of Acme")
        ('累计 mood 增长', 'mood Acme')
        """
        if change := CHANGE.match(words):
            return f"{self.partly_chinese(words[change.end() :])} {self._known[change[1].lower()]}"
        left, found = [word for word in words.split() if word.lower() not in LINKS], list[str]()
        while left:
            ends = (end for end in range(len(left), 0, -1) if self._run(" ".join(left[:end]).lower().split()))
            end = next(ends, 0)
            found.append(self._run(" ".join(left[:end]).lower().split()) if end else left[0])
            left = left[end or 1 :]
        return " ".join(found)

    def _run(self, words: list[str]) -> str:
        """Return the Chinese of words in a row, the longest known ones first; empty where one is not known."""
        if not words:
            return ""
        for end in range(len(words), 0, -1):
            known = self._known.get(" ".join(words[:end])) or self._known.get(" ".join(words[:end]) + "s")
            rest = self._run(words[end:]) if known and end < len(words) else ""
            if known and (rest or end == len(words)):
                return known + rest
        return ""

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {zh: kind for zh, _, kind in self.rows}

    @cached_property
    def _of(self) -> dict[tuple[str, ...], list[str]]:
        """The words of the kinds that were asked for, each found once."""
        return {}

    @cached_property
    def _known(self) -> dict[str, str]:
        """The first Chinese word for each English one, in small letters."""
        found: dict[str, str] = {"growth": "增长", "increase": "增长", "decline": "下降", "world": "全球"}
        for zh, en, _ in self.rows:
            found.setdefault(en.lower(), zh)
        return found

    @cached_property
    def _all(self) -> re.Pattern[str]:
        return re.compile(f"({any_of(self.english)})|的")


def _read(text: Iterable[str]) -> Iterable[tuple[str, str, str]]:
    return ((row["zh"], row["en"], row["kind"]) for row in csv.DictReader(text) if row.get("zh"))


def lexicon(home: str | PathLike[str] | None = None) -> Lexicon:
    """Return the package's lexicon, with the rows of ``data/lexicon.csv`` of a workspace where there is one."""
    return _lexicon(str(home) if home else "")


@cache
def _lexicon(home: str) -> Lexicon:
    rows = list(_read(files("claimbook.draft").joinpath(OWN).read_text("utf-8").splitlines()))
    path = Path(home) / "data" / OWN if home else None
    if path and path.exists():
        rows += _read(path.read_text("utf-8-sig").splitlines())
    return Lexicon(tuple({zh: (zh, en, kind) for zh, en, kind in rows}.values()))
