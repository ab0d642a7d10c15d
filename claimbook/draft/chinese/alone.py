"""Whether a Chinese clause is a sentence that is clear by itself, and where what is clear ends."""

from __future__ import annotations

import re

# A part of a sentence, which says only when, where or of what something is.
FRAGMENT = re.compile(
    r"^(?:随着|据|根据|除了?(?![^，]*外)|围绕|关于|针对|如果|只要|假如|即使|无论|不论|不管)"
    r"|^(?:在|当|自|从|到|对|与|和|按)[^，]*(?:中|后|时|上|下|里|前|来|外|内|期间|之际|以来|看)。?$"
    r"|(?:中|之后|以后|之际|期间|以来|为|是|将|和|与|及|等|分别|的|地|于|在|从|由|向|对)。?$"
)
# Words for somebody or something that only another sentence names.
POINTS = re.compile(
    r"(?:[这该](?:[家个種种些项項次樣样座条條款类類批名位只台所份片家一两几]|意味|[部起]|几)|(?<![吉])他们|她们|它们|人家|(?<![其])其[中间](?!心)"
    r"|此[项类举]|上述|前述|下[图表]|上[图表]|如[图表]|本报|记者|笔者|小编|你|您|^(?:他|她|它|对此|此后|其后|这))"
)
QUOTED = re.compile("“[^”]*”|《[^》]*》")
PUBLISHER = re.compile(  # 增长2.1%国家统计局今天发布数据显示: what follows begins another sentence
    r"[^，。；]{0,40}?(?:显示|获悉|了解到|消息|介绍|表示|通报|发布了?[^，。；]{0,12}|截至目前|截至[^，。；]{2,8})$"
)


def is_clear(says: str) -> bool:
    """Return whether a clause is a sentence of its own that points to nothing outside it.

    Examples
    --------
    >>> is_clear("门店有5家"), is_clear("随着第5家门店开业"), is_clear("这家门店卖出5件"), is_clear("在5家门店中")
    (True, False, False, False)
    """
    return not FRAGMENT.search(says) and not POINTS.search(QUOTED.sub("", says))


def ends_at(line: str, start: int, stop: int, is_count: bool) -> int:
    """Return where a clause ends, without the name of a publisher that follows it in the headline of an item.

    What a count counts is not left out.

    Examples
    --------
    >>> line = "价格上涨2.1%统计局今天发布数据显示，"
    >>> line[: ends_at(line, 8, len(line) - 1, False)]
    '价格上涨2.1%'
    """
    return start if not is_count and PUBLISHER.fullmatch(line[start:stop]) else stop
