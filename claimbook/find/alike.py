"""Whether what a page says and what a claim says are the same, in one language or across two."""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from claimbook.draft.country import CHINESE, ENGLISH
from claimbook.draft.lexicon import lexicon
from claimbook.draft.statement import CHANGE
from claimbook.find.passage import tokens
from claimbook.language.phrase import HAN
from claimbook.quantity.period import period

if TYPE_CHECKING:
    from claimbook.draft.lexicon import Lexicon

CHANGED = re.compile(
    r"(?i)^(?:the\s)?(?:(?:year[- ]on[- ]year|annual|monthly)\s)?"
    r"(?:increase|decrease|growth|rise|fall|drop|decline|change|reduction)\s(?:in|of)\s"
    r"|\s(?:growth(?: rate)?|increase)$"
)
SHORT = re.compile(r"[增涨]幅$")  # by how much something grew, as a noun
GREW = re.compile(r"增[长速幅]|涨幅|降幅|增长率$|growth")
COUNTED = re.compile(r"(?i)^(?:the\s)?(?:total\s)?(?:number|amount|count|quantity)\sof\s")
PREPOSITION = re.compile(r"\s(?:of|in|for|among|per|by|at|from|with|to|on)\s")
# Names of whom that say nothing without what is said of them: “people”, “the group”.
ANYBODY = re.compile(
    r"(?i)[该这此]?(?:人群|群体|人口|人士|人员|人数|企业|公司|机构|单位)|(?:the\s)?(?:people|persons|group|company|firm)s?"
)
PLACES = {name.lower() for name in (*ENGLISH, *CHINESE)} | {
    "us",
    "u.s.",
    "uk",
    "eu",
    "europe",
    "asia",
    "africa",
    "欧洲",
    "亚洲",
}
ALL = 0.6  # from this share of the words of the shorter of two names on, the two name one thing


@cache
def _synonyms() -> tuple[re.Pattern[str], dict[str, str]]:
    text = files("claimbook.find").joinpath("synonyms.csv").read_text("utf-8")
    rows = {row["words"].lower(): row["means"] for row in csv.DictReader(text.splitlines())}
    rows |= {means.lower(): means for means in rows.values()}  # so that “penetration rate” is not found within itself
    latin, han = (
        sorted((word for word in rows if bool(HAN.search(word)) == zh), key=len, reverse=True) for zh in (0, 1)
    )
    words = "|".join(map(re.escape, latin))
    return re.compile(rf"(?i)\b(?:{words})(?!\w)|{'|'.join(map(re.escape, han))}"), rows


def english(words: str, book: Lexicon | None = None) -> str:
    """Return words in English as far as the lexicon knows them, each by the name that stands for its synonyms.

    Examples
    --------
    >>> english("新能源汽车产量"), english("NEV production")
    ('new energy vehicles output', 'new energy vehicle output')
    """
    said = _by_synonyms(words)
    return _by_synonyms(" ".join((book or lexicon()).partly(said))) if HAN.search(said) else said


def _by_synonyms(words: str) -> str:
    pattern, rows = _synonyms()
    return " ".join(pattern.sub(lambda match: f" {rows[match[0].lower()]} ", words).split())


def names(words: str, book: Lexicon | None = None) -> frozenset[str]:
    """Return what is compared of a name: the stems of its English words, and pairs of the Chinese ones not known."""
    return frozenset(tokens(english(words, book)))


def changes(metric: str) -> bool:
    """Return whether a metric is a change, and not a level.

    Examples
    --------
    >>> [changes(one) for one in ("销量同比增长", "销量", "increase in sales", "sales", "sales growth")]
    [True, False, True, False, True]
    """
    return bool(CHANGE.search(metric) or CHANGED.search(metric) or GREW.search(metric))


def head(metric: str, book: Lexicon | None = None) -> frozenset[str]:
    """Return the noun of what is measured, without whose it is; empty where it is none that the lexicon knows.

    Examples
    --------
    >>> sorted(head("新能源车国内零售渗透率")), sorted(head("NEV penetration rate in China")), sorted(head("mood"))
    (['penetr', 'rate'], ['penetr', 'rate'], [])
    """
    book = book or lexicon()
    base = CHANGED.sub("", CHANGE.sub("", SHORT.sub("增长", metric)))
    if HAN.search(base):
        measured = book.measure(base)
        return names(measured, book) if measured else frozenset()
    base = english(PREPOSITION.split(COUNTED.sub("", base), maxsplit=1)[0], book)
    words = base.split()
    ends = (" ".join(words[at:]) for at in range(len(words)))
    return next((frozenset(tokens(end)) for end in ends if tuple(tokens(end)) in _measures(book)), frozenset())


@cache
def _measures(book: Lexicon) -> frozenset[tuple[str, ...]]:
    """Return the English names of what can be measured, as tokens."""
    return frozenset(tuple(tokens(book.english[zh])) for zh in book.of("holder", "measure"))


def same_metric(one: str, other: str, book: Lexicon | None = None) -> bool | None:
    """Return whether two names of what is measured mean the same; None where that is not clear.

    Examples
    --------
    >>> same_metric("销量", "sales"), same_metric("产量", "sales"), same_metric("mood", "sales")
    (True, False, None)
    >>> same_metric("销量同比增长", "sales")
    False
    """
    if changes(one) != changes(other):
        return False
    first, second = head(one, book), head(other, book)
    if first and second:
        return True if first == second else None if first < second or second < first else False
    return True if _overlap(names(one, book), names(other, book)) >= ALL else None


def same_measure(page: str, claim: str, subject: str, book: Lexicon | None = None) -> bool | None:
    """Return whether two metrics mean the same, where the page's may name the claim's subject within it.

    Examples
    --------
    >>> same_measure("mood of buyers", "mood", "buyers"), same_measure("mood", "trust", "buyers")
    (True, None)
    """
    same, held, wanted = same_metric(page, claim, book), names(page, book), names(claim, book)
    return True if same is None and wanted <= held <= wanted | names(subject, book) else same


def same_entity(one: str, other: str, book: Lexicon | None = None) -> bool | None:
    """Return whether two names are of the same place, firm or thing; None where they cannot be compared.

    Examples
    --------
    >>> same_entity("中国", "China"), same_entity("中国", "美国"), same_entity("某某", "Acme")
    (True, False, None)
    """
    first, second = names(one, book), names(other, book)
    if first == second:
        return True
    han = bool(HAN.search(english(one, book))), bool(HAN.search(english(other, book)))
    if han[0] != han[1]:  # a name that the lexicon does not know, in another language
        return None
    kinds = {name.lower() in PLACES for name in (one, other)}
    return None if first & second or len(kinds) > 1 else False  # a place, and a thing that may be of it


def same_owner(entity: str, metric: str, subject: str, measure: str, book: Lexicon | None = None) -> bool | None:
    """Return whether a page and a claim speak of the same one, which either may name within the metric.

    Examples
    --------
    >>> same_owner("", "sales of new energy vehicles", "新能源汽车", "销量")
    True
    >>> same_owner("China", "NEV sales", "新能源汽车", "销量"), same_owner("Japan", "sales", "中国", "销量")
    (None, False)
    >>> same_owner("人群", "占比", "结婚登记人口", "占比") is None
    True
    """
    if not subject:
        return None
    within = names(subject, book) <= names(metric, book)
    if not entity or ANYBODY.fullmatch(entity):
        return True if within else None
    same = same_entity(entity, subject, book)
    return None if same is False and (within or names(entity, book) <= names(measure, book)) else same


def same_period(one: str, other: str) -> bool | None:
    """Return whether two periods are the same; None where one is a part of the other, or is missing."""
    try:
        first, second = period(one), period(other)
    except ValueError:
        return None
    if not one or not other:
        return None
    return True if first == second else None if first.overlaps(second) else False


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
