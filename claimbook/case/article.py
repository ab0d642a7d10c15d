"""The article: the text being checked, frozen byte for byte."""

import hashlib
import re
import tomllib
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from claimbook.quantity.period import period
from claimbook.tables.column import ADDRESS
from claimbook.tables.fault import Problems
from claimbook.tables.files import decode
from claimbook.text.sentence import sentence

REQUIRED = ("id", "title", "publisher", "language", "read", "read_on", "sha256", "rights", "period")


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
    reviewer: str = ""
    review_url: str = ""
    period_reason: str = ""
    sections: tuple = ()
    pages: tuple = ()
    missing: tuple = field(default=())

    def sentence(self, start, end):
        """Return start and end of the sentence (or the table row) around ``text[start:end]``."""
        return sentence(self.text, start, end)

    def quote(self, start, end):
        """Return the published sentence around ``text[start:end]``."""
        left, right = self.sentence(start, end)
        return self.text[left:right].strip()

    @cached_property
    def _headings(self):
        """Where each heading stands."""
        return {line: re.search(rf"^{re.escape(line)}$", self.text, re.M).start() for line in self.sections}

    def page(self, position):
        """Return the number of the page on which a character stands, or 0 where the text has no pages."""
        return sum(start <= position for start in self.pages)

    def section(self, position):
        """Return the heading under which a character stands, or an empty string before the first."""
        heading = ""
        for line, start in self._headings.items():
            if start < position:
                heading = line
        return heading


def load_article(folder):
    """Load ``article.toml`` and ``article.txt``, and check the one against the other.

    Raises
    ------
    Problems
        If a field is missing, the text is not the one that was frozen, or a section heading is not in it.
    """
    folder = Path(folder)
    try:
        fields = tomllib.loads(decode(folder / "article.toml", "article.toml"))
    except tomllib.TOMLDecodeError as error:
        raise Problems([f"article.toml: is not TOML ({error}); mend that line"]) from None
    if faults := list(_faults(fields)):
        raise Problems(faults)
    if fields["id"] != folder.resolve().name:
        name = folder.resolve().name
        raise Problems([f"article.toml: “id” is “{fields['id']}” and the folder is “{name}”; make them one"])
    text = decode(folder / "article.txt", "article.txt")
    problems = list(_changes(fields, text))
    if problems:
        raise Problems(problems)
    fields |= {
        "read_on": str(fields["read_on"]),
        "sections": tuple(fields.get("sections", ())),
        "pages": tuple(fields.get("pages", ())),
        "missing": tuple(fields.get("missing", ())),
    }
    return Article(text=text, **fields)


TEXTS = ("id", "title", "title_en", "url", "publisher", "author", "reviewer", "review_url", "language", "read",
         "rights", "period", "period_reason")  # fmt: skip
FORMS = {
    "id": (re.compile(r"[a-z0-9][a-z0-9-]*"), "the folder's name: small letters, digits and hyphens"),
    "url": (re.compile(ADDRESS), "an address that starts with http:// or https://"),
    "language": (re.compile(r"[a-z]{2}"), "two letters such as zh or en"),
    "read": (re.compile("live|stored copy"), "“live” or “stored copy”"),
    "read_on": (re.compile(r"\d{4}-\d{2}-\d{2}"), "a day such as 2026-11-23"),
    "sha256": (re.compile(r"[0-9a-f]{64}"), "64 hexadecimal digits; `sha256sum article.txt` prints them"),
    "period": (re.compile(r"\d{4}(-\d{2}){0,2}(/\d{4}(-\d{2}){0,2})?"), "a date, or two dates such as 2023/2026-11-23"),
}


def _faults(fields):
    """Say what is wrong with the fields of ``article.toml``."""
    yield from _wrong_kinds(fields)
    if not re.fullmatch(f"({ADDRESS})?", str(fields.get("review_url", ""))):
        yield "article.toml: “review_url” must be the address at which the page will stand; mend or remove it"
    for name in (*REQUIRED, "url"):
        value = fields.get(name)
        pattern, form = FORMS.get(name, (re.compile(r"(?s).+"), "text"))
        if name == "url" and not value:  # a text that is not on the web
            continue
        if not value:
            yield f"article.toml: “{name}” is missing; add {form}"
        elif not pattern.fullmatch(str(value)):
            yield f"article.toml: “{name}” is “{value}”; it must be {form}"
        elif name == "period":
            yield from _period_faults(value)
        elif name == "read_on" and not _is_day(str(value)):
            yield f"article.toml: “read_on” is “{value}”, which is no day; mend it"


def _wrong_kinds(fields):
    """Say which fields are not known, or no text where they must be."""
    for name, value in fields.items():
        if name in TEXTS and not isinstance(value, str):
            yield f"article.toml: “{name}” must be text in quotation marks"
        if name not in Article.__dataclass_fields__ or name == "text":
            yield f"article.toml: “{name}” is not known; remove it"
    if not _all(fields.get("sections", []), str):
        yield 'article.toml: “sections” must be a list of heading lines, such as ["一、客流"]'
    if not _all(fields.get("pages", []), int):
        yield "article.toml: “pages” must be a list of the characters at which pages start, such as [0, 2210]"
    missing = fields.get("missing", [])
    if not _all(missing, dict) or not all(isinstance(gap.get(key), str) for gap in missing for key in GAP):
        yield "article.toml: each [[missing]] must say “after”, “what” and “note”, as text"


GAP = ("after", "what", "note")


def _is_day(text):
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _period_faults(value):
    try:
        span = period(value)
    except ValueError as error:
        yield f"article.toml: “period” is no date ({error}); mend it"
    else:
        if span.first > span.last:
            yield "article.toml: “period” ends before it begins; swap the dates"


def _all(items, kind):
    return isinstance(items, list) and all(isinstance(item, kind) for item in items)


def _changes(fields, text):
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    if sha256 != fields["sha256"]:
        yield (
            f"article.txt: has the SHA-256 {sha256}, not {fields['sha256'][:12]}… as article.toml says; "
            "put the frozen text back, or freeze the new one as another article"
        )
    for line in fields.get("sections", ()):
        found = len(re.findall(rf"^{re.escape(line)}$", text, re.M))
        if found != 1:
            yield f"article.toml, sections: “{line}” stands {found} times in article.txt; a heading must stand once"
    for gap in fields.get("missing", ()):
        if text.count(gap.get("after", "\0")) != 1:
            yield f"article.toml, missing: “{gap.get('after', '')}” must stand once in article.txt"
