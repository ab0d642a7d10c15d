"""Speed and memory of every tool on text that hardly repeats."""

from statistics import median

from benchmarks import corpus, markdown, runners
from benchmarks.accuracy import NAMES

TITLE = "Speed"
HEADS = ["tool", "version", "characters/s", "claimbook ÷ tool", "least and most", "text done",
         "set-up s", "MiB ready", "MiB peak", "crashes", "note"]  # fmt: skip
COUNT = 1_000_000
LIMIT, QUICK = 20, 6  # seconds a tool, in three runs


def table(args):
    """Return one table a language; the ratio is our speed to the tool's in the same run."""
    limit = QUICK if args.quick else LIMIT
    about = (
        f"Number-dense text of {COUNT:,} characters: the labelled dev texts, over and over, every run of digits "
        "replaced each time by random digits of the same length (a fixed seed). Fed line by line, in a process of its "
        "own for each tool, warmed up on other lines; the median of three runs, each over another third of the text, "
        f"{limit} s at most together. A peer's own call is timed, without our adapter. We are timed before and after "
        "each tool, since a shared machine's speed drifts; the ratio is to the mean of the two."
    )
    parts = [about]
    for language in NAMES:
        text = corpus.characters(language, COUNT)
        told = f"### {NAMES[language]}: {len(text):,} lines, {len(text) - len(set(text))} of them repeated"
        parts += [told, markdown.table(HEADS, _rows(language, limit))]
    return "\n\n".join(parts)


def _rows(language, limit):
    """Measure every tool of a language between two runs of ours."""
    measured = [runners.work(runners.OURS, "speed", language, COUNT, limit)]
    rows = []
    for runner in runners.of(language):
        if runner is not runners.OURS:
            result = runners.work(runner, "speed", language, COUNT, limit)
            measured.append(runners.work(runners.OURS, "speed", language, COUNT, limit))
            ours = [median(one["rates"]) for one in measured[-2:] if "error" not in one]
            rows.append(_row(runner, result, sum(ours) / len(ours) if ours else None))
    alike = [one for one in measured if "error" not in one]
    merged = alike[0] | {"rates": [rate for one in alike for rate in one["rates"]]} if alike else measured[0]
    return [_row(runners.OURS, merged, None), *rows]


def _row(runner, result, ours):
    if "error" in result:
        return [runner.name, f"**not measured: {result['error']}**", *[""] * (len(HEADS) - 3), runner.note]
    rate = median(result["rates"])
    spread = " to ".join(markdown.rate(end(result["rates"])) for end in (min, max))
    memory = [f"{result[key]:.0f}" for key in ("ready_mib", "peak_mib")]
    setup = f"{result['import'] + result['setup']:.2f}"
    ratio = f"{ours / rate:.3g}" if ours else ""
    done = f"{result['share']:.0%}"
    measured = [markdown.rate(rate), ratio, spread, done, setup, *memory, result["crashes"]]
    return [runner.name, result["version"], *measured, runner.note]
