"""English numbers that no pattern reads: a price, a part, a line of a list, a change of what was measured before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.english.frame import clause_start, rest_of
from claimbook.draft.english.memory import Memory
from claimbook.draft.english.metric import measures, metric_of, reading_of
from claimbook.draft.english.phrase import Word, in_phrase, low_at, noun_right, skip_left, text_of
from claimbook.draft.english.tagger import VERB
from claimbook.draft.english.theme import plain, said_of
from claimbook.draft.english.words import CHANGE_NOUNS, DOWN, PEOPLE
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

COSTS = re.compile(
    r"(?i)\b(?:costs?|priced|(?:starts?|starting|sells?|selling|sold|retails?|retailing|listed|available|on sale|discounted|marked down|reduced|down)(?: down)? (?:at|for|from|to))"
    r"(?: (?:just|only|about|around|at))*$"
)
ADDS, SHEDS = frozenset("added adds adding".split()), frozenset("shed sheds shedding lost loses losing".split())
POINTS = frozenset("that this it these those which".split())
SHARES = re.compile(r"(?:a|per) (?:diluted )?share\b")
EARNS = re.compile(r"(?i)analysts?|wall street|estimates?|expect|consensus|earn|profit|loss|eps")
FACTS = re.compile(
    r"(?:Number|Percentage|Proportion|Share|Average|Median|Maximum|Minimum|Total|Current|Estimated|Amount|Cost|Annual|The|Value|Price|Rate)$"
)
POWER = ("gigawatt", "megawatt", "kilowatt")
FEW = 8  # numbers before, whose metric one that “accounted for” a part may share


def fallback(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading:
    """Return the first reading of what these rules see in a sentence, or an empty one.

    Parameters
    ----------
    words : list of Word
        The sentence.
    index : int
        Of the number.
    mention : Mention
    memory : Memory
        Of what the text said so far.
    """
    for rule in RULES:
        if reading := rule(words, index, mention, memory):
            return reading
    return Reading()


def fact(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number that a line of facts begins with: 12 Percentage of students who work; £5 Average price of a book."""
    named = index == 0 and len(words) > 2 and FACTS.match(words[1].word)
    if not named:
        return None
    first = 2 if words[1].low == "the" else 1
    end = next((at for at in range(first, len(words)) if words[at].word in (",", "(", ".", ";")), len(words))
    noun = plain(words, first, end)
    return reading_of(noun[:1].lower() + noun[1:]) if noun else None


def _about(words: Sequence[Word], index: int, memory: Memory) -> tuple[str, str]:
    """Return whom and what the clause of a number is about."""
    verbs = [at for at in range(index - 1, clause_start(words, index), -1) if words[at].kind == VERB]
    found = next((text for text in (said_of(words, at) for at in verbs) if text), "")
    if found.lower() in POINTS | {"you", "we", "i", "they", "he", "she"}:
        return "", ""
    return metric_of(found, memory.opens(words, found)) if found and not memory.points(found) else ("", "")


def _headed(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a line of a list: Underlying operating margin 13.7%."""
    before = words[:index]
    if not before or any(one.kind == VERB or one.figure for one in before) or not in_phrase(words[index - 1]):
        return None
    text = plain(words, 0, index)
    if not measures(text):
        return None
    subject, noun = metric_of(text, True)
    return reading_of(noun, subject)


def _group(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a share at the head of its clause of those that the text spoke of: Just 10 percent were under $100,000."""
    last = re.match(r"share of (.+?) (?P<link>who|that) ", memory.last.metric)
    heads = skip_left(words, index - 1) < 0 or low_at(words, skip_left(words, index - 1)) in (",", "and")
    group = re.sub(r" (?:in|on|at|of|during|for)$", "", memory.among or (last[1] if last else ""))
    if mention.unit != "percent" or not heads or not group or index + 1 >= len(words) or words[index + 1].kind != VERB:
        return None
    does = rest_of(words, index + 1)
    whole = " " in does and low_at(words, index + 1) not in DOWN
    return reading_of(f"share of {group} that {does}", group) if whole else None


def _price(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read what something costs: the watch starts at $399; is on sale for $35."""
    before = " ".join(one.word for one in words[max(0, index - 6) : index])
    if mention.kind != "money" or not COSTS.search(before):
        return None
    subject, noun = _about(words, index, memory)
    thing = f"{subject} {noun}".strip()
    return reading_of(f"price of {thing}", subject) if thing and len(thing) < 60 and not measures(noun) else None


def _added(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a percentage that shares added or shed."""
    low = low_at(words, skip_left(words, index - 1))
    if mention.unit != "percent" or low not in ADDS | SHEDS:
        return None
    subject, noun = _about(words, index, memory)
    if not noun:
        return None
    what = "share price" if noun in ("stock", "shares", "share") else noun
    kind = "increase" if low in ADDS else "decrease"
    return reading_of(f"{kind} in {what}", subject, what, kind)


def _accounted(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read an amount for which somebody accounts, of what was measured before: Asia accounted for 9.4 GW."""
    at = skip_left(words, index - 1)
    if low_at(words, at) != "for" or low_at(words, at - 1) not in ("accounted", "accounts", "accounting"):
        return None
    last = next(
        (one for other, one in reversed(memory.readings[-FEW:]) if other.unit == mention.unit and one.base), None
    )
    who = said_of(words, at - 1)
    return (
        replace(last, metric=last.base, change="", subject=who, subject_from="clause", says="")
        if last and who
        else None
    )


def _power(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read power that somebody installs: China installed 3.06 GW."""
    low = low_at(words, skip_left(words, index - 1))
    if mention.unit not in POWER or low not in ("installed", "added", "built", "adds", "installs"):
        return None
    who = said_of(words, skip_left(words, index - 1))
    return reading_of(f"capacity {'built' if low == 'built' else 'installed' if low[0] == 'i' else 'added'}", who)


def _part(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a part of a whole: installed half of new wind capacity."""
    whole = mention.unit == "percent" or mention.kind in ("share", "ratio")
    if not whole or low_at(words, index + 1) != "of":
        return None
    start = index + 2 + (low_at(words, index + 2) in ("the", "all", "its", "their", "our"))
    noun = noun_right(words, start, 7)
    while noun and low_at(words, start + len(noun.split())) in ("of", "in") and len(noun) < 40:
        at = start + len(noun.split())
        more = noun_right(words, at + 1 + (low_at(words, at + 1) in ("the", "its", "their")), 4)
        if not more:
            break
        noun = text_of(words, start, at + 1 + (low_at(words, at + 1) in ("the", "its", "their")) + len(more.split()))
    if PEOPLE.search(noun):
        does = (
            rest_of(words, start + len(noun.split()))
            if low_at(words, start + len(noun.split())).endswith("ing")
            else ""
        )
        return reading_of(f"share of {noun} {does}", noun) if does else None
    known = noun and noun.lower() not in ("total", "them", "those", "these", "this", "that")
    return reading_of(f"share of {noun}", _about(words, index, memory)[0]) if known else None


def _again(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a change of what the sentence before was of: That is a 13.9% gain from November."""
    kind = low_at(words, index + 1)
    base = memory.last.base
    if mention.unit != "percent" or kind not in CHANGE_NOUNS or low_at(words, 0) not in POINTS or not base:
        return None
    change = "decrease" if kind in DOWN or kind in ("decline", "loss", "reduction") else "increase"
    last = memory.last
    return replace(last, metric=f"{change} in {base}", change=change, says="", metric_from="paragraph")


def _earned(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read an amount a share that somebody expects or earns: Wall Street predicted $2.52 a share."""
    behind = " ".join(one.word for one in words[index + 1 : index + 4])
    said = " ".join(one.word for one in words)
    fits = mention.kind == "money" and SHARES.match(behind) and EARNS.search(said)
    return reading_of("earnings per share", memory.subject) if fits else None


RULES = (_headed, _group, _price, _added, _accounted, _power, _part, _again, _earned)
