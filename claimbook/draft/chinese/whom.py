"""Whom a reading is of, set right: a group within a population, a thing of a place, and no clause for a name."""

from __future__ import annotations

import re
from dataclasses import replace

from claimbook.draft.chinese.divide import GROUPS, HOLDERS
from claimbook.draft.lexicon import Lexicon
from claimbook.draft.reading import Reading

AGE = r"(?:\d+(?:\s?[-—~～至到]\s?\d+)?周?岁(?:及?以[上下])?的?)"
GROWN = "(?:未?成年|青年|中年|老年|年轻)?"
SEXES = [group for group in GROUPS if group not in ("城市", "农村")]
GROUP = re.compile(
    rf"(.*?)({AGE}?(?:城乡|城市|农村)?{GROWN}(?:{'|'.join(SEXES)})|{AGE}[\u4e00-\u9fff]*|[^的]{{1,12}}者)$"
)
PLACE = re.compile(r"(?:全国|中国|我国|全球|世界|全市|全省|全区|全县|[\u4e00-\u9fff]{1,6}[省市县州])$")
HEAD = re.compile(
    r"((?:[^\d，。]{1,10}?)(?:法院|检察院|公司|银行|集团|企业|大学|医院|协会|学校|中心|机构|政府|居民|家庭|平台|品牌|网友|消费者|受访者))(?!的)(.{2,})"
)


CASES = re.compile("(?:感染者|患者|死者|伤者|病例)$")
LEADING = re.compile("(?:全[国球省市县]|我国|中国|[\u4e00-\u9fff]{2,3}[省市])(?=.{2})")
UNCLEAR = ("自己", "部分", "其他", "另外")
MARK = re.compile(
    r"^(?:(?:相应|相关|对应|[本此]?次)的|同期|本届|虽然?|尽管|但是?|不过|由于)(?=[\u4e00-\u9fff]{2})|^(?:期间|期内|月内)(?=[\u4e00-\u9fff]{2})|^(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.．]\s*|^[）)·•●▪◆■]+"
)
LOOSE = re.compile(r"(?<=.{2})(?:也就?|就|都|则|却|还|已经?|均|才|只|仅|便|又|更|可|逼|高达|普遍|基本上?|大约|预计)$")


def cleaned(reading: Reading) -> Reading:
    """Take a list mark from the head of a metric, and adverbs from its end.

    Examples
    --------
    >>> cleaned(Reading("一、广义货币增长")).metric, cleaned(Reading("容量也")).metric
    ('广义货币增长', '容量')
    """
    metric, base = (LOOSE.sub("", MARK.sub("", one)) for one in (reading.metric, reading.base))
    return replace(reading, metric=metric, base=base)


def settled(reading: Reading, of: str, book: Lexicon) -> Reading:
    """Return a reading whose subject is who or what has the metric.

    Parameters
    ----------
    reading : Reading
    of : str
        Whom the paragraph spoke of before.
    book : Lexicon
    """
    reading = cleaned(reading)
    subject = MARK.sub("", reading.subject.strip("的“”"))
    if not subject:
        return _headed(reading)
    if CASES.search(subject) and (
        reading.metric_from != "clause" or CASES.search(reading.metric.removesuffix("人数"))
    ):  # 存活感染者约5万
        lead = LEADING.match(subject)
        of = lead[0] if lead else "" if CASES.search(of) else of
        subject = subject.removeprefix(of)
        return replace(
            reading, metric=subject, base=subject, change="", subject=of, subject_from="paragraph", metric_from="clause"
        )
    if (of and PLACE.fullmatch(of)) and _thing(subject, book) and subject not in reading.metric:
        metric, base = subject + reading.metric, subject + reading.base
        return replace(reading, metric=metric, base=base, subject=of, subject_from="paragraph", whole=reading.base)
    if (
        (group := GROUP.fullmatch(subject))
        and len(group[1]) != 1
        and not re.search("受访者|被访者|消费者|经营者|劳动者|从业者|开发者", subject)
    ):
        return _grouped(reading, group, of)
    if (
        re.search(r"(?:率|额|量|价|价格|区间|增长|下降)$", subject) or subject in UNCLEAR
    ):  # what is measured is not whom
        return replace(reading, subject=of, subject_from="paragraph" if of else "")
    return replace(reading, subject=subject)


def _headed(reading: Reading) -> Reading:
    """Take the one who does something from the head of a metric without a subject: 最高人民法院 | 收案."""
    head = HEAD.fullmatch(reading.metric)
    if not head or reading.base != reading.metric or reading.metric.endswith("数量"):
        return reading
    return replace(reading, metric=head[2], base=head[2], subject=head[1], subject_from="clause")


def _thing(subject: str, book: Lexicon) -> bool:
    """Return whether a subject is a kind of thing, neither somebody nor somewhere."""
    if subject.endswith(tuple(HOLDERS)):
        return False
    return book.kind(subject) == "thing" or (
        bool(book.translated(subject)) and book.kind(subject) not in ("name", "place")
    )


def _grouped(reading: Reading, group: re.Match[str], of: str) -> Reading:
    """Put a group into the population; the subject is whom the group is a part of, as far as that is said."""
    part, within = group[2].removesuffix("的"), group[1].strip("的")
    people = re.sub(f"^{AGE}", "", part)
    subject = within or (people if people and people not in GROUPS and people != part else of)
    if not subject or GROUP.fullmatch(subject):
        return replace(reading, population=part, subject=reading.subject)
    return replace(reading, population=part, subject=subject, subject_from=reading.subject_from or "paragraph")
