"""Does the extractor stay linear: on more text, on text made to be slow, and in memory."""

from benchmarks import corpus, markdown, runners
from benchmarks.accuracy import NAMES

TITLE = "Linearity"
SIZES = [10**4, 10**5, 10**6, 10**7, 10**8]
STREAMED = [10**7, 10**8]
HARD = [10**5, 10**6]
TIMEOUT, PATIENCE = 1800, 60


def table(args):
    """Return the tables of our speed by size, on adversarial texts, and of our memory by size."""
    sizes, streamed = (SIZES[:-1], STREAMED[:-1]) if args.quick else (SIZES, STREAMED)
    sized = [[_size(size), *(_rate(_whole(language, size)) for language in NAMES)] for size in sizes]
    hard = [[name, *_hard(piece)] for name, piece in corpus.ADVERSARIAL.items()]
    return "\n\n".join(
        [
            "Characters a second of our extractor, the text given in one piece (sizes in bytes of UTF-8):",
            markdown.table(["text", *NAMES.values()], sized),
            f"Characters a second where one piece is repeated to so many characters (given up after {PATIENCE} s):",
            markdown.table(["repeated", *(f"{size:,}" for size in HARD), "mentions"], hard),
            "Peak memory while lines are streamed and nothing is kept:",
            markdown.table(["text", "language", "MiB ready", "MiB peak", "mentions", "through"], _streamed(streamed)),
        ]
    )


def _whole(language, size):
    return runners.work(runners.OURS, "whole", language, size, timeout=TIMEOUT)


def _streamed(sizes):
    rows = []
    for language, name in NAMES.items():
        for size in sizes:
            result = runners.work(runners.OURS, "stream", language, size, timeout=TIMEOUT)
            rows.append([_size(size), name, *_memory(result)])
    return rows


def _memory(result):
    if "error" in result:
        return [_failure(result), "", "", ""]
    return [f"{result['ready_mib']:.1f}", f"{result['peak_mib']:.1f}", result["mentions"], result["through"]]


def _hard(piece):
    results = [runners.work(runners.OURS, "adversarial", piece, size, timeout=PATIENCE) for size in HARD]
    return [*map(_rate, results), results[-1].get("mentions", "")]


def _rate(result):
    return markdown.rate(result["rate"]) if "rate" in result else _failure(result)


def _failure(result):
    return f"**{result['error']}**"


def _size(size):
    return f"{size // 10**6} MB" if size >= 10**6 else f"{size // 10**3} kB"
