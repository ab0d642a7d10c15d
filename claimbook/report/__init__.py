"""What a reader is shown. Nothing is decided here."""

from claimbook.report.answer import answer, brief, worst
from claimbook.report.arithmetic import checks, checks_table, stability_table
from claimbook.report.evidence import (
    evidence_by_claim,
    evidence_overview,
    evidence_table,
    searches_by_claim,
    sources_overview,
)
from claimbook.report.origins import returning_numbers, scatter_table
from claimbook.report.rows import verdict_rows
from claimbook.report.verdicts import (
    ORDER,
    as_of,
    contradicted_lines,
    contradictions,
    counts,
    decided,
    front,
    headline,
    one,
    rules,
    unsupported,
    verdict_table,
)

__all__ = [
    "ORDER",
    "answer",
    "as_of",
    "brief",
    "checks",
    "checks_table",
    "contradicted_lines",
    "contradictions",
    "counts",
    "decided",
    "evidence_by_claim",
    "evidence_overview",
    "evidence_table",
    "front",
    "headline",
    "one",
    "returning_numbers",
    "rules",
    "scatter_table",
    "searches_by_claim",
    "sources_overview",
    "stability_table",
    "unsupported",
    "verdict_rows",
    "verdict_table",
    "worst",
]
