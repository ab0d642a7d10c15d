"""The article, line by line, with every mention and statement marked in place."""

import re
from collections.abc import Iterator

from markupsafe import Markup

from claimbook.case.case import Case
from claimbook.report.blocks import safe
from claimbook.report.marks import marked, spans

LINE = re.compile(r"[^\n]*\n|[^\n]+")


def lines(case: Case) -> Iterator[tuple[str, bool, Markup]]:
    """Return every line of the article as HTML; joined, their text is the article to the letter.

    Yields
    ------
    tuple of (str, bool, markupsafe.Markup)
        The line itself, whether it is a section heading, and its HTML.
    """
    text, rest, at = case.article.text, spans(case), 0
    for line in LINE.findall(text):
        here = [span for span in rest if span[0] < at + len(line)]
        rest = [span for span in here if span[1] > at + len(line)] + rest[len(here) :]
        inside = [(max(start, at), min(end, at + len(line)), claim, role) for start, end, claim, role in here]
        html = marked(text, at, at + len(line), inside, lambda *one: _mark(case, *one))
        yield line, line.strip() in case.article.sections, Markup(html)
        at += len(line)


def _mark(case: Case, words: str, claim: str, role: str) -> str:
    """Mark words that are HTML already; the link beside them is for those who come by keyboard."""
    if not claim:
        return f'<mark class="other" data-role="{safe(role)}">{words}</mark>'
    verdict = case.verdicts[claim].verdict
    name, sign = safe(claim), verdict.sign
    link = f'<a class="tag" href="#{name}" data-tag="{name}{sign}" aria-label="{name}, {verdict}"></a>'
    return f'<mark class="{verdict}" data-claim="{name}">{words}{link}</mark>'
