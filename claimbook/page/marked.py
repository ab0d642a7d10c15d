"""The article, line by line, with every mention and statement marked in place."""

import re

from markupsafe import Markup

from claimbook.verdict import MARKS
from claimbook.view import safe

LINE = re.compile(r"[^\n]*\n|[^\n]+")


def spans(case):
    """Return start, end, claim (or an empty string) and role of everything that is marked, longest first."""
    owners = {row["mention"]: row["claim"] for row in case.tables["claims"].to_dict("records") if row["mention"]}
    found = [
        (int(row["start"]), int(row["end"]), owners.get(row["mention"]) or row["of"], row["role"])
        for row in case.tables["mentions"].to_dict("records")
    ]
    found += [(c.selector.start, c.selector.end, c.id, "statement") for c in case.claims.values() if not c.is_number]
    return sorted(found, key=lambda span: (span[0], -span[1]))


def lines(case):
    """Return every line of the article as HTML; joined, their text is the article to the letter.

    Yields
    ------
    tuple of (str, bool, markupsafe.Markup)
        The line itself, whether it is a section heading, and its HTML.
    """
    rest, at = spans(case), 0
    for line in LINE.findall(case.article.text):
        here = [span for span in rest if span[0] < at + len(line)]
        rest = [span for span in here if span[1] > at + len(line)] + rest[len(here) :]
        inside = [(max(start, at), min(end, at + len(line)), *more) for start, end, *more in here]
        html = _marked(case, at, at + len(line), inside)
        yield line, line.strip() in case.article.sections, Markup(html)  # noqa: S704 (every text in it is escaped)
        at += len(line)


def _marked(case, start, end, spans):
    """Mark the spans of ``text[start:end]``; a number inside a statement is marked inside its mark."""
    text, at, parts = case.article.text, start, []
    while spans:
        (first, last, claim, role), spans = spans[0], spans[1:]
        inner = [span for span in spans if span[0] < last]
        spans = spans[len(inner) :]
        parts += [safe(text[at:first]), _mark(case, _marked(case, first, last, inner), claim, role)]
        at = last
    return "".join(parts) + safe(text[at:end])


def _mark(case, words, claim, role):
    """Mark words that are HTML already; the link beside them is for those who come by keyboard."""
    if not claim:
        return f'<mark class="other" data-role="{safe(role)}">{words}</mark>'
    verdict = case.verdicts[claim].verdict
    name, sign = safe(claim), MARKS[verdict][0]
    link = f'<a class="tag" href="#{name}" data-tag="{name}{sign}" aria-label="{name}, {verdict}"></a>'
    return f'<mark class="{verdict}" data-claim="{name}">{words}{link}</mark>'
