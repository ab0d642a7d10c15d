"""Shares of a poll: whose support a number is, of whom it is a share, and of which days it is."""

from __future__ import annotations

import re
from dataclasses import replace

from claimbook.draft.chinese.clause import clause_start
from claimbook.draft.chinese.count import clause_end
from claimbook.draft.chinese.divide import joined
from claimbook.draft.chinese.holder import names
from claimbook.draft.chinese.memory import Place
from claimbook.draft.chinese.share import PEOPLE
from claimbook.draft.chinese.subject import with_subject
from claimbook.draft.reading import Reading

MEANS = re.compile(
    "(?:支持|力?挺|认为|觉得|看好|属意|反对|赞成|同意|不|未|无|没|表示|满意|希望|愿意|相信|打算|选择|倾向|偏好|对|投给|会投|仍)"
    ".*的比例$"
)
LATELY = re.compile("支持[率度]$|满意度$|得票[率数]$|席次(?:增加|减少)?$|抽样误差$")
POLL = re.compile("民调|民意调查|选情调查")
ASKED = ("选民", "受访者", "受访民众", "民众", "网友")
# What is won: 以四成九支持率领先, 获得五成六选民支持.
GIVEN = re.compile(
    "^的?(选民|民众|受访者|网友|受访民众)?的?(?:(支持[率度]|满意度|好评率|得票率)|(支持|好评|青睐|选票|认同|肯定)$)"
)
WINS = re.compile(r"(?:以|获得?|得到?|拿下|赢得|取得|有|仅|只|约|近|目前|会|将|可|也|则|在[^，。；]{2,8}|所获)+$")
RATES = {"支持": "支持率", "青睐": "支持率", "好评": "好评率", "选票": "得票率", "认同": "认同率", "肯定": "肯定率"}


def dated_lately(metric: str, text: str) -> bool:
    """Return whether a metric is of the days before its article, where that names no time.

    Examples
    --------
    >>> dated_lately("得票率", ""), dated_lately("看好他的比例", "民调：甲领先"), dated_lately("销量", "民调")
    (True, True, False)
    """
    return bool(LATELY.search(metric)) or (metric.endswith("的比例") and "民调" in text)


def support(at: Place) -> Reading | None:
    """Read a share that somebody wins by the noun after it: 甲以四成九支持率领先."""
    if at.mention.unit != "percent":
        return None
    given = GIVEN.match(joined(at.words[at.index + 1 : clause_end(at.words, at.index + 1)]))
    before = joined(at.words[clause_start(at.words, at.index) : at.index])
    wins = WINS.search(before)
    if before in at.memory.names and at.memory.group in ASKED and _bare(at):  # 民调：甲37%，乙36%
        return Reading("支持率", before, "支持率", "", "clause", "clause")
    if not given or not wins:
        return None
    base = given[2] or RATES[given[3]]
    who = before[: wins.start()].strip("的")
    own = Reading(base, who, base, "", "clause", "clause") if names(who) else Reading(base, "", base, "", "clause")
    return with_subject(at, replace(own, population=given[1] or ""))


def _bare(at: Place) -> bool:
    """Return whether nothing follows a number in its clause."""
    return clause_end(at.words, at.index + 1) == at.index + 1


def asked(text: str) -> str:
    """Return whom a poll asked, by the word that its text says most often; nobody in another text.

    Examples
    --------
    >>> asked("民调：三成选民支持甲，二成选民未决定"), asked("选民众多")
    ('选民', '')
    """
    if not POLL.search(text):
        return ""
    most = max(ASKED, key=text.count)
    return most if most in text else "受访者"


def of_the_asked(reading: Reading, group: str) -> Reading:
    """Return a share of people who are not named as one of those who were asked, not of whom they were asked about.

    Examples
    --------
    >>> of_the_asked(Reading("力挺甲的比例", "乙", subject_from="paragraph"), "选民").subject
    '选民'
    """
    inherits = reading.subject_from in ("sentence", "paragraph", "heading", "article")
    if reading.metric.endswith("占比") and inherits and any(one in reading.metric for one in ASKED):
        return replace(reading, subject="", subject_from="")
    if not MEANS.match(reading.metric) or not inherits or reading.subject.endswith((*PEOPLE, *ASKED)):
        return reading
    return replace(reading, subject=group, subject_from="paragraph" if group else "")
