"""A cell or a row that a model proposes: what, for which row, by which words of the text, and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from claimbook.model.words import Gate


@dataclass(frozen=True)
class ModelProposal:
    """One thing that a model proposes; it decides nothing until a person accepts it.

    Parameters
    ----------
    table, row, column : str
        The cell that it is for; of a row of its own, `row` is the claim that it bears on, or empty.
    cell : str
        What is proposed.
    start, end : int
        Where the quotation that it rests on is, in the article or in the passage of a document; -1 where it is nowhere.
    exact : str
        The quotation.
    document, page : str
        Of evidence: where the passage is.
    number : str
        Of evidence: the number, as printed.
    passage_sha256 : str
        Of evidence: the passage.
    note : str
        Of evidence: the difference that was seen.
    gate : Gate or None
        What it did not pass.
    fault : str
        Why not, in a sentence.
    """

    table: str
    row: str
    column: str
    cell: str
    start: int = -1
    end: int = -1
    exact: str = ""
    document: str = ""
    page: str = ""
    number: str = ""
    passage_sha256: str = ""
    note: str = ""
    gate: Gate | None = None
    fault: str = ""

    def failing(self, gate: Gate, fault: str) -> ModelProposal:
        """Return it with what it did not pass."""
        return replace(self, gate=gate, fault=fault)
