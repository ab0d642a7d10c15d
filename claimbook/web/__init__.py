"""Public pages, visited politely, within limits, and never on a private network."""

from claimbook.web.answer import Answer, Unvisited
from claimbook.web.visitor import AGENT, MOST, Visitor

__all__ = ["AGENT", "MOST", "Answer", "Unvisited", "Visitor"]
