"""The generated parts of the pages on the verdict rules: the head of each, and an example of the published data."""

from collections.abc import Iterable
from pathlib import Path

from claimbook.case.case import Case
from claimbook.judge.rules import SENTENCES

FOLDER = Path(__file__).parent / "rules"
ORDER = list(SENTENCES)
CONTENTS = FOLDER / "README.md"


def pages(cases: Iterable[Case]) -> dict[Path, dict[str, str]]:
    """Return the generated blocks of every page, by file and by the name in the marks around them."""
    cases = list(cases)
    made = {FOLDER / f"{code}.md": {"rule": head(code), "example": example(code, cases)} for code in ORDER}
    return made | {CONTENTS: {"rules": "\n".join(_entry(code, cases) for code in ORDER)}}


def head(code: str) -> str:
    """Return the heading of a rule, the sentence that the reader sees, and when it is tried."""
    place = ORDER.index(code)
    before = " and ".join(filter(None, [", ".join(_link(one) for one in ORDER[: place - 1]), _link(ORDER[place - 1])]))
    when = f"Tried after {before}, where none of these decides." if place else "Tried first."
    return f"# `{code}`\n\n**{SENTENCES[code]}**\n\n{when}"


def example(code: str, cases: Iterable[Case]) -> str:
    """Return how many published verdicts a rule made, with the first of them."""
    found = [(case, one) for case in cases for one in case.findings.values() if one.verdict.rule == code]
    if not found:
        return "It made none of the published verdicts."
    case, first = found[0]
    claim, verdict = first.claim, first.verdict
    counted = f"It made {len(found)} of the published verdicts." if len(found) > 1 else "It made one published verdict."
    said = f"**{claim.statement}** {verdict.verdict.signed}. {verdict.in_full()}"
    return (
        f"{counted} The first is {claim.id} of [{case.article.id}](../../data/articles/{case.article.id}):\n\n> {said}"
    )


def _entry(code: str, cases: Iterable[Case]) -> str:
    made = sum(one.verdict.rule == code for case in cases for one in case.findings.values())
    return f"{ORDER.index(code) + 1}. {_link(code)} ({made} published): {SENTENCES[code]}"


def _link(code: str) -> str:
    return f"[`{code}`]({code}.md)"
