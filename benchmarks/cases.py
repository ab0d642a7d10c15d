"""Public test cases as coverage of forms: pass rates on checkouts that the reader has (none is in this project).

``python -m benchmarks --only cases --recognizers DIR --nemo DIR --wetext DIR`` names the checkouts; what is not named
is left out. Each miss is classed in ``misses.csv``, by a digest of its input.
"""

import csv
import hashlib
import json
import re
from decimal import Decimal, InvalidOperation
from pathlib import Path

from benchmarks import markdown
from claimbook.mention import Mention, mentions
from claimbook.mention.folding import fold

TITLE = "Public cases"
MODELS = ("Number", "Percent", "Currency", "Dimension", "NumberRange", "Ordinal", "Age", "Temperature")
BAR = MODELS[:4]  # what the bar of the Chinese cases counts
UNITS = {  # their unit -> how many of our base unit
    "Kilobit": 1000, "Megabit": 10**6, "Kilobyte": 1000, "Megabyte": 10**6, "Gigabyte": 10**9,
}  # fmt: skip
KINDS = {"Percent": ("percent", "percentage_point"), "Number": ("count",)}
NEAR = Decimal("1e-9")  # they print fifteen digits
CLASSES = ("ours", "convention", "theirs", "not classed")
HEADS = ["set", "model", "cases", "passed", "share", *CLASSES]


def table(args):
    """Return the pass rates of each set, and the class of every miss."""
    sets = [
        _recognizers(Path(args.recognizers)) if args.recognizers else {},
        _inverse("NeMo", _nemo(Path(args.nemo))) if args.nemo else {},
        _inverse("WeText", _wetext(Path(args.wetext))) if args.wetext else {},
    ]
    tallies = {key: tally for one in sets for key, tally in one.items()}
    about = "Equal in value, both ends of ranges included; what their own Python leaves out is counted."
    parts = [about]
    if not tallies:
        return "\n\n".join([*parts, "No checkout was named: see `--recognizers`, `--nemo`, `--wetext`."])
    classed = classes()
    rows = [_row(*key, *tally, classed) for key, tally in tallies.items()]
    if args.recognizers:
        four = [tallies["Recognizers zh", model] for model in BAR]
        merged = sum(cases for cases, _ in four), [miss for _, misses in four for miss in misses]
        rows.append(_row("Recognizers zh", "first four", *merged, classed))
    parts.append(markdown.table(HEADS, rows))
    if args.misses:
        parts.append("\n".join(_told(*key, miss, classed) for key, tally in tallies.items() for miss in tally[1]))
    return "\n\n".join(parts)


def classes():
    """Return digest of an input -> (class, why), as ``misses.csv`` has them."""
    path = Path(__file__).parent / "misses.csv"
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(row["set"], row["model"], row["input_sha256"]): (row["class"], row["why"]) for row in rows}


def digest(text):
    """Return the first ten digits of the SHA-256 of an input."""
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _row(name, model, cases, misses, classed):
    found = [classed.get((name, miss["model"], digest(miss["input"])), ("not classed", ""))[0] for miss in misses]
    passed = cases - len(misses)
    return [name, model, cases, passed, markdown.share(passed / cases), *(found.count(one) for one in CLASSES)]


def _told(name, model, miss, classed):
    kind, why = classed.get((name, model, digest(miss["input"])), ("not classed", ""))
    return f"- {name}, {model}: {miss['input']!r}: {miss['expected']}; found {miss['found']} ({kind}: {why})"


def _recognizers(root):
    tallies = {}
    for language, short in (("Chinese", "zh"), ("English", "en")):
        for model in MODELS:
            cases = load(root, language, model)
            misses = [
                {"model": model, "input": case["Input"], "expected": _expected(case), "found": _found(case["Input"])}
                for case in cases
                if not passes(model, case)
            ]
            tallies[f"Recognizers {short}", model] = len(cases), misses
    return tallies


def load(root, language, model):
    """Return the cases of one model."""
    folder = "Number" if model in ("Number", "NumberRange", "Percent", "Ordinal") else "NumberWithUnit"
    path = next(root.glob(f"**/{folder}/{language}/{model}Model.json"))
    return json.loads(path.read_text(encoding="utf-8-sig"))


def passes(model, case):
    """Tell whether every expected value is found where it stands; where none is expected, none of the model's kind."""
    text = fold(case["Input"])
    found = list(mentions(case["Input"]))
    expected = [(one["Text"], one.get("Resolution") or {}) for one in case["Results"]]
    if not expected:
        return not any(_of_model(model, text, one) for one in found)
    at = 0
    for words, resolution in expected:
        if resolution.get("value", "") is None:  # a unit without a number is no mention
            continue
        start = max(text.lower().find(fold(words).lower(), at), at)
        here = [one for one in found if one.start < start + len(words) and start < one.end]
        if model == "NumberRange":
            right = _range(resolution["value"], here)
        else:
            right = any(_equal(model, resolution, one) for one in here)
        if not right:
            return False
        at = start + len(words)
    return True


def _of_model(model, text, one):
    """Tell whether a mention is of the model's kind; a number with a classifier is not, where they expect nothing."""
    kind = {"Currency": "money", "Dimension": "measure"}.get(model)
    if kind:
        return one.kind == kind
    bare = not text[one.start : one.end].strip("零一二三四五六七八九十百千万亿两0123456789.,")
    return one.unit in KINDS.get(model, ()) and not (model == "Number" and bare)


def _equal(model, resolution, one):
    try:
        value = Decimal(str(resolution["value"]).rstrip("%")) * UNITS.get(resolution.get("unit"), 1)
    except InvalidOperation:
        return False
    ours = [one.low] if one.low is not None else []
    if model == "Number":  # a percentage, a tenth or a date is a number to them
        ours += [one.low / 100] if one.unit == "percent" else []
        ours += map(Decimal, re.findall(r"\d+(?:\.\d+)?", fold(one.exact))) if one.kind == "date" else []
    if model == "Currency" and resolution.get("isoCurrency", one.unit) != one.unit:
        return False
    return one.low == one.high and any(abs(value - our) <= NEAR * max(1, abs(value)) for our in ours)


def _range(value, here):
    low, high = (Decimal(end) if end else None for end in value.strip("()[]").split(","))
    here = [one for one in here if one.low is not None]
    lows = {one.low for one in here if one.comparator in (">", ">=") or one.low != one.high}
    highs = {one.high for one in here if one.comparator in ("<", "<=") or one.low != one.high}
    if low is not None and low == high:
        return any(one.low == one.high == low for one in here)
    shares = {end / 100 for end in lows | highs}
    return (low is None or low in lows | shares) and (high is None or high in highs | shares)


def _expected(case):
    return [(one["Text"], (one.get("Resolution") or {}).get("value")) for one in case["Results"]]


def _found(text):
    fields = ("exact", "low", "high", "unit", "comparator")
    return [tuple(one[field] for field in fields) for one in map(Mention.as_dict, mentions(text))]


def _nemo(root):
    for path in sorted(root.glob("**/zh/data_inverse_text_normalization/test_cases_*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            spoken, _, written = line.partition("~")
            yield path.stem.removeprefix("test_cases_"), spoken, written


def _wetext(root):
    for path in sorted(root.glob("**/itn/chinese/test/data/*.txt")):
        if "normalizer" not in path.stem and path.stem not in ("license_plate", "char", "whitelist"):
            for line in path.read_text(encoding="utf-8").splitlines():
                spoken, _, written = line.partition("=>")
                yield path.stem, spoken.strip(), written.strip()


def _inverse(title, cases):
    """Compare what we read in the spoken words with what we read in the written ones: value by value."""
    tallies = {}
    for name, spoken, written in cases:
        said, wrote = (list(mentions(text)) for text in (spoken, written))
        ends = [[(one.low, one.high) for one in some if one.low is not None] for some in (said, wrote)]
        named = [any(one.low is None for one in some) for some in (said, wrote)]
        count, misses = tallies.setdefault((title, name), (0, []))
        if ends[0] != ends[1] or named[0] != named[1]:
            misses.append({"model": name, "input": spoken, "expected": written, "found": _found(spoken)})
        tallies[title, name] = count + 1, misses
    return tallies
