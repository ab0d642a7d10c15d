"""A check that somebody wrote as an expression of ids: computed, and put into words, by the machine alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimbook.judge.check import checks_of, evaluate
from claimbook.judge.source import quantity_of
from claimbook.mention import mentions
from claimbook.quantity.quantity import in_words
from claimbook.quantity.unit import is_unit
from claimbook.tables.column import NUMBER
from claimbook.tables.fault import Problems
from claimbook.tables.references import ID, names
from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import CheckBasis, Operation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimbook.judge.check import Outcome
    from claimbook.quantity.quantity import Quantity
    from claimbook.tables.schema import Row, Rows


def measured(row: Row) -> Quantity | None:
    """Return the quantity of a row as far as its cells hold one."""
    fits = all(re.fullmatch(NUMBER, row[end], re.ASCII) for end in ("low", "high")) and is_unit(row["unit"])
    return quantity_of(row) if fits else None


def quantities(rows: Rows, text: str) -> dict[str, Quantity]:
    """Return what a check may compute with as far as it is filled in: numbers of the article, claims and figures."""
    found = {str(one.start): one.quantity for one in mentions(text) if one.quantity}
    known = {row["mention"]: found[row["start"]] for row in rows["mentions"] if row["start"] in found}
    for table in ("claims", "figures"):
        known |= {next(iter(row.values())): one for row in rows[table] if (one := measured(row))}
    return known


def tried(rows: Rows, text: str, left: str, op: str, right: str) -> tuple[Row, Outcome, dict[str, str]]:
    """Return a check as a row without an id, what it comes to, and Chinese for its words.

    Parameters
    ----------
    rows : dict of str to list of dict
    text : str
    left, right : str
        Expressions of ids and numbers.
    op : str
        An `Operation`.

    Raises
    ------
    Problems
        If an id is not known, or it cannot be computed.
    """
    known = quantities(rows, text)
    used = names(f"{left} {right}")
    if wrong := [name for name in used if name not in known]:
        raise Problems([f"{wrong[0]}: is no number of the article, claim or figure that is filled in"])
    if not used or not left.strip() or not right.strip() or op not in set(Operation):
        raise Problems(["pick numbers for both sides, and what is asked of them"])
    there = [row["check"] for row in rows["checks"] if (row["left"], row["op"], row["right"]) == (left, op, right)]
    if there:
        raise Problems([f"{there[0]}: is this check already"])
    row, chinese = _check_row(rows, left, op, right, known)
    return row, evaluated(row, known), chinese


def evaluated(row: Row, known: Mapping[str, Quantity]) -> Outcome:
    """Return what a check comes to.

    Raises
    ------
    Problems
        If it cannot be computed.
    """
    try:
        return evaluate(checks_of([row])[0], known)
    except Exception as error:  # whatever pint or a missing id raises: it is what was written that is wrong
        raise Problems([f"it cannot be computed: {' '.join(str(error).split()) or type(error).__name__}"]) from None


def _check_row(rows: Rows, left: str, op: str, right: str, known: Mapping[str, Quantity]) -> tuple[Row, dict[str, str]]:
    claims = {row["claim"] for row in rows["claims"]}
    sides = [[name for name in names(side) if name in claims] for side in (left, right)]
    ends, rest = (sides[1], sides[0]) if sides[1] else (sides[0], [])
    alone = names(right) or names(left)
    filled = ID.sub(lambda match: f"{{{match[0]}}}", left)
    shown = ID.sub(lambda match: in_words(known[match[0]]), f"{left} {op} {right}")
    title, title_zh = f"Does it fit: {shown}?", f"是否吻合：{shown}？"
    words, words_zh = f"{filled} = {{left}}; the article says {{right}}.", f"{filled} = {{left}}；文中为{{right}}。"
    row = dict.fromkeys(TABLES["checks"], "") | {"title": title, "left": left, "op": op, "right": right}
    row |= {"unit": known[alone[-1]].unit, "premise": " ".join(rest), "conclusion": " ".join(ends)}
    return row | {"basis": CheckBasis.DEFINITION, "words": words}, {title: title_zh, words: words_zh}
