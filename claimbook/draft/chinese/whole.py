"""The whole of what is measured: the words of its clause that belong to the noun, and the matter the sentence names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.chinese import words as t
from claimbook.draft.chinese.clause import FIGURE, clause_start
from claimbook.draft.chinese.divide import FIRMS_HAVE, holds, joined
from claimbook.draft.chinese.holder import is_thing, names
from claimbook.draft.chinese.memory import LONGEST as LONGEST_METRIC
from claimbook.draft.chinese.memory import RATES
from claimbook.draft.chinese.tagger import Token
from claimbook.draft.lexicon import Lexicon
from claimbook.draft.reading import Reading

# What is no part of a noun phrase.
NO_PART = re.compile(
    r"[，。；：、“”《》（）()\s\d]|[本此]次|同期|相应|虽然|尽管|实现|完成|达到|显示|导致|由于|同比|环比|公布|发布|预计|表示|主要|带动|推动|促进|截[至止]|我们|以来|其中|期间|假期|根据|按照|认为|称"
    r"|[它他她我是为占有将已在从对把被使较比超约年月日了着过这那该其则也还就都均仅达近让给向以到至由因而但若]"
)
GENERAL = re.compile(
    r"(?:总额|总量|总数|规模|数量|金额|增速|增幅|增长率|占比|比重|总值|价格|均价|面积|增长|下降|同比增长|同比下降|环比增长|环比下降)+$"
)
MATTER = re.compile(r"^(?:其中|此外|另外|同时|不过|但|而)?[，,]?在?([\u4e00-\u9fff]{2,8}?)方面[，,]")
MEASURED = re.compile(r"^[\u4e00-\u9fff]{1,10}[率量额数价值比]$")
MEAN = re.compile("人均年|[年月日]均|全年|年度|的")
LISTED = re.compile(r"([对与向])([\u4e00-\u9fff]{2,8}(?:[、和及与][\u4e00-\u9fff]{2,8})+)$")
NATION = re.compile("全国|我国|中国|全球|国内|[全我本][县市省]")
WARES = ("手机", "汽车", "电脑", "电池", "产品", "电视")
NOUNS = (t.NOUN, t.NAME)
PARTIES = ("党", "联盟", "阵营")
PARTS = (t.NOUN, t.NAME, t.ADJECTIVE, t.VERB, t.OF)
LONGEST = 10  # characters that are added


def whole_noun(reading: Reading, words: Sequence[Token], index: int) -> Reading:
    """Return a reading whose metric has all words of its noun phrase: 不达标 | 发现率.

    Parameters
    ----------
    reading : Reading
    words : list of Token
    index : int
        Of the number among the words.
    """
    if reading.metric_from != "clause" or reading.whole or len(reading.base) < 2:
        return reading
    start = clause_start(words, index)
    start = max((at + 1 for at in range(start, index) if words[at].kind in (t.TIME, FIGURE)), default=start)
    before, found, _ = joined(words[start:index]).partition(reading.base)
    part = before.rpartition(reading.subject)[2] if reading.subject else before
    if re.match("[的]?[和与及、]", part):
        return reading  # another of a list
    part = part.strip("的和与及")
    if not found or not 1 <= len(part) <= LONGEST or NO_PART.search(MEAN.sub("", part)) or NATION.fullmatch(part):
        return reading
    return replace(reading, metric=part + reading.metric, base=part + reading.base)


def wider(reading: Reading, words: Sequence[Token], index: int, book: Lexicon) -> Reading:
    """Return a reading with all of the noun phrase before its number: 一线城市 | 新建商品住宅销售价格.

    Parameters
    ----------
    reading : Reading
        Whose subject stands right before what is measured, and is no name.
    words : list of Token
    index : int
        Of the number among the words.
    book : Lexicon
    """
    subject, base = reading.subject, reading.base
    own = reading.subject_from == "clause" == reading.metric_from and subject and base and not reading.says
    known = book.kind(subject) in ("name", "place", "thing") and not subject.endswith(WARES)
    if not own or reading.population or FIRMS_HAVE.search(base) or known:
        return reading
    end = next((at + 1 for at in range(index - 1, -1, -1) if joined(words[: at + 1]).endswith(subject + base)), 0)
    start = end
    while start and words[start - 1].kind in PARTS:
        start -= 1
    while start < end and words[start].kind in (t.VERB, t.OF):
        start += 1
    phrase = words[start:end]
    if not joined(phrase).endswith(subject + base) or any(one.kind == t.NAME for one in phrase):
        return reading
    if subject.endswith(WARES) and start > 1 and words[start - 1].kind == t.TIME and words[start - 2].kind in NOUNS:
        who = words[start - 2].word  # 三星首季智能手机出货量
        if names(who) and not book.measure(who):
            return replace(reading, metric=subject + reading.metric, base=subject + base, subject=who)
    if holds(subject) or subject.endswith(PARTIES):
        return reading
    head = [one for one in phrase if one.end <= words[end - 1].end - len(base)]
    cut = max((at + 1 for at, one in enumerate(head) if holds(one.word) or one.word in book.of("place")), default=0)
    who, part = joined(head[:cut]), joined(phrase)[len(joined(head[:cut])) : -len(base)]
    if len(who) == 1 or len(part + base) > LONGEST_METRIC or is_thing(who, book) or NO_PART.search(who + part):
        return reading
    metric = part + reading.metric
    return replace(reading, metric=metric, base=part + base, subject=who, subject_from="clause" if who else "")


def about(reading: Reading, words: Sequence[Token], before: str) -> Reading:
    """Return a reading of a general measure with its matter: 出口方面，总额; 支付业务5亿笔，金额.

    Parameters
    ----------
    reading : Reading
    words : list of Token
    before : str
        What the number before in the sentence measures.
    """
    if reading.metric == "金额" and before and "额" not in before:
        return replace(reading, metric=before + "金额", base=before + "金额")
    matter = MATTER.match(joined(words[:8]))
    if matter and RATES.search(matter[1]):  # 在看好度方面，甲是49%
        who = reading.metric.removesuffix("占比") if reading.metric.endswith("占比") else ""
        if (reading.subject and not reading.metric) or (names(who) and reading.metric_from == "clause"):
            whom = {"subject": who, "subject_from": "clause"} if who else {}
            return replace(reading, metric=matter[1], base=matter[1], metric_from="sentence", **whom)
    if not matter or not GENERAL.fullmatch(reading.metric) or matter[1] in reading.metric:
        return reading
    return replace(reading, metric=matter[1] + reading.metric, base=matter[1] + reading.base)


def listed_before(words: Sequence[Token], index: int, count: int) -> list[str]:
    """Return the items that “respectively” gives as many numbers to: 对东盟、欧盟分别进出口.

    Parameters
    ----------
    words : list of Token
    index : int
        Of the first number.
    count : int
        Of the numbers.
    """
    first = clause_start(words, index)
    text = joined(words[first:index])
    before, respectively, _ = text.partition("分别")
    found = LISTED.search(before) if respectively else None
    if respectively and not found:
        return _in_clause_before(words, first, count)
    items = re.split("[、和及与]", found[2]) if found else []
    return [found[1] + one for one in items] if found and len(items) == count and all(items) else []


def _in_clause_before(words: Sequence[Token], first: int, count: int) -> list[str]:
    """Return the items that the clause before lists: 即时通信、网络视频也得到增长，用户规模分别达到."""
    text = joined(words[clause_start(words, first - 1) : first - 1]) if first > 1 else ""
    found = re.match(
        rf"([\u4e00-\u9fff]{{2,8}}(?:[、和及与][\u4e00-\u9fff]{{2,8}}?){{{count - 1}}})(?=也|均|都|等|得到|增)", text
    )
    items = re.split("[、和及与]", found[1]) if found else []
    return items if len(items) == count else []


def measures_before(words: Sequence[Token], index: int, count: int) -> list[str]:
    """Return the measures that “respectively” gives as many numbers to: 不捕率、不诉率分别为."""
    before, respectively, _ = joined(words[clause_start(words, index) : index]).partition("分别")
    found = re.split("[、和及与]", before) if respectively else []
    fits = len(found) == count and all(MEASURED.search(one) for one in found)
    return found if fits else []
