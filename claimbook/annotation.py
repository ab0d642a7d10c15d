"""The article with its numbers marked, and the proof that none is missing."""

import re
from collections import Counter

from claimbook import view
from claimbook.mention import ROLES, mentions
from claimbook.mention.folding import fold
from claimbook.mention.numerals import ALL
from claimbook.quantity import in_words
from claimbook.verdict import MARKS

NUMERALS = re.compile(f"[0-9{ALL}两半]+")


def owners(case):
    """Return the claim that hangs on each mention."""
    rows = case.tables["claims"].to_dict("records")
    return {row["mention"]: row["claim"] for row in rows if row["mention"]}


def ledger(case):
    """Show every number of the article with its role, one folded table for each section."""
    hangs, rows = owners(case), {}
    for row in case.tables["mentions"].to_dict("records"):
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
        row["claim"]: " × ".join(filter(None, (row["row_header"], row["column_header"])))
        for row in case.tables["claims"].to_dict("records")
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
    return view.joined(
        view.folded(f"{section or 'before the first heading'}: {len(cells)} {what}", view.table(cells, columns))
        for section, cells in rows.items()
    )


def roles(case):
    """Show how many numbers have which role."""
    found = Counter(case.tables["mentions"]["role"])
    return view.table([(role, found[role], meaning) for role, meaning in ROLES.items()], ("role", "numbers", "meaning"))


def completeness(case):
    """Show that the extractor finds nothing outside the ledger, and that nothing in the ledger is unfound.

    Beside that, every numeral that stands in no number is shown with the words around it, for a reader to judge.
    """
    found = {(m.selector.start, m.selector.end): m.selector.exact for m in mentions(case.article.text)}
    listed = {(int(r["start"]), int(r["end"])): r["exact"] for r in case.tables["mentions"].to_dict("records")}
    alone = numerals_outside(case.article.text, found)
    outside = [words for key, words in found.items() if key not in listed]
    unfound = [words for key, words in listed.items() if key not in found]
    return view.table(
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


def spans(case):
    """Return start, end, claim (or an empty string) and role of all that is marked, the outer before the inner."""
    return sorted(_spans(case), key=lambda span: (span[0], -span[1]))


def _spans(case):
    hangs = owners(case)
    for row in case.tables["mentions"].to_dict("records"):
        yield int(row["start"]), int(row["end"]), hangs.get(row["mention"]) or row["of"], row["role"]
    for claim in case.claims.values():
        if not claim.is_number:
            yield claim.selector.start, claim.selector.end, claim.id, "statement"


LINES = {"supported": "solid", "contradicted": "double", "conflicting": "dotted", "unsupported": "dashed"}
BACKS = {
    "supported": "rgba(0,114,178,0.20)",
    "contradicted": "rgba(213,94,0,0.30)",
    "conflicting": "rgba(204,121,167,0.30)",
    "unsupported": "rgba(150,150,150,0.18)",
}


def highlighted(case):
    """Show the article with every number and statement marked in place, by role and verdict."""
    text = case.article.text
    body = marked(text, 0, len(text), spans(case), lambda *one: _mark(case, *one))
    language = view.safe(case.article.language)
    html = f'<div lang="{language}" style="white-space:pre-wrap;line-height:1.9">{body}</div>'
    key = "Key: double line ✗ contradicted; solid ✓ supported; dashed ○ unsupported; [brackets] other roles."
    return view.paragraph(key) + view.Block(html, text)


def marked(text, start, end, spans, mark):
    """Return ``text[start:end]`` as HTML with its spans marked, a number inside a statement inside its mark.

    Parameters
    ----------
    text : str
    start, end : int
    spans : list of (int, int, str, str)
        As `spans` returns them.
    mark : callable
        Takes words that are HTML already, the claim and the role; returns HTML.
    """
    at, parts = start, []
    while spans:
        (first, last, claim, role), spans = spans[0], spans[1:]
        inner = [span for span in spans if span[0] < last]
        spans = spans[len(inner) :]
        words = marked(text, first, last, inner, mark)
        parts += [view.safe(text[at:first]), mark(words, claim, role)]
        at = last
    return "".join(parts) + view.safe(text[at:end])


def _mark(case, words, claim, role):
    """Mark words that are HTML already."""
    if not claim:
        return f'<span title="{view.safe(role)}" style="opacity:0.75">[{words}]</span>'
    verdict = case.verdicts[claim].verdict
    style = f"background:{BACKS.get(verdict, 'none')};border-bottom:2px {LINES.get(verdict, 'dotted')} currentColor"
    tip = view.safe(f"{claim} {verdict}: {case.claims[claim].statement_en}")
    return f'<span title="{tip}" style="{style}">{words}<sup>{view.safe(claim)}{MARKS[verdict][0]}</sup></span>'
