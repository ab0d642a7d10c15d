"""A row of evidence as a card: the source's words with the number marked, who says it, and how it differs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimbook.case.row_rules import drafted_cells
from claimbook.find.reason import differences
from claimbook.form.stops import printed
from claimbook.judge.evidence import bearing
from claimbook.language.phrase import phrase, say
from claimbook.mention import mentions
from claimbook.propose.written import measured
from claimbook.quantity.quantity import Quantity
from claimbook.report.blocks import BIDI
from claimbook.tables.vocabulary import LEFT_TO_A_PERSON, TO_FILL, UNTIERED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.case.case import Case
    from claimbook.form.stops import StopRows
    from claimbook.tables.schema import Row

QUOTE = 240  # characters of a source that are shown before and after its number


def cards(now: StopRows, claim: Row, case: Case | None, language: str, book: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the evidence beside a claim, in the order of its rows."""
    return [_card(now, claim, row, case, language, book) for row in now.evidence.get(claim["claim"], [])]


def _card(
    now: StopRows, claim: Row, row: Row, case: Case | None, language: str, book: Mapping[str, str]
) -> dict[str, Any]:
    figure, source = printed(now, row)
    item = next((one for one in case.evidence if one.id == row["evidence"]), None) if case else None
    made: dict[str, Any] = {"id": row["evidence"], "cells": row, "figure": figure, "source": source}
    made["proposed"] = row.get("proposed", "")
    made["bears"] = phrase(bearing(item)).said(language) if item else ""
    if item and item.figure.parts:
        made["quote"] = ["", say(item.figure.formula, language, book), ""]
        made["who"] = "; ".join(dict.fromkeys(one.author or one.publisher for one in item.figure.sources))
        made |= {
            "when": "",
            "url": "",
            "about": _about(item.figure.metric, item.figure.entity, item.figure.period_text),
        }
        return made | {"says": say(item.figure.says, language, book), "differs": [], "computed": True, "asks": False}
    if figure is None:
        return made | {
            "quote": ["", row["figure"], ""],
            "who": "",
            "when": "",
            "url": "",
            "about": "",
            "says": "",
            "differs": [],
            "asks": False,
        }
    quantity = measured(figure)
    made["quote"] = quoted(figure["as_printed"], quantity)
    made["says"] = say(quantity, language) if quantity else figure["value"]
    made["about"] = _about(figure["metric"], figure["entity"], figure["population"], figure["period"])
    made["differs"] = [one.said(language, book) for one in differences(claim, figure)]
    return made | _who(source)


def _who(source: Row | None) -> dict[str, Any]:
    if source is None:
        return {"who": "", "when": "", "url": "", "asks": False}
    named = [name for name in (source["author"], source["publisher"]) if name and name not in LEFT_TO_A_PERSON]
    url = source["url"] if re.match(r"https?://", source["url"]) else ""
    asks = UNTIERED in source["tier_reason"] or len(named) < 2 or "tier" in drafted_cells(source)
    who = " · ".join(dict.fromkeys(named)) or source["title"]
    return {"who": who, "when": source["published"], "url": url, "asks": asks, "title": source["title"]}


def _about(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def quoted(words: str, quantity: Quantity | None) -> list[str]:
    """Return words before, the number itself, and words after; of a long text, what is near the number."""
    start, end = 0, len(words)
    for one in mentions(words) if len(words) < 20_000 else ():
        if quantity and (one.low, one.high, one.unit) == (quantity.low, quantity.high, quantity.unit.partition("/")[0]):
            start, end = one.start, one.end
            break
    return cut(words, start, end)


def in_passage(one: Mapping[str, Any], texts: Mapping[str, str]) -> list[str]:
    """Return the quotation of a card with the passage around it, where that is known."""
    figure: Row = one["figure"] or {}
    text, printed = texts.get(figure.get("passage_sha256", ""), ""), figure.get("as_printed", "")
    if text and printed == TO_FILL:
        return cut(text, 0, 0)
    at = text.find(printed) if text and printed else -1
    return cut(text, at, at + len(printed)) if at >= 0 else one["quote"]


def cut(words: str, start: int, end: int) -> list[str]:
    """Return the words before, in and after a place, those around it as far as they are near."""
    before, after = words[max(0, start - QUOTE) : start], words[end : end + QUOTE]
    lead, tail = "…" * (start > QUOTE), "…" * (len(words) - end > QUOTE)
    return [part.translate(BIDI) for part in (lead + before, words[start:end][: 4 * QUOTE], after + tail)]
