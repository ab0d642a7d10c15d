"""Help with searching: ready-made queries for a claim in both languages, and a logged result in one step."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote_plus

from claimbook.draft.lexicon import lexicon
from claimbook.language.phrase import HAN, in_chinese, quantity_zh
from claimbook.quantity.quantity import in_words
from claimbook.tables.fault import Problems
from claimbook.tables.vocabulary import SearchOutcome
from claimbook.tables.writer import new_ids, writing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimbook.case.case import Case
    from claimbook.draft.draft import Draft
    from claimbook.draft.lexicon import Lexicon
    from claimbook.judge.claim import Claim


class Engine(NamedTuple):
    """Where the public searches: its address with a place for the query, and the languages that it is good for."""

    address: str
    languages: tuple[str, ...]


ENGINES = {
    "Google": Engine("https://www.google.com/search?q={q}", ("zh", "en")),
    "Bing": Engine("https://www.bing.com/search?q={q}", ("zh", "en")),
    "Baidu": Engine("https://www.baidu.com/s?wd={q}", ("zh",)),
}
WRITTEN = {"zh": HAN, "en": re.compile("[A-Za-z]{3}")}
OFFICIAL = {
    "zh": ("site:gov.cn", "site:stats.gov.cn"),
    "en": ("site:gov", "site:who.int OR site:worldbank.org OR site:oecd.org"),
}
LONGEST = 80  # characters of a statement that is a query as it is


def suggestions(
    claim: Claim, book: Mapping[str, str] | None = None, words: Lexicon | None = None
) -> list[tuple[str, str]]:
    """Return differently worded queries for a claim, in both languages wherever a word of its metric is known in both.

    Parameters
    ----------
    claim : Claim
    book : dict of str to str, optional
        English words of the data and what they are in Chinese.
    words : Lexicon, optional
        Nouns of statistics in both languages.

    Returns
    -------
    list of (str, str)
        Language and words: the claim's metric with its subject and year, with its number, and on official sites,
        in each language; its statement in each language in which there is one; then the article's own words.
    """
    year, words = claim.period_text[:4], words or lexicon()
    says = {"zh": quantity_zh(claim.quantity), "en": in_words(claim.quantity)} if claim.quantity else {}
    found = []
    for language in ("zh", "en"):
        subject, metric = (_in(language, name, book, words) for name in (claim.subject, claim.metric))
        if WRITTEN[language].search(metric):  # known in this language, and filled in
            found += [(language, f"{subject} {metric} {year}")]
            found += [(language, f"{metric} {says.get(language, '')} {subject}")]
            found += [(language, f"{subject} {metric} {site}") for site in OFFICIAL[language]]
        if statement := claim.statement.texts.get(language, ""):
            found.append((language, statement[:LONGEST].rstrip("。.")))
    quote = claim.selector
    written = "zh" if HAN.search(quote.prefix + quote.exact + quote.suffix) else "en"
    found.append((written, f"“{quote.exact}” {_in(written, claim.subject, book, words) or claim.subject}"))
    return list(dict.fromkeys((language, " ".join(query.split())) for language, query in found))


def _in(language: str, name: str, book: Mapping[str, str] | None, words: Lexicon) -> str:
    """Return a name in a language: as it is, by the words of the data, or by the lexicon as far as that knows it."""
    if language == "zh":
        known = name if HAN.search(name) else in_chinese(name, book) or words.chinese(name)
        return known or words.partly_chinese(name)
    return words.translated(name) or " ".join(words.partly(name)) if HAN.search(name) else name


def links(words: str, language: str = "") -> dict[str, str]:
    """Return the address of each public search page for a query, by its name; none that is of another language.

    Examples
    --------
    >>> list(links("births 2023", "en")), list(links("出生人口", "zh"))
    (['Google', 'Bing'], ['Google', 'Bing', 'Baidu'])
    """
    language = language or ("zh" if HAN.search(words) else "en")
    return {
        name: engine.address.format(q=quote_plus(words))
        for name, engine in ENGINES.items()
        if language in engine.languages
    }


def log(
    case: Case | Draft, claims: Sequence[Claim], words: str, outcome: str, where: str, note: str = "",
    today: date | None = None,
) -> str:  # fmt: skip
    """Append a search for one or several claims to ``searches.csv``, whole or not at all, and return its id."""
    return log_all(case, claims, [(words, outcome, note)], where, today)[0]


def log_all(
    case: Case | Draft, claims: Sequence[Claim], searches: Sequence[tuple[str, str, str]], where: str,
    today: date | None = None,
) -> list[str]:  # fmt: skip
    """Append searches, each its query, outcome and note, to ``searches.csv``, all or none, and return their ids.

    Raises
    ------
    Problems
        If a query is empty or an outcome is none.
    """
    for words, outcome, _ in searches:
        if not words.strip():
            raise Problems(["the query is empty; give the words that were sent"])
        if outcome not in set(SearchOutcome):
            raise Problems([f"--outcome: “{outcome}” must be one of: {', '.join(SearchOutcome)}"])
    same = {"where": where, "date": str(today or date.today()), "scope": "claim"}
    same |= {"claims": " ".join(claim.id for claim in claims)}
    with writing(case.folder, "searches") as tables:
        ids = new_ids((row["search"] for row in tables.rows["searches"]), "q", 3)
        rows = [
            {"search": next(ids), "query": words, "language": "zh" if HAN.search(words) else "en"}
            | {"outcome": outcome, "note": note} | same
            for words, outcome, note in searches
        ]  # fmt: skip
        tables.add({"searches": rows})
    return [row["search"] for row in rows]
