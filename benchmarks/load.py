"""What the commands take on a large case, a large article and a large folder, at three sizes each."""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

from benchmarks import corpus, folder, markdown
from benchmarks.page import FLAGS, NAMES, RUNS, visit, write_case

TITLE = "Load"
CLAIMS = [500, 1_500, 5_000]
LETTERS = [500_000, 1_500_000, 5_000_000]
DOCUMENTS = [2_000, 6_000, 20_000]
ACTS = ("page: first marked number", "page: filter", "page: search", "page: open a claim")
RELATIONS = ("same", "proxy", "context", "proxy", "proxy")
# A small process between us and the command, whose memory would else be no less than ours.
LAUNCH = """import os, subprocess, sys; run = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL)
import resource; used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr); sys.exit(run.returncode)"""
HOME = Path(__file__).parent.parent


def table(args):
    """Return a table of seconds and MiB for cases, articles and folders of three sizes."""
    last, kept = -1 if args.quick else None, _Kept(args.kept)
    about = (
        "Each command runs in a process of its own: seconds of processor time with those of its children, and the "
        "peak resident memory of the largest of them. A case has ten rows of evidence for each claim, two of which may "
        "decide; it is validated by the first command, and the others find that noted. An article is number-dense English "
        "text that hardly repeats. Of the documents, every second one is Chinese: "
        "news of the BBC and pages of RGB with other digits, where `--data` has these sets (see public/README.md), else the "
        "labelled texts. The page's rows are seconds in headless Chromium, medians of "
        f"{RUNS}. The growth is that of the time from the last size but one to the last, beside that of the size."
    )
    return "\n\n".join(
        [
            about,
            _section("claims", CLAIMS[:last], _case, kept),
            _section("characters", LETTERS[:last], _article, kept),
            _section("documents", DOCUMENTS[:last], partial(_folder, Path(args.data) if args.data else None), kept),
        ]
    )


class _Kept:
    """What was measured before a run was stopped: one line of JSON a size, in a file that is named with `--kept`."""

    def __init__(self, path):
        self.path = Path(path) if path else None
        lines = self.path.read_text("utf-8").splitlines() if self.path and self.path.exists() else []
        self._rows = {(what, size): rows for what, size, rows in map(json.loads, lines)}

    def of(self, what, size, measure):
        """Return the rows of a size, measured now where they are not kept."""
        if (what, size) not in self._rows:
            begun, rows = time.perf_counter(), []
            with tempfile.TemporaryDirectory() as folder:
                for name, (seconds, mib) in measure(Path(folder), size):
                    since = time.perf_counter() - begun
                    print(f"{size:,} {what}: {name} {seconds:.3f} s, {mib or 0:.0f} MiB, {since:.0f} s since it began",
                          file=sys.stderr, flush=True)  # fmt: skip
                    rows.append((name, (seconds, mib)))
            self._rows[what, size] = rows
            if self.path:
                with self.path.open("a", encoding="utf-8") as file:
                    file.write(f"{json.dumps([what, size, rows])}\n")
        return self._rows[what, size]


def _section(what, sizes, measure, kept):
    """Return one table: a row a command, two columns a size, and how the time grows."""
    found = {}
    for size in sizes:
        for name, cell in kept.of(what, size, measure):
            found.setdefault(name, []).append(cell)
    heads = ["command", *(f"{kind}, {size:,} {what}" for size in sizes for kind in ("s", "MiB")), "growth"]
    rows = [
        [name, *(cell for seconds, mib in cells for cell in (f"{seconds:.2f}", f"{mib:.0f}" if mib else "")),
         f"{cells[-1][0] / cells[-2][0]:.1f} of {sizes[-1] / sizes[-2]:.1f}"]
        for name, cells in found.items()
    ]  # fmt: skip
    return markdown.table(heads, rows)


def _case(home, claims):
    """Measure the commands that judge and write a case."""
    write_case(home, claims, RELATIONS)
    commands = [
        ["validate", "made"],
        ["check", "made"],
        ["claim", "made", "c010"],
        ["export", "made"],
        ["report", "made"],
    ]
    for command in commands:
        yield command[0], _measured(command, home)
    yield from _page(home / "build" / "made" / "index.html")


def _page(path):
    """Measure the page in a browser; without memory, which is the browser's."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=next(filter(None, map(shutil.which, NAMES))), args=FLAGS)
        visits = [visit(browser, path) for _ in range(RUNS)]
        browser.close()
    for act, times in zip(ACTS, zip(*visits, strict=True), strict=True):
        yield act, (statistics.median(times) / 1000, None)


def _article(home, letters):
    """Measure what reads an article: alone, as a new one, and as a new text of one that is there."""
    (home / "data" / "articles").mkdir(parents=True)
    text = "\n".join(corpus.characters("en", letters))
    (home / "a.txt").write_text(text, encoding="utf-8")
    (home / "b.txt").write_text(f"One line more.\n{text}", encoding="utf-8")
    yield "mentions", _measured(["mentions", "a.txt"], home)
    yield "new", _measured(["new", "a.txt", "--id", "made"], home)
    yield "new --update", _measured(["new", "b.txt", "--id", "made", "--update"], home)


def _folder(data, home, documents):
    """Measure the first and the second reading of a folder, with the time that a person waits."""
    write_case(home, 50, RELATIONS)
    (home / "docs").mkdir()
    folder.write(home / "docs", documents, data)
    for name in ("find, the first time", "find again"):
        start = time.perf_counter()
        seconds, mib = _measured(["find", "made", "docs", "--claim", "c010"], home)
        yield name, (seconds, mib)
        yield f"{name}, by the clock", (time.perf_counter() - start, mib)


def _measured(command, home):
    """Run a command, and return its seconds of processor time and its peak memory in MiB."""
    environment = os.environ | {"PYTHONPATH": str(HOME)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # which would have every run compile the package again
    run = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCH, sys.executable, "-m", "claimbook", *command],
        cwd=home, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if run.returncode:
        raise RuntimeError(f"{command}: {run.stderr[-300:]}")
    seconds, kib = map(float, run.stderr.split()[-2:])
    return seconds, kib / 1024
