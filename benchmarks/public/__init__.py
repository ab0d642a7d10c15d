"""The extractor beside its peers on public sets that a person has put in a folder (``--data FOLDER``)."""

import json
import tempfile
from pathlib import Path

from benchmarks import markdown, runners
from benchmarks.public import gold, scores

TITLE = "Public gold"
TOOLS = {
    "en": ("claimbook", "ms-recognizers-text-suite", "quantulum3"),
    "zh": ("claimbook", "ms-recognizers-text-suite", "jionlp"),
}
SLOW = "ms-recognizers-text-suite"
TOLD = (
    "Texts and labels are the makers' own, read where a person has put them; [which files, whose, under which licence](public/README.md). "
    "Parts that their makers hold back, and the second half of Duckling's phrases, are scored with `--evaluation` alone; "
    "nothing was tuned on them. With `--quick`, the slowest peer, Recognizers-Text, is left out."
)


def table(args):
    """Return a table for each set that is there, and the names of those that are not."""
    folder = Path(args.data) if args.data else None
    parts, absent = [TOLD], []
    for title, section in SECTIONS.items():
        made = section(folder, args) if folder else None
        parts += [f"### {title}", made] if made else []
        absent += [] if made else [title]
    return "\n\n".join([*parts, *([f"Not there, so not measured: {'; '.join(absent)}."] if absent else [])])


def read(texts, language, args):
    """Return what each tool finds in each text, by its name; None for a tool that could not be run."""
    left = SLOW if args.quick else ""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.json"
        path.write_text(json.dumps([text["text"] for text in texts]), encoding="utf-8")
        chosen = [one for one in runners.of(language) if one.name in TOOLS[language] and one.name != left]
        return {one.name: runners.work(one, "read", path, language, timeout=3600).get("found") for one in chosen}


def _rows(texts, language, args, row):
    found = read(texts, language, args)
    return [[name, *(row(name, tool) if tool else ["not measured"])] for name, tool in found.items()]


def _newsquant(folder, args):
    texts = gold.newsquant(folder)
    heads = [
        "tool",
        *(f"{name}{how}" for how in (", raw", ", levelled") for name in ("value F1", "value + unit", "value + change")),
    ]
    half = len(texts) // 2  # the first half was read while rules were written, the second was not
    parts = [
        (texts, "all 590 sentences"),
        (texts[:half], "first half, read while rules were written"),
        (texts[half:], "second half, not read"),
    ]

    def row(name, tool, part):
        ways = [scores.newsquant(part, tool, name == "quantulum3", levelled) for levelled in (False, True)]
        return [markdown.share(way[key]) for way in ways for key in ("value", "unit", "change")]

    if not texts:
        return None
    found, made = read(texts, "en", args), []
    for (part, title), where in zip(parts, (slice(None), slice(half), slice(half, None)), strict=True):
        made += [
            f"{title}:",
            markdown.table(heads, [[name, *row(name, tool[where], part)] for name, tool in found.items() if tool]),
        ]
    return "\n\n".join(made)


def _spans(texts, args):
    heads = ["tool", "exact F1", "overlap F1", "overlap P", "overlap R", "number", "a unit read"]

    def row(_, tool):
        result = scores.spans(texts, tool)
        keys = ("exact", "overlap", "overlap_precision", "overlap_recall", "number", "unit")
        return [markdown.share(result[key]) for key in keys]

    return markdown.table(heads, _rows(texts, "en", args, row)) if texts else None


def _measeval(folder, args):
    parts = ("eval",) if args.evaluation else ("train", "trial")
    return _spans([text for part in parts for text in gold.measeval(folder, part)], args)


def _grobid(folder, args):
    return _spans(gold.grobid(folder), args)


def _duckling(language):
    def section(folder, args):
        texts = gold.duckling(folder, language)
        texts = texts if args.evaluation else texts[: len(texts) // 2]
        rows = (
            _rows(texts, language, args, lambda _, tool: [markdown.share(scores.phrases(texts, tool))]) if texts else []
        )
        return markdown.table(["tool", f"value, {len(texts)} phrases"], rows) if texts else None

    return section


def _fewfc(folder, args):
    texts = gold.fewfc(folder)
    heads = ["tool", *(f"{role} ({scores.roles(texts, [[] for _ in texts], role)[1]:,})" for role in gold.ROLES)]
    rows = (
        _rows(
            texts,
            "zh",
            args,
            lambda _, tool: [markdown.share(scores.roles(texts, tool, role)[0]) for role in gold.ROLES],
        )
        if texts
        else []
    )
    return markdown.table(heads, rows) if texts else None


def _claims(name):
    def section(folder, args):
        texts = gold.claims(folder, name)
        rows = (
            _rows(texts, "en", args, lambda _, tool: [markdown.share(scores.complete(texts, tool)[0])]) if texts else []
        )
        return (
            markdown.table(["tool", f"all digits of a claim in a mention, {len(texts):,} claims"], rows)
            if texts
            else None
        )

    return section


SECTIONS = {
    "NewsQuant": _newsquant,
    "MeasEval": _measeval,
    "Grobid-quantities": _grobid,
    "Duckling, English": _duckling("en"),
    "Duckling, Chinese": _duckling("zh"),
    "FewFC": _fewfc,
    "QuanTemp": _claims("QuanTemp"),
    "FinDVer": _claims("FinDVer"),
}
