"""A picture of a text, or a scanned page, read by machine (OCR): its lines, and its tables by their gaps."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from claimbook.document.document import MACHINE, Document, Page, Unreadable, clean
from claimbook.document.pdf_table import gapped

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 40_000_000  # of a picture; a page of A3 at 300 dots an inch has 17 million
LARGEST = 2_400  # pixels of the longer side that are looked at; more only costs time
BEGIN = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")
NEEDS = 'reading it by machine needs the extra “ocr”: pip install "claimbook[ocr]"'
Piece = tuple[float, float, float, float, str]  # left, top, right, bottom, words


def is_picture(raw: bytes) -> bool:
    """Return whether bytes begin as a PNG or a JPEG does."""
    return raw.startswith(BEGIN)


def has_ocr() -> bool:
    """Return whether the packages that read by machine are installed."""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


def read_picture(raw: bytes, url: str = "") -> Document:
    """Read the bytes of a picture.

    Raises
    ------
    Unreadable
        If it is damaged, too large or shows no text, or what reads it is not installed.
    """
    from PIL import Image

    if not has_ocr():
        raise Unreadable(f"is a picture; {NEEDS}")
    try:
        file = Image.open(io.BytesIO(raw))
        if file.width * file.height > MOST_PIXELS:
            raise Unreadable(f"is a picture of {file.width:,} × {file.height:,} pixels; save it smaller")
        picture = file.convert("RGB")
    except (OSError, ValueError, SyntaxError):
        raise Unreadable("is a damaged picture; save it again") from None
    page = page_of(picture, "1")
    if not page.text:
        raise Unreadable("is a picture in which no text was found")
    return Document((page,), url=url)


def page_of(picture: Image, number: str) -> Page:
    """Return what a picture says as a page whose label says that it was read by machine."""
    picture.thumbnail((LARGEST, LARGEST))
    lines = list(_lines(_pieces(picture)))
    text = clean("\n".join(" ".join(words for *_, words in line) for line in lines))
    return Page(f"{number}, {MACHINE}", text, tables=tuple(gapped(_laid_out(lines))))


def _pieces(picture: Image) -> list[Piece]:
    import numpy as np

    found = _engine()(np.asarray(picture)[:, :, ::-1])
    boxes = found.boxes if found.boxes is not None else ()
    return [
        (min(x for x, _ in box), min(y for _, y in box), max(x for x, _ in box), max(y for _, y in box), words)
        for box, words in zip(np.asarray(boxes, float).tolist(), found.txts or (), strict=True)
    ]


def _lines(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Yield the pieces line by line: those whose middle is beside the first one's, from left to right."""
    rest = sorted(pieces, key=lambda one: one[1] + one[3])
    while rest:
        _, top, _, bottom, _ = rest[0]
        line = [one for one in rest if top <= (one[1] + one[3]) / 2 <= bottom]
        rest = [one for one in rest if one not in line]
        yield sorted(line)


def _laid_out(lines: Sequence[Sequence[Piece]]) -> list[str]:
    """Write lines with as many blanks between their pieces as the gaps are wide."""
    widths = [(right - left) / len(words) for line in lines for left, _, right, _, words in line if words]
    unit = min((width for width in widths if width > 1), default=1.0)
    margin = min((line[0][0] for line in lines), default=0.0)
    laid = []
    for line in lines:
        row = ""
        for left, _, _, _, words in line:
            row = row.ljust(max(int((left - margin) / unit), len(row) + 2 if row else 0)) + words
        laid.append(row)
    return laid


@cache
def _engine() -> Any:
    """Return what reads: one thread, for the child that reads documents is one of many."""
    from rapidocr import RapidOCR

    threads = {f"EngineConfig.onnxruntime.{kind}_op_num_threads": 1 for kind in ("intra", "inter")}
    return RapidOCR(params={"Global.log_level": "critical", **threads})
