"""Change between two stated levels beside the change that is stated: by percent, points, times, or a difference."""

import re
from collections.abc import Iterator

from claimbook.language.phrase import Statement
from claimbook.propose.growth_words import (
    ADJUSTED,
    APART,
    BACK,
    BASE,
    CHANGED,
    DOWN,
    FROM,
    IN_BRACKETS,
    LEADS,
    LEAST,
    MEAN,
    MORE_AFTER,
    MORE_BEFORE,
    OLDER,
    PART_OF_YEAR,
    POINTS,
    REACHES,
    STATES,
    SUDDEN,
    THAN,
    TIMES,
    TO,
    TO_HERE,
    UP,
)
from claimbook.propose.numbers import Number
from claimbook.propose.sentences import Sentence
from claimbook.propose.sketch import Said, Sketch, op_of
from claimbook.tables.vocabulary import CheckBasis

SAID = {
    "points": Said(
        Statement("Percentage points between the stated levels", "所述两个比率相差的百分点"),
        Statement(
            "Between {0} and {1} are {left} points; the article says {2}.", "{0}与{1}相差{left}个百分点；文章称{2}。"
        ),
        Statement("two percentages and their change are stated together", "文中同时给出前后比率与变化"),
    ),
    "percent": Said(
        Statement("Growth from the stated levels", "由所述水平计算的增幅"),
        Statement("From {0} to {1} is {left}; the article says {2}.", "从{0}到{1}为{left}；文章称{2}。"),
        Statement("both levels and the growth are stated together", "文中同时给出前后水平与增幅"),
    ),
    "difference": Said(
        Statement("Difference between the stated levels", "所述两个水平之差"),
        Statement("Between {0} and {1} is {left}; the article says {2}.", "{0}与{1}相差{left}；文章称{2}。"),
        Statement("two levels and their difference are stated together", "文中同时给出两个水平及其差额"),
    ),
    "times": Said(
        Statement("Growth in times from the stated levels", "由所述水平计算的倍数"),
        Statement("From {0} to {1} is {left}; the article says {2}.", "从{0}到{1}为{left}；文章称{2}。"),
        Statement("both levels and the multiple are stated together", "文中同时给出前后水平与倍数"),
    ),
}
AS_POINTS = Statement("if the percentage is read as percentage points", "若把百分比读作百分点")
AS_SHARE = Statement("if the percentage is read as a share of the level before", "若把百分比读作相对前值的变化")
AS_MUCH = Statement("if the words are read as times as much", "若读作“是原来的几倍”")
AS_MORE = Statement("if the words are read as times more", "若读作“增加了几倍”")


def patterns(sentence: Sentence) -> Iterator[Sketch]:
    """Yield a check for each change of a sentence that is stated beside its two levels.

    Where the words leave open which numbers the levels are, those that fit are meant.
    """
    for at, change in enumerate(sentence.numbers):
        if MEAN.search(sentence.before(change)) or ADJUSTED.search(
            sentence.before(change) + sentence.after(change)[:30]
        ):
            continue
        groups = [list(_asked(sentence, change, *levels)) for levels in _levels(sentence, at)]
        if groups:
            yield from next((group for group in groups if any(sketch.fits for sketch in group)), groups[0])


def _asked(sentence: Sentence, change: Number, before: Number, after: Number, window: str) -> Iterator[Sketch]:
    """Yield the checks of a change and two levels; none where they cannot be meant for each other."""
    steps = any(MORE_BEFORE.search(sentence.before(one)) for one in (before, after))
    if _is_change(change, before, after) and not _wild(change, before, after) and not steps:
        yield from _sketches(change, before, after, window)


def _is_change(change: Number, before: Number, after: Number) -> bool:
    if change.value in (before.value, after.value):
        return False
    if (
        not before.alike(after)
        or before.value <= 0
        or after.value <= 0
        or not (before.single and after.single)
        or before.limit
        or after.limit
    ):
        return False
    if change.unit in POINTS:
        return before.unit == "percent"
    if change.unit == "percent" and change.mention.kind != "change":
        return False
    if change.unit == "times" and (change.mention.kind == "ratio" or not TIMES.search(change.mention.exact)):
        return False
    big = before.unit != "count" or max(before.value, after.value) >= LEAST
    return big and change.unit in ("percent", "times", before.unit) and before.unit not in ("times", "rank", *POINTS)


def _wild(change: Number, before: Number, after: Number) -> bool:
    """Return whether a change is so far from its levels that it is of something else."""
    if change.unit == "percent" and max(before.value, after.value) > 20 * min(before.value, after.value):
        return change.value < 1000
    if change.unit != before.unit or change.unit == "percent":
        return False
    return change.value > 3 * abs(after.value - before.value) + max(before.value, after.value) / 2


def _levels(sentence: Sentence, at: int) -> Iterator[tuple[Number, Number, str]]:
    """Yield the earlier and the later level of a change, and the words from the first number to the last."""
    numbers, change = sentence.numbers, sentence.numbers[at]
    if change.mention.kind != "change" and not _said_to_change(sentence, change):
        return
    if at >= 2:
        yield from _after_both(sentence, at, numbers[at - 2], numbers[at - 1], change)
    if 1 <= at < len(numbers) - 1:
        yield from _between_both(sentence, at, numbers[at - 1], change, numbers[at + 1])
    if at < len(numbers) - 2:
        yield from _before_both(sentence, change, numbers[at + 1], numbers[at + 2])


def _after_both(
    sentence: Sentence, at: int, one: Number, two: Number, change: Number
) -> Iterator[tuple[Number, Number, str]]:
    """Read “from 200 to 260, up 30%”, “to 260 from 200, up 30%”, “260, compared with 200, up 30%”."""
    gap, apart = sentence.between(two, change), sentence.between(one, two)
    named = re.match(r"^[^,.;]{0,40}, an? $", gap) and re.match(rf" {CHANGED}\b", sentence.after(change))
    sudden = STATES.match(gap) and SUDDEN.search(re.split("[,，]", gap)[-1] or ",")
    if not (named or sudden or (not gap and two.mention.exact.endswith("多"))):
        return
    if FROM.search(sentence.before(one)) and TO.match(apart):
        yield one, two, _window(sentence, one, change)
    if BACK.match(apart) and TO_HERE.search(sentence.before(one)):
        yield two, one, _window(sentence, one, change)
    if BASE.search(apart) and not OLDER.search(sentence.before(one)[-12:]) and not _other_times(sentence, one, apart):
        for other in (one, *sentence.numbers[max(0, at - 5) : at - 2]):
            yield two, other, sentence.text[two.end : change.start] + _tail(sentence, change)


def _between_both(
    sentence: Sentence, at: int, one: Number, change: Number, two: Number
) -> Iterator[tuple[Number, Number, str]]:
    """Read “260, up 30% from 200”, “260, 60 more than the 200”, 增长30%（去年200）, 由200增长30%至260."""
    before, gap = sentence.between(one, change), sentence.between(change, two)
    more = MORE_AFTER.match(sentence.after(change)) and APART.match(before)
    if THAN.match(gap) and " and " not in gap and (STATES.match(before) or more):
        others = (one, *sentence.earlier[-2:], *sentence.numbers[max(0, at - 4) : at - 1])
        yield from ((two, other, sentence.text[one.end : two.start]) for other in others if other.unit == two.unit)
    if IN_BRACKETS.match(gap) and STATES.match(before):
        yield two, one, sentence.text[one.end : change.end]
    by = re.match(r"^\s?(?:至|到|to)\s?$", gap) and re.match("^[^,，]{0,16}$", before)
    if by and FROM.search(sentence.before(one)):
        yield one, two, sentence.text[one.end : change.start]


def _before_both(sentence: Sentence, change: Number, one: Number, two: Number) -> Iterator[tuple[Number, Number, str]]:
    """Read “rose 30%, from 200 to 260”, “rose 30% to 260 from 200”, 上涨30%，收于260，前一交易日为200."""
    gap, apart = sentence.between(change, one), sentence.between(one, two)
    if REACHES.match(gap) and BASE.search(apart) and not re.search("[;；。]", apart):
        yield two, one, sentence.before(change)[-12:] + sentence.text[change.start : change.end]
    if LEADS.match(gap) and FROM.search(gap) and TO.match(apart):
        yield one, two, _window(sentence, change, two)
    if LEADS.match(gap) and TO_HERE.search(gap) and BACK.match(apart):
        yield two, one, _window(sentence, change, two)


def _other_times(sentence: Sentence, one: Number, apart: str) -> bool:
    """Return whether the earlier level is of a quarter, and the later one of another time."""
    part = PART_OF_YEAR.search(apart)
    return bool(
        re.search("[;；。]", apart) or (part and part[0] not in sentence.before(one)[-16:] and not apart.isascii())
    )


def _said_to_change(sentence: Sentence, change: Number) -> bool:
    """Return whether the words right before or after an amount make it a difference: 增加了500人, 500 more."""
    return bool(MORE_BEFORE.search(sentence.before(change)) or MORE_AFTER.match(sentence.after(change)))


def _window(sentence: Sentence, first: Number, last: Number) -> str:
    return sentence.before(first)[-40:] + sentence.text[first.start : last.end] + _tail(sentence, last)


def _tail(sentence: Sentence, last: Number) -> str:
    return re.split(r"[,，。;；]", sentence.after(last)[:24])[0]


def _sketches(change: Number, before: Number, after: Number, window: str) -> Iterator[Sketch]:
    numbers = (before, after, change)
    down = _down(before, after, change, window)
    rise = "({0} - {1})" if down else "({1} - {0})"
    if change.unit in POINTS or change.unit == before.unit != "percent":
        yield Sketch(SAID["difference"], numbers, rise, "{2}", change.unit, op_of(change))
    elif change.unit == "percent":
        two = before.unit == "percent"
        basis = CheckBasis.READING if two else CheckBasis.DEFINITION
        yield Sketch(SAID["percent"], numbers, f"{rise} / {{0}}", "{2}", "percent", op_of(change), basis=basis,
                     reading=AS_SHARE if two else Statement())  # fmt: skip
        if two:
            yield Sketch(SAID["points"], numbers, rise, "{2}", "percent", op_of(change), basis=basis, reading=AS_POINTS)
    else:
        yield from _times(numbers)


def _times(numbers: tuple[Number, Number, Number]) -> Iterator[Sketch]:
    change = numbers[2]
    low, high = change.mention.readings
    if low == high:
        yield Sketch(SAID["times"], numbers, "{1} / {0}", "{2}", "times", op_of(change))
        return
    for expression, reading in (("{1} / {0}", AS_MUCH), ("({1} - {0}) / {0}", AS_MORE)):
        yield Sketch(SAID["times"], numbers, expression, "{2}", "times", op_of(change),
                     basis=CheckBasis.READING, reading=reading)  # fmt: skip


def _down(before: Number, after: Number, change: Number, window: str) -> bool:
    """Return whether the words say a fall; where they say both or neither, the levels do."""
    up, down = bool(UP.search(window)), bool(DOWN.search(window))
    if change.quantity.low < 0:
        return False
    return down if up != down else after.value < before.value
