"""Score what a tool found in a public set, by the set's own measure where it has one."""

import re
from decimal import Decimal

from benchmarks.public import conventions
from benchmarks.score import _common as common
from benchmarks.score import _meet as meet
from benchmarks.score import _rates as rates
from benchmarks.score import _share as share

NAMED = ("date", "clock", "schedule", "code", "ordinal")  # kinds that NewsQuant and MeasEval do not label
PLAIN = re.compile(r"(?:\d[\d,]*)?\.\d+|\d[\d,]*")
AFTER = re.compile(r"\d ?([A-Za-zµμ°]+)")
COMMA = re.compile(r"0,\d+|\d{1,3},\d{1,2}")  # a decimal comma
WORDED = re.compile(r"(?i)hundred|thousand|million|billion|trillion|dozen|×|10[−-]|\d[eE]\d|/")


def newsquant(texts, founds, averaged=False, levelled=False):
    """Score as CQE_Evaluation does: a quantity is right by value, and then by unit and by change too.

    As there, what is labelled is matched against what was found in the order of the units, a value that is found twice
    may count twice, and a tool that reads a range as its middle is asked for that. With `levelled`, the conventions that
    ours has on purpose are levelled: see `conventions`.
    """
    right, labelled, found = {"value": 0, "unit": 0, "change": 0}, 0, 0
    for text, tool in zip(texts, founds, strict=True):
        gold, tags = conventions.newsquant(text, tool, levelled)
        labelled, found = labelled + len(gold), found + len(tags)
        _matched(gold, tags, right, averaged)
    return {name: rates("f1", count, found, count, labelled)["f1"] for name, count in right.items()}


def _matched(gold, tags, right, averaged):
    tags, left = sorted(tags, key=lambda tag: tag["unit"]), len(gold)
    for one in sorted(gold, key=lambda one: one["unit"]):
        for tag in tags:
            if not _near(_ends(one, averaged), _ends(tag, averaged)):
                continue
            right["value"] += left > 0
            left -= left > 0
            right["change"] += one["change"] == tag["change"]
            if one["unit"] == tag["unit"]:
                right["unit"] += 1
                tags.remove(tag)
                break


def _ends(one, averaged):
    """Return one number, or both ends of a range; for a tool that averages them, the middle."""
    low, high = one["low"], one["high"]
    return ((low + high) / 2,) if low == high or averaged else (low, high)


def _near(some, others):
    """Return whether two values, or two ranges, are alike to a hundred-thousandth."""
    return len(some) == len(others) and all(
        abs(one - other) <= 1e-8 + 1e-5 * abs(other) for one, other in zip(some, others, strict=True)
    )


def spans(texts, founds):
    """Score places, as exact and as overlapping ones, and whether number and unit of what was found are read."""
    golds = [text["gold"] for text in texts]
    founds = [
        [one for one in found if one.get("kind") not in NAMED or any(meet(one, other) for other in gold)]
        for gold, found in zip(golds, founds, strict=True)
    ]
    same = sum(len(_places(gold) & _places(found)) for gold, found in zip(golds, founds, strict=True))
    pairs = [pair for gold, found in zip(golds, founds, strict=True) for pair in _pairs(gold, found)]
    hits = sum(
        any(meet(one, other) for other in gold) for gold, found in zip(golds, founds, strict=True) for one in found
    )
    labelled, found = sum(map(len, golds)), sum(map(len, founds))
    result = rates("exact", same, found, same, labelled) | rates("overlap", hits, found, len(pairs), labelled)
    plain = [(gold, near) for gold, near in pairs if near.get("kind") not in NAMED and _plain(gold["exact"])]
    units = [(gold, near) for gold, near in pairs if conventions.measure(gold["unit"])]
    return result | {
        "number": share(sum(_number(*pair) for pair in plain), len(plain)),
        "unit": share(sum(near["unit"] not in ("count", "", "dimensionless") for _, near in units), len(units)),
    }


def _places(some):
    return {(one["start"], one["end"]) for one in some}


def _pairs(gold, found):
    """Return each label that was found, with what shares most characters with it, and of what shares as many the first."""
    near = ((one, [other for other in found if meet(one, other)]) for one in gold)
    return [(one, max(others, key=lambda other: common(one, other))) for one, others in near if others]


def _plain(exact):
    """Return the one number in digits that a label prints without a magnitude in words, or None."""
    numbers = PLAIN.findall(exact)
    return numbers[0].rstrip(",") if len(numbers) == 1 and not WORDED.search(exact) else None


def _number(gold, near):
    """Return whether the number of a label is read, in the unit that is printed or in the one it is a part of."""
    plain = _plain(gold["exact"])
    printed = Decimal(plain.replace(",", "." if COMMA.fullmatch(plain) else ""))
    own = AFTER.search(gold["exact"])  # 20 keV of “20 keV and several tens of MeV”
    powers = {0, *conventions.powers(gold["unit"]), *(conventions.powers(own[1]) if own else ())}
    return any(
        near[end] and abs(Decimal(near[end])) == printed.scaleb(power) for end in ("low", "high") for power in powers
    )


def phrases(texts, founds):
    """Return the share of phrases whose numbers are read, with nothing beside them."""
    return share(sum(_phrase(text["gold"][0], found) for text, found in zip(texts, founds, strict=True)), len(texts))


def _phrase(expected, found):
    """Return whether just the expected number is read; time in whatever unit, and both ends of a range also one by one."""
    factor = conventions.SECONDS.get(expected["as_written"].split()[-1].lower())
    values = [Decimal(value) * (factor or 1) for value in expected["values"]]
    read = [tuple(Decimal(one[end]) * (conventions.SECONDS.get(one["unit"], 1) if factor else 1) for end in ("low", "high"))
            for one in found if one["low"]]  # fmt: skip
    if expected["kind"] == "between" and [low for low, high in read if low == high] == values:
        return True  # from 10 to 20 dollars is two numbers by our convention
    if len(read) != 1:
        return False
    wanted = (min(values), max(values)) if expected["kind"] == "between" else (values[0],) * 2
    return all(abs(one - other) <= abs(other) * Decimal("1e-5") for one, other in zip(read[0], wanted, strict=True))


def roles(texts, founds, role):
    """Return the share of the labels of one role of FewFC that print a digit and are found as what they are."""
    found = [_role(gold, tool, role) for text, tool in zip(texts, founds, strict=True) for gold in text["gold"]
             if gold["role"] == role and re.search(r"\d", gold["exact"])]  # fmt: skip
    return share(sum(found), len(found)), len(found)


def _role(gold, found, role):
    """Return whether all digits of a label are in what was found there, and as a percentage, money, date or number."""
    inside = [one for one in found if meet(gold, one)]
    digits = [gold["start"] + match.start() for match in re.finditer(r"\d", gold["exact"])]
    covered = all(any(one["start"] <= at < one["end"] for one in inside) for at in digits)
    return covered and any(conventions.is_role(one | {"word": gold["exact"]}, role) for one in inside)


def complete(texts, founds):
    """Return the share of claims all of whose runs of digits are in something that was found."""
    wholes = []
    for text, found in zip(texts, founds, strict=True):
        digits = [match.start() for match in re.finditer(r"\d+", text["text"])]
        if digits:
            wholes.append(all(any(one["start"] <= at < one["end"] for one in found) for at in digits))
    return share(sum(wholes), len(wholes)), len(wholes)
