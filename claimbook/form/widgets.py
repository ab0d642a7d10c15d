"""The single widgets: a choice, a line or a few lines of text, a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as w

from claimbook.tables.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


LABELS = {
    "statement_en": "statement, in English", "statement_zh": "statement, in Chinese", "precision_reason": "why exact",
    "checkability_reason": "why not checkable", "of": "belongs to claim", "basis": "basis given",
    "exact": "words", "value": "says, in fixed words", "excluded_by": "excluded by", "as_printed": "as printed",
    "tier_reason": "why this tier", "copy": "kind of copy",
}  # fmt: skip
WIDE = ("statement_en", "statement_zh", "metric", "population", "checkability_reason", "precision_reason", "value",
        "excluded_by", "note", "reason", "inequality")  # fmt: skip
LONG = ("statement_en", "statement_zh", "reason")


def cell(table: str, column: str, value: str) -> w.Widget:
    """Make the widget of a cell: a choice of the schema's words, a line that proposes the usual ones, or plain text."""
    spec = TABLES[table][column]
    label = {"description": LABELS.get(column, column), "tooltip": f"{column}: {spec.meaning}"}
    if spec.open:
        made = w.Combobox(options=spec.allowed, value=value, **label)
    elif allowed := list(spec.allowed):
        made = w.Dropdown(options=options(allowed, value), value=value, **label)
    else:
        made = (w.Textarea if column in LONG else w.Text)(value=value, **label)
    for name in ("claimbook-field", f"claimbook-at-{column}", *(["claimbook-wide"] if column in WIDE else [])):
        made.add_class(name)
    return made


def options(allowed: Iterable[str], value: str) -> list[tuple[str, str]]:
    """Return words and values of a choice; a word that is not allowed stays until another is chosen."""
    values = list(dict.fromkeys([*allowed, value]))
    return [(one or "(empty)" if one in allowed else f"{one or '(empty)'} – not allowed", one) for one in values]


def button(words: str, says: str, name: str) -> w.Button:
    """Make a button with what it says when pointed at, and a name for the keys to find it by."""
    made = w.Button(description=words, tooltip=says)
    made.add_class(f"claimbook-{name}")
    return made


def inside(box: w.Widget) -> Iterator[w.Widget]:
    """Yield a widget and all that it holds."""
    yield box
    for child in getattr(box, "children", ()):
        yield from inside(child)
