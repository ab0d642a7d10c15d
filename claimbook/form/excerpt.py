"""A page of the article with its numbers marked: short enough to be seen whole beside the card."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimbook.form.changes import Stop
from claimbook.form.stops import anchor
from claimbook.language.phrase import HAN, phrase
from claimbook.report.blocks import BIDI

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimbook.case.case import Case
    from claimbook.form.session import Session

PAGE = 1100  # letters of a page; a Chinese character counts as two
LONG = 4000  # characters of a paragraph that is divided
STATES = {"open": "to fill in", "done": "filled in", "other": "no claim"}
SIGNS = {"open": "✎", "done": "", "other": ""}

Span = tuple[int, int, Stop, str]  # start, end, stop, state
Piece = str | dict[str, Any]  # words, or marked words with what is inside


def pages(text: str) -> list[tuple[int, int]]:
    """Return start and end of the pages of a text, cut between paragraphs.

    Examples
    --------
    >>> pages("a" * 700 + "\\n" + "b" * 700)
    [(0, 701), (701, 1401)]
    """
    found: list[tuple[int, int]] = []
    start, weight = 0, 0
    for match in re.finditer(rf"[^\n]{{1,{LONG}}}\n?|\n", text):
        more = len(match[0]) + len(HAN.findall(match[0]))
        if weight and weight + more > PAGE and text[start : match.start()].strip():
            found.append((start, match.start()))
            start, weight = match.start(), 0
        weight += more
    return [*found, (start, len(text))] if text else [(0, 0)]


def page_of(session: Session, stop: Stop | None) -> int:
    """Return the number of the page that a stop is on, from 0."""
    span = placed(session, stop) if stop else None
    return next((at for at, (_, end) in enumerate(pages(session.text)) if span and span[0] < end), 0)


def placed(session: Session, stop: Stop) -> tuple[int, int] | None:
    """Return start and end of a stop, or None where its words are not at its characters."""
    row = anchor(session.rows, stop)
    if row is None or not all(re.fullmatch(r"\d{1,9}", row[end]) for end in ("start", "end")) or not row["exact"]:
        return None
    start, end = int(row["start"]), int(row["end"])
    return (start, end) if session.text[start:end] == row["exact"] else None


def on_page(session: Session, page: int) -> list[Span]:
    """Return what is marked on a page, the outer before the inner, without what overlaps another halfway."""
    first, last = pages(session.text)[page]
    spans = [
        (*where, stop, state)
        for stop, state in session.states.items()
        if (where := placed(session, stop)) and first <= where[0] and where[1] <= last
    ]
    return _apart(spans)


def _apart(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    ends: list[int] = []
    for span in sorted(spans, key=lambda one: (one[0], -one[1])):
        ends = [end for end in ends if end > span[0]]
        if not ends or span[1] <= ends[-1]:
            kept.append(span)
            ends.append(span[1])
    return kept


def excerpt(session: Session, page: int, case: Case | None, language: str) -> dict[str, Any]:
    """Return a page of the article as the view draws it.

    Returns
    -------
    dict
        ``page`` and ``pages``, ``start`` (the place of its first character), ``open`` (how many are to be filled in on
        the page) and ``pieces``: words, or marked words with their id, state, sign, tip and what is inside of them.
    """
    every, spans = pages(session.text), on_page(session, page)
    claims = {row["mention"] or row["claim"]: row["claim"] for row in session.rows["claims"]}
    marks = {stop: _mark(stop, state, claims.get(stop.id, ""), case, language) for *_, stop, state in spans}
    return {
        "page": page,
        "pages": len(every),
        "start": every[page][0],
        "open": sum(state == "open" for *_, state in spans),
        "pieces": _drawn(session.text, *every[page], spans, marks),
    }


def _drawn(text: str, start: int, end: int, spans: Sequence[Span], marks: Mapping[Stop, dict[str, Any]]) -> list[Piece]:
    """Return a part of the text as words and marked words, a number inside a statement inside its mark."""
    pieces: list[Piece] = []
    while spans:
        (left, right, stop, _), spans = spans[0], spans[1:]
        inner = [span for span in spans if span[0] < right]
        spans = spans[len(inner) :]
        pieces += [_shown(text[start:left]), marks[stop] | {"in": _drawn(text, left, right, inner, marks)}]
        start = right
    return [piece for piece in (*pieces, _shown(text[start:end])) if piece]


def _mark(stop: Stop, state: str, claim: str, case: Case | None, language: str) -> dict[str, Any]:
    verdict = case.verdicts[claim].verdict if case and state == "done" and claim in case.verdicts else None
    word = phrase(verdict or STATES[state]).said(language)
    sign = verdict.sign if verdict else SIGNS[state]
    return {
        "id": stop.id,
        "claim": claim,
        "state": str(verdict or state),
        "sign": sign,
        "tip": f"{claim or stop.id}: {word}",
    }


def _shown(text: str) -> str:
    """Return text with the characters that reorder what is around them shown by name."""
    return text.translate(BIDI)
