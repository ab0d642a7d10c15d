"""Lists of numbers that share the unit and the magnitude of the last: 2, 4 and 6 months; 5、10和15万元."""

import re
from collections.abc import Iterator

from claimbook.mention import numerals
from claimbook.mention.begin import FIRST
from claimbook.mention.folding import fold
from claimbook.mention.mention import Mention

LAST_JOINTS = frozenset((" and ", " or ", ", and ", "×", "/", "和", "或", "及", "、", " to "))
JOINTS = LAST_JOINTS | {", ", ","}
JOINT_STARTS = frozenset((*",和或及、×/", " a", " o", " t"))
ALONE = frozenset(",、和或及×")  # joints of one character
MAGNITUDE = re.compile(r"(?<=[\d.])\s?(?:[百千]?万亿?|[百千]?亿|(?:thousand|million|billion|trillion)\b)", re.ASCII)
SHARED = frozenset(("money", "share", "change", "duration", "measure"))


def joins(text: str, end: int) -> bool:
    """Return whether what follows a number can join it to another: most is ruled out by the next two characters."""
    after = text[end : end + 2]
    if after[:1] in ALONE:  # a comma is no joint before what begins no number
        return after[1:] in FIRST
    return after[:1] in JOINT_STARTS or after in JOINT_STARTS


def listed(text: str, waiting: list[Mention], mention: Mention) -> Iterator[Mention]:
    """Give the numbers of a list the unit and the magnitude that are printed once, at its end."""
    joint = text[waiting[-1].end : mention.start] if waiting else None
    if joint in LAST_JOINTS and (mention.kind in SHARED or mention.unit == "year"):
        waiting[:] = [_like(one, mention) for one in waiting]
    bare = mention.unit == "count" and joins(text, mention.end)
    if not bare or (waiting and joint not in JOINTS):
        yield from waiting
        waiting.clear()
    if bare:
        waiting.append(mention)
    else:
        yield mention


def _like(one: Mention, last: Mention) -> Mention:
    """Return a bare number with the unit and the magnitude of the last of its list."""
    if one.low is None or one.high is None or one.read_twice:
        return one
    if last.kind == "date" and not (one.exact.isdecimal() and len(one.exact) == 4):  # 2009、2010、2011年
        return one
    scale = MAGNITUDE.search(fold(last.exact))
    power = numerals.power(scale[0]) if scale and one.exact.isdecimal() else 0
    low, high = one.low.scaleb(power), one.high.scaleb(power)
    return one._replace(low=low, high=high, unit=last.unit, kind=last.kind)
