"""Read the numbers of Chinese sentences, clause by clause, with what the paragraph said before."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from claimbook.draft.chinese import words as t
from claimbook.draft.chinese.aligned import one_each
from claimbook.draft.chinese.clause import FIGURE, clause_start, group
from claimbook.draft.chinese.count import counted
from claimbook.draft.chinese.dateline import without_dateline
from claimbook.draft.chinese.divide import joined
from claimbook.draft.chinese.holder import SECTOR, held, is_thing, led_away, names
from claimbook.draft.chinese.inherit import changed, inherited, set_against
from claimbook.draft.chinese.memory import Known, Memory, Place
from claimbook.draft.chinese.noun import closing, done, own, ranked
from claimbook.draft.chinese.phrase import EMPTY_NOUNS, Phrase, before
from claimbook.draft.chinese.poll import of_the_asked, support
from claimbook.draft.chinese.predicate import predicate
from claimbook.draft.chinese.ratio import between, compared, restored
from claimbook.draft.chinese.share import in_brackets, of_people, of_that_size, share
from claimbook.draft.chinese.sound import sound
from claimbook.draft.chinese.subject import PUBLISHES, note_subject, of_owner, topic, turns, with_subject
from claimbook.draft.chinese.tagger import Tagger, Token, tokens
from claimbook.draft.chinese.votes import GAINED, votes
from claimbook.draft.chinese.whole import about, listed_before, measures_before, whole_noun, wider
from claimbook.draft.chinese.whom import PLACE, settled
from claimbook.draft.chinese.words import NAME
from claimbook.draft.lexicon import Lexicon
from claimbook.draft.reading import Reading
from claimbook.mention import Mention

LEFT_OUT = frozenset("分别 其中 同期 预计 目前 如今 人民币 而 但 同时 此外 另外 在 由 从".split())
INDUSTRY = re.compile("第[一二三]产业")  # of a place, whose next sentence is not of it
COMPOUNDS = {
    "产销": ("产量", "销量"),
    "产销量": ("产量", "销量"),
    "进出口": ("进口", "出口"),
    "存贷款": ("存款", "贷款"),
}


def read(words: Sequence[Token], numbers: Mapping[int, Mention], memory: Memory, book: Lexicon) -> dict[int, Reading]:
    """Read the numbers of one sentence, which are given by the start of their token, as the readings are."""
    words = _without_asides(without_dateline(words))
    found: dict[int, Reading] = {}
    here: list[Known] = []
    for index, token in enumerate(words):
        if token.kind != FIGURE or token.start in found:
            continue
        if turns(words, index, memory.subject, book):
            memory.subject = ""
        listed = group(words, index)
        places = [Place(words, at, numbers[words[at].start], before(words, at), here, memory, book) for at in listed]
        readings = _listed(places)
        memory.groups.append(readings)
        for place, reading in zip(places, readings, strict=True):
            near = {one.subject for one in readings if one is not reading}  # 甲、乙产量分别为1、2万: of each its own
            reading = _of_whom(reading, words, place, near)
            if len(places) > 1:
                reading = one_each(reading, places.index(place), len(places))
            found[words[place.index].start] = reading
            _keep(place, reading)
    note_subject(words, memory, book)
    memory.readings += here
    return found


def _of_whom(reading: Reading, words: Sequence[Token], place: Place, beside: Collection[str]) -> Reading:
    """Return a reading with whom it is of, all words of what is measured, and the words that lead to the number."""
    memory, book = place.memory, place.book
    near = topic(words, place.index, book)[0]
    of = near if any(one.kind == NAME and one.word in near for one in words) else memory.subject or near
    of = "" if of in beside and reading.subject != of else of
    reading = settled(wider(of_the_asked(reading, memory.group), words, place.index, book), of or memory.nation, book)
    known = [one for one in (of, memory.subject, memory.owner) if one not in beside or one == reading.subject]
    reading = held(reading, known, memory.nation, book)
    if reading.subject_from == "clause" and led_away(reading.subject, joined(words[: place.index])):
        other = next((one for one in (memory.subject, memory.owner) if one != reading.subject and names(one)), "")
        reading = replace(reading, subject=other, subject_from="paragraph" if other else "")
    before = place.here[-1][1].base if place.here else ""
    reading = whole_noun(about(reading, words, before), words, place.index)
    return replace(sound(of_owner(reading, memory.owner), book), link=_link(words, place.index))


def note(sentence: str, memory: Memory, book: Lexicon, tag: Tagger) -> None:
    """Keep whom a sentence without numbers is about."""
    held, memory.subject = memory.subject, ""
    note_subject(tokens(sentence, [], book, tag), memory, book)
    memory.subject = memory.subject or held


def _link(words: Sequence[Token], index: int) -> str:
    """Return the words that lead to a number: 首次突破, 仅有."""
    start = index
    while start > 0 and words[start - 1].kind in (t.LINK, t.ADVERB) and words[start - 1].word not in LEFT_OUT:
        start -= 1
    link = joined(words[start:index])
    return "" if link in ("到", "至", "以", "以上", "占") else link


def _keep(place: Place, reading: Reading) -> None:
    """Keep a reading for the numbers after it; a rank measures nothing that these could be of."""
    if place.mention.unit == "rank":
        return
    place.here.append((place.mention, replace(reading, says="")))
    if reading.says == GAINED:
        return  # one of a list, of whom the next sentence does not speak
    if reading.base in ("涨幅", "跌幅", "点位", "价格") or "、" in reading.subject:
        return  # what is listed in passing
    if reading.metric.endswith("的比例"):
        place.memory.group = reading.subject or place.memory.group
        return
    aside = place.index and place.words[place.index - 1].word[-1:] in "(（"
    known = place.memory.subject
    if aside or not reading.subject or is_thing(reading.subject, place.book) or INDUSTRY.fullmatch(reading.subject):
        return
    goes_on = PLACE.fullmatch(known) or (not known and place.memory.nation)
    if not (goes_on and SECTOR.search(reading.subject)):  # the city goes on
        place.memory.subject = reading.subject


def _without_asides(words: Sequence[Token]) -> list[Token]:
    """Leave out brackets without numbers: 知乎(NYSE:ZH)."""
    kept: list[Token] = []
    opened: int | None = None
    for word in words:
        if word.kind == t.POINT and word.word[-1] in "(（":
            opened = len(kept)
        kept.append(word)
        if word.kind == FIGURE:
            opened = None
        elif opened is not None and word.kind == t.POINT and word.word[0] in ")）":
            del kept[opened:]
            kept += [word._replace(start=word.start + 1, word=word.word[1:])] if word.word[1:] else []
            opened = None
    return kept


def _listed(places: list[Place]) -> list[Reading]:
    """Read numbers that are listed with each other: each with its own noun, where the nouns are listed, too."""
    phrase, groups, count = places[0].phrase, places[0].memory.groups, len(places)
    if count > 1 and (named := measures_before(places[0].words, places[0].index, count)):
        return [
            with_subject(place, Reading(one, "", one, "", "clause")) for place, one in zip(places, named, strict=True)
        ]
    if count > 1 and phrase.words and (items := listed_before(places[0].words, places[0].index, count)):
        made = [own(place) for place in places]
        return [one if item in one.metric else replace(one, metric=item + one.metric, base=item + one.base)
                for one, item in zip(made, items, strict=True)]  # fmt: skip
    if count > 1 and phrase.words and (parts := _parts(phrase, count, places[0].book)):
        return [own(replace(place, phrase=phrase._replace(words=part)))
                for place, part in zip(places, parts, strict=True)]  # fmt: skip
    levels = [one for _, one in places[0].here[-count:] if one.base and not one.change]
    if count > 1 and not phrase.words and phrase.change and len(levels) == count:  # 收案5件，结案4件，分别增长1%、2%
        return [changed(place.mention, level, phrase) for place, level in zip(places, levels, strict=True)]
    if count > 1 and not phrase.words and groups and len(groups[-1]) == count:
        return [changed(place.mention, last, phrase) for place, last in zip(places, groups[-1], strict=True)]
    readings: list[Reading] = []
    for place in places:
        readings.append(
            _one(replace(place, here=[*place.here, *zip((one.mention for one in places), readings, strict=False)]))
        )
    return readings


def _parts(phrase: Phrase, count: int, book: Lexicon) -> list[tuple[Token, ...]]:
    """Divide a noun phrase that lists as many nouns as there are numbers; empty where it does not."""
    last = phrase.words[-1]
    if (compound := COMPOUNDS.get(last.word)) and len(compound) == count:
        return [(*phrase.words[:-1], last._replace(word=word)) for word in compound]
    parts: list[list[Token]] = [[]]
    for token in phrase.words:
        if token.kind == t.AND:
            parts.append([])
        else:
            parts[-1].append(token)
    if len(parts) != count or not all(parts):
        return []
    if not book.measure(joined(parts[0])) and (tail := book.measure(joined(parts[-1]))):
        ends = (tail, f"的{tail}")
        start = next((at for at in range(len(parts[-1])) if joined(parts[-1][at:]) in ends), len(parts[-1]))
        ended = parts[-1][start:] or [parts[-1][-1]._replace(word=tail)]  # 油价 is no word of 植物油价格
        parts = [[*part, *ended] for part in parts[:-1]] + [parts[-1]]
    return [tuple(part) for part in parts]


def _one(at: Place) -> Reading:
    """Read one number: by the nouns around it, else by what is said of those whom it counts."""
    reading = _by_nouns(at)
    return reading if reading.metric else predicate(at) or reading


def _by_nouns(at: Place) -> Reading:
    """Read one number: by what is after it, by what is before it, or by what was measured last."""
    if at.mention.unit == "rank":
        return ranked(at)
    if reading := votes(at) or support(at) or between(at) or closing(at) or in_brackets(at) or set_against(at):
        return reading
    if at.here and _bracketed(at):
        return at.here[-1][1] if at.mention.kind == "money" == at.here[-1][0].kind else inherited(at)
    if reading := restored(at) or compared(at) or of_people(at) or of_that_size(at):
        return reading
    if len(at.phrase.text) == 1:
        at = replace(at, phrase=_verb_whole(at))
    if _is_where(at):
        at = replace(at, phrase=at.phrase._replace(words=(), verb=""))
    phrase = at.phrase
    if phrase.words and phrase.text not in EMPTY_NOUNS:
        return own(at)
    if at.mention.kind == "count" and not phrase.change and (reading := counted(at)):
        return reading
    if phrase.whole is not None:
        return share(at, "")
    opens = all(one.kind in (t.ADVERB, t.TIME) for one in at.words[clause_start(at.words, at.index) : at.index])
    fits = at.mention.unit == "percent" or opens
    if fits and not phrase.change and not phrase.basis and (reading := predicate(at)):
        return reading
    return done(at) if len(phrase.verb) > 2 and phrase.verb not in PUBLISHES else inherited(at)


def _is_where(at: Place) -> bool:
    """Return whether the noun phrase before a number only says where, or of what, something is: 在软件行业有三年."""
    first = at.phrase.start
    lead = at.words[first - 1].word if at.phrase.words and first else ""
    return lead in ("在", "从", "对", "向", "据", "按") and not at.book.measure(at.phrase.text)


def _bracketed(at: Place) -> bool:
    """Return whether a number is in brackets after another: 6.384亿元(约合9890万美元)."""
    before_it = [one.word for one in at.words[max(0, at.index - 2) : at.index]]
    return bool(before_it) and (
        before_it[-1][-1] in "(（"
        or (
            len(before_it) > 1
            and before_it[-2][-1] in "(（"
            and before_it[-1] in ("约合", "约", "折合", "合", "人民币")
        )
    )


def _verb_whole(at: Place) -> Phrase:
    """Return the verb that a single letter is the end of: 减税降费."""
    start = at.phrase.start
    while start > 0 and at.words[start - 1].kind in (t.VERB, t.CHANGE):
        start -= 1
    return at.phrase._replace(words=(), verb=joined(at.words[start : at.phrase.start + 1]))
