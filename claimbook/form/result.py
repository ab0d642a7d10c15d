"""What an article still lacks and could be searched for, or its headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import report
from claimbook.case.case import open_case
from claimbook.draft import search
from claimbook.draft.draft import Draft, open_draft
from claimbook.draft.lexicon import lexicon
from claimbook.report import blocks
from claimbook.tables.fault import Problems
from claimbook.tables.files import read_text
from claimbook.tables.vocabulary import Relation, Role
from claimbook.tables.workspace import paths

if TYPE_CHECKING:
    from os import PathLike

    from claimbook.judge.claim import Claim


def result(article: str | PathLike[str]) -> blocks.Block:
    """Show the headline of an article, or every sentence on what is still missing.

    Parameters
    ----------
    article : str or path-like
        Id of the article, or its folder.

    Returns
    -------
    claimbook.view.Block
    """
    try:
        case = open_case(article)
    except Problems as problems:
        count = len(problems.sentences)
        head = f"No verdicts yet; {count} thing{'' if count == 1 else 's'} to fix:"
        return blocks.paragraph(head) + blocks.bullets(problems.sentences)
    return blocks.paragraph(case.article.title) + blocks.bullets(report.headline(case))


def searches(article: str | PathLike[str]) -> blocks.Block:
    """Show words to search for, each with its links, for every claim that has no evidence yet.

    Parameters
    ----------
    article : str or path-like
        Id of the article, or its folder.
    """
    opened = open_draft(article)
    rows = read_text(paths(opened.folder)["evidence"], "evidence")
    left = [claim for name, claim in opened.claims.items() if name not in {row["claim"] for row in rows}]
    folds = [blocks.folded(f"{one.id} {one.selector.exact}: {one.statement}", _queries(opened, one)) for one in left]
    count = f"{len(left)} claim{'' if len(left) == 1 else 's'} without evidence"
    return blocks.section(f"{count}: words to search for", blocks.joined(folds), "") if left else _NOTHING_LEFT


_NOTHING_LEFT = blocks.paragraph("Every claim has evidence.")


def _queries(opened: Draft, claim: Claim) -> blocks.Block:
    """List the queries for a claim, each with its search pages."""
    lines = []
    for language, query in search.suggestions(claim, opened.book, lexicon(opened.home)):
        pages = [blocks.Link(name, url) for name, url in search.links(query, language).items()]
        lines.append(blocks.prose(f"{query} ", *(part for page in pages for part in (" · ", page))))
    return blocks.bullets(lines)


def words() -> blocks.Block:
    """Show what the roles of a number and the relations of a figure mean."""
    roles = blocks.table([(role, role.meaning) for role in Role], ("role", "meaning"), "Roles of a number")
    return roles + blocks.table(
        [(word, word.meaning) for word in Relation], ("relation", "meaning"), "Relations of a figure to a claim"
    )
