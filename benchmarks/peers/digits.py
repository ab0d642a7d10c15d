"""Read the digits that a converter writes."""

from decimal import Decimal

from benchmarks.peers import vocabulary

PARTS = {"%": 1, "‰": Decimal("0.1"), "‱": Decimal("0.01")}


def number(text, start, end, digits):
    """Read digits such as ``-7``, ``7.5%``, ``5‰`` and ``1/5``; 2024/25 is a fraction only where the words are."""
    upper, _, under = digits.rstrip("".join(PARTS)).partition("/")
    if under and "分之" in text[start:end]:
        share = float(100 * Decimal(upper) / (Decimal(under) or 1))
        return vocabulary.item(text, start, end, share, unit="percent")
    if digits[-1] in PARTS:
        return vocabulary.item(text, start, end, Decimal(upper) * PARTS[digits[-1]], unit="percent")
    return vocabulary.item(text, start, end, upper)
