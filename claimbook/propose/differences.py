"""Two levels near each other, and their difference in words: so many more, a gap of so much, 相差, 多出."""

import re
from collections.abc import Iterator
from itertools import combinations

from claimbook.language.phrase import Statement
from claimbook.propose.growth import SAID
from claimbook.propose.numbers import Number
from claimbook.propose.reach import alone, around, comparable, meant, parallel, slip, usable
from claimbook.propose.sentences import Sentence
from claimbook.propose.sketch import Sketch, op_of
from claimbook.tables.vocabulary import CheckBasis

MORE = re.compile(
    r"^(?:[ -](?!or|and|to|of|in|on|per|with|that)[a-z]+){0,2},? "
    r"(?:[a-z]{2,}er|more|less|up|down|ahead|behind|above|below|short)\b",
    re.IGNORECASE,
)
BY = re.compile(
    r"\b(?:difference|gap|margin|shortfall|surplus|excess|lead|increase|decrease|rise|fall|drop|decline|gain|reduction|saving|worth|extra|additional|up|down|by|cut)"
    r"(?: (?:of|by|is|was|comes to))?(?: (?:about|around|some|nearly|roughly|just|only|exactly|another|an extra))?\s$"
    r"|(?:相差|差距|差额|之差|[多少高低长短快慢增减升降涨跌差超省宜贵])(?![数于年])[^，。；,;、\d至到为成]{0,5}$",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"\b(?:than|against|compared (?:with|to)|versus|vs|instead of|up from|down from"
    r"|(?:last|previous) (?:year|month|quarter|season|term))\b"
    r"|去年|上年|前年|此前|原来|同期|相比",
    re.IGNORECASE,
)
BOTH = re.compile(r"\b(?:difference|gap|margin)\b|相差|差距|差额|之差", re.IGNORECASE)
LEVELS = 6  # numbers before a difference that can be its levels
LEAST = 10  # counts below it are said of too many things
BETWEEN = Statement("the difference is that between the two levels named", "该差额就是所述两个水平之差")


def patterns(sentence: Sentence) -> Iterator[Sketch]:
    """Yield a check for each difference whose two levels are near it."""
    for change in sentence.numbers:
        if not usable(change) or not named(sentence, change):
            continue
        levels = [one for one in around(sentence, change) if _level(one, change)][-LEVELS:]
        pairs = [pair for pair in combinations(levels, 2) if pair[0].value != pair[1].value]
        found = next((_sketch(pair, change) for pair in reversed(pairs) if _fits(pair, change)), None)
        if found or (found := _told(sentence, levels, change)):
            yield found


def named(sentence: Sentence, change: Number) -> bool:
    """Return whether the words next to a number make it a difference."""
    if change.unit == "percent" or change.mention.spoken:
        return False
    return bool(BY.search(sentence.before(change)) or MORE.match(sentence.after(change)))


def _level(one: Number, change: Number) -> bool:
    if not usable(one) or one.value == change.value:
        return False
    if change.unit == "percentage_point":
        return one.unit == "percent"
    return comparable(one, change) and one.unit == change.unit and (one.unit != "count" or one.value >= LEAST)


def _fits(pair: tuple[Number, Number], change: Number) -> bool:
    """Return whether a difference can be that of two levels, each read as widely as a fair reader does."""
    numbers = (*pair, change)
    small, large = sorted(pair, key=lambda one: one.value)
    low, high, level = (one.fair(numbers) for one in (small, large, change))
    return high.low - low.high <= level.high and level.low <= high.high - low.low


def _told(sentence: Sentence, levels: list[Number], change: Number) -> Sketch | None:
    """Return the check of the last two levels before a difference, where the words set these two side by side."""
    pair = [one for one in levels if one.end <= change.start][-2:]
    if len(pair) < 2 or any(named(sentence, one) for one in pair) or not alone((*pair, change), levels):
        return None
    gap = sentence.text[pair[0].end : pair[1].start]
    beside = COMPARED.search(sentence.before(pair[0])[-12:] + gap) or parallel(sentence, *pair)
    both = BOTH.search(sentence.before(change)[-16:])
    made = abs(pair[0].value - pair[1].value)
    other = re.search(r"[比较与]|\bthan\b", sentence.text[pair[1].end : change.start])  # a third that has no number
    close = change.unit != "percentage_point" and meant(made, change.value, "0.6")
    likely = slip(made, change.value) or (both and meant(made, change.value)) or (close and pair[0] in sentence.numbers)
    if len(gap) > 60 or other or not (beside or both) or not likely or change.value >= max(one.value for one in pair):
        return None
    return _sketch((pair[0], pair[1]), change)


def _sketch(pair: tuple[Number, Number], change: Number) -> Sketch:
    small, large = sorted(pair, key=lambda one: one.value)
    return Sketch(SAID["difference"], (large, small, change), "{0} - {1}", "{2}", change.unit, op_of(change), 
                  basis=CheckBasis.PLAIN_READING, reading=BETWEEN)  # fmt: skip
