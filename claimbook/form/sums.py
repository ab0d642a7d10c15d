"""The checks about a claim as its card shows them: what each comes to, also while other claims are in work."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimbook.form.entry import shown
from claimbook.form.said import said_note
from claimbook.language.phrase import phrase
from claimbook.propose.written import evaluated, quantities
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimbook.judge.finding import Finding
    from claimbook.tables.schema import Row, Rows


def sums(
    rows: Rows, text: str, claim: str, found: Finding | None, language: str, book: Mapping[str, str]
) -> list[dict[str, Any]]:
    """Return the checks about a claim; those that wait for other claims say so, and what they come to so far.

    Parameters
    ----------
    rows : dict of str to list of dict
    text : str
    claim : str
    found : Finding or None
        Its verdict with the checks that count.
    language : str
    book : dict of str to str
        English words of the data and what they are in Chinese.
    """
    counted = {one.check.id: one for one in found.facts.outcomes} if found else {}
    about = [row for row in rows["checks"] if claim in f"{row['premise']} {row['conclusion']}".split()]
    book = {row["en"]: row["zh"] for row in rows["translations"]} | dict(book)
    waiting = iter(_waiting(rows, text, [row for row in about if row["check"] not in counted], language, book))
    return [
        _named(row, shown(counted[row["check"]], language, book), language, book)
        if row["check"] in counted
        else _named(row, next(waiting), language, book)
        for row in about
    ]


def _named(row: Row, says: dict[str, Any], language: str, book: Mapping[str, str]) -> dict[str, Any]:
    return {"id": row["check"], "title": phrase(row["title"]).said(language, book), "waits": False} | says


def _waiting(
    rows: Rows, text: str, checks: list[Row], language: str, book: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    known = quantities(rows, text) if checks else {}
    for row in checks:
        try:
            yield shown(evaluated(row, known), language, book) | {"waits": True}
        except Problems as problems:
            yield {"result": "", "word": "", "words": said_note(problems.sentences[0], language), "waits": True}
