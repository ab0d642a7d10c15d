"""What is said of those whom a Chinese number counts: 600万人死于吸烟, 三成五无法判断."""

from __future__ import annotations

import re

from claimbook.draft.chinese.clause import FIGURE
from claimbook.draft.chinese.count import clause_end
from claimbook.draft.chinese.divide import joined
from claimbook.draft.chinese.memory import Place
from claimbook.draft.chinese.poll import ASKED, MEANS
from claimbook.draft.chinese.share import PEOPLE
from claimbook.draft.chinese.subject import with_subject
from claimbook.draft.reading import Reading

COUNTED = re.compile(
    r"(?:万|亿|千|百|多|余|\d)(人次|人|名|位|户|家|例|起|款|间|辆次|头|只)$|^[一二三四五六七八九十百千两]+(人|名|户|家)$"
)
WHO = re.compile(
    rf"^的?([\u4e00-\u9fff]{{0,8}}?(?:{'|'.join(PEOPLE)}|选民|民众|居民|消费者|患者|死者|病例))(?=[\u4e00-\u9fff])"
)
IS = re.compile("^(?:则|都|均|也|就|已经?|仍然?|会|将|曾|正|认为自己)*(?:是|为|属于)?")
ANYBODY = re.compile("的?人")
SIZE = re.compile("^(?:左右|以上|以下|以内|上下|之间|的|多|余|，|、)*$|^(?:增|降|升|涨|跌|减)")
# What a rate is of that is named after it: 加征34%的关税, 收购51%的股权.
OF_AMOUNT = re.compile("(?:左右|以上)?的?(?:所谓)?[“「]?(?:对等)?(关税|股权|股份)")
RATE = {"关税": "税率", "股权": "比例", "股份": "比例"}
SHORTEST, LONGEST = 2, 24  # characters of what is said


def _asked(at: Place, metric: str) -> str:
    """Return who was asked, where a metric is what people think or do."""
    group = at.memory.group
    return group if group not in ASKED or MEANS.match(metric) else ""


def predicate(at: Place) -> Reading | None:
    """Read a number of people, or a share, by what is said of them after it."""
    rest = at.words[at.index + 1 : clause_end(at.words, at.index + 1)]
    counted = COUNTED.search(at.mention.exact)
    if at.phrase.change or any(one.kind == FIGURE for one in rest) or not (counted or at.mention.unit == "percent"):
        return None
    says = joined(rest)
    if at.mention.unit == "percent" and (of := OF_AMOUNT.match(says)):
        return with_subject(at, Reading(of[1] + RATE[of[1]], "", of[1] + RATE[of[1]], "", "clause"))
    who = WHO.match(says)
    if re.match("(?:以[上下内]|左右)?的[\u4e00-\u9fff]{2,10}$", says) and not who:
        return None  # 30%以上的增长势头
    does = IS.sub("", says[who.end() :] if who else says.removeprefix("的")).strip("“”「」")
    if SIZE.match(does) or not SHORTEST <= len(does) <= LONGEST:
        return None
    unit = (
        "比例"
        if not counted
        else "人次"
        if counted[1] == "人次"
        else "人数"
        if (counted[1] or counted[2]) in "人名位"
        else "数量"
    )
    metric = f"{does}的{unit}" if unit != "人次" or len(does) > 4 else does + unit
    subject = who[1] if who and not ANYBODY.fullmatch(who[1]) else _asked(at, metric)
    return with_subject(at, Reading(metric, subject, metric, "", "clause", "clause" if subject else ""))
