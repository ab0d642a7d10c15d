"""Superlatives: words that claim a rank or a record without a number, drafted as statements."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from claimbook.language.phrase import HAN
from claimbook.tables.schema import TABLES, Row
from claimbook.tables.vocabulary import Checkability, Kind
from claimbook.text.selector import select
from claimbook.text.sentence import sentence

FOUND = re.compile(
    r"(?:创(?:下|了|出)?(?:历史|同期|近年来?|年内)?新[高低]|(?:达到?|为)?历史(?:最[高低]|新[高低])(?:水平|点|位)?|史上最[^，。；的]{1,6}"
    r"|(?:全国|全球|世界|行业|亚洲|国内)(?:第一|首位|之首|最[大高多快低少小强长](?:的)?)|[^，。；\s]{0,4}之最|位居(?:全国|全球|世界|行业)?(?:首位|榜首)|首次(?:超过|突破|跌破|超越)|唯一[^，。；]{2,10}的)"
    r"|\b(?:(?:the\s)?(?:largest|biggest|highest|lowest|fastest|smallest|longest|greatest|worst|best|strongest|weakest|most\s\w+|fewest|steepest|slowest)"
    r"(?:\s[\w’'-]+){0,4}?\s(?:in\s(?:the\s)?(?:world|country|history|nation|(?:\w+\s)?(?:years|decades|months|decade|century))|since\s(?:[A-Z]\w+\s)?(?:\d{4}|[a-z]+\s\w+)|on\srecord|ever(?:\srecorded)?|of\sall\stime)"
    r"|more\sthan\sany(?:\sother)?\s\w+|all-time\s(?:high|low|record)|record\s(?:high|low)|for\sthe\sfirst\stime\s(?:in|since)\s[\w ]{3,20})\b"
)
LENT = ("subject", "metric", "period")  # cells that a statement shares with the number that it is said of
LONGEST = 220  # characters of a sentence that is a statement by itself, at most


def superlatives(text: str, taken: Iterable[Row]) -> list[Row]:
    """Draft a statement for every superlative of a text that no number covers.

    Examples
    --------
    >>> [row["exact"] for row in superlatives("销量创历史新高。It is the largest drop in history.", [])]
    ['创历史新高', 'the largest drop in history']
    """
    spans = sorted((int(row["end"]), int(row["start"])) for row in taken if row["role"] == "claim")
    found = [place for place in _places(text) if not _covered(place, spans)]
    return [_row(text, f"s{number:02}", *place) for number, place in enumerate(found, 1)]


def _covered(place: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    """Return whether a number, given by its end and its start, has a character of a place."""
    at = bisect_left(spans, (place[0] + 1, 0))
    return at < len(spans) and spans[at][1] < place[1]


def of_what(statements: Iterable[Row], text: str, mentions: Iterable[Row], claims: Iterable[Row]) -> list[Row]:
    """Return drafted statements with whom, what and when of the claim before each in its sentence, as far as drafted.

    Parameters
    ----------
    statements : iterable of dict
        See `superlatives`.
    text : str
    mentions, claims : iterable of dict
        The drafted rows of the two tables.
    """
    places = {row["mention"]: int(row["start"]) for row in mentions}
    known = [(places[row["mention"]], row) for row in claims if row.get("mention", "") in places]
    known.sort(key=itemgetter(0))
    return [_of_what(row, text, known) for row in statements]


def _of_what(statement: Row, text: str, known: Sequence[tuple[int, Row]]) -> Row:
    start = int(statement["start"])
    first, _ = sentence(text, start, int(statement["end"]))
    at = bisect_left(known, start, key=itemgetter(0)) - 1
    before = known[at][1] if at >= 0 and known[at][0] >= first else {}
    lent = {name: words for name in LENT if (words := before.get(name, ""))}
    places_of = " ".join(f"{name}:sentence" for name in lent)
    return statement | lent | {"drafted": f"{statement['drafted']} {places_of}".strip()}


def _places(text: str) -> Iterator[tuple[int, int]]:
    for match in FOUND.finditer(text):
        yield match.span()


def _row(text: str, name: str, start: int, end: int) -> Row:
    """Return the row of a statement: its words, and the sentence as the statement where it is short."""
    selector = select(text, start, end)
    first, last = sentence(text, start, end)
    says = text[first:last].strip()
    column = "statement_zh" if HAN.search(says) else "statement_en"
    row = {"claim": name, "kind": Kind.STATEMENT, "start": str(selector.start), "end": str(selector.end)}
    row |= {"exact": selector.exact, "prefix": selector.prefix, "suffix": selector.suffix, "comparator": "="}
    row |= {"basis": "none", "checkability": Checkability.CHECKABLE, "value": selector.exact, "drafted": "value:clause"}
    if len(says) <= LONGEST:
        row |= {column: says, "drafted": f"value:clause {column}:sentence"}
    return dict.fromkeys(TABLES["claims"], "") | row
