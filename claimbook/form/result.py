"""What an article still lacks, or its headline."""

from claimbook import report, view
from claimbook.case import open_case
from claimbook.mention import ROLES
from claimbook.table import Problems
from claimbook.vocabulary import RELATIONS


def result(article):
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
        told = f"No verdicts yet; {count} thing{'' if count == 1 else 's'} to mend:"
        return view.paragraph(told) + view.bullets(problems.sentences)
    return view.paragraph(case.article.title) + view.bullets(report.headline(case))


def words():
    """Show what the roles of a number and the relations of a figure mean."""
    roles = view.table(ROLES.items(), ("role", "meaning"), "Roles of a number")
    return roles + view.table(RELATIONS.items(), ("relation", "meaning"), "Relations of a figure to a claim")
