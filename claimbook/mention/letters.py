"""What a lone letter after a number is: 5m metres or millions, 700 K kelvin or thousands, 0.2 M molar or millions.

What is around the letter decides. Where nothing does, the number keeps both readings: a guess may be a million wide.
"""

import re
from decimal import Decimal
from typing import TypeAlias

from claimbook.mention.numerals import Ends

Sense: TypeAlias = tuple[str, str]  # unit and kind; an empty unit: the letter is a magnitude

LETTERS = frozenset("kKmMbBT")
MAGNITUDE: Sense = ("", "")
KELVIN, METRE, MOLAR, TESLA = (("kelvin", "measure"), ("metre", "measure"), ("molar", "measure"), ("tesla", "measure"))
HEAT = re.compile(
    r"(?i)temperature|kelvin|thermal|thermo|\bheat|\bcool|\bcold|\bhot|superconduct|melting|boiling|freezing|cryo|°|℃"
    r"|atmospher|stellar|annealed|x-ray|温度|开尔文|绝对零度|(?-i:\d K\b.*\d K\b)",
    re.DOTALL,
)
FIELD = re.compile(r"(?i)\bMRI\b|magnet|scanner|tesla|\bfield|磁")
FORMULA = re.compile(
    r" ?(?:(?:[A-Z][a-z]?\d*){2,}\b|[a-z]*(?:ide|ate|acid|buffer|solution|urea|tris|imidazole|sucrose|glucose|ol)\b)|\]"
)
BESIDE = re.compile(r" ?(?:,|and|or|to|by|x|×|-)? ?[\d.]+ ?(?:cm|mm|km|ft|feet|inch(?:es)?|m)\b")
PER = re.compile(r" ?(?:[/²³^]|s ?-1|per\b)")
METRES_AFTER = re.compile(
    r"[ -](?:tall|wide|high|long|deep|thick|away|apart|across|above|below|beneath|underwater|pool|sprint|dash|race|relay|"
    r"freestyle|butterfly|backstroke|hurdles|waves?|depth|radius|resolution|telescope|deep|down|up|from|x|×|"
    r"(?:in|of) (?:length|height|width|depth|diameter|altitude|size|thickness))\b"
)
METRES_BEFORE = re.compile(
    r"(?i)\b(?:length|height|width|depth|diameter|distance|altitude|elevation|radius|radii|deep|depths|tall|long|wide|"
    r"thick|thickness|meters?|metres?|sprint|race|freestyle|wavelength|waves?|tower|tunnel|trench|at least one|"
    r"embedded|drilled|climbed|swam|ran|jump(?:ed)?)\b[^.;\n]{0,40}$"
)
COUNTED = re.compile(r" (?:[a-z][a-z-]* ){0,2}(?:[a-z][a-z-]*[a-rt-z]s|people|children|men|women|staff|dollars|yuan)\b")
NAMED_BEFORE = re.compile(r"[^.!?:;\n] (?:[A-Z][a-z]+|Pro|GTX?|RTX) $")  # Block 1B, Radeon Pro 5500M
NAMED_AFTER = re.compile(r" [A-Z][a-z]")
SECTION = re.compile(r"(?i)\bsections? [^.;\n]{0,60}$")
POWERS = {"k": 3, "K": 3, "m": 6, "M": 6, "b": 9, "B": 9, "T": 12}


def sense(text: str, start: int, end: int, letter: str) -> Sense | None:
    """Return what the letter at the end of a number is, or None where what is around it decides nothing."""
    before, after = text[max(0, start - 80) : start], text[end : end + 40]
    spaced = text[end - 2 : end - 1] == " "
    if letter == "k":
        return MAGNITUDE
    if letter == "K":
        hot = HEAT.search(text, max(0, start - 200), end + 200) is not None
        return KELVIN if hot else MAGNITUDE if not spaced or COUNTED.match(after) else None
    if letter in "BM" and not spaced and (NAMED_BEFORE.search(before) or NAMED_AFTER.match(after)):
        return MAGNITUDE if COUNTED.match(after) else None
    if letter in "bB" and SECTION.search(before):  # sections 506A and 506B
        return None
    if letter in "bB":
        return MAGNITUDE if letter == "B" or COUNTED.match(after) else None
    if letter == "M":
        return MOLAR if FORMULA.match(after) else MAGNITUDE if not spaced or COUNTED.match(after) else None
    if letter == "T":
        field = FIELD.search(before) or FIELD.search(after)
        return TESLA if field else MAGNITUDE if COUNTED.match(after) else None  # an engine of 2.0T
    if (
        spaced
        or PER.match(after)
        or BESIDE.match(after)
        or METRES_AFTER.match(after)
        or (start and not text[start - 1].isascii())
    ):
        return METRE
    if COUNTED.match(after):
        return MAGNITUDE
    return METRE if METRES_BEFORE.search(before) else None


def settled(text: str, start: int, end: int, letter: str, ends: Ends) -> tuple[str, str, Decimal, Decimal]:
    """Return unit, kind and both ends of a number with a lone letter; ends that differ by the letter are its readings."""
    found, power = sense(text, start, end, letter), POWERS[letter]
    least, most = ends
    if found is None:
        return "count", "count", least.scaleb(-power), most
    if found == MAGNITUDE:
        return "count", "count", least, most
    return *found, least.scaleb(-power), most.scaleb(-power)
