"""A survey of up to a million made documents, stage by stage: ``python -m benchmarks.scale DIR``.

What a stage measured is kept in DIR, so a run that was stopped goes on; each stage runs in a process of its own.
"""

import argparse
import json
import re
import time
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import made, planted
from claimbook import survey
from claimbook.mention import mentions
from claimbook.mention.context import context
from claimbook.mention.folding import fold
from claimbook.mention.tables import Tables
from claimbook.survey import families, parts, texts, write
from claimbook.survey.rows import rows
from claimbook.survey.run import connected

SIZES = [10_000, 100_000, 1_000_000]
SAMPLE = 1_000  # documents of which the extractor is measured alone
BESIDE = 24  # parts, of a thousand documents each, that Dask and a pool read in turns
ROUNDS = 2


def measure(folder, sizes):
    """Return what each size measured, stage by stage; what is in the folder already is not measured again."""
    found = {}
    for size in sizes:
        home = folder / str(size)
        home.mkdir(parents=True, exist_ok=True)
        stages = {
            "made": partial(_make, size),
            "alone": _alone,
            "read": partial(_dask, workers=2, name="out", limit=0),
            "grouped": _group,
            "found": planted.found,
            "beside": _beside,
            "alone again": _alone,
        }
        found[size] = {name: _stage(home, name, act) for name, act in stages.items()}
    return found


def _stage(home, name, act):
    """Run a stage in a new process, so that none has another's memory; or return what it had measured."""
    file = home / f"{name.replace(' ', '-')}.json"
    if not file.exists():
        print(f"{home.name}: {name} …", flush=True)
        begun = time.perf_counter()
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as one:
            result = one.submit(act, home).result()
        result["stage, s"] = round(time.perf_counter() - begun, 1)
        print(f"{home.name}: {name}: {result}", flush=True)
        file.write_text(json.dumps(result), "utf-8")
    return json.loads(file.read_text("utf-8"))


def _make(size, home):
    made.write(home / "corpus", size)
    return {"GB": sum(file.stat().st_size for file in (home / "corpus").glob("*.jsonl")) / 1e9}


def _alone(home):
    """Measure the extractor, it with its context, and the rows in one process: least CPU of rounds that take turns."""
    sample = _sample(home)
    numbers = sum(len(list(mentions(one.text))) for one in sample)
    acts = {"extractor": _mentions, "with context": _context, "rows": lambda some: rows(some, False), "signed": rows}
    least = dict.fromkeys(acts, 1e9)
    for _ in range(ROUNDS + 2):
        for name, act in acts.items():
            begun = time.process_time()
            act(sample)
            least[name] = min(least[name], time.process_time() - begun)
    return {name: spent / len(sample) * 1000 for name, spent in least.items()} | {"numbers": numbers / len(sample)}


def _sample(home):
    planned = parts.plan([str(home / "corpus")])
    chosen = [
        text for part in planned[:: max(1, len(planned) // 8)][:8] for text in texts.texts(part, survey.Columns())
    ]
    return chosen[:: max(1, len(chosen) // SAMPLE)][:SAMPLE]


def _mentions(sample):
    for one in sample:
        list(mentions(one.text))


def _context(sample):
    for one in sample:
        tables = Tables(fold(one.text), one.text)
        for mention in mentions(one.text):
            context(one.text, mention, tables)


def _parts(home, limit):
    planned = parts.plan([str(home / "corpus")])
    return planned[:limit] if limit else planned


def _dask(home, workers, name, limit):
    """Read with Dask; a line for each part is kept as soon as it is written, and such a part is not read again."""
    from distributed import as_completed

    planned, log = _parts(home, limit), home / f"{name}.log"
    there = {json.loads(line)["part"] for line in log.read_text("utf-8").splitlines()} if log.exists() else set()
    left = [part for part in planned if part.name not in there]
    with connected(survey.Means(workers)) as client, log.open("a") as out:
        client.run(_warm)
        begun, spent = time.perf_counter(), time.process_time()
        before = begun
        for future in as_completed(client.map(_timed, left, to=str(home / name), pure=False)):
            now = time.perf_counter()
            own, spent = time.process_time() - spent, time.process_time()
            out.write(json.dumps({**future.result(), "wall": now - before, "client": own}) + "\n")
            out.flush()
            before = now
            future.release()
    return _sum([json.loads(line) for line in log.read_text("utf-8").splitlines()])


def _pool(home, workers, name, limit):
    planned, done = _parts(home, limit), []
    context = get_context("spawn")
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_warm) as pool:
        list(pool.map(time.sleep, [3] * workers))
        before = time.perf_counter()
        for one in pool.map(partial(_timed, to=str(home / name)), planned):
            now = time.perf_counter()
            done.append({**one, "wall": now - before, "client": 0})
            before = now
    return _sum(done)


def _sum(done):
    documents = sum(one["documents"] for one in done)
    total = {name: sum(one[name] for one in done) for name in ("wall", "cpu", "client", "numbers")}
    return {
        "documents": documents,
        "numbers": total["numbers"],
        "CPU, ms": total["cpu"] / documents * 1000,
        "client and scheduler, ms": total["client"] / documents * 1000,
        "wall, s": total["wall"],
        "MiB": max(one["peak"] for one in done),
    }


def _timed(part, to):
    """Read a part, and return what it had, what it cost, and the most memory that the worker ever had."""
    spent = time.process_time()
    done = write.read_part(part, to)
    peak = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text("utf-8"))[1]) / 1024
    return {"part": part.name, "documents": done.documents, "numbers": done.mentions,
            "cpu": time.process_time() - spent, "peak": peak}  # fmt: skip


def _warm():
    """Read and write a few documents, so that no measure has the imports of a worker."""
    some = made.Made(64)
    with TemporaryDirectory() as folder:
        file = Path(folder, "some.jsonl")
        file.write_text("".join(json.dumps(some.row(place)[0]) + "\n" for place in range(64)), "utf-8")
        for part in parts.plan([str(file)]):
            write.read_part(part, folder)


def _beside(home):
    """Read the same parts with Dask and a plain pool, with two workers and with one, in turns; the least wall time counts."""
    acts = {
        "Dask, two": partial(_dask, workers=2),
        "pool, two": partial(_pool, workers=2),
        "Dask, one": partial(_dask, workers=1),
        "pool, one": partial(_pool, workers=1),
    }
    least = dict.fromkeys(acts, 1e9)
    for _ in range(ROUNDS):
        for name, act in acts.items():
            (home / "beside.log").unlink(missing_ok=True)
            least[name] = min(least[name], act(home, name="beside", limit=BESIDE)["wall, s"])
    return least


def _group(home):
    begun = time.perf_counter()
    families.write(str(home / "out"))
    return {"s": time.perf_counter() - begun}


def lines(found):
    """Return each line of the bar with what was measured at each size."""
    rows_ = {
        "documents": lambda one: f"{one['read']['documents']:,}",
        "numbers": lambda one: f"{one['read']['numbers']:,}",
        "extractor, ms a document": lambda one: f"{_least(one, 'extractor'):.3f}",
        "its context, ms (bar 0.6)": lambda one: f"{_least(one, 'with context') - _least(one, 'extractor'):.3f}",
        "rows ÷ extractor with context (bar 1.10)": lambda one: f"{_ratio(one, 'rows'):.3f}",
        "signed rows ÷ it (bar 1.25)": lambda one: f"{_ratio(one, 'signed'):.3f}",
        "whole run ÷ it, reading and Parquet too (bar 1.25)": lambda one: (
            f"{one['read']['CPU, ms'] / _least(one, 'with context'):.3f}"
        ),
        "whole run, CPU ms a document": lambda one: f"{one['read']['CPU, ms']:.3f}",
        "client and scheduler, CPU ms": lambda one: f"{one['read']['client and scheduler, ms']:.3f}",
        "wall, s": lambda one: f"{one['read']['wall, s']:.0f}",
        "MiB a worker (bar 350)": lambda one: f"{one['read']['MiB']:.0f}",
        "Dask ÷ pool, two workers, wall (bar 1.05)": lambda one: (
            f"{one['beside']['Dask, two'] / one['beside']['pool, two']:.3f}"
        ),
        "Dask: one ÷ two workers, wall (bar 1.8)": lambda one: (
            f"{one['beside']['Dask, one'] / one['beside']['Dask, two']:.2f}"
        ),
        "pool: one ÷ two processes, wall": lambda one: f"{one['beside']['pool, one'] / one['beside']['pool, two']:.2f}",
        "groups and families, s": lambda one: f"{one['grouped']['s']:.1f}",
    }
    table = [[name, *[show(one) for one in found.values()]] for name, show in rows_.items()]
    names = [name for name in next(iter(found.values()))["found"] if name != "stage, s"]
    return table + [[name, *[f"{one['found'][name]:.3f}" for one in found.values()]] for name in names]


def _least(one, name):
    return min(one["alone"][name], one["alone again"][name])


def _ratio(one, name):
    """Return the less flattering of two ratios, measured before and after."""
    return max(when[name] / when["with context"] for when in (one["alone"], one["alone again"]))


def main():
    """Measure, and print each line of the bar."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", type=lambda text: [int(one) for one in text.split(",")], default=SIZES)
    given = parser.parse_args()
    for row in lines(measure(given.folder, given.sizes)):
        print("; ".join(row))


if __name__ == "__main__":
    main()
