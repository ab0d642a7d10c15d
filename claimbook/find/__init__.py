"""Find, in a folder of one's own documents, the passages whose figures may support or contradict a claim."""

from claimbook.find.accept import Accepted, Choice, accept, accept_all, digest, passage_rows
from claimbook.find.index import Hit, Index
from claimbook.find.judge import judge, judged
from claimbook.find.meaning import LOST, maker
from claimbook.find.offer import Difference, Offer, offer, offer_of
from claimbook.find.opening import open_index
from claimbook.find.passage import Number, Passage, passages_of
from claimbook.find.query import Query, Wording, queries, words_of
from claimbook.find.rank import plain, rank
from claimbook.find.source import source_of
from claimbook.find.store import store_of

__all__ = [
    "LOST",
    "Accepted",
    "Choice",
    "Difference",
    "Hit",
    "Index",
    "Number",
    "Offer",
    "Passage",
    "Query",
    "Wording",
    "accept",
    "accept_all",
    "digest",
    "judge",
    "judged",
    "maker",
    "offer",
    "offer_of",
    "open_index",
    "passage_rows",
    "passages_of",
    "plain",
    "queries",
    "rank",
    "source_of",
    "store_of",
    "words_of",
]
