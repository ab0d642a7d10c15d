"""The verdicts on some claims as their rows are now, made from those rows alone that bear on them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from claimbook.case.article import load_article
from claimbook.case.so_far import so_far
from claimbook.tables.fault import Problems
from claimbook.tables.references import names
from claimbook.tables.schema import KEYS, TABLES, Row, Rows

if TYPE_CHECKING:
    from pathlib import Path

    from claimbook.case.article import Article
    from claimbook.case.case import Case


class Judged:
    """Cases of parts of an article, remembered as long as their rows are the same.

    Parameters
    ----------
    folder : Path
        The folder of the article.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._known = folder, dict[frozenset[str], tuple[Rows, "Case"]]()
        self._article: Article | None = None

    def of(self, rows: Rows, claims: Collection[str]) -> Case | None:
        """Return a case in which some claims are judged, if they are complete; None where the article is broken.

        Parameters
        ----------
        rows : dict of str to list of dict
        claims : collection of str
            Their ids; what depends on them and what they depend on comes with them.
        """
        if self._article is None:
            try:
                self._article = load_article(self._folder, unfinished=True)
            except Problems:
                return None
        part, wanted = around(rows, claims), frozenset(claims)
        if wanted not in self._known or self._known[wanted][0] != part:
            case = so_far(self._folder, self._article, part)
            self._known[wanted] = part, replace(case, tables=case.tables | {"translations": rows["translations"]})
        return self._known[wanted][1]

    def forget(self) -> None:
        """Read the article again when it is needed next."""
        self._article = None
        self._known.clear()


def around(rows: Rows, claims: Collection[str]) -> Rows:
    """Return the rows that bear on some claims: their own, those of claims that belong to them, and all beside these.

    Parameters
    ----------
    rows : dict of str to list of dict
    claims : collection of str
    """
    wanted = _related(rows, _before(rows, set(claims)))
    found: Rows = {name: [] for name in TABLES}
    found["claims"] = [dict(row) for row in rows["claims"] if row["claim"] in wanted]
    found["evidence"] = [dict(row) for row in rows["evidence"] if row["claim"] in wanted]
    found["searches"] = [_only(row, wanted) for row in rows["searches"] if wanted & set(row["claims"].split())]
    found["checks"] = [dict(row) for row in rows["checks"] if wanted & _ends(row)]
    used = {row["figure"] for row in found["evidence"]}.union(*map(_inputs, found["checks"]))
    found["computed"] = [dict(row) for row in rows["computed"] if row["computed"] in used]
    used = used.union(*(names(row["expression"]) for row in found["computed"]))
    found["figures"] = [dict(row) for row in rows["figures"] if row["figure"] in used]
    sources = {row["source"] for row in found["figures"]}
    found["sources"] = [dict(row) for row in rows["sources"] if row["source"] in sources]
    anchors = used | {row["mention"] for row in found["claims"]}
    found["mentions"] = [dict(row) | {"of": ""} for row in rows["mentions"] if row["mention"] in anchors]
    return found


def _before(rows: Rows, wanted: set[str]) -> set[str]:
    """Return claims with those that they are said to follow from."""
    return wanted.union(*(row["depends_on"].split() for row in rows["claims"] if row["claim"] in wanted))


def _related(rows: Rows, wanted: set[str]) -> set[str]:
    """Return claims with their facets, and with what the checks that try them compute with."""
    by_id = {row[KEYS["claims"]]: row for row in rows["claims"]}
    heads = {row["facet_of"] for name, row in by_id.items() if name in wanted} - {""}
    found = wanted | heads | {name for name, row in by_id.items() if row["facet_of"] in heads | wanted}
    for row in rows["checks"]:
        if wanted & _ends(row):
            found |= _ends(row) | _inputs(row)
    return found & by_id.keys()


def _ends(check: Row) -> set[str]:
    return {*check["premise"].split(), *check["conclusion"].split()}


def _inputs(check: Row) -> set[str]:
    used = names(f"{check['left']} {check['right']} {check['words']}")
    return {name.removesuffix("_low").removesuffix("_high") for name in used}


def _only(search: Row, claims: Iterable[str]) -> Row:
    return search | {"claims": " ".join(name for name in search["claims"].split() if name in claims)}
