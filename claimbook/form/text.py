"""The article with its numbers and statements marked, the one under review most of all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.form.stops import Stop, anchor
from claimbook.report.blocks import safe
from claimbook.report.marks import marked

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimbook.form.session import Session


AROUND = 20_000  # characters shown before and after the place under review, and as many again to the next line end
SIGNS = {"done": "✓", "open": "○", "other": ""}
WORDS = {"done": "complete", "open": "something is missing", "other": "no claim"}
KEY = "✓ complete   ○ something is missing   dotted: no claim"

Span = tuple[int, int, Stop, str]  # start, end, stop, state


def article(session: Session, language: str = "") -> str:
    """Return the article as HTML, each stop in a mark that names it.

    Parameters
    ----------
    session : Session
    language : str
        Two letters for screen readers and for the choice of glyphs.
    """
    text, states = session.text, session.states
    spans = [span for stop, state in states.items() if (span := _span(session, stop, state))]
    here = next((span for span in spans if span[2] == session.at), (0, 0))
    first, last = _window(text, here[0], here[1])
    inside = _apart([span for span in spans if first <= span[0] and span[1] <= last])
    body = marked(text, first, last, inside, lambda words, stop, state: _mark(words, stop, state, session.at))
    before = f"<i>… {first:,} characters before</i>\n" if first else ""
    after = f"\n<i>… {len(text) - last:,} characters after</i>" if last < len(text) else ""
    return f'<div class="claimbook-text" tabindex="0" lang="{safe(language)}">{before}{body}{after}</div>'


def _span(session: Session, stop: Stop, state: str) -> Span | None:
    """Return start, end, stop and state, or None where the words of a row are not at its characters."""
    row = anchor(session.rows, stop)
    if row is None or not (all(re.fullmatch(r"\d{1,9}", row[end]) for end in ("start", "end")) and row["exact"]):
        return None
    start, end = int(row["start"]), int(row["end"])
    return (start, end, stop, state) if session.text[start:end] == row["exact"] else None


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    """Return what to show around a place: up to a line end, as long as one is near."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    return text.rfind("\n", max(0, first - AROUND), first) + 1 or first, (
        text.find("\n", last, last + AROUND) + 1 or last
    )


def _apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans the outer before the inner, without those that overlap another halfway."""
    kept: list[Span] = []
    ends: list[int] = []
    for span in sorted(spans, key=lambda one: (one[0], -one[1])):
        ends = [end for end in ends if end > span[0]]
        if not ends or span[1] <= ends[-1]:
            kept.append(span)
            ends.append(span[1])
    return kept


def _mark(words: str, stop: Stop, state: str, current: Stop | None) -> str:
    """Mark words that are HTML already."""
    here = ' aria-current="true"' if stop == current else ""
    name, tip = safe(stop.id), safe(f"{stop.id}: {WORDS[state]}")
    sign = f"<sup>{SIGNS[state]}</sup>"
    return f'<mark class="{state}" data-stop="{name}" title="{tip}"{here}>{words}{sign}</mark>'


def quote(session: Session, stop: Stop) -> str:
    """Return the line around the words of a stop, as HTML, the words in a mark."""
    row, text = anchor(session.rows, stop), session.text
    span = _span(session, stop, "open")
    if span is None:
        return f"<p><mark>{safe(row['exact'] if row else '')}</mark></p>"
    start, end = span[:2]
    left = max(text.rfind("\n", 0, start) + 1, start - 70)
    right = min(len(text) if (line := text.find("\n", end)) < 0 else line, end + 70)
    lead, tail = "…" * (left > 0 and text[left - 1] != "\n"), "…" * (right < len(text) and text[right] != "\n")
    return f"<p>{lead}{safe(text[left:start])}<mark>{safe(text[start:end])}</mark>{safe(text[end:right])}{tail}</p>"
