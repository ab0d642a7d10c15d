"""A rank in words, such as the second highest, 排在第二位, beside the numbers that are ranked."""

import re
from collections.abc import Iterable, Iterator, Sequence

from claimbook.language.phrase import Statement
from claimbook.mention.folding import fold
from claimbook.mention.tables import Tables
from claimbook.propose.numbers import Number
from claimbook.propose.reach import usable
from claimbook.propose.sentences import Sentence
from claimbook.propose.sketch import Said, Sketch
from claimbook.tables.vocabulary import CheckBasis

RANKED = re.compile(r"^[-\s](?:only to|place\b|(?:highest|largest|biggest|most|busiest|best)\b)", re.IGNORECASE)
PLACED = re.compile(
    r"\b(?:came|ranked|ranks)(?: in)?\s$"
    r"|(?:排名?|排行|位[列居]|名列|高?居|列)(?:在|于|居)?(?:全[市县校队]|各[^，。]{1,3})?$"
)
WIDER = re.compile(
    r"全国|全球|世界|全省|国内|亚洲|倒数|历史|连续|\b(?:world|country|nation\w*|europe|global\w*|ever|consecutive|lowest|behind)\b",
    re.IGNORECASE,
)
NAME = re.compile(r"\b[A-Z][a-z]{3,}|[\u4e00-\u9fff]{2,}")
NAMED = re.compile(r"\b[A-Z][a-z]{3,}(?:[^.;,\d]{0,40}|, (?:with|on|at))\s?$|[，、；。][\u4e00-\u9fff]{2,8}$")
REACH = 600  # characters in which numbers of running text make one list
LEAST = 3  # numbers that make a list
MOST = 60  # numbers of one list, and ranks of one text, that are read
ALL = Statement("the numbers listed are those that are ranked", "所列数字就是排名所依据的数字")
SAID = Said(
    Statement("A rank against the listed numbers", "所述名次与所列数字"),
    Statement("{0} is said to be number {2} of the list, beside {1}.", "{0}据称列第{2}，可与{1}比较。"),
    Statement("a rank is stated beside the numbers that are ranked", "文中同时给出名次与所列数字"),
)


def patterns(text: str, told: Sequence[Sentence]) -> Iterator[Sketch]:
    """Yield a check for each rank whose number and whose list the text gives."""
    ranked = [(sentence, rank) for sentence in told for rank in sentence.ranks if _is_rank(sentence, rank)][:MOST]
    if not ranked:
        return
    numbers = [one for sentence in told for one in sentence.numbers if usable(one) and one.unit != "percent"]
    columns = _columns(text, numbers)
    for sentence, rank in ranked:
        seen = [one for one in numbers if one.end <= rank.start and sentence.start - one.start < REACH]
        runs = [_run(text, one.unit, seen) for one in {one.unit: one for one in seen}.values()]
        for listed, whole in [*((column, True) for column in columns), *((run, False) for run in runs)]:
            owner = _owner(sentence, rank, listed) if len(listed) >= LEAST else None
            if owner and (found := _sketch(owner, listed, rank, whole)):
                yield found
                break


def _is_rank(sentence: Sentence, rank: Number) -> bool:
    if not 2 <= rank.value <= MOST or WIDER.search(sentence.words):
        return False
    return bool(RANKED.match(sentence.after(rank)) or PLACED.search(sentence.before(rank)))


def _columns(text: str, numbers: Iterable[Number]) -> list[list[Number]]:
    """Return the columns of the tables of a text."""
    tables = Tables(fold(text), text)
    columns: dict[tuple[int, int], list[Number]] = {}
    for number in numbers:
        found = tables.cell(number.start)
        if found and found[1] and found[0].head and found[0].cells[found[1]][0] >= number.start - 3:
            columns.setdefault((found[0].head[0][0], found[1]), []).append(number)
    return [column for column in columns.values() if len({one.unit for one in column}) == 1 and len(column) <= MOST]


def _run(text: str, unit: str, numbers: Iterable[Number]) -> list[Number]:
    """Return the numbers of one unit that each have a name right before them: Stanbridge on £54.9m."""
    return [one for one in numbers if one.unit == unit and NAMED.search(text[max(0, one.start - 60) : one.start])]


def _owner(sentence: Sentence, rank: Number, listed: Sequence[Number]) -> Number | None:
    """Return which of the listed numbers has the rank: by its number beside the rank, or by its name before it."""
    beside = {one.value for one in sentence.numbers if abs(one.start - rank.start) < 120}
    same = [one for one in listed if one.value in beside and one not in sentence.numbers]
    if len(same) == 1:
        return same[0]
    words = sentence.before(rank)
    for name in reversed(NAME.findall(words)):
        named = [
            one for one in listed if name in re.split(r"\d", sentence.text[max(0, one.start - 40) : one.start])[-1]
        ]
        if len(named) == 1:
            return named[0]
    return None


def _sketch(owner: Number, listed: Sequence[Number], rank: Number, whole: bool) -> Sketch | None:
    """Return the check of a rank against the number that would have to be smaller, or larger, than its owner's."""
    place, order = int(rank.value), sorted(listed, key=lambda one: -one.value)
    larger = sum(one.value > owner.value for one in listed)
    if larger >= place:
        return _compared(owner, order[place - 1], rank, ">=")
    if larger == place - 1 or whole:
        return _compared(owner, order[min(place, len(order)) - 2], rank, "<=") if place <= len(order) else None
    return None


def _compared(owner: Number, other: Number, rank: Number, op: str) -> Sketch:
    return Sketch(SAID, (owner, other, rank), "{0}", "{1}", owner.unit, op, conclusion=(2,),
                  basis=CheckBasis.PLAIN_READING, reading=ALL)  # fmt: skip
