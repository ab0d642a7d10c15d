"""A summary in Markdown, for a pull request or a newsletter."""

import re
from collections.abc import Iterator

from claimbook import report
from claimbook.case.case import Case
from claimbook.language.phrase import phrase
from claimbook.report.blocks import BIDI
from claimbook.report.draft import draft_note
from claimbook.report.outline import Outline, outline

SPECIAL = re.compile(r"([\\`*_\[\]|<>~&])")  # every text stands inside a line, where no other sign is markup


def summary(case: Case, language: str = "en") -> str:
    """Return the result in one language: the headline, and what was decided with its reason.

    Parameters
    ----------
    language : str
        A key of `claimbook.language.phrase.LANGUAGES`.
    """
    article = case.article
    lines = [f"# {_plain(article.title)}", ""]
    if article.url:
        lines += [f"<{article.url}>" if _simple(article.url) else _plain(article.url), ""]
    if note := draft_note(case):
        lines += [f"**{_plain(note.said(language))}**", ""]
    lines += [f"- {_plain(line.said(language, case.book))}" for line in report.headline(case)]
    for found in report.decided(case):
        lines += ["", *_one(outline(case, found.claim.id), language, case.book)]
    when = report.checked(case).said(language, case.book)
    return "\n".join([*lines, "", _plain(when), ""])


def _one(known: Outline, language: str, book: dict[str, str]) -> Iterator[str]:
    """Walk the outline of a claim: its statement under the verdict's sign, and the reason."""
    claim, verdict = known.finding.claim, known.finding.verdict
    sign, word = verdict.verdict.sign, phrase(verdict.verdict).said(language)
    ruled = f"{verdict.in_full().said(language, book)} [{verdict.rule}]"
    said = {"statement": claim.statement.said(language), "reason": ruled}
    lead = {"statement": f"**{sign} {word}** {claim.id} “{_plain(claim.selector.exact)}”: ", "reason": "\n> "}
    yield from (lead[part] + _plain(said[part]) for part in known.parts if part in said)


def _plain(text: object) -> str:
    """Escape what Markdown or HTML would take for markup, and show characters that reorder text by name."""
    plain = SPECIAL.sub(r"\\\1", " ".join(str(text).translate(BIDI).split()))
    return plain.translate({ord(sign): f"&#{ord(sign)};" for sign in "@#$"})  # no mention, issue or formula


def _simple(url: str) -> bool:
    return bool(re.fullmatch(r"https?://[^\s<>]+", url))
