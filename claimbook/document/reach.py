"""How large a workbook is before it is opened: its readers make room for every cell up to the last one."""

import io
import re
import zipfile
from collections.abc import Iterator
from posixpath import normpath
from xml.etree import ElementTree

MOST = 20_000_000  # cells, empty ones too, up to a sheet's last row and column
PIECE, OVERLAP = 2**20, 64  # bytes looked through at a time, and again with the next piece
PLACE = re.compile(rb"""\br=["']([A-Z]{0,3})(\d{1,7})["']""")
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
UNOPENED = (
    zipfile.BadZipFile,
    KeyError,
    ValueError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ElementTree.ParseError,
)


def unpacked_size(raw: bytes) -> int:
    """Return the bytes of all files in a zip archive as it lists them, or 0 where it is none."""
    try:
        return sum(member.file_size for member in zipfile.ZipFile(io.BytesIO(raw)).infolist())
    except UNOPENED:
        return 0


def far_sheets(raw: bytes) -> dict[str, str]:
    """Return the sheets of an Excel workbook whose last cell is too far away, with that cell, by name.

    Where the archive is damaged or of another kind, nothing is said: its reader does.
    """
    found = {}
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            for name, member in _sheets(archive):
                column, row = _last(archive, member)
                if _number(column) * row > MOST:
                    found[name] = f"{column}{row}"
    except UNOPENED:
        return found
    return found


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet and the file in the archive that holds it."""
    if "xl/workbook.xml" not in archive.namelist():
        return
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    files = {link.get("Id"): link.get("Target", "") for link in links}
    for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet"):
        target = files.get(sheet.get(LINK), "")
        yield sheet.get("name", ""), target[1:] if target.startswith("/") else normpath(f"xl/{target}")


def _last(archive: zipfile.ZipFile, member: str) -> tuple[str, int]:
    """Return the last column and the last row that a sheet names."""
    columns, row, rest = {""}, 0, b""
    with archive.open(member) as file:
        while piece := file.read(PIECE):
            places = PLACE.findall(rest + piece)
            columns.update({letters.decode() for letters, _ in places})
            row = max(row, max((int(number) for _, number in places), default=0))
            rest = (rest + piece)[-OVERLAP:]
    return max(columns, key=_number), row


def _number(column: str) -> int:
    """Return the number of a column from its letters.

    Examples
    --------
    >>> _number("A"), _number("XFD")
    (1, 16384)
    """
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    return number
