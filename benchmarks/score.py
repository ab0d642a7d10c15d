"""Score found mentions against hand-labelled ones: spans by F1; value, unit and comparator as the share right."""

import json
from decimal import Decimal
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "tests" / "labelled"
ASPECTS = ("value", "unit", "comparator")


def texts(language, split):
    """Return the labelled texts of one language and split."""
    lines = (FOLDER / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [text for text in map(json.loads, lines) if text["split"] == split]


def score(labels, founds):
    """Score what was found in each text against its labels.

    ``exact`` and ``overlap`` are F1, each with its ``_precision`` and ``_recall``. An aspect is the share right among
    the labelled mentions that were found; with ``_all``, among all labelled mentions. ``said`` is the comparator's
    share right where the label has another one than ``=``.
    """
    golds = [one for label in labels for one in label]
    gots = [one for found in founds for one in found]
    pairs = [pair for label, found in zip(labels, founds, strict=True) for pair in _pairs(label, found)]
    same = sum(len(_spans(label) & _spans(found)) for label, found in zip(labels, founds, strict=True))
    hits = sum(_meets(one, label) for label, found in zip(labels, founds, strict=True) for one in found)
    result = {"labelled": len(golds), "found": len(gots)}
    result |= _rates("exact", same, len(gots), same, len(golds))
    result |= _rates("overlap", hits, len(gots), len(pairs), len(golds))
    for aspect in ASPECTS:
        right = sum(_right(aspect, one, near) for one, near in pairs)
        result |= {aspect: _share(right, len(pairs)), f"{aspect}_all": _share(right, len(golds))}
    said = [(one, near) for one, near in pairs if one["comparator"] != "="]
    return result | {"said": _share(sum(_right("comparator", *pair) for pair in said), len(said))}


def kinds(labels, founds):
    """Score each kind: recall of what is labelled so, precision of what is called so, aspects of what was found."""
    names = sorted({one["kind"] for texts in (labels, founds) for text in texts for one in text})
    return {name: _kind(name, labels, founds) for name in names}


def _kind(name, labels, founds):
    golds = gots = gold_same = got_same = hits = 0
    pairs = []
    for label, found in zip(labels, founds, strict=True):
        so, called = ([one for one in some if one["kind"] == name] for some in (label, found))
        golds, gots = golds + len(so), gots + len(called)
        gold_same += len(_spans(so) & _spans(found))
        got_same += len(_spans(called) & _spans(label))
        hits += sum(_meets(one, label) for one in called)
        pairs += _pairs(so, found)
    result = {"labelled": golds, "found": gots} | _rates("exact", got_same, gots, gold_same, golds)
    result |= _rates("overlap", hits, gots, len(pairs), golds)
    aspects = ("value", "unit", "kind")
    return result | {aspect: _share(sum(_right(aspect, *pair) for pair in pairs), len(pairs)) for aspect in aspects}


def _pairs(label, found):
    """Return each labelled mention that was found, with the found mention that shares most characters with it."""
    pairs = []
    for one in label:
        near = [other for other in found if _meet(one, other)]
        if near:
            pairs.append((one, max(near, key=lambda other, one=one: _common(one, other))))
    return pairs


def _right(aspect, one, near):
    if aspect == "value":
        return one["low"] == "" or all(_same(one[end], near[end]) for end in ("low", "high"))
    return one[aspect] == near[aspect]


def _rates(name, hits_found, found, hits_labelled, labelled):
    precision, recall = _share(hits_found, found), _share(hits_labelled, labelled)
    f1 = 2 * precision * recall / (precision + recall) if precision and recall else 0.0
    return {name: f1, f"{name}_precision": precision, f"{name}_recall": recall}


def _share(part, whole):
    """Return the share, or 0 where there is nothing to share; what is not there was not found."""
    return part / whole if whole else 0.0


def _spans(some):
    return {(one["start"], one["end"]) for one in some}


def _meets(one, others):
    return any(_meet(one, other) for other in others)


def _meet(one, other):
    return one["start"] < other["end"] and other["start"] < one["end"]


def _common(one, other):
    return min(one["end"], other["end"]) - max(one["start"], other["start"])


def _same(labelled, found):
    """Tell whether two decimals are equal; a label of four decimals is a fraction that was cut there (33.3333)."""
    if not found:
        return False
    labelled, found = Decimal(labelled), Decimal(found)
    cut = labelled.as_tuple().exponent
    return labelled == found or (cut <= -4 and abs(labelled - found) < Decimal(1).scaleb(cut))
