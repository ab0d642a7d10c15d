"""The extractor against hand-labelled texts, written for this purpose (tests/labelled).

The texts marked ``dev`` may be looked at and tuned on. Those marked ``sealed`` were scored once, before anybody had
looked at them with the extractor in hand; a change is judged on ``dev``.
"""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from claimbook.mention import mentions

FOLDER = Path(__file__).parent / "labelled"
LEAST = {"exact": 0.95, "overlap": 0.98, "value": 0.98, "unit": 0.95, "comparator": 0.95}


def texts(language, split):
    """Return the labelled texts of one language and split."""
    lines = (FOLDER / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [text for text in map(json.loads, lines) if text["split"] == split]


def f1(hits_found, found, hits_labelled, labelled):
    """Return the harmonic mean of precision and recall."""
    precision, recall = hits_found / found, hits_labelled / labelled
    return 2 * precision * recall / (precision + recall)


def score(language, split):
    """Score spans by F1; value, unit and comparator as the share right among the labelled mentions that were found."""
    labelled = found = exact = pairs = 0
    right = dict.fromkeys(("value", "unit", "comparator"), 0)
    hits = 0
    for text in texts(language, split):
        gold, got = text["mentions"], [mention.as_dict() for mention in mentions(text["text"])]
        labelled, found = labelled + len(gold), found + len(got)
        exact += len({(m["start"], m["end"]) for m in gold} & {(m["start"], m["end"]) for m in got})
        hits += sum(any(_meet(one, other) for other in gold) for one in got)
        for one in gold:
            near = max((other for other in got if _meet(one, other)), key=lambda other: _common(one, other), default=None)
            if near:
                pairs += 1
                right["value"] += one["low"] == "" or _ends(one) == _ends(near)
                right["unit"] += one["unit"] == near["unit"]
                right["comparator"] += one["comparator"] == near["comparator"]
    shares = {name: number / pairs for name, number in right.items()}
    return {"exact": f1(exact, found, exact, labelled), "overlap": f1(hits, found, pairs, labelled), **shares}


def _meet(one, other):
    return one["start"] < other["end"] and other["start"] < one["end"]


def _common(one, other):
    return min(one["end"], other["end"]) - max(one["start"], other["start"])


def _ends(mention):
    return [Decimal(mention[end]) if mention[end] else None for end in ("low", "high")]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_labels_stand_where_they_say(language):
    """Every label's offsets slice to its words."""
    for split in ("dev", "sealed"):
        for text in texts(language, split):
            assert all(text["text"][m["start"] : m["end"]] == m["exact"] for m in text["mentions"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_labelled_texts_are_read(language):
    """On the texts that may be tuned on, spans, values, units and comparators reach what is asked of them."""
    reached = score(language, "dev")

    assert {} == {name: (reached[name], least) for name, least in LEAST.items() if reached[name] < least}
