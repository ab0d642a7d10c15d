"""Find, in a folder of one's own documents, the passages whose figures may support or contradict a claim."""

from claimbook.find.accept import accept, digest, passage_rows
from claimbook.find.index import Hit, Index, open_index
from claimbook.find.meaning import LOST, maker
from claimbook.find.passage import Number, Passage, passages_of
from claimbook.find.query import Query, Wording, queries, words_of
from claimbook.find.rank import plain, rank
from claimbook.find.store import store_of

__all__ = [
    "LOST",
    "Hit",
    "Index",
    "Number",
    "Passage",
    "Query",
    "Wording",
    "accept",
    "digest",
    "maker",
    "open_index",
    "passage_rows",
    "passages_of",
    "plain",
    "queries",
    "rank",
    "store_of",
    "words_of",
]
