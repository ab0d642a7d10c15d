"""The fixed words of the tables, each with its meaning; the codebook prints them."""

from enum import StrEnum
from functools import cached_property
from typing import Self

from claimbook.quantity.quantity import COMPARATORS, SPOKEN, TOLERANCES, VAGUE
from claimbook.quantity.unit import UNITS


class Word(StrEnum):
    """A fixed word of the tables, with its meaning for the codebook."""

    meaning: str

    def __new__(cls, word: str, meaning: str = "") -> Self:
        """Make a word that is its own text."""
        made = str.__new__(cls, word)
        made._value_, made.meaning = word, meaning
        return made

    @cached_property
    def rank(self) -> int:
        """The place of the word among those of its kind, from 0 for the best."""
        return list(type(self)).index(self)


class Checkability(Word):
    """Whether a public document could settle a claim."""

    CHECKABLE = "checkable", "a public document could settle it"
    PRIVATE = "private", "only the company could know, by the article's own words or by a page that says so"
    UNDEFINED = "undefined", "the metric is left undefined, so that no public figure can be the same"


class Tier(Word):
    """Who an author is, the best first; in pictures each has a colour and a mark, and its rank is its lane.

    The marks are matplotlib's; the colours are Okabe and Ito's, as in `claimbook.report.looks`.
    """

    mark: str
    color: str

    def __new__(cls, word: str, meaning: str = "", mark: str = "", color: str = "") -> Self:
        """Make a tier with its mark and its colour."""
        made = str.__new__(cls, word)
        made._value_, made.meaning, made.mark, made.color = word, meaning, mark, color
        return made

    PRIMARY = "primary", "regulator, court, filing, the company's own report or named statement", "D", "#0072B2"
    SECONDARY = "secondary", "newsroom, law firm, research house, rating agency, academic translation", "o", "#009E73"
    TERTIARY = "tertiary", "aggregator, SEO page, forum, machine-made digest; never decides", "x", "#8c8c8c"

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


class Role(Word):
    """What a number is in the text."""

    CLAIM = "claim", "says something about the world that could be wrong"
    CONDITION = "condition", "part of a claim (the “90 days” of “holders for over 90 days”); inherits its verdict"
    PERIOD = "period", "dates another claim"
    ORDINAL = "ordinal", "numbers a section or a list"
    ADVICE = "advice", "tells the reader what to do"
    SELF_DESCRIPTION = "self-description", "speaks of the article itself"
    MARKUP = "markup", "left over from the page's code"
    REPEAT = "repeat", "says again what a claim says; inherits its verdict and is not counted twice"
    OTHER = "other", "claims nothing: a part of a word or name, or a number pointed back to (“these three”)"


BELONGING = (Role.CONDITION, Role.REPEAT)  # roles of a number that has the verdict of a claim and is not counted


class Kind(Word):
    """What a claim says."""

    LEVEL = "level", "how much there is"
    SHARE = "share", "a part of a whole"
    CHANGE = "change", "a difference over time or between groups"
    THRESHOLD = "threshold", "a value from which something holds"
    DURATION = "duration", "how long something takes"
    RATIO = "ratio", "a multiple"
    COUNT = "count", "how many"
    RULE = "rule", "what a rule allows"
    SCHEDULE = "schedule", "when something happens"
    STATEMENT = "statement", "words the numbers depend on; counted apart"


class Basis(Word):
    """What the article says its number rests on."""

    NONE = "none", "no basis is given"
    DATA_SHOW = "data show", "“data show”, unnamed"
    INTERNAL_DATA = "internal data", "“internal data”"
    REGULATION = "regulation", "a regulation is named"


class Facet(Word):
    """Which part of a compound claim a claim is."""

    VALUE = "value", "the value in its period"
    CHANGE = "change", "the change between periods"
    ATTRIBUTION = "attribution", "the cause or rule named"


class Direction(Word):
    """Which way a bound binds."""

    AT_LEAST = "claim >= figure", "the claim cannot be smaller"
    AT_MOST = "claim <= figure", "the claim cannot be larger"


class Points(Word):
    """Which way a near figure points, though it decides nothing."""

    HIGHER = "higher", "to a higher number than the claim's"
    LOWER = "lower", "to a lower number than the claim's"
    AGAINST = "against", "the other way: a claim of words, or the direction of a change"
    ALONG = "along", "the same way"


class Scope(Word):
    """For how much of the article a search was meant."""

    CLAIM = "claim", "names this claim's own metric; only this counts as having looked"
    SECTION = "section", "covers a section of the article"
    ARTICLE = "article", "covers the article"


class SearchOutcome(Word):
    """What came back of a search."""

    NOTHING = "nothing", "no page bore on the claim"
    SOMETHING = "something", "a page bore on it (whether recorded or not)"
    LEAD = "lead", "a document known to exist and not read; it lowers confidence where it could settle a claim"


class Visit(Word):
    """What a visit to a source found."""

    AS_PRINTED = "as printed", "all figures of the source are on its page"
    CHANGED = "changed", "the page was read, and a figure is not there as printed"
    GONE = "gone", "the server says that there is no such page (404, 410)"
    UNREACHABLE = (
        "unreachable",
        "no answer that could be read: no connection, time-out, an error of the server, too large, no text",
    )
    BLOCKED = "blocked", "the page may not be visited: 401, 403, 429, 451, robots.txt, or an address that is not public"


class Operation(Word):
    """What a check asks of its two sides."""

    EQUAL = "=", "the two overlap"
    AT_MOST = "<=", "left can be at most right"
    AT_LEAST = ">=", "left can be at least right"


class CheckBasis(Word):
    """What a check rests on."""

    DEFINITION = "definition", "holds by definition or by arithmetic alone"
    PLAIN_READING = (
        "plain reading",
        "rests on reading the words as printed, named in the row; a failure counts, at low confidence",
    )
    READING = "reading", "would fail under the reading named in the row; a failure is then undetermined"


LIMITS = ("<", "<=", ">", ">=")  # comparators of a limit, which is not measured and so not rounded
# What a program leaves to a person where it takes a passage in; no row that counts may rest on it.
TO_FILL = "(to be filled in)"
MACHINE = "read by machine"
READ = {  # how a source was read
    "live": "on the live web",
    "stored copy": "in a stored copy of the page",
    MACHINE: "by machine (OCR), in a picture or a scan; compare each figure with the picture",
}
UNREVIEWED = "what it measures, and of whom, is the claim's until somebody has read the passage"
UNJUDGED = "Found in a document of one's own; nobody has judged yet how it stands to the claim."
UNTIERED = "nobody has judged yet who says it"
LEFT_TO_A_PERSON = (TO_FILL, UNREVIEWED, UNJUDGED, UNTIERED)
PRECISIONS = {
    "readings": "low and high are what the same words say under two readings; judged only where both agree",
    "rounded": "a measured value; ± half of its last printed place",
    "exact": "a level, cap, threshold or count",
    "spoken": f"a round number in words (“one in ten”, “a third”, 三成); ± {SPOKEN:.0%}, whichever side says it",
}


def _meanings(words: type[Word]) -> dict[str, str]:
    return {word: word.meaning for word in words}


# Heading in the codebook -> words and their meanings.
WORDS = {
    "Roles of a mention": _meanings(Role),
    "Kinds of a claim": _meanings(Kind),
    "Bases that the article gives": _meanings(Basis),
    "Checkability": _meanings(Checkability),
    "Facets": _meanings(Facet),
    "Tiers of an author": _meanings(Tier),
    "Kinds of copy": _meanings(Copy),
    "Relations of a figure to a claim": _meanings(Relation),
    "Where a near figure points": _meanings(Points),
    "Scopes of a search": _meanings(Scope),
    "Outcomes of a search": _meanings(SearchOutcome),
    "Outcomes of a recheck": _meanings(Visit),
    "Operations of a check": _meanings(Operation),
    "Bases of a check": _meanings(CheckBasis),
    "Comparators": COMPARATORS,
    "Precision": PRECISIONS,
    "Tolerances (the first is the rule, the others are tried)": TOLERANCES,
    "Units": {name: unit.meaning for name, unit in UNITS.items()},
    "Vague words": {word: f"{low} to {high}" for word, (low, high) in VAGUE.items()},
}
