"""The article with its numbers and statements marked in place."""

from claimbook.judge.verdict import MARKS
from claimbook.report import blocks

LINES = {"supported": "solid", "contradicted": "double", "conflicting": "dotted", "unsupported": "dashed"}
BACKS = {
    "supported": "rgba(0,114,178,0.20)",
    "contradicted": "rgba(213,94,0,0.30)",
    "conflicting": "rgba(204,121,167,0.30)",
    "unsupported": "rgba(150,150,150,0.18)",
}


def owners(case):
    """Return the claim that hangs on each mention."""
    rows = case.rows("claims")
    return {row["mention"]: row["claim"] for row in rows if row["mention"]}


def spans(case):
    """Return start, end, claim (or an empty string) and role of all that is marked, the outer before the inner."""
    return sorted(_spans(case), key=lambda span: (span[0], -span[1]))


def _spans(case):
    hangs = owners(case)
    for row in case.rows("mentions"):
        yield int(row["start"]), int(row["end"]), hangs.get(row["mention"]) or row["of"], row["role"]
    for claim in case.claims.values():
        if not claim.is_number:
            yield claim.selector.start, claim.selector.end, claim.id, "statement"


def highlighted(case):
    """Show the article with every number and statement marked in place, by role and verdict."""
    text = case.article.text
    body = marked(text, 0, len(text), spans(case), lambda *one: _mark(case, *one))
    language = blocks.safe(case.article.language)
    html = f'<div lang="{language}" style="white-space:pre-wrap;line-height:1.9">{body}</div>'
    key = "Key: double line ✗ contradicted; solid ✓ supported; dashed ○ unsupported; [brackets] other roles."
    return blocks.paragraph(key) + blocks.Block(html, text)


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
        parts += [blocks.safe(text[at:first]), mark(words, claim, role)]
        at = last
    return "".join(parts) + blocks.safe(text[at:end])


def _mark(case, words, claim, role):
    """Mark words that are HTML already."""
    if not claim:
        return f'<span title="{blocks.safe(role)}" style="opacity:0.75">[{words}]</span>'
    verdict = case.verdicts[claim].verdict
    style = f"background:{BACKS.get(verdict, 'none')};border-bottom:2px {LINES.get(verdict, 'dotted')} currentColor"
    tip = blocks.safe(f"{claim} {verdict}: {case.claims[claim].statement_en}")
    return f'<span title="{tip}" style="{style}">{words}<sup>{blocks.safe(claim)}{MARKS[verdict][0]}</sup></span>'
