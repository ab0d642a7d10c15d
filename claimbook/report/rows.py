"""The computed verdicts as rows of text, for a terminal, a table or a file."""

from claimbook.case.case import Case
from claimbook.judge import stability
from claimbook.language.progress import progress


def verdict_rows(case: Case) -> list[dict[str, str]]:
    """Return one row a claim, in the order of the article.

    Returns
    -------
    list of dict of str to str
        ``claim``, ``verdict``, ``rule``, ``confidence``, ``sub_reasons``, ``reason``, ``caveat``, the ids of
        ``evidence`` and ``checks``, ``stable`` (yes or no) and what it ``flips`` to under which policy.
    """
    rows = []
    for name, found in progress(case.findings.items(), "trying every claim under other policies"):
        verdict, flips = found.verdict, str(stability.in_words(found.flips))
        rows.append(
            {
                "claim": name,
                "verdict": verdict.verdict,
                "rule": verdict.rule,
                "confidence": verdict.confidence,
                "sub_reasons": "; ".join(verdict.sub_reasons),
                "reason": str(verdict.reason),
                "caveat": str(verdict.caveat),
                "evidence": " ".join(verdict.evidence),
                "checks": " ".join(verdict.checks),
                "stable": "no" if flips else "yes",
                "flips": flips,
            }
        )
    return rows
