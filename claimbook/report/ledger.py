"""The article with its numbers marked, and the proof that none is missing."""

import re
from collections import Counter

from claimbook.judge.verdict import MARKS
from claimbook.mention import mentions
from claimbook.mention.folding import fold
from claimbook.mention.numerals import ALL
from claimbook.quantity.quantity import in_words
from claimbook.report import blocks
from claimbook.report.marks import owners
from claimbook.tables.vocabulary import ROLES

NUMERALS = re.compile(f"[0-9{ALL}两半]+")


def ledger(case):
    """Show every number of the article with its role, one folded table for each section."""
    hangs, rows = owners(case), {}
    for row in case.rows("mentions"):
        claim = hangs.get(row["mention"]) or row["of"]
        verdict = MARKS[case.verdicts[claim].verdict] if claim else ""
        place = f"{row['start']}–{row['end']}"
        cells = (row["mention"], place, row["exact"], row["role"], claim, verdict, row["note"])
        rows.setdefault(case.article.section(int(row["start"])), []).append(cells)
    columns = ("id", "characters", "words", "role", "claim", "verdict", "note")
    return _by_section(rows, columns, "numbers")


def claims(case):
    """Show every claim as it was read, in both languages, one folded table for each section."""
    rows = {}
    headers = {
        row["claim"]: " × ".join(filter(None, (row["row_header"], row["column_header"]))) for row in case.rows("claims")
    }
    for claim in case.claims.values():
        says = in_words(claim.quantity) if claim.quantity else claim.value
        cells = (
            claim.id,
            claim.selector.exact,
            claim.statement_en,
            claim.statement_zh,
            says,
            claim.kind,
            claim.period_text,
            claim.basis,
            claim.checkability,
            headers[claim.id],
            claim.note,
        )
        rows.setdefault(case.article.section(claim.selector.start), []).append(cells)
    columns = (
        "id",
        "words",
        "claim",
        "主张",
        "says",
        "kind",
        "period",
        "basis given",
        "checkability",
        "table cell",
        "note",
    )
    return _by_section(rows, columns, "claims")


def _by_section(rows, columns, what):
    return blocks.joined(
        blocks.folded(f"{section or 'before the first heading'}: {len(cells)} {what}", blocks.table(cells, columns))
        for section, cells in rows.items()
    )


def roles(case):
    """Show how many numbers have which role."""
    found = Counter(row["role"] for row in case.rows("mentions"))
    return blocks.table(
        [(role, found[role], meaning) for role, meaning in ROLES.items()], ("role", "numbers", "meaning")
    )


def completeness(case):
    """Show that the extractor finds nothing outside the ledger, and that nothing in the ledger is unfound.

    Beside that, every numeral that stands in no number is shown with the words around it, for a reader to judge.
    """
    found = {(m.selector.start, m.selector.end): m.selector.exact for m in mentions(case.article.text)}
    listed = {(int(r["start"]), int(r["end"])): r["exact"] for r in case.rows("mentions")}
    alone = numerals_outside(case.article.text, found)
    outside = [words for key, words in found.items() if key not in listed]
    unfound = [words for key, words in listed.items() if key not in found]
    return blocks.table(
        [
            ("numbers that the extractor finds", len(found), ""),
            ("numbers in the ledger", len(listed), ""),
            ("found, and not in the ledger", len(outside), ", ".join(outside)),
            ("in the ledger, and not found", len(unfound), ", ".join(unfound)),
            ("numerals that stand in no number", len(alone), ", ".join(alone)),
        ],
        ("", "count", "which"),
    )


def numerals_outside(text, spans):
    """Return each run of digits or Chinese numerals that no span covers, in brackets between its neighbours."""
    covered = {place for start, end in spans for place in range(start, end)}
    runs = [match.span() for match in NUMERALS.finditer(fold(text)) if not covered & set(range(*match.span()))]
    return [f"{text[max(0, a - 2) : a]}[{text[a:b]}]{text[b : b + 2]}".replace("\n", " ") for a, b in runs]
