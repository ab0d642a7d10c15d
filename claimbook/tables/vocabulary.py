"""The fixed words of the tables, each with its meaning; the codebook prints them."""

from enum import StrEnum
from typing import Self

from claimbook.quantity.quantity import COMPARATORS, TOLERANCES, VAGUE
from claimbook.quantity.unit import UNITS


class Word(StrEnum):
    """A fixed word of the tables, with its meaning for the codebook."""

    meaning: str

    def __new__(cls, word: str, meaning: str = "") -> Self:
        """Make a word that is its own text."""
        made = str.__new__(cls, word)
        made._value_, made.meaning = word, meaning
        return made

    @property
    def rank(self) -> int:
        """The place of the word among those of its kind, from 0 for the best."""
        return list(type(self)).index(self)


class Checkability(Word):
    """Whether a public document could settle a claim."""

    CHECKABLE = "checkable", "a public document could settle it"
    PRIVATE = "private", "only the company could know, by the article's own words or by a page that says so"
    UNDEFINED = "undefined", "the metric is left undefined, so that no public figure can be the same"


class Tier(Word):
    """Who an author is, the best first; in pictures each has a mark of matplotlib, and its rank is its lane."""

    mark: str

    def __new__(cls, word: str, meaning: str = "", mark: str = "") -> Self:
        """Make a tier with its mark in pictures."""
        made = str.__new__(cls, word)
        made._value_, made.meaning, made.mark = word, meaning, mark
        return made

    PRIMARY = "primary", "regulator, court, filing, the company's own report or named statement", "D"
    SECONDARY = "secondary", "newsroom, law firm, research house, rating agency, academic translation", "o"
    TERTIARY = "tertiary", "aggregator, SEO page, forum, machine-made digest; never decides", "x"

    @property
    def may_decide(self) -> bool:
        """Whether a figure of such an author may decide."""
        return self is not Tier.TERTIARY


class Copy(Word):
    """What was read of a source, the best first."""

    ORIGINAL = "original", "the author's own page"
    TRANSLATION = "translation", "translated by a person or an institution"
    REPOST = "repost", "the same text on another page"
    DIGEST = "digest", "shortened or machine-made"


class Relation(Word):
    """How a figure relates to a claim."""

    SAME = "same", "same metric, entity, population and period; may decide"
    BOUND = "bound", "bounds the claim by an inequality, same entity, population and period; may contradict alone"
    RULE = "rule", "a law or product rule in force in the claim's period; may decide"
    PROXY = "proxy", "near, but another metric, entity, population or period; never decides"
    CONTEXT = "context", "background; never decides"
    UNJUDGED = "unjudged", "found; how it relates to the claim has not been judged yet, and it counts for nothing"

    @property
    def may_decide(self) -> bool:
        """Whether a figure with this relation may decide."""
        return self in (Relation.SAME, Relation.BOUND, Relation.RULE)


ROLES = {
    "claim": "says something about the world that could be wrong",
    "condition": "part of a claim (the “90 days” of “holders for over 90 days”); inherits its verdict",
    "period": "dates another claim",
    "ordinal": "numbers a section or a list",
    "advice": "tells the reader what to do",
    "self-description": "speaks of the article itself",
    "markup": "left over from the page's code",
}
KINDS = {
    "level": "how much there is",
    "share": "a part of a whole",
    "change": "a difference over time or between groups",
    "threshold": "a value from which something holds",
    "duration": "how long something takes",
    "ratio": "a multiple",
    "count": "how many",
    "rule": "what a rule allows",
    "schedule": "when something happens",
    "statement": "words the numbers depend on; counted apart",
}
BASES = {
    "none": "no basis is given",
    "data show": "“data show”, unnamed",
    "internal data": "“internal data”",
    "regulation": "a regulation is named",
}
FACETS = {
    "value": "the value in its period",
    "change": "the change between periods",
    "attribution": "the cause or rule named",
}
LIMITS = ("<", "<=", ">", ">=")  # comparators of a limit, which is not measured and so not rounded
# What a program leaves to a person where it takes a passage in; no row that counts may rest on it.
TO_FILL = "(to be filled in)"
UNREVIEWED = "what it measures, and of whom, is the claim's until somebody has read the passage"
UNJUDGED = "Found in a document of one's own; nobody has judged yet how it stands to the claim."
UNTIERED = "nobody has judged yet who says it"
LEFT_TO_A_PERSON = (TO_FILL, UNREVIEWED, UNJUDGED, UNTIERED)
DIRECTIONS = {"claim >= figure": "the claim cannot be smaller", "claim <= figure": "the claim cannot be larger"}
SCOPES = {
    "claim": "names this claim's own metric; only this counts as having looked",
    "section": "covers a section of the article",
    "article": "covers the article",
}
OUTCOMES = {
    "nothing": "no page bore on the claim",
    "something": "a page bore on it (whether recorded or not)",
    "lead": "a document known to exist and not read; it lowers confidence where it could settle a claim",
}
RECHECKED = {
    "as printed": "all figures of the source are on its page",
    "changed": "the page was read, and a figure is not there as printed",
    "gone": "the server says that there is no such page (404, 410)",
    "unreachable": "no answer that could be read: no connection, time-out, an error of the server, too large, no text",
    "blocked": "the page may not be visited: 401, 403, 429, 451, robots.txt, or an address that is not public",
}
OPERATIONS = {"=": "the two overlap", "<=": "left can be at most right", ">=": "left can be at least right"}
CHECK_BASES = {
    "definition": "holds by definition or by arithmetic alone",
    "plain reading": "rests on reading the words as printed, named in the row; a failure counts, at low confidence",
    "reading": "would fail under the reading named in the row; a failure is then undetermined",
}
PRECISIONS = {
    "readings": "low and high are what the same words say under two readings; judged only where both agree",
    "rounded": "a measured value; ± half of its last printed place",
    "exact": "a level, cap, threshold or count",
}


def _meanings(words: type[Word]) -> dict[str, str]:
    return {word: word.meaning for word in words}


# Heading in the codebook -> words and their meanings.
WORDS = {
    "Roles of a mention": ROLES,
    "Kinds of a claim": KINDS,
    "Bases that the article gives": BASES,
    "Checkability": _meanings(Checkability),
    "Facets": FACETS,
    "Tiers of an author": _meanings(Tier),
    "Kinds of copy": _meanings(Copy),
    "Relations of a figure to a claim": _meanings(Relation),
    "Scopes of a search": SCOPES,
    "Outcomes of a search": OUTCOMES,
    "Outcomes of a recheck": RECHECKED,
    "Operations of a check": OPERATIONS,
    "Bases of a check": CHECK_BASES,
    "Comparators": COMPARATORS,
    "Precision": PRECISIONS,
    "Tolerances (the first is the rule, the others are tried)": TOLERANCES,
    "Units": {name: unit.meaning for name, unit in UNITS.items()},
    "Vague words": {word: f"{low} to {high}" for word, (low, high) in VAGUE.items()},
}
