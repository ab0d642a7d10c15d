"""What a Chinese number takes over from the numbers and nouns before it: 销量为949.5万辆，同比增长37.9%."""

from __future__ import annotations

import re
from dataclasses import replace

from claimbook.draft.chinese import words as t
from claimbook.draft.chinese.clause import clause_start
from claimbook.draft.chinese.divide import divided, joined
from claimbook.draft.chinese.memory import RATES, Place
from claimbook.draft.chinese.phrase import CHANGES, Phrase
from claimbook.draft.chinese.subject import with_subject
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

FULL = {"微升": "上升", "微涨": "上涨", "微降": "下降", "微跌": "下跌", "急增": "增长", "急升": "上升", "急跌": "下跌", "增": "增长", "升": "上升", "涨": "上涨", "降": "下降", "跌": "下跌", "减": "减少", "大增": "增长", "大跌": "下跌",
        "猛增": "增长", "激增": "增长", "净增": "增加", "多增": "增加", "负增长": "下降"}  # fmt: skip
DOWN = ("回落", "低", "少", "慢", "下降", "减少", "降低", "放缓", "减缓", "下滑", "收窄")
HIGHER = ("高", "高出", "低", "多", "多出", "少", "快", "慢")
ON_YEAR = re.compile("同比|上年(?!末)|去年|年增|按年")
ON_PREVIOUS = re.compile("环比|月增|按月|按季|上月|上季|上个")
YEAR = re.compile("[较比与同](?:20\\d\\d年|去年|上年|前年)(?:同期)?[（(]$")
AGAINST = re.compile(
    "(?:较|比|与|同)(?:20\\d\\d年)?(?:第?[一二三四1-4]季度|[上去前]年|[上去]年同期|上一?个?[季月年]度?|\\d{1,2}月|年初)末?时?份?的?(?:人民币|约|近)?$"
)
ARRIVED = re.compile("(?:从|由|达到?|为|至|到|增至|升至|降至|跌至)了?(?:人民币)?[约近超]?过?")
ARRIVES = ("至", "到", "攀升至", "增至", "降至", "跌至", "升至")
NOUNS = (t.NOUN, t.NAME, t.OF, t.ADJECTIVE, t.PLACE, t.AND)


def changed(mention: Mention, last: Reading, phrase: Phrase) -> Reading:
    """Return what a number measures where the noun is known: the noun itself, or its change."""
    if not last.base:
        return Reading()
    change = FULL.get(phrase.change, phrase.change)
    against = against_what(phrase)
    if mention.unit == "percentage_point" and last.change.endswith(("增长", "下降", "增速")):
        rate = f"{last.base}{last.change[:2] if last.change[:2] in ('同比', '环比') else ''}增速"
        if re.match("[快慢高低好多少]于", against_what(phrase) or phrase.basis):
            return replace(last, metric=rate + phrase.basis, base=rate, change="", metric_from="sentence")
        metric = rate + (
            f"{against}{change}"
            if against[:1] in ("比", "较") and change in HIGHER
            else "回落"
            if change in DOWN
            else "提高"
        )
        return replace(last, metric=metric, base=rate, change="", metric_from="sentence")
    if not change and against and mention.kind == "change":
        change = "增长"
    says = f"{against if change else ''}{change}"
    base = last.base.removesuffix("增长") if change else last.base
    return replace(last, metric=base + says, base=base, change=says, metric_from=last.metric_from or "clause")


def against_what(phrase: Phrase) -> str:
    """Return what a change is against: year on year, on the month before, or as printed: 比银行高."""
    basis = phrase.basis
    if basis and phrase.change not in HIGHER and ON_YEAR.search(basis):
        return "同比"
    if basis == "同口径":
        return basis
    if basis and phrase.change not in HIGHER and ON_PREVIOUS.search(basis):
        return "环比"
    return basis if basis[:1] in ("比", "较") else ""


def inherited(at: Place) -> Reading:
    """Read a number by what was measured last, where it is a change of that, or of the same unit."""
    phrase, before, mention = at.phrase, at.here[-1] if at.here else None, at.mention
    if mention.unit == "percentage_point" and before and before[0].unit == "percent" and not before[1].change:
        return changed(mention, before[1], phrase)
    if phrase.change or phrase.basis or any(one.word in ARRIVES for one in at.words[max(0, at.index - 2) : at.index]):
        return changed(mention, of_level(last(at), at), phrase)
    clause = at.words[clause_start(at.words, at.index) : at.index]
    bare = all(one.kind in (t.LINK, t.ADVERB, t.POINT, t.TIME) for one in clause)  # 突破1.2亿千瓦，达到1.25亿千瓦
    if before and before[1].base and before[0].end == mention.start and mention.kind == "count":  # 2.5万件4.8万人
        people = "涉及人数" if mention.exact[-1] in "人名" else ""
        return replace(before[1], metric=before[1].base + people, metric_from="sentence")
    same = mention.kind == "share" or (
        mention.kind == "count" and before and before[0].exact[-1:] == mention.exact[-1:]
    )
    rose = before is not None and before[1].change and before[0].unit in ("percent", "percentage_point")
    if (
        before and rose and before[1].base and ARRIVED.fullmatch(joined(clause)) and _fits_level(mention, before)
    ):  # 净利润增长110%，达16亿元
        return replace(before[1], metric=before[1].base, change="", metric_from="sentence")
    if before and before[0].unit == mention.unit and bare and before[1].change:  # 2024年增长2.6%，2025年为2.7%
        return replace(before[1], metric_from="sentence")
    if before and before[0].unit == mention.unit and (bare or (same and alike(at))):
        return changed(mention, before[1], phrase)
    dated = bare and clause and clause[0].kind == t.TIME and alike(at)  # 去年营收5亿元；今年为2亿元
    return (
        replace(at.known[-1][1], metric_from="paragraph") if dated else _just_said(at) if bare and clause else Reading()
    )


def _fits_level(mention: Mention, before: tuple[Mention, Reading]) -> bool:
    """Return whether a number can be the level of what changed by the one before."""
    if before[0].unit == "percentage_point":
        return mention.unit == "percent" and bool(RATES.search(before[1].base))
    return mention.kind in ("money", "measure", "count") and not RATES.search(before[1].base)


def alike_percent(at: Place) -> bool:
    """Return whether this number and the one before are both changes in percent."""
    return bool(at.known) and at.known[-1][0].unit == at.mention.unit == "percent"


def _just_said(at: Place) -> Reading:
    """Return what the clause before names, where the number's own clause names nothing: 达标率最低，仅为47%."""
    known = last(at)
    fits = bool(RATES.search(known.base)) == (at.mention.unit == "percent")
    return (
        known
        if known.metric_from == "sentence" and fits and at.mention.kind not in ("count", "duration")
        else Reading()
    )


def set_against(at: Place) -> Reading | None:
    """Read a level that another is set against as what that measures: 与去年同期的5亿元相比下降4%."""
    before = joined(at.words[max(0, at.index - 6) : at.index])
    if at.mention.unit == "percent":  # 近视率较2019年（50.2%）上升
        known = last(at, own=True) if YEAR.search(before) else Reading()
        rate = bool(RATES.search(known.base)) and not known.base.startswith("占")
        return replace(known, metric=known.base, change="") if rate else None
    return replace(level, metric=level.base, change="") if AGAINST.search(before) and (level := same_unit(at)) else None


def of_level(known: Reading, at: Place) -> Reading:
    """Return what a change in percent is of: not of a share that was said in between, but of the amount before."""
    if at.mention.kind != "change" or at.mention.unit != "percent" or not RATES.search(known.base):
        return known
    amounts = (one for number, one in reversed(at.known) if number.unit != "percent")
    return next((one for one in amounts if one.base and not RATES.search(one.base)), known)


def alike(at: Place) -> bool:
    """Return whether the number before is of the same unit and no change."""
    return bool(at.known) and at.known[-1][0].unit == at.mention.unit and not at.known[-1][1].change


def same_unit(at: Place) -> Reading | None:
    """Return the last level of the same unit that was read; of a count, one that counts the same."""
    if at.mention.unit in ("percent", "percentage_point"):
        return None
    counts = at.mention.exact[-2:] if at.mention.unit == "count" else ""  # 人次 are no 万家
    known = ((number, one) for number, one in reversed(at.known) if number.exact.endswith(counts))
    levels = (one for number, one in known if number.unit == at.mention.unit and one.base)
    return next((one for one in levels if not one.change), None)


def last(at: Place, own: bool = False) -> Reading:
    """Return what was measured last: in the sentence, with or without a number, else in the paragraph.

    The clause of the number itself counts only where it is its `own`.
    """
    words = at.words
    for end in range(at.index - 1 if own else clause_start(words, at.index) - 1, -1, -1):
        ends = end + 1 >= len(words) or words[end + 1].kind not in (t.NOUN, t.NAME) or words[end + 1].word[0] in "最较"
        if (
            ends
            and words[end].kind == t.NOUN
            and words[end].word not in (*CHANGES, "速度", "态势", "趋势")
            and at.book.measure(words[end].word)
        ):
            return _noun_at(at, end)
    known = [one for _, one in at.known if one.base]
    return replace(known[-1], metric_from="sentence" if at.here else "paragraph") if known else Reading()


def _noun_at(at: Place, end: int) -> Reading:
    """Return the reading of a noun phrase of the sentence that ends with a measure."""
    start = end
    while start > 0 and at.words[start - 1].kind in NOUNS:
        start -= 1
    subject, base = divided(at.words[start : end + 1], at.book)
    if start > 0 and at.words[start - 1].word in ("其", "该"):
        subject, base = "", joined(at.words[start : end + 1])
    same = next((one for _, one in reversed(at.here) if one.base.endswith(base)), None)
    return same or replace(with_subject(at, Reading(base, subject, base), start), metric_from="sentence")
