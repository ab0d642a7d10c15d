"""The documents of a part: a document that cannot be read is one with a fault, never the end."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.document import KINDS, MOST, Document, Unreadable, read_bytes
from claimbook.document.decoding import text_of
from claimbook.survey.text import Text, printable, to_the_end
from claimbook.tables.files import is_special

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

    from claimbook.survey.parts import Part

DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
PLAIN = {ending for ending, kind in KINDS.items() if kind == "text"}
RECORDS = ("conversion", "response", "resource")
PAGES = ("text/", "application/xhtml", "application/pdf")
LONGEST = 2_000_000  # characters of a document that are read
ROWS = 256  # rows of Parquet that are in memory at once


@dataclass(frozen=True)
class Columns:
    """What the columns of a dataset are called: the first that a row has counts."""

    text: tuple[str, ...] = ("text", "content", "body", "maintext")
    address: tuple[str, ...] = ("url", "address", "link", "uri")
    date: tuple[str, ...] = ("date", "published", "datePublished", "date_publish", "timestamp")
    title: tuple[str, ...] = ("title", "headline")


def texts(part: Part, columns: Columns) -> Iterator[Text]:
    """Yield the documents of a part.

    Parameters
    ----------
    part : Part
    columns : Columns
        What the columns of JSON lines, Parquet and CSV are called.
    """
    read = {"files": _files, "lines": _lines, "parquet": _parquet, "table": _table, "archive": _archive}[part.kind]
    for text in map(printable, to_the_end(read(part, columns), part)):
        if len(text.text) > LONGEST:
            cut = f"only the first {LONGEST:,} of {len(text.text):,} characters were read"
            text = Text(text.address, text.text[:LONGEST], text.title, text.date, cut)
        yield text


def day_of(text: object) -> str:
    """Return the day that a cell begins with, as ISO 8601 writes it, or an empty string.

    Examples
    --------
    >>> day_of("2024-05-06T10:00:00Z"), day_of("20240506"), day_of(None), day_of("2024-13-01")
    ('2024-05-06', '2024-05-06', '', '')
    """
    found = DAY.match(str(text or "").strip())
    return (
        f"{found[1]}-{found[2]}-{found[3]}" if found and "01" <= found[2] <= "12" and "01" <= found[3] <= "31" else ""
    )


def _files(part: Part, _: Columns) -> Iterator[Text]:
    """Yield files that are one document each."""
    import fsspec

    for address, name in zip(part.addresses, part.names, strict=True):
        if is_special(Path(address.removeprefix("file://"))):
            yield Text(name, fault="is not a regular file")
            continue
        try:
            with fsspec.open(address, "rb") as file:
                raw = file.read(MOST + 1)
        except OSError as error:
            yield Text(name, fault=f"cannot be read ({error.strerror or error})")
            continue
        yield _document(raw, name, f".{name.rsplit('.', 1)[-1].lower()}")


def _document(raw: bytes, name: str, ending: str = "", url: str = "", date: str = "") -> Text:
    """Return bytes as a text: plain text at once, everything else in a process of its own, with limits."""
    try:
        if ending in PLAIN:
            return Text(name, text_of(raw)[0])
        read: Document = read_bytes(raw, KINDS.get(ending, "page"), url)
    except Unreadable as error:
        return Text(name, fault=str(error), date=date)
    body = "\n\n".join(page.text for page in read.pages)
    return Text(read.url or name, body, read.title, day_of(read.published) or date, read.cut)


def _lines(part: Part, columns: Columns) -> Iterator[Text]:
    """Yield the objects of JSON lines that begin within the bytes of the part."""
    import fsspec

    (name,) = part.names
    with fsspec.open(part.addresses[0], "rb", compression="infer") as file:
        at = max(0, part.first - 1)
        file.seek(at)
        if part.first:
            at += len(file.readline(MOST))  # the end of a line that the part before reads
        while not part.last or at < part.last:
            if not (line := file.readline(MOST)):
                return
            if line.strip():
                yield _object(line, f"{name}#{at}", columns)
            at += len(line)


def _object(line: bytes, name: str, columns: Columns) -> Text:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return Text(name, fault="is no JSON object; write one object a line")
    return _row(row, name, columns) if isinstance(row, dict) else Text(name, fault="is no JSON object")


def _row(row: dict, name: str, columns: Columns) -> Text:
    """Return a row of a dataset as a text."""
    text = _first(row, columns.text)
    if not isinstance(text, str):
        return Text(str(_first(row, columns.address) or name), fault=f"has no text in a column {columns.text[0]}")
    title, date = str(_first(row, columns.title) or ""), day_of(_first(row, columns.date))
    return Text(str(_first(row, columns.address) or name), text, title, date)


def _first(row: dict, names: tuple[str, ...]) -> object:
    return next((row[name] for name in names if row.get(name)), None)


def _parquet(part: Part, columns: Columns) -> Iterator[Text]:
    import fsspec
    from pyarrow import parquet

    wanted = {*columns.text, *columns.address, *columns.date, *columns.title}
    with fsspec.open(part.addresses[0], "rb") as opened:
        file = parquet.ParquetFile(opened)
        have = [name for name in file.schema_arrow.names if name in wanted]
        for group in range(part.first, part.last):
            place = 0
            for batch in file.iter_batches(ROWS, row_groups=[group], columns=have):
                for row in batch.to_pylist():
                    yield _row(row, f"{part.names[0]}#{group}.{place}", columns)
                    place += 1


def _table(part: Part, columns: Columns) -> Iterator[Text]:
    """Yield the rows of a CSV file; one that is damaged ends with a fault that names the row."""
    import fsspec

    (name,) = part.names
    csv.field_size_limit(MOST)
    tabs = ".tsv" in name.lower()
    with fsspec.open(part.addresses[0], "rb", compression="infer") as raw:
        lines = io.TextIOWrapper(raw, encoding="utf-8-sig", errors="replace", newline="")
        rows, number = csv.DictReader(lines, delimiter="\t" if tabs else ","), 1
        try:
            for number, row in enumerate(rows, 2):
                yield _row(row, f"{name}#{number}", columns)
        except csv.Error as error:
            yield Text(f"{name}#{number + 1}", fault=f"is no row of CSV ({error})")


def _archive(part: Part, _: Columns) -> Iterator[Text]:
    """Yield the pages of a WARC file, and the texts of a WET file."""
    import fsspec
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    place, name = -1, part.names[0]
    with fsspec.open(part.addresses[0], "rb") as file:
        try:
            for place, record in enumerate(ArchiveIterator(file)):
                if record.rec_type in RECORDS and (text := _record(record, f"{name}#{place}")):
                    yield text
        except (ArchiveLoadFailed, EOFError, OSError) as error:
            yield Text(f"{name}#{place + 1}", fault=f"the archive is damaged here ({error})")
        else:
            if place < 0:
                yield Text(name, fault="the archive is damaged here: it has no page")


def _record(record: ArcWarcRecord, name: str) -> Text | None:
    """Return a page or a text of an archive; nothing for a picture, a script and their kin."""
    kind = (record.http_headers.get_header("Content-Type") or "") if record.http_headers else ""
    if record.rec_type != "conversion" and not kind.lower().startswith(PAGES):
        return None
    url = record.rec_headers.get_header("WARC-Target-URI") or name
    day = day_of(record.rec_headers.get_header("WARC-Date"))
    raw = record.content_stream().read(MOST)
    cut = "the archive ends within this page" if record.raw_stream.limit > 0 and len(raw) < MOST else ""
    if record.rec_type == "conversion":
        return Text(url, raw.decode("utf-8", "replace"), "", day, cut)
    text = _document(raw, url, "", url, day)
    return replace(text, address=url, fault=cut or text.fault)
