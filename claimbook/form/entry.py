"""What a person types in from elsewhere: a sentence that prints a figure, a source, a search, a check."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from claimbook.draft.calendar import read_day
from claimbook.draft.lexicon import lexicon
from claimbook.find.accept import new_rows
from claimbook.find.offer import dated, offer
from claimbook.find.passage import Passage, numbers_of
from claimbook.find.tier import tier_of
from claimbook.form.figures import measured
from claimbook.judge.check import checks_of, evaluate
from claimbook.language.phrase import HAN, phrase
from claimbook.mention import mentions
from claimbook.quantity.quantity import in_words
from claimbook.tables.fault import Problems
from claimbook.tables.references import ID, names
from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import TO_FILL, CheckBasis, Copy, Operation, Tier
from claimbook.tables.writer import new_ids

if TYPE_CHECKING:
    from pathlib import Path

    from claimbook.judge.check import Outcome
    from claimbook.judge.claim import Claim
    from claimbook.quantity.quantity import Quantity
    from claimbook.tables.schema import Row, Rows


def figure_from(
    rows: Rows, claim: Claim, words: str, source: str, cells: Mapping[str, str], own: str, home: Path
) -> Rows:
    """Return the rows for a sentence that prints a figure: its source, the figure, and evidence that nobody judged yet.

    Parameters
    ----------
    rows : dict of str to list of dict
    claim : Claim
    words : str
        The sentence, as the source prints it; the number in it that measures what the claim says is taken.
    source : str
        Id of a source that is on record; empty where `cells` say what is known of a new one.
    cells : dict of str to str
    own : str
        The article's own period.
    home : Path
        The workspace.

    Raises
    ------
    Problems
        If there are no words, or the same figure is beside the claim already.
    """
    if not (words := " ".join(words.split())):
        raise Problems(["paste the sentence that prints the figure"])
    row = next((row for row in rows["sources"] if row["source"] == source), None) or _source(rows, cells, home)
    passage = Passage(row["title"], "", words, numbers_of(words))
    first = next((one for one in passage.numbers if one.suits(claim.dated)), None)
    offered = offer(claim, passage, own=own, today=read_day(row["published"]), book=lexicon(home))
    offered = offered if offered.number else offer(claim, passage, first, own=own, book=lexicon(home))
    new = new_rows(rows, claim, dated(offered, row["published"]), row)
    return new | {"figures": [figure | {"as_printed": words} for figure in new["figures"]]}


def _source(rows: Rows, cells: Mapping[str, str], home: Path) -> Row:
    """Return a new source from what was entered of it."""
    given = {name: cells.get(name, "").strip() for name in ("title", "publisher", "author", "url", "published")}
    host = (urlsplit(given["url"]).hostname or "").removeprefix("www.")
    publisher = given["publisher"] or host
    stem = re.sub(r"[^a-z0-9]+", "-", f"{publisher} {given['published'][:4]}".lower()).strip("-") or "source"
    taken = {row["source"] for row in rows["sources"]}
    slug = next(name for at in range(len(taken) + 1) if (name := f"{stem}-{at + 1}" if at else stem) not in taken)
    made = {"source": slug, "title": given["title"] or publisher or TO_FILL, "publisher": publisher or TO_FILL}
    made |= {"author": given["author"] or publisher or TO_FILL, "url": given["url"], "published": given["published"]}
    tier = tier_of(given["url"], publisher, home)
    made |= {"tier": tier.tier, "tier_reason": tier.reason, "drafted": f"tier:{tier.by}" if tier.by else ""}
    made |= {"copy": Copy.ORIGINAL if tier.tier == Tier.PRIMARY else Copy.REPOST, "origin": publisher or slug}
    return dict.fromkeys(TABLES["sources"], "") | made | {"read": "live", "read_on": str(date.today())}


def search_row(rows: Rows, claim: str, words: str, outcome: str, where: str, today: date) -> Rows:
    """Return the row of a search that was made for a claim.

    Raises
    ------
    Problems
        If no words are given.
    """
    if not words.strip():
        raise Problems(["give the words that were searched for"])
    name = next(new_ids((row["search"] for row in rows["searches"]), "q", 3))
    row = {"search": name, "query": words.strip(), "language": "zh" if HAN.search(words) else "en", "where": where}
    row |= {"date": str(today), "scope": "claim", "claims": claim, "outcome": outcome}
    return {"searches": [dict.fromkeys(TABLES["searches"], "") | row]}


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
    except (ArithmeticError, LookupError, ValueError, TypeError, AssertionError, RecursionError) as error:
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


def shown(outcome: Outcome, language: str, book: Mapping[str, str]) -> dict[str, Any]:
    """Return what a check comes to, in words."""
    word = phrase(outcome.result).said(language)
    return {"result": str(outcome.result), "word": word, "words": outcome.words.said(language, book)}
