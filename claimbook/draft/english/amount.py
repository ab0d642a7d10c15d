"""What an English amount or count is of: the noun beside it, or before the verb that links them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.english.frame import clause_start, group_start, rest_of, subject_before, verb_before
from claimbook.draft.english.phrase import Word, low_at, lows, noun_right, phrase_left, phrase_right, skip_left, text_of
from claimbook.draft.english.share import HAS, PEOPLE, RATES
from claimbook.draft.english.subject import OWNED, Memory, metric_of, reading_of, subject_of
from claimbook.draft.english.tagger import VERB
from claimbook.draft.english.words import ADVERBS, CHANGE_NOUNS, DOWN, LINKS, OTHER_VERBS, UP
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

AMOUNTS = re.compile(
    r"(?i)\b(?:debt|damages?|taxes|aid|funding|exports?|imports?|spending|investments?|savings|fines?|assets|tariffs|subsidies|grants|loans|bills"
    r"|fees|income|wages|benefits|energy costs)$"
)
UNITS = frozenset("percent percentage point points basis".split())
SPENDS = frozenset("spend spent spends spending pay paid pays paying".split())
DID = ("ed", "sold", "built", "made", "cut", "lost", "won", "shed")
REACHING = frozenset("amounting totaling totalling reaching hitting exceeding topping equaling surpassing".split())
LEADS_ON = frozenset("at to in up as than from only by high out around".split())


def listed(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number that is listed with the one before it: “or $3.92 per share”, “$5.16 to $5.62 billion”."""
    joint = low_at(words, index - 1)
    if index < 2 or joint not in ("and", "to", "–", "-", "or") or not memory.readings:
        return None
    last, reading = memory.readings[-1]
    if joint == "or" and low_at(words, index + 1) == "per" and reading.base:
        per = noun_right(words, index + 2, 3)
        return replace(reading, metric=f"{reading.base} per {per}", change="", says="") if per else None
    if words[index - 2].figure and joint != "or" and last.unit == mention.unit and reading.metric:
        own_noun = mention.kind == "count" and phrase_right(words, index + 1) > index + 1
        return None if own_noun else replace(reading, says="")
    same = joint == "or" and reading.change and mention.unit == "percent"
    return replace(reading, says="") if same else None


def beside_noun(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a percentage by the noun right after it: a 10 percent electoral threshold, 86 percent of attendance rate."""
    at = index + 1 + (low_at(words, index + 1) == "of")
    noun = noun_right(words, at, 5) if mention.unit == "percent" else ""
    if not noun or noun.split()[0].lower() in CHANGE_NOUNS | UNITS or " in " in mention.exact:
        return None
    return reading_of(noun) if at == index + 1 or RATES.search(noun) else None


def subject_counted(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a count at the head of its clause by what is said of it: 64,000 Americans died from overdoses."""
    end = phrase_right(words, index + 1, 5)
    noun = text_of(words, index + 1, end)
    if mention.unit != "count" or not noun or end >= len(words) or verb_before(words, index) is not None:
        return None
    does = rest_of(words, end) if words[end].kind == VERB else ""
    if not does or low_at(words, end) in UP | DOWN:
        return None
    link = "who" if PEOPLE.search(noun) or noun[0].isupper() else "that"
    metric = f"number of {noun} {link} {does}"
    return reading_of(metric, noun if link == "who" else "", metric)


def spent(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read an amount that somebody spends or pays: spend $995 on heating."""
    verb = next((at for at in range(index - 1, max(-1, index - 6), -1) if words[at].low in SPENDS), None)
    if mention.kind != "money" or verb is None or low_at(words, index - 1) == "to":
        return None
    what = "spending" if words[verb].low.startswith("spen") else "payment"
    who = subject_before(words, verb)
    if low_at(words, index + 1) in ("on", "for", "in"):
        noun = noun_right(words, index + 2, 4)
        return reading_of(f"{what} on {noun}" if noun else what, who)
    return reading_of(f"average {what}" if "average" in lows(words, verb, index) else what, who)


def of_noun(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number after “of”: a profit of $4.63, an increase of 98 GW; of a rate, after “at” too."""
    at = skip_left(words, index - 1)
    if low_at(words, at) not in ("of", "at") or at < 1:
        return None
    start, end = phrase_left(words, at, 5, direct=True)
    noun = re.sub("^(?:share|unit) and ", "", text_of(words, start, end)) if start < end == at else ""
    if not noun or (words[at].low == "at" and (mention.unit != "percent" or not RATES.search(noun))):
        return None
    *known, kind = noun.split()
    if kind.lower() not in CHANGE_NOUNS or known:
        return reading_of(noun)
    base, last = _theme(words, start, memory), memory.last
    if base and base == last.base:
        return replace(last, metric=f"{kind.lower()} in {base}", change=kind.lower(), says="", metric_from="sentence")
    return reading_of(f"{kind.lower()} in {base}", "", base, kind.lower()) if base else None


def _theme(words: Sequence[Word], index: int, memory: Memory) -> str:
    """Return what the clause before a word is about, or what was measured last."""
    start, end = subject_of(words, index)
    return memory.last.base or (metric_of(text_of(words, start, end))[1] if start < end else "")


def counted(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a count or an amount by the noun after it: added 275,000 jobs, $4.74 billion in revenue."""
    at = index + 1
    if mention.kind == "money":
        return _amount(words, index)
    if mention.kind == "measure" and low_at(words, at) == "of":
        noun = noun_right(words, at + 1, 4)
        power = mention.unit.endswith("watt") and not re.search("capacity|generation|power", noun)
        return reading_of(f"{noun} capacity" if noun and power else noun)
    if mention.unit != "count" or low_at(words, at) in ("", "per", "a", "an"):
        return None
    noun = noun_right(words, at + (low_at(words, at) == "more"), 5)
    left = low_at(words, skip_left(words, index - 1))
    verb = left if left in OTHER_VERBS and left not in ("includes", "included") else ""
    done = verb if verb.endswith(DID) and verb not in ("used", "needed") else ""
    per = per_what(words, at) if noun else ""
    metric = f"number of {noun} {done}".strip() + per
    reading = reading_of(metric, "", f"number of {noun}" + per) if noun else None
    at_verb = verb_before(words, index, 5)
    if reading and at_verb is not None and words[at_verb].low in HAS | OTHER_VERBS and not per:
        who = subject_before(words, at_verb)
        reading = replace(reading, subject=who, subject_from="clause" if who else "")
    if not reading or not verb:
        return reading
    at = skip_left(words, index - 1)
    does = " ".join(one.word for one in words[group_start(words, at) : at + 1])
    return replace(reading, says=f"{does} {{}} {noun}")


def per_what(words: Sequence[Word], start: int) -> str:
    """Return what a count is per, as it is said after its noun: per 100,000 people."""
    at = phrase_right(words, start, 5)
    at += (
        1 if low_at(words, at) == "per" else 2 if low_at(words, at) == "for" and low_at(words, at + 1) == "every" else 0
    )
    if low_at(words, at - 1) not in ("per", "every") or at >= len(words):
        return ""
    number = words[at].word if words[at].word[:1].isdigit() else ""  # 100,000, which claims nothing
    return " per " + " ".join(filter(None, (number, noun_right(words, at + bool(number), 3))))


def _amount(words: Sequence[Word], index: int) -> Reading | None:
    """Read an amount of money by the noun after it."""
    at = index + 1
    if low_at(words, at) == "in":
        noun = noun_right(words, at + 1, 4)
        return reading_of(noun) if OWNED.search(noun) or AMOUNTS.search(noun) else None
    if low_at(words, at) == "to" and low_at(words, index - 1) == "added":
        noun = noun_right(words, at + 1 + (low_at(words, at + 1) in ("the", "our", "its", "their")), 4)
        return reading_of(f"increase in {noun}" if noun else "")
    noun = "" if low_at(words, at) in ("per", "a", "an") else noun_right(words, at, 5)
    if not noun or noun.split()[0].lower() in ("average", "level", "mark", "range"):
        return None
    before = words[index - 1].word if index else ""
    return reading_of(noun, before[:-2] if re.search("[’']s$", before) else "")


def priced(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read an amount of money after what it is for: gifts for friends, at an average of $658.55; flowers at $227.26."""
    at = skip_left(words, index - 1)
    average = lows(words, at - 1, at + 1) == ["average", "of"]
    at = skip_left(words, at - 2) if average else at
    if mention.kind != "money" or low_at(words, at) != "at":
        return None
    first = clause_start(words, at)
    end = at - (low_at(words, at - 1) == ",")
    what = text_of(words, first + (low_at(words, first) in ("and", "or")), end)
    if not what or any(one.kind == VERB or one.figure for one in words[first:end]) or len(what) > 90:
        return None
    spends = next((place for place in range(at) if words[place].low in SPENDS), None)
    lead = "average " if average or "average" in memory.last.metric else ""
    if spends is None:
        return reading_of(f"{lead}price of {what}")
    return reading_of(f"{lead}spending on {what}", subject_before(words, spends))


def linked(words: Sequence[Word], index: int, mention: Mention, memory: Memory) -> Reading | None:
    """Read a number after a linking verb: the rate was 3.9%; revenue reached $28.3 billion."""
    at = skip_left(words, index - 1)
    while at > 0 and words[at].low in LEADS_ON:
        at = skip_left(words, at - 1)
    if at > 0 and words[at].low in REACHING and memory.last.base and memory.last.change:
        return replace(memory.last, metric=memory.last.base, change="", says="", metric_from="sentence")
    if at < 1 or (words[at].low not in LINKS and words[at].low not in ("cost", "costs")):
        return None
    while at > 0 and (
        words[at - 1].low in LINKS | ADVERBS or words[at - 1].low in ("has", "have", "had", "would", "will")
    ):
        at -= 1
    start, end = phrase_left(words, at)
    subject, noun = metric_of(text_of(words, start, end), start == 0)
    fits = noun and (mention.unit != "percent" or RATES.search(noun))
    return reading_of(noun, subject) if fits else None
