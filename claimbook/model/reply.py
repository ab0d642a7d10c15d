"""A reply as items of exactly the fields that were asked for; whatever else a model writes is not looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator

from claimbook.model.words import What

Item = dict[str, str | int | dict[str, str]]
TEXT, PLACE, PAIR = "text", "number", "object"
FIELDS: dict[What, dict[str, str]] = {
    What.CLAIMS: {
        **dict.fromkeys(("mention", "role", "quote", "metric", "subject", "population", "period"), TEXT),
        "at": PLACE,
    },
    What.STATEMENTS: {**dict.fromkeys(("claim", "quote", "statement_en", "statement_zh"), TEXT), "at": PLACE},
    What.EVIDENCE: {
        **dict.fromkeys(("claim", "passage", "quote", "number", "relation"), TEXT),
        "at": PLACE,
        "difference": PAIR,
    },
    What.CHECKS: {**dict.fromkeys(("left", "op", "right", "quote"), TEXT), "at": PLACE},
}
DIFFERENCE = ("column", "page", "claim")
MOST = 2000  # items of a reply that are read
LONGEST = 4000  # characters of a field


class Unreadable(Exception):
    """Why a reply as a whole cannot be read."""


def items_of(what: What, content: str) -> tuple[list[Item], list[str]]:
    """Return the items of a reply, and what is wrong with each of the others.

    Raises
    ------
    Unreadable
        If it is not one JSON object with the list ``items`` alone.

    Examples
    --------
    >>> items_of(What.CHECKS, '{"items": [{"left": "c01"}]}')
    ([], ['item 1 of the reply: lacks “at”'])
    """
    items = _list(content)
    sound, faults = list[Item](), list[str]()
    for at, item in enumerate(items[:MOST], 1):
        if fault := next(_faults(what, item), ""):
            faults.append(f"item {at} of the reply: {fault}")
        else:
            sound.append(item)
    return sound, [*faults, *(f"item {at} of the reply: is one too many" for at in range(MOST + 1, len(items) + 1))]


def _list(content: str) -> list[Item]:
    text = content.strip()
    if text.startswith("```") and text.endswith("```"):  # how many models set off JSON
        text = text.removeprefix("```json").removeprefix("```").removesuffix("```")
    try:
        made = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError):
        raise Unreadable("the reply is not JSON, or is cut off") from None
    if not isinstance(made, dict) or set(made) != {"items"} or not isinstance(made["items"], list):
        raise Unreadable("the reply is not an object with the list “items” alone")
    return made["items"]


def _refuse(word: str) -> None:
    raise ValueError(word)


def _faults(what: What, item: object) -> Iterator[str]:
    """Yield how an item differs from the fields that were asked for."""
    fields = FIELDS[what]
    if not isinstance(item, dict):
        yield "is no object"
        return
    for name in sorted(fields.keys() - item.keys()):
        yield f"lacks “{name}”"
    for name in sorted(item.keys() - fields.keys()):
        yield f"has “{name[:40]}”, which was not asked for"
    for name, kind in fields.items():
        if name in item and not _fits(kind, item[name]):
            yield f"“{name}” is not a {kind}"


def _fits(kind: str, value: object) -> bool:
    if kind == PLACE:
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == TEXT:
        return isinstance(value, str) and len(value) <= LONGEST
    return isinstance(value, dict) and set(value) == set(DIFFERENCE) and all(_fits(TEXT, one) for one in value.values())
