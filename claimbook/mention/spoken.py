"""Numbers as people say and write them in English: several hundred, 6'2", five-to-one, a couple of thousand."""

import re
from decimal import Decimal

from claimbook.mention import atoms, comparators, numerals
from claimbook.mention.atoms import Result
from claimbook.mention.numerals import EN_WORD
from claimbook.mention.words import AFTER_SHARE, SCALES

SEVERAL = r"(?:(?P<few>[Ss]everal|[Aa]\ few)|[Aa]\ couple(?:\ of)?)\ (?P<dozen>dozen|(?:hundred\ )?(?:thousand|million|billion|trillion)|hundred)\b"
TALL = (
    r"(?<![\d°.])(?P<feet>[3-8])(?:['’′]\ ?(?P<inch>1[01]|\d)(?:[\"”″]|''|’’)?(?![\d\w'])"
    r"|-foot-(?P<inches>1[01]|\d)(?!\d)(?:-inch\b)?"
    r"|(?:\ foot\ |\ feet\ |\ ?ft\.?\ )(?P<inches2>1[01]|\d)(?:\ ?in\b\.?|[ -]inch(?:es)?\b|[\"”]|(?=\ tall\b)|(?![\d\w.%/]|-\d|,\d|\ [a-z])))"
)
ODDS = rf"(?P<odd>\d{{1,3}}|(?i:{EN_WORD}))-to-(?P<even>one|1)\b(?![-.]\d)"
LOOSE_POINT = r"\d{1,3}\ \.\d+\ ?%"
MANIFOLD = ("double", "triple", "quadruple")
ACTING = re.compile(
    r"(?i)\b(?:to|will|would|could|can|may|might|should|must|n.t|not|than|nearly|almost|roughly|about|least|and|or) $"
)
NAMING = re.compile(
    rf" (?!(?:the|that|its|their|his|her|our|your|my|this|what|last|any|every|{'|'.join(AFTER_SHARE)})\b)[a-z]"
)


def several(text: str, match: re.Match[str]) -> Result:
    """Read several hundred dollars as 2 to 9 of them, as 数百, in the unit after it; a couple of thousand as two."""
    start, end = match.span()
    found = atoms.UNIT_AT.match(text, end)
    unit, kind, power = atoms.unit_of(found and found[0].strip(" "))
    size = Decimal(12)
    if match["dozen"] != "dozen":
        size = Decimal(1).scaleb(sum(SCALES[word] for word in match["dozen"].split()))
    low, most = 2 * size, (10 * size - 1 if size > 12 else Decimal(99)) if match["few"] else 2 * size
    end = found.end() if found else end
    comparator = comparators.comparator(text, start, end, unit) if match["few"] else "~"
    return start, end, low.scaleb(power), most.scaleb(power), unit, comparator, kind


def tall(match: re.Match[str]) -> Decimal:
    """Read 6'2", 6ft 2in and 6-foot-2, as people's heights are printed, in inches."""
    return Decimal(match["feet"]) * 12 + Decimal(match["inch"] or match["inches"] or match["inches2"])


def odds(match: re.Match[str]) -> Decimal:
    """Read five-to-one and 10-to-1 as a multiple."""
    word = match["odd"]
    return Decimal(word) if word.isdecimal() else numerals.english(word)


def loose_point(match: re.Match[str]) -> Decimal:
    """Read 5 .6% as it is meant, 5.6."""
    return Decimal(match[0].rstrip("%").replace(" ", ""))


def adjective(text: str, match: re.Match[str]) -> bool:
    """Return whether double, triple or quadruple only describes what comes after it: a double act."""
    if match[0].lower() not in MANIFOLD or not NAMING.match(text, match.end()):
        return False
    return not ACTING.search(text, max(0, match.start() - 9), match.start())
