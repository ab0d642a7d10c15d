"""The widget: it hands the messages of its view to the desk, and shows what the desk says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from claimbook.form.desk import Desk
from claimbook.form.finding import Finding
from claimbook.form.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping
    from os import PathLike

HERE = Path(__file__).parent
# What changes what is offered beside a claim; after anything else, that stays as it is.
OFFERING = (
    *("more", "confirm", "take", "look", "compute", "accept", "accept_cells", "refuse", "refuse_cells", "bring_back"),
    *("log", "figure", "add_check", "sure"),
    *("undo", "redo", "language", "reload", "take_theirs", "keep_mine"),
)


class Board(anywidget.AnyWidget):
    """The review of an article as Jupyter, VS Code and Colab show it; elsewhere it says what it is.

    Parameters
    ----------
    desk : Desk
    language : str, optional
        ``en`` or ``zh``; without one, the browser's.
    """

    _esm = HERE / "board.js"
    _css = HERE / "board.css"
    auto = traitlets.Bool(False).tag(sync=True)
    head = traitlets.Dict().tag(sync=True)
    excerpt = traitlets.Dict().tag(sync=True)
    card = traitlets.Dict().tag(sync=True)
    lists = traitlets.Dict().tag(sync=True)
    asked = traitlets.Dict().tag(sync=True)
    tried = traitlets.Dict().tag(sync=True)
    more = traitlets.Dict().tag(sync=True)
    fixed = traitlets.Dict().tag(sync=True)

    def __init__(self, desk: Desk, language: str | None = None) -> None:
        self.desk = desk
        desk.speak(language or "en")
        super().__init__(auto=language is None, fixed=desk.fixed(), **desk.show())
        self.on_msg(self._received)

    @property
    def session(self) -> Session:
        """The rows under review."""
        return self.desk.session

    def receive(self, message: Mapping[str, Any]) -> None:
        """Take a message of the view, and show what follows from it."""
        self.desk.receive(message)
        shown = self.desk.show()
        shown["head"]["seq"] = message.get("seq", self.head.get("seq", 0))
        if message.get("act") == "language":
            shown |= {"fixed": self.desk.fixed(), "auto": False}
        if message.get("act") in OFFERING:
            shown["more"] = self.desk.more()
        with self.hold_sync():
            for name, value in shown.items():
                setattr(self, name, value)

    def search_in(self, docs: str | PathLike[str]) -> None:
        """Look for passages in a folder as it is now; what is shown, and what can be undone, stays."""
        self.desk.search_in(docs)
        self.receive({"act": "more"})

    def _received(self, _: object, message: object, buffers: object) -> None:
        if isinstance(message, dict):
            self.receive(message)

    def __repr__(self) -> str:
        done, due = self.session.progress
        title, _ = self.session.files.about()
        return f"Form for {title}: {done} of {due} done. Run this cell in JupyterLab to review."


def review(article: str | PathLike[str], docs: str | PathLike[str] | None = None, language: str | None = None) -> Board:
    """Open the form in which a person reviews the drafted numbers of an article.

    Parameters
    ----------
    article : str or path-like
        Id of the article, or its folder.
    docs : path-like, optional
        A folder of one's own documents; passages of it that could bear on the claim are shown, and taken in as
        evidence by a key.
    language : str, optional
        ``en`` or ``zh``; without one, the browser's.

    Returns
    -------
    Board
        Every change is saved at once to the tables of the article and to those of the sources.

    Raises
    ------
    Problems
        If there is no such article or folder, or a file is no table.
    """
    return Board(Desk(Session.open(article), Finding(article, docs) if docs else None), language)
