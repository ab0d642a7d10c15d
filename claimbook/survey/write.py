"""The files of one part: written beside, renamed when whole, and known by what they were made from."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.survey.rows import rows
from claimbook.survey.schema import COLUMNS
from claimbook.survey.texts import Columns, texts

if TYPE_CHECKING:
    import pyarrow as pa

    from claimbook.survey.parts import Part

SCHEMA = 1  # of the tables; a part of another schema is read again
TABLES = ("sentences", "mentions", "documents")  # the last one written says that the part is whole
# The code that decides what the rows are: whole folders, and modules of others. A new question reads nothing again.
READERS = {
    "mention": "*", "quantity": "*", "document": "*", "draft": "country.py", "language": "phrase.py",
    "survey": "arrays.py keys.py place.py rows.py schema.py signature.py text.py texts.py write.py",
}  # fmt: skip
FOOTER = b"claimbook"
FEW = [  # columns with few different values, which a dictionary makes small
    *("language", "unit", "comparator", "kind", "place", "per", "basis", "direction", "date", "host", "fault"),
]


@dataclass(frozen=True)
class Done:
    """What a part had: its documents, numbers and characters, and the documents with a fault."""

    part: str
    documents: int
    mentions: int
    characters: int
    faults: int
    was_there: bool = False


def read_part(part: Part, to: str, columns: Columns | None = None, signed: bool = True) -> Done:
    """Read a part and write its rows; the whole task of a worker.

    Parameters
    ----------
    part : Part
    to : str
        The folder of the survey.
    columns : Columns, optional
        What the columns of the input are called.
    signed : bool
        Whether near copies are to be found.
    """
    chosen = columns or Columns()
    made = rows(texts(part, chosen), signed)
    note = made_from(part, chosen, signed)
    for table in TABLES:
        _write(made[table], file_of(to, table, part), note)
    return _done(part, made["documents"])


def _done(part: Part, documents: pa.Table) -> Done:
    import pyarrow.compute as pc

    total = {name: pc.sum(documents[name]).as_py() or 0 for name in ("numbers", "characters")}
    faults = pc.sum(pc.not_equal(documents["fault"], "")).as_py() or 0
    return Done(part.name, len(documents), total["numbers"], total["characters"], faults)


def is_done(part: Part, to: str, columns: Columns, signed: bool) -> bool:
    """Return whether the rows of a part are there, made from the same input by the same code."""
    from pyarrow import ArrowInvalid, parquet

    try:
        footer = parquet.read_metadata(file_of(to, TABLES[-1], part)).metadata or {}
    except (OSError, ArrowInvalid):
        return False
    others = all(file_of(to, table, part).exists() for table in TABLES[:-1])
    return others and footer.get(FOOTER, b"").decode() == made_from(part, columns, signed)


def made_from(part: Part, columns: Columns, signed: bool) -> str:
    """Return what the rows of a part depend on: its input, the code that reads and the form of the tables."""
    about = {"schema": SCHEMA, "code": code(), "input": part.mark, "columns": repr(columns), "signed": signed}
    return json.dumps(about, sort_keys=True)


@cache
def code() -> str:
    """Return a digest of the code that decides what the rows are."""
    digest = blake2b(digest_size=16)
    for folder, modules in READERS.items():
        for file in sorted(files(f"claimbook.{folder}").iterdir(), key=lambda one: one.name):
            if file.name.endswith((".py", ".csv")) and (modules == "*" or file.name in modules.split()):
                digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def file_of(to: str, table: str, part: Part) -> Path:
    """Return the file with the rows of a part in a table."""
    return Path(to) / table / f"{part.name}.parquet"


def sweep(to: str, parts: list[Part]) -> int:
    """Remove rows of parts that the input no longer has, and files left half-written; return how many parts."""
    wanted, gone = {part.name for part in parts}, set[str]()
    for table in COLUMNS:
        for file in (Path(to) / table).glob("*.parquet*"):
            name = file.name.split(".", 1)[0]
            if name not in wanted or file.suffix != ".parquet":
                file.unlink(missing_ok=True)
                gone.add(name)
    return len(gone - wanted)


def _write(table: pa.Table, file: Path, note: str) -> None:
    from pyarrow import parquet

    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_suffix(f".parquet.{os.getpid()}")
    noted = table.replace_schema_metadata({FOOTER: note.encode()})
    parquet.write_table(noted, beside, compression="zstd", use_dictionary=FEW)
    os.replace(beside, file)
