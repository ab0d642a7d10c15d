"""What a claim is looked for by: its words, each with a weight, its meaning, its number and its year."""

import math
import re
from collections import Counter
from dataclasses import dataclass, replace

from claimbook.find.passage import tokens
from claimbook.language import in_chinese
from claimbook.quantity import Quantity

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
OVER_WHOM = 0.5  # what the words for the population are worth beside those of the statement, metric and subject


@dataclass(frozen=True)
class Query:
    """What is looked for.

    Parameters
    ----------
    words : dict of str to float
        Tokens and their weights.
    texts : tuple of str
        What the claim says, in each language in which it is known, for the meaning.
    quantity : Quantity or None
    years : frozenset of str
    """

    words: dict
    texts: tuple
    quantity: Quantity | None
    years: frozenset

    def also(self, words):
        """Return a query that asks for more words, each worth as much as the most telling one that is there."""
        most = max(self.words.values(), default=1.0)
        return replace(self, words=self.words | dict.fromkeys(tokens(words), most), texts=(*self.texts, words))


def queries(claims, book=None):
    """Return what each of an article's claims is looked for by.

    Words that many of the claims share tell little of one of them, and count less: log(1 + n / k) of n claims, of
    which k have the word.

    Parameters
    ----------
    claims : dict of str to Claim
        All claims of the article.
    book : dict of str to str, optional
        English words of the data and what they are in Chinese.

    Returns
    -------
    dict of str to Query
    """
    bags = {name: _bag(claim, book) for name, claim in claims.items()}
    shared, count = Counter(word for bag in bags.values() for word in bag), len(bags)
    return {
        name: Query(
            {word: weight * math.log(1 + count / shared[word]) for word, weight in bags[name].items()},
            _texts(claim, book),
            claim.quantity,
            frozenset(YEAR.findall(claim.period_text)),
        )
        for name, claim in claims.items()
    }


def words_of(claim, book=None):
    """Return all words of a claim in both languages as one text: what plain BM25 is asked."""
    named = (claim.metric, claim.subject, claim.population)
    return " ".join([claim.statement_en, claim.statement_zh, *named, *(_chinese(name, book) for name in named)])


def _bag(claim, book):
    """Return the tokens of a claim with the weight of the most telling place in which each stands."""
    named = (claim.metric, claim.subject)
    told = [claim.statement_en, claim.statement_zh, *named, *(_chinese(name, book) for name in named)]
    bag = dict.fromkeys(tokens(f"{claim.population} {_chinese(claim.population, book)}"), OVER_WHOM)
    return bag | dict.fromkeys(tokens(" ".join(told)), 1.0)


def _texts(claim, book):
    """Return the statement, and the metric with its subject, in each language in which it is known."""
    metrics = f"{claim.metric}; {claim.subject}", f"{_chinese(claim.metric, book)}；{_chinese(claim.subject, book)}"
    told = [claim.statement_en, claim.statement_zh, *(text for text in metrics if len(text.strip(";； ")) > 1)]
    return tuple(text for text in told if text.strip())


def _chinese(words, book):
    return in_chinese(words, book) or ""
