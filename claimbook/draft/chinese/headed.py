"""Put whom a number is of, and what it measures, before a Chinese clause that does not say them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.reading import Reading

ITSELF = re.compile(
    r"^(?:该|本|这家)?(?:公司|集团|企业|银行|基金|平台)(?!债|贷款|存款|所得税|年金|家)(?=[\u4e00-\u9fff\d])|^(?:该[行市省县区国校院]|我们|我司|其|它|他|她)(?![中他们])"
)
UNSAID = ("占比", "涨幅", "跌幅")  # the verb of the clause says it
RANK = re.compile("排名$|时长$")
PREDICATE = re.compile("的(?:比例|人数|数量|人次)$")
NATION = re.compile("全国|我国|中国")
BARE = re.compile(
    r"^(?:预计|有望|仍然?|已经?|将|再|更|最终){0,2}(?:(?:较|比)[^，]{1,14}?(?:相比)?|与[^，]{1,24}?相比|同比\d{4}年)?(?:同比|环比|按年|按季|按月)?(?:分别|均|也|则|又|再|仅|约|大幅|小幅|明显|显著|略[有为]?|快速|进一步|有所|继续|持续|罕见地?|实际|名义)*"
    r"(?:增|升|涨|降|跌|减|下|上|提|占|高|低|多|少|为|达|超|收窄|扩大|回|加[快速]|放[缓慢]|快|慢|恢复|净增|多增|走[高低]|攀升|反弹|贬|缩)"
)
LINKS = re.compile("(?:为|是|达到?|有|约|近|超过?|逾|仅|只|则|也|将|在|不到|不足|高达|完成|实现)+$")
CHANGED = re.compile("(?:同比|环比)?(?:增长|上升|上涨|下降|减少|下跌|回落)$")
SPARE = 6  # characters before a number besides what is measured, of a clause that names nobody else
SHORT = 5  # characters before a number, which name nothing that is measured


def _measured(says: str, base: str, groups: Sequence[str], number: str) -> str:
    """Return a clause with what it measures, which it leaves to the clause before: 男性为50.5%, 火电2057小时."""
    head = LINKS.sub("", says.partition(number)[0])
    stem = CHANGED.sub("", head)
    if stem in groups and stem:
        return says if stem[-2:] == base[-2:] else overlapping(stem, base) + says[len(stem) :]
    if stem and base.startswith(stem):
        return base + says[len(stem) :]
    return overlapping(base, says) if BARE.match(says) or len(head) < SHORT else says


def headed(says: str, reading: Reading, subject: str, number: str, named: bool) -> str:
    """Return a clause with its subject, and what it measures, in front where it does not say them.

    A subject that the line does not name before is put only before what is measured, not before another one’s clause.
    """
    base = re.sub(r"占.+比重$", "", reading.base).removesuffix("数量")
    if subject and says[:1] in "全我本" and subject.endswith(says[1:2]) and says[1:2] in "县市省":
        says = subject + says[2:]
    if (quoted := re.search("“(.+)”$", subject)) and says.startswith(quoted[1]):
        says = subject + says.removeprefix(quoted[1])
    if subject and ITSELF.match(says):
        says = ITSELF.sub(subject, says, count=1)
    if (
        base not in says
        and len(base) > 1
        and base not in UNSAID
        and not (PREDICATE.search(reading.base) and base[:2] in says)
        and not RANK.search(base)
    ):
        says = _measured(says, base, (reading.population, subject), number)
    if (
        subject
        and subject not in says.replace("的", "")
        and subject not in says
        and not (NATION.search(subject) and NATION.search(says))
        and (named or _takes(says, base, number))
    ):
        says = overlapping(subject, says)
    return says.replace("我国", "中国")


def _takes(says: str, base: str, number: str) -> bool:
    """Return whether a clause begins with what is measured, or what is done, so that a subject may be put before it."""
    before, _, after = says.partition(number)
    head = LINKS.sub("", before)
    if BARE.match(says) or (len(base) > 1 and says.startswith((base, "对", "向"))):
        return True
    return bool(head) and not after.startswith("的") and len(head) <= len(base) + SPARE


def overlapping(head: str, rest: str) -> str:
    """Return two parts of a sentence as one, in which what ends the first and begins the second is said once.

    Examples
    --------
    >>> overlapping("储能电芯", "电芯出货量为5"), overlapping("华为", "销量为5")
    ('储能电芯出货量为5', '华为销量为5')
    """
    size = next((size for size in range(min(len(head), len(rest)), 1, -1) if rest.startswith(head[-size:])), 0)
    return head + rest[size:]
