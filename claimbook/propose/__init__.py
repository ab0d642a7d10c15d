"""Rows that rules draft and a person accepts: checks among the article's own numbers, and computed figures.

The modules, each importing only those above it:

- numbers: their ids, how exact they are; sentences: numbers by sentence; sketch: a check before it is computed
- reach: which numbers are near enough, and alike enough, to be of one computation; windows: a number with these
- growth, remainders, multiples, shares, fractions, totals, columns, twice: one kind of pattern each
- products, differences, years, availability, ranks: one relation each, read from the numbers near a word that names it
- plain: relations that are read because no other numbers can be meant
- lines: figures over time or over places; readings: what a claim of change means; change: computed, and accepted
- written: a check that somebody writes, or a model, as an expression of ids
- pair: a claim over frozen series; pairing: one reading of it; worked, counted: its formula and unit; paired: accepted
- proposal: a sketch as a row, computed; checks: all patterns over a text; article: an article's proposals, accepted
"""

from claimbook.propose.article import Proposed, accept, propose, proposed
from claimbook.propose.change import Change, accept_change, for_claim, put_change, read_sources
from claimbook.propose.checks import of_text
from claimbook.propose.pair import Paired, pair
from claimbook.propose.paired import accept_pairing, log_none, put_pairing
from claimbook.propose.pairing import Pairing
from claimbook.propose.proposal import Proposal, findings

__all__ = [
    "Change",
    "Paired",
    "Pairing",
    "Proposal",
    "Proposed",
    "accept",
    "accept_change",
    "accept_pairing",
    "findings",
    "for_claim",
    "log_none",
    "of_text",
    "pair",
    "propose",
    "proposed",
    "put_change",
    "put_pairing",
    "read_sources",
]
