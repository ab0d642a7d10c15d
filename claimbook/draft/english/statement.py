"""An English claim in one sentence that is clear on its own: its own clause with period and subject, or a pattern."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimbook.draft.english.aside import ELSEWHEN
from claimbook.draft.english.metric import MEASURES
from claimbook.draft.english.pattern import (
    IN_PLACE,
    OWNS,
    capital,
    is_place,
    is_single,
    owner,
    pattern,
    with_article,
)
from claimbook.draft.english.tense import dated, timed
from claimbook.draft.english.whole import DATELINE, FINITE, ITS, LEADS, POINTING, SAID, UNFIT, is_broken, whole
from claimbook.draft.reading import Reading
from claimbook.draft.when import When
from claimbook.language.phrase import HAN
from claimbook.mention import Mention

POINTS = re.compile(
    r"(?i)(?:the )?(?:figure|level|number|share|drop|change|pace|result|rise|increase|total)s?"
)  # of what was said before
LIMITS = re.compile(r"\s(?:for|in|during|of|over)(?: the)?$")
LIMIT = re.compile(
    r"(?i)\b(?:(?:more|less|fewer) than|at (?:least|most)|nearly|about|almost|around|roughly|up to|an estimated|over)\s$"
)
REPORTS = re.compile(
    r"\b(?:reported|reports|posted|posts|recorded|booked) (?!that)"
)  # a profit of $5, which the cells say
UNDONE = re.compile(r"\w+ing\b|to |(?:anticipated|projected|forecast|predicted|poised|slated) to ")
BARE = re.compile(r"(?i)(?:[a-z]+ (?:than |least |most |to )?)?[\d$€£.,%-]+(?: (?:per ?cent|percent|million|billion))?")
OPENS = re.compile(  # before a number that a clause begins with
    r"(?i)(?:(?:the|an?|in|only|just|some|about|around|nearly|almost|roughly|approximately|over|under|up|to|at|least|most|more|less|fewer|than|total|of|record"
    r"|estimated|another|additional|combined|as|many|much|both|half|number)\s)*"
)
THERE = re.compile(r"(?:were|are|was|is|have been|had been) (?:[a-z]+ ){0,3}[\d$€£]")
WITH = re.compile(r"\bwith (?:only |just |some |about |nearly )?$")
PARTICIPLE = re.compile(r"\w+ed (?:to|in|by|from|at|on|for|with|during)\b")
BROKEN = re.compile(  # where words are missing
    r"\b(?:in|of|for|by|with|from|at|the|an?) (?:and|was|were|rose|fell|accounted)\b|\bin in\b|\b(?:who|that|least|most) (?:in|of|were|was)\b|\bleast\.$|\b(?:are|is|were|was)(?: on \d+ \w+ \d+| in (?:[A-Z][a-z]+ )?\d{4})?\.$|\bthose\.$|\bnumber of those\b| \d[\d,.]* those\b"
)
LIMITS_WHOM = re.compile(r" (?:who|that) ")  # says which ones, and nothing of all of them
SHORTEST, LONGEST = 16, 220  # characters of a clause that is a statement


def english(
    text: str,
    reading: Reading,
    period: str,
    mention: Mention,
    times: Sequence[When] = (),
    others: Sequence[Mention] = (),
) -> str:
    """Write an English claim: the clause of its number, else a sentence from its cells, else its whole sentence.

    Parameters
    ----------
    text : str
        Its sentence.
    reading : Reading
    period : str
    mention : Mention
        Its place is in the sentence.
    times : list of When, optional
        The times of the sentence.
    others : list of Mention, optional
        The other numbers of the sentence that may be claims.
    """
    place = reading.clause
    if HAN.search(text):
        return pattern(text, reading, period, mention)
    says = whole(text, period, times, mention, others) if ELSEWHEN.match(text) else ""
    if says:
        return says
    place = _own_clause(text, place, mention, others)
    if place:
        says = _clause(text, place, reading, period, times, mention)
    if says:
        return says
    made, sentence = pattern(text, reading, period, mention), whole(text, period, times, mention, others)
    if BROKEN.search(made) or (made.startswith("There were") and " per " not in reading.metric):
        bullet = reading.subject and not FINITE.search(text) and text.rstrip()[-1:] not in (".", "!", "?", "”")
        return sentence or (made if bullet else "")  # a bare count says nothing without its sentence
    return made or sentence


def _own_clause(
    text: str, place: tuple[int, int, int, int] | None, mention: Mention, others: Sequence[Mention]
) -> tuple[int, int, int, int] | None:
    """Return where a clause is without a dateline, or None where its words alone would say something else."""
    headed = DATELINE.match(text)
    if place and headed and place[0] < headed.end() < place[1]:
        place = (headed.end(), *place[1:])
    if not place or LIMITS_WHOM.match(text, place[1], place[2]) or REPORTS.search(text, place[2], mention.start):
        return None
    return None if any(_inside(place, one) for one in others) else place


def _inside(place: tuple[int, int, int, int], one: Mention) -> bool:
    return place[0] <= one.start < place[1] or place[2] <= one.start < place[3]


def _clause(
    text: str,
    place: tuple[int, int, int, int],
    reading: Reading,
    period: str,
    times: Sequence[When],
    mention: Mention,
) -> str:
    """Return the clause of a number as a sentence, or an empty string where it is not clear by itself."""
    limit = LIMIT.search(text, 0, place[0])
    about = timed(text, limit.start() if limit else place[0], place[1], period, times)
    does = timed(text, place[2], place[3], period, times)
    about = LIMITS.sub("", LEADS.sub("", about.strip(' “”",.;:-—–·•*')))
    does = SAID.sub("", does.rstrip(" .")).strip(' “”",;:-—–')
    said = f"{about} {does}"
    if not about or not SHORTEST <= len(said) <= LONGEST or is_broken(said) or not _fits(text, place, about, does):
        return ""
    if place[0] <= mention.start < place[1]:
        if not OPENS.fullmatch(text, place[0], mention.start):
            return ""
        if WITH.search(text[: place[0]]) and PARTICIPLE.match(does):
            does = f"{'were' if re.search('s(?: |$)', about.split(' of ')[0]) else 'was'} {does}"
    about = _named(about, reading, does, text)
    if not about:
        return ""
    said = re.sub(r"\b((?:19|20)\d\d),? (?:this|last) year\b", r"\1", f"{about} {does}")
    return dated(said + _ofwhole(said, reading), period, mention)


def _fits(text: str, place: tuple[int, int, int, int], about: str, does: str) -> bool:
    """Return whether the parts of a clause are whole: no half of a word, no preposition without its noun, a verb."""
    halved = re.fullmatch(r"\w[-’]", text[max(0, place[0] - 2) : place[0]])
    return not (halved or UNFIT.search(about) or UNDONE.match(does) or BARE.fullmatch(about))


def _ofwhole(said: str, reading: Reading) -> str:
    """Return what a share is of, where a sentence that ends with its percentage does not say so."""
    whole = reading.metric.removeprefix("share of ")
    is_share = whole != reading.metric and " who " not in whole and re.search(r"(?:%|per\s?cent)$", said)
    return f" of {whole}" if is_share and whole.split()[-1] not in said else ""


def _named(about: str, reading: Reading, does: str, text: str) -> str:
    """Return what a clause is about with its subject named, or an empty string where nothing says who that is."""
    subject = reading.subject
    if POINTS.fullmatch(about):
        return ""
    if its := ITS.match(about):
        return (
            f"{owner(subject if subject in OWNS else with_article(subject, text))} {about[its.end() :]}"
            if subject
            else ""
        )
    if about.lower() == "there" and THERE.match(does):
        return "There"
    if POINTING.match(about):
        whole = (
            POINTING.fullmatch(about)
            and subject
            and about.lower() not in ("we", "there", "this", "that", "these", "which", "who")
        )
        fits = whole and (subject[:1].isupper() or not about.lower().startswith("the "))
        return with_article(subject, text) if fits else ""
    if re.fullmatch(r"(?i)(?:the |our )?economy", about) and is_place(subject):
        return f"{'the ' if owner(subject) == 'U.S.' else ''}{owner(subject)} economy"
    return _placed(about, reading, does, text)


def _placed(about: str, reading: Reading, does: str, text: str) -> str:
    """Return what a clause is about with the place or the owner that only the text around it names."""
    subject = reading.subject
    if (
        reading.subject_from == "sentence"
        and (opened := re.match(rf"In (?:the )?[^,]*{re.escape(subject)}, ", text))
        and subject not in about + does
    ):
        return f"{opened[0]}{_low_first(about)}"
    measured = MEASURES.fullmatch(re.split(r" (?:of|for|in|per|from|on) ", about)[0].lower().removeprefix("the "))
    inherited = (
        reading.subject_from not in ("clause", "sentence")
        and subject
        and subject.lower() not in f"{about} {does}".lower()
    )
    if reading.metric.startswith(("number of", "share of")):
        measured = None
    counted = measured and re.match(r"(?i)(?:the )?(?:total )?number", about)
    if measured and not counted and inherited and subject != "world" and not re.search(r"\bU\.?S\b", about):
        lead = "the " if owner(subject) == "U.S." and is_single(_lowered(about)) else ""
        return f"{lead}{owner(subject)} {_lowered(about)}"
    if (
        inherited
        and not re.match(r"[A-Z][\w’'-]+ (?:[A-Z]|(?:continues|is|was|has|rose|fell)\b)", f"{about} {does}")
        and (not measured or counted)
        and is_place(subject)
        and not re.search(r"\bAmericans?\b|\bU\.?S\b", about)
    ):
        return f"{capital(IN_PLACE.get(subject, f'in {subject}'))}, {_low_first(about)}"
    return about


def _low_first(about: str) -> str:
    """Return words with a small letter at their head, unless a name begins there."""
    return (about[:1].lower() if about[1:2].islower() or about.startswith("A ") else about[:1]) + about[1:]


def _lowered(about: str) -> str:
    """Return words that no longer begin a sentence: no article, no capital that only the place explains."""
    about = re.sub(r"^(?:The|the|A|An) ", "", about)
    return about[:1].lower() + about[1:] if about[1:2].islower() else about
