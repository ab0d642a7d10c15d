"""Recall of `claimbook find` beside BM25 on public sets of claims and what bears on them; both rank the same index."""

import csv
import json
import random
import statistics
from collections import defaultdict
from pathlib import Path

from benchmarks import markdown
from claimbook import find
from claimbook.find.passage import numbers_of
from claimbook.find.query import asked

TITLE = "Search on public sets"
TOLD = (
    "Recall@10, of at most ten, of what the makers of a set say supports, refutes or answers a claim, among all of its "
    "passages; both rank the same index. The weights were chosen on parts of the first three; the development claims of AVeriTeC "
    "and the small test of FinDVer were not read, and are scored with `--evaluation` alone."
)
MOST = 10
RGB, SHARE = (
    ("zh_refine", "zh_int", "zh"),
    2000,
)  # distractors of RGB that are kept, since an index is made of all texts
HEADS = ["set", "claims", "passages", "recall@10, BM25", "recall@10, find", "difference"]


def table(args):
    """Return a row for each set that is there, and the names of those that are not."""
    folder = Path(args.data) if args.data else None
    there = {name: pairs for name, read in SETS.items() if folder and (pairs := read(folder, args.evaluation))}
    absent = "; ".join(name for name in SETS if name not in there)
    rows = [[name, *_recall(*pairs)] for name, pairs in there.items()]
    told = [TOLD, markdown.table(HEADS, rows) if rows else "", absent and f"Not there, so not measured: {absent}."]
    return "\n\n".join(filter(None, told))


def _recall(claims, passages):
    """Return the number of claims and passages, and the mean recall of both."""
    index = find.Index.of([find.Passage(name, "", text, numbers_of(text)) for name, text in passages.items()])
    plain, ours = [], []
    for claim, bearing in claims.items():
        most = min(MOST, len(bearing))
        for got, way in ((plain, find.plain(index, claim, MOST)), (ours, find.rank(index, asked(claim), MOST))):
            got.append(len(bearing & {index.passages[hit.place].document for hit in way}) / most)
    first, second = statistics.mean(plain), statistics.mean(ours)
    return [len(claims), f"{len(passages):,}", markdown.share(first), markdown.share(second), f"{second - first:+.3f}"]


def climate_fever(folder, evaluation):
    """Read claims on climate, and the sentences of an encyclopedia that support or refute them among all that are there."""
    path = folder / "climate-fever-dataset/dataset/climate-fever.jsonl"
    claims, passages = {}, {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        one = json.loads(line)
        passages |= {found["evidence_id"]: found["evidence"] for found in one["evidences"]}
        if bearing := {
            found["evidence_id"] for found in one["evidences"] if found["evidence_label"] != "NOT_ENOUGH_INFO"
        }:
            claims[one["claim"]] = bearing
    return (claims, passages) if claims else None


def healthver(folder, evaluation):
    """Read claims on the pandemic, and the abstracts that support or refute them among all that are there."""
    claims, passages = defaultdict(set), {}
    for part in ("dev", "test") if evaluation else ("dev",):
        path = folder / f"HealthVer/data/healthver_{part}.csv"
        for row in csv.DictReader(path.open(encoding="utf-8", newline="")) if path.exists() else ():
            passages[row["evidence"]] = row["evidence"]
            if row["label"] != "Neutral":
                claims[row["claim"]].add(row["evidence"])
    return (dict(claims), passages) if claims else None


def rgb(folder, evaluation):
    """Read questions on the news in Chinese, and the pages that answer them among many that do not."""
    claims, passages, others = {}, {}, {}
    for name in RGB:
        path = folder / f"RGB/data/{name}.json"
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            one = json.loads(line)
            answers = [text for some in one["positive"] for text in (some if isinstance(some, list) else [some])]
            passages |= {text: text for text in answers}
            claims[one["query"]] = set(answers)
            others |= {text: text for text in one["negative"]}
    kept = random.Random(5).sample(sorted(others), min(SHARE, len(others)))
    return (claims, passages | {text: text for text in kept}) if claims else None


def averitec(folder, evaluation):
    """Read the development claims of AVeriTeC, and the answers that were found for them among those to all others."""
    path = folder / "AVeriTeC/data/dev.json"
    claims, passages = defaultdict(set), {}
    for one in json.loads(path.read_text(encoding="utf-8")) if evaluation and path.exists() else ():
        for text in (answer["answer"] for question in one["questions"] for answer in question["answers"]):
            if len(text) > 20:
                passages[text] = text
                claims[one["claim"]].add(text)
    return (dict(claims), passages) if claims else None


def findver(folder, evaluation):
    """Read the statements of FinDVer's small test on filings, and the paragraphs that bear on them in their filing."""
    path = folder / "FinDVer/data/testmini.json"
    claims, passages = {}, {}
    for one in json.loads(path.read_text(encoding="utf-8")) if evaluation and path.exists() else ():
        filing = folder / "FinDVer/financial_reports" / one["report"]
        if filing.exists():
            paragraphs = json.loads(filing.read_text(encoding="utf-8"))["context"]
            passages |= {f"{one['report']} {part['id']}": part["context"] for part in paragraphs}
            claims[one["statement"]] = {f"{one['report']} {place}" for place in one["relevant_context"]}
    return (claims, passages) if claims else None


SETS = {
    "Climate-FEVER": climate_fever,
    "HealthVer": healthver,
    "RGB, Chinese": rgb,
    "AVeriTeC": averitec,
    "FinDVer": findver,
}
