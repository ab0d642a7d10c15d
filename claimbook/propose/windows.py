"""Windows of a text: a number with the sentences that it can be checked against, and which of their numbers fit."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from claimbook.language.phrase import Statement
from claimbook.propose.numbers import Number
from claimbook.propose.reach import RATIOS, comparable, usable
from claimbook.propose.sentences import Sentence
from claimbook.propose.sketch import Sketch
from claimbook.tables.vocabulary import CheckBasis

WIDTH = 320  # characters of a window
BACK = 2  # sentences before one that may be in its window
LEAST = 10  # counts below it are said of too many things
CLAUSE = 24  # characters before or after a number that say what it is
BREAK = re.compile(r"\n(?!\s*(?:[-•*·]\s|\d[.)、]|[①-⑳]))")  # a line that is no item of a list
ANOTHER = re.compile(r"另|其他|\b(?:another|further|other)\b", re.IGNORECASE)
OTHERS = re.compile(
    r"另|其他|分别|各|最[高低多少]|\b(?:respectively|another|further(?! than)|other(?! words)|separate\w*)\b",
    re.IGNORECASE,
)
OF_ANOTHER = re.compile(r"占(?!总|全部|全体|其|比?[约\d])|均占|分别|\brespectively\b")
EACH = re.compile(
    r"(?:每[^，。；,;、\d]{1,6}|[人户校店日天月周年场班亩]均|一[人台户套件张本棵期名份只瓶斤吨箱辆次][^，。；,;\d]{0,6}"
    r"|\b(?:each|every|per|typical|averag(?:e|ing|ed)|mean)\b[^,.;\d]{0,32})$",
    re.IGNORECASE,
)
EACH_AFTER = re.compile(r"^(?:\s[a-z]+){0,2}\s(?:each|apiece|per|(?:for )?every)\b|^\s?[/／]", re.IGNORECASE)
MEANT = Statement("these numbers are meant, since no other near them can be", "附近没有其他可用的数，即指这几个数")


@dataclass(frozen=True)
class Window:
    """Sentences that are read as one, and the number that is checked, which is in the last of them."""

    last: Sentence
    target: Number
    text: str
    others: tuple[Number, ...]
    years: tuple[Number, ...]

    @property
    def around(self) -> str:
        """The words of the target's clause."""
        before = re.split(r"[，,；;。]", self.last.before(self.target)[-CLAUSE:])[-1]
        after = re.split(r"[，,；;。.]", self.last.after(self.target))[0]
        return before + self.target.mention.exact + " ".join(after.split(" ")[:4])[:CLAUSE]

    def is_note(self, one: Number) -> bool:
        """Return whether a number is that of a note: [53]."""
        return self.last.text[max(0, one.start - 1) : one.end + 1] == f"[{one.mention.exact}]"

    def levels(self) -> list[Number]:
        """Return the levels that can take part: the numbers that have a fellow of their unit."""
        found = [one for one in self.others if usable(one) and one.unit not in RATIOS and not self.is_note(one)]
        found = sorted(
            {(one.unit, one.value): one for one in found if one.value != 1}.values(), key=lambda one: one.start
        )
        return [one for one in found if any(comparable(one, other) for other in found if other is not one)]


def windows(told: Sequence[Sentence], at: int, target: Number) -> Iterator[Window]:
    """Yield the windows of a number, the narrowest first, up to a break of the paragraph."""
    last = told[at]
    for first in range(at, max(-1, at - BACK - 1), -1):
        text = last.text[told[first].start : last.end]
        if len(text) > WIDTH or BREAK.search(text.strip()) or "|" in text or "\t" in text:
            return
        near = told[first : at + 1]
        others = tuple(one for sentence in near for one in sentence.numbers if one is not target)
        yield Window(last, target, text, others, tuple(one for sentence in near for one in sentence.years))


def pair(window: Window) -> tuple[Number, Number] | None:
    """Return the only two levels of a window in the order of the text."""
    levels = window.levels()
    if len(levels) != 2 or levels[0].value == levels[1].value or OTHERS.search(window.text):
        return None
    first, second = levels
    big = first.unit != "count" or min(first.value, second.value) >= LEAST
    apart = window.target.start if first.end < window.target.start < second.start else second.start
    return (first, second) if big and apart - first.end > 1 and window.target.quantity.comparator == "=" else None


def only(window: Window, *units: str) -> bool:
    """Return whether no other number of a window has one of some units."""
    return window.target.single and not any(one.unit in units for one in window.others)


def linked(window: Window, part: Number, whole: Number) -> bool:
    """Return whether the words make one number a part of the other."""
    text = window.last.text
    between = text[min(part.end, whole.end) : max(part.start, whole.start)]
    if OF_ANOTHER.search(window.text):
        return False
    if part.start < whole.start:
        return bool(
            re.fullmatch(r"\s(?:out )?of (?:the|its|their|those|these|our|all)?\s?|[^，。,;；\d]{0,6}[/／]", between)
        )
    after = text[part.end : part.end + 40]
    among = re.search(r"[当之其]中|[里中][，,]?(?:就|约|只)?有", between) or re.match(
        r"[^.。,;]{0,16}\bof (?:the|them|those|these)\b", after
    )
    stated = window.target.end < whole.start and re.fullmatch(
        r"\s(?:of|among) (?:all |the |its |our )*", text[window.target.end : whole.start]
    )
    return bool(among or stated)


def for_each(window: Window, number: Number) -> bool:
    """Return whether the words next to a number make it one for each of something."""
    before = window.last.text[max(0, number.start - 40) : number.start]
    after = window.last.text[number.end : number.end + 30]
    return bool(EACH.search(before) or EACH_AFTER.match(after))


def holding(sketches: Iterable[Sketch], otherwise: Iterable[Sketch]) -> Iterator[Sketch]:
    """Yield the first reading that holds; where none does, the plainest ones."""
    fitting = next((one for one in sketches if one.fits), None)
    yield from [replace(fitting, basis=CheckBasis.PLAIN_READING, reading=MEANT)] if fitting else otherwise
