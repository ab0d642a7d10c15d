"""What a number of a claim is per: so many people, a hectare, in words or digits, before it or after it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from claimbook.mention import Mention
from claimbook.mention.rate import rate
from claimbook.series.scale import RATED, Scale

MANY = {
    "thousand": "1000",
    "ten thousand": "10000",
    "hundred thousand": "100000",
    "million": "1000000",
    "千": "1000",
    "万": "10000",
    "十万": "100000",
    "10万": "100000",
    "百万": "1000000",
}
FOR_EVERY = re.compile(
    r"(?i)^[^.;,\d]{0,40}\b(?:per|for every|for each|in every|out of every)"
    r" (1(?:,?000){1,2}|100(?:,?000)?|10,?000|(?:(?:a |one )?(?:ten |hundred )?thousand|(?:a |one )?million))\b"
)
ZH_EVERY = re.compile(r"每(千|万|十万|10万|百万)(?:名\S{0,4}|人口?|居民)\S{0,4}$")
HECTARE = re.compile(r"(?i)^[^.;,\d]{0,30}\b(?:per|a|an|each|every) hectare\b")
ZH_HECTARE = re.compile(r"每公顷\S{0,4}$")
PER_TIME = re.compile(r"(?i)^[^.;\d]{0,45}?\b(?:every|each|per|a) (day|hour|week|month|minute)\b(?! of)")
DAILY = re.compile(r"(?i)\b(daily|hourly|weekly|monthly)\b(?! (?:median|mean|wage|income))")
PER_DAY = {"daily": "day", "hourly": "hour", "weekly": "week", "monthly": "month"}


def rated(text: str, mention: Mention) -> str:
    """Return the unit with what it is per, also where the words for it are further away: “10 die … every hour”."""
    unit = rate(text, mention)
    if "/" in unit or mention.kind not in ("count", "money", "measure"):
        return unit
    match = PER_TIME.search(text[mention.end :]) or DAILY.search(text)
    return f"{unit}/{PER_DAY.get(match[1].casefold(), match[1].casefold())}" if match else unit


def per_so_many(scale: Scale | None, before: str, after: str) -> Scale | None:
    """Return the scale with what it is per, where its unit does not say so: “0.8 for every thousand people”, 每千人.

    Examples
    --------
    >>> per_so_many(Scale("count"), "", " dentists for every ten thousand people").per
    Decimal('10000')
    >>> per_so_many(Scale("mass", Decimal(1000)), "", " of soy from each hectare")
    Scale(kind='yield', factor=Decimal('1'), per=Decimal('0'))
    """
    if scale is None or scale.per:
        return scale
    if scale.kind == "mass" and (HECTARE.search(after) or ZH_HECTARE.search(before)):
        return Scale("yield", scale.factor / 1000)
    match = FOR_EVERY.search(after) or ZH_EVERY.search(before)
    if not match or scale.kind not in RATED:
        return scale
    words = match[1].casefold().removeprefix("a ").removeprefix("one ")
    return replace(scale, per=Decimal(MANY.get(words, words.replace(",", ""))))
