"""A draft: the tables of a new article, and an article as far as it is filled in."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.judge.claim import Claim, Statement, selector_of
from claimbook.judge.evidence import searches_of
from claimbook.judge.source import quantity_of
from claimbook.language.phrase import HAN
from claimbook.quantity.quantity import COMPARATORS
from claimbook.quantity.unit import is_unit
from claimbook.tables.column import NUMBER
from claimbook.tables.fault import Problems
from claimbook.tables.files import decode, read_text
from claimbook.tables.schema import Row
from claimbook.tables.vocabulary import Checkability
from claimbook.tables.workspace import folder_of, project_of
from claimbook.tables.writer import settled
from claimbook.text.selector import Selector
from claimbook.text.sentence import sentence

if TYPE_CHECKING:
    from os import PathLike

    from claimbook.judge.evidence import Search
    from claimbook.tables.schema import Rows


AROUND = 150  # characters before and after the number that replace a missing statement, at most


@dataclass(frozen=True)
class Draft:
    """An article as far as it is filled in: enough to look for evidence by, never enough to judge.

    Parameters
    ----------
    folder : Path
        ``data/articles/<id>``.
    claims : dict of str to Claim
        In the order of ``claims.csv``; what is not filled in is empty, see `claims_so_far`.
    """

    folder: Path
    claims: dict

    @property
    def home(self) -> Path:
        """The workspace, which holds data, notebooks and build."""
        return project_of(self.folder)

    @cached_property
    def book(self) -> dict[str, str]:
        """What the words of the data are in Chinese, as far as that is known."""
        path = self.home / "data" / "translations.csv"
        return {row["en"]: row["zh"] for row in read_text(path, "translations")} if path.exists() else {}

    @property
    def searches(self) -> tuple[Search, ...]:
        """The look-ups that are logged by now."""
        path = self.folder / "searches.csv"
        return searches_of(read_text(path, "searches")) if path.exists() else ()


def open_draft(article: str | PathLike[str]) -> Draft:
    """Open an article, finished or not.

    Parameters
    ----------
    article : str or path-like
        Its id, or its folder.

    Returns
    -------
    Draft

    Raises
    ------
    Problems
        If there is no such article, or its text or a table cannot be read at all.
    """
    folder = folder_of(article)
    if not folder.is_dir():
        raise Problems([f"{folder}: there is no such article; `claimbook new FILE --id {folder.name}` makes it"])
    settled(project_of(folder))
    text = decode(folder / "article.txt", "article.txt")
    rows = {name: read_text(folder / f"{name}.csv", name) for name in ("mentions", "claims")}
    return Draft(folder, claims_so_far(rows, text, str(about(folder).get("period", ""))))


def about(folder: str | PathLike[str]) -> dict[str, object]:
    """Return what ``article.toml`` says, as far as it can be read."""
    try:
        return tomllib.loads(decode(Path(folder) / "article.toml", "article.toml"))
    except (Problems, ValueError, RecursionError):
        return {}


def claims_so_far(rows: Rows, text: str, when: str) -> dict[str, Claim]:
    """Return claims as far as they are filled in; the sentence of the article replaces a missing statement.

    Parameters
    ----------
    rows : dict of str to list of dict
        The tables ``mentions`` and ``claims``, unfinished rows too.
    text : str
        The article.
    when : str
        The article's own period, for claims without one.

    Returns
    -------
    dict of str to Claim
        Without a period that is parsed, and without a quantity where the cells hold none.
    """
    anchors = {row["mention"]: row for row in rows["mentions"]}
    return {row["claim"]: _so_far(row, anchors.get(row["mention"], row), text, when) for row in rows["claims"]}


def _so_far(row: Row, anchor: Row, text: str, when: str) -> Claim:
    placed = all(re.fullmatch(r"\d{1,9}", anchor[end], re.ASCII) for end in ("start", "end"))
    selector = selector_of(anchor) if placed else Selector(0, 0, anchor["exact"])
    statement = Statement(row["statement_en"], row["statement_zh"])
    if not statement.texts:
        words = _sentence(text, selector) if placed else selector.exact
        statement = Statement(zh=words) if HAN.search(words) else Statement(en=words)
    same = ("kind", "subject", "metric", "population", "value", "basis", "checkability_reason")
    known = row["checkability"] in list(Checkability)  # the word may be missing, or misspelled, in a draft
    measured = all(re.fullmatch(NUMBER, row[end], re.ASCII) for end in ("low", "high"))
    measured = measured and is_unit(row["unit"]) and row["comparator"] in ("", *COMPARATORS)
    return Claim(id=row["claim"], selector=selector, period=None, period_text=row["period"] or when,
                 quantity=quantity_of(row) if measured else None,
                 checkability=Checkability(row["checkability"]) if known else Checkability.CHECKABLE,
                 depends_on=(), statement=statement, **{name: row[name] for name in same})  # fmt: skip


def _sentence(text: str, selector: Selector) -> str:
    """Return the sentence around some words, or the part of it that is near."""
    first = max(0, selector.start - AROUND)
    near = text[first : selector.end + AROUND]
    left, right = sentence(near, selector.start - first, selector.end - first)
    return near[left:right].strip()
