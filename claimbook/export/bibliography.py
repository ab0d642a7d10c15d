"""CSL-JSON: the sources as a bibliography, for Zotero, pandoc and their kin."""

from typing import Any

from claimbook.case.case import Case
from claimbook.judge.source import Source
from claimbook.tables.vocabulary import Tier

TYPES = {Tier.PRIMARY: "report", Tier.SECONDARY: "article-newspaper"}  # an author of another tier: a web page


def bibliography(case: Case) -> list[dict[str, Any]]:
    """Return the sources behind the evidence as CSL-JSON items, by id (https://citeproc-js.readthedocs.io)."""
    sources = {source.id: source for item in case.evidence for source in item.figure.sources}
    return [_item(sources[name]) for name in sorted(sources)]


def _item(source: Source) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": source.id,
        "type": TYPES.get(source.tier, "webpage"),
        "title": source.title,
        "author": [{"literal": source.author}],
        "publisher": source.publisher,
        "accessed": _date(source.read_on),
        "note": f"tier: {source.tier}; copy: {source.copy}; read: {source.read}",
    }
    if source.url:
        item["URL"] = source.url
    if item["type"] == "article-newspaper":
        item["container-title"] = source.publisher
    if source.published:
        item["issued"] = _date(source.published)
    return item


def _date(day: str) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in day.split("-")]]}
