"""What a Chinese share is of, and ratios to something else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.chinese import words as t
from claimbook.draft.chinese.clause import FIGURE, clause_start
from claimbook.draft.chinese.count import clause_end
from claimbook.draft.chinese.divide import GROUPS, divided, holds, joined
from claimbook.draft.chinese.holder import names
from claimbook.draft.chinese.inherit import last
from claimbook.draft.chinese.memory import LONGEST, RATES, Place
from claimbook.draft.chinese.phrase import CHANGES, EMPTY_NOUNS, after
from claimbook.draft.chinese.subject import with_subject
from claimbook.draft.chinese.tagger import Token
from claimbook.draft.reading import Reading

PEOPLE = ("人", "者", "患者", "用户", "居民", "网友", "家庭", "企业", "公司", "学生", "家长", "男性", "女性", "青年", "人群", "白领",
          "员工", "网民", "老人", "儿童", "群众", "农民", "机构", "商家", "品牌", "城市", "国家", "医院", "学校")  # fmt: skip
ANYBODY = re.compile("的人(?![群员民士口均类才物])(?=[\u4e00-\u9fff])")
OF_GROWTH = re.compile("(?:同比|环比)?(?:增速|增幅|增长率?)$")  # the level is a part of a whole, not its growth
NEXT = re.compile("(?:随后|其次|之后|紧随其后)[^。]*$")  # others follow in what was measured
NAMED = 9  # characters before “with” that are a name
DOES = (t.VERB, t.AND, t.ADVERB, t.LINK, t.PREPOSITION, t.NOUN, t.TIME, t.PRONOUN)
OPENERS = re.compile(
    "^(?:其他|其次|接下来|依次|分别|还|主要|排名前列的?|前三位的?)*(?:是|为|有|包括)|^(?:其他|其次|接下来|此外|以及)"
)
TOP = re.compile(r"^([\u4e00-\u9fff]{2,10}?)(?:排名)?前[一二三四五六七八九十\d]+[名位大家]?的?(?:分别)?[为是]")
COUNTED_NOUN = re.compile("[\u4e00-\u9fff](?:数量?|人数)$")
TITLE = re.compile("《[^《》]+》$")
EXTREME = re.compile("(?:为|是)?(?:最高|最低|较高|较低|居首)$")
ELSEWHERE = re.compile(
    "(全[省国市球区县]|全行业|同行业?|行业)(?:平均)?(?:水平|值)?$|()(?:调查|监测|统计|普查)(?:结果|数据)$"
)
SAYS = ("表示", "认为", "称", "觉得", "坦言")
SAID_FIRST = re.compile("^(?:坦言|表示|选择|认为自己|会|都|已|已经|了)+")
NOUNS = (t.NOUN, t.NAME, t.OF, t.ADJECTIVE, t.PLACE)


def share(at: Place, part: str) -> Reading:
    """Read a share that a verb names: 占全球患者的22%."""
    whole = re.sub("的?(?:比重|比例|百分比|占比)$", "", at.phrase.whole or "")
    if at.mention.kind == "count" and not whole:
        return Reading()  # 华为占5款: how many of those that were counted
    metric = f"占{whole}比重" if whole else "占比"
    subject = part if part not in EMPTY_NOUNS else ""
    if whole and (measure := at.book.measure(part)):  # 业务的营收占总额的68%
        subject, base = divided(at.phrase.words, at.book) if measure != part else ("", part)
        metric = f"{base or part}占{whole}比重"
        return with_subject(at, Reading(metric, subject, metric, "", "clause"), at.phrase.start)
    before = at.here[-1][1] if at.here else Reading()
    if whole and not subject and before.base and not before.base.startswith("占"):  # of what was measured just before
        metric = f"{OF_GROWTH.sub('', before.base)}占{whole}比重"
        return replace(before, metric=metric, base=metric, change="", metric_from="sentence")
    reading = Reading(metric, subject, metric, "", "clause", "clause" if subject else "")
    return reading if subject else with_subject(at, reading, at.phrase.start)


def of_people(at: Place) -> Reading | None:
    """Read a share by what is said of it: 47.89%的消费者在工作时饮用咖啡; 女性肺癌中45%由吸烟引起."""
    words, index, phrase = at.words, at.index, at.phrase
    following = _people(after(words, index))
    among = index > 0 and words[index - 1].kind == t.PLACE and words[index - 1].word in ("中", "里")
    linked = bool(following) and following[0].kind == t.OF
    if at.mention.unit != "percent" or phrase.change or (phrase.words and not among and not linked):
        return None
    said = joined(words[index + 1 : clause_end(words, index + 1)])
    if (anybody := ANYBODY.match(said)) and 2 <= len(said) - anybody.end() <= LONGEST:  # 59%的人存在症状
        does = SAID_FIRST.sub("", said[anybody.end() :])
        return with_subject(at, Reading(f"{does}的比例", at.memory.group, f"{does}的比例", "", "clause"), index)
    who = joined(following).removeprefix("的") or (phrase.text if among else "")
    people = who.endswith(PEOPLE)
    if not who or (linked and at.book.measure(who)) or not (among or linked or people):
        return None
    start = index + 1
    while following and start < len(words) and words[start].end <= following[-1].end:
        start += 1
    rest = words[start : clause_end(words, start)]
    if not rest or rest[0].kind not in (DOES if people or not linked else (t.VERB, t.LINK, t.ADVERB)):
        return None
    if joined(rest) in SAYS:  # 80%的消费者表示，会购买
        says_to = clause_end(words, start) + 1
        rest = words[says_to : clause_end(words, says_to)]
    does = SAID_FIRST.sub("", joined(rest))
    does += "”" * (does.count("“") - does.count("”"))
    metric, says = f"{does}的比例", f"{{}}的{who}{does}"
    return Reading(metric, who, metric, "", "clause", "clause", says=says) if 2 <= len(does) <= LONGEST else None


def _people(following: tuple[Token, ...]) -> tuple[Token, ...]:
    """Leave out what is after the people that a share is of: 67.3%的受访者 | 期待."""
    ends = (at for at, one in enumerate(following, 1) if one.word.endswith(PEOPLE) and at < len(following))
    at = next((at for at in ends if following[at].kind != t.OF), len(following))
    return following[:at]


def in_brackets(at: Place) -> Reading | None:
    """Read a share in brackets by the noun before them, as surveys list answers: 食品、饮料（31.9%）."""
    words, index = at.words, at.index
    if at.mention.unit != "percent":
        return _titled(at) or _listed(at)
    if at.phrase.change or index < 2 or not re.search("[(（]$", words[index - 1].word):
        return None
    if counted := _of_count(at):
        return counted
    if words[index - 1].word[-1:] not in "(（" or words[index - 2].kind not in NOUNS:
        return None
    closed = index + 1 < len(words) and words[index + 1].word[0] in ")）"
    start = index - 1
    while start > 0 and words[start - 1].kind in (*NOUNS, t.AND, t.VERB) and FIGURE not in words[start - 1].kind:
        start -= 1
    noun = OPENERS.sub("", joined(words[start : index - 1]).strip("、和及的"))
    if not closed or not 2 <= len(noun) <= LONGEST or at.book.measure(noun):
        return None
    if NEXT.search(joined(words[:start])) and (level := last(at)).base and noun not in level.base:
        return replace(level, subject=noun, subject_from="clause", metric_from="sentence", population="")
    if (where := ELSEWHERE.search(noun)) and (level := last(at)).base:  # 比全省（7.7%）高
        if not where[1]:
            return replace(level, metric=level.base, change="", metric_from="sentence")
        rates = (one for number, one in reversed(at.here) if number.unit == "percent")
        rate = next(rates, level)
        return replace(rate, subject=where[1], subject_from="clause", metric_from="sentence", population="")
    if reading := _of_extreme(at, words[start : index - 1]) or _of_group(at, noun):
        return reading
    metric = f"{noun}的比例"
    known = [one.subject for _, one in at.here if one.subject] or [at.memory.group or at.memory.subject]
    who = known[-1] if re.search("受访|被访|受调查|网友", known[-1]) else ""
    reading = Reading(metric, who, metric, "", "clause", "paragraph" if who else "")
    return replace(reading, says=f"{{}}的{who}选择{noun}") if who else reading


def _of_count(at: Place) -> Reading | None:
    """Read a share right after a count as the share of those who were counted: 男工217人（71.6%）."""
    words, index = at.words, at.index
    before = at.here[-1] if at.here and words[index - 2].kind == FIGURE and words[index - 1].word in "(（" else None
    part = re.sub("(?:数量|人数)$", "", before[1].base) if before and before[0].kind == "count" else ""
    if not before or not part:
        return None
    return replace(before[1], metric=f"{part}占比", base=f"{part}占比", change="", metric_from="sentence")


def _titled(at: Place) -> Reading | None:
    """Read a number right after the title of a work by what the sentence measured before: 票房：《侍神令》2亿元."""
    title = TITLE.search(joined(at.words[: at.index]))
    known = last(at) if title else Reading()
    return replace(known, subject=title[0], subject_from="clause", change="", metric=known.base) if title else None


def _listed(at: Place) -> Reading | None:
    """Read an amount in brackets after a name by what the sentence measured before: 营收前三为招商银行（2514亿元）."""
    words, index = at.words, at.index
    if index < 2 or words[index - 1].word[-1:] not in "(（" or at.mention.kind not in ("money", "measure", "count"):
        return None
    start = index - 1
    while start > 0 and words[start - 1].kind in (t.NOUN, t.NAME):
        start -= 1
    noun, top = joined(words[start : index - 1]), TOP.search(joined(words[clause_start(words, index - 1) : start]))
    if at.mention.kind == "count" and COUNTED_NOUN.search(noun):  # 星巴克门店数（7102家）
        subject, base = divided(words[start : index - 1], at.book)
        return with_subject(at, Reading(base, subject, base, "", "clause"), start)
    known = last(at, own=True) if holds(noun) else Reading()
    if top and holds(noun):
        known = Reading(top[1], "", top[1], "", "clause")
    if not known.base or noun in known.base or RATES.search(known.base):
        return None
    return replace(known, subject=noun, subject_from="clause", metric=known.base, change="", metric_from="sentence")


def _of_extreme(at: Place, before: Sequence[Token]) -> Reading | None:
    """Read a share in brackets after what it is the highest of: 东部地区的患病率最高（32.6%）."""
    noun = [one for one in before if one.kind != t.POINT]
    text = EXTREME.sub("", joined(noun))
    if text == joined(noun) or not at.book.measure(text):
        return None
    kept = [one for one in noun if one.end <= noun[0].start + len(text)]
    subject, base = divided(kept, at.book)
    says = f"{base}{joined(noun)[len(text) :]}，为{{}}"
    return with_subject(at, Reading(base, subject, base, "", "clause", says=says))


def _of_group(at: Place, noun: str) -> Reading | None:
    """Read a share in brackets after a group as the rate that was measured before: 其中男性（20.2%）."""
    rates = (one for number, one in reversed(at.known) if number.unit == "percent" and RATES.search(one.base))
    who = re.sub("^(?:其中|高于|低于|多于|少于)|(?:高于|低于|多于|少于)$", "", noun)
    known = next(rates, None) if who in GROUPS else None
    return replace(known, population=who, change="", metric=known.base, metric_from="sentence") if known else None


def of_that_size(at: Place) -> Reading | None:
    """Read a number by the noun that it is an attribute of: 以3150万台的出货量."""
    following = after(at.words, at.index)
    if not following and at.words[at.index + 1 : at.index + 2] and at.words[at.index + 1].word == "每":
        following = after(at.words, at.index + 2)  # 16到35元每杯的价格
    linked = bool(following) and following[0].kind == t.OF
    noun = joined(following).removeprefix("的")
    if noun in ("比例", "比重") and at.phrase.words and at.phrase.whole is not None:
        subject, base = divided(at.phrase.words, at.book)
        return with_subject(
            at, Reading(f"{base or at.phrase.text}占比", subject, f"{base or at.phrase.text}占比", "", "clause")
        )
    if not at.book.measure(noun) or not (linked or (at.mention.unit == "percent" and noun.endswith(CHANGES))):
        return None
    subject, base = divided(following[1:] if linked else following, at.book)
    if not subject and (head := _with(at)):  # 三星电子以19%的份额
        return Reading(base, head, base, "", "clause", "clause")
    if base in ("速度", "增速") and linked:  # 以每年约1.5%的速度下降
        verb = next((one.word for one in at.words[at.index + 1 : at.index + 4] if one.kind == t.CHANGE), "")
        known = last(at, own=True) if verb else Reading()
        return replace(known, metric=f"{known.base}年均{verb}", change=verb) if known.base else None
    if base in CHANGES and not subject:
        base = last(replace(at, here=[])).base + base
    return with_subject(at, Reading(base, subject, base, "", "clause"))


def _with(at: Place) -> str:
    """Return the name at the head of a clause that goes on “with” a number."""
    first = clause_start(at.words, at.index)
    text = joined(at.words[first : at.index])
    head = text.removesuffix("约").removesuffix("近")
    return head[:-1] if head.endswith("以") and names(head[:-1]) and len(head) < NAMED else ""
