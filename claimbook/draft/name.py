"""Propose an id for an article."""

import re
from collections.abc import Container
from datetime import date
from itertools import count
from urllib.parse import urlsplit

from claimbook.document import Document

LONGEST = 40
ENDING = re.compile(r"\.\w{2,5}$")
# Parts of a host that name nobody.
COMMON = {"www", "m", "com", "org", "net", "gov", "edu", "cn", "uk", "co", "ac"}


def proposed_id(found: Document, given: str, taken: Container[str], today: date) -> str:
    """Return an id for an article that no other has.

    It is made of the Latin words of its title or of its file's name. A title that has none, such as a Chinese one,
    gives way to the host and the day of publication, or to today.

    Parameters
    ----------
    found : Document
    given : str
        The name of the file or the address that it comes from; empty where it was pasted.
    taken : container of str
        The ids that are given already.
    today : datetime.date
    """
    address = given if "://" in given else found.url
    host = [part for part in (urlsplit(address).hostname or "").split(".") if part not in COMMON]
    day = found.published or str(today)
    first = found.title or found.text.strip().partition("\n")[0]
    file = "" if "://" in given else ENDING.sub("", re.split(r"[/\\]", given)[-1])
    last = _stem(f"{'-'.join(host[-2:]) or 'article'}-{day}")
    stem = next((stem for stem in map(_stem, (first, file)) if len(re.findall("[a-z]", stem)) > 2), last)
    return next(name for at in count(1) if (name := f"{stem}-{at}" if at > 1 else stem) not in taken)


def _stem(words: str) -> str:
    name = re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")
    return name if len(name) <= LONGEST else name[: LONGEST + 1].rpartition("-")[0] or name[:LONGEST]
