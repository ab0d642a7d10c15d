"""Help with searching: ready-made queries for a claim, and a logged result in one step."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

from claimbook.language.phrase import HAN, in_chinese, quantity_zh
from claimbook.quantity.quantity import in_words
from claimbook.tables.fault import Problems
from claimbook.tables.vocabulary import SearchOutcome
from claimbook.tables.writer import new_id, writing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.case.case import Case
    from claimbook.draft.draft import Draft
    from claimbook.judge.claim import Claim


# Where the public searches; {q} is the query.
PAGES = {
    "Google": "https://www.google.com/search?q={q}",
    "Bing": "https://www.bing.com/search?q={q}",
    "Baidu": "https://www.baidu.com/s?wd={q}",
}
WRITTEN = {"zh": HAN, "en": re.compile("[A-Za-z]{3}")}
OFFICIAL = {
    "zh": ("site:gov.cn", "site:stats.gov.cn"),
    "en": ("site:gov", "site:who.int OR site:worldbank.org OR site:oecd.org"),
}


def suggestions(claim: Claim, book: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    """Return differently worded queries for a claim.

    Returns
    -------
    list of (str, str)
        Language and words: the claim's metric with its subject and year, with its number, and on official sites,
        in each language in which the metric is known; then the article's own words.
    """
    year = claim.period_text[:4]
    terms = {
        "zh": [_chinese(claim.subject, book), _chinese(claim.metric, book)],
        "en": [claim.subject, claim.metric],
    }
    says = {"zh": quantity_zh(claim.quantity), "en": in_words(claim.quantity)} if claim.quantity else {}
    found = []
    for language, (subject, metric) in terms.items():
        if not WRITTEN[language].search(metric):  # not known in this language, or not filled in yet
            continue
        found += [(language, f"{subject} {metric} {year}"), (language, f"{metric} {says.get(language, '')} {subject}")]
        found += [(language, f"{subject} {metric} {site}") for site in OFFICIAL[language]]
    quote = claim.selector
    written = "zh" if HAN.search(quote.prefix + quote.exact + quote.suffix) else "en"
    found.append((written, f"“{quote.exact}” {terms[written][0]}"))
    return [(language, " ".join(words.split())) for language, words in found]


def links(words: str) -> dict[str, str]:
    """Return the address of each public search page for a query, by its name."""
    return {name: address.format(q=quote_plus(words)) for name, address in PAGES.items()}


def log(
    case: Case | Draft, claim: Claim, words: str, outcome: str, where: str, note: str = "", today: date | None = None
) -> str:
    """Append a search to ``searches.csv``, whole or not at all, and return its id.

    Raises
    ------
    Problems
        If the query is empty or the outcome is none.
    """
    if not words.strip():
        raise Problems(["the query is empty; give the words that were sent"])
    if outcome not in set(SearchOutcome):
        raise Problems([f"--outcome: “{outcome}” must be one of: {', '.join(SearchOutcome)}"])
    with writing(case.folder, "searches") as tables:
        name = new_id("searches", tables.rows["searches"], "q", 3)
        row = {"search": name, "query": words, "language": "zh" if HAN.search(words) else "en", "where": where}
        row |= {"date": str(today or date.today()), "scope": "claim", "claims": claim.id, "outcome": outcome}
        tables.add({"searches": [row | {"note": note}]})
    return name


def _chinese(text: str, book: Mapping[str, str] | None) -> str:
    return in_chinese(text, book) or text
