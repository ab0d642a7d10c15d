"""Scan a text for numeric expressions: find where a number can begin, and try there the forms that begin so."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from claimbook.mention import comparators, hidden, named, numerals, parts, plain, weights, word_before
from claimbook.mention.atoms import Result
from claimbook.mention.begin import BEGIN, NUMERIC
from claimbook.mention.catalogue import (
    ARABIC,
    FLAGS,
    FORMS,
    HAN,
    LABEL,
    LABELS,
    LETTERS,
    LONG,
    READERS,
    YEAR,
    Form,
    after_space,
)
from claimbook.mention.folding import fold, is_usual, regional
from claimbook.mention.lists import joins, listed
from claimbook.mention.mention import Mention
from claimbook.mention.tables import Tables, has_tables
from claimbook.mention.units import UNITS

AS_MUCH = re.compile(
    r"\s(?:as|the|more|less|higher|lower|larger|greater|bigger|longer|faster|that|its|their|what|annual|net|of|"
    r"earnings|sales|revenue)\b"
)
BRACKETS = ("(", "（")
CODED = frozenset(LETTERS + "-/ ")  # what a code may have before its digits
UNSETTLED = frozenset(("percent", "times", "count", "degree", "GBP"))  # these depend on the words around them
INSIDE = "两点又分之几0-9个折成kK"
SPACED = re.compile(
    rf"[{numerals.ALL}负两](?:[{numerals.ALL}.{INSIDE}]| {{1,3}}(?=[{numerals.ALL}{INSIDE}])){{1,60}}", re.ASCII
)
RUN = re.compile(r"\d+", re.ASCII)
DIGITS_IN_ADDRESS = re.compile(r"[A-Za-z]*\d[A-Za-z0-9]*", re.ASCII)


@cache
def pattern(char: str) -> re.Pattern[str] | None:
    """Return the forms that can begin with a character as one pattern, or None if there is none."""
    return _compiled(tuple(form for form in FORMS if _begins(form, char)))


def _begins(form: Form, char: str) -> bool:
    """Return whether a form can begin with a character; all letters are alike, and so are Chinese numerals."""
    same = LETTERS if char in LETTERS else HAN if char in HAN else char
    return not set(same).isdisjoint(form.begins)


def digits_pattern(text: str, start: int) -> re.Pattern[str] | None:
    """Return the forms that the digits at `start` can begin, by what is around them, as one pattern, or None."""
    run = RUN.match(text, start)
    end = run.end() if run else start
    after, size = text[end : end + 1], end - start
    if after == " ":
        after = text[end : end + 2]
    mark = LONG if size > 6 else YEAR if size == 4 and text[start] in "12" else ""
    return _digits_pattern(after, mark, text[start - 1 : start] in LABELS)


@lru_cache(maxsize=8192)
def _digits_pattern(after: str, mark: str, labelled: bool) -> re.Pattern[str] | None:
    marks = {*(after_space(after[1:]) if after[:1] == " " else after), mark, LABEL if labelled else ""} - {""}
    return _compiled(tuple(form for form in FORMS if "0" in form.begins and not marks.isdisjoint(form.then)))


@cache
def _compiled(options: tuple[Form, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?P<{form.name}>{form.pattern})" for form in options), FLAGS) if options else None


def mentions(text: str) -> Iterator[Mention]:
    """Yield every numeric expression of `text`, in order; none overlaps another.

    Examples
    --------
    >>> [mention.exact for mention in mentions("权重60%-80%,共数百项,超过１,200元")]
    ['60%-80%', '数百项', '１,200元']
    """
    usual = is_usual(text)
    if not usual and hidden.HIDDEN.search(text) and hidden.BESIDE.search(text):
        shown, places = hidden.without(text)
        for one in mentions(shown):
            start, end = places[one.start], places[one.end - 1] + 1
            yield one._replace(start=start, end=end, exact=text[start:end])
        return
    folded = fold(text, usual)
    tables, local = Tables(folded) if has_tables(folded) else None, {} if usual else regional(text)
    new = tuple.__new__
    waiting: list[Mention] = []
    for result in results(folded):
        start, end, low, high, unit, comparator, kind = result
        given = None
        if text[start] == "—" and low is not None and high is not None and kind == "count":  # children —730 children
            start, low, high = start + 1, abs(high), abs(low)
        if tables and low is not None and high is not None:
            if text[max(0, start - 3) : start].rstrip(" $€£¥")[-1:] in BRACKETS and tables.negative(start, end):
                low, high = -high, -low
                unit, kind = ("count", "count") if kind == "ordinal" else (unit, kind)
            if unit == "count" and (given := tables.unit(start, end)):
                unit, kind = given.name, given.kind
                low, high = low.scaleb(given.power), high.scaleb(given.power)
        if not given and unit in local:
            unit = local[unit] if unit == "CNY" or text.startswith("$", start) else unit
        mention = new(Mention, (start, end, text[start:end], low, high, unit, comparator, kind))
        if waiting or (unit == "count" and joins(folded, end)):
            yield from listed(folded, waiting, mention)
        else:
            yield mention
    yield from waiting


def results(text: str) -> Iterator[Result]:
    """Yield start, end, low, high, unit, comparator and kind of every numeric expression of a folded text."""
    search, at, done = BEGIN.search, 0, -1
    while begin := search(text, at):
        start = begin.start()
        char = text[start]
        result: Result | None = None
        if char in ARABIC:
            result = _coded(text, start, done) if text[start - 1 : start] in CODED else None
            if result is None and begin[3]:  # a unit comes right after it
                result = plain.plain(text, begin)
        elif (
            char in HAN
            and text.find(" ", start, start + 9) > 0
            and (spaced := SPACED.match(text, start))
            and " " in spaced[0]
        ):
            result = _spaced(text, spaced)
        if (
            result is None
            and (options := digits_pattern(text, start) if char in ARABIC else pattern(char))
            and (match := options.match(text, start))
        ):
            read = READERS[match.lastgroup or ""]
            if read is None:
                at = done = match.end()
                yield from _inside(text, match)
                continue
            result = read(text, match)
        if result is None and char in NUMERIC and not (char == "-" and start == done):  # right after one: no minus
            result = plain.number(text, start)
        if result is None:
            at = start + 1
            continue
        if result[4] in parts.FOLLOWED and parts.may_follow(text, result):
            result = parts.joined(text, result)
        if result[4] in UNSETTLED:
            result = _settled(text, result)
        at = done = max(start + 1, result[1])
        yield result


def _coded(text: str, start: int, done: int) -> Result | None:
    """Return the code that the digit at `start` belongs to, if what is before it can begin one."""
    if text[start - 1] == " " and not text[start - 2].isupper():
        return None
    span = named.code(text, start)
    return (*span, None, None, "code", "=", "code") if span and span[0] >= done else None


def _spaced(text: str, match: re.Match[str]) -> Result | None:
    """Read a numeral with spaces inside, as in 一百 五 十 二, where all of it makes one number."""
    words = match[0].replace(" ", "")
    if not any(char in "十百千万亿折成之" for char in words):
        return None
    inner = list(results(words))
    if len(inner) != 1 or inner[0][:2] != (0, len(words)):
        return None
    (_, _, low, high, unit, _, kind), (start, end) = inner[0], match.span()
    return start, end, low, high, unit, comparators.comparator(text, start, end, unit), kind


def _inside(text: str, match: re.Match[str]) -> Iterator[Result]:
    """Yield the codes inside an address or a tag; a word to pass over holds none."""
    pattern = {"url": DIGITS_IN_ADDRESS, "tag": RUN}.get(match.lastgroup or "")
    for inner in pattern.finditer(text, *match.span()) if pattern else ():
        yield *inner.span(), None, None, "code", "=", "code"


def _settled(text: str, result: Result) -> Result:
    """Decide by the words around whether a share is a change and a bare number part of a name."""
    start, end, low, high, unit, comparator, kind = result
    less = low is not None and low < 0
    if (unit == "percent" or kind == "ratio") and (less or comparators.changes(text, start, end, comparator != "=")):
        kind = "change"
    elif unit == "times" and text.startswith(("times", "time"), end - 5) and not AS_MUCH.match(text, end):
        end -= 6  # shared 40,000 times counts, three times as many does not
        unit = kind = "count"
    elif unit == "GBP":
        if weights.weighed(text, start, end):
            unit, kind = "pound", "measure"
    elif unit == "degree" and ("电" in text[max(0, start - 8) : start] or text.startswith("电", end)):
        unit = "kilowatt_hour"
    elif unit == "count" and kind == "count":
        if text[end : end + 2] in parts.MORE_TIME_STARTS and (more := parts.MORE_TIME.match(text, end)):
            unit, kind, _ = UNITS[more[1]]
            return start, more.end(), low, high, unit, comparator, kind
        if word_before.numbered_name(text, start, end):
            return start, end, None, None, "code", "=", "code"
        by_word = word_before.by_the_word_before(text, start)
        if by_word and not (by_word[0] in ("rank", "code") and " " in text[start:end]):  # no unit of 64.8 million
            unit, kind = by_word
            if unit in ("rank", "code") and (lettered := word_before.LETTERED.match(text, start)):
                return start, lettered.end(), None, None, "code", "=", "code"
            return (
                start,
                end,
                *((None, None) if unit == "code" else (low, high)),
                unit,
                comparator if unit in ("point", "year") else "=",
                kind,
            )
        currency = plain.money_before(text, start)
        if currency:
            unit, kind = currency, "money"
    return start, end, low, high, unit, comparator, kind
