"""A part, its whole and its share, stated together or near each other."""

import re
from collections.abc import Iterable, Iterator

from claimbook.language.phrase import Statement
from claimbook.propose.growth_words import MORE_BEFORE
from claimbook.propose.numbers import Number
from claimbook.propose.sentences import Sentence
from claimbook.propose.shares_words import (
    ALL_OF,
    AMONG,
    IS_PART,
    LEAST,
    OF_ALL,
    OF_ANOTHER,
    OF_THEM,
    OF_WHOLE,
    RATE,
    SHARE_OF,
    SHARE_ZH,
    TAKES_OF,
    THAT_IS,
    TO_PART,
    TO_SHARE,
    UNITS,
)
from claimbook.propose.sketch import Said, Sketch, op_of
from claimbook.tables.vocabulary import CheckBasis

OF_THAT = Statement("the share is of that whole", "该占比是对这一整体而言")
SAID = {
    "share": Said(
        Statement("Part and whole beside the share", "部分与整体之比与所述占比"),
        Statement("{0} of {1} is {left}; the article says {2}.", "{0}占{1}的{left}；文章称{2}。"),
        Statement("a part, its whole and its share are stated together", "文中同时给出部分、整体与占比"),
    ),
}


def patterns(sentence: Sentence) -> Iterator[Sketch]:
    """Yield a check for each share of a sentence that is stated beside its part and its whole."""
    for at, share in enumerate(sentence.numbers):
        if share.unit != "percent" or share.mention.kind == "change":
            continue
        if pair := stated(sentence, at):
            yield Sketch(SAID["share"], (*pair, share), "{0} / {1}", "{2}", "percent", op_of(share))


def across(told: Iterable[Sentence]) -> Iterator[Sketch]:
    """Yield a check for each part with its share whose whole is named in another place.

    Where the shares of other parts beside it are of one whole, it is of that, too. Where a whole is only pointed at
    (“of these”), it is the nearest that it can be, or any near one that the share fits.
    """
    pairs = [(sentence, *pair) for sentence in told for pair in parts_of(sentence)]
    for at, (sentence, part, share) in enumerate(pairs):
        wholes = _wholes(sentence, part)
        near = [pair[1:] for pair in (*pairs[max(0, at - 4) : at], *pairs[at + 1 : at + 5])]
        fitting = next((one for one in wholes if fits(part, one, share)), None)
        whole = (
            fitting
            or _pointed_at(sentence, wholes, part, share)
            or next((one for one in wholes if _explains(one, part, near)), None)
        )
        if not whole and _pointed(sentence, part, share) and not any(_of_one(part, share, *pair) for pair in near):
            shared = {one.start for _, one, _ in pairs}  # a part with a share of its own is no whole
            whole = next((one for one in wholes if one.start not in shared), None)
        if whole:
            yield Sketch(SAID["share"], (part, whole, share), "{0} / {1}", "{2}", "percent", op_of(share),
                         basis=CheckBasis.PLAIN_READING, reading=OF_THAT)  # fmt: skip


def parts_of(sentence: Sentence) -> Iterator[tuple[Number, Number]]:
    """Yield each part with the share that is stated beside it, but not its whole."""
    numbers = sentence.numbers
    pointed = numbers and numbers[0].unit == "percent" and THAT_IS.match(sentence.before(numbers[0]))
    if pointed and sentence.earlier and _may_be_part(sentence.earlier[-1]):
        yield sentence.earlier[-1], numbers[0]
    for at, share in enumerate(numbers):
        if share.unit != "percent" or share.mention.kind == "change" or not share.single or stated(sentence, at):
            continue
        near = (one for one in reversed(numbers[max(0, at - 3) : at]) if one.mention.kind != "duration")
        before = next((one for one in near if not MORE_BEFORE.search(sentence.before(one))), None)
        after = numbers[at + 1] if at + 1 < len(numbers) else None
        if before and _may_be_part(before) and _leads_to(sentence.between(before, share)):
            yield before, share
        elif after and _may_be_part(after) and TO_PART.match(sentence.between(share, after)):
            later = numbers[at + 2 : at + 3]  # a part that is followed by a share of its own is that one's
            if not later or later[0].unit != "percent" or not TO_SHARE.match(sentence.between(after, later[0])):
                yield after, share


def _leads_to(gap: str) -> bool:
    """Return whether a share after some words is that of the number before them, and not a share of that number."""
    return bool(TO_SHARE.match(gap)) and not OF_THEM.search(gap)


def _may_be_part(number: Number) -> bool:
    return number.unit not in UNITS and number.mention.kind in ("count", "money", "measure") and not number.limit


def _wholes(sentence: Sentence, part: Number) -> list[Number]:
    """Return the numbers that a part can be of, the nearest first."""
    own = [one for one in sentence.numbers if one.end <= part.start]
    seen = [*reversed(own), *(one for one in reversed(sentence.earlier) if one.end <= part.start)]
    return [
        one
        for one in seen
        if one.alike(part)
        and one.single
        and one.value > part.value
        and (one.value > LEAST or one.unit != "count")
        and not one.limit
    ]


def _pointed_at(sentence: Sentence, wholes: Iterable[Number], part: Number, share: Number) -> Number | None:
    """Return the whole that is named by what it counts: 2,450名受检者, and of 全部受检者 so many."""
    named = ALL_OF.search(sentence.before(min(part, share, key=lambda one: one.start)))
    noun = next(filter(None, named.groups()))[:5].lower() if named else ""
    near = (one for one in wholes if noun and noun in sentence.text[one.end : one.end + 24].lower())
    return next(near, None)


def fits(part: Number, whole: Number, share: Number) -> bool:
    """Return whether a share can be that of a part, each read as widely as a fair reader does."""
    numbers = (part, whole, share)
    one, all_, said = (number.fair(numbers) for number in numbers)
    if all_.low <= 0:
        return False
    return 100 * one.low / all_.high <= said.high and said.low <= 100 * one.high / all_.low


def _explains(whole: Number, part: Number, pairs: Iterable[tuple[Number, Number]]) -> bool:
    """Return whether a whole is that of the shares beside this one."""
    return any(
        one.unit == part.unit and one.value < whole.value and one.start != part.start and fits(one, whole, share)
        for one, share in pairs
    )


def _of_one(part: Number, share: Number, other: Number, its_share: Number) -> bool:
    """Return whether two parts are of one whole that is not named, by their shares."""
    if not part.alike(other) or min(share.value, its_share.value, other.value) <= 0:
        return False
    mine, theirs = part.value / share.value, other.value / its_share.value
    return abs(mine - theirs) * 50 < mine


def _pointed(sentence: Sentence, part: Number, share: Number) -> bool:
    """Return whether the words point at a whole (of these, 其中), or name one in the same sentence (占)."""
    first, last = sorted((part, share), key=lambda one: one.start)
    gap = sentence.text[first.end : last.start]
    if OF_ANOTHER.search(gap):
        return False
    between = gap if first is share else ""
    if OF_THEM.search(f"{sentence.before(first)[-60:]}|{between}") or OF_ALL.match(sentence.after(last)):
        return True
    if "率" in gap and not RATE.search(gap):
        return False
    if RATE.search(gap):
        return bool(sentence.numbers[0].start < part.start)
    inside = any(one.alike(part) and one.value > part.value and one.end <= part.start for one in sentence.numbers)
    return inside and "占" in gap


def stated(sentence: Sentence, at: int) -> tuple[Number, Number] | None:
    """Return part and whole of a share where all three are stated together."""
    numbers, share = sentence.numbers, sentence.numbers[at]
    before, earlier = (numbers[at - 1] if at else None), (numbers[at - 2] if at > 1 else None)
    after, later = (*numbers[at + 1 : at + 3], None, None)[:2]
    found = None
    if earlier and before:
        found = _then_share(sentence, earlier, before, share)
    if (
        not found
        and after
        and later
        and SHARE_OF.match(sentence.between(share, after))
        and TO_PART.match(sentence.between(after, later))
    ):
        found = later, after
    if not found and before and after:
        found = _around(sentence, before, share, after)
    if not found and after and later and _bracketed(sentence, share, after, later):
        found = after, later
    if found and found[1].end < share.start and re.match(r"\sof\b", sentence.after(share)):
        found = None  # of something else
    return found if found and _fit_to_compare(*found) else None


def _fit_to_compare(part: Number, whole: Number) -> bool:
    big = part.unit != "count" or whole.value > LEAST
    return (
        big
        and part.alike(whole)
        and part.unit not in UNITS
        and part.value < whole.value
        and part.single
        and whole.single
    )


def _then_share(sentence: Sentence, one: Number, two: Number, share: Number) -> tuple[Number, Number] | None:
    """Read “of the 1,200 staff, 480 (40%)”, “480 of the 1,200 staff, or 40%”, “1200人中480人，占40%”."""
    gap, last = sentence.between(one, two), sentence.between(two, share)
    if OF_ANOTHER.search(last):
        return None
    if OF_WHOLE.search(gap) and len(gap) < 50 and "," not in gap and TO_SHARE.match(last):
        return one, two
    if OF_WHOLE.search(sentence.before(one)) and re.match(r"^[^.;]{0,60}$", gap) and TO_SHARE.match(last):
        return two, one
    if (OF_THEM.search(gap) or AMONG.match(gap)) and TO_SHARE.match(last):
        return two, one
    if TAKES_OF.match(gap) and SHARE_ZH.match(last):
        return one, two
    return None


def _around(sentence: Sentence, before: Number, share: Number, after: Number) -> tuple[Number, Number] | None:
    """Read “480, or 40% of the 1,200 staff”, “1200人的40%即480人”."""
    if TO_SHARE.match(sentence.between(before, share)) and SHARE_OF.match(sentence.between(share, after)):
        return before, after
    whole = OF_WHOLE.search(sentence.before(before)) and re.match(r"^[^.;]{0,40},\s$", sentence.between(before, share))
    if whole and TO_PART.match(sentence.between(share, after)):
        return after, before
    if IS_PART.match(sentence.between(share, after)) and "占" in sentence.between(before, share):
        return after, before
    if SHARE_ZH.match(sentence.between(before, share)) and TO_PART.match(sentence.between(share, after)):
        return after, before
    return None


def _bracketed(sentence: Sentence, share: Number, part: Number, whole: Number) -> bool:
    """Read “40% (480) of the 1,200 staff”."""
    opened = re.match(r"^\s?[(（]$|^, or (?:about |some )?$", sentence.between(share, part))
    return bool(opened and OF_WHOLE.search(gap := sentence.between(part, whole)) and len(gap) < 50 and "," not in gap)
