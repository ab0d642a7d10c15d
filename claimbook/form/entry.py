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
from claimbook.language.phrase import HAN, phrase
from claimbook.tables.fault import Problems
from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import TO_FILL, Copy, Tier
from claimbook.tables.writer import new_ids

if TYPE_CHECKING:
    from pathlib import Path

    from claimbook.judge.check import Outcome
    from claimbook.judge.claim import Claim
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


def shown(outcome: Outcome, language: str, book: Mapping[str, str]) -> dict[str, Any]:
    """Return what a check comes to, in words."""
    word = phrase(outcome.result).said(language)
    return {"result": str(outcome.result), "word": word, "words": outcome.words.said(language, book)}
