"""Relations that are read because nothing else can be meant: as many numbers as a relation needs, and one of its words.

A window is a sentence, or a sentence with one or two before it in its paragraph. Where a third number could take the
place of one, nothing is asked. Where one reading holds, it is asked; only where none does, the plainest fails.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from claimbook.propose import differences, fractions, growth, multiples, products, shares, totals, years
from claimbook.propose.growth_words import DOWN, UP
from claimbook.propose.numbers import Number
from claimbook.propose.reach import RATIOS, comparable, meant, size, slip, usable
from claimbook.propose.sentences import Sentence
from claimbook.propose.sketch import Sketch, op_of
from claimbook.propose.windows import (
    ANOTHER,
    CLAUSE,
    LEAST,
    OTHERS,
    Window,
    for_each,
    holding,
    linked,
    only,
    pair,
    windows,
)
from claimbook.tables.vocabulary import CheckBasis

OF = re.compile(r"\bof\b|\bshare\b|\bproportion\b|\bthat is\b|占|其中|[当之]中|比例|率|之[一二三]", re.IGNORECASE)
OF_ALL = re.compile(
    r"(?:[总合共拢]共|共|总计|合计|总数|加起来|in total|in all|altogether|combined|\btotal\w*|together)", re.IGNORECASE
)
THAN = re.compile(
    r"\b(?:from|than|compared|against|versus|beside|last|earlier)\b|\b(?:was|were)\s*$|去年|上年|同期|此前|原来|旁边|之前|前年"
)
TIMES = re.compile(r"^(?:\s?(?:as|the|its|that|those|what|his|her|their|more|\w+er)\b(?! likely)|\s?[,，.。；;]|$)")
MORE = re.compile(r"\s?(?:higher|more|greater|larger|bigger)\b")
ONE_ANSWER = re.compile(
    r"\bevery\b[^:]{0,60}:|[限只][填选能][^，。：]{0,3}一[项个]|单选|\bonly one\b|\bone answer\b", re.IGNORECASE
)
TO = re.compile(r"\bto\b|[至到为成]")
RISE = re.compile(rf"{UP.pattern}|贵|[大长快]了|\b(?:more|dearer|pricier|bigger|better|larger|improve\w*)\b")
FALL = re.compile(rf"{DOWN.pattern}|便宜|[小短慢]了|省|\b(?:cheaper|smaller|shed\w*|sav(?:es|ed|ing))\b")
LEFT = re.compile(
    r"\b(?:sav(?:es|ed|ing|e)|shed(?:ding)?|los(?:t|ing)|gain(?:ed|ing)?|apart)\b[^,.;\d]{0,16}$|[多少][^，。；\d]{0,3}$"
)
GAP = 40  # characters between two percentages that are compared
RATE = re.compile(r"率[为达是]?|\brate of\b")
NO_DIFFERENCE = ("percent", "times", "rank", "year", "")
EXACT = 100  # counts below it differ by another count often enough
ALL_SHARES, FEWEST_SHARES = (85, 115), 4


def patterns(told: Sequence[Sentence]) -> Iterator[Sketch]:
    """Yield what each number of a text can only be checked against."""
    for at, sentence in enumerate(told):
        yield from _all_shares(sentence)
        for target in sentence.numbers:
            for window in windows(told, at, target):
                if found := _asked(window):
                    yield from found
                    break


def _asked(window: Window) -> list[Sketch]:
    """Return the checks of the first relation that a window leaves no doubt about."""
    for relation in (_years, fractions.one_in, _each, _change, _multiple, _share, _difference, _total):
        if found := list(relation(window)):
            return found
    return []


def _change(window: Window) -> Iterator[Sketch]:
    """Read two levels and a percentage by which they differ."""
    target, words = window.target, window.around
    if target.unit != "percent" or target.limit or not (RISE.search(words) or FALL.search(words)):
        return
    if not only(window, "percent", "times") or not (levels := pair(window)):
        return
    small, large = sorted(levels, key=size)
    rise = Sketch(growth.SAID["percent"], (small, large, target), "({1} - {0}) / {0}", "{2}", "percent")
    fall = replace(rise, numbers=(large, small, target), left="({0} - {1}) / {0}")
    down = FALL.search(words) and not RISE.search(words)
    plain = fall if down else rise
    made = (size(large) - size(small)) / size(large if down else small) * 100
    first, second = levels
    later = first if THAN.search(window.last.text[first.end : second.start]) else second
    likely = later is (small if down else large) and size(large) < 4 * size(small) and meant(made, target.value, "0.6")
    readings = [plain, rise, fall, *([replace(rise, left="{0} / {1}")] if target.mention.kind != "change" else [])]
    yield from holding(readings, [plain] if likely else [])


def _share(window: Window) -> Iterator[Sketch]:
    """Read a part, its whole and its share."""
    target = window.target
    if target.unit != "percent" or target.limit or not only(window, "percent", "times"):
        return
    if not OF.search(window.text) or not (levels := pair(window)):
        return
    part, whole = sorted(levels, key=size)
    plain = Sketch(shares.SAID["share"], (part, whole, target), "{0} / {1}", "{2}", "percent")
    made = size(part) / size(whole) * 100
    near = linked(window, part, whole) and meant(made, target.value, "0.5")
    moves = RISE.search(window.around) or FALL.search(window.around)
    others = ("1 - {0} / {1}", "{1} / {0} - 1", "{0} / ({1} - {0})", "{0} / ({1} + {0})")  # a rest, a rise, a step
    readings = [plain, *(replace(plain, left=other) for other in others)]
    yield from holding(readings, [plain] if near and not moves else [])


def _multiple(window: Window) -> Iterator[Sketch]:
    """Read two levels and how many times as much one is."""
    target = window.target
    if (
        target.unit != "times"
        or not re.search("times|倍", target.mention.exact)
        or not only(window, "percent", "times")
        or not (levels := pair(window))
    ):
        return
    small, large = sorted(levels, key=size)
    much = Sketch(multiples.SAID, (large, small, target), "{0} / {1}", "{2}", "times", op_of(target))
    low, high = target.mention.readings
    more = MORE.match(window.last.after(target)) or low != high or target.mention.kind == "change"
    readings = [much, replace(much, left="({0} - {1}) / {1}")] if more else [much]
    likely = TIMES.match(window.last.after(target)) and meant(size(large) / size(small), target.value, "0.5")
    yield from holding(readings, [much] if likely else [])


def _difference(window: Window) -> Iterator[Sketch]:
    """Read two levels and by how much they differ, or two percentages and the points between them."""
    target = window.target
    points = target.unit == "percentage_point" or (target.unit == "percent" and target.mention.kind == "change")
    if not usable(target) or target.mention.spoken or OTHERS.search(window.text):
        return
    levels = [one for one in window.others if usable(one) and one.unit == ("percent" if points else target.unit)]
    levels = [one for one in levels if one.mention.kind != "change" and (points or comparable(one, target))]
    if len(levels) != 2 or levels[0].value == levels[1].value or (target.unit in NO_DIFFERENCE and not points):
        return
    small, large = sorted(levels, key=lambda one: one.value)
    if points and target.unit == "percent":
        yield from _of_percentages(window, small, large)
        return
    if not points and not (differences.named(window.last, target) or LEFT.search(window.last.before(target))):
        return
    plain = Sketch(growth.SAID["difference"], (small, large, target), "{1} - {0}", "{2}", target.unit)
    made = large.value - small.value
    near = slip(made, target.value) and (points or target.unit != "count" or target.value >= EXACT)
    yield from holding([plain], [plain] if near and target.start > max(one.start for one in levels) else [])


def _of_percentages(window: Window, small: Number, large: Number) -> Iterator[Sketch]:
    """Ask of two percentages and a third whether it is in points or of the level before; both are shown."""
    words, (first, second) = window.around, sorted((small, large), key=lambda one: one.start)
    gap = window.last.text[first.end : second.start]
    if window.target.start < second.start or len(gap) > GAP or not (THAN.search(gap) or TO.search(gap)):
        return
    if not (RISE.search(words) or FALL.search(words)):
        return
    pair = (large, small) if FALL.search(words) else (small, large)
    rise = "({0} - {1})" if FALL.search(words) else "({1} - {0})"
    share = Sketch(growth.SAID["percent"], (*pair, window.target), f"{rise} / {{0}}", "{2}", "percent",
                   basis=CheckBasis.READING, reading=growth.AS_SHARE)  # fmt: skip
    points = replace(share, said=growth.SAID["points"], left=rise, reading=growth.AS_POINTS)
    yield from [share] if share.fits else [share, points] if points.fits and not RATE.search(words) else []


def _each(window: Window) -> Iterator[Sketch]:
    """Read so much for each, how many, and what they come to, whichever of them is the last."""
    found = [one for one in (window.target, *window.others) if usable(one) and one.unit not in RATIOS and one.value > 1]
    rates = [one for one in found if for_each(window, one)]
    if len(rates) != 1 or window.target is not max(found, key=lambda one: one.start) or OTHERS.search(window.text):
        return
    rate = rates[0]
    wholes = [
        one for one in found if one is not rate and one.mention.kind == rate.mention.kind and size(one) > size(rate)
    ]
    wholes = [one for one in wholes if comparable(one, rate) or one.unit == rate.unit == "count"]
    whole = max(wholes, key=size, default=None)
    rest = [one for one in found if one not in (rate, whole) and one.mention.kind != "duration"]
    if (
        not whole
        or len(rest) != 1
        or (rate.unit != "count" and comparable(rest[0], rate))
        or (rate.unit != "count" and len(wholes) > 1)
    ):
        return
    plain = Sketch(products.SAID["each"], (rate, rest[0], whole), "{0} * {1}", "{2}", whole.unit)
    if rest[0].unit != "count":
        plain = replace(plain, left=f"{{0}} * {{1}} / {rest[0].unit}")
    made = size(rate) * rest[0].value
    likely = rest[0].value >= LEAST and meant(made, size(whole), "0.6")
    yield from holding([plain], [plain] if likely else [])


def _total(window: Window) -> Iterator[Sketch]:
    """Read the parts of a list and what they come to."""
    target, before = window.target, window.last.before(window.target)[-CLAUSE:]
    summed = OF_ALL.search(before + window.last.after(target)[:16]) and not ANOTHER.search(window.text)
    if not summed or not usable(target) or target.unit in (*RATIOS, "year"):
        return
    parts = [one for one in window.others if one.unit == target.unit and comparable(one, target)]
    parts = [one for one in parts if one.value != len(parts) - 1]  # three sheds with 120, 95 and 80 in them
    if len(parts) < 2 or not all(usable(one) and one.end <= target.start for one in parts):
        return
    made = sum(one.value for one in parts)
    big = target.unit != "count" or min(one.value for one in parts) >= LEAST
    near = target.value > max(one.value for one in parts) and 8 * target.value <= 10 * made <= 12 * target.value
    found = list(totals.of_total(parts, True, target))
    yield from holding(found, found if near and big and len(parts) > 2 else [])


def _years(window: Window) -> Iterator[Sketch]:
    """Read two years and the time between them."""
    span, dates = window.target, sorted({one.value for one in window.years})
    if (
        span.unit != "year"
        or span.mention.kind != "duration"
        or not usable(span)
        or span.value < years.FEWEST
        or "岁" in span.mention.exact
    ):
        return
    if len(dates) != 2 or years.OTHER.search(window.last.before(span)) or years.OTHERS.match(window.last.after(span)):
        return
    if any(one.unit == "year" for one in window.others):
        return
    first, last = (next(one for one in window.years if one.value == date) for date in dates)
    if first.start < last.start < span.start and slip(dates[1] - dates[0], span.value):
        yield from years.between(first, last, span)


def _all_shares(sentence: Sentence) -> Iterator[Sketch]:
    """Read shares of which everybody has one, and which make more or less than all."""
    parts = [one for one in sentence.numbers if one.unit == "percent"]
    made = sum((one.value for one in parts), Decimal(0))
    if len(parts) >= FEWEST_SHARES and ONE_ANSWER.search(sentence.words) and ALL_SHARES[0] < made < ALL_SHARES[1]:
        yield totals.of_whole(parts)
