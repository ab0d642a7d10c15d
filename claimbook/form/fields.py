"""The widgets of one number or statement; each is bound to its own cell, so that late input goes to its own row."""

import ipywidgets as w

from claimbook.form.text import quote
from claimbook.mention import ROLES
from claimbook.schema import TABLES
from claimbook.view import Link, safe

LABELS = {
    "statement_en": "statement, in English", "statement_zh": "statement, in Chinese", "precision_reason": "why exact",
    "checkability_reason": "why not checkable", "of": "condition of claim", "basis": "basis given",
    "exact": "words", "value": "says, in fixed words", "excluded_by": "excluded by",
}  # fmt: skip
WIDE = ("statement_en", "statement_zh", "metric", "population", "checkability_reason", "precision_reason", "value",
        "excluded_by", "note", "reason", "inequality")  # fmt: skip
ABOUT = ("statement_en", "statement_zh", "subject", "period", "metric", "population")
WHETHER = ("basis", "checkability", "checkability_reason", "note")
NUMBER = (*ABOUT, "low", "high", "unit", "comparator", "precision", "kind", "precision_reason", *WHETHER)
STATEMENT = (*ABOUT, "value", "excluded_by", *WHETHER)
LONG = ("statement_en", "statement_zh", "reason")


class Fields:
    """The box of one stop.

    Parameters
    ----------
    session : Session
    stop : Stop
    changed : callable
        Called after each entry, with the table and the column.
    """

    def __init__(self, session, stop, changed):
        self.session, self.stop, self._changed = session, stop, changed
        self._cells, self._filling, self._shape = {}, False, None
        self._head, self._meaning, self._missing = w.HTML(), w.HTML(), w.HTML()
        self._meaning.add_class("claimbook-meaning")
        self._head.add_class("claimbook-quote")
        self._missing.add_class("claimbook-missing")
        self._figures, self._sources = session.files.figures()
        self.box = w.VBox()
        self.refresh()

    def refresh(self):
        """Show what the session holds now; widgets stay as long as the same rows are shown."""
        now = self.session.fields(self.stop)
        self._filling = True
        try:
            shape = (now.mention and now.mention["role"] == "condition", [row["claim"] for row in now.claims])
            bounds = [(row["evidence"], _is_bound(row)) for rows in now.evidence.values() for row in rows]
            if self._shape != (shape, bounds):
                self._shape = (shape, bounds)
                self._build(now)
            self._fill(now)
        finally:
            self._filling = False

    def close(self):
        """Take all widgets of the box out of the kernel and the page."""
        for widget in [*_inside(self.box), *self._cells.values()]:
            widget.close()

    def _build(self, now):
        parts = [self._head]
        if now.mention:
            columns = ("role", "of") if now.mention["role"] == "condition" or now.mention["of"] else ("role",)
            parts.append(self._grid("mentions", now.mention, columns))
            parts[-1].children = [parts[-1].children[0], self._meaning, *parts[-1].children[1:]]
        for row in now.claims:
            parts.append(w.HTML(f"<h4>Claim {safe(row['claim'])}</h4>"))
            parts.append(self._grid("claims", row, NUMBER if row["mention"] else STATEMENT))
        parts.append(self._missing)
        for name, rows in now.evidence.items():
            parts.append(w.HTML(f"<h4>Evidence beside {safe(name)} ({len(rows)})</h4>"))
            parts += [self._evidence(row) for row in rows]
        self.box.children = parts

    def _grid(self, table, row, columns):
        grid = w.Box([self._cell(table, row, column) for column in columns])
        grid.add_class("claimbook-grid")
        return grid

    def _evidence(self, row):
        columns = ("relation", "direction", "inequality", "reason") if _is_bound(row) else ("relation", "reason")
        told = w.HTML(_told(row, self._figures, self._sources))
        box = w.VBox([told, self._grid("evidence", row, columns)])
        box.add_class("claimbook-evidence")
        return box

    def _cell(self, table, row, column):
        """Return the widget of a cell, the same one each time."""
        name = row[next(iter(TABLES[table]))]
        if (table, name, column) not in self._cells:
            self._cells[table, name, column] = widget = _widget(table, column, row[column])
            widget.observe(lambda change: self._entered(table, name, column, change["new"]), "value")
        return self._cells[table, name, column]

    def _entered(self, table, name, column, value):
        if not self._filling:
            typing = not isinstance(self._cells[table, name, column], w.Dropdown)
            self.session.set(table, name, column, value or "", typing)
            self._changed(table, column)

    def _fill(self, now):
        rows = [("mentions", now.mention)] if now.mention else []
        rows += [("claims", row) for row in now.claims]
        rows += [("evidence", row) for group in now.evidence.values() for row in group]
        for table, row in rows:
            name = row[next(iter(TABLES[table]))]
            faults = now.faults[table, name]
            for column in row:
                if widget := self._cells.get((table, name, column)):
                    if isinstance(widget, w.Dropdown) and row[column] not in [value for _, value in widget.options]:
                        widget.options = _options([value for _, value in widget.options], row[column])
                    widget.value = row[column]
                    (widget.add_class if column in faults else widget.remove_class)("claimbook-fault")
        row = now.mention or now.claims[0]
        self._meaning.value = safe(ROLES.get(row.get("role"), ""))
        self._head.value = f"<h4>{safe(self.stop.id)} “{safe(row['exact'])}”</h4>{quote(self.session, self.stop)}"
        self._missing.value = _missing(now.faults)


def _widget(table, column, value):
    """Make the widget of a cell: a choice where the schema names the words, else a line or a few lines of text."""
    spec = TABLES[table][column]
    label = {"description": LABELS.get(column, column), "tooltip": f"{column}: {spec.description}"}
    if allowed := list(spec.metadata["allowed"]):
        widget = w.Dropdown(options=_options(allowed, value), value=value, **label)
    else:
        widget = (w.Textarea if column in LONG else w.Text)(value=value, **label)
    for name in ("claimbook-field", f"claimbook-at-{column}", *(["claimbook-wide"] if column in WIDE else [])):
        widget.add_class(name)
    return widget


def _options(allowed, value):
    """Return words and values of a choice; a word that is not allowed stays until another is chosen."""
    values = list(dict.fromkeys([*allowed, value]))
    return [(one or "(empty)" if one in allowed else f"{one or '(empty)'} – not allowed", one) for one in values]


def _is_bound(row):
    return row["relation"] == "bound" or bool(row["direction"] or row["inequality"])


def _missing(faults):
    lines = [
        f"<li><b>{safe(name)}, {safe(LABELS.get(column, column))}</b> {safe(words)}</li>"
        for (_, name), found in faults.items()
        for column, words in found.items()
    ]
    return f"Still missing:<ul>{''.join(lines)}</ul>" if lines else "✓ Nothing is missing here."


def _told(row, figures, sources):
    """Tell which figure a row sets beside the claim, as HTML."""
    figure = figures.get(row["figure"])
    if not figure:
        return f"<b>{safe(row['evidence'])}</b> {safe(row['figure'])}"
    source = sources.get(figure["source"], {"publisher": figure["source"], "url": ""})
    facts = "; ".join(filter(None, (figure["metric"], figure["entity"], figure["population"], figure["period"])))
    link = Link(source["publisher"], source["url"]).html.replace("<a ", '<a target="_blank" ', 1)  # the form stays open
    return f"<b>{safe(row['evidence'])}</b> “{safe(figure['as_printed'])}” ({safe(facts)}), {link}"


def _inside(box):
    """Yield a widget and all that it holds."""
    yield box
    for child in getattr(box, "children", ()):
        yield from _inside(child)
