"""Do one task with one tool in this process, and print what came of it as one line of JSON."""

import importlib
import json
import re
import resource
import sys
import time
from itertools import islice
from pathlib import Path

from benchmarks import corpus, score

WARM, WARM_LINES = 2, 1000  # seconds and lines at most before a tool is timed; Java compiles as it goes
CUTS = {"text": r"(?s).+", "line": r"[^\n]+", "sentence": r"[^。；！？\n]+"}


def extract(tool, language, split):
    """Return what the tool finds in each labelled text, cut as suits the tool best; where it crashes, nothing."""
    found, crashes = zip(*(_found(tool, text["text"], language) for text in score.texts(language, split)), strict=True)
    return {"found": found, "crashes": [name for names in crashes for name in names]}


def _found(tool, text, language, described=False):
    find = getattr(tool, "described", tool.find) if described else tool.find
    found, crashes = [], []
    for piece in re.finditer(CUTS[getattr(tool, "CUT", "text")], text):
        try:
            raw = find(piece[0], language)
        except Exception as error:  # any failure of a peer is the peer's; one of its adapter is ours
            crashes.append(type(error).__name__)
            continue
        found += [_moved(one, piece.start()) for one in tool.read(piece[0], raw)]
    return found, crashes


def read(tool, path, language):
    """Return what the tool finds in each text of a list in a file."""
    texts = json.loads(Path(path).read_text(encoding="utf-8"))
    found, crashes = zip(*(_found(tool, text, language, described=True) for text in texts), strict=True)
    return {"found": found, "crashes": [name for names in crashes for name in names]}


def _moved(one, first):
    return one | {"start": first + one["start"], "end": first + one["end"]}


def speed(tool, language, count, seconds):
    """Return characters a second of three runs, each over its own third of the text, a third of `seconds` at most."""
    begun = time.perf_counter()
    tool.find("1", language)
    result = {"setup": time.perf_counter() - begun, "crashes": 0, "rates": [], "done": 0, "ready_mib": memory()}
    text = corpus.characters(language, int(count))
    more = islice(corpus.lines(language), len(text), len(text) + WARM_LINES)
    _run(tool, language, list(more), WARM)
    size = -(-len(text) // 3)
    for first in (0, size, 2 * size):
        done, spent, crashes = _run(tool, language, text[first : first + size], float(seconds) / 3)
        result["rates"].append(done / spent)
        result["done"] += done
        result["crashes"] += crashes
    return result | {"share": result["done"] / sum(map(len, text)), "peak_mib": memory()}


def _run(tool, language, part, limit):
    pieces = ["".join(part)] if getattr(tool, "WHOLE", False) else part
    done = crashes = 0
    begun = time.perf_counter()
    for piece in pieces:
        try:
            tool.find(piece, language)
        except Exception:  # any failure of a peer is the peer's
            crashes += 1
        done += len(piece)
        if time.perf_counter() - begun > limit:
            break
    return done, time.perf_counter() - begun, crashes


def whole(tool, language, size):
    """Return characters a second over one text of `size` bytes, given in one piece."""
    return _whole(tool, "".join(corpus.lines(language, int(size))))


def adversarial(tool, piece, size):
    """Return characters a second over one piece repeated to `size` characters."""
    return _whole(tool, (piece * int(size))[: int(size)])


def _whole(tool, text):
    for line in islice(corpus.lines("zh"), WARM_LINES):  # what is made at first use is set-up, told elsewhere
        sum(1 for _ in tool.iterate(line))
    begun = time.perf_counter()
    count = sum(1 for _ in tool.iterate(text))
    spent = time.perf_counter() - begun
    return {"mentions": count, "seconds": spent, "rate": len(text) / spent}


def stream(tool, language, size):
    """Return the peak of memory while a text of `size` bytes is read line by line and nothing is kept."""
    sum(1 for _ in tool.stream(islice(corpus.lines(language), 1)))
    ready = memory()
    count = sum(1 for _ in tool.stream(corpus.lines(language, int(size))))
    return {"mentions": count, "ready_mib": ready, "peak_mib": memory(), "through": tool.STREAM}


def memory():
    """Return the peak of this process's resident memory in MiB."""
    status = Path("/proc/self/status")
    if status.exists():  # Linux counts what the parent held before into the other number
        return int(re.search(r"VmHWM:\s*(\d+) kB", status.read_text())[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


TASKS = {task.__name__: task for task in (extract, read, speed, whole, adversarial, stream)}


def main(task, module, *arguments):
    """Import the tool, do the task, print the result with the tool's version."""
    begun = time.perf_counter()
    tool = importlib.import_module(f"benchmarks.peers.{module}")
    spent = time.perf_counter() - begun
    result = TASKS[task](tool, *arguments) | {"version": tool.VERSION, "import": spent}
    print("\n" + json.dumps(result))


if __name__ == "__main__":
    main(*sys.argv[1:])
