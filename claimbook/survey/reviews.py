"""Fact checks that are there already: ClaimReview items of anybody, and the verdicts of a workspace."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from claimbook.case.case import open_case
from claimbook.document import MOST
from claimbook.judge.verdict import Label
from claimbook.survey.texts import day_of
from claimbook.tables.fault import Problems
from claimbook.tables.files import is_special
from claimbook.tables.workspace import is_workspace, working_in

Json = dict[str, object]
KIND = re.compile(r"(?:.*[/#:])?ClaimReview")  # by name, or by its address at schema.org
EMBEDDED = re.compile(r"<script[^>]*application/ld\+json[^>]*>(.*?)</script", re.I | re.S)  # in a page
RATED = ("alternateName", "name", "ratingValue")  # of a rating, the first that it has


@dataclass(frozen=True)
class Review:
    """A claim that somebody has checked.

    Parameters
    ----------
    claims : tuple of str
        The claim in words, in each language that it is known in.
    verdict : str
        Theirs, as they say it.
    by, date, address : str
        Who says so, when and where.
    """

    claims: tuple[str, ...]
    verdict: str
    by: str = ""
    date: str = ""
    address: str = ""


def reviews(where: str) -> list[Review]:
    """Return the fact checks of a workspace, or of a file or feed with ClaimReview items.

    Parameters
    ----------
    where : str
        A folder with ``data/articles``, or a file or fsspec address of JSON, JSON-LD, JSON lines, or of a page that has
        JSON-LD in it.

    Raises
    ------
    Problems
        If nothing can be read there, or it has no fact check.
    """
    found = list(_own(Path(where))) if is_workspace(Path(where)) else list(_items(where))
    if not found:
        raise Problems([f"{where}: has no fact check; give a workspace, or a file with ClaimReview items"])
    return found


def _own(home: Path) -> Iterator[Review]:
    """Yield the claims of all articles of a workspace that have a verdict."""
    with working_in(home):
        for folder in sorted((home / "data" / "articles").iterdir()):
            if not (folder / "article.toml").is_file():
                continue
            try:
                case = open_case(folder.name)
            except Problems:  # an article in work, or one with faults, has no verdict yet
                continue
            for found in case.findings.values():
                if found.verdict.verdict is not Label.UNCHECKED:
                    said = tuple(dict.fromkeys(filter(None, found.claim.statement.texts.values())))
                    yield Review(
                        said,
                        str(found.verdict.verdict),
                        case.article.title,
                        case.as_of,
                        f"{folder.name} {found.claim.id}",
                    )


def _items(where: str) -> Iterator[Review]:
    """Yield the ClaimReview items of a file, wherever in it they are."""
    waiting: list[object] = [*_documents(where)][::-1]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, list):
            waiting += reversed(thing)
        elif isinstance(thing, dict):
            kinds = map(str, _all(thing.get("@type")))
            if any(map(KIND.fullmatch, kinds)) and isinstance(thing.get("claimReviewed"), str):
                yield _review(thing)
            else:
                waiting += reversed(thing.values())


def _documents(where: str) -> Iterator[object]:
    import fsspec

    if is_special(Path(where.removeprefix("file://"))):
        raise Problems([f"{where}: is not a regular file; save what it holds as a file and give that"])
    try:
        with fsspec.open(where, "rb", compression="infer") as file:
            raw = file.read(MOST + 1)
    except Exception as error:  # a damaged or a foreign file raises whatever its reader meets first
        raise Problems(
            [f"{where}: cannot be opened ({error}); give a workspace, or a file with ClaimReview items"]
        ) from None
    if len(raw) > MOST:
        raise Problems([f"{where}: is larger than {MOST // 2**20} MB; give it in parts"])
    text = raw.decode("utf-8-sig", "replace")
    try:
        yield json.loads(text)
    except (ValueError, RecursionError):
        embedded = EMBEDDED.findall(text)
        yield from _embedded(embedded) if embedded else _objects(text, where)


def _embedded(scripts: list[str]) -> Iterator[object]:
    """Yield what the scripts of a page hold; one that is broken is passed over, as search engines do."""
    for script in scripts:
        try:
            yield json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue


def _objects(text: str, where: str) -> Iterator[object]:
    for number, line in enumerate(text.splitlines(), 1):
        try:
            if line.strip():
                yield json.loads(line)
        except (ValueError, RecursionError):
            raise Problems([f"{where}: line {number}: is no JSON; give one JSON file, or one object a line"]) from None


def _review(item: Json) -> Review:
    """Return an item as a review; what it does not say is empty."""
    rating, author = _first(item.get("reviewRating")), _first(item.get("author"))
    verdict = next((_text(rating[name]) for name in RATED if rating.get(name) not in (None, "")), "")
    who = _text(author.get("name")) or _text(item.get("author"))
    return Review(
        (_text(item["claimReviewed"]),), verdict, who, day_of(item.get("datePublished")), _text(item.get("url"))
    )


def _all(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _first(value: object) -> Json:
    return next((one for one in _all(value) if isinstance(one, dict)), {})


def _text(value: object) -> str:
    """Return a cell as text, with a question mark for each half of a character, which no table can hold."""
    return str(value).encode("utf-8", "replace").decode() if isinstance(value, str | int | float) else ""
