"""Labels of drafted claims, and the draft of the same numbers."""

import json
import re
import tomllib
from collections import Counter
from datetime import date

from benchmarks.drafts.judge import verdicts
from claimbook.draft.cells import drafts
from claimbook.mention import mentions

CLAIMED = ("claim", "repeat")
CELLS = ("before", "after", "date", "metric", "subject", "population", "period", "statement_zh", "statement_en")
HALVES = {
    "H1": ("01", "06"),
    "H2": ("07", "12"),
    "Q1": ("01", "03"),
    "Q2": ("04", "06"),
    "Q3": ("07", "09"),
    "Q4": ("10", "12"),
}


def read(path):
    """Return the labels of a file: a JSON list, or one object a line; with the articles, where these are beside it."""
    text = path.read_text(encoding="utf-8")
    labels = (
        json.loads(text) if text.lstrip().startswith("[") else [json.loads(line) for line in text.splitlines() if line]
    )
    return [_whole(label, path.parent) for label in labels]


def _whole(label, folder):
    """Return a label with all its keys; ``DOC.txt`` and ``DOC.toml`` are the article and what is known of it."""
    article, about = folder / f"{label['doc']}.txt", folder / f"{label['doc']}.toml"
    known = {}
    if "/" not in label["doc"] and article.exists():
        known["text"] = article.read_text(encoding="utf-8")
    if "/" not in label["doc"] and about.exists():
        told = tomllib.loads(about.read_text(encoding="utf-8"))
        known |= {"date": str(told.get("date", "")), "language": told.get("language", "zh")}
    label = dict.fromkeys(CELLS, "") | known | label
    if "statement" in label:
        label[f"statement_{label['language']}"] = label["statement"]
    return label | {"period": iso(label["period"])}


def iso(period):
    """Return a period without the short forms of halves and quarters.

    Examples
    --------
    >>> iso("2025-H1"), iso("2024")
    ('2025-01/2025-06', '2024')
    """
    short = re.fullmatch(r"(\d{4})-?([HQ][1-4])", period)
    return "/".join(f"{short[1]}-{month}" for month in HALVES[short[2]]) if short else period


def score(labels, draft=None):
    """Return each labelled claim with its draft and the verdict on each cell, and the counts of claim or not.

    `draft` drafts the text of a label, as `drafted` does by the rules.
    """
    draft = draft or drafted
    scored, roles, groups = [], Counter(), {}
    for label in labels:
        place = (label["doc"], "") if "text" in label else (label["doc"], label["sentence"], label["before"])
        groups.setdefault(place, []).append(label)
    for group in groups.values():
        cells, offset, inside = draft(group[0])
        places = {_start(label, offset, inside): label for label in group}
        for start in {*places, *(one.start for one in inside)}:
            label, cell = places.get(start), cells.get(start)
            is_claim, was = label is not None and label["role"] in CLAIMED, cell is not None and cell.role in CLAIMED
            roles[is_claim, was] += 1
            if is_claim:
                scored.append((label, cell, verdicts(label, cell)))
            elif was:
                scored.append((label or {"doc": group[0]["doc"], "sentence": ""}, cell, None))
    return scored, roles


def _start(label, offset, inside):
    """Return where the number of a label starts in the text that was drafted; below zero where none is found."""
    at = label.get("offset", label["start"]) if "text" in label else label["start"]
    if "text" not in label and not label["sentence"][at:].startswith(label["exact"]):
        at = label["sentence"].find(label["exact"])
    near = [one for one in inside if one.start < offset + at + len(label["exact"]) and one.end > offset + at]
    return near[0].start if near else -1 - at


def drafted(label):
    """Draft the article of a label, or its sentence with the neighbours; return cells, the offset and the numbers."""
    text, first = text_of(label)
    last = len(text) if "text" in label else first + len(label["sentence"])
    found = list(mentions(text))
    return drafts(text, found, _day(label["date"])), first, [one for one in found if first <= one.start < last]


def text_of(label):
    """Return the article of a label, or its sentence with the neighbours, and where what is labelled starts."""
    text, first = label.get("text", ""), 0
    if not text:
        before, after = label["before"], label["after"]
        if before:
            before += " " if before[-1] in '.!?”"' else "" if before[-1] in "。！？；”\n" else "\n"
        ends = label["sentence"].rstrip()[-1:] in tuple('.!?”"。！？；')
        text = before + label["sentence"] + ("\n" if not ends else " " if label["language"] == "en" else "") + after
        first = len(before)
    return text, first


def _day(text):
    if re.fullmatch(r"\d{4}-\d\d", text):
        text += "-28"
    return date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
