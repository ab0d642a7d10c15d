"""Accuracy of every tool on the labelled texts."""

from benchmarks import markdown, runners, score

TITLE = "Accuracy"
NAMES = {"zh": "Chinese", "en": "English"}
ASPECTS = [f"{name}{ending}" for name in score.ASPECTS for ending in ("", "_all")]
HEADS = ["tool", "version", "found", "exact F1", "P", "R", "overlap F1", "P", "R",
         "value, found", "value, all", "unit, found", "unit, all", "comparator, found", "comparator, all",
         "comparator, where not `=`", "crashes"]  # fmt: skip
KEYS = [f"{name}{ending}" for name in ("exact", "overlap") for ending in ("", "_precision", "_recall")]
KIND_HEADS = ["kind", "labelled", "found", "exact F1", "P", "R", "overlap F1", "P", "R", "value", "unit", "kind"]


def table(args):
    """Return the tables of each split and language."""
    splits = ("dev", "sealed") if args.split == "both" else (args.split,)
    parts = ["`found` is the share right of what was found, `all` of all that is labelled."]
    for split in splits:
        for language in NAMES:
            parts += _tables(language, split)
    return "\n\n".join(parts)


def _tables(language, split):
    texts = score.texts(language, split)
    labels = [text["mentions"] for text in texts]
    if not texts:
        return []
    count = sum(map(len, labels))
    rows, kinds = [], []
    for runner in runners.of(language):
        result = runners.work(runner, "extract", language, split)
        rows.append(_row(runner, result, labels))
        if runner is runners.OURS and "error" not in result:
            kinds = [_kind(*item) for item in score.kinds(labels, result["found"]).items()]
    title = f"### {NAMES[language]}, {split}: {len(texts)} texts, {count} mentions"
    told = [f"{runners.OURS.name}, by kind:", markdown.table(KIND_HEADS, kinds)] if kinds else []
    return [title, markdown.table(HEADS, rows), *told]


def _row(runner, result, labels):
    if "error" in result:
        return [runner.name, f"**not measured: {result['error']}**", *[""] * (len(HEADS) - 2)]
    reached = score.score(labels, result["found"])
    shares = [markdown.share(reached[key]) for key in [*KEYS, *ASPECTS, "said"]]
    return [runner.name, result["version"], reached["found"], *shares, len(result["crashes"])]


def _kind(name, reached):
    shares = [markdown.share(reached[key]) for key in [*KEYS, "value", "unit", "kind"]]
    return [name, reached["labelled"], reached["found"], *shares]
