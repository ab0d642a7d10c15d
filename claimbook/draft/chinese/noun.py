"""What a Chinese number measures: the noun phrase before it in its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.chinese import words as t
from claimbook.draft.chinese.clause import clause_start
from claimbook.draft.chinese.count import counted, counted_of
from claimbook.draft.chinese.divide import GROUPS, divided, holds, joined
from claimbook.draft.chinese.holder import is_thing, names
from claimbook.draft.chinese.inherit import FULL, alike, alike_percent, changed, last, of_level, same_unit
from claimbook.draft.chinese.memory import LONGEST, RATES, Place
from claimbook.draft.chinese.phrase import CHANGES, EMPTY_NOUNS, Phrase
from claimbook.draft.chinese.predicate import predicate
from claimbook.draft.chinese.share import share
from claimbook.draft.chinese.subject import PUBLISHES, with_subject
from claimbook.draft.chinese.tagger import Token
from claimbook.draft.chinese.whom import LOOSE, MARK
from claimbook.draft.lexicon import Lexicon
from claimbook.draft.reading import Reading

COUNTS = re.compile("[人名位所家个座只头件起条艘架间户支部届]$")
PRICES = {"升": "涨幅", "涨": "涨幅", "跌": "跌幅", "挫": "跌幅"}
MOVED = re.compile("(.{2,12}?)(?:同比|环比)?(?:增加|增长|上升|上涨|下降|减少|下跌)的.*数量$")
INDEX = re.compile(  # of a market, not of prices or moods
    r"^(?!.*(?:价格|消费|采购|PMI|景气|信心|生产|活动|满意|空气|信用|运价|发展|创新|出厂|零售|成本|幸福|活跃|风险|压力)).{2,14}(?:指数|综指|成指|板指)$"
    r"|^(?:沪指|深成指|创指|恒指|道指|纳指)$"
)
PEOPLE = re.compile("(?:人|者|员|民|生)$")
MEASURED = re.compile("的(?!人)[\u4e00-\u9fff]{2,6}$|[值额量率价费]$")
RANKED = re.compile("(?:^|[的，])([^的，、]{2,10}?)(?:综合)?排名(?!前|第)[^，。；]{0,8}$")
GROUPED = re.compile("(?:企业|用户|门店|客户|经营主体|个体工商户|采购商|参展商|机构)$")
OF_SECTOR = re.compile(r"^[\u4e00-\u9fff]{1,12}?(?:制造业|服务业|工业|行业)(?=.{2})")
RATES_OF = re.compile("([^的，。；：\\s]{2,4}率)分别[为是]?[：:]")
MEAN_OF = re.compile("([年月日]均)([\u4e00-\u9fff]{2,4})$")
DOES = re.compile("(?:进口|出口|生产|加工|销售|消费|新增)[\u4e00-\u9fff]{2}")
CLOSES = re.compile(r"(?:报收于|收于|收报|收于|报|至)\s*(?:每[\u4e00-\u9fff]{1,3})?$")
MEANS = ("日均", "月均", "年均", "人均", "户均", "平均")


def own(at: Place) -> Reading:
    """Read a number by the noun phrase before it in its clause."""
    if at.phrase.whole is not None:
        return share(at, at.phrase.text)
    if reading := _quoted(at):
        return reading
    subject, base = _divided(at)
    if (
        base[:2] in ("同比", "环比")
        and base[2:] in CHANGES
        and subject in ("", *EMPTY_NOUNS)
        and (known := last(at)).base
    ):
        return replace(known, metric=known.base + base, change=base[2:], metric_from="sentence")
    if base in CHANGES and subject in ("", *EMPTY_NOUNS):
        known = last(at)
        whole = known.base if known.base.endswith(base) else known.base + base
        known_against = (
            known.change[:2] if known.change[:2] in ("同比", "环比") and not known.base.endswith(base) else ""
        )
        whole = known.base + known_against + base if known_against else whole
        against = at.phrase.basis if at.phrase.basis[:1] in ("比", "较") else ""
        metric = whole + against + FULL.get(at.phrase.change, at.phrase.change)
        return replace(known, metric=metric, change=base, metric_from="sentence") if known.base else known
    measure = at.book.measure(base)
    places = at.book.of("place")
    if not measure and at.phrase.words[0].word in places and not at.phrase.verb and (said := predicate(at)):
        return replace(said, subject=at.phrase.text, subject_from="clause")  # 上海市36.1万人受灾
    if not measure and at.phrase.words[0].word in places and not at.phrase.verb and (level := same_unit(at)):
        return replace(level, subject=at.phrase.text, subject_from="clause")  # 山东昌乐局地611毫米
    if not base or (not measure and not subject and (_holds(at.phrase.words, at.book) or _part_of(at, base))):
        return _number_of(at) or _of_holder(at, subject or at.phrase.text)
    is_count = at.mention.kind == "count" and not at.phrase.change
    if not measure and is_count and (reading := counted(at)):
        return reading
    return _measured(at, subject, base, measure)


def _quoted(at: Place) -> Reading | None:
    """Read by how many percent something listed on a market rose or fell: 美团升逾2%."""
    moved = PRICES.get(at.phrase.change, "")
    text = MARK.sub("", at.phrase.text)
    measured = at.book.measure(text) and not INDEX.search(text)
    if not moved or at.mention.unit != "percent" or at.phrase.basis or at.phrase.verb or measured:
        return None
    subject = re.sub("(?:则|也|均|逆市|曾|收市|早盘|仅|收|一度|盘中|微|再|全线|收盘|集体|开盘|尾盘|最终)+$", "", text)
    return Reading(moved, subject, moved, at.phrase.change, "clause", "clause") if names(subject) else None


def _divided(at: Place) -> tuple[str, str]:
    """Divide the noun phrase into subject and metric; what “its” is of is said elsewhere."""
    phrase = at.phrase
    subject, base = divided(phrase.words, at.book)
    if phrase.words[0].word in ("其", "该"):
        subject, base = "", joined(phrase.words[1:])
    elif phrase.verb and phrase.verb not in PUBLISHES and any(one.kind == t.OF for one in phrase.words):
        subject, base = "", phrase.verb + phrase.text  # 结合糖化血红蛋白检测的检出率
    return subject, base.rstrip("近约超逾达共仅只才")


def _number_of(at: Place) -> Reading | None:
    """Read how many there are of those that a noun names: 共有各级各类学校53万所, 专任教师1792万人."""
    noun = at.phrase.text
    if at.mention.kind != "count" or at.phrase.change or at.phrase.whole is not None or noun in GROUPS:
        return None
    between = [one for one in at.words[: at.index] if one.start >= at.phrase.words[-1].end]
    grouped = GROUPED.search(noun) or (at.mention.exact[-1] in "人名" and PEOPLE.search(noun))
    adjoins = not between or (grouped and all(one.kind == t.LINK for one in between))  # 企业超3万家
    counts = COUNTS.search(at.mention.exact)
    people = at.mention.exact[-1] in "万亿" and PEOPLE.search(noun)  # 老年人2.97亿
    if (
        not adjoins
        or not (counts or people)
        or at.book.kind(noun) in ("name", "place")
        or at.phrase.words[-1].kind == t.NAME
    ):
        return None
    metric = f"{noun}{'人数' if people or (counts and counts[0] in '人名位') else '数量'}"
    return with_subject(at, Reading(metric, "", metric, "", "clause"), max(0, at.phrase.start - 1))


def _of_holder(at: Place, subject: str) -> Reading:
    """Read a number of someone of whom the same is said as of the one before: 女性上升了38.4%."""
    if reading := counted_of(at, subject):
        return reading
    if MEASURED.search(subject):  # 老年人口的消费潜力 is measured itself
        return with_subject(at, changed(at.mention, Reading("", "", subject), at.phrase), at.phrase.start)
    known = at.beside[1] if at.beside else same_unit(at) or last(at)
    fits = known.base and (at.phrase.change or alike(at) or same_unit(at))
    level = _moved(of_level(known, at), at)
    base = level.whole or level.base
    if at.phrase.change and GROUPED.search(subject) and not at.book.measure(base):
        return with_subject(at, changed(at.mention, Reading("", "", f"{subject}数量"), at.phrase), at.phrase.start)
    if subject.endswith("业"):  # of the industry, not of the one before
        base = OF_SECTOR.sub("", re.sub("(?:同比|环比)?增速$", "", base))
    if subject[-2:] == base[-2:] and level.subject:  # 工业投资增长10%，房地产开发投资下降9%
        own = replace(level, base=subject, metric=subject, whole="")
        return replace(changed(at.mention, own, at.phrase), subject_from="sentence")
    made = changed(at.mention, replace(level, base=base), _as_before(at)) if fits else Reading()
    return replace(made, subject=subject, subject_from="clause")


def _as_before(at: Place) -> Phrase:
    """Return a phrase with what the change before it is against: 价格同比下降1%。其中，上海上涨5%."""
    against = at.known[-1][1].change[:2] if at.known else ""
    fits = against in ("同比", "环比") and alike_percent(at) and at.phrase.change and not at.phrase.basis
    return at.phrase._replace(basis=against) if fits else at.phrase


def _moved(known: Reading, at: Place) -> Reading:
    """Return what moved, where it was counted for how many: 34个行业利润总额增加，其中汽车制造业增长6%."""
    counted = (MOVED.match(one.metric) for _, one in reversed(at.known)) if known.base.endswith("数量") else ()
    moved = next((one for one in counted if one), None)
    return replace(known, base=moved[1], metric=moved[1], whole="") if moved and at.phrase.change else known


def _measured(at: Place, subject: str, base: str, measure: str) -> Reading:
    """Return the reading of a noun phrase that names what is measured; none where the unit does not fit it."""
    verb, base = at.phrase.verb, LOOSE.sub("", base)
    if verb and not measure and verb not in PUBLISHES and not base.startswith(verb):
        subject, base = "", verb + subject + base
    if (mean := MEAN_OF.match(base)) and (level := same_unit(at)) and mean[2] in level.base[1:]:  # 日均产量
        subject, base = level.subject, level.base.partition(mean[2])[0] + base
    if base in MEANS and at.phrase.change and (known := last(at)).base:  # 产量增加5万吨，年均增长6%
        metric = known.base + base + at.phrase.change
        return replace(known, metric=metric, change=at.phrase.change, metric_from="sentence")
    if base in MEANS and (level := same_unit(at)):
        subject, base = level.subject, base + (level.whole or level.base)
    heads = RATES_OF.findall(joined(at.words[: at.index])) if at.mention.unit == "percent" and not measure else []
    if heads and base and not at.phrase.change:  # 患病率分别为：高血压41%
        base += heads[-1]
    if at.mention.unit == "percent" and not at.phrase.change and not RATES.search(base):
        base = "" if measure or at.words[at.index - 1].kind not in (t.LINK, t.ADVERB, t.OF) else f"{base}占比"
    if (
        not base
        or base.endswith(("了", "了占比"))
        or len(base) > LONGEST
        or base in EMPTY_NOUNS
        or (base[0].isdigit() and not measure)
    ):
        return Reading()
    return with_subject(at, changed(at.mention, Reading("", subject, base), at.phrase), at.phrase.start)


def _holds(words: Sequence[Token], book: Lexicon) -> bool:
    end = words[-1]
    return end.kind == t.NAME or end.word in book.of("place", "name") or holds(end.word)


def _part_of(at: Place, noun: str) -> bool:
    """Return whether a noun names a part of what was measured before: 其中，火电2057小时."""
    if at.phrase.verb or DOES.match(noun) or not is_thing(noun, at.book):
        return False
    return bool(same_unit(at)) or (bool(at.phrase.change) and bool(last(at).base))


def closing(at: Place) -> Reading | None:
    """Read where something listed on a market closed, after by how much it moved: 恒指升1%报17660点."""
    before = at.here[-1][1] if at.here else Reading()
    says = CLOSES.search(joined(at.words[max(0, at.index - 2) : at.index]))
    if not says:
        return None
    if before.base.endswith("收益率") and at.mention.unit == "percent":  # 美债收益率涨1个基点报3.5%
        return replace(before, metric=before.base, change="", metric_from="clause")
    unit = "点位" if at.mention.exact.endswith("点") else "价格" if at.mention.kind == "money" else ""
    metric = unit or ("汇率" if "兑" in before.subject else "")
    fits = metric and (before.base in PRICES.values() or (before.change and before.base.endswith("价格")))
    if fits and before.base.endswith("价格"):
        return replace(before, metric=before.base, change="", metric_from="sentence")
    return replace(before, metric=metric, base=metric, change="", metric_from="clause") if fits else None


def done(at: Place) -> Reading:
    """Read a number by the verb before it: 减税降费1.3万亿元."""
    verb = at.phrase.verb
    fits = len(verb) <= LONGEST and verb not in EMPTY_NOUNS
    return with_subject(at, Reading(verb, "", verb, "", "clause")) if fits else Reading()


def ranked(at: Place) -> Reading:
    """Read a place in an order, or the length of a streak: by what was measured last."""
    if at.index and at.words[at.index - 1].word == "连续":
        rest = at.words[at.index + 1 : at.index + 8]
        goes = next((one.word for one in rest if one.kind == t.CHANGE), at.phrase.change) or "保持"
        known = last(at, own=True)
        unit = re.match("个?(?:月|年|季度|周|[日天]|交易日)", joined(rest[:2]))
        metric = f"{known.base}连续{goes}的时长"
        says = f"{known.base}连续{{}}{unit[0] if unit else ''}{goes}"
        return replace(known, metric=metric, base=metric, change="", metric_from="sentence", says=says)
    if named := RANKED.search(joined(at.words[clause_start(at.words, at.index) : at.index])):
        return with_subject(at, Reading(f"{named[1]}排名", "", f"{named[1]}排名", "", "clause"))
    near = last(at, own=True)
    here = [one for _, one in reversed(at.here)]
    earlier = [one for _, one in reversed(at.memory.readings) if at.book.measure(one.base)]
    first = [near] if near.metric_from != "paragraph" else []
    bases = (one.base for one in (*first, *here, *earlier))
    rate = next((one.word for one in at.words[at.phrase.start : at.index] if one.word in ("增速", "增幅", "涨幅")), "")
    metric = next((base for base in bases if base and not RATES.search(base)), "").removesuffix("数量") + rate + "排名"
    return with_subject(at, Reading(metric, "", metric, "", "sentence"))
