"""What a reader is shown. Nothing is decided here."""

from claimbook.report.answer import answer, brief, checked, groups
from claimbook.report.arithmetic import asked, checks_table, questions
from claimbook.report.evidence import (
    counts_of_evidence,
    evidence_by_claim,
    evidence_table,
    no_series,
    searches_by_claim,
    sources_overview,
)
from claimbook.report.flips import stability
from claimbook.report.front import findings, front, method, rules, unsupported, verdict_sentence
from claimbook.report.origins import elsewhere, returning_numbers, scatter_table
from claimbook.report.rows import verdict_rows
from claimbook.report.verdicts import ORDER, counts, decided, headline, one

__all__ = [
    "ORDER",
    "answer",
    "asked",
    "brief",
    "checked",
    "checks_table",
    "counts",
    "counts_of_evidence",
    "decided",
    "elsewhere",
    "evidence_by_claim",
    "evidence_table",
    "findings",
    "front",
    "groups",
    "headline",
    "method",
    "no_series",
    "one",
    "questions",
    "returning_numbers",
    "rules",
    "scatter_table",
    "searches_by_claim",
    "sources_overview",
    "stability",
    "unsupported",
    "verdict_rows",
    "verdict_sentence",
]
