"""What a claim of change, share, rank, record or streak is read as, and the words that say which it is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claimbook.language.phrase import Statement
from claimbook.propose.lines import Point, short

DOWN = re.compile(
    r"(?i)\b(?:down|fell|fall(?:en|s|ing)?|drop\w*|declin\w*|decreas\w*|shr[aiu]nk\w*|slid|slump\w*|cut|cuts|reduc\w*|lost"
    r"|lower than|fewer|less than|slash\w*|halv\w*)\b|减|降|跌|少|缩|下滑|回落"
)
UP = re.compile(
    r"(?i)\b(?:up|rose|ris(?:e|en|es|ing)|grew|grow\w*|climb\w*|gain\w*|increas\w*|jump\w*|surg\w*|soar\w*|add(?:ed|s|ing)?"
    r"|creat\w*|more than|expand\w*|new)\b|增(?!加值)|升|涨|提高|扩大|新增"
)
SHARE = re.compile(
    r"(?i)\b(?:share|proportion|account(?:s|ed|ing)? for|makes? up|made up|(?:percent|per cent) of)\b|% of\b"
    r"|占|比重|份额|比例"
)
RECORD = re.compile(
    r"(?i)\b(?:lowest|highest|record|low|high|fewest|most|worst|best|largest|smallest|biggest|greatest|least|bottom|top)\b|新低|新高|最低|最高|最少|最多|最小|最大|末位|倒数"
)
LOWEST = re.compile(r"(?i)\b(?:lowest|fewest|smallest|least|bottom|low)\b|新低|最低|最少|最小|倒数|末位")
ROW = re.compile(r"(?i)\b(?:in a row|consecutive\w*|straight|running|successive)\b|连续|连(?:涨|跌|升|降)")
SINCE = re.compile(
    r"(?i)\b(?:since|from|in|between|than)\s+((?:19|20)\d\d)\b"
    r"|(?:自|从|较|比|与)\s?((?:19|20)\d\d)年|((?:19|20)\d\d)年(?:以来|起|至|到)"
)
MORE_TIMES = re.compile(r"(?i)times (?:more|higher|larger|greater)|增(?:长|加)了?[\d.一二两三四五六七八九十]+倍")
LEVEL = re.compile(
    r"(?i)\b(?:to|at|was|is)(?: (?:about|around|some|just|only|nearly))?\s$|(?:至|到|为|达|占|有)[约近了]?$"
)


@dataclass(frozen=True)
class Reading:
    """What a claim is read as.

    Parameters
    ----------
    expression : str
        With ``{0}``, ``{1}`` … for the points.
    points : tuple of Point
    words : Statement
        The computation, with ``{0}``, ``{1}`` … and ``{result}``.
    why : Statement
        Which words were read so, and what was chosen where they leave it open.
    metric : str
    period : str
    doubt : int
        How far it is from what the words say; of two readings the one with less comes first.
    """

    expression: str
    points: tuple[Point, ...]
    words: Statement
    why: Statement
    metric: str
    period: str
    doubt: int = 0


def falls(words: str) -> bool:
    """Return whether the words speak of a fall, by what comes first in them."""
    down, up = DOWN.search(words), UP.search(words)
    return down is not None and (up is None or down.start() < up.start())


def named(points: Sequence[Point], words: str) -> dict[Point, int]:
    """Return the places that some words name, each with where; a longer name is none of the shorter ones in it."""
    places = {point: _parts(point.place) for point in points}
    left, found = words.lower(), dict[Point, int]()
    for name in sorted({part for parts in places.values() for part in parts}, key=lambda part: (-len(part), part)):
        word = re.compile(rf"(?<![a-z]){re.escape(name)}(?![a-z])" if name.isascii() else re.escape(name))
        if at := word.search(left):
            left = word.sub(lambda match: " " * len(match[0]), left)
            found |= {point: at.start() for point, parts in places.items() if name in parts and point not in found}
    return found


def _parts(place: str) -> list[str]:
    return [part for one in place.split("|") if len(part := short(one).lower()) > 1]
