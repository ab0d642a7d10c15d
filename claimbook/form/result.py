"""What an article still lacks, or its headline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimbook import report
from claimbook.case.case import open_case
from claimbook.report import blocks
from claimbook.tables.fault import Problems
from claimbook.tables.vocabulary import Relation, Role

if TYPE_CHECKING:
    from os import PathLike


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


def words() -> blocks.Block:
    """Show what the roles of a number and the relations of a figure mean."""
    roles = blocks.table([(role, role.meaning) for role in Role], ("role", "meaning"), "Roles of a number")
    return roles + blocks.table(
        [(word, word.meaning) for word in Relation], ("relation", "meaning"), "Relations of a figure to a claim"
    )
