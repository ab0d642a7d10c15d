"""The article: the text being checked, frozen byte for byte."""

import hashlib
import os
import re
import tomllib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from claimbook.judge.source import names_in
from claimbook.quantity.period import period
from claimbook.tables.column import ADDRESS
from claimbook.tables.fault import Fault, Problems
from claimbook.tables.files import decode
from claimbook.text.sentence import sentence

TOML, TEXT = "article.toml", "article.txt"
LEFT = ("title", "publisher", "rights")  # what a draft may still lack
REQUIRED = ("id", "title", "publisher", "language", "read", "read_on", "sha256", "rights", "period")

Fields = Mapping[str, Any]  # what a TOML file holds: texts, dates and lists


@dataclass(frozen=True)
class Article:
    """A text and what is known of it (the fields of ``article.toml``)."""

    text: str
    id: str
    title: str
    publisher: str
    language: str
    read: str
    read_on: str
    sha256: str
    rights: str
    period: str
    url: str = ""
    title_en: str = ""
    author: str = ""
    speaker: str = ""
    reviewer: str = ""
    reviewer_zh: str = ""
    review_url: str = ""
    period_reason: str = ""
    sections: tuple[str, ...] = ()
    sections_en: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    missing: tuple[dict[str, str], ...] = ()

    @cached_property
    def voices(self) -> dict[str, str]:
        """Who speaks in it: the name of its publisher, its author and each of its speakers, by whatever names them."""
        said = [self.publisher, self.author, *self.speaker.split(";")]
        return {
            name: one.partition("(")[0].strip() or one
            for one in filter(str.strip, said)
            for name in names_in(one.strip())
        }

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Return start and end of the sentence (or the table row) around ``text[start:end]``."""
        return sentence(self.text, start, end)

    def quote(self, start: int, end: int) -> str:
        """Return the published sentence around ``text[start:end]``."""
        left, right = self.sentence(start, end)
        return self.text[left:right].strip()

    @cached_property
    def _headings(self) -> dict[str, int]:
        """The place of each heading in the text, the first one first."""
        wanted, found, start = set(self.sections), dict[str, int](), 0
        for line in self.text.split("\n"):
            if line in wanted:
                found.setdefault(line, start)
            start += len(line) + 1
        return found

    def page(self, position: int) -> int:
        """Return the number of the page that holds a character, or 0 where the text has no pages."""
        return sum(start <= position for start in self.pages)

    def section(self, position: int) -> str:
        """Return the heading above a character, or an empty string before the first."""
        above = bisect_left(list(self._headings.values()), position)
        return list(self._headings)[above - 1] if above else ""


def load_article(folder: str | os.PathLike[str], unfinished: bool = False) -> Article:
    """Load ``article.toml`` and ``article.txt``, and check the one against the other.

    Parameters
    ----------
    folder : path-like
    unfinished : bool
        Whether fields that are left to a person (`LEFT`) may still be empty.

    Raises
    ------
    Problems
        If a field is missing, the text is not the one that was frozen, or a section heading is not in it.
    """
    folder = Path(folder)
    try:
        fields = tomllib.loads(decode(folder / TOML, TOML))
    except tomllib.TOMLDecodeError as error:
        raise Problems([Fault(TOML, words=f"is not TOML ({error}); fix that line")]) from None
    except ValueError:
        raise Problems([Fault(TOML, words="has a number with thousands of digits; fix it")]) from None
    except RecursionError:
        raise Problems([Fault(TOML, words="has brackets that are nested too deeply; fix them")]) from None
    gaps = [f"“{name}” is missing; add text" for name in LEFT if not fields.get(name)]
    faults = [Fault(TOML, words=words, gap=words in gaps) for words in _faults(fields)]
    if faults and not (unfinished and all(fault.gap for fault in faults)):
        raise Problems(faults)
    if fields["id"] != (name := folder.resolve().name):
        raise Problems([Fault(TOML, words=f"“id” is “{fields['id']}” and the folder is “{name}”; make them the same")])
    text = decode(folder / TEXT, TEXT)
    if changes := list(_changes(fields, text)):
        raise Problems(changes)
    fields |= {"read_on": str(fields["read_on"])}
    fields |= {name: tuple(fields.get(name, ())) for name in ("sections", "sections_en", "pages", "missing")}
    return Article(text=text, **{name: "" for name in LEFT} | fields)


TEXTS = ("id", "title", "title_en", "url", "publisher", "author", "speaker", "reviewer", "reviewer_zh", "review_url",
         "language", "read", "rights", "period", "period_reason")  # fmt: skip
FORMS = {
    "id": (re.compile(r"[a-z0-9][a-z0-9-]*"), "the folder's name: small letters, digits and hyphens"),
    "url": (re.compile(ADDRESS), "an address that starts with http:// or https://"),
    "language": (re.compile(r"[a-z]{2}"), "two letters such as zh or en"),
    "read": (re.compile("live|stored copy"), "“live” or “stored copy”"),
    "read_on": (re.compile(r"\d{4}-\d{2}-\d{2}"), "a day such as 2026-11-23"),
    "sha256": (re.compile(r"[0-9a-f]{64}"), "64 hexadecimal digits; `sha256sum article.txt` prints them"),
    "period": (re.compile(r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?"), "a date, or two dates such as 2023/2026-11-23"),
}


def _faults(fields: Fields) -> Iterator[str]:
    """Yield what is wrong with the fields of ``article.toml``."""
    yield from _wrong_kinds(fields)
    if not re.fullmatch(f"({ADDRESS})?", str(fields.get("review_url", ""))):
        yield "“review_url” must be the address at which the page will be published; fix or remove it"
    for name in (*REQUIRED, "url"):
        value = fields.get(name)
        pattern, form = FORMS.get(name, (re.compile(r"(?s).+"), "text"))
        if name == "url" and not value:  # a text that is not on the web
            continue
        if not value:
            yield f"“{name}” is missing; add {form}"
        elif not pattern.fullmatch(str(value)):
            yield f"“{name}” is “{value}”; it must be {form}"
        elif name == "period":
            yield from _period_faults(value)
        elif name == "read_on" and not _is_day(str(value)):
            yield f"“read_on” is “{value}”, which is not a valid date; fix it"


def _wrong_kinds(fields: Fields) -> Iterator[str]:
    """Yield fields that are not known, or are not of their kind."""
    for name, value in fields.items():
        if name in TEXTS and not isinstance(value, str):
            yield f"“{name}” must be text in quotation marks"
        if name not in Article.__dataclass_fields__ or name == "text":
            yield f"“{name}” is not known; remove it"
    if not _all(fields.get("sections", []), str):
        yield '“sections” must be a list of heading lines, such as ["一、客流"]'
    headings = fields.get("sections_en", [])
    if headings and (not _all(headings, str) or len(headings) != len(fields.get("sections", []))):
        yield "“sections_en” must list the English of each of “sections”, in their order"
    if not _all(fields.get("pages", []), int):
        yield "“pages” must be a list of the characters at which pages start, such as [0, 2210]"
    missing = fields.get("missing", [])
    if not _all(missing, dict) or not all(isinstance(gap.get(key), str) for gap in missing for key in GAP):
        yield "each [[missing]] must say “after”, “what” and “note”, as text"


GAP = ("after", "what", "note")


def _is_day(text: str) -> bool:
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _period_faults(value: str) -> Iterator[str]:
    try:
        span = period(value)
    except ValueError as error:
        yield f"“period” is not a valid date ({error}); fix it"
    else:
        if span.first > span.last:
            yield "“period” ends before it begins; swap the dates"


def _all(items: object, kind: type) -> bool:
    return isinstance(items, list) and all(isinstance(item, kind) for item in items)


def _changes(fields: Fields, text: str) -> Iterator[Fault]:
    """Yield how the text differs from what ``article.toml`` says of it."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    if sha256 != fields["sha256"]:
        has = f"has the SHA-256 {sha256}, not {fields['sha256'][:12]}… as article.toml says"
        yield Fault(TEXT, words=f"{has}; put the frozen text back, or freeze the new one as another article")
    lines = Counter(text.split("\n"))
    for line in fields.get("sections", ()):
        if lines[line] != 1:
            words = f"the section heading “{line}” occurs {lines[line]} times in article.txt; it must occur once"
            yield Fault(TOML, words=words)
    for gap in fields.get("missing", ()):
        if text.count(gap["after"]) != 1:
            yield Fault(TOML, words=f"the words “{gap['after']}” of [[missing]] must occur once in article.txt")
