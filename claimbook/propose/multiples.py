"""One number against another beside how many times as much it is said to be."""

import re
from collections.abc import Iterator

from claimbook.language.phrase import Statement
from claimbook.propose.numbers import Number
from claimbook.propose.sentences import Sentence
from claimbook.propose.sketch import Said, Sketch, op_of
from claimbook.tables.vocabulary import CheckBasis

AS_MANY = re.compile(
    r"^[\s-](?:as (?:many|much|large|big|high|long|heavy|fast|expensive|tall|old) as|the|its|that of|those of|of|(?:more|higher|larger|bigger|greater) than|what)\b[^,，。;；]{0,50}$"
)
ALONE = re.compile(
    r"^\s?(?:as (?:many|much|large|big|high|long|heavy|fast|tall|old)\b|the (?:size|number|amount|price|figure|rate)\b|higher|that\b)"
)
IS = re.compile(r"(?:是|为|相当于|达|多达|合)[^，。,;；]{0,24}$")
OF = re.compile(r"^[^，。,;；0-9]{0,10}的(?:约|近|大约|将近|超过|逾)?$")
ITS = re.compile(
    r"^[^，。,;；]{0,6}[，,]?(?:约|近)?(?:是|为|相当于)(?:它|其|前者|后者|该|上年|去年|同期|[^，。,;；0-9]{1,10})的(?:约|近|大约|将近|超过|逾)?$"
)
LEAST = 10  # counts below it are said of too many things
SAID = Said(
    Statement("One number against the other, beside the multiple", "两数之比与所述倍数"),
    Statement("{0} against {1} is {left}; the article says {2}.", "{0}与{1}之比为{left}；文章称{2}。"),
    Statement("two numbers and their multiple are stated together", "文中同时给出两个数及其倍数"),
)
AS_MUCH = Statement("if the words are read as times as much", "若读作“是其几倍”")
AS_MORE = Statement("if the words are read as times more", "若读作“多出几倍”")


def patterns(sentence: Sentence) -> Iterator[Sketch]:
    """Yield a check for each multiple of a sentence that is stated beside the two numbers."""
    for at, number in enumerate(sentence.numbers):
        if _is_multiple(sentence, number):
            pair = _compared(sentence, at)
            big = pair and (pair[0].unit != "count" or max(pair[0].value, pair[1].value) >= LEAST)
            if pair and big and pair[0].alike(pair[1]) and pair[0].unit not in ("times", ""):
                yield from _sketches(sentence, number, *pair)


def _is_multiple(sentence: Sentence, number: Number) -> bool:
    """Return whether a number is a multiple, or a simple fraction before “the …”: half the 40,000."""
    if number.unit == "times":
        return True
    fraction = number.unit == "percent" and number.mention.spoken
    return fraction and bool(re.match(r"\s(?:the|of the|that of|its|of its|as many|as much)\b", sentence.after(number)))


def _compared(sentence: Sentence, at: int) -> tuple[Number, Number] | None:
    """Return the number that is compared and the one it is compared with."""
    numbers, multiple = sentence.numbers, sentence.numbers[at]
    before = numbers[at - 1] if at else None
    earlier = numbers[at - 2] if at > 1 else None
    after = numbers[at + 1] if at + 1 < len(numbers) else None
    if before and after and before.unit == after.unit and _english(sentence, before, multiple, after):
        return before, after
    if before and earlier and before.unit == earlier.unit:
        if IS.search(sentence.between(earlier, before)) and OF.match(sentence.between(before, multiple)):
            return earlier, before
        if _only_two(sentence, before) and (
            ITS.match(sentence.between(before, multiple)) or _alone(sentence, before, multiple, after)
        ):
            return before, earlier
    return None


def _english(sentence: Sentence, before: Number, multiple: Number, after: Number) -> bool:
    joined = re.match(r"^[^.;；。]{0,60}$", sentence.between(before, multiple))
    return bool(
        joined and AS_MANY.match(sentence.between(multiple, after)) and " " in sentence.between(multiple, after)
    )


def _only_two(sentence: Sentence, number: Number) -> bool:
    return sum(one.unit == number.unit for one in sentence.numbers) == 2


def _alone(sentence: Sentence, before: Number, multiple: Number, after: Number | None) -> bool:
    near = re.match(r"^[^.;；。0-9]{0,40}$", sentence.between(before, multiple))
    return bool(near and after is None and ALONE.match(sentence.after(multiple)))


def _sketches(sentence: Sentence, multiple: Number, one: Number, other: Number) -> Iterator[Sketch]:
    numbers = (one, other, multiple)
    more = (
        re.match(r"\s?(?:higher|more|greater|larger|bigger)\b", sentence.after(multiple))
        or multiple.mention.kind == "change"
    )
    low, high = multiple.mention.readings
    if multiple.unit == "percent" or not more or (low == high and multiple.mention.kind == "change"):
        yield Sketch(SAID, numbers, "{0} / {1}", "{2}", multiple.unit, op_of(multiple))
        return
    for expression, reading in (("{0} / {1}", AS_MUCH), ("({0} - {1}) / {1}", AS_MORE)):
        yield Sketch(SAID, numbers, expression, "{2}", "times", op_of(multiple),
                     basis=CheckBasis.READING, reading=reading)  # fmt: skip
