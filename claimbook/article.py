"""The article: the text being checked, frozen byte for byte."""

import hashlib
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from claimbook.table import Problems, decode

REQUIRED = ("id", "title", "url", "publisher", "language", "read", "read_on", "sha256", "rights", "period")
SENTENCE_END = re.compile(r"[。!?！？;；\n]|\.(?=\s)")


@dataclass(frozen=True)
class Article:
    """A text and what is known of it (the fields of ``article.toml``)."""

    text: str
    id: str
    title: str
    url: str
    publisher: str
    language: str
    read: str
    read_on: str
    sha256: str
    rights: str
    period: str
    title_en: str = ""
    author: str = ""
    period_reason: str = ""
    sections: tuple = ()
    missing: tuple = field(default=())

    def sentence(self, start, end):
        """Return start and end of the sentence (or the table row) around ``text[start:end]``."""
        left = max((m.end() for m in SENTENCE_END.finditer(self.text, 0, start)), default=0)
        stop = SENTENCE_END.search(self.text, end)
        right = stop.start() + (stop[0] != "\n") if stop else len(self.text)
        lead = len(self.text[left:right]) - len(self.text[left:right].lstrip())
        return left + lead, right

    def quote(self, start, end):
        """Return the published sentence around ``text[start:end]``."""
        left, right = self.sentence(start, end)
        return self.text[left:right].strip()

    def section(self, position):
        """Return the heading under which a character stands, or an empty string before the first."""
        heading = ""
        for line in self.sections:
            if self.text.index(f"\n{line}\n") < position:
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
    lacking = [f"article.toml: “{name}” is missing; add it" for name in REQUIRED if not fields.get(name)]
    unknown = [
        f"article.toml: “{name}” is not known; remove it" for name in fields if name not in Article.__dataclass_fields__
    ]
    if lacking or unknown:
        raise Problems(lacking + unknown)
    text = decode(folder / "article.txt", "article.txt")
    problems = list(_changes(fields, text))
    if problems:
        raise Problems(problems)
    fields |= {
        "read_on": str(fields["read_on"]),
        "sections": tuple(fields.get("sections", ())),
        "missing": tuple(fields.get("missing", ())),
    }
    return Article(text=text, **fields)


def _changes(fields, text):
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    if sha256 != fields["sha256"]:
        yield (
            f"article.txt: has the SHA-256 {sha256[:12]}…, not {fields['sha256'][:12]}… as article.toml says; "
            "put the frozen text back, or freeze the new one as another article"
        )
    for line in fields.get("sections", ()):
        found = len(re.findall(rf"^{re.escape(line)}$", text, re.M))
        if found != 1:
            yield f"article.toml, sections: “{line}” stands {found} times in article.txt; a heading must stand once"
    for gap in fields.get("missing", ()):
        if text.count(gap.get("after", "\0")) != 1:
            yield f"article.toml, missing: “{gap.get('after', '')}” must stand once in article.txt"
