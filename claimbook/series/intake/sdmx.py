"""SDMX-ML and SDMX-JSON through `sdmx1`, as a long table; SDMX-CSV is one already."""

from __future__ import annotations

import io
from collections.abc import Iterator

from claimbook.series.intake.grid import Choice, read_grid
from claimbook.series.intake.taken import Taken, mapping
from claimbook.tables.fault import Problems

XML = (b"sdmx.org/resources/sdmxml", b"sdmx.org")
HEAD_BYTES = 4096


def is_xml(raw: bytes) -> bool:
    """Return whether bytes are SDMX-ML."""
    return raw.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] == b"<" and XML[0] in raw[:HEAD_BYTES]


def is_json(found: object) -> bool:
    """Return whether JSON is SDMX-JSON: with data sets and their structure."""
    said = mapping(found)
    return "dataSets" in said or "dataSets" in mapping(said.get("data"))


def take(raw: bytes, choice: Choice, where: str) -> Taken:
    """Take one series of a message.

    Raises
    ------
    Problems
    ModuleNotFoundError
        Where `sdmx1` is not installed.
    """
    import sdmx

    if b"<!DOCTYPE" in raw[:HEAD_BYTES] or b"<!ENTITY" in raw[:HEAD_BYTES]:
        raise Problems([f"{where}: declares entities, as no publisher's SDMX does; it was not read"])
    try:
        message = sdmx.read_sdmx(io.BytesIO(raw))
        rows = list(_rows(message))
    except Exception as error:  # a message that is cut off or of another shape raises whatever its reader meets first
        why = " ".join(str(error).split())[:200] or type(error).__name__
        raise Problems([f"{where}: is no whole SDMX message ({why}); fetch it again"]) from None
    if not rows:
        raise Problems([f"{where}: has no observations in it; ask for data, and not for a structure"])
    heads = list(dict.fromkeys(head for row in rows for head in row))
    read = read_grid([heads, *([row.get(head, "") for head in heads] for row in rows)], choice, where)
    prepared = getattr(message.header, "prepared", None)
    sender = getattr(message.header, "sender", None)
    vintage = f"{prepared:%Y-%m-%d}" if prepared else ""
    return Taken(read.cells, read.measure, str(getattr(sender, "id", sender) or ""), unit=read.unit, vintage=vintage,
                 notes=read.notes)  # fmt: skip


def _rows(message: object) -> Iterator[dict[str, str]]:
    """Yield each observation with its key, its value as printed, and its attributes."""
    for data in getattr(message, "data", ()):
        for one in data.obs:
            row = {head: str(value.value) for head, value in one.key.values.items()}
            row |= {head: str(value.value) for head, value in one.attrib.items()}
            yield row | {"OBS_VALUE": "" if one.value is None else str(one.value)}
