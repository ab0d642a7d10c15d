"""What to look for to find a claim: its words, each with a weight, its meaning, its number and its year."""

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from typing import Self, TypeAlias

from claimbook.find.passage import numbers_of, tokens
from claimbook.judge.claim import Claim
from claimbook.judge.evidence import Search
from claimbook.language.phrase import in_chinese
from claimbook.quantity.quantity import Quantity

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
OVER_WHOM = 0.5  # what the words for the population are worth beside those of the statement, metric and subject
FEW = 2  # so many searches count half as much as the claim
LATEST = 8  # searches whose meaning is compared, at most; each takes some 2 ms

Book: TypeAlias = Mapping[str, str] | None  # English words of the data, and what they are in Chinese


@dataclass(frozen=True)
class Wording:
    """One way to put what is looked for.

    Parameters
    ----------
    words : dict of str to float
        Tokens and their weights.
    texts : tuple of str
        For the meaning, in one language or more.
    worth : float
        From 0, it does not count, to 1.
    """

    words: dict[str, float]
    texts: tuple[str, ...]
    worth: float = 1.0


@dataclass(frozen=True)
class Query:
    """What is looked for.

    Parameters
    ----------
    claim : Wording
        What the claim says.
    searches : Wording
        What was searched for it by then: how a person would put it otherwise. The more searches, the more they count.
    names : tuple of tuple of str
        The tokens of the subject's name, in each language in which it is known.
    quantity : Quantity or None
    years : frozenset of str
    dated : bool or None
        Whether the number is a year of the calendar; None where it is not of years.
    statements : tuple of str
        Whose numbers `figures` holds.
    """

    claim: Wording
    searches: Wording
    names: tuple[tuple[str, ...], ...]
    quantity: Quantity | None
    years: frozenset[str]
    dated: bool | None = None
    statements: tuple[str, ...] = ()

    @cached_property
    def figures(self) -> frozenset[tuple[Decimal, Decimal]]:
        """Both ends of every number of the statements; read when somebody asks, as most claims are not looked for."""
        found = (one for text in self.statements for one in numbers_of(text))
        return frozenset((Decimal(one.low), Decimal(one.high)) for one in found)

    def also(self, words: str) -> Self:
        """Return a query for more words, each worth as much as the weightiest one that is there."""
        most = max(self.claim.words.values(), default=1.0)
        more = self.claim.words | dict.fromkeys(tokens(words), most)
        claim = replace(self.claim, words=more, texts=(*self.claim.texts, words))
        return replace(self, claim=claim, statements=(words,) if numbers_of(words) else self.statements)


def queries(claims: Mapping[str, Claim], book: Book = None, searches: Collection[Search] = ()) -> dict[str, Query]:
    """Return what to look for to find each of an article's claims.

    Words that many of the claims share say little about one of them, and count less: log(1 + n / k) of n claims, of
    which k have the word. So do words of searches.

    Parameters
    ----------
    claims : dict of str to Claim
        All claims of the article.
    book : dict of str to str, optional
        English words of the data and what they are in Chinese.
    searches : collection of Search, optional
        The look-ups that were logged for the article.

    Returns
    -------
    dict of str to Query
    """
    bags = _telling({name: _bag(claim, book) for name, claim in claims.items()})
    logged = {name: tuple(search.query for search in searches if name in search.claims) for name in claims}
    searched = _telling({name: dict.fromkeys(tokens(" ".join(texts)), 1.0) for name, texts in logged.items() if texts})
    return {
        name: Query(
            Wording(bags[name], _texts(claim, book)),
            Wording(searched.get(name, {}), logged[name][-LATEST:], len(logged[name]) / (len(logged[name]) + FEW)),
            _names(claim, book),
            claim.quantity,
            frozenset(YEAR.findall(claim.period_text)),
            claim.dated,
            tuple(claim.statement.texts.values()),
        )
        for name, claim in claims.items()
    }


def asked(words: str) -> Query:
    """Return what to look for to find words that are no claim of an article: a statement, a question.

    Examples
    --------
    >>> sorted(asked("births fell to 9.02 million in 2023").years)
    ['2023']
    """
    said = Wording(dict.fromkeys(tokens(words), 1.0), (words,))
    return Query(said, Wording({}, (), 0.0), (), None, frozenset(YEAR.findall(words)), statements=(words,))


def words_of(claim: Claim, book: Book = None) -> str:
    """Return all words of a claim in both languages as one text: what plain BM25 is asked."""
    named = (claim.metric, claim.subject, claim.population)
    return " ".join([*claim.statement.texts.values(), *named, *(_chinese(name, book) for name in named)])


def _bag(claim: Claim, book: Book) -> dict[str, float]:
    """Return the tokens of a claim, each with the weight of the weightiest place that has it."""
    named = (claim.metric, claim.subject)
    texts = [*claim.statement.texts.values(), *named, *(_chinese(name, book) for name in named)]
    bag = dict.fromkeys(tokens(f"{claim.population} {_chinese(claim.population, book)}"), OVER_WHOM)
    return bag | dict.fromkeys(tokens(" ".join(texts)), 1.0)


def _telling(bags: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float]]:
    """Weigh the words of each bag by how few of the bags have them."""
    shared, count = Counter(word for bag in bags.values() for word in bag), len(bags)
    return {
        name: {word: weight * math.log(1 + count / shared[word]) for word, weight in bag.items()}
        for name, bag in bags.items()
    }


def _names(claim: Claim, book: Book) -> tuple[tuple[str, ...], ...]:
    named = (tuple(tokens(name)) for name in (claim.subject, _chinese(claim.subject, book)))
    return tuple(name for name in dict.fromkeys(named) if name)


def _texts(claim: Claim, book: Book) -> tuple[str, ...]:
    """Return the statement, and the metric with its subject, in each language in which it is known."""
    metrics = f"{claim.metric}; {claim.subject}", f"{_chinese(claim.metric, book)}；{_chinese(claim.subject, book)}"
    texts = [*claim.statement.texts.values(), *(text for text in metrics if len(text.strip(";； ")) > 1)]
    return tuple(text for text in texts if text.strip())


def _chinese(words: str, book: Book) -> str:
    return in_chinese(words, book) or ""
