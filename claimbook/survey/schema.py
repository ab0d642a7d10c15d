"""The columns of the three tables, as Arrow and Parquet have them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimbook.survey.signature import PERMUTATIONS

if TYPE_CHECKING:
    import pyarrow as pa

DOCUMENTS = {
    "doc": "uint64",
    "address": "string",
    "host": "string",
    "host_key": "uint64",
    "date": "date32",
    "language": "dictionary",
    "title": "string",
    "characters": "uint32",
    "numbers": "uint32",
    "text_key": "uint64",
    "fault": "string",
    "minhash": "minhash",
    "bands": "bands",
}
SENTENCES = {
    "doc": "uint64",
    "sentence": "uint32",
    "text": "string",
    "template": "uint64",
    "filled": "uint64",
    "host_key": "uint64",
}
MENTIONS = {
    "doc": "uint64",
    "host_key": "uint64",
    "date": "date32",
    "sentence": "uint32",
    "start": "uint32",
    "end": "uint32",
    "exact": "string",
    "low": "string",
    "high": "string",
    "value": "double",
    "unit": "dictionary",
    "comparator": "dictionary",
    "kind": "dictionary",
    "quantity": "uint64",
    "digits": "uint8",
    "metric": "string",
    "head": "string",
    "place": "dictionary",
    "per": "dictionary",
    "basis": "dictionary",
    "direction": "dictionary",
    "template": "uint64",
}
COLUMNS = {"documents": DOCUMENTS, "sentences": SENTENCES, "mentions": MENTIONS}


@cache
def schemas_of() -> dict[str, pa.Schema]:
    """Return the schemas of the three tables."""
    import pyarrow as pa

    types = {
        "uint64": pa.uint64(),
        "uint32": pa.uint32(),
        "uint8": pa.uint8(),
        "string": pa.string(),
        "double": pa.float64(),
        "date32": pa.date32(),
        "dictionary": pa.dictionary(pa.int32(), pa.string()),
        "minhash": pa.binary(PERMUTATIONS * 4),
        "bands": pa.list_(pa.uint64()),
    }
    return {
        table: pa.schema([(name, types[kind]) for name, kind in columns.items()]) for table, columns in COLUMNS.items()
    }
