"""What the page's script shows when a claim is opened: evidence, checks and searches, each source told once."""

import re
from importlib.resources import files

from claimbook.judge.evidence import bearing
from claimbook.language.phrase import LANGUAGES, catalogue, phrase, say

SAID = re.compile(r'\bsay\("([^"]+)"')


def both(thing, book):
    """Say a thing in both languages; one text where the two are the same."""
    english, chinese = (say(thing, language, book) for language in LANGUAGES)
    return english if english == chinese else [english, chinese]


def payload(case):
    """Return what the script needs, as plain lists and dictionaries.

    Returns
    -------
    dict
        ``words`` (the script's own and the tables' fixed ones, English to Chinese), ``sources``, ``figures``,
        ``searches``, and for each claim its ``evidence``, ``checks`` and the numbers of its searches.
    """
    items = [item for item in case.evidence if item.claim.id in case.claims]
    figures = list({item.figure.id: item.figure for item in items}.values())
    sources = list({figure.source.id: figure.source for figure in figures}.values())
    places = {figure.id: place for place, figure in enumerate(figures)}
    at = {source.id: place for place, source in enumerate(sources)}
    own = [search for search in case.searches if search.scope == "claim"]
    return {
        "words": {words: catalogue()[words] for words in script_words()},
        "sources": [_source(source) for source in sources],
        "figures": [_figure(figure, at, case.book) for figure in figures],
        "searches": [_search(search, case.book) for search in own],
        "claims": {
            name: {
                "evidence": [_evidence(item, places, case.book) for item in items if item.claim.id == name],
                "checks": [_check(outcome, case.book) for outcome in _outcomes(case, name)],
                "searches": [place for place, search in enumerate(own) if name in search.claims],
            }
            for name in case.claims
        },
    }


def script_words():
    """Return every English text that the script says, as it stands in the script."""
    script = (files("claimbook.page") / "page.js").read_text(encoding="utf-8")
    fixed = re.search(r"const FIXED = \[(.*?)\];", script, re.S)[1]
    return list(dict.fromkeys(SAID.findall(script) + re.findall(r'"([^"]+)"', fixed)))


def _source(source):
    return [source.title, source.publisher, source.url, source.published, source.tier, source.copy, source.read,
            source.read_on]  # fmt: skip


def _search(search, book):
    """Tell a search; the words sent stay as they were, a lead is named in both languages."""
    query = both(phrase(search.query), book) if search.outcome == "lead" else search.query
    note = both(phrase(search.note), book)
    return [query, search.language, both(phrase(search.where), book), search.date, search.outcome, note]


def _figure(figure, at, book):
    what = figure.quantity or phrase(figure.value)
    terms = [both(thing, book) for thing in map(phrase, (figure.metric, figure.entity, figure.population))]
    return [figure.id, figure.as_printed, both(what, book), *terms, figure.period_text, at[figure.source.id]]


def _evidence(item, places, book):
    inequality = item.inequality if item.inequality else ""
    why = both(phrase(item.reason), book)
    return [item.id, places[item.figure.id], item.relation, bearing(item), why, inequality]


def _outcomes(case, name):
    return [outcome for outcome in case.outcomes if name in outcome.check.conclusion + outcome.check.premise]


def _check(outcome, book):
    check = outcome.check
    told = [both(phrase(text), book) for text in (check.title, check.reading, check.caveat)]
    return [check.id, outcome.result, both(outcome.words, book), *told]
