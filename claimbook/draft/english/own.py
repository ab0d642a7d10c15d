"""The article’s own sentence, or the clause of it that a number is in, made clear by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.country import ENGLISH
from claimbook.draft.english.absolute import absolute
from claimbook.draft.english.aside import SET_AGAINST
from claimbook.draft.english.bare import bare, past_leads, quoted, unlinked
from claimbook.draft.english.clauses import clause, trimmed, verb_at
from claimbook.draft.english.clear import clear
from claimbook.draft.english.credit import spoken, without_aside
from claimbook.draft.english.frame import group_start
from claimbook.draft.english.moved import moved
from claimbook.draft.english.pattern import AHEAD, capital, is_place
from claimbook.draft.english.phrase import words_of
from claimbook.draft.english.placed import placed
from claimbook.draft.english.pointing import BASED, HEAD, OPENED, VAGUE, named
from claimbook.draft.english.tense import OPENED as OPENS
from claimbook.draft.english.tense import dated, low_first
from claimbook.draft.periods import period_en
from claimbook.draft.reading import Reading
from claimbook.draft.when import When
from claimbook.mention import Mention

FINITE = re.compile(
    r"\b(?:(?:is|are|was|were|has|have|had|would|could|do|does|did)n[’']t|won[’']t|can[’']t|is|are|was|were|has|have|had|will|would|can|could|may|might|do|does|did|[a-z]+ed|rose|fell|grew|won|sold|made|cut|hit|said|spent|lost|led|took|came|went|saw|[a-z]{2,}(?:oys|ides|ains|ears|ows|ers(?= \d)|ives|elps|ooks|orks|ells|ends|eets|uys|ays)|makes?|says?|expects?|plans?|accounts?|remains?"
    r"|stands?|costs?|spends?|reports?|continues?|increases|rises|falls|grows|drops|declines|approves|generate|use|own|live|die|dies|think|believe|want|need|buy|pay|shows?|beats?|posts?|boasts?|starts?|keep|get|gets|improve|uses|owns|tops|reaches)\b"
)
HELD = re.compile(r"^(?:how|why|whether|if|when|what|who|where|which)\b", re.IGNORECASE)
OF_SPEAKER = re.compile(
    r"(?i)(?:it|its|they|their|we|our|the (?:company|firm|group|bank|retailer|airline)(?:[’']s)?)\b"
)
PERSON = re.compile(
    r"(?i)\b(?:director|president|chief|minister|analysts?|economists?|professor|dr|mr|ms|mrs|spokes\w+|officer|ceo|chair\w*|secretary|governor|mayor|researchers?|head|manager|editor|author|partner|founder)\b"
)
UNNAMED = re.compile(r"(?i)the (?!country|nation)\w+(?:[’']s)? ")  # the company, which the text does not name
AGAINST = re.compile(  # what a number is set against has a period of its own
    r"(?i)\b(?:from|versus|vs\.?|against|compared (?:with|to)|than|guidance of|following an? (?:\w+ ){1,3}of)(?: (?:about|the|nearly|just|an?|prior|previous|year-ago|prior-year|year-earlier))*[ $€£]*$"
)
FEW = 4  # words of a whole sentence, at least
FAR = 14  # characters before a number at the head of a sentence
ENDED = '.!?:;”")'
HALF_SAID = re.compile(
    r"(?:For|In|During|On|Over) (?:the )?[^,]* (?:was|were|is|are) (?:up|down)\b|(?:are|is|was|were|has|have|rose|fell) "
)  # of whom, it does not say
SHORTEST, LONGEST, JOINED = 8, 330, 340  # characters of a statement


def own(
    text: str, reading: Reading, period: str, mention: Mention, times: Sequence[When], before: str = "", main: str = ""
) -> str:
    """Return the clause of a number as a sentence, or an empty string where it is not clear by itself.

    Parameters
    ----------
    text : str
        Its sentence.
    reading : Reading
    period : str
        Of the number, where the text says that.
    mention : Mention
        Its place is in the sentence.
    times : list of When
        The times of the sentence.
    before : str, optional
        The sentence before it, where that is in the same paragraph.
    main : str, optional
        The period that the sentence is of, where the number is set against another.
    """
    first, last, who = _clause(text, mention)
    said, here = _written(text, first, last, mention, times, main)
    if not _is_whole(said, text):
        return ""
    subject = who if who[:1].isupper() and OF_SPEAKER.match(said) and not _is_nobody(who) else reading.subject
    vague = VAGUE.match(OPENED.sub("", said))
    whole = "" if vague else named(said, subject, text, before) or (said if UNNAMED.match(said) else "")
    if not whole:
        return _joined(said, before, main)
    against = bool(AGAINST.search(text, 0, mention.start) or SET_AGAINST.search(text[: mention.start]))
    whole = _of_group(clear(whole, reading, main or period, text.rstrip()[-1:] not in ENDED), reading, mention)
    period = "" if here or AHEAD.search(whole) else main if against else period
    return dated(_owned(whole, reading, text) + _of_whole(whole, reading), period, mention, against)


def _is_whole(said: str, text: str) -> bool:
    """Return whether words of a sentence are a sentence: of a fit length, with a verb, and no question."""
    ends = text.rstrip()[-1:] in (".", "!", ";", "”") and said.count(" ") > FEW
    fits = SHORTEST <= len(said) <= LONGEST and text.rstrip()[-1:] != "?"
    return fits and (has_verb(said) or ends) and not _is_held(said) and not HALF_SAID.match(said)


def _is_nobody(who: str) -> bool:
    """Return whether a speaker is a person, or a firm that is named elsewhere: the chief, the Leeds-based company."""
    return bool(PERSON.search(who) or BASED.match(who) or HEAD.match(who))


def _clause(text: str, mention: Mention) -> tuple[int, int, str]:
    """Return where the clause of a number is, and who says so."""
    start, end = bare(text)
    start, end, who = spoken(text, past_leads(text, start, end), end, mention.start)
    first, last = clause(text, start, end, mention.start)
    first = min(past_leads(text, first, last), mention.start)
    first, last, again = spoken(text, first, last, mention.start)
    who = again or who
    return *trimmed(text, first, last, mention.end - 1), who


def _written(text: str, first: int, last: int, mention: Mention, times: Sequence[When], main: str) -> tuple[str, bool]:
    """Return a clause with its times written out, and whether it has one that dates it."""
    inside = [one for one in times if not one.aside and one.period and first <= one.start and one.end <= last]
    said = absolute(text, first, last, times, bool(main))
    if parts := moved(text, first, last, mention.start):
        said = " ".join(part if isinstance(part, str) else absolute(text, *part, times, bool(main)) for part in parts)
        spans = [part for part in parts if not isinstance(part, str)]
        inside = [one for one in inside if any(since <= one.start < until for since, until in spans)]
    here = any(text[one.start : one.end].lower() != "today" for one in inside)
    return quoted(unlinked(without_aside(said))).strip(" ;,:—–-").rstrip("."), here


def _is_held(said: str) -> bool:
    """Return whether words are only a question or a condition, without what follows from it."""
    return HELD.match(said) is not None and not re.match(r"(?i)(?:when|where|if)\b[^,]*, \w", said)


def has_verb(said: str) -> bool:
    """Return whether words have a verb, and not the month of May alone.

    Examples
    --------
    >>> has_verb("Sales In May"), has_verb("Sales Are Up")
    (False, True)
    """
    said = re.sub(r"\bMay\b", "", said)
    if FINITE.search(said.lower()):
        return True
    words = words_of(said, [])
    verb = verb_at(words)
    return verb is not None and words[verb].low not in ("up", "down", "higher", "lower")


def _of_group(said: str, reading: Reading, mention: Mention) -> str:
    """Return a sentence whose share at its head says of whom it is: 12 percent of voters approve."""
    group = re.match(r"share of (.+?) (?:who|that) ", reading.metric)
    at = said.find(mention.exact)
    behind = said[at + len(mention.exact) :]
    bare = (
        group
        and 0 <= at < FAR
        and re.match(r" (?!statewide\b|nationwide\b|of\b|in\b|more\b|less\b)[a-z]+ ?", behind)
        and group[1] not in said
    )
    return f"{said[: at + len(mention.exact)]} of {group[1]}{behind}" if group and bare else said


def _of_whole(said: str, reading: Reading) -> str:
    """Return what a share is of, where a sentence that ends with its percentage does not say so."""
    whole = reading.metric.removeprefix("share of ")
    is_share = whole != reading.metric and " who " not in whole and re.search(r"(?:%|per\s?cent)$", said)
    return f" of {whole}" if is_share and whole.split()[-1] not in said else ""


def _joined(said: str, before: str, main: str) -> str:
    """Return a sentence that points to the one before it, after that one; empty where that points back itself.

    Neither may say when that was; then the period of the sentence goes before both.
    """
    start, end = bare(before)
    start = past_leads(before, start, end)
    first = before[start:end]
    ends = before.rstrip()[-1:] == "." and first.count('"') % 2 == 0 and first.count("“") == first.count("”")
    if not ends or HEAD.match(first) or VAGUE.match(first) or not has_verb(first) or len(first + said) > JOINED:
        return ""
    undated = main and not re.search(r"\b(?:19|20)\d\d\b", f"{first} {said}")
    first = f"{capital(period_en(main))}, {low_first(first)}" if undated else capital(first)
    return f"{first}. {capital(said)}."


def _owned(said: str, reading: Reading, text: str) -> str:
    """Return a sentence with the place or the firm that only the text around it names."""
    subject = reading.subject
    known = not subject or subject.lower() in said.lower() or re.search(ENGLISH.get(subject, r"\bnever\b$^"), said)
    if known or reading.subject_from in ("clause", "sentence"):
        return said
    if re.search(r"\b(?:worldwide|globally)\b", said) or (
        subject == "world" and any(re.search(one, said) for one in ENGLISH.values())
    ):
        return said
    words = words_of(said, [])
    verb = verb_at(words)
    if not verb:
        return said
    if OPENS.match(said):
        return _owned_behind(said, reading, text)
    at = words[group_start(words, verb)].start
    about, does = said[:at].rstrip(), said[at:]
    head = re.split(r" (?:of|for|in|per|from|on|at|attributable) ", re.sub(r"^(?:19|20)\d\d ", "", about))[0]
    if "," in about or re.search(r"\d", head):
        lead = placed("", reading, does, text) if is_place(subject) else ""
        about = f"{lead}{low_first(about)}" if lead else about
        return f"{about} {does}"
    return f"{placed(about, reading, does, text)} {does}" if about else said


def _owned_behind(said: str, reading: Reading, text: str) -> str:
    """Return a sentence that begins with a time, with the place or the firm that only the text around it names."""
    opened = OPENED.match(said)
    if opened is None or OPENS.match(said, opened.end()) or not re.search(r"\b(?:19|20)\d\d\b", opened[0]):
        return said
    rest = capital(said[opened.end() :])
    inside = _owned(rest, reading, text)
    return said if inside == rest else f"{opened[0]}{low_first(inside)}"
