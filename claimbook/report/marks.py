"""The article with its numbers and statements marked in place."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from claimbook.case.case import Case
from claimbook.language.phrase import phrase
from claimbook.report import blocks
from claimbook.report.looks import LOOKS

Span = tuple[int, int, str, str]  # start, end, claim (or an empty string) and role
Key = TypeVar("Key")  # what a span is of: a claim, or a stop of the form


def spans(case: Case) -> list[Span]:
    """Return start, end, claim (or an empty string) and role of all that is marked, the outer before the inner."""
    return sorted(_spans(case), key=lambda span: (span[0], -span[1]))


def _spans(case: Case) -> Iterator[Span]:
    for entry in case.mentions:
        yield entry.selector.start, entry.selector.end, entry.claim, entry.role
    for claim in case.claims.values():
        if not claim.is_number:
            yield claim.selector.start, claim.selector.end, claim.id, "statement"


def highlighted(case: Case) -> blocks.Block:
    """Show the article with every number and statement marked in place, by role and verdict."""
    text = case.article.text
    body = marked(text, 0, len(text), spans(case), lambda *one: _mark(case, *one))
    language = blocks.safe(case.article.language)
    html = f'<div lang="{language}" style="white-space:pre-wrap;line-height:1.9">{body}</div>'
    key = "Key: double line ✗ contradicted; solid ✓ supported; dashed ○ unsupported; [brackets] other roles."
    return blocks.paragraph(phrase(key)) + blocks.Block(html, text)


def marked(
    text: str, start: int, end: int, spans: Sequence[tuple[int, int, Key, str]], mark: Callable[[str, Key, str], str]
) -> str:
    """Return ``text[start:end]`` as HTML with its spans marked, a number inside a statement inside its mark.

    Parameters
    ----------
    text : str
    start, end : int
    spans : sequence of (int, int, key, str)
        As `spans` returns them, the outer before the inner.
    mark : callable
        Takes words that are HTML already, the key and the role; returns HTML.
    """
    at, parts = start, list[str]()
    while spans:
        (first, last, key, role), spans = spans[0], spans[1:]
        inner = [span for span in spans if span[0] < last]
        spans = spans[len(inner) :]
        words = marked(text, first, last, inner, mark)
        parts += [blocks.safe(text[at:first]), mark(words, key, role)]
        at = last
    return "".join(parts) + blocks.safe(text[at:end])


def _mark(case: Case, words: str, claim: str, role: str) -> str:
    """Mark words that are HTML already."""
    if not claim:
        return f'<span title="{blocks.safe(phrase(role))}" style="opacity:0.75">[{words}]</span>'
    verdict = case.verdicts[claim].verdict
    look = LOOKS[verdict]
    style = f"background:{look.back};border-bottom:2px {look.line} currentColor"
    tip = blocks.safe(phrase("{what}: {n}", what=f"{claim} {phrase(verdict)}", n=case.claims[claim].statement))
    return f'<span title="{tip}" style="{style}">{words}<sup>{blocks.safe(claim)}{verdict.sign}</sup></span>'
