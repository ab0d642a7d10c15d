"""One share that is said in two ways: “one in ten”, “a third” or 三成 beside a percentage of the same thing."""

from collections.abc import Iterator

from claimbook.language.phrase import Statement
from claimbook.propose.numbers import Number
from claimbook.propose.reach import usable
from claimbook.propose.sentences import Sentence
from claimbook.propose.shares import SAID as SHARE_SAID
from claimbook.propose.shares import stated
from claimbook.propose.shares_words import EACH_HAS, HAS, MEANS, SAME
from claimbook.propose.sketch import Said, Sketch, op_of
from claimbook.propose.windows import LEAST, Window, linked
from claimbook.quantity.quantity import SPOKEN

SAID = {
    "same": Said(
        Statement("One share, said in two ways", "同一占比的两种说法"),
        Statement("{0} is {left}; the article also says {1}.", "{0}即{left}；文章又称{1}。"),
        Statement("one share is said as a fraction and as a percentage", "同一占比既用分数又用百分比表述"),
    ),
    "each": Said(
        Statement("One in so many beside the percentage", "“每若干人有若干人”与所述占比"),
        Statement(
            "{1} in {0}, as widely as a listener hears it, ends at {right}; the article says {2}.",
            "每{0}有{1}，按听者的宽松理解止于{right}；文章称{2}。",
        ),
        Statement(
            "one share is said as so many in so many and as a percentage", "同一占比既说“每若干有若干”又用百分比表述"
        ),
    ),
    "counts": Said(
        Statement("One in so many beside its two counts", "“每若干有若干”与两个计数"),
        Statement(
            "{0} of {1} is {left}; {3} in {2}, as widely as a listener hears it, ends at {right}.",
            "{1}中有{0}，即{left}；每{2}有{3}，按听者的宽松理解止于{right}。",
        ),
        Statement("two counts are stated beside so many in so many", "文中同时给出两个计数与“每若干有若干”"),
    ),
}


def patterns(sentence: Sentence) -> Iterator[Sketch]:
    """Yield a check for each share of a sentence that is said twice."""
    for at, share in enumerate(sentence.numbers):
        if share.unit == "percent" and share.mention.kind != "change" and not stated(sentence, at):
            yield from _said_twice(sentence, at)


def _said_twice(sentence: Sentence, at: int) -> Iterator[Sketch]:
    numbers, share = sentence.numbers, sentence.numbers[at]
    before, earlier = (numbers[at - 1] if at else None), (numbers[at - 2] if at > 1 else None)
    after, later = (*numbers[at + 1 : at + 3], None, None)[:2]
    if before and earlier and each(sentence, earlier, before) and SAME.match(sentence.between(before, share)):
        yield _one_in(earlier, before, share)
    elif after and later and each(sentence, after, later) and SAME.match(sentence.between(share, after)):
        yield _one_in(after, later, share)
    elif (
        before
        and before.unit == "percent"
        and before.mention.kind != "change"
        and before.mention.spoken != share.mention.spoken
    ):
        gap = sentence.between(before, share)
        if SAME.match(gap) and MEANS.search(gap):
            yield Sketch(SAID["same"], (before, share), "{0}", "{1}", "percent", op_of(share))


def _one_in(all_: Number, some: Number, share: Number) -> Sketch:
    """Return the check of “one in five”, which is as wide as a fair listener hears it, on the side of the share."""
    over = share.value * all_.value > 100 * some.value
    right = f"{1 + SPOKEN if over else 1 - SPOKEN} * {{1}} / {{0}}"
    return Sketch(SAID["each"], (all_, some, share), "{2}", right, "percent", "<=" if over else ">=")


def of_counts(part: Number, whole: Number, all_: Number, some: Number) -> Sketch:
    """Return the check of “every third of them” beside two counts, as widely as a fair listener hears it."""
    over = part.value * all_.value < some.value * whole.value
    right = f"{1 - SPOKEN if over else 1 + SPOKEN} * {{3}} / {{2}}"
    return Sketch(SAID["counts"], (part, whole, all_, some), "{0} / {1}", right, "percent", ">=" if over else "<=")


def each(sentence: Sentence, all_: Number, some: Number) -> bool:
    """Read “每五名观众中就有一名”."""
    counts = all_.unit == some.unit == "count" and some.value < all_.value
    return counts and bool(EACH_HAS.search(sentence.before(all_)) and HAS.match(sentence.between(all_, some)))


def one_in(window: Window) -> Iterator[Sketch]:
    """Read two counts and “one in so many”, which comes behind them."""
    target = window.target
    counts = [one for one in window.others if one.end <= target.start and one.unit == "count" and usable(one)]
    group = counts[-1:] if counts and each(window.last, counts[-1], target) else []
    counts = counts[: len(counts) - len(group)]
    if not group and (target.unit != "percent" or not target.mention.spoken or " in " not in target.mention.exact):
        return
    if len(counts) != 2 or counts[0].value == counts[1].value or max(one.value for one in counts) < 2 * LEAST:
        return
    part, whole = sorted(counts, key=lambda one: one.value)
    if linked(window, part, whole):
        yield (
            of_counts(part, whole, group[0], target)
            if group
            else Sketch(SHARE_SAID["share"], (part, whole, target), "{0} / {1}", "{2}", "percent", op_of(target))
        )
