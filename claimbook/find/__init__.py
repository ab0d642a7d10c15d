"""Find, in a folder of one's own documents, the passages whose figures could bear on a claim."""

from claimbook.find.accept import accept
from claimbook.find.index import Index, open_index
from claimbook.find.passage import Passage, passages_of
from claimbook.find.rank import Hit, plain, rank

__all__ = ["accept", "Hit", "Index", "Passage", "open_index", "passages_of", "plain", "rank"]
