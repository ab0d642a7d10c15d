"""Proposals of a language model, checked by machine, that a person accepts and that never decide.

The modules, each importing only those above it:

- words: what is asked for, where a proposal is, what became of it, what it must pass
- address, key, chat: one question to the server that a person named, within limits
- proposal: one thing that is proposed; known: what an article is before anybody is asked
- prompt, asks: what is sent; reply: what comes back, field by field
- names, numbers, gates, relating, computing: the checks of the machine
- reading: replies as proposals that pass or are put aside
- store, state: ``proposals.csv`` and what became of each; keep: replies; put: proposals in their places
- plan: what will be sent; run: asking; decide: a person's decisions
"""

from claimbook.model.address import address_of
from claimbook.model.chat import Chat, Unanswered
from claimbook.model.key import Key, key_of
from claimbook.model.plan import Plan, Server, plan, price_of
from claimbook.model.run import Report, run
from claimbook.model.state import States, trust
from claimbook.model.store import read_proposals
from claimbook.model.words import Gate, Place, State, What

__all__ = [
    "Chat",
    "Gate",
    "Key",
    "Place",
    "Plan",
    "Report",
    "Server",
    "State",
    "States",
    "Unanswered",
    "What",
    "address_of",
    "key_of",
    "plan",
    "price_of",
    "read_proposals",
    "run",
    "trust",
]
