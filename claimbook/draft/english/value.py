"""How an English statement prints a number: with the words that limit it, and with what it counts or is per."""

from __future__ import annotations

import re
from functools import lru_cache

from claimbook.draft.english.tagger import VERBS
from claimbook.draft.english.words import ADVERBS, PROPER, STOPS
from claimbook.draft.periods import MONTHS
from claimbook.mention import Mention

LEAD = {"~": "about ", ">": "more than ", "<": "less than ", ">=": "at least ", "<=": "at most "}
LIMIT = re.compile(
    r"(?i)\b(?:(?:slightly |just )?(?:more|less|fewer) than|at (?:least|most)|as (?:high|low|many|much) as|nearly|almost|about|around|roughly"
    r"|approximately|close to|up to|an estimated|(?:just|well) (?:over|under|above|below)|over|under|only|just|some)\s$"
)
PER = re.compile(
    r"\s(?:bpd|b/d|mb/d)\b|\s(?:per|a|an|each|every|for every)\s(?:(?:one )?[\d,.]+\s(?:million\s|thousand\s)?)?(?:day|week|month|year|hour|minute|quarter|barrel"
    r"|gallon|share|person|capita|household|student|unit|tonne|ton|acre|ounce|pound|kilowatt[- ]hour|MWh|kWh|employee|people|population|residents"
    r"|children|women|births|workers|inhabitants)\b(?!\s(?:ago|earlier|before|later))"
)
NOUN = re.compile(
    r"\s((?:[a-z][a-z-]+ )?[a-z]+(?:s|people|children))(?=[,.;:)—]|\s(?:in|for|from|on|at|during|compared|by|to|while|and|last|this|per|a|an|of|as|since)\b|$)"
)
MONTH = f"({'|'.join(MONTHS)})"
DAY = re.compile(rf"\b(\d{{1,2}}) {MONTH} (\d{{4}})\b")
MONTH_FIRST, DAY_FIRST = re.compile(rf"\b{MONTH} \d{{1,2}}\b(?!\d)"), re.compile(rf"\b\d{{1,2}} {MONTH}\b")
PLAIN = VERBS | STOPS | ADVERBS
INSIDE = re.compile(
    r"((?:(?:[Ii]n|On|From|[Ww]orldwide)\b[^,]{0,60}, |As of [^,]{3,40}, |In the week [^,]{3,40}, \d{4}, )+)([A-Z][a-z]+)\b(?![’'])"
)
TITLE = 4  # words of a title, at least
UNITLESS = ("count", "")


def value_of(text: str, mention: Mention, metric: str) -> str:
    """Return a number with the words of its sentence that limit it, and its unit where the metric does not say that.

    Parameters
    ----------
    text : str
        Its sentence, in which its place is.
    mention : Mention
    metric : str

    Examples
    --------
    >>> from claimbook.mention import mentions
    >>> text = "Output averaged nearly 28 million barrels per day."
    >>> value_of(text, next(mentions(text)), "output")
    'nearly 28 million barrels per day'
    """
    limit = LIMIT.search(text, 0, mention.start)
    moved = (
        limit
        and limit[0].lower() == "up to "
        and re.search(r"(?:ed|ing|went|gone|rose|shot|came|count) $", text[: limit.start()])
    )
    bare = mention.exact.lstrip("+-−")
    lead = (
        ""
        if moved
        else f"{limit[0].strip().lower()} "
        if limit
        else ""
        if LIMIT.match(f"{bare[:14]} ")
        else LEAD.get(mention.comparator, "")
    )
    return lead + bare + behind(text, mention, metric)


def behind(text: str, mention: Mention, metric: str) -> str:
    """Return what a number counts and what it is per, as the text has it behind the number."""
    at, counted = mention.end, ""
    if mention.unit in UNITLESS and not metric.startswith(("number of", "average number")):
        noun = NOUN.match(text, at)
        if noun and noun[1].split()[-1].rstrip("s") not in metric:
            at, counted = noun.end(), noun[0]
    per = PER.match(text, at)
    return counted + (per[0] if per and not re.search(r"\b(?:per|a|an) ", metric) else "")


def as_written(says: str, text: str) -> str:
    """Return a statement with its dates as the article writes them: fiscal years and their quarters, February 11, 2023.

    Examples
    --------
    >>> as_written("Sales were $5 on 11 May 2023.", "On May 11 it rained.")
    'Sales were $5 on May 11, 2023.'
    >>> as_written("Sales were $5 in the third quarter of 2019.", "Fiscal 2019 was good.")
    'Sales were $5 in the third quarter of fiscal 2019.'
    """
    says = settled(says, text)
    years, month_first = _dates_of(text)
    says = re.sub(rf"\b(in|of) (?=(?:{years})\b)", r"\1 fiscal ", says) if years else says
    return DAY.sub(r"\2 \1, \3", says) if month_first else says


def settled(says: str, text: str) -> str:
    """Return a statement with small letters where the article only has a capital at the head of a line or in a title.

    Examples
    --------
    >>> settled("In 2023, Condo sales of Acme rose.", "Condo sales of Acme rose. Acme sold condo units.")
    'In 2023, condo sales of Acme rose.'
    >>> settled("Acme Sells More Cars Than Ever.", "Acme said it sells more cars than ever.")
    'Acme sells more cars than ever.'
    """
    small, names = _words_of(text)
    if inside := INSIDE.match(says):
        word = inside[2]
        if _is_common(word, small, names) and not re.match(r" [A-Z]", says[inside.end() :]):
            says = inside[1] + word[:1].lower() + says[inside.end() - len(word) + 1 :]
    written = re.findall(r"\b[A-Za-z][a-z]{3,}\b", says)
    if len(written) < TITLE or sum(word[0].isupper() for word in written) < 0.7 * len(written):
        return says
    plain = re.sub(
        r"\b[A-Z][a-z]+\b(?![’'.]\w)",
        lambda word: word[0].lower() if _is_common(word[0], small, names) else word[0],
        says[1:],
    )
    return says if set(re.findall(r"\b[A-Z][a-z]+\b", plain)) - names else says[:1] + plain


def _is_common(word: str, small: frozenset[str], names: frozenset[str]) -> bool:
    """Return whether a word with a capital is no name: the text has it with a small letter, or it is a plain word."""
    low = word.lower()
    return (
        word not in names
        and word not in PROPER
        and (low in small or low in PLAIN or low.endswith(("ing", "tion", "ment", "ly", "ical")))
    )


@lru_cache(maxsize=1)
def _words_of(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a text in small letters, and those with a capital inside its sentences."""
    lines = " ".join(line for line in text.split("\n") if line.rstrip()[-1:] in (".", "”", "!", "?", '"'))
    return frozenset(re.findall(r"\b[a-z]+\b", text)), frozenset(re.findall(r"(?<=[a-z,] )[A-Z][a-z]+\b", lines))


@lru_cache(maxsize=1)  # an article has many statements
def _dates_of(text: str) -> tuple[str, bool]:
    """Return a pattern of the fiscal years of an article, and whether it writes the month before the day."""
    years = "|".join(sorted(set(re.findall(r"\b[Ff]iscal (?:year )?((?:19|20)\d\d)\b", text))))
    return years, bool(MONTH_FIRST.search(text) and not DAY_FIRST.search(text))
