"""What an English amount or time is of by what is done with it: spend $995 on heating, took 80 years to build."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.english.count import things_right
from claimbook.draft.english.frame import clause_start, subject_before, verb_before
from claimbook.draft.english.memory import Memory
from claimbook.draft.english.metric import reading_of
from claimbook.draft.english.phrase import TIME, Word, low_at, lows, noun_right, skip_left, text_of
from claimbook.draft.english.tagger import VERB
from claimbook.draft.english.theme import said_of
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

SPENDS = frozenset("spend spent spends spending pay paid pays paying".split())
AMOUNTS = {
    "spend": "spending", "pay": "payment", "paid": "payment", "spent": "spending", "invest": "investment", "owe": "debt", "earn": "earnings",
    "donat": "donations", "contribut": "contribution", "commit": "commitment", "borrow": "borrowing", "export": "exports", "import": "imports",
    "rais": "funds raised", "save": "savings", "saving": "savings", "lose": "loss", "lost": "loss", "losing": "loss", "award": "award",
    "receiv": "amount received", "allocat": "allocation", "generat": "amount generated", "worth": "value", "valued": "value",
    "fined": "fine", "lent": "lending", "made": "earnings", "cost": "cost", "incur": "cost incurred", "avoid": "amount avoided",
}  # fmt: skip
TIMES = {
    "spen": "time spent", "took": "time taken", "take": "time taken", "last": "duration", "work": "time worked", "wait": "waiting time",
    "sleep": "time slept", "slept": "time slept", "live": "length of life",
}  # fmt: skip
ON = frozenset("on for in to into toward towards".split())


def spent(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read an amount that somebody spends, pays, owes or earns, or a time that something takes."""
    verb = next(
        (at for at in range(index - 1, max(-1, index - 8), -1) if words[at].kind == VERB or words[at].low == "worth"),
        None,
    )
    if mention.kind not in ("money", "duration") or verb is None or any(one.figure for one in words[verb:index]):
        return None
    kinds = AMOUNTS if mention.kind == "money" else TIMES
    what = next((name for stem, name in kinds.items() if words[verb].low.startswith(stem)), "")
    thing = mention.kind == "money" and noun_right(words, index + 1, 5)
    if not what or thing or (low_at(words, index - 1) in ("to", "by") and mention.kind == "money"):
        return None
    who = said_of(words, verb)
    who = subject_before(words, verb) if not who or re.search(r"\d", who) else who
    return reading_of(what + _on(words, index + 1), who)


def _on(words: Sequence[Word], at: int) -> str:
    """Return what is paid or used for, with its preposition: on heating; looking at their phones; to build."""
    each = ""
    if low_at(words, at) in ("a", "per", "every", "each") and low_at(words, at + 1) in (
        "day",
        "week",
        "month",
        "year",
        "hour",
    ):
        each, at = f" a {low_at(words, at + 1)}", at + 2
    if low_at(words, at) in ON:
        noun = things_right(
            words, at + 1 + (low_at(words, at + 1) in ("the", "their", "its", "a", "our", "his", "her", "this"))
        )
        known = noun and words[at + 1].word != TIME and noun not in ("country", "world", "US", "average")
        return f" {low_at(words, at)} {noun}{each}" if known else each
    if low_at(words, at).endswith("ing"):
        noun = things_right(words, at + 1 + (low_at(words, at + 1) in ("at", "the", "their", "for", "on")))
        return f" {words[at].word} {noun}{each}" if noun else each
    return each


def priced(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read an amount of money after what it is for: gifts for friends, at an average of $658.55; flowers at $227.26."""
    at = skip_left(words, index - 1)
    average = "average" in lows(words, index - 3, index)
    if mention.kind != "money" or low_at(words, at) != "at":
        return None
    first = clause_start(words, at)
    end = at - (low_at(words, at - 1) == ",")
    what = text_of(words, first + (low_at(words, first) in ("and", "or")), end)
    what = re.sub(
        r",? (?:starts?|starting|sells|selling|retails|priced|available|listed|meanwhile)(?= |$).*$", "", what
    )
    if not what or any(one.kind == VERB or one.figure for one in words[first:end]) or len(what) > 90:
        return None
    spends = next((place for place in range(at) if words[place].low in SPENDS), None)
    lead = "average " if average or "average" in memory.last.metric else ""
    if spends is None:
        return reading_of(f"{lead}price of {what}")
    return reading_of(f"{lead}spending on {what}", subject_before(words, spends))


def valued(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number of times as likely: three times as likely to develop illness."""
    measured = mention.unit in ("times", "percent", "percentage_point")
    if not measured or low_at(words, index + 1) not in ("as", "more", "less") or low_at(words, index + 2) != "likely":
        return None
    verb = verb_before(words, index, 6)
    end = next(
        (at for at in range(index, len(words)) if words[at].low in (",", "as", "than", "when", ".") and at > index + 2),
        len(words),
    )
    does = " ".join(one.word for one in words[index + 3 : end])
    who = said_of(words, verb) if verb is not None else ""
    return reading_of(f"relative likelihood {does}" if does else "relative likelihood", who)
