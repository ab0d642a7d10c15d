"""The passages of one's own documents that could bear on the claim under review."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tqdm.auto import tqdm

from claimbook import find
from claimbook.draft.draft import about, claims_so_far, open_draft
from claimbook.draft.lexicon import lexicon
from claimbook.language.phrase import phrase
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from claimbook.form.session import Session
    from claimbook.judge.claim import Claim
    from claimbook.judge.evidence import Search
    from claimbook.tables.schema import Row


SHOWN = 5  # passages beside a claim


class Finding:
    """A folder of documents, read once, and what of it could bear on a claim as far as that is filled in.

    Parameters
    ----------
    article : str or path-like
        Id of the article, or its folder.
    docs : path-like
        The folder with the documents.

    Raises
    ------
    Problems
        If there is no such article or folder.
    """

    def __init__(self, article: str | PathLike[str], docs: str | PathLike[str]) -> None:
        self.docs, self._opened = Path(docs), open_draft(article)
        if not self.docs.is_dir():
            raise Problems([f"{docs}: is not a folder; give the folder that holds your documents"])
        self._lexicon = lexicon(self._opened.home)
        self._when = str(about(self._opened.folder).get("period", ""))
        asked = find.queries(self._opened.claims, self._opened.book, self._searches()).values()
        self.index = find.open_index(self.docs, find.store_of(self._opened, self.docs), _progress, asked)

    def claim(self, session: Session, row: Row) -> Claim:
        """Return a claim from its row as it is now."""
        return self._claims(session)[row["claim"]]

    def offers(self, session: Session, row: Row) -> list[find.Offer]:
        """Return what of the best passages is offered for a claim."""
        claims = self._claims(session)
        asked = find.queries(claims, self._opened.book, self._searches())
        hits = find.rank(self.index, asked[row["claim"]], SHOWN)
        return [find.offer_of(self.index, claims[row["claim"]], hit, self._when, self._lexicon) for hit in hits]

    def found(self, session: Session, row: Row) -> list[tuple[find.Passage, find.Number | None]]:
        """Return passages with the number of each that measures what the claim says, or None; the best first."""
        return [(offer.passage, offer.number) for offer in self.offers(session, row)]

    def _searches(self) -> tuple[Search, ...]:
        """Return the look-ups that are logged by now; none while their table is broken, which validation reports."""
        try:
            return self._opened.searches
        except Problems:
            return ()

    def _claims(self, session: Session) -> dict[str, Claim]:
        return claims_so_far(session.rows, session.text, self._when)

    def message(self, language: str) -> str:
        """Name what could not be read, and say what is not searched by meaning."""
        unread = "; ".join(f"{name}: {why}" for name, why in self.index.unread.items())
        said = [phrase("Not read: {unread}", unread=unread).said(language)] if unread else []
        return " ".join([*said, *([] if find.maker() else [f"{phrase(find.LOST).said(language)}."])])


def taken(session: Session, row: Row, passage: find.Passage) -> str | None:
    """Return the row of evidence that sets a passage beside a claim, or None."""
    digest = find.digest(passage)
    figures = {figure["figure"] for figure in session.rows["figures"] if figure["passage_sha256"] == digest}
    beside = (item for item in session.rows["evidence"] if item["claim"] == row["claim"])
    return next((item["evidence"] for item in beside if item["figure"] in figures), None)


def _progress(items: Iterable, total: int, what: str) -> Iterable:
    return tqdm(items, total=total, unit=f" {what}", disable=not total)
