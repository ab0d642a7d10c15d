"""How a case shows itself, in a notebook and at a prompt, and what it gives to pandas."""

from __future__ import annotations

from collections import Counter
from html import escape
from typing import TYPE_CHECKING, cast

from claimbook.case import frames
from claimbook.judge.verdict import Label
from claimbook.language.phrase import phrase
from claimbook.text.markup import in_markdown

if TYPE_CHECKING:
    import pandas

    from claimbook.case.case import Case


class Shown:
    """What a `Case` says of itself."""

    def frame(self, name: str) -> pandas.DataFrame:
        """Return what is known as a `pandas.DataFrame`, joined, with dtypes.

        Parameters
        ----------
        name : str
            ``claims``, ``verdicts``, ``evidence``, ``figures``, ``sources``, ``searches``, ``checks`` or ``mentions``.

        Raises
        ------
        Problems
            If it is another name.
        """
        return frames.frame(cast("Case", self), name)

    def __repr__(self) -> str:
        case = cast("Case", self)
        return f"<Case {case.article.id}: “{case.article.title}”, {', '.join(_counts(case)) or 'no claims'}>"

    def _repr_markdown_(self) -> str:
        case = cast("Case", self)
        lines = [f"- {count}" for count in _counts(case)]
        return "\n".join([f"**{in_markdown(case.article.title)}** ({in_markdown(case.article.publisher)})", "", *lines])

    def _repr_html_(self) -> str:
        case = cast("Case", self)
        counts = "".join(f"<li>{escape(count)}</li>" for count in _counts(case))
        return f"<p><b>{escape(case.article.title)}</b> ({escape(case.article.publisher)})</p><ul>{counts}</ul>"


def _counts(case: Case) -> list[str]:
    """Say how many claims have which verdict."""
    found = Counter(verdict.verdict for verdict in case.verdicts.values())
    return [f"{label.sign} {found[label]} {phrase(label)}" for label in Label if found[label]]
