"""Sentences in English and Chinese: kept as words and fills until the language is known."""

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path

from claimbook.language.speaking import spoken
from claimbook.quantity.quantity import Interval, Quantity, in_words
from claimbook.quantity.unit import UNITS, is_unit, split, unit_words
from claimbook.quantity.written import plain, written

Book = Mapping[str, str]  # English words of the data -> Chinese
LANGUAGES = {"en": "English", "zh": "中文"}
BETWEEN = {"en": " ", "zh": ""}  # what stands between two sentences
HAN = re.compile("[\u3400-\u9fff]")
PLACE = re.compile(r"\{(\w+)\}|[{}]")
AT = {"=": "", "~": "约", "<": "不到", "<=": "至多", ">": "超过", ">=": "至少"}


class Spoken:
    """Anything that can be said in each of the languages; as text it is in the one that is spoken."""

    def __str__(self) -> str:
        return self.said(*spoken())

    def __format__(self, form: str) -> str:
        return format(str(self), form)

    def __add__(self, other: object) -> "Series":
        return Series((self, other), BETWEEN)

    def said(self, language: str, book: Book | None = None) -> str:
        """Say it.

        Parameters
        ----------
        language : str
            A key of `LANGUAGES`.
        book : dict of str to str, optional
            English words of the data and what they are in Chinese.
        """
        raise NotImplementedError


@dataclass(frozen=True)
class Phrase(Spoken):
    """English words with places to fill, such as ``{claim}``; the Chinese is looked up when it is said.

    Examples
    --------
    >>> str(phrase("The gap is {gap}.", gap=Amount(Decimal(100000), Decimal(100000), "CNY")))
    'The gap is 100,000 yuan.'
    >>> phrase("The gap is {gap}.", gap=Amount(Decimal(100000), Decimal(100000), "CNY")).said("zh")
    '差距为10万元。'
    """

    words: str
    fills: Mapping[str, object] = field(default_factory=dict)

    def said(self, language: str, book: Book | None = None) -> str:
        """Say it; words that have no Chinese stay English."""
        words = self.words if language == "en" else in_chinese(self.words, book) or self.words
        if not self.fills:
            return words
        return PLACE.sub(lambda match: self._filled(match[1], language, book), words)

    def _filled(self, name: str, language: str, book: Book | None) -> str:
        if name not in self.fills:
            raise ValueError(f"“{self.words}” has a place that nothing fills")
        return say(self.fills[name], language, book)


@dataclass(frozen=True)
class Statement(Spoken):
    """Words of the data in English, Chinese or both, with places to fill; where one is empty, the other is said."""

    en: str = ""
    zh: str = ""
    fills: Mapping[str, object] = field(default_factory=dict)

    def said(self, language: str, book: Book | None = None) -> str:
        """Say it in a language, or in the other where it is not known in this one."""
        words = (self.zh or self.en) if language == "zh" else (self.en or self.zh)
        return PLACE.sub(lambda match: self._filled(match, language, book), words) if self.fills else words

    def _filled(self, match: re.Match[str], language: str, book: Book | None) -> str:
        if match[1] not in self.fills:
            raise ValueError(f"“{match[0]}” is a place that nothing fills")
        return say(self.fills[match[1]], language, book)

    @property
    def clause(self) -> "Statement":
        """The same without its full stop, to be set inside another sentence."""
        return Statement(self.en.rstrip("."), self.zh.rstrip("。"), self.fills)

    @property
    def texts(self) -> dict[str, str]:
        """What it is in each language in which it is known, by language."""
        return {language: words for language, words in (("en", self.en), ("zh", self.zh)) if words}


@dataclass(frozen=True)
class Series(Spoken):
    """Things said one after the other."""

    items: tuple[object, ...]
    between: Mapping[str, str]

    def said(self, language: str, book: Book | None = None) -> str:
        """Say each that says anything."""
        said = (say(item, language, book) for item in self.items)
        return self.between[language].join(words for words in said if words)


@dataclass(frozen=True)
class Amount(Spoken):
    """A number, or the two ends of a range, with its unit and without rounding."""

    low: Decimal
    high: Decimal
    unit: str

    def said(self, language: str, book: Book | None = None) -> str:
        """Say it; in Chinese, round numbers are counted in 万 and 亿."""
        if language == "en":
            return written(self.low, self.high, self.unit)
        ends = [self.low] if self.low == self.high else [self.low, self.high]
        return "–".join(map(number_zh, ends)) + unit_zh(self.unit)


@dataclass(frozen=True)
class Unit(Spoken):
    """A unit by itself."""

    name: str

    def said(self, language: str, book: Book | None = None) -> str:
        """Say it as it follows a number; in words where nothing follows one."""
        words = unit_words(self.name) if language == "en" else unit_zh(self.name)
        return words.strip() or phrase("number of things").said(language)


def phrase(words: str, **fills: object) -> Phrase:
    """Make a phrase; a fill that is a plain text is verbatim and is never translated."""
    return Phrase(words, fills)


def sentences(*items: object) -> Series:
    """Say sentences one after the other."""
    return Series(items, BETWEEN)


def listed(items: Iterable[object]) -> Series:
    """Say things with commas between them."""
    return Series(tuple(items), {"en": ", ", "zh": "、"})


def parted(items: Iterable[object]) -> Series:
    """Say things with semicolons between them."""
    return Series(tuple(items), {"en": "; ", "zh": "；"})


def say(thing: object, language: str, book: Book | None = None) -> str:
    """Say a phrase, a quantity, a number or a verbatim text in a language."""
    if isinstance(thing, Spoken):
        return thing.said(language, book)
    if isinstance(thing, Quantity):
        return in_words(thing) if language == "en" else quantity_zh(thing)
    return str(thing)


def in_chinese(words: str, book: Book | None = None) -> str | None:
    """Return the Chinese for English words of the package or of the data, or None where there is none."""
    return catalogue().get(words) or (book or {}).get(words)


@cache
def catalogue() -> dict[str, str]:
    """Return the Chinese for the package's own words (``chinese.csv``)."""
    with Path(__file__).with_name("chinese.csv").open(encoding="utf-8", newline="") as file:
        return {row["en"]: row["zh"] for row in csv.DictReader(file)}


def quantity_zh(quantity: Quantity) -> str:
    """Write a quantity for a Chinese reader.

    Examples
    --------
    >>> quantity_zh(Quantity(Decimal(300000), Decimal(300000), "CNY", "<="))
    '至多30万元'
    >>> quantity_zh(Quantity(Decimal(60), Decimal(80), "percent"))
    '60–80%'
    """
    ends = [quantity.low] if quantity.low == quantity.high else [quantity.low, quantity.high]
    between = "或" if quantity.precision == "readings" else "–"
    lead = "" if quantity.precision == "readings" else AT[quantity.comparator]
    return f"{lead}{between.join(map(number_zh, ends))}{unit_zh(quantity.unit)}"


def unit_zh(unit: str) -> str:
    """Write a unit as it follows a number in Chinese.

    Examples
    --------
    >>> unit_zh("CNY/month"), unit_zh("percent"), unit_zh("count")
    ('元/月', '%', '')
    """
    if not is_unit(unit):
        return unit_words(unit)
    counted, per = split(unit)
    return "/".join([UNITS[counted].zh, *(UNITS[one].zh.removeprefix("个") for one in per)])


def show(interval: Interval, unit: str) -> Amount:
    """Round an interval to three significant digits (five just below 100), to be said with its unit.

    Examples
    --------
    >>> str(show(Interval(Decimal("43.2"), Decimal("43.2")), "minute"))
    '43.2 minutes'
    """
    return Amount(_short(interval.low), _short(interval.high), unit)


def _short(value: Decimal) -> Decimal:
    digits = 5 if 99 < value < 100 else 3
    places = digits - 1 - value.adjusted() if value else 0
    return value.quantize(Decimal(1).scaleb(-places)) if places > 0 else value.to_integral_value()


def number_zh(value: Decimal) -> str:
    """Write a number as a Chinese reader counts it.

    Examples
    --------
    >>> number_zh(Decimal(300000)), number_zh(Decimal("12345")), number_zh(Decimal("2.1"))
    ('30万', '12,345', '2.1')
    """
    for name, size, whole in (("万亿", 10**12, 1), ("亿", 10**8, 1), ("万", 10**4, 100)):
        if abs(value) >= size and value % whole == 0:
            return f"{plain(value / size)}{name}"
    return plain(value)
