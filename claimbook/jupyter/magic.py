"""What `%load_ext claimbook` adds: `%%claims`, a case that shows its headline."""

from functools import cached_property
from typing import TYPE_CHECKING

from IPython.core.getipython import get_ipython

from claimbook import report
from claimbook.case.case import Case
from claimbook.draft.roles import role
from claimbook.jupyter.problems import in_sentences
from claimbook.mention import mentions
from claimbook.mention.frame import mentions_frame
from claimbook.report import blocks
from claimbook.report.draft import draft_note
from claimbook.report.marks import marked
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    import pandas
    from IPython.core.interactiveshell import InteractiveShell

COLUMNS = ("characters", "words", "low", "high", "unit", "comparator", "kind", "most likely")


def load(shell: "InteractiveShell") -> None:
    """Add the magic and the display of cases to a running IPython.

    Parameters
    ----------
    shell : IPython.core.interactiveshell.InteractiveShell
    """
    shell.register_magic_function(claims, magic_kind="cell", magic_name="claims")  # type: ignore[call-arg, arg-type]
    in_sentences(shell)
    if shell.display_formatter is None:  # a kernel that shows nothing
        return
    formatters = shell.display_formatter.formatters
    formatters["text/html"].for_type(Case, lambda case: headline(case)._repr_html_())
    formatters["text/plain"].for_type(Case, lambda case, printer, cycle: printer.text(headline(case).plain))


def headline(case: Case) -> blocks.Block:
    """Show the title of a case and its headline."""
    title, note = f"{case.article.title} ({case.article.publisher})", draft_note(case)
    banner = [blocks.heading(note, 4)] if note else []
    return blocks.joined([*banner, blocks.heading(title, 4), blocks.bullets(report.headline(case))])


class Numbers(blocks.Block):
    """The numbers of a text as a picture, and as a frame for pandas."""

    def __init__(self, shown: blocks.Block, text: str) -> None:
        super().__init__(shown.html, shown.plain)
        self.text = text

    @cached_property
    def frame(self) -> "pandas.DataFrame":
        """The numbers, one a row; see `claimbook.mentions_frame`."""
        return mentions_frame(self.text)


def claims(line: str, cell: str) -> Numbers:
    """Show the numbers of the text in a cell, marked in place and as a table.

    Parameters
    ----------
    line : str
        What follows the name of the magic: a name for the frame of the numbers, or nothing.
    cell : str
        A text of any language; it is shown, never run.

    Returns
    -------
    Numbers
        Its ``frame`` is a `pandas.DataFrame`.

    Raises
    ------
    Problems
        If the name is none.
    """
    shown = Numbers(_shown(cell), cell)
    if name := line.strip():
        if not name.isidentifier():
            raise Problems([f"%%claims: “{name}” is no name; give a name such as numbers, or nothing"])
        if (shell := get_ipython()) is not None:
            shell.user_ns[name] = shown.frame
    return shown


def _shown(cell: str) -> blocks.Block:
    found = list(mentions(cell))
    rows = []
    for one in found:
        fields = one.as_dict()
        place = f"{one.start}–{one.end}"
        rows.append((place, one.exact, *(fields[name] for name in COLUMNS[2:-1]), role(cell, one)))
    spans = [(one.start, one.end, one.kind, "") for one in found]
    body = marked(cell.rstrip("\n"), 0, len(cell.rstrip("\n")), spans, _mark)
    text = blocks.Block(f'<div style="white-space:pre-wrap;line-height:1.9">{body}</div>', cell)
    return text + blocks.table(rows, COLUMNS, f"{len(found)} numbers")


def _mark(words: str, kind: str, _: str) -> str:
    """Mark words that are HTML already."""
    style = "background:rgba(230,159,0,0.25);color:inherit;border-bottom:2px solid currentColor"
    return f'<mark style="{style}" title="{blocks.safe(kind)}">{words}</mark>'
