"""Who is measured, where it is installed, and how a piece of work is given to a process of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
VENV = ROOT / ".venv-benchmarks"


@dataclass(frozen=True)
class Runner:
    """One tool: its name in the tables, its module in `benchmarks.peers` and its interpreter."""

    name: str
    module: str
    python: Path
    languages: tuple = ("zh", "en")
    note: str = ""


PEERS = VENV / "bin" / "python"
OLD = VENV / "old" / "bin" / "python"  # it needs another version of a package that two peers share
OURS = Runner("claimbook", "ours", Path(sys.executable))
SCAN = r"`re` `\d+(?:\.\d+)?`, one dict a hit, the text in one piece"
BARE = Runner("bare scan", "bare", Path(sys.executable), note=SCAN)
RUNNERS = [
    OURS,
    Runner("ms-recognizers-text-suite", "recognizers_ms", PEERS),
    Runner("recognizers-text-suite", "recognizers_old", OLD),
    Runner("duckling-chinese", "duckling", PEERS, ("zh",), "needs a Java runtime"),
    Runner("jionlp", "jio", PEERS, ("zh",), "money and time only"),
    Runner("chinese2digits", "c2d", PEERS, ("zh",), "no offsets: strings found in order"),
    Runner("quantulum3", "quantulum", PEERS, note="made for English"),
    Runner("cn2an", "cn2an_aligned", PEERS, ("zh",), "text to text: aligned, then its digits read"),
    BARE,
]


def of(language):
    """Return the runners that are measured on a language."""
    return [runner for runner in RUNNERS if language in runner.languages]


def work(runner, task, *arguments, timeout=600):
    """Have a process of its own do a task; return what it reports, or ``{"error": ...}``, and say so."""
    print("…", runner.name, task, *arguments, file=sys.stderr)
    result = _work(runner, task, arguments, timeout)
    if "error" in result:
        print("! NOT MEASURED:", runner.name, result["error"], file=sys.stderr)
    return result


def _work(runner, task, arguments, timeout):
    if not runner.python.exists():
        return {"error": "not installed: run `make benchmark`"}
    command = [runner.python, "-m", "benchmarks.worker", task, runner.module, *map(str, arguments)]
    same = os.environ | {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}  # the units of one peer hang on the order of a set
    try:
        done = subprocess.run(command, cwd=ROOT, env=same, capture_output=True, encoding="utf-8", timeout=timeout)
    except subprocess.TimeoutExpired:
        return {"error": f"not done after {timeout} s"}
    last = (done.stdout.strip().splitlines() or [""])[-1]  # some peers print when they are imported
    if done.returncode or not last.startswith("{"):
        return {"error": (done.stderr.strip().splitlines() or [f"ended with {done.returncode}"])[-1][:120]}
    return json.loads(last)
