"""Arabic numerals: how they are grouped, decimals, fractions and powers of ten; their pattern, and their value."""

import re
from decimal import Decimal

# Thousands in threes, or as in India; a comma before one or two digits and a percent sign, or after nought, is a point.
GROUPED = (
    r"\d{1,3}(?:,\d{3})+(?!\d)|(?<!分别为)[1-9]\d{0,2}(?:，\d{3})+(?=\.\d)"
    r"|[1-9]\d{0,2}(?:[ ]\d{3})*[ ]0\d{2}(?:[ ]\d{3})*(?![\d.,])"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])"
)
COMMA = r"(?<![\[({])0,\d+(?![\d,])|\d{1,3},\d{1,2}(?=[ ]?[%€]|[ -]?(?i:million|billion|trillion)\b)"
TIMES_TEN = r"[ ]?[×x·*][ ]?10(?:[ ]?\^[ ]?-?\d{1,2}|[ ]?-[ ]?\d{1,2}|[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?![\d.,]*\d)"
AND_HALF = r"\d{1,3}[ ]and[ ](?:an?[ ])?half(?![A-Za-z-]|[ ]of\b)"
ARABIC = (
    rf"(?:(?:\d{{1,3}}[ ]?)?[½⅓⅔¼¾⅛]|{AND_HALF}|(?:{GROUPED}|{COMMA}|\d+)(?:\.\d+)?"
    rf"(?:[eE][+-]?\d{{1,3}}(?![\w.])|{TIMES_TEN})?)"
)

RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789", " ^")
POWER_OF_TEN = re.compile(r" ?[×x·*] ?10")
SPACED = re.compile(r"\d{1,3}(?: \d{3})+")
DECIMAL_COMMA = re.compile(r"0,\d+|\d{1,3},\d{1,2}")
VULGAR = {
    "½": Decimal("0.5"),
    "¼": Decimal("0.25"),
    "¾": Decimal("0.75"),
    "⅛": Decimal("0.125"),
    "⅓": Decimal(1) / 3,
    "⅔": Decimal(2) / 3,
}


def read(word: str, power: int) -> Decimal | None:
    """Read digits with separators, a fraction or an exponent, times a power of ten; None where others are between.

    Examples
    --------
    >>> [str(read(word, 0)) for word in ("12,34,567", "10 000", "88,3", "5 and a half", "2.5×10-3", "2 ½", "3万4000")]
    ['1234567', '10000', '88.3', '5.5', '0.0025', '2.5', 'None']
    """
    word = word.replace("，", "").replace(",", "." if DECIMAL_COMMA.fullmatch(word) else "")
    if SPACED.fullmatch(word):
        word = word.replace(" ", "")
    if not word.replace(".", "", 1).isdecimal():
        if word[-1] in VULGAR:
            return (Decimal(word[:-1].rstrip() or 0) + VULGAR[word[-1]]).scaleb(power)
        if word.endswith("half"):
            return (Decimal(word.partition(" ")[0]) + VULGAR["½"]).scaleb(power)
        if raised := POWER_OF_TEN.search(word):
            word, more = word[: raised.start()], word[raised.end() :]
            power += int(more.translate(RAISED))
        elif word[-1] in "0123456789" and ("e" in word or "E" in word):
            word, _, more = word.lower().partition("e")
            power += int(more)
        else:
            return None
    return Decimal(f"{word}E{power}" if power else word)
