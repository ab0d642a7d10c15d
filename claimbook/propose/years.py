"""Years by date beside the years that are said to be between them."""

import re
from collections.abc import Iterator

from claimbook.language.phrase import Statement
from claimbook.propose.numbers import Number
from claimbook.propose.sentences import Sentence
from claimbook.propose.sketch import Said, Sketch, op_of
from claimbook.tables.vocabulary import CheckBasis

THEN = re.compile(
    r"^[^,，。.;；]{0,4}(?:[,，(（—–-]\s?|的|这|间)?(?:a |an |in |over |the |those |these |these |that |is |was |about |span of |period of |a period of |a span of |共|历时|前后|整整|已经|已|过去|约|近|长达|短短)*$",
    re.IGNORECASE,
)
LATER = re.compile(r"^(?: years?)?\s?(?:later|on|after),? in $|^[之以]?后[，的]?(?:到|至|在)?$", re.IGNORECASE)
AGAIN = re.compile(r"(?:再过|又过|此后|其后|之后|another|further|夺冠|获奖|结婚|毕业)\s?$")
PASSED = re.compile(r"^[^,，。.;；]{0,4}(?:过去|了)|^[^.,;]{0,4}\b(?:have|had|has) passed", re.IGNORECASE)
SPANNED = re.compile(r"\b(?:from|between|since)\b|从|自|至|到", re.IGNORECASE)
PLAIN = Statement("if the years are counted from the first to the last", "若按首尾年份之差计算")
BOTH = Statement("if the first and the last year are both counted", "若首尾两年都计入")
SHORT = Statement("if the last year was not complete", "若最后一年未满")
SAID = Said(
    Statement("Years between the stated dates", "所述年份之间的年数"),
    Statement("From {0} to {1} is {left}; the article says {2}.", "从{0}到{1}为{left}；文章称{2}。"),
    Statement("two years and the time between them are stated together", "文中同时给出起止年份与年数"),
)


def patterns(sentence: Sentence) -> Iterator[Sketch]:
    """Yield a check for each span of years that is stated beside its first and last year."""
    spans = [one for one in sentence.numbers if one.unit == "year" and one.mention.kind == "duration" and one.single]
    for span in spans:
        if span.value >= 3 and (found := _ends(sentence, span)):
            yield from _sketches(*found, span)


def _ends(sentence: Sentence, span: Number) -> tuple[Number, Number] | None:
    before = [one for one in sentence.years if one.end <= span.start][-2:]
    after = [one for one in sentence.years if one.start >= span.end][:1]
    if before and not before[-1].single:
        alone = not re.search(r"\d年?[、,，]\s?$", sentence.before(before[-1]))
        return (before[-1], before[-1]) if alone and THEN.match(sentence.between(before[-1], span)) else None
    if before and after and before[-1].single and after[0].single and before[-1].value < after[0].value:
        near = len(sentence.between(before[-1], span)) < 80 and LATER.match(sentence.between(span, after[0]))
        return (before[-1], after[0]) if near and not AGAIN.search(sentence.before(span)) else None
    if not before or not THEN.match(sentence.between(before[-1], span)):
        return None
    first = _first(sentence, before, bool(PASSED.search(sentence.after(span))))
    return (first, before[-1]) if first else None


def _first(sentence: Sentence, before: list[Number], passed: bool) -> Number | None:
    """Return the year from which the years to the last one are counted."""
    if len(before) == 2:
        gap = sentence.between(*before)
        spanned = SPANNED.search(sentence.before(before[0])[-12:] + gap) or passed
        return before[0] if before[0].single and spanned and len(gap) < 60 and not re.search(r"\d", gap) else None
    earlier = sentence.earlier_years[-1:]
    return earlier[0] if passed and earlier and earlier[0].single and earlier[0].value < before[0].value else None


def _sketches(first: Number, last: Number, span: Number) -> Iterator[Sketch]:
    ends = ("{0}_low", "{0}_high") if first is last else ("{0}", "{1}")
    numbers = (first, last, span)
    for extra, reading in (("", PLAIN), (" + 1 * year", BOTH), (" - 1 * year", SHORT)):
        yield Sketch(SAID, numbers, f"{ends[1]} - {ends[0]}{extra}", "{2}", "year", op_of(span),
                     basis=CheckBasis.READING, reading=reading)  # fmt: skip
