"""English numbers that nothing else reads, by the words right around them: held steady at, a rise in, 15% plan to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.english.memory import Memory
from claimbook.draft.english.metric import MEASURES
from claimbook.draft.english.phrase import Word
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

CHANGES = r"(?:increase|rise|gain|jump|drop|fall|decline|reduction|surge|growth|cut)"
NOUN = r"[a-zA-Z][\w’'-]*(?: (?!and\b|but\b|was\b|were\b|is\b|are\b)[\w’'-]+){0,6}"
LEVEL = re.compile(
    rf"(?:^|[,;] (?:and |but )?|\b(?:and|but|that|while|as) )(?:(?:the|its|their) )?(?P<noun>{NOUN}?) (?:also |has |have |had |then )*"
    r"(?:held|remained|stayed|stood|was|were|is|goes|went|moved|kept|rose|fell|climbed|dropped|grew)(?: (?:steady|flat|unchanged|stable|firm|broadly|slightly))*"
    r"(?: (?:up|down)? ?(?:by )?#[^,;]{0,24})? (?:at|to|from)(?: (?:about|around|nearly|just))*$",
    re.IGNORECASE,
)
RISEN = re.compile(rf"\b{CHANGES} in (?:the |its )?(?P<noun>{NOUN}) (?:to|from)$")
OF_CHANGE = re.compile(
    rf"(?:net |further )?(?P<kind>{CHANGES}) in (?:the |its )?(?P<noun>{NOUN}?)(?= ?[,;.]| (?:for|since|from|over|compared|this|last|with|following|year|to|in)\b|$)"
)
IN_KIND = re.compile(
    r"in (?P<noun>[a-z][\w-]*(?: [a-z][\w-]*){0,3}?)(?: (?:provided|granted|made|paid|given))?"
    r"(?= ?[,;.]| (?:in|for|to|from|over|during|last|this|which|that|due|as|at|by|and|on|across)\b|$)"
)
MOVES = re.compile(r"(?:up|down|rose|fell|grew|by|increased|dropped|declined|climbed)$")
DOES = re.compile(
    r"(?:(?:statewide|nationwide|also|now) )?(?P<does>(?:plan|say|said|think|believe|support|oppose|want|approve|disapprove|expect|cite|favou?r|prefer"
    r"|agree|disagree|feel|intend|supported|opposed|approved|disapproved|cited|planned|preferred|wanted) (?!for\b)[^,;.#\x00]{3,90}?)(?= ?[,;.#]| and #| up from| (?:in )?\x00|$)"
)
ASKED = re.compile(
    r"\b(?:survey|poll)\w* (?:of|among) (?:more than |about |some )?(?:# )?(?P<group>(?:[a-z]+ ){0,2}?(?:[a-z]{3,}s|people))\b"
)
GROUP = re.compile(r"share of (.+?) who ")
TIMES = re.compile(
    r"^(?:19|20)\d\d$|^(?:January|February|March|April|May|June|July|August|September|October|November|December)$"
)


def last(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading:
    """Return what the words right before or behind a number say that it measures, or an empty reading.

    Parameters
    ----------
    words : list of Word
        The sentence.
    index : int
        Of the number.
    mention : Mention
    memory : Memory
    """
    before, behind = _text(words[:index]), _text(words[index + 1 :])
    is_share = mention.unit == "percent" or mention.kind == "fraction"
    if is_share and (does := DOES.match(behind)):
        return _of(f"share of {_group(before, memory)} who {does['does']}")
    if mention.unit == "percent" and (change := OF_CHANGE.match(behind)):
        return _of(f"{change['kind']} in {change['noun']}", change["noun"], change["kind"])
    if mention.kind == "money" and not MOVES.search(before) and (kind := IN_KIND.match(behind)):
        return Reading() if TIMES.match(kind["noun"]) else _of(kind["noun"])
    level = RISEN.search(before) or LEVEL.search(before)
    if level and MEASURES.fullmatch(level["noun"]):
        noun = re.split("[’']s ", level["noun"])[-1]
        return _of(noun[:1].lower() + noun[1:])
    return Reading()


def _text(words: Sequence[Word]) -> str:
    """Return words as a text in which every number is a mark."""
    return " ".join("#" if one.figure else one.word for one in words)


def _group(before: str, memory: Memory) -> str:
    """Return whose answers are counted: of the sentence, of the text before, or nobody’s in particular."""
    if memory.among:
        return memory.among
    if asked := ASKED.search(before):
        return asked["group"]
    named = (GROUP.match(one.metric) for _, one in reversed(memory.readings))
    return next((one[1] for one in named if one), "respondents")


def _of(metric: str, base: str = "", change: str = "") -> Reading:
    """Return a reading of the clause."""
    return Reading(metric, "", base or metric, change, "clause")
