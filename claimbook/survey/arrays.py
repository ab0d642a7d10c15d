"""Rows as Arrow tables: cells become columns whole, and what follows from a column is computed of all of it at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from claimbook.survey.keys import head_of, quantities
from claimbook.survey.schema import schemas_of

if TYPE_CHECKING:
    import pyarrow as pa

Cell: TypeAlias = str | int | float | None
Arrays: TypeAlias = dict[str, "pa.Array"]

# The cells of a row, in the order in which they are added.
DOCUMENT = ("doc", "address", "host", "host_key", "date", "language", "title", "characters", "numbers", "text_key",
            "fault")  # fmt: skip
SENTENCE = ("sentence", "text", "place", "template", "filled")
MENTION = ("start", "end", "exact", "low", "high", "value", "most", "unit", "comparator", "kind", "digits", "metric",
           "per", "basis", "direction")  # fmt: skip
OF_DOCUMENT = ("doc", "host_key", "date")  # what a sentence and a number have from their document
OF_SENTENCE = (*OF_DOCUMENT, "sentence", "place", "template")  # what a number has from its sentence
NAMELESS = ("date", "ordinal")  # years and ranks have ends, but recur everywhere and measure nothing


def documents(cells: Sequence[Cell], minhashes: Sequence[bytes | None], bands: Sequence[Sequence[int]]) -> Arrays:
    """Return the columns of the documents."""
    return {**_columns(DOCUMENT, cells), "minhash": _array("minhash", minhashes), "bands": _array("bands", bands)}


def sentences(cells: Sequence[Cell], above: Arrays, counts: Sequence[int]) -> Arrays:
    """Return the columns of the sentences; `counts` says how many each document has."""
    return _columns(SENTENCE, cells) | _repeated(above, OF_DOCUMENT, counts)


def numbers(cells: Sequence[Cell], above: Arrays, counts: Sequence[int]) -> Arrays:
    """Return the columns of the numbers; `counts` says how many each sentence has."""
    import pyarrow.compute as pc

    made = _columns(MENTION, cells) | _repeated(above, OF_SENTENCE, counts)
    same = quantities(made["value"], made.pop("most"), made["unit"])
    named = pc.is_in(made["kind"].cast("string"), value_set=_array("exact", NAMELESS))
    made["quantity"] = pc.if_else(named, _array("quantity", [0])[0], same)
    made["digits"] = pc.if_else(named, _array("digits", [0])[0], made["digits"])
    made["metric"] = pc.utf8_trim_whitespace(made["metric"])
    metrics = made["metric"].dictionary_encode()
    heads = _array("head", [head_of(one) for one in metrics.dictionary.to_pylist()])
    return made | {"head": heads.take(metrics.indices)}


def table(name: str, columns: Arrays) -> pa.Table:
    """Return columns as a table of the survey."""
    import pyarrow as pa

    schema = schemas_of()[name]
    return pa.table({one.name: columns[one.name] for one in schema}, schema=schema)


def _columns(names: Sequence[str], cells: Sequence[Cell]) -> Arrays:
    """Return cells that follow each other row by row as columns."""
    return {name: _array(name, cells[place :: len(names)]) for place, name in enumerate(names)}


def _array(name: str, cells: Sequence[object]) -> pa.Array:
    import pyarrow as pa

    return pa.array(cells, _types()[name])


@cache
def _types() -> dict[str, pa.DataType]:
    """Return the types of all columns; one of a name has the same type in every table."""
    types = {one.name: one.type for schema in schemas_of().values() for one in schema}
    return types | {"most": types["value"]}


def _repeated(above: Arrays, names: Sequence[str], counts: Sequence[int]) -> Arrays:
    """Return columns of the table above, with each cell as often as its row has rows below."""
    import numpy as np
    import pyarrow as pa

    places = pa.array(np.repeat(np.arange(len(counts), dtype=np.int32), counts))
    return {name: above[name].take(places) for name in names}
