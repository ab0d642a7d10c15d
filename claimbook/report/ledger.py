"""The article with its numbers marked, and the proof that none is missing."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from claimbook.case.case import Case
from claimbook.language.phrase import Statement, phrase, say
from claimbook.language.speaking import spoken
from claimbook.mention import mentions
from claimbook.mention.folding import fold
from claimbook.mention.numerals import ALL
from claimbook.report import blocks
from claimbook.tables.vocabulary import Role
from claimbook.text.selector import Selector

NUMERALS = re.compile(f"[0-9{ALL}两半]+")


Rows = dict[str, list[tuple[object, ...]]]  # by section


def ledger(case: Case) -> blocks.Block:
    """Show every number of the article with its role, one folded table for each section."""
    rows: Rows = {}
    for entry in case.mentions:
        place, claim = entry.selector, entry.claim
        verdict = case.verdicts[claim].verdict.signed if claim else ""
        cells = (
            entry.id,
            f"{place.start}–{place.end}",
            place.exact,
            phrase(entry.role),
            claim,
            verdict,
            phrase(entry.note),
        )
        rows.setdefault(case.article.section(place.start), []).append(cells)
    columns = ("id", "characters", "words", "role", "claim", "verdict", "note")
    return _by_section(rows, columns, "{section}: {n} numbers")


def claims(case: Case) -> blocks.Block:
    """Show every claim as it was read, in both languages, one folded table for each section."""
    rows: Rows = {}
    headers = {
        row["claim"]: " × ".join(filter(None, (row["row_header"], row["column_header"])))
        for row in case.tables["claims"]
    }
    for claim in case.claims.values():
        says = say(claim.quantity, *spoken()) if claim.quantity else phrase(claim.value)
        cells = (
            claim.id,
            claim.selector.exact,
            claim.statement.said("en"),
            claim.statement.said("zh"),
            says,
            phrase(claim.kind),
            claim.period_text,
            phrase(claim.basis),
            claim.checkability,
            headers[claim.id],
            phrase(claim.note),
        )
        rows.setdefault(case.article.section(claim.selector.start), []).append(cells)
    columns = (
        "id",
        "words",
        Statement("claim", "主张（英文）"),
        Statement("主张", "主张（中文）"),
        "says",
        "kind",
        "period",
        "basis given",
        "checkability",
        "table cell",
        "note",
    )
    return _by_section(rows, columns, "{section}: {n} claims")


def _by_section(rows: Rows, columns: Sequence[object], what: str) -> blocks.Block:
    return blocks.joined(
        blocks.folded(
            phrase(what, section=section or phrase("before the first heading"), n=len(cells)),
            blocks.table(cells, columns),
        )
        for section, cells in rows.items()
    )


def roles(case: Case) -> blocks.Block:
    """Show how many numbers have which role."""
    found = Counter(entry.role for entry in case.mentions)
    return blocks.table([(role, found[role], phrase(role.meaning)) for role in Role], ("role", "numbers", "meaning"))


def completeness(case: Case) -> blocks.Block:
    """Show that the extractor finds nothing outside the ledger, and that it finds every ledger entry again.

    Beside that, every numeral that is in no number is shown with the words around it, for a reader to judge.
    """
    found = _words(mention.selector for mention in mentions(case.article.text))
    listed = _words(entry.selector for entry in case.mentions)
    alone = numerals_outside(case.article.text, found)
    outside = [words for key, words in found.items() if key not in listed]
    unfound = [words for key, words in listed.items() if key not in found]
    return blocks.table(
        [
            (phrase("numbers that the extractor finds"), len(found), ""),
            (phrase("numbers in the ledger"), len(listed), ""),
            (phrase("found, and not in the ledger"), len(outside), ", ".join(outside)),
            (phrase("in the ledger, and not found"), len(unfound), ", ".join(unfound)),
            (phrase("numerals that belong to no number"), len(alone), ", ".join(alone)),
        ],
        ("", "count", "which"),
    )


def _words(selectors: Iterable[Selector]) -> Mapping[tuple[int, int], str]:
    return {(selector.start, selector.end): selector.exact for selector in selectors}


def numerals_outside(text: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """Return each run of digits or Chinese numerals that no span covers, in brackets between its neighbours."""
    covered = {place for start, end in spans for place in range(start, end)}
    runs = [match.span() for match in NUMERALS.finditer(fold(text)) if not covered & set(range(*match.span()))]
    return [f"{text[max(0, a - 2) : a]}[{text[a:b]}]{text[b : b + 2]}".replace("\n", " ") for a, b in runs]
