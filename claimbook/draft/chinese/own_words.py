"""A Chinese claim in the article's own words: its clause, with the subject and the period put in front."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimbook.draft.chinese.alone import ends_at, is_clear
from claimbook.draft.chinese.dated import when_said
from claimbook.draft.chinese.headed import BARE, headed
from claimbook.draft.chinese.votes import GAINED
from claimbook.draft.ends import MOVES, SOME, end_of
from claimbook.draft.reading import Reading
from claimbook.draft.when import When
from claimbook.mention import Mention

MARKS = "，。；：！？,;:!?\n"
OPENS = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．]\s?(?!\d)|[（(][一二三四五六七八九十\d]{1,2}[）)])|^(?:其中|而|但是?|虽然?|结果显示|(?:调查|统计|分析|报告)显示|据(?:统计|悉|介绍|了解|调查)，?|与此同时|此前(?=截)|也(?=是)|尽管|由于|同时|此外|另外|并且?|且|以及|和|则|因此|所以|不过|然而|同期|具体来看|数据显示|当中|至于|由此|即|亦|还(?=有)|的(?=\s?\d)|[，、\s“”「」【】—\-·•●■◆○])+"
)
LEADS = re.compile(r"(?:截至|截止|在|于|自|从|到)$")
AFTER_TIME = re.compile(r"^(?:[的，,、]|以来|期间|止|时(?!间)|当[天月年]|单月)+")
GOES_ON = re.compile(
    r"^(?:上升|增长|提高|增加|下降|降低|减少|下调|上调|调整|扩大|扩展|拓展|缩小|回落|攀升|升|降|增|减|涨|跌)?[至到](?=[\d一二三四五六七八九十约近超])|^[、和及与至到]|^[（(]"
)
LISTED = re.compile(r"分别|依次")
NOW = re.compile("目前|如今|现在|当前|眼下|近年来?|近些年|近几年来?|多年来|来$|以来$|间$")
FROM = re.compile(rf"[从由][^，。；]*?(?={MOVES}[至到为])")
LONGEST = 110  # characters of a statement; a longer one is no sentence that anybody keeps


class Clause(NamedTuple):
    """A clause of a line with the number in it."""

    start: int
    end: int
    number: Mention
    times: tuple[When, ...]


def in_own_words(
    line: str, reading: Reading, subject: str, period: str, mention: Mention, times: Sequence[When],
    others: Sequence[Mention],
) -> str:  # fmt: skip
    """Return the clause of a number as a sentence that is clear on its own, or an empty string where it cannot be.

    Parameters
    ----------
    line : str
    reading : Reading
    subject : str
        Of the claim, also where it was read elsewhere.
    period : str
    mention : Mention
    times : list of When
        Of the line.
    others : list of Mention
        The other claims of the line.
    """
    if reading.says == GAINED or (subject.endswith("》") and line.endswith(subject, 0, mention.start)):
        return ""
    clause = _clause(line, mention, times, others)
    if clause and reading.base in ("", "占比") and BARE.match(OPENS.sub("", line[clause.start : clause.end])):
        start = _before(line, clause.start)
        clause = clause._replace(start=start, times=_inside_of(times, start, clause.end))
    says = "" if clause is None else _without_times(line, clause, period)
    if not says or mention.exact not in says:
        return ""
    says = _of_end(_closed(OPENS.sub("", says)), mention.exact, end_of(line, mention.start, mention.end))
    if not is_clear(says):
        return ""
    named = subject in line[: mention.start]
    says = headed(says, reading, subject, mention.exact, named)
    when = _when(line, clause, period, times) if clause else ""
    says = says.removeprefix(when).lstrip("，") if when else says
    says = f"{when}{'，' if when else ''}{says}。"
    return "" if len(says) > LONGEST or len(says) < len(mention.exact) + 4 else says


def _clause(line: str, mention: Mention, times: Sequence[When], others: Sequence[Mention]) -> Clause | None:
    """Return the clause of a number, up to the next number; None where it lists several numbers, or is in brackets."""
    start = _opens(line, mention, others)
    end = next((at for at in range(mention.end, len(line)) if line[at] in MARKS and not _inside(line, at)), len(line))
    end = ends_at(line, mention.end, end, mention.kind == "count")
    if line.count("（", start, mention.start) > line.count("）", start, mention.start) or (
        line.count("(", start, mention.start) > line.count(")", start, mention.start)
    ):
        return None
    if re.search(
        r"(?:比|较|与|(?<!占)同(?![期时])|高于|低于|多于|少于)[^，。；]{2,16}的(?:人民币)?(?:约|近|超)?$",
        line[start : mention.start],
    ):
        return None  # what a change is against
    if any(re.fullmatch("的(?:约|近|超)?", line[one.end : mention.start]) for one in times if one.end <= mention.start):
        return None  # 从2022年的182%到2024年的173%
    before = [one for one in others if start <= one.start < mention.start]
    after = [one for one in others if mention.end <= one.start < end]
    if LISTED.search(line, start, mention.start) or (
        before and re.fullmatch("[、和及与]", line[before[-1].end : mention.start])
    ):
        return None
    if after and after[0].start == mention.end and after[-1].end == end:  # 4.9万件5.8万人
        end = mention.end
    if after and GOES_ON.match(line[mention.end :]):
        end = mention.end
        if line[end] in "、和及与" and not LISTED.search(line, start, end) and after[0].start - end == 1:
            return None
    if before and not _goes_on(line, before[-1], mention):
        return None
    return Clause(start, end, mention, _inside_of(times, start, end))


def _inside_of(times: Sequence[When], start: int, end: int) -> tuple[When, ...]:
    """Return the times between two places of a line."""
    return tuple(one for one in times if start <= one.start and one.end <= end)


def _before(line: str, start: int) -> int:
    """Return where the clause before one begins, in the same sentence."""
    if start < 2 or line[start - 1] not in "，,":
        return start
    return max(line.rfind(mark, 0, start - 1) for mark in "，。；：！？\n") + 1


def _goes_on(line: str, one: Mention, mention: Mention) -> bool:
    """Return whether a clause says two numbers that are clear only together: 以500克的价格卖出3件."""
    return len(line[one.end : mention.start]) > 2 and not re.match("[至到]", line[one.end :])


def _opens(line: str, mention: Mention, others: Sequence[Mention]) -> int:
    """Return where the clause of a number begins: after a mark, or in a list of clauses after the clause before."""
    for at in range(mention.start - 1, -1, -1):
        if line[at] in MARKS and not _inside(line, at):
            return at + 1
        listed = line[at] == "、" and any(one.end == at for one in others) and mention.start - at > 2
        if listed and not _inside(line, at):
            return at + 1
    return 0


def _inside(line: str, at: int) -> bool:
    """Return whether a mark is inside a number, a time, a title or brackets."""
    if line[at] in ",:" and line[at - 1 : at].isdigit() and line[at + 1 : at + 2].isdigit():
        return True
    return any(line.rfind(opens, 0, at) > line.rfind(closes, 0, at) for opens, closes in ("（）", "()", "《》"))


def _without_times(line: str, clause: Clause, period: str) -> str:
    """Return a clause without the times that date it, which are put in front, and without brackets."""
    says, end = "", clause.start
    for one in clause.times:
        if (
            (
                one.aside
                and line[one.start] not in "本当"
                and not (one.period == period and "同期" in line[one.start : one.end])
            )
            or NOW.search(line[one.start : one.end])
            or one.start >= clause.number.start
        ):
            continue
        says += LEADS.sub("", line[end : one.start])
        end = one.end
        if after := AFTER_TIME.match(line[end : clause.number.start]):
            end += after.end()
    says += line[end : clause.end]
    return _closed(re.sub(r"[（(][^（()）]*[）)]", "", says).strip("，,、 \u3000"))


def _of_end(says: str, number: str, side: str) -> str:
    """Return a clause of “from A to B” that says the end its number is of: 寿命为35岁, 寿命上升至77岁."""
    if side == "last":
        return FROM.sub("", says)
    if not side:
        return says
    return re.sub(rf"将?([^，将]{{2,16}})[从由](?={SOME}{re.escape(number)})", r"\1为", says)


def _closed(says: str) -> str:
    """Return a part of a sentence without quotation marks that it does not close, or not open."""
    for opens, closes in ("“”", "「」"):
        if says.count(opens) != says.count(closes) or says.find(closes) < says.find(opens):
            says = re.sub(f"[{opens}{closes}]", "", says)
    return says


def _when(line: str, clause: Clause, period: str, times: Sequence[When]) -> str:
    """Return the period as the text names it, with its year."""
    if any(NOW.search(line[one.start : one.end]) for one in clause.times):
        return ""
    return when_said(line, clause.number.start, period, times)
