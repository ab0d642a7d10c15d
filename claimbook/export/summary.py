"""A summary in Markdown, for a pull request or a newsletter."""

import re

from claimbook import report
from claimbook.judge.verdict import MARKS
from claimbook.language.phrase import phrase
from claimbook.report.blocks import BIDI

SPECIAL = re.compile(r"([\\`*_\[\]|<>~&])")  # every text stands inside a line, where no other sign is markup


def summary(case, language="en"):
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
    lines += [f"- {_plain(line.said(language, case.book))}" for line in report.headline(case)]
    for claim in report.decided(case):
        lines += ["", *_told(case, claim, language)]
    when = phrase("checked as of {date}", date=report.as_of(case)).said(language)
    return "\n".join([*lines, "", _plain(when), ""])


def _told(case, claim, language):
    verdict = case.verdicts[claim.id]
    sign, word = MARKS[verdict.verdict][0], phrase(verdict.verdict).said(language)
    statement = claim.statement_zh if language == "zh" else claim.statement_en
    yield f"**{sign} {word}** {claim.id} “{_plain(claim.selector.exact)}”: {_plain(statement)}"
    yield ""
    yield f"> {_plain(verdict.told().said(language, case.book))}"


def _plain(text):
    """Escape what Markdown or HTML would take for markup, and show characters that reorder text by name."""
    plain = SPECIAL.sub(r"\\\1", " ".join(str(text).translate(BIDI).split()))
    return plain.translate({ord(sign): f"&#{ord(sign)};" for sign in "@#$"})  # no mention, issue or formula


def _simple(url):
    return bool(re.fullmatch(r"https?://[^\s<>]+", url))
