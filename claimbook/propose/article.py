"""The proposals for an article, and what accepting one writes."""

from collections.abc import Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from claimbook.draft.draft import about, claims_so_far
from claimbook.mention import mentions
from claimbook.propose import checks
from claimbook.propose.numbers import Number, with_claims
from claimbook.propose.proposal import Proposal
from claimbook.tables.fault import Problems
from claimbook.tables.files import decode
from claimbook.tables.references import names
from claimbook.tables.schema import KEYS, Row, Rows
from claimbook.tables.vocabulary import Role
from claimbook.tables.workspace import folder_of
from claimbook.tables.writer import Tables, new_ids, writing
from claimbook.text.sentence import sentence

TABLES = ("mentions", "claims", "checks", "computed", "translations")
LETTERS = {"checks": "k", "computed": "x"}
AROUND = 200  # characters of a sentence before and after a number that are shown, at most
NO_NUMBERS = (Role.MARKUP, Role.SELF_DESCRIPTION)


@dataclass(frozen=True)
class Proposed:
    """An article with what is proposed for it."""

    folder: Path
    text: str
    proposals: Sequence[Proposal]

    def sentences(self, proposal: Proposal) -> list[str]:
        """Return the sentences that the numbers of a proposal are in, each once and as far as it is near."""
        found = (_sentence(self.text, *place) for place in proposal.places)
        return list(dict.fromkeys(found))


def _sentence(text: str, start: int, end: int) -> str:
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    left, right = sentence(text[first:last], start - first, end - first)
    return " ".join(text[first + left : first + right].split())


def propose(article: str | PathLike[str]) -> Proposed:
    """Return the proposals for an article, finished or not.

    Parameters
    ----------
    article : str or path-like
        Its id, or its folder.

    Raises
    ------
    Problems
        If there is no such article, or its text or a table cannot be read.
    """
    folder = _folder(article)
    return proposed(folder, Tables(folder, TABLES).rows)


def accept(article: str | PathLike[str], wanted: Sequence[int]) -> list[str]:
    """Write some proposals as rows of their tables, whole or not at all; return the new ids.

    Parameters
    ----------
    article : str or path-like
        Its id, or its folder.
    wanted : sequence of int
        Their numbers in the list of `propose`, from 1.

    Raises
    ------
    Problems
        If there is no proposal of such a number, or a table cannot be read.
    """
    folder = _folder(article)
    with writing(folder, *TABLES) as tables:
        proposals = proposed(folder, tables.rows).proposals
        if wrong := [number for number in wanted if not 1 <= number <= len(proposals)]:
            there = f"{len(proposals)} proposals" if proposals else "no proposals"
            raise Problems([f"--accept: there is no proposal {wrong[0]}; {folder.name} has {there}"])
        chosen = [proposals[number - 1] for number in dict.fromkeys(wanted)]
        ids = [_add(tables.rows, proposal) for proposal in chosen]
        known = {row["en"] for row in tables.rows["translations"]}
        said = {en: zh for proposal in chosen for en, zh in proposal.chinese.items() if en not in known}
        tables.add({"translations": [{"en": en, "zh": zh} for en, zh in said.items()]})
    return ids


def _folder(article: str | PathLike[str]) -> Path:
    folder = folder_of(article)
    if not folder.is_dir():
        raise Problems([f"{folder}: there is no such article; `claimbook new FILE --id {folder.name}` makes it"])
    return folder


def _add(rows: Rows, proposal: Proposal) -> str:
    key = KEYS[proposal.table]
    name = next(new_ids((row[key] for row in rows[proposal.table]), LETTERS[proposal.table]))
    rows[proposal.table].append({key: name} | proposal.row)
    return name


def proposed(folder: Path, rows: Rows) -> Proposed:
    """Return the proposals for an article from its rows; see `propose`."""
    text = decode(folder / "article.txt", "article.txt")
    numbers = _numbers(folder, text, rows)
    ids = {row["start"]: row["mention"] for row in reversed(rows["mentions"])}  # of two at one place, the first
    places = {
        ref: number.start
        for number in numbers
        for ref in (number.ref, number.claim, ids.get(str(number.start), number.ref))
    }
    there = {_asked(row, places) for row in rows["checks"]}
    proposals = checks.of_numbers(text, numbers)
    return Proposed(folder, text, [one for one in proposals if _asked(one.row, places) not in there])


def _numbers(folder: Path, text: str, rows: Rows) -> list[Number]:
    """Return the numbers of an article as its rows have them, by their claims where these say the same."""
    ids = {row["start"]: row["mention"] for row in rows["mentions"] if row["role"] not in list(NO_NUMBERS)}
    found = [
        Number(name, "", mention, quantity)
        for mention in mentions(text)
        if (name := ids.get(str(mention.start))) and (quantity := mention.quantity)
    ]
    so_far = claims_so_far(rows, text, str(about(folder).get("period", "")))
    claims = {row["mention"]: (row["claim"], so_far[row["claim"]].quantity) for row in rows["claims"]}
    return with_claims(found, claims)


def _asked(row: Row, places: dict[str, int]) -> frozenset[int | str]:
    """Return which numbers a check computes with, by their places; what is not of the article by its id."""
    used = names(f"{row['left']} {row['right']}")
    bare = (name.removesuffix("_low").removesuffix("_high") for name in used)
    return frozenset(places.get(name, name) for name in bare)
