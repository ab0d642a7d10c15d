"""The survey of a made corpus: what is planted is found again, and what it costs beside the extractor alone."""

import tempfile
from pathlib import Path

from benchmarks import made, markdown, scale

TITLE = "Survey"


def table(args):
    """Return each line of the bar at two sizes; `python -m benchmarks.scale DIR` measures a million documents."""
    sizes = [2_000] if args.quick else scale.SIZES[:2]
    about = (
        f"A made corpus of {made.LENGTH:,} characters a document on {made.HOSTS} hosts, a fixed seed: numbers planted in three to "
        "twelve documents in other sentences, near copies with eight characters changed and a sentence added, farms of hosts that "
        "copy from each other, and sentences filled with other numbers."
    )
    with tempfile.TemporaryDirectory() as folder:
        rows = scale.lines(scale.measure(Path(folder), sizes))
    return "\n\n".join([about, markdown.table(["", *[f"{size:,}" for size in sizes]], rows)])
