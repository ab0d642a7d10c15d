"""Years by date beside the years that are said to be between them."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from claimbook.language.phrase import Statement
from claimbook.propose.numbers import Number
from claimbook.propose.reach import slip
from claimbook.propose.sentences import Sentence
from claimbook.propose.sketch import Said, Sketch, op_of
from claimbook.tables.vocabulary import CheckBasis

OTHER = re.compile(  # years that are not those between the two dates: an age, a record, a term
    r"(?:再过|又过|此后|其后|之后|另|时隔|近|未来|今后|连续|为期|第|每"
    r"|\b(?:another|further|next|last|past|every|aged?|in)) ?$",
    re.IGNORECASE,
)
OTHERS = re.compile(r"^[岁来以多余周]|^[^\s]{0,2}以来|^-|^ (?:ago|low|high)\b")
EVENTS = re.compile(
    r"\b(?:from|between|since|until|till|founded|established|opened|closed|built|started|began|born|launched|formed|created|ended|joined|retired|moved|became)\b|从|自|至|到|成立|创[立办建]|建[成立]|办起|开[馆业张]|始[建于]|诞生|上市|投产",
    re.IGNORECASE,
)
DIRECT = 10  # characters between the later year and the years that it ends
NEAR = 160  # characters between a year and what is counted from it
FEWEST, MOST = 3, 1000  # years; one or two are rounded too freely, and 1952 is a date
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
    for span in sentence.numbers:
        if span.unit != "year" or span.mention.kind != "duration" or not span.single or not FEWEST <= span.value < MOST:
            continue
        years = _near(sentence, span)
        pairs = [(one, two) for one, two in combinations(years, 2) if one.value < two.value]
        ranges = [(one, one) for one in years if not one.single]
        fitting = next((pair for pair in reversed(pairs + ranges) if _gap(*pair) == span.value), None)
        if found := fitting or _meant(sentence, years, span):
            yield from between(*found, span)


def _near(sentence: Sentence, span: Number) -> list[Number]:
    """Return the years near a span, in the order of the text."""
    seen = [one for one in sentence.earlier_years if span.start - one.end <= NEAR]
    return [one for one in (*seen, *sentence.years) if abs(one.start - span.start) <= NEAR][-12:]


def _gap(first: Number, last: Number) -> Decimal:
    return last.quantity.high - first.quantity.low


def _meant(sentence: Sentence, years: list[Number], span: Number) -> tuple[Number, Number] | None:
    """Return the two years that a span which fits none was counted between, where the words leave no other."""
    if len(years) == 1 and not years[0].single and 0 <= span.start - years[0].end < 8:
        return years[0], years[0]
    values = sorted({one.value for one in years})
    if len(values) != 2 or not all(one.single for one in years):
        return None
    first, last = (next(one for one in years if one.value == value) for value in values)
    if (
        OTHER.search(sentence.before(span))
        or OTHERS.match(sentence.after(span))
        or not first.start < min(last.start, span.start)
    ):
        return None
    apart = sentence.text[max(last.end if last.start < span.start else first.end, 0) : span.start]
    words = sentence.text[max(0, first.start - 30) : last.start]
    gap = values[1] - values[0]
    direct = len(apart) <= DIRECT or slip(gap, span.value)
    return (first, last) if direct and len(apart) < NEAR // 2 and EVENTS.search(words) else None


def between(first: Number, last: Number, span: Number) -> Iterator[Sketch]:
    """Yield the readings of the time between two years; a range of years is both."""
    ends = ("{0}_low", "{0}_high") if first is last else ("{0}", "{1}")
    numbers = (first, last, span)
    for extra, reading in (("", PLAIN), (" + 1 * year", BOTH), (" - 1 * year", SHORT)):
        yield Sketch(SAID, numbers, f"{ends[1]} - {ends[0]}{extra}", "{2}", "year", op_of(span),
                     basis=CheckBasis.READING, reading=reading)  # fmt: skip
