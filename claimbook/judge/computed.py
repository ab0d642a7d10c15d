"""Computed figures: what follows from recorded figures by an expression in the open."""

import re
from collections.abc import Iterable, Mapping

from claimbook.judge.arithmetic import span
from claimbook.judge.source import Figure
from claimbook.language.phrase import Statement, show
from claimbook.quantity.period import period
from claimbook.quantity.quantity import Quantity
from claimbook.tables.references import ID, names
from claimbook.tables.schema import Row

FEW = 4  # parts of a long list that are printed; the rest is counted
LONG_LIST = re.compile(r"f\d+(?:, ?f\d+){5,}")


def computed_of(rows: Iterable[Row], figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """Return the rows of ``computed.csv`` as `Figure`, by id.

    Raises
    ------
    Exception
        Whatever pint, a part without a number, a place that nothing fills or a limit of `span` raises.
    """
    return {row["computed"]: computed(row, figures) for row in rows}


def computed(row: Row, figures: Mapping[str, Figure]) -> Figure:
    """Compute one figure.

    Its interval is computed over those of its parts, each read as wide as it was recorded; its tier and its kind of
    copy are the weakest of theirs, and its origins are theirs together.
    """
    parts = tuple(figures[name] for name in names(row["expression"]))
    known = {part.id: part.quantity for part in parts if part.quantity}
    level = span(row["expression"], known, row["unit"])
    fills = {name: quantity for name, quantity in known.items()} | {"result": show(level, row["unit"])}
    formula = Statement(row["words_en"], row["words_zh"], fills)
    str(formula), formula.said("zh")  # a place that nothing fills is found now, not when a page is written
    return Figure(
        row["computed"],
        max((part.source for part in parts), key=lambda source: (source.tier.rank, source.copy.rank)),
        row["metric"],
        row["entity"],
        row["population"],
        period(row["period"]),
        row["period"],
        Quantity(level.low, level.high, row["unit"], "=", "exact"),
        "",
        _printed(row["expression"], parts),
        "; ".join(sorted({part.origin for part in parts})),
        note=row["note"],
        parts=parts,
        formula=formula,
    )


def _printed(expression: str, parts: tuple[Figure, ...]) -> str:
    """Return the expression with each part as its source prints it; of a long list, the first few."""
    printed = {part.id: f"“{part.as_printed}”" for part in parts}
    return ID.sub(lambda match: printed[match[0]], LONG_LIST.sub(_shortened, expression))


def _shortened(found: re.Match[str]) -> str:
    ids = found[0].split(",")
    return f"{','.join(ids[:FEW])}, … {len(ids) - FEW} more"
