"""What other policies would change: a sentence for each claim, and the table for experts."""

from collections import defaultdict
from collections.abc import Iterable

from claimbook.case.case import Case
from claimbook.judge.finding import Finding
from claimbook.report import blocks
from claimbook.report.verdicts import ordered

# The policies in plain words; leaving out a source and reading numbers more widely are said in `_under`.
PLAIN = {
    "primary only": "if only primary authors could decide",
    "tertiary allowed": "if SEO pages, forums and digests could decide",
    "numbers exact": "if every number were read as exact",
    "numbers printed": "if every number were read as rounded",
}


def stability(case: Case) -> blocks.Block:
    """Show which verdicts another policy would change, in a sentence for each claim, and the whole table in a fold."""
    moved = [found for found in ordered(case) if found.flips]
    total = len(case.findings)
    words = f"{total - len(moved)} of {total} verdicts are the same under all {len(case.policies)} other policies."
    parts = [blocks.paragraph(words)]
    if moved:
        parts += [
            blocks.bullets([_sentence(found) for found in moved]),
            blocks.folded("The table", _table(case, moved)),
        ]
    return blocks.section("Would other rules change a verdict?", blocks.joined(parts) if total else None, "No claims.")


def _sentence(found: Finding) -> str:
    claim, groups = found.claim, defaultdict[str, list[str]](list)
    for policy, verdict in found.flips.items():
        groups[verdict].append(policy)
    changed = "; ".join(f"{verdict} {_under(names)}" for verdict, names in groups.items())
    return f"{claim.id} “{claim.selector.exact}” is {found.verdict.verdict.signed}; it would be {changed}."


def _under(names: Iterable[str]) -> str:
    """Say under which policies, those that only read numbers more widely together."""
    wide = [name.removeprefix("numbers ") for name in names if name.endswith("%")]
    without = [name.removeprefix("without ") for name in names if name.startswith("without ")]
    parts = [PLAIN[name] for name in names if name in PLAIN]
    parts += [f"if numbers were read {' or '.join(wide)} wider"] if wide else []
    parts += [f"without the source {' or '.join(without)}"] if without else []
    return ", or ".join(parts)


def _table(case: Case, moved: Iterable[Finding]) -> blocks.Block:
    """Lay out the claims that move against the policies that move any; a sign is the other verdict."""
    policies = [name for name in case.policies if any(name in found.flips for found in moved)]
    rows = [
        (
            found.claim.id,
            found.claim.selector.exact,
            found.verdict.verdict.signed,
            *(found.flips[name].sign if name in found.flips else "" for name in policies),
        )
        for found in moved
    ]
    return blocks.table(rows, ("id", "words", "as judged", *policies))
