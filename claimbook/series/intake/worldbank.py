"""An indicator of the World Bank: its API's JSON, page by page, and what it says of the indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from claimbook.series import known
from claimbook.series.intake.ask import Asker
from claimbook.series.intake.grid import Choice, read_grid
from claimbook.series.intake.taken import Taken, listing, mapping, plain
from claimbook.tables.fault import Problems

API = "https://api.worldbank.org"
PAGE = re.compile(r"/indicator/([\w.]+)")
ASKED = re.compile(r"/v2(?:/\w\w)?/countr(?:y|ies)/([\w;]+)/indicators?/([\w.]+)")
HEAD = ["country", "countryiso3code", "date", "value", "obs_status"]
LICENCE = "CC BY 4.0"
MOST = 200  # pages of one answer
UNIT = re.compile(r"\(([^()]*)\)\s*$")


def is_indicator(url: str) -> bool:
    """Return whether an address is of an indicator: of the API, or its page at data.worldbank.org."""
    parts = urlsplit(url)
    return bool(ASKED.fullmatch(parts.path)) or (
        parts.hostname == "data.worldbank.org" and bool(PAGE.fullmatch(parts.path))
    )


def take(asker: Asker, url: str, choice: Choice) -> Taken:
    """Take an indicator of all countries, or of those that the address names.

    Raises
    ------
    Problems
    """
    parts = urlsplit(url)
    asked, page = ASKED.fullmatch(parts.path), PAGE.fullmatch(parts.path)
    name = asked[2] if asked else page[1] if page else ""
    home = urlunsplit((parts.scheme, parts.netloc, "", "", "")) if asked else API
    query = dict(parse_qsl(parts.query)) | {"format": "json", "per_page": "20000"}
    address = f"{home}/v2/country/{asked[1] if asked else 'all'}/indicator/{name}"
    rows, about = _pages(asker, address, query)
    read = read_grid([HEAD, *map(_row, rows)], choice, address)
    said = _said(asker, f"{home}/v2/indicator/{name}?format=json")
    title = plain(said.get("name")) or plain(mapping(rows[0].get("indicator")).get("value"))
    row = known.at(address)
    unit = plain(said.get("unit")) or (row.unit if row else next(iter(UNIT.findall(title)), ""))
    definition = " ".join(filter(None, (plain(said.get("sourceNote")), plain(said.get("sourceOrganization")))))
    updated = plain(about.get("lastupdated"))
    return Taken(read.cells, title, "World Bank", address, unit, definition, LICENCE, updated, read.notes)


def _pages(asker: Asker, address: str, query: dict[str, str]) -> tuple[list[dict[str, object]], dict[str, object]]:
    """Return the rows of all pages, and what the first says of them."""
    rows: list[dict[str, object]] = []
    about: dict[str, object] = {}
    number, pages = 1, 1
    while number <= pages:
        url = f"{address}?{urlencode(query | {'page': str(number)})}"
        head, body = _parts(asker.json(url), url)
        about = about or head
        pages = min(int(str(head.get("pages", 1))), MOST)
        rows += body
        number += 1
    if len(rows) != int(str(about.get("total", len(rows)))):
        raise Problems([f"{address}: sent {len(rows)} of {about.get('total')} rows; try again later"])
    return rows, about


def _parts(answer: object, url: str) -> tuple[dict[str, object], list[dict[str, object]]]:
    """Return the head and the rows of a page; raise `Problems` with what the server says is wrong."""
    found = listing(answer)
    head = mapping(found[0]) if found else {}
    if said := " ".join(plain(mapping(one).get("value")) for one in listing(head.get("message"))):
        raise Problems([f"{url}: the server says “{said}”; check the indicator, it may have been renamed or retired"])
    rows = [mapping(one) for one in listing(found[1])] if len(found) > 1 else []
    if not rows or any("value" not in row or "date" not in row for row in rows):
        raise Problems([f"{url}: has no rows with date and value; check the indicator and the countries"])
    return head, rows


def _row(row: dict[str, object]) -> list[str]:
    country = plain(mapping(row.get("country")).get("value"))
    code = plain(row.get("countryiso3code")) or plain(mapping(row.get("country")).get("id")) or country
    return [country, code, plain(row.get("date")), plain(row.get("value")), plain(row.get("obs_status"))]


def _said(asker: Asker, url: str) -> dict[str, object]:
    """Return what the server says of an indicator."""
    return next(iter(_described(asker.json(url))), {})


def _described(answer: object) -> Iterator[dict[str, object]]:
    found = listing(answer)
    yield from (mapping(one) for one in (listing(found[1]) if len(found) > 1 else []))
