"""Pounds of money and pounds of weight: what is around the word decides."""

import re

WORD = re.compile(r"(?i)[ -]?pounds?$")
MONEY = re.compile(
    r"(?i)£|sterling|\b(?:cost|costs|paid|pay|price[ds]?|sold|worth|earn\w*|spen[dt]\w*|bills?|debts?|wages?|salary|fees?|fund\w*|tax\w*|bank|budget|UK|Britain|British|London|pence|quid|invest\w*)\b"
)
WEIGHT = re.compile(
    r"(?i)\b(?:weigh\w*|weight|heav\w*|lost|lose|losing|gain(?:ed|ing)?|kg|kilograms?|ounces?|lift\w*|thrust|payload|meat|"
    r"beef|fish|cargo|bodies|torque|satellites?|rockets?|bombs?|carr\w+|of force)\b"
)
OF = re.compile(
    r"(?i) (?:of (?!debt|money|tax|investment|savings|public|funding|aid)[a-z]|per (?:square inch|acre|person)|overweight|lighter|heavier)"
)
WEIGHING = re.compile(r"(?i)\bweigh(?:s|ed|ing)? (?:[a-z]+ ){0,3}$")  # weighs less than


def weighed(text: str, start: int, end: int) -> bool:
    """Return whether a number of pounds is a weight: its sign of money, or words of weight and none of money, say so."""
    if not WORD.search(text, start, end) or text[start] == "£":
        return False
    before = re.split(r"[.;!?\n] ", text[max(0, start - 60) : start])[-1]
    after = re.split(r"[.;!?\n]", text[end : end + 40], maxsplit=1)[0]
    if OF.match(after) or WEIGHING.search(before):
        return True
    money = MONEY.search(before) or MONEY.search(after)
    return not money and (WEIGHT.search(before) or WEIGHT.search(after)) is not None
