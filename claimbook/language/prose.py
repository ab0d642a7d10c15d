"""Say the prose of our notebooks in English or Chinese; each row of ``notebooks.csv`` is a cell."""

import csv
from functools import cache
from pathlib import Path


def prose(cell: str, language: str) -> str:
    """Return a cell of text in a language; one that somebody has changed stays as it is.

    Examples
    --------
    >>> prose("## What is still missing?", "zh"), prose("## 还缺什么？", "en"), prose("## Mine", "zh")
    ('## 还缺什么？', '## What is still missing?', '## Mine')
    """
    return _cells().get(cell, {}).get(language, cell)


@cache
def _cells() -> dict[str, dict[str, str]]:
    """Return each cell in every language, by what it is in any of them."""
    with Path(__file__).with_name("notebooks.csv").open(encoding="utf-8", newline="") as file:
        return {cell: row for row in csv.DictReader(file) for cell in row.values()}
