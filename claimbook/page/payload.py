"""What the page's script shows when a claim is opened: evidence, checks and searches, each source said once.

Every table is a list of rows with names. `packed` writes the names of a table once, and the script puts them back.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from claimbook.case.case import Case
from claimbook.judge.check import Outcome
from claimbook.judge.evidence import Evidence, Search, bearing
from claimbook.judge.source import Figure, Source
from claimbook.language.phrase import LANGUAGES, Spoken, phrase, say
from claimbook.page.answer import about
from claimbook.page.words import words
from claimbook.quantity.quantity import Quantity
from claimbook.tables.vocabulary import SearchOutcome

Book = Mapping[str, str]
Both = str | list[str]  # one text where English and Chinese are the same
Row = dict[str, Both | int | list[int]]
TABLES = ("sources", "figures", "evidence", "checks", "searches")


def both(thing: Spoken | Quantity, book: Book) -> Both:
    """Say a thing in both languages; one text where the two are the same."""
    english, chinese = (say(thing, language, book) for language in LANGUAGES)
    return english if english == chinese else [english, chinese]


def payload(case: Case) -> dict[str, Any]:
    """Return what the script needs, as plain lists and dictionaries.

    Returns
    -------
    dict
        ``about`` (what an index says of the article), ``words`` (what the script says, English to Chinese), each of
        `TABLES` as a list of rows, and ``claims``: for each the places of its rows in ``evidence``, ``checks`` and
        ``searches``.
    """
    facts = {name: found.facts for name, found in case.findings.items()}
    evidence = {item.id: item for known in facts.values() for item in known.evidence}
    checks = {outcome.check.id: outcome for known in facts.values() for outcome in known.outcomes}
    searches = {search.id: search for known in facts.values() for search in known.logged}
    figures = {item.figure.id: item.figure for item in evidence.values()}
    figures |= {part.id: part for figure in list(figures.values()) for part in figure.parts}
    sources = {source.id: source for figure in figures.values() for source in figure.sources}
    at = {"sources": _places(sources), "figures": _places(figures)}
    rows, tried, logged = _places(evidence), _places(checks), _places(searches)
    return {
        "about": about(case),
        "words": words(),
        "sources": [_source(source) for source in sources.values()],
        "figures": [_figure(figure, at, case.book) for figure in figures.values()],
        "evidence": [_evidence(item, at["figures"], case.book) for item in evidence.values()],
        "checks": [_check(outcome, case.book) for outcome in checks.values()],
        "searches": [_search(search, case.book) for search in searches.values()],
        "claims": {
            name: {
                "evidence": [rows[item.id] for item in known.evidence],
                "checks": [tried[outcome.check.id] for outcome in known.outcomes],
                "searches": [logged[search.id] for search in known.logged],
            }
            for name, known in facts.items()
        },
    }


def packed(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return the payload as it is written into the page: each table as its names once and its rows as lists."""
    return {name: _packed(part) if name in TABLES else part for name, part in payload.items()}


def _packed(rows: list[Row]) -> dict[str, list[Any]]:
    names = list(rows[0]) if rows else []
    return {"names": names, "rows": [[row[name] for name in names] for row in rows]}


def _places(ids: Iterable[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(ids)}


def _source(source: Source) -> Row:
    names = ("title", "publisher", "url", "published", "tier", "copy", "read")
    return {name: getattr(source, name) for name in names} | {"readOn": source.read_on}


def _figure(figure: Figure, at: Mapping[str, Mapping[str, int]], book: Book) -> Row:
    return {
        "id": figure.id,
        "printed": figure.as_printed,
        "says": both(figure.says, book),
        "metric": both(phrase(figure.metric), book),
        "entity": both(phrase(figure.entity), book),
        "population": both(phrase(figure.population), book),
        "period": figure.period_text,
        "source": at["sources"][figure.source.id],
        "formula": both(figure.formula, book) if isinstance(figure.formula, Spoken) else "",
        "parts": [at["figures"][part.id] for part in figure.parts],
    }


def _evidence(item: Evidence, figures: Mapping[str, int], book: Book) -> Row:
    return {
        "id": item.id,
        "figure": figures[item.figure.id],
        "relation": item.relation,
        "bearing": bearing(item),
        "reason": both(phrase(item.reason), book),
        "inequality": item.inequality,
    }


def _check(outcome: Outcome, book: Book) -> Row:
    check = outcome.check
    said = {name: both(phrase(getattr(check, name)), book) for name in ("title", "reading", "caveat")}
    return {"id": check.id, "result": outcome.result, "words": both(outcome.words, book), **said}


def _search(search: Search, book: Book) -> Row:
    """Describe a search; the words sent stay as they were, a lead is named in both languages."""
    return {
        "query": both(phrase(search.query), book) if search.outcome == SearchOutcome.LEAD else search.query,
        "language": search.language,
        "where": both(phrase(search.where), book),
        "date": search.date,
        "outcome": search.outcome,
        "note": both(phrase(search.note), book),
    }
