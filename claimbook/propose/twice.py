"""One quantity that the text states twice, with two numbers."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from claimbook.language.phrase import HAN, Statement
from claimbook.propose.numbers import Number
from claimbook.propose.sentences import Sentence
from claimbook.propose.sketch import Said, Sketch
from claimbook.tables.vocabulary import CheckBasis

TITLE_LENGTH = 100
MOST = 400  # numbers that are compared with each other
CLAUSE = re.compile(r"[,，;；:：。!?！？\n|\t()（）“”\"]|\.\s|——|[–—]")
WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
CHINESE = re.compile("[\u4e00-\u9fff]+")
EMPTY = frozenset(
    "the a an of in on at to for from by with and or that this these those it its is are was were be been has have had will would could should said says"
    " about around nearly more than less over under some all each per year years month months day days million billion thousand percent new they their he she his"
    " her who which as also now only total not but up there into after before between during while when where what".split()
)
WHEN = re.compile(
    r"\d{4}年?|(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月|[上下]半年|[一二三四]季度|去年|今年|上年|前年|同期|明年|目前|本月|上月|此前|\b(?:last|this|next|previous|earlier|first|second|third|fourth)\s(?:year|month|quarter|half|week)"
    r"|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\bQ[1-4]\b|\b(?:1[89]|20)\d\d\b|\b(?:a|an) (?:year|month|decade) (?:ago|earlier)\b",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"(?:\b(?:compared with|compared to|against|versus|from|than|to|between|another|other|next|first|each|every|only)|比|较|从|至|到|另|每|再|又|增加|减少|各)[^，,。;]{0,8}$",
    re.IGNORECASE,
)
FILLER = re.compile("[的了是在有为共和与及将已约近也都就等其该这那个达]")
LEAST_EN, LEAST_ZH, INSIDE, INSIDE_A_SLIP = 3, 5, 0.8, 0.5
LEAST = 10  # smaller numbers are said of too many things
SAME_THING = Statement("both numbers are of the same thing at the same time", "两个数说的是同一时间的同一件事")
SAID = Said(
    Statement("One quantity, stated twice", "同一数量的两处说法"),
    Statement("The article says {0} in one place and {1} in another.", "文章一处称{0}，另一处称{1}。"),
    Statement("the same words go with two numbers", "同样的词语配有两个数"),
)


@dataclass(frozen=True)
class _Told:
    number: Number
    sentence: Sentence
    words: frozenset[str]
    names: frozenset[str]
    when: frozenset[str]
    least: int
    title: bool


def patterns(told: Iterable[Sentence]) -> Iterator[Sketch]:
    """Yield a check for each quantity that two sentences state with two numbers."""
    named = (one for sentence in told for number in sentence.numbers if (one := _told(sentence, number)))
    numbers = list(islice(named, MOST))
    often = Counter((one.number.unit, one.words) for one in numbers)
    by_unit: dict[str, list[_Told]] = {}
    for one in numbers:
        if often[one.number.unit, one.words] < 3:  # the third time it is a pattern of sentences, not a thing
            for other in by_unit.setdefault(one.number.unit, []):
                if _same(other, one):
                    yield Sketch(SAID, (other.number, one.number), "{0}", "{1}", one.number.unit, conclusion=(0, 1),
                                 basis=CheckBasis.PLAIN_READING, reading=SAME_THING)  # fmt: skip
            by_unit[one.number.unit].append(one)


def _told(sentence: Sentence, number: Number) -> _Told | None:
    """Return a number with the words that name it; None where it is a step, a limit or a change."""
    if (
        number.mention.kind in ("change", "ratio", "duration")
        or number.limit
        or not number.single
        or "\t" in sentence.words
        or "|" in sentence.words
    ):
        return None
    before, after = sentence.before(number), sentence.after(number)
    if COMPARED.search(before) or number.mention.spoken:
        return None
    clauses, right = CLAUSE.split(before), CLAUSE.split(after)[0]
    left = (
        clauses[-1] if clauses[-1].strip() or len(clauses) < 2 or re.search(r"\d", clauses[-2]) else clauses[-2]
    )  # an apposition is of what it follows
    if number.value < LEAST or re.match(r"\s?(?:who|which|that|whose)\b", left):  # of whom is said before
        return None
    words, names, least = _words(left, right)
    when = frozenset(match[0].lower() for match in WHEN.finditer(sentence.words))
    return _Told(number, sentence, words, names, when, least, _is_title(sentence)) if len(words) > 1 else None


def _is_title(sentence: Sentence) -> bool:
    """Return whether a sentence is the first line of the text, which the rest repeats."""
    words = sentence.words
    return not sentence.text[: sentence.start].strip() and words.endswith("\n") and len(words.strip()) < TITLE_LENGTH


def _words(left: str, right: str) -> tuple[frozenset[str], frozenset[str], int]:
    clause = WHEN.sub(" ", f"{left} # {right}")
    if HAN.search(clause):
        parts = CHINESE.findall(FILLER.sub("", clause))
        return frozenset(part[at : at + 2] for part in parts for at in range(len(part) - 1)), frozenset(), LEAST_ZH
    words = WORD.findall(clause)
    plain = frozenset(_stem(word) for word in words if word.lower() not in EMPTY)
    names = frozenset(_stem(word) for word in words[1:] if word[0].isupper() and word.lower() not in EMPTY)
    return plain, names, LEAST_EN


def _stem(word: str) -> str:
    return re.sub(r"(?:'s|’s|ies|es|s|ed|ing)$", "", word.lower())


def _same(one: _Told, other: _Told) -> bool:
    """Return whether two numbers seem to be of one thing: words, names and dates agree, and nothing sets them apart."""
    if (
        one.sentence.start == other.sentence.start
        or (one.when != other.when and not (one.title and one.when <= other.when))
        or one.least != other.least
    ):
        return False
    if exchanged(one.number, other.number):
        return True
    shared, fewer = one.words & other.words, min(len(one.words), len(other.words))
    slip = slipped(one.number.value, other.number.value)
    if not slip and not one.title:
        return False
    least, inside = (one.least - (1 if one.least == LEAST_EN else 2), INSIDE_A_SLIP) if slip else (one.least, INSIDE)
    if len(shared) < least or len(shared) < inside * fewer or (one.names - other.names and other.names - one.names):
        return False
    low, high = sorted((one.number.value, other.number.value))
    return slip or 0 < low < high < 2 * low


def exchanged(one: Number, other: Number) -> bool:
    """Return whether two numbers of one kind are one with two neighbouring digits exchanged: 326.8 and 362.8."""
    digits = [one.mention.exact for one in (one, other)]
    first, second = (re.sub(r"[^\d.,]", "", each) for each in digits)
    differ = [at for at, (left, right) in enumerate(zip(first, second, strict=False)) if left != right]
    near = len(first) == len(second) and len(differ) == 2 and differ[1] - differ[0] <= 2
    swapped = near and first[differ[0]] == second[differ[1]] and first[differ[1]] == second[differ[0]]
    return bool(swapped) and one.alike(other) and len(re.sub(r"\D|0+$", "", first)) > 2


def slipped(one: Decimal, other: Decimal) -> bool:
    """Return whether two numbers differ by a slip of the pen: digits exchanged, one digit, or a nought.

    Examples
    --------
    >>> slipped(Decimal(9840), Decimal(9480)), slipped(Decimal(120), Decimal(1200)), slipped(Decimal(35), Decimal(48))
    (True, True, False)
    """
    digits = ["".join(map(str, value.normalize().as_tuple().digits)) for value in (one, other)]
    if one == other or min(map(len, digits)) < 2:
        return False
    if digits[0] == digits[1]:
        return True
    alike = len(digits[0]) == len(digits[1]) > 2 and one.adjusted() == other.adjusted()
    changed = len(digits[0]) > 3 and sum(map(str.__ne__, *digits)) == 1
    return alike and (sorted(digits[0]) == sorted(digits[1]) or changed)
