"""Rows that rules draft and a person accepts: checks among the article's own numbers, and computed figures.

The modules, each importing only those above it:

- numbers: their ids, how exact they are; sentences: numbers by sentence; sketch: a check before it is computed
- reach: which numbers are near enough, and alike enough, to be of one computation; windows: a number with these
- growth, remainders, multiples, shares, fractions, totals, columns, twice: one kind of pattern each
- products, differences, years, availability, ranks: one relation each, read from the numbers near a word that names it
- plain: relations that are read because no other numbers can be meant
- lines: figures over time or over places; readings: what a claim of change means; change: computed, and accepted
- written: a check that somebody writes, or a model, as an expression of ids
- proposal: a sketch as a row, computed; checks: all patterns over a text; article: an article's proposals, accepted
"""

from claimbook.propose.article import Proposed, accept, propose, proposed
from claimbook.propose.change import Change, accept_change, for_claim, put_change, read_sources
from claimbook.propose.checks import of_text
from claimbook.propose.proposal import Proposal, findings

__all__ = [
    "Change",
    "Proposal",
    "Proposed",
    "accept",
    "accept_change",
    "findings",
    "for_claim",
    "of_text",
    "propose",
    "proposed",
    "put_change",
    "read_sources",
]
