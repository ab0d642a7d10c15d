"""Well-known series that come along as an index: names in English and Chinese, publisher, address, unit and proof."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from claimbook.language.phrase import HAN
from claimbook.series.series import Series


class Known(NamedTuple):
    """A row of the index; `seen` is a day, and the pages on which code, name and unit were read on it."""

    en: str
    zh: str
    publisher: str
    address: str
    unit: str
    seen: str


@cache
def every() -> tuple[Known, ...]:
    """Return the whole index."""
    with (Path(__file__).parent / "known.csv").open(encoding="utf-8", newline="") as file:
        return tuple(Known(**row) for row in csv.DictReader(file))


def at(address: str) -> Known | None:
    """Return what is known of an address."""
    return _by_address().get(address.rstrip("/"))


@cache
def _by_address() -> dict[str, Known]:
    return {row.address: row for row in every()}


def as_series(words: str) -> list[Series]:
    """Return the index as series without cells, named in the language of what is looked for."""
    chinese = bool(HAN.search(words))
    return [
        Series(
            row.address, row.zh if chinese else row.en, row.publisher, row.unit, row.en if chinese else row.zh, (), {}
        )
        for row in every()
    ]
