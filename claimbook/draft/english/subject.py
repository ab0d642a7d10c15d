"""Whom an English number is of: the noun phrase itself, the clause, or the name that the text speaks of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.draft.country import ENGLISH
from claimbook.draft.english.frame import clause_start
from claimbook.draft.english.memory import COUNTRY, FIRM, Memory
from claimbook.draft.english.metric import MEASURES, OWNED, WHOLES, metric_of
from claimbook.draft.english.owner import owner_of
from claimbook.draft.english.phrase import Word, low_at, skip_left
from claimbook.draft.english.place import divided, place_in
from claimbook.draft.english.tagger import VERB
from claimbook.draft.english.theme import noun_before, said_of, theme_span
from claimbook.draft.english.words import CHANGE_NOUNS, GROUPED, PEOPLE, SAYS
from claimbook.draft.reading import Reading

SPEAKS = re.compile(
    r"(?i)^(?:(?:\w+ )?(?:analysts?|economists?|experts?|researchers?|scientists?|forecasts?|estimates?|stud(?:y|ies)|surveys?|reports?|others?|polls?|data|figures?"
    r"|statistics|authors?|officials?|results?|findings?|document|forecasters?|analysis|research|review|release|statement|article))\b"
)
NOBODY = frozenset(
    "quarter year month week one some most many both all another it they he she we i you this that these those who which there its their his her our what nothing "
    "everything shares stock number total figure rest half increase decrease rise".split()
)
POWER = (
    r"(?:\w+ (?:energy|power)|hydropower|solar(?: PV)?|(?:onshore |offshore )?wind|bioenergy|nuclear|coal|gas|oil|geothermal|biomass|lithium|steel|copper|wheat|corn"
    r"|cement|aluminum)"
)
MADE = re.compile(
    rf"({POWER}(?: and {POWER})?) (?:capacity|generation|output|production|consumption|exports|imports|shipments|demand|prices?)"
)
NEARLY = ("about", "nearly", "around", "almost", "just", "over", "than")
GROUPS = re.compile(
    r"(?i)(?:[\w-]+ )?(?:whites|blacks|hispanics|latinos|asians|men|women|boys|girls|males|females|seniors|teens|teenagers|young adults)"
)
UNNAMED = re.compile(
    r"(?i)(?:than|compared) .*|(?:greater|higher|lower|more|less|mark|first|fewer)|.* each|(?:several|many|some|most|few) \w+"
)
HAS = re.compile(
    r"([A-Z][\w.& -]*?)[’']s (?=[a-z])(?=.*\b(?:profits?|margins?|sales|revenues?|earnings|income|loss|share)\b)"
)
AGENT = re.compile(  # who counts what happens in a place
    r"(.+?) (?:Public )?(?:Health|Police|Fire|Sheriff[’']s) (?:Department|Office|Authority|District)"
)
VOTES = re.compile(r"\b(?:seats?|MPs|votes?|vote share)\b")
MARK = re.compile(r"\b(?:mark|majority|threshold|needed|required|exceed\w*|below|above|short|of the)\b")
PARTY = re.compile(
    r"((?:[A-Z][\w’'-]+ )+(?:Party|Democrats|Republicans|Alliance|Movement|Union|Front|Bloc|Coalition))\b"
)
LONGEST = 60  # characters of a subject, at most


def with_subject(words: Sequence[Word], index: int, reading: Reading, memory: Memory) -> Reading:
    """Return a reading with its subject; one of the sexes or of a descent is a group of the article's country."""
    if UNNAMED.fullmatch(reading.base):
        return replace(reading, metric="", subject="", subject_from="")
    named = _named_before(words, index, reading) if reading.metric else ""
    if named:
        return replace(reading, subject=named, subject_from="clause")
    made = _with_subject(words, index, reading, memory) if reading.metric else reading
    if voted := _voted_for(words, index, made):
        return replace(made, subject=voted, subject_from="clause")
    if owner := HAS.match(made.subject):
        made = replace(made, subject=owner[1])
    if agency := AGENT.fullmatch(made.subject):
        made = replace(made, subject=agency[1])
    if made.subject and made.subject != "world":
        known = memory.resolved(made.subject)
        known = memory.resolved(owner_of(known)) or (memory.subject if OWNED.search(made.metric) else "")
        made = replace(made, subject=known, subject_from=made.subject_from if known else "")
    if made.subject and GROUPS.fullmatch(made.subject) and not made.metric.startswith(("share of", "number of")):
        return replace(made, subject="", subject_from="", population=made.population or made.subject)
    return made


def _voted_for(words: Sequence[Word], index: int, reading: Reading) -> str:
    """Return the party or the person that seats or votes are of, where only a country or nobody was found."""
    if not VOTES.search(reading.metric):
        return ""
    said = " ".join(one.word for one in words[:index])
    if his := re.search(r"\b(?:his|her) [\w ]{0,40}$", said):
        owners = re.findall(r"((?:[A-Z][\w-]+ )*[A-Z][\w-]+) ?[’']", said[: his.start()])
        return owners[-1] if owners else ""
    found = list(PARTY.finditer(said))
    if not found or MARK.search(said, found[-1].end()) or (reading.subject and reading.subject not in ENGLISH):
        return ""
    return found[-1][1].removeprefix("The ")


def _named_before(words: Sequence[Word], index: int, reading: Reading) -> str:
    """Return the name that a count or a share is set beside: Labour Party: 410 seats; by the HDP with 59 seats."""
    at = skip_left(words, index - 1)
    if low_at(words, at) not in (":", "–", "—", "with") or not reading.metric.startswith(("number of", "share of")):
        return ""
    found = noun_before(words, at)
    named = found and all(word[0].isupper() or word in ("of", "the", "for", "and") for word in found.split())
    return found if named and not MEASURES.fullmatch(found) else ""


def _with_subject(words: Sequence[Word], index: int, reading: Reading, memory: Memory) -> Reading:
    """Return a reading with its subject: its own, the clause's, or whom the text speaks of."""
    reading = _own(reading, memory)
    if reading.subject:
        return reading
    if reading.base.lower() in ("economy", "its economy") and reading.change:
        return replace(reading, metric="economic growth" if reading.change != "decrease" else "decline of the economy",
                       subject=memory.country, subject_from="article" if memory.country else "")  # fmt: skip
    place, base = divided(reading.base)
    if place and not reading.metric.startswith("share of"):
        metric = reading.metric.replace(reading.base, base)
        return replace(reading, metric=metric, base=base, subject=place, subject_from="clause")
    if (made := MADE.fullmatch(reading.base)) and not made[1].endswith(("able", "al", "ic", "ing", "new", "ed")):
        return replace(reading, subject=made[1], subject_from="clause")
    if inside := re.search(
        r"(?<!to )(?<!from )(?<!to the )(?<!from the )(?<!with )\b(U\.S\.|US|UK|United States|China|India|Japan|Germany)(?:[’']s)?(?: economy)?(?!\w)",
        reading.metric,
    ):
        return replace(reading, subject=inside[1], subject_from="clause")
    if where := _where(words, index):
        return replace(reading, subject=where, subject_from="clause")
    if about := _about(words, index, reading, memory):
        resolved = memory.resolved(about)
        return replace(reading, subject=resolved, subject_from="clause" if resolved == about else "paragraph")
    owned = bool(OWNED.search(reading.metric))
    first = clause_start(words, index)
    if not owned and (named := place_in(_clause(words, first, index)) or memory.place):
        return replace(reading, subject=named, subject_from="sentence")
    last = memory.here
    if last.subject and last.subject_from != "sentence" and reading.base == last.base:
        return replace(reading, subject=last.subject, subject_from=last.subject_from)
    if not memory.subject or not owned:
        return reading
    return replace(reading, subject=memory.subject, subject_from="paragraph")


def _clause(words: Sequence[Word], first: int, index: int) -> str:
    """Return the words of a clause up to the comma after a number."""
    end = next((at for at in range(index, len(words)) if words[at].word in (",", ";", "—", ":", "–")), len(words))
    return " ".join(one.word for one in words[first:end])


def _own(reading: Reading, memory: Memory) -> Reading:
    """Return a reading with the subject that its own pattern read, resolved; without one that names nobody."""
    subject = reading.subject
    if subject in ("people", "those", "people surveyed"):
        subject = memory.country or subject
    known = memory.resolved(subject)
    if known == subject and subject.lower() in ("they", "it") and GROUPED.search(memory.last.subject):
        known = memory.last.subject
    if known == subject and (
        re.split("[’']", subject.lower())[0] in NOBODY or FIRM.fullmatch(known) or COUNTRY.fullmatch(known)
    ):
        return replace(reading, subject="", subject_from="")
    return replace(
        reading, subject=known, subject_from="paragraph" if known != reading.subject else reading.subject_from
    )


def _where(words: Sequence[Word], index: int) -> str:
    """Return the place that a relative clause is about: the US, where 115,309 were registered."""
    at = next((at for at in range(index - 1, max(0, index - 10), -1) if words[at].low == "where"), 0)
    if not at or low_at(words, at - 1) != ",":
        return ""
    found = noun_before(words, at - 1)
    place, _ = divided(found)
    return place or (found if found[:1].isupper() else "")


def _about(words: Sequence[Word], index: int, reading: Reading, memory: Memory) -> str:
    """Return whom the clause is about, or an empty string: the one that the nearest verb is said of."""
    first = clause_start(words, index)
    for verb in range(index - 1, first, -1):
        if words[verb].kind != VERB:
            continue
        text = said_of(words, verb)
        if not text:
            continue
        if low_at(words, verb) in SAYS and low_at(words, verb) not in CHANGE_NOUNS | {
            "reported",
            "reports",
            "announced",
        }:
            return ""
        start, end = theme_span(words, verb)
        if any(one.low == "with" for one in words[end:index]):  # 54 million were eligible, with 86 percent of …
            return _with(words, index, text, reading)
        return _named(text, reading, start == 0, memory)
    return ""


def _with(words: Sequence[Word], index: int, text: str, reading: Reading) -> str:
    """Return whom a clause is about, where the number is of what it has: hydropower, with a capacity of 1,190 GW."""
    left = skip_left(words, index - 1)
    if low_at(words, left) == "with" and reading.metric.startswith("number of") and text[0].isupper():
        return text
    head = reading.base.split()[:1]
    has = "with" in [one.low for one in words[max(0, index - 8) : index]] and low_at(words, index - 1) in (
        "by",
        "up",
        "down",
        "of",
        "and",
        *NEARLY,
    )
    same = head and head[0].lower() in [one.low for one in words[max(0, index - 8) : index]]
    return text if has and same and len(text) <= LONGEST and not SPEAKS.match(text) and not text[0].isdigit() else ""


def _named(text: str, reading: Reading, initial: bool, memory: Memory) -> str:
    """Return the one whom a noun phrase names, where it is neither what is measured nor who only says so."""
    low = text.lower()
    if low == "world" or memory.resolved(text, only=True):
        return low if low == "world" else text
    if (low in NOBODY and not memory.resolved(text, only=True)) or SPEAKS.match(text) or low in reading.metric.lower():
        return ""
    owner, noun = metric_of(text, initial)
    if noun.lower() in (reading.base.lower(), reading.metric.lower()) or MEASURES.fullmatch(noun):
        return "" if (FIRM.fullmatch(owner) or COUNTRY.fullmatch(owner)) and memory.resolved(owner) == owner else owner
    if (
        re.search(r"\bthere\b|\b(?:from|by|its|their)\b", text)
        or WHOLES.match(text)
        or len(text) > LONGEST
        or text[0].isdigit()
        or text.split()[0].lower().endswith("ing")
    ):
        return ""
    named = (
        re.search(r"\s[A-Z]", text)
        or (text[0].isupper() and not initial)
        or (initial and (text in memory.names or low not in memory.words))
    )
    return text if named or PEOPLE.search(text) or GROUPED.search(text) else ""


def is_name(subject: str) -> bool:
    """Return whether a subject is a name, of which the text may go on to speak."""
    return (
        len(subject) > 2
        and not MEASURES.fullmatch(subject)
        and bool(re.match(r"(?![A-Z]{2,}s$)[A-Z]", subject))
        and subject.split()[-1][:1].isupper()
    )
