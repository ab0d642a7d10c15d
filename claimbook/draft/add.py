"""Add words of the article that nobody drafted: a number that was missed, or a statement the numbers depend on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.draft import rows as rows_of
from claimbook.mention import mentions
from claimbook.tables.fault import Problems
from claimbook.tables.files import decode
from claimbook.tables.schema import KEYS, TABLES
from claimbook.tables.vocabulary import Checkability, Role
from claimbook.tables.writer import new_id, writing
from claimbook.text.selector import select

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.draft.draft import Draft
    from claimbook.mention import Mention
    from claimbook.tables.schema import Row, Rows
    from claimbook.text.selector import Selector


PART = re.compile(r"(.*)\[(.+)\](.*)", re.S)


def drafted_rows(text: str, rows: Rows, words: str) -> Rows:
    """Draft the rows for some words of the article.

    Parameters
    ----------
    text : str
    rows : dict of str to list of dict
        The tables ``mentions`` and ``claims`` as they are.
    words : str
        As they are in the article, once. Of words that occur there more than once, the part in square brackets is
        meant, and what is around it finds it: ``增长[5%]左右``.

    Returns
    -------
    dict of str to list of dict
        New rows by table: a mention and its claim where the words are a number, else a claim that is a statement.

    Raises
    ------
    Problems
        If the words are not in the article exactly once, or are in the tables already.
    """
    return rows_at(text, rows, *_place(text, words.strip()))


def rows_at(text: str, rows: Rows, start: int, end: int) -> Rows:
    """Draft the rows for the words of the article between two characters; see `drafted_rows`."""
    selector, found = select(text, start, end), list(mentions(text))
    _refuse(selector, rows, found)
    number = [m for m in found if (m.start, m.end) == (selector.start, selector.end)]
    if number:
        grown = {name: list(rows[name]) for name in ("mentions", "claims")}
        rows_of.append(grown, rows_of.read(text, found=found), number)
        new = {name: grown[name][len(rows[name]) :] for name in grown}
        new["mentions"][0]["role"] = "claim"
        return new if new["claims"] else new | {"claims": [_hanging(text, rows, new["mentions"][0])]}
    name = new_id("claims", rows["claims"], "s")
    row = {"claim": name, "kind": "statement", "start": str(selector.start), "end": str(selector.end)}
    row |= {"exact": selector.exact, "prefix": selector.prefix, "suffix": selector.suffix}
    row |= {"comparator": "=", "basis": "none", "checkability": Checkability.CHECKABLE}
    return {"claims": [dict.fromkeys(TABLES["claims"], "") | row]}


def _refuse(selector: Selector, rows: Rows, found: Iterable[Mention]) -> None:
    """Raise `Problems` where words are there already, or are a part of a number."""
    where = str(selector.start), str(selector.end)
    for table in ("mentions", "claims"):
        there = next((row for row in rows[table] if (row["start"], row["end"]) == where), None)
        if there:
            raise Problems([f"“{selector.exact}” is there already: {there[KEYS[table]]}"])
    for mention in found:
        if any(mention.start < end < mention.end for end in (selector.start, selector.end)):
            part = f"“{selector.exact}” is a part of the number “{mention.exact}”"
            raise Problems([f"{part}; give all of it or none"])


def add(article: Draft, words: str) -> list[str]:
    """Add some words of an article to its tables, whole or not at all; return the new ids.

    Parameters
    ----------
    article : Draft
        See `claimbook.draft.draft.open_draft`.
    words : str
        See `drafted_rows`.
    """
    with writing(article.folder, "mentions", "claims") as tables:
        text = decode(article.folder / "article.txt", "article.txt")
        if listed := _listed(text, tables.rows, words):
            listed |= {"role": Role.CLAIM, "of": ""}
            claim = _hanging(text, tables.rows, listed)
            tables.add({"claims": [claim]})
            return [claim["claim"]]
        new = drafted_rows(text, tables.rows, words)
        tables.add(new)
    return [row[KEYS[name]] for name, more in new.items() for row in more]


def _listed(text: str, rows: Rows, words: str) -> Row | None:
    """Return the row of a number that is listed, and is no claim yet."""
    start, end = _place(text, words.strip())
    listed = (row for row in rows["mentions"] if (row["start"], row["end"]) == (str(start), str(end)))
    return next((row for row in listed if row["role"] != Role.CLAIM), None)


def _place(text: str, words: str) -> tuple[int, int]:
    """Return start and end of words in a text, or raise `Problems` where that is not clear."""
    if not words:
        raise Problems(["no words are given; copy them from the article"])
    if words not in text and (words.count("[") > 1 or words.count("]") > 1):
        raise Problems(["put one pair of brackets around the words that are meant"])
    before, exact, after = "", words, ""
    if words not in text and (part := PART.fullmatch(words)):
        before, exact, after = part.groups()
    found = [match.start() + len(before) for match in re.finditer(re.escape(before + exact + after), text)]
    if not found:
        raise Problems([f"“{before + exact + after}” is not in the article; copy the words from it"])
    if len(found) > 1:
        fix = f"give more words, and put brackets around the ones that are meant: …[{exact}]…"
        raise Problems([f"“{before + exact + after}” is in the article {len(found)} times; {fix}"])
    return found[0], found[0] + len(exact)


def _hanging(text: str, rows: Rows, mention: Row) -> Row:
    return rows_of.claim_at(text, mention) | {"claim": new_id("claims", rows["claims"], "c")}
