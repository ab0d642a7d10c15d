"""Does `claimbook find` find what bears on a claim, and how fast, beside BM25 on the words alone."""

import csv
import random
import re
import resource
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks import markdown, score
from claimbook import find, load_case
from claimbook.find.passage import numbers_of
from claimbook.find.rank import query_of

TITLE = "Finding evidence"
HERE = Path(__file__).parent
DATA = HERE.parent.parent / "data"
BEARS = ("same", "rule", "bound", "proxy")
MOST = 10
DOCUMENTS, SENTENCES = 10_000, 12


def table(args):
    """Return recall for each published article, then the speed on a folder of made documents."""
    index, unrelated = _index()
    rows = [_recall(index, path.parent) for path in sorted(DATA.glob("articles/*/article.toml"))]
    heads = ["article", "claims", "bearing passages", "recall@10, BM25 alone", "recall@10, ours", "in the ten, BM25", "in the ten, ours"]
    told = (
        f"One passage for each of the {len(index.passages) - unrelated} figures in the project, mixed with {unrelated:,} unrelated "
        "passages: sentences of the labelled texts, country profiles and laws. A passage bears on a claim where the evidence sets it beside the claim as same, rule, bound or "
        "proxy; what nobody set beside it counts as not bearing, though it may. Recall@10 is of at most ten; *in the ten*: the "
        "share of claims with at least one. Both rank the same index."
    )
    return "\n\n".join([told, markdown.table(heads, rows), _speed(1_000 if args.quick else DOCUMENTS, _sentences())])


def _index():
    sources = {row["source"]: row for row in _read(DATA / "sources" / "sources.csv")}
    passages = []
    for row in _read(DATA / "sources" / "figures.csv"):
        source = sources[row["source"]]
        text = (
            f"{source['title']}. {source['publisher']} {source['published']}. {row['as_printed']}. "
            f"{row['metric']}; {row['entity']}; {row['population']}; {row['period']}"
        )
        passages.append(find.Passage(row["figure"], "", text, numbers_of(text)))
    texts = [*_sentences(), *(row["text"] for row in _read(HERE / "unrelated.csv"))]
    noise = [find.Passage(f"n{place}", "", text, numbers_of(text)) for place, text in enumerate(texts)]
    return find.Index(passages + noise, {}), len(noise)


def _read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _sentences():
    texts = [text["text"] for language in ("zh", "en") for split in ("dev", "sealed") for text in score.texts(language, split)]
    pieces = (piece.strip() for text in texts for piece in re.split(r"(?<=[。！？!?\n])|(?<=\. )", text))
    return list(dict.fromkeys(piece for piece in pieces if len(piece) > 15))


def _recall(index, folder):
    case, rows = load_case(folder), []
    for claim in case.claims.values():
        bearing = {i.figure.id for i in case.evidence if i.claim.id == claim.id and i.relation in BEARS}
        if bearing:
            found = [find.plain(index, query_of(claim, case.book), MOST), find.rank(index, claim, case.book, MOST)]
            hits = [len(bearing & {index.passages[hit.place].document for hit in hits}) for hits in found]
            rows.append([len(bearing), *(n / min(MOST, len(bearing)) for n in hits), *(float(n > 0) for n in hits)])
    count, *shares = zip(*rows, strict=True)
    return [case.article.id, len(rows), sum(count), *(markdown.share(statistics.mean(share)) for share in shares)]


def _speed(documents, sentences):
    rng, case = random.Random(7), load_case(DATA / "articles" / "weilidai")
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder) / "docs"
        docs.mkdir()
        for number in range(documents):
            text = "\n".join(rng.choice(sentences) for _ in range(SENTENCES))
            (docs / f"{number:05}.txt").write_text(f"Document {number}\n{text}\n", encoding="utf-8")
        start = time.perf_counter()
        index = find.open_index(docs, Path(folder) / "store.jsonl")
        read = time.perf_counter() - start
        _ = index.bm25, case.book
        ready = time.perf_counter() - start
        start = time.perf_counter()
        find.open_index(docs, Path(folder) / "store.jsonl")
        again = time.perf_counter() - start
        times = []
        for claim in case.claims.values():
            start = time.perf_counter()
            find.rank(index, claim, case.book)
            times.append(1000 * (time.perf_counter() - start))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    heads = ["text documents", "passages", "s to read", "s until ready", "s to read again, unchanged", "ms a query, median", "most", "MiB peak"]
    row = [f"{documents:,}", f"{len(index.passages):,}", *(f"{n:.1f}" for n in (read, ready, again))]
    row += [f"{statistics.median(times):.0f}", f"{max(times):.0f}", f"{peak:.0f}"]
    return markdown.table(heads, [row])
