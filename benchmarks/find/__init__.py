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

TITLE = "Finding evidence"
HERE = Path(__file__).parent
DATA = HERE.parent.parent / "data"
MOST = 10
WAYS = ["BM25, the claim", "ours, the claim", "BM25, and searches", "ours, and searches"]
DOCUMENTS, SENTENCES = 10_000, 12


def table(args):
    """Return recall for each published article, then the speed on a folder of made documents."""
    judged, unrelated = _read(HERE / "judged.csv"), _unrelated()
    index = find.Index.of(
        [find.Passage(row["passage"], "", row["text"], numbers_of(row["text"])) for row in judged] + unrelated
    )
    articles = list(dict.fromkeys(row["article"] for row in judged))
    rows = [row for article in articles for row in _recall(index, article, judged)]
    heads = [
        "article",
        "claims",
        "pairs",
        "agreement (kappa)",
        *(f"recall@10, {way}" for way in WAYS),
        *(f"in the ten, {way}" for way in WAYS),
    ]
    told = (
        f"{len(judged)} passages that were read for the articles, mixed with {len(unrelated):,} unrelated ones. Two judges read each passage "
        "beside every claim; it bears on a claim where both say so, and counts as not bearing where one does. Recall@10 is of at most ten; "
        "*in the ten*: the share of claims with at least one. All rank the same index; BM25 is asked all the words of the claim in both languages. "
        "*and searches*: those of the searches logged for it too, as a reader has them who comes back to the folder; "
        "many of these passages were found by such searches on the web. "
        "Weights were chosen on the two other articles and on every second claim of weilidai; the rest is the half kept apart."
    )
    return "\n\n".join([told, markdown.table(heads, rows), _speed(1_000 if args.quick else DOCUMENTS, _sentences())])


def _unrelated():
    texts = [*_sentences(), *(row["text"] for row in _read(HERE / "unrelated.csv"))]
    return [find.Passage(f"n{place}", "", text, numbers_of(text)) for place, text in enumerate(texts)]


def _read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _sentences():
    texts = [
        text["text"]
        for language in ("zh", "en")
        for split in ("dev", "sealed")
        for text in score.texts(language, split)
    ]
    pieces = (piece.strip() for text in texts for piece in re.split(r"(?<=[。！？!?\n])|(?<=\. )", text))
    return list(dict.fromkeys(piece for piece in pieces if len(piece) > 15))


def _recall(index, article, judged):
    """Return a row for an article; of the real one, rows for the half that was tried on and the half kept apart."""
    case, judged = load_case(DATA / "articles" / article), [row for row in judged if row["article"] == article]
    first, second = (
        {(row["passage"], claim) for row in judged for claim in row[judge].split()} for judge in ("first", "second")
    )
    agreed, rows = first & second, []
    alone, asked = (find.queries(case.claims, case.book, searches) for searches in ((), case.searches))
    for name, claim in case.claims.items():
        if bearing := {passage for passage, about in agreed if about == name}:
            says = find.words_of(claim, case.book)
            found = [find.plain(index, says, MOST), find.rank(index, alone[name], MOST)]
            found += [
                find.plain(
                    index, " ".join([says, *(search.query for search in case.searches if name in search.claims)]), MOST
                ),
                find.rank(index, asked[name], MOST),
            ]
            hits = [len(bearing & {index.shown(hit).document for hit in hits}) for hits in found]
            rows.append([len(bearing), *(n / min(MOST, len(bearing)) for n in hits), *(float(n > 0) for n in hits)])
    kappa = _kappa(first, second, len(judged) * len(case.claims))
    parts = {article: rows}
    if article == "weilidai":
        parts |= {f"{article}, tried on": rows[1::2], f"{article}, kept apart": rows[::2]}
    return [[name, len(part), sum(row[0] for row in part), kappa, *_means(part)] for name, part in parts.items()]


def _means(rows):
    return [markdown.share(statistics.mean(share)) for share in list(zip(*rows, strict=True))[1:]]


def _kappa(first, second, pairs):
    """Return Cohen's kappa of two sets of yes among so many pairs."""
    same, both = pairs - len(first ^ second), len(first) * len(second) + (pairs - len(first)) * (pairs - len(second))
    chance = both / pairs**2
    return f"{(same / pairs - chance) / (1 - chance):.2f}"


def _speed(documents, sentences):
    rng, case = random.Random(7), load_case(DATA / "articles" / "weilidai")
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder) / "docs"
        docs.mkdir()
        for number in range(documents):
            text = "\n".join(rng.choice(sentences) for _ in range(SENTENCES))
            (docs / f"{number:05}.txt").write_text(f"Document {number}\n{text}\n", encoding="utf-8")
        asked = find.queries(case.claims, case.book, case.searches)
        start = time.perf_counter()
        index = find.open_index(docs, Path(folder) / "store.jsonl", asked=asked.values())
        read = time.perf_counter() - start
        _ = index.bm25, case.book
        ready = time.perf_counter() - start
        start = time.perf_counter()
        find.open_index(docs, Path(folder) / "store.jsonl", asked=asked.values())
        again = time.perf_counter() - start
        times = []
        for query in asked.values():
            start = time.perf_counter()
            find.rank(index, query)
            times.append(1000 * (time.perf_counter() - start))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    heads = [
        "text documents",
        "passages",
        "s to read",
        "s until ready",
        "s to read again, unchanged",
        "ms a query, median",
        "most",
        "MiB peak",
    ]
    row = [f"{documents:,}", f"{len(index.passages):,}", *(f"{n:.1f}" for n in (read, ready, again))]
    row += [f"{statistics.median(times):.0f}", f"{max(times):.0f}", f"{peak:.0f}"]
    return markdown.table(heads, [row])
