"""Is the right number of a passage offered for a claim, beside the one that is nearest to the claim's?"""

import csv
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

from benchmarks import markdown
from claimbook import find
from claimbook.find.choose import alike
from claimbook.find.passage import numbers_of
from claimbook.judge.claim import Claim
from claimbook.language.phrase import Statement
from claimbook.quantity.quantity import Quantity
from claimbook.tables.vocabulary import Checkability
from claimbook.text.selector import Selector

TITLE = "The right number of a passage"
HERE = Path(__file__).parent
LANGUAGES = ("zh", "en")
WAYS = {"nearest": lambda claim, passage, day: nearest(claim, passage), "ours": lambda *given: ours(*given)}


def table(args):
    """Return how often the right number is offered, by whether the claim's own number is right."""
    counts, kinds = defaultdict(lambda: [0, 0]), {"true", "wrong"}
    for half, claim, passage, day, right, kind, across in cases():
        for way, offered in WAYS.items():
            tally = counts[half, kind, across, way]
            tally[0] += offered(claim, passage, day) == right
            tally[1] += 1
    rows = [
        [half, f"the claim’s number is {kind}", "the other" if across else "the same"]
        + [f"{counts[half, kind, across, way][0] / counts[half, kind, across, way][1]:.2f}" for way in WAYS]
        + [str(counts[half, kind, across, "ours"][1])]
        for half in ("sealed", "tried on")
        for kind in sorted(kinds, reverse=True)
        for across in (True, False)
    ]
    says = (
        "Real passages that print several numbers of one unit, each labelled with what it measures. A claim is made of each label, once "
        "with the number itself, and once with the nearest other number of the passage, as a wrong claim has it: there nearness "
        "offers the number that confirms. In the language of the passage, and in the other. Every second passage was tried on."
    )
    return f"{says}\n\n" + markdown.table(["passages", "case", "language", "nearest number", "ours", "cases"], rows)


def cases():
    """Yield each case: its half, the claim, the passage, its day, the right number, kind and whether across languages."""
    labels = defaultdict(list)
    for row in _read("labels.csv"):
        labels[row["passage"]].append(row)
    for place, row in enumerate(_read("passages.csv")):
        passage = find.Passage(row["passage"], "", row["text"], numbers_of(row["text"]))
        written = "zh" if any("\u4e00" <= char <= "\u9fff" for char in row["text"]) else "en"
        for label in labels[row["passage"]]:
            right = [one for one in passage.numbers if one.words == label["words"]][int(label["at"]) - 1]
            others = [
                one for one in passage.numbers if one is not right and not one.dated and alike(one.unit, right.unit)
            ]
            wrong = min(others, key=lambda one: abs(Decimal(one.low) - Decimal(right.low)), default=None)
            for language in LANGUAGES:
                for kind, number in (("true", right), ("wrong", wrong)):
                    if number:
                        half = "tried on" if place % 2 else "sealed"
                        yield (half, claim_of(label, language, number), passage, date.fromisoformat(row["published"]),
                               right, kind, language != written)  # fmt: skip


def claim_of(label, language, number):
    """Return a claim with the cells of a label and some number."""
    quantity = Quantity(Decimal(number.low), Decimal(number.high), number.unit, "=", "rounded")
    subject, metric = label[f"subject_{language}"], label[f"metric_{language}"]
    statement = Statement(f"{metric} of {subject}", "") if language == "en" else Statement("", f"{subject}{metric}")
    return Claim(id="c01", kind=label["kind"], selector=Selector(0, 0, number.words), subject=subject, metric=metric,
                 population="", period=None, period_text=label["period"], statement=statement, quantity=quantity,
                 value="", basis="none", checkability=Checkability.CHECKABLE, checkability_reason="", depends_on=())  # fmt: skip


def nearest(claim, passage):
    """Return the number of the claim's unit that is nearest to the claim's: what was offered before."""
    fitting = [one for one in passage.numbers if alike(one.unit, claim.quantity.unit) and one.suits(claim.dated)]
    return min(fitting, key=lambda one: abs(Decimal(one.low) - claim.quantity.low), default=None)


def ours(claim, passage, day):
    """Return the number that is offered."""
    return find.offer(claim, passage, today=day).number


def misses(half="tried on"):
    """Print the cases of a half that are missed."""
    for part, claim, passage, day, right, kind, _ in cases():
        got = ours(claim, passage, day)
        if part == half and got != right:
            print(
                passage.document,
                kind,
                claim.subject,
                claim.metric,
                claim.period_text,
                "|",
                right.words,
                "|",
                got and got.words,
            )


def _read(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
