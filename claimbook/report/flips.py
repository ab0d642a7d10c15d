"""What other policies would change: a sentence for each claim, and the table for experts."""

from collections import defaultdict
from collections.abc import Iterable

from claimbook.case.case import Case
from claimbook.judge.finding import Finding
from claimbook.judge.stability import policy_in_words
from claimbook.language.phrase import Phrase, Series, Spoken, parted, phrase
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
    words = "{n} of {total} verdicts are the same under all {policies} other policies."
    same = phrase(words, n=total - len(moved), total=total, policies=len(case.policies))
    parts = [blocks.paragraph(same)]
    if moved:
        parts += [
            blocks.bullets([_sentence(found) for found in moved]),
            blocks.folded(phrase("The table"), _table(case, moved)),
        ]
    title = phrase("Would other rules change a verdict?")
    return blocks.section(title, blocks.joined(parts) if total else None, phrase("No claims."))


def _sentence(found: Finding) -> Phrase:
    claim, groups = found.claim, defaultdict[str, list[str]](list)
    for policy, verdict in found.flips.items():
        groups[verdict].append(policy)
    changed = [phrase("{verdict} {when}", verdict=phrase(one), when=_under(names)) for one, names in groups.items()]
    words, verdict = "{claim} “{exact}” is {sign} {verdict}; it would be {changed}.", found.verdict.verdict
    sign, said = verdict.sign, phrase(verdict)
    return phrase(words, claim=claim.id, exact=claim.selector.exact, sign=sign, verdict=said, changed=parted(changed))


def _under(names: Iterable[str]) -> Spoken:
    """Say under which policies, those that only read numbers more widely together."""
    wide = [name.removeprefix("numbers ") for name in names if name.endswith("%")]
    without = [name.removeprefix("without ") for name in names if name.startswith("without ")]
    parts = [phrase(PLAIN[name]) for name in names if name in PLAIN]
    parts += [phrase("if numbers were read {widths} wider", widths=_either(wide))] if wide else []
    parts += [phrase("without the source {sources}", sources=_either(without))] if without else []
    return Series(tuple(parts), {"en": ", or ", "zh": "，或"})


def _either(names: Iterable[str]) -> Spoken:
    return Series(tuple(names), {"en": " or ", "zh": "或"})


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
    return blocks.table(rows, ("id", "words", "as judged", *map(policy_in_words, policies)))
