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
from claimbook.mention import mentions
from claimbook.mention.context import context
from claimbook.mention.folding import fold
from claimbook.mention.rate import rate
from claimbook.mention.tables import Tables
from claimbook.quantity.quantity import COMPARATORS
from claimbook.quantity.unit import is_unit
from claimbook.tables.column import NUMBER
from claimbook.tables.fault import Problems
from claimbook.tables.files import decode, read_text
from claimbook.tables.schema import TABLES, Row
from claimbook.tables.vocabulary import LIMITS, Checkability, Kind, Role
from claimbook.tables.workspace import folder_of, project_of
from claimbook.tables.writer import new_ids, settled
from claimbook.text.selector import Selector, select
from claimbook.text.sentence import sentence

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from claimbook.judge.evidence import Search
    from claimbook.mention import Mention
    from claimbook.mention.context import Context
    from claimbook.tables.schema import Rows


AROUND = 150  # characters before and after the number that replace a missing statement, at most

LETTER = re.compile(r"[^\W\d_]")

# What a number most likely is, by its kind; a person decides.
ROLES = {"date": Role.PERIOD, "clock": Role.PERIOD, "ordinal": Role.ORDINAL, "code": Role.MARKUP}
KINDS = {Kind.SHARE, Kind.CHANGE, Kind.RATIO, Kind.DURATION, Kind.COUNT, Kind.SCHEDULE}  # any other is a level


def drafted(text: str) -> dict[str, list[Row]]:
    """Draft the tables of a text: every number with a likely role, every likely claim."""
    rows: dict[str, list[Row]] = {name: [] for name in ("mentions", "claims", "evidence", "searches", "checks")}
    append(rows, text, mentions(text))
    return rows


def append(rows: Rows, text: str, found: Iterable[Mention]) -> list[str]:
    """Append mentions of a text, and a claim for each that is likely one, to the rows of the two tables.

    Returns
    -------
    list of str
        The ids of the new mentions, which follow those that are there.
    """
    tables, added = Tables(fold(text), text), []
    numbers = new_ids((row["mention"] for row in rows["mentions"]), "m")
    claims = new_ids((row["claim"] for row in rows["claims"]), "c")
    for mention in found:
        likely = Role.PERIOD if mention.low is None else Role.CLAIM  # opening hours have no ends that are a number
        name, role = next(numbers), ROLES.get(mention.kind, likely)
        rows["mentions"].append(_mention_row(name, select(text, mention.start, mention.end), role))
        if role == "claim":
            around = context(text, mention, tables)
            rows["claims"].append(_claim_row(next(claims), name, mention, around, rate(text, mention)))
        added.append(name)
    return added


def claims_at(text: str, rows: Iterable[Row]) -> dict[str, Row]:
    """Draft the claims that hang on some rows of ``mentions.csv``, by the ids of these.

    Parameters
    ----------
    text : str
    rows : list of dict

    Returns
    -------
    dict of str to dict
        Rows of ``claims.csv`` without an id of their own; without a number where none is at those characters.
    """
    found = {str(one.start): one for one in mentions(text) if one.low is not None}
    tables, drafted = Tables(fold(text), text), {}
    for row in rows:
        drafted[row["mention"]] = dict.fromkeys(TABLES["claims"], "")
        if one := found.get(row["start"]):
            around = context(text, one, tables)
            drafted[row["mention"]] |= _claim_row("", row["mention"], one, around, rate(text, one))
        else:
            drafted[row["mention"]] |= {"kind": "level", "mention": row["mention"],
                                        "basis": "none", "checkability": Checkability.CHECKABLE}  # fmt: skip
    return drafted


def _mention_row(name: str, selector: Selector, role: str) -> Row:
    return {"mention": name, "start": str(selector.start), "end": str(selector.end), "exact": selector.exact,
            "prefix": selector.prefix, "suffix": selector.suffix, "role": role}  # fmt: skip


def _claim_row(name: str, mention_id: str, mention: Mention, around: Context, unit: str) -> Row:
    low, high = mention.readings
    two = (low, high) != (mention.low, mention.high)
    precision, why = (
        ("readings", "as much, or as much more") if two else ("spoken" if mention.spoken else "rounded", "")
    )
    if not two and mention.comparator in LIMITS:
        precision, why = "exact", "a limit, which is not rounded"
    return {
        "claim": name, "kind": mention.kind if mention.kind in KINDS else Kind.LEVEL, "mention": mention_id,
        "low": f"{low:f}", "high": f"{high:f}", "unit": unit,
        "metric": around.measures if len(LETTER.findall(around.measures)) > 1 else "",  # one, such as 和, names nothing
        "row_header": around.row, "column_header": around.column,
        "comparator": mention.comparator, "precision": precision, "precision_reason": why,
        "basis": "none", "checkability": Checkability.CHECKABLE,
    }  # fmt: skip


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
        """The project's folder, which holds data, notebooks and build."""
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
