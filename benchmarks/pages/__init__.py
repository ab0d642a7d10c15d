"""The extractor beside its peers on sentences of real pages, labelled by somebody who saw no tool's output.

``development.jsonl`` was read while rules were written; ``fourth.jsonl`` was scored once, before it came here. ``--pages FILE``
scores another file of the same form.
"""

import json
from pathlib import Path

from benchmarks import markdown, public, score

TITLE = "Real pages"
HALVES = [Path(__file__).parent / name for name in ("fourth.jsonl", "development.jsonl")]
NAMES = {"zh": "Chinese", "en": "English"}
TOLD = (
    "Sentences of stored public pages, [labelled by the conventions of our own texts](pages/README.md) by one reader in two passes who saw "
    "no tool's output. *Bounded* is F1 of the same span; value, unit and comparator are shares of what is labelled and overlapped, "
    "and *all* of everything that is labelled. *Without doubtful* leaves out, on both sides, what the labeller doubted."
)
HEADS = ["tool", "overlap F1", "P", "R", "bounded F1", "value", "value, all", "unit", "comparator"]
KEYS = ("overlap", "overlap_precision", "overlap_recall", "exact", "value", "value_all", "unit", "comparator")


def table(args):
    """Return a table for each language of each file, with and without what the labeller doubted."""
    files = [Path(args.pages)] if args.pages else HALVES
    return "\n\n".join([TOLD, *(part for file in files for part in _tables(file, args))])


def rows(file):
    """Return the labelled sentences of a file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]


def _tables(file, args):
    for language, name in NAMES.items():
        texts = [row for row in rows(file) if row["language"] == language]
        if not texts:
            continue
        found = {tool: some for tool, some in public.read(texts, language, args).items() if some}
        pages, count = len({text["page"] for text in texts}), sum(len(text["mentions"]) for text in texts)
        yield f"### {name}, {file.stem}: {pages} pages, {len(texts)} sentences, {count} mentions"
        for title, doubted in (("All labels:", True), ("Without doubtful:", False)):
            yield title
            yield markdown.table(HEADS, [[tool, *_row(texts, some, doubted)] for tool, some in found.items()])


def _row(texts, founds, doubted):
    pairs = [fair(text, found, doubted) for text, found in zip(texts, founds, strict=True)]
    reached = score.score([labels for labels, _ in pairs], [found for _, found in pairs])
    return [markdown.share(reached[key]) for key in KEYS]


def fair(text, found, doubted):
    """Return the labels of a sentence and what was found there, both without what a fair labeller might leave out.

    What was found is left out where it meets such a span and no label.
    """
    out = [one for one in text["mentions"] if one.get("optional") or (one.get("doubtful") and not doubted)]
    labels = [one for one in text["mentions"] if one not in out]
    spans = [*((one["start"], one["end"]) for one in out), *_optional(text)]
    return labels, [one for one in found if _meets(one, labels) or not any(_over(one, *span) for span in spans)]


def _optional(text):
    """Return the optional spans of a sentence; they are written as objects, as pairs or as words."""
    listed = text.get("optional") or []
    for one in listed if isinstance(listed, list) else [listed]:
        if isinstance(one, dict):
            yield one["start"], one["end"]
        elif isinstance(one, str):
            start = text["text"].index(one)
            yield start, start + len(one)
        else:
            yield tuple(one[:2])


def _meets(one, labels):
    return any(_over(one, label["start"], label["end"]) for label in labels)


def _over(one, start, end):
    return one["start"] < end and start < one["end"]
