"""Votes, seats and shares of a vote that a Chinese text gives to one candidate or party after the other."""

from __future__ import annotations

import re
from dataclasses import replace

from claimbook.draft.chinese.clause import FIGURE, clause_start
from claimbook.draft.chinese.divide import joined
from claimbook.draft.chinese.holder import names
from claimbook.draft.chinese.memory import Place
from claimbook.draft.chinese.subject import with_subject
from claimbook.draft.reading import Reading

WON = {"票": "得票数", "席": "席次"}
SHEETS = re.compile("得?票[\u4e00-\u9fff]{0,2}$")  # before so many 张
CANDIDATE = re.compile("^.*候选人")
CHOSEN = re.compile("候选人([\u4e00-\u9fff、]{2,12}?)(?=当选|胜出|获胜|连任)")
GAINED = "获得{}"
LEADS = re.compile(r"^(?:[)）、，]|而|但|和|及|其中|的)+")
NUMBERED = re.compile(r"^[一二三四五六七八九十\d]{1,2}号(?=[\u4e00-\u9fff])")
VERBS = re.compile(
    r"(?:拿到?|获得?|赢得?|取得|得票|得到?|收获|斩获|则|也|仅|只|各|分别|共计?|总共|以|大?约|为|是|有|了)+$"
)
PARTY = re.compile("(?:^|[，；。是的、和与）)])([\u4e00-\u9fff·]{1,9}党)(?=的?得票|[，获赢以]|的?席|$)")
BEHIND = re.compile("[是为由归]")  # 2席是无党籍
MORE = re.compile("^[比较].{2,12}(多|少)$")  # 比上一届选举多10席
RATE = re.compile("得票率(?:约?[为是达]|高达|仅为?)?$")  # right before its number
WITHIN = re.compile(r"^.+[”」]中")  # 79席的区域“立委”中国民党赢得39席


def votes(at: Place) -> Reading | None:
    """Read votes and seats by who won them, and a share in brackets after votes as the share of the vote.

    Parameters
    ----------
    at : Place
    """
    before = at.here[-1] if at.here else None
    if at.mention.unit == "percent" and (party := _party(at)):
        return Reading("得票率", party, "得票率", "", "clause", "clause")
    if at.mention.unit == "percent":
        opens = at.index > 0 and at.words[at.index - 1].word[-1:] in "(（"
        of_votes = opens and before and before[1].metric == WON["票"] and at.words[at.index - 2].kind == FIGURE
        of_votes = of_votes or (before and before[1].metric == WON["票"] and at.phrase.text == "得票率")
        return replace(before[1], metric="得票率", base="得票率", says="") if before and of_votes else None
    after = joined(at.words[at.index + 1 : at.index + 3])
    named = bool(SHEETS.search(joined(at.words[: at.index]))) or after.startswith("选票")
    named = named or (before is not None and before[1].metric == WON["票"])
    sheets = at.mention.exact.endswith("张") and named
    metric = WON["票"] if sheets else WON.get(at.mention.exact[-1:], "")
    if not metric or at.mention.kind != "count":
        return None
    start = clause_start(at.words, at.index)
    start = max((one + 1 for one in range(start, at.index) if at.words[one].kind == FIGURE), default=start)
    who = NUMBERED.sub("", LEADS.sub("", VERBS.sub("", joined(at.words[start : at.index]))))
    who = CANDIDATE.sub("", re.sub("[“”「」]", "", WITHIN.sub("", who)).strip("、，"))
    if who in ("", "得票") and (chosen := CHOSEN.search(joined(at.words[:start]))):
        who = chosen[1]
    if more := MORE.match(who):
        changed = metric + ("增加" if more[1] == "多" else "减少")
        return Reading(changed, _party(at), metric, more[1], "clause", "clause")
    if (not who or who == metric or who.endswith("中")) and not _is_behind(at) and (party := _party(at)):
        who = party
    if names(who):
        return Reading(metric, who, metric, "", "clause", "clause", says=GAINED)
    reading = Reading(metric, "", metric, "", "clause")
    return reading if _is_behind(at) else with_subject(at, reading)


def _is_behind(at: Place) -> bool:
    """Return whether a sentence names who won only after what they won."""
    return BEHIND.match(joined(at.words[at.index + 1 :])) is not None


def _party(at: Place) -> str:
    """Return the party whose result a sentence gives: the last one that it names before its votes or its seats."""
    found = PARTY.findall(joined(at.words[: at.index]))
    of_votes = at.mention.unit != "percent" or RATE.search(joined(at.words[: at.index]))
    return re.split("[是的]", found[-1])[-1] if found and of_votes else ""
