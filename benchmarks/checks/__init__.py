"""Which planted errors do the proposed checks find, and how often do they cry wolf.

``python -m benchmarks.checks FOLDER`` scores any folder of articles.
"""

import json
import sys
from collections import Counter
from pathlib import Path

from benchmarks import markdown
from claimbook import load_case
from claimbook.judge.check import Result
from claimbook.mention import mentions
from claimbook.propose import findings, of_text

TITLE = "Proposed checks"
HERE = Path(__file__).parent
ARTICLES = HERE.parent.parent / "data" / "articles"
TUNED = ("dev", "sealed", "second")  # the patterns were tuned on these; any other folder here is newer


def table(args):
    """Return what is caught and what is a false alarm, for each folder and for the published articles."""
    folders = sorted(path.parent.name for path in HERE.glob("*/01.json"))
    wanted = [name for name in folders if args.split in (name, "both")]
    scored = {name: score(HERE / name) for name in sorted(wanted, key=_age)}
    return "\n\n".join([ABOUT, *_tables(scored), _published()])


def _age(name):
    """Return what sorts folders from the oldest to those that nothing was tuned on."""
    return (TUNED.index(name) if name in TUNED else len(TUNED), name)


ABOUT = (
    "Articles written for this purpose, half of them with planted errors. An error is caught if one question that does not hold asks "
    "about at least two of its numbers; any other question that does not hold is a false alarm. Findings are counted by question. "
    "A folder that is marked as tuned on was read while the patterns were written; only one that is not measures them."
)


def score(folder):
    """Return caught, missed and false alarms of a folder of articles, each with a ``.txt`` and a ``.json``."""
    found = {"articles": 0, "clean": 0, "caught": [], "missed": [], "false": [], "troubled": 0}
    for path in sorted(Path(folder).glob("*.json")):
        _add(
            found,
            path.stem,
            path.with_suffix(".txt").read_text(encoding="utf-8"),
            json.loads(path.read_text(encoding="utf-8")),
        )
    return found


def _add(found, name, text, labels):
    listed = list(mentions(text))
    spans = {one.start: one for one in listed}
    alarms = [question for question, result in findings(of_text(text, listed)).items() if result != Result.HOLDS]
    right = set()
    for error in labels["errors"]:
        hits = [question for question in alarms if _asks(question, error["positions"], spans)]
        right.update(hits)
        found["caught" if hits else "missed"].append((name, error["kind"], " ".join(error["numbers"])))
    wrong = [question for question in alarms if question not in right]
    found["false"] += [(name, title, " ".join(spans[start].exact for start in starts)) for title, starts in wrong]
    found["articles"] += 1
    found["clean"] += not labels["errors"]
    found["troubled"] += bool(wrong) and not labels["errors"]


def _asks(question, positions, spans):
    """Return whether a question is about at least two numbers of an error, or about its only one."""
    touched = [
        any(spans[start].start < last and first < spans[start].end for start in question[1])
        for first, last in positions
    ]
    return sum(touched) >= min(2, len(positions))


def _tables(scored):
    rows = [
        [split, "yes" if split in TUNED else "no", one["articles"], one["clean"], len(one["caught"]) + len(one["missed"]), len(one["caught"]), len(one["false"]), one["troubled"]]
        for split, one in scored.items()
    ]  # fmt: skip
    heads = [
        "folder",
        "tuned on",
        "articles",
        "clean",
        "planted errors",
        "caught",
        "false alarms",
        "clean articles with one",
    ]
    yield markdown.table(heads, rows)
    for split, one in scored.items():
        kinds = Counter(kind for _, kind, _ in (*one["caught"], *one["missed"]))
        caught = Counter(kind for _, kind, _ in one["caught"])
        yield markdown.table(
            [f"kind ({split})", "planted", "caught"], [[kind, kinds[kind], caught[kind]] for kind in sorted(kinds)]
        )
        lines = [f"- missed: {name}, {kind}: {numbers}" for name, kind, numbers in one["missed"]]
        lines += [f"- false alarm: {name}, {title}: {numbers}" for name, title, numbers in one["false"]]
        yield "\n".join(lines) or f"Nothing missed and no false alarm on {split}."


def _published():
    rows = []
    for folder in sorted(path for path in ARTICLES.iterdir() if path.is_dir()):
        text = load_case(folder).article.text
        results = Counter(map(str, findings(of_text(text, mentions(text))).values()))
        rows.append([folder.name, *(results[result] for result in Result)])
    return "The published articles, from their text alone, questions by result:\n\n" + markdown.table(
        ["article", *Result], rows
    )


def main():
    """Print the score of a folder."""
    print("\n\n".join(_tables({Path(sys.argv[1]).name: score(sys.argv[1])})))
