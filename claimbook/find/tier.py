"""The tier that a source may have, by a table of hosts and names; a proposal until a person has confirmed it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from claimbook.tables.vocabulary import UNTIERED, Tier

if TYPE_CHECKING:
    from os import PathLike

OWN = "tiers.csv"  # in a workspace's data folder: the same columns, read before the package's own table


class Tiered(NamedTuple):
    """A tier with the reason for it, and what showed it: ``host`` or ``name``; nothing where neither is known."""

    tier: Tier
    reason: str
    by: str = ""


class Row(NamedTuple):
    """A row of the table: a host with all below it, or a part of a name; and who that is."""

    match: str
    by: str
    tier: Tier
    who: str


def tier_of(url: str, name: str, home: str | PathLike[str] | None = None) -> Tiered:
    """Return the tier that the address or, where it has none, the name of whoever publishes a page suggests.

    Parameters
    ----------
    url, name : str
    home : path-like, optional
        The workspace, whose ``data/tiers.csv`` goes before the package's table.

    Examples
    --------
    >>> tier_of("https://www.stats.gov.cn/a.html", "").tier.value, tier_of("", "新华社").reason
    ('primary', '“新华社” is a newsroom')
    >>> tier_of("https://example.com", "").by
    ''
    """
    rows, host = _rows(str(home) if home else ""), host_of(url)
    for ending in _endings(host):
        for row in rows:
            if row.by == "host" and row.match == ending:
                return Tiered(row.tier, f"{ending} is {row.who}, by the address that the document gives", "host")
    for row in rows:
        if row.by == "name" and row.match.lower() in name.lower():
            return Tiered(row.tier, f"“{row.match}” is {row.who}", "name")
    return Tiered(Tier.TERTIARY, UNTIERED)


def host_of(url: str) -> str:
    """Return the host of an address without ``www.``, or an empty string."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:  # such as brackets that are no address
        return ""


def _endings(host: str) -> Iterator[str]:
    """Yield a host and what it is part of, the longest first: ``stats.gov.cn``, ``gov.cn``, ``cn``."""
    parts = host.split(".") if host else []
    yield from (".".join(parts[at:]) for at in range(len(parts)))


@cache
def _rows(home: str) -> tuple[Row, ...]:
    texts = [files("claimbook.find").joinpath(OWN).read_text("utf-8")]
    path = Path(home) / "data" / OWN if home else None
    if path and path.exists():
        texts.insert(0, path.read_text("utf-8-sig"))
    rows = [row for text in texts for row in csv.DictReader(text.splitlines())]
    known = [row for row in rows if row.get("match") and row.get("tier") in list(Tier)]
    return tuple(Row(row["match"], row["by"], Tier(row["tier"]), row["who"]) for row in known)
