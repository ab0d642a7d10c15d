"""Say a finished English sentence in the language that is spoken: errors, help, what a terminal prints.

Such a sentence is an f-string in the code; its row in ``sentences.csv`` is that f-string as it is written there, so
that one finds the other. What was filled in stays, or is said too where it is a sentence itself.
"""

import csv
import re
from functools import cache
from pathlib import Path

from claimbook.language.phrase import catalogue
from claimbook.language.speaking import spoken

FILLED = re.compile(r"\{[^{}]*\}")
HAN = re.compile(r"[\u4e00-\u9fff]")  # what is Chinese already
WORD = re.compile(r"[^\W\d_]")
# What the operating system says of a file, inside a sentence of ours.
OF_THE_SYSTEM = (
    "No such file or directory",
    "Permission denied",
    "Is a directory",
    "Not a directory",
    "File exists",
    "File name too long",
    "No space left on device",
    "Read-only file system",
)
DEEPEST = 4  # sentences inside one another


def translated(sentence: str, depth: int = 0) -> str:
    """Return a sentence in the language that is spoken; one that has no Chinese stays English.

    Examples
    --------
    >>> from claimbook.language.speaking import speaking
    >>> with speaking("zh"):
    ...     translated("“period” ends before it begins; swap the dates")
    '“period”的结束早于开始；请对调'
    """
    if spoken()[0] == "en" or depth > DEEPEST:
        return sentence
    if known := rows().get(sentence) or catalogue().get(sentence):
        return known
    for parts, places, chinese in templates():
        if found := _filled(sentence, parts):
            fills = {place: translated(fill, depth + 1) for place, fill in zip(places, found, strict=True)}
            same = [*fills.values()] == found and not HAN.search("".join(found))
            if same and not WORD.search(FILLED.sub("", chinese)):
                continue  # marks alone, between words of which none is known: no sentence of ours
            return FILLED.sub(lambda match, fills=fills: fills[match[0]], chinese)  # type: ignore[misc]
    return sentence


@cache
def rows() -> dict[str, str]:
    """Return the Chinese of each sentence as the code writes it."""
    with Path(__file__).with_name("sentences.csv").open(encoding="utf-8", newline="") as file:
        return {row["en"]: row["zh"] for row in csv.DictReader(file)}


@cache
def templates() -> tuple[tuple[list[str], list[str], str], ...]:
    """Return the sentences with places to fill, by the parts between these; those with the most words first."""
    filled = [(en, zh) for en, zh in rows().items() if FILLED.search(en)]
    filled.sort(key=lambda pair: -len(FILLED.sub("", pair[0])))
    return tuple((FILLED.split(en), FILLED.findall(en), zh) for en, zh in filled)


def _filled(sentence: str, parts: list[str]) -> list[str]:
    """Return what fills the places between the parts of a sentence, each as short as it can be; else nothing.

    Each part is looked for once, after the one before it, so that what fills a place costs no more than its length.
    """
    first, *middle, last = parts
    at, end = len(first), len(sentence) - len(last)
    if not (sentence.startswith(first) and sentence.endswith(last) and at <= end):
        return []
    found = []
    for part in middle:
        if (place := sentence.find(part, at, end)) < 0:
            return []
        found.append(sentence[at:place])
        at = place + len(part)
    return [*found, sentence[at:end]]
