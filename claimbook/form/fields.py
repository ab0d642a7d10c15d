"""The widgets of one number or statement; each is bound to its own cell, so that late input goes to its own row."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import ipywidgets as w

from claimbook.case.row_rules import drafted_cells
from claimbook.form.finding import shown, taken
from claimbook.form.stops import printed, untouched
from claimbook.form.text import quote
from claimbook.form.widgets import LABELS, button, cell, inside, options
from claimbook.report.blocks import Link, safe
from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import BELONGING, Relation, Role

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from claimbook.find.passage import Number, Passage
    from claimbook.form.finding import Finding
    from claimbook.form.session import Session
    from claimbook.form.stops import Stop, StopRows
    from claimbook.tables.schema import Row


ABOUT = ("statement_en", "statement_zh", "subject", "period", "metric", "population")
WHETHER = ("basis", "checkability", "checkability_reason", "note")
NUMBER = (*ABOUT, "low", "high", "unit", "comparator", "precision", "kind", "precision_reason", *WHETHER)
STATEMENT = (*ABOUT, "value", "excluded_by", *WHETHER)
FIGURE = ("as_printed", "metric", "entity", "population", "period", "value", "low", "high", "unit", "comparator",
          "precision", "note")  # fmt: skip
SOURCE = ("title", "publisher", "author", "url", "published", "tier", "tier_reason", "copy", "origin", "note")


class Fields:
    """The box of one stop.

    Parameters
    ----------
    session : Session
    stop : Stop
    changed : callable
        Called after each entry, with the table and the column.
    finding : Finding, optional
        Documents in which passages for the claims are looked for.
    """

    def __init__(
        self, session: Session, stop: Stop, changed: Callable[[str, str], None], finding: Finding | None = None
    ) -> None:
        self.session, self.stop, self._changed, self._finding = session, stop, changed, finding
        self._found: dict[str, list[tuple[Passage, Number | None]]] = {}
        self._open: set[str] = set()
        self._cells: dict[tuple[str, str, str], w.Widget] = {}
        self._confirms: dict[str, w.Button] = {}
        self._filling, self._shape = False, object()
        self._head, self._meaning, self._missing = w.HTML(), w.HTML(), w.HTML()
        self._meaning.add_class("claimbook-meaning")
        self._head.add_class("claimbook-quote")
        self._missing.add_class("claimbook-missing")
        self.box = w.VBox()
        self.look()

    def look(self) -> None:
        """Look for passages by the claims as they are now, and show all."""
        if self._finding:
            claims = self.session.fields(self.stop).claims
            self._found = {row["claim"]: self._finding.found(self.session, row) for row in claims}
        self.refresh()

    def refresh(self) -> None:
        """Show what the session holds now; widgets stay as long as the same rows are shown."""
        now = self.session.fields(self.stop)
        self._filling = True
        try:
            self._fill(now)  # first, since a box that is drawn anew sends its content back once more
            if self._shape != (shape := self._shape_of(now)):
                self._shape = shape
                self._build(now)
                self._fill(now)
        finally:
            self._filling = False

    def _shape_of(self, now: StopRows) -> object:
        """Return what the box is made of; it is built again only when that changes."""
        rows = [row for rows in now.evidence.values() for row in rows]
        self._open |= {row["evidence"] for row in rows if untouched(now, row)}
        bounds = [(row["evidence"], _is_bound(row), row["evidence"] in self._open) for row in rows]
        found = [(row["claim"], [(*one, taken(self.session, row, one[0])) for one in self._found.get(row["claim"], [])])
                 for row in now.claims]  # fmt: skip
        return now.mention and now.mention["role"] in BELONGING, bounds, found, self.session.newest

    def close(self) -> None:
        """Take all widgets of the box out of the kernel and the page."""
        for widget in [*inside(self.box), *self._cells.values(), *self._confirms.values()]:
            widget.close()

    def _build(self, now: StopRows) -> None:
        parts = [self._head]
        if now.mention:
            columns = ("role", "of") if now.mention["role"] in BELONGING or now.mention["of"] else ("role",)
            parts.append(self._grid("mentions", now.mention, columns))
            parts[-1].children = [parts[-1].children[0], self._meaning, *parts[-1].children[1:]]
        for row in now.claims:
            parts.append(w.HTML(f"<h4>Claim {safe(row['claim'])}</h4>"))
            parts.append(self._grid("claims", row, NUMBER if row["mention"] else STATEMENT))
            parts.append(self._confirm(row["claim"]))
        parts.append(self._missing)
        for name, rows in now.evidence.items():
            parts.append(w.HTML(f"<h4>Evidence beside {safe(name)} ({len(rows)})</h4>"))
            parts += [self._evidence(now, row) for row in rows]
        before = list(inside(self.box))
        self.box.children = [*parts, *self._passages(now)]
        kept = {id(widget) for widget in [*inside(self.box), *self._cells.values(), *self._confirms.values()]}
        for widget in before:
            if id(widget) not in kept:
                widget.close()

    def _grid(self, table: str, row: Row, columns: Sequence[str]) -> w.Box:
        grid = w.Box([self._cell(table, row, column) for column in columns])
        grid.add_class("claimbook-grid")
        return grid

    def _confirm(self, name: str) -> w.Button:
        """Return the button that confirms what was drafted of a claim, the same one each time."""
        if name not in self._confirms:
            says = "a program drafted the dashed cells; press when they are right, or fix them"
            self._confirms[name] = button("Confirm what was drafted (Alt+C)", says, "confirm")
            self._confirms[name].on_click(lambda _: self._entered("claims", name, "drafted", ""))
        return self._confirms[name]

    def _evidence(self, now: StopRows, row: Row) -> w.VBox:
        columns = ("relation", "direction", "inequality", "reason") if _is_bound(row) else ("relation", "reason")
        figure, source = printed(now, row)
        parts = [w.HTML(_told(row, figure, source)), self._grid("evidence", row, columns)]
        if figure and source:
            parts.append(button("figure and source", "what it measures, of whom and when, and who says it", "figure"))
            parts[-1].on_click(lambda _: self._toggle(row["evidence"]))
        if figure and source and row["evidence"] in self._open:
            parts += [w.HTML(f"<h5>Figure {safe(figure['figure'])}</h5>"), self._grid("figures", figure, FIGURE)]
            parts += [w.HTML(f"<h5>Source {safe(source['source'])}</h5>"), self._grid("sources", source, SOURCE)]
        box = w.VBox(parts)
        box.add_class("claimbook-evidence")
        if row["evidence"] == self.session.newest:
            box.add_class("claimbook-newest")
        return box

    def _toggle(self, name: str) -> None:
        self._open ^= {name}
        self.refresh()

    def _passages(self, now: StopRows) -> list[w.Widget]:
        """Return what shows the passages that were found for each claim, each with a button that takes it in."""
        parts, number = [], itertools.count(1)
        for row in now.claims if self._finding else ():
            parts.append(w.HTML(f"<h4>In your documents, for {safe(row['claim'])}</h4>"))
            found = self._found.get(row["claim"], [])
            parts += [self._passage(row, next(number), *one) for one in found] or [w.HTML("Nothing was found.")]
        return parts

    def _passage(self, row: Row, place: int, passage: Passage, number: Number | None) -> w.VBox:
        shown_passage = w.HTML(shown(place, passage, number))
        if name := taken(self.session, row, passage):
            box = w.VBox([shown_passage, w.HTML(f"✓ {safe(name)} sets it beside the claim")])
        else:
            key = f" (Alt+{place})" if place < 10 else ""
            take = button(f"Take in{key}", "as a figure beside the claim; it counts for nothing yet", f"take-{place}")
            dated = self._finding.claim(self.session, row).dated if self._finding else None
            suiting = [one for one in passage.numbers if one.suits(dated)]
            numbers = [("no number: words", None), *((one.words, one) for one in suiting)]
            which = w.Dropdown(options=numbers, value=number, description="which number")
            take.on_click(lambda _: self._take(row["claim"], passage, which.value))
            box = w.VBox([shown_passage, w.HBox([take, which])])
        box.add_class("claimbook-passage")
        return box

    def _take(self, name: str, passage: Passage, number: Number | None) -> None:
        row = next((row for row in self.session.rows["claims"] if row["claim"] == name), None)
        if row and self._finding:
            self.session.take(self._finding.claim(self.session, row), passage, number, self._finding.docs)
            self._changed("evidence", "evidence")

    def _cell(self, table: str, row: Row, column: str) -> w.Widget:
        """Return the widget of a cell, the same one each time."""
        name = row[next(iter(TABLES[table]))]
        if (table, name, column) not in self._cells:
            self._cells[table, name, column] = widget = cell(table, column, row[column])
            widget.observe(lambda change: self._entered(table, name, column, change["new"]), "value")
        return self._cells[table, name, column]

    def _entered(self, table: str, name: str, column: str, value: str | None) -> None:
        if not self._filling:
            typing = not isinstance(self._cells.get((table, name, column)), w.Dropdown | None)
            self.session.set(table, name, column, value or "", typing)
            self._changed(table, column)

    def _fill(self, now: StopRows) -> None:
        rows = [("mentions", now.mention)] if now.mention else []
        rows += [("claims", row) for row in now.claims]
        beside = [row for group in now.evidence.values() for row in group]
        rows += [("evidence", row) for row in beside]
        for pair in (printed(now, row) for row in beside):
            rows += [(table, row) for table, row in zip(("figures", "sources"), pair, strict=True) if row]
        for table, row in rows:
            name = row[next(iter(TABLES[table]))]
            faults = now.faults[table, name]
            for column in row:
                if widget := self._cells.get((table, name, column)):
                    if isinstance(widget, w.Dropdown) and row[column] not in [value for _, value in widget.options]:
                        widget.options = options([value for _, value in widget.options], row[column])
                    widget.value = row[column]
                    (widget.add_class if column in faults else widget.remove_class)("claimbook-fault")
                    (widget.add_class if column in drafted_cells(row) else widget.remove_class)("claimbook-drafted")
        for row in now.claims:
            if row["claim"] in self._confirms:
                self._confirms[row["claim"]].layout.display = "" if row["drafted"] else "none"
        row = now.mention or now.claims[0]
        self._meaning.value = safe(Role(row["role"]).meaning if row.get("role") in set(Role) else "")
        self._head.value = f"<h4>{safe(self.stop.id)} “{safe(row['exact'])}”</h4>{quote(self.session, self.stop)}"
        self._missing.value = _missing(now.faults)


def _is_bound(row: Row) -> bool:
    return row["relation"] == Relation.BOUND or bool(row["direction"] or row["inequality"])


def _missing(faults: Mapping[tuple[str, str], Mapping[str, str]]) -> str:
    lines = [
        f"<li><b>{safe(name)}, {safe(LABELS.get(column, column))}</b> {safe(words)}</li>"
        for (_, name), found in faults.items()
        for column, words in found.items()
    ]
    return f"Still missing:<ul>{''.join(lines)}</ul>" if lines else "✓ Nothing is missing here."


def _told(row: Row, figure: Row | None, source: Row | None) -> str:
    """Describe the figure that a row sets beside the claim, as HTML."""
    if not figure:
        return f"<b>{safe(row['evidence'])}</b> {safe(row['figure'])}"
    source = source or {"publisher": figure["source"], "url": ""}
    facts = "; ".join(filter(None, (figure["metric"], figure["entity"], figure["population"], figure["period"])))
    link = Link(source["publisher"], source["url"]).html.replace("<a ", '<a target="_blank" ', 1)  # the form stays open
    return f"<b>{safe(row['evidence'])}</b> “{safe(figure['as_printed'])}” ({safe(facts)}), {link}"
