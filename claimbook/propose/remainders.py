"""What is left when a part is taken from a whole; and a step beside the level that it leads to and its growth."""

import re
from collections.abc import Iterator

from claimbook.language.phrase import Statement
from claimbook.propose.growth_words import CHANGED, DOWN, MORE_BEFORE, UP
from claimbook.propose.numbers import Number
from claimbook.propose.sentences import Sentence
from claimbook.propose.sketch import Said, Sketch, op_of
from claimbook.tables.vocabulary import CheckBasis

LEFT = re.compile(
    r"(?:\b(?:leaving|remaining|the rest,?|the other|the remainder,?|left with|net of)(?: [a-z]+){0,3}\s?(?:about |some |just |only )?|(?:余下|剩下|剩余|其余|还剩)[^，。；,;0-9]{0,8})$",
    re.IGNORECASE,
)
STILL = re.compile(r"(?:尚有|仍有|还有)[^，。；,;0-9]{0,4}$")
LEFT_AFTER = re.compile(r"^(?:\s[a-z]+){0,2}\s(?:remain(?:ing|ed)?|left|still)\b", re.IGNORECASE)
NO_REST = re.compile(r"[:：]|\b(?:and|plus)\b.*\b(?:and|plus)\b|%", re.IGNORECASE)
STEP = re.compile(
    r"^[^。;；]{0,40}?(?:(?<![同环占对])比(?![例重率如赛])|较|, (?:up|down)|, an? |同比|环比)[^。;；,，]{0,24}$"
)
AND_BY = re.compile(
    rf"^[^。;；,，]{{0,14}}(?:[,，(（]|, or|, an? {CHANGED} of)\s?(?:or |about |同比|环比|约)*(?:增长|下降|上升|增|降|{CHANGED}(?: of| by)?)?(?:了|约|达)?\s?$"
)
ALL = Statement("the whole is the two parts that are named, and no other", "整体只分为所述两部分")
SAID = {
    "left": Said(
        Statement("What is left of the whole", "整体减去一部分与所述余数"),
        Statement("{0} less {1} leave {left}; the article says {2}.", "{0}减去{1}余{left}；文章称{2}。"),
        Statement("a whole, a part and what is left are stated together", "文中同时给出整体、部分与余数"),
    ),
    "step": Said(
        Statement("Growth from the step and the level after it", "由增减量与之后水平计算的增幅"),
        Statement("{1} to reach {0} is {left}; the article says {2}.", "增减{1}后为{0}，即{left}；文章称{2}。"),
        Statement("a level, the step to it and its growth are stated together", "文中同时给出水平、增减量与增幅"),
    ),
}


def patterns(sentence: Sentence) -> Iterator[Sketch]:
    """Yield a check for each rest, and for each step with its growth, that a sentence states."""
    numbers = sentence.numbers
    for at, last in enumerate(numbers):
        if at < 2 or last.unit in ("times", "rank"):
            continue
        if last.unit == "percent" and last.mention.kind == "change":
            yield from _step(sentence, *numbers[at - 2 : at + 1])
        elif last.unit != "percent" and _is_rest(sentence, last):
            yield from _left(sentence, at)


def _is_rest(sentence: Sentence, last: Number) -> bool:
    before = sentence.before(last)
    among = STILL.search(before) and re.search("中[，,]", before)
    return bool(among or LEFT.search(before) or LEFT_AFTER.match(sentence.after(last)))


def _left(sentence: Sentence, at: int) -> Iterator[Sketch]:
    """Read “27 of the 36 roads are open again, leaving 9”: the whole and the part are the two numbers before."""
    last = sentence.numbers[at]
    alike = [one for one in sentence.numbers[:at] if one.alike(last) and one.single]
    if len(alike) != 2 or any(one.limit for one in (*alike, last)):
        return
    part, whole = sorted(alike, key=lambda one: one.value)
    gap = sentence.text[alike[0].end : last.start]
    if part.value < whole.value and last.value < whole.value and len(gap) < 160 and not NO_REST.search(gap):
        yield Sketch(SAID["left"], (whole, part, last), "{0} - {1}", "{2}", last.unit, op_of(last),
                     basis=CheckBasis.PLAIN_READING, reading=ALL)  # fmt: skip


def _step(sentence: Sentence, level: Number, step: Number, growth: Number) -> Iterator[Sketch]:
    """Read “人口1,260万人，比上年末增加12万人，增长1.0%”."""
    before = sentence.before(step)
    if (
        level.unit != step.unit
        or level.unit == "percent"
        or not MORE_BEFORE.search(before)
        or step.value * 2 > level.value
    ):
        return
    gap = sentence.between(level, step)
    if not STEP.match(gap) or not AND_BY.match(sentence.between(step, growth)):
        return
    words = before[-14:] + sentence.between(step, growth)
    down = bool(DOWN.search(words)) and not UP.search(words)
    yield Sketch(SAID["step"], (level, step, growth), f"{{1}} / ({{0}} {'+' if down else '-'} {{1}})", "{2}", "percent",
                 op_of(growth))  # fmt: skip
