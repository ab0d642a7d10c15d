"""Print every table as Markdown: ``python -m benchmarks [--split dev] [--quick] [--only speed]``."""

import argparse
import platform
import re
import sys
from datetime import date
from pathlib import Path

from benchmarks import (
    accuracy,
    across,
    cases,
    cells,
    checks,
    drafts,
    find,
    fuzz,
    linearity,
    load,
    numbers,
    page,
    pages,
    propose,
    public,
    series,
    speed,
    survey,
)
from benchmarks.public import search

# Each is a module with a ``TITLE`` and ``table(args)`` that returns Markdown; a new section is added here.
SECTIONS = [
    public,
    pages,
    accuracy,
    cases,
    speed,
    linearity,
    fuzz,
    page,
    load,
    find,
    across,
    numbers,
    search,
    cells,
    series,
    checks,
    drafts,
    propose,
    survey,
]
RESULTS = Path(__file__).parent / "results.md"


def main():
    """Print each section as soon as it is measured."""
    sections = {module.__name__.rpartition(".")[2]: module for module in SECTIONS}
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the extractor beside its peers.")
    parser.add_argument("--split", choices=["dev", "sealed", "both"], default="both", help="labelled texts to score on")
    parser.add_argument("--quick", action="store_true", help="less time a tool, and nothing of 100 MB")
    parser.add_argument("--only", choices=list(sections), action="append", help="this section, repeatable; default all")
    for name in ("recognizers", "nemo", "wetext"):
        parser.add_argument(f"--{name}", metavar="DIR", help=f"a checkout with the public cases of {name}")
    parser.add_argument("--drafts", metavar="DIR", help="a folder of labelled claims; default: the committed ones")
    parser.add_argument("--data", metavar="FOLDER", help="where the public sets are; see benchmarks/public/README.md")
    parser.add_argument(
        "--pages", metavar="FILE", help="labelled sentences of real pages; default: the development half"
    )
    parser.add_argument("--evaluation", action="store_true", help="also the parts that nothing was tuned on")
    parser.add_argument("--series", metavar="DIR", help="a snapshot of TSVer: series to find cells in")
    parser.add_argument(
        "--with", dest="server", metavar="ADDRESS", help="propose: a model to score; default: our rules, served"
    )
    parser.add_argument("--model", default="", help="with --with: its name")
    parser.add_argument("--key-env", default="", metavar="NAME", help="with --with: the variable that holds its key")
    parser.add_argument("--plain", action="store_true", help="with --with: send the messages alone")
    parser.add_argument("--kept", metavar="FILE", help="load: keep each size that was measured, and go on from there")
    parser.add_argument("--save", action="store_true", help="write benchmarks/results.md too")
    parser.add_argument(
        "--misses",
        action="store_true",
        help="list every public case that is missed, and every drafted claim beside its label",
    )
    args = parser.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    parts = []
    for part in _parts(args, sections):
        print(f"{part}\n", flush=True)
        parts.append(part)
    if args.save:
        _save(parts)


def _parts(args, sections):
    for name, module in sections.items():
        if not args.only or name in args.only:
            yield f"## {module.TITLE}\n\nMeasured on {date.today()}. {machine()}\n\n{module.table(args)}"


def _save(parts):
    """Write results.md whole or not at all; a section that was not measured now stays as it was."""
    old = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    known = [part.strip() for part in re.split(r"(?m)^(?=## )", old)[1:]]
    by_title = {part.splitlines()[0]: part for part in [*known, *parts]}
    body = [by_title[title] for module in SECTIONS if (title := f"## {module.TITLE}") in by_title]
    fresh = RESULTS.with_suffix(".tmp")
    fresh.write_text("\n\n".join(["# Benchmarks", *body]) + "\n", encoding="utf-8")
    fresh.replace(RESULTS)


def machine():
    """Return Python, processor and system in one line."""
    cores = Path("/proc/cpuinfo")
    told = re.search(r"model name\s*:\s*(.+)", cores.read_text()) if cores.exists() else None
    processor = told[1] if told else platform.processor() or platform.machine()
    return f"Python {platform.python_version()}, {processor}, {platform.system()}."


if __name__ == "__main__":
    main()
