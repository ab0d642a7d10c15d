"""quantulum3, made for English."""

from importlib import metadata

from quantulum3 import parser

from benchmarks.peers import vocabulary

VERSION = metadata.version("quantulum3")


def find(text, language):
    """Return the quantities of a text."""
    return parser.parse(text)


def read(text, found):
    """Return them in our vocabulary; a range comes as its middle and half its width."""
    return vocabulary.resolve([_read(text, one) for one in found])


def _read(text, quantity):
    start, end = quantity.span
    spread = quantity.uncertainty or 0
    low, high = float(quantity.value - spread), float(quantity.value + spread)
    unit = quantity.unit.name
    if unit == "dimensionless" and text[start:end].lower().endswith("x"):
        unit = "times"
    dimensions = quantity.unit.dimensions
    if len(dimensions) > 1:  # a misread compound, such as “dollar bit newton” of $1.5bn: its first part
        unit = dimensions[0]["base"]
    return vocabulary.item(text, start, end, low, high, unit)
