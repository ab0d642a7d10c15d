"""The form itself: the text, the fields of one number, and the keys; the session does all the work."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

import ipywidgets as w

from claimbook.form.fields import Fields
from claimbook.form.finding import Finding
from claimbook.form.session import Session
from claimbook.form.text import KEY, article
from claimbook.report.blocks import safe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from os import PathLike

    from claimbook.form.stops import Stop


KEPT = 8  # boxes of stops that were left and can still receive what is typed late
BUTTONS = (
    ("previous", "Previous", "Alt+P", "to the number or statement before this one"),
    ("next", "Next", "Alt+N", "to the number or statement after this one"),
    ("undecided", "Next undecided", "Alt+U", "to the next one in which something is missing"),
    ("undo", "Undo", "Alt+Z", "take the last change back"),
    ("save", "Save", "Ctrl+S", "tries again what could not be saved, and looks again for passages"),
)


class Form(w.VBox):
    """The form as Jupyter shows it; elsewhere it says what it is."""

    def __init__(self, session: Session, finding: Finding | None = None) -> None:
        super().__init__()
        self.session, self._finding, self._turn = session, finding, 0
        self._boxes: dict[Stop, Fields] = {}
        self._title, self._language = session.files.about()
        self.add_class("claimbook-form")
        self._text, self._status, self._progress, self._warning = w.HTML(), w.HTML(), w.HTML(), w.HTML()
        self._text.add_class("claimbook-article")
        self._progress.add_class("claimbook-progress")
        self._fields = w.VBox()
        self._fields.add_class("claimbook-fields")
        self._conflict = self._conflict_box()
        body = w.Box([self._text, self._fields])
        body.add_class("claimbook-body")
        state = w.HBox([self._status, self._progress])
        state.add_class("claimbook-state")
        read = [w.HTML(f"<p>{safe(finding.message())}</p>")] if finding else []
        self.children = [_head(), self._bar(), state, self._conflict, *read, body]
        self._show()

    def _bar(self) -> w.Box:
        acts = {
            "previous": lambda: self.session.go(-1),
            "next": lambda: self.session.go(1),
            "undecided": self.session.go_undecided,
            "undo": self.session.undo,
            "save": self.session.save,
        }
        buttons = [self._button(name, f"{words} ({key})", says, acts[name]) for name, words, key, says in BUTTONS]
        self._goto = w.Text(placeholder="go to: m01 or c01", tooltip="id of a number or claim, then Enter",
                            continuous_update=False, layout={"width": "130px"})  # fmt: skip
        self._goto.add_class("claimbook-goto")
        self._goto.observe(self._go_to, "value")
        says = "a missed number or a statement, as in the article, then Enter; for words that occur twice: rose [5%] in"
        self._add = w.Text(placeholder="add: words of the article", tooltip=says, continuous_update=False,
                           layout={"width": "210px"})  # fmt: skip
        self._add.add_class("claimbook-add")
        self._add.observe(self._add_words, "value")
        bar = w.Box([*buttons, self._goto, self._add])
        bar.add_class("claimbook-bar")
        return bar

    def _conflict_box(self) -> w.VBox:
        acts = (
            ("reload", "Reload, and enter what is not saved", "read the files again; what both sides changed waits"),
            ("keep_mine", "Keep mine", "read the files again, and put what is not saved over it"),
            ("take_theirs", "Use the file’s version", "read the files again, and discard what both sides changed"),
        )
        buttons = [self._button(name, words, says, getattr(self.session, name)) for name, words, says in acts]
        self._reload, *self._choose = buttons
        box = w.VBox([self._warning, w.HBox(buttons)])
        box.add_class("claimbook-conflict")
        return box

    def _button(self, name: str, words: str, says: str, act: Callable[[], object]) -> w.Button:
        button = w.Button(description=words, tooltip=says)
        button.add_class(f"claimbook-{name}")

        def _pressed(_: w.Button) -> None:
            act()
            self._show()

        button.on_click(_pressed)
        return button

    def _go_to(self, change: Mapping[str, str]) -> None:
        if change["new"].strip():
            self.session.go_to(change["new"].strip())
            self._goto.value = ""
            self._show()

    def _add_words(self, change: Mapping[str, str]) -> None:
        if change["new"].strip():
            self.session.add(change["new"])
            self._add.value = ""
            self._show()

    def _changed(self, table: str, column: str) -> None:
        """After an entry: the words stay in place, and the rest follows."""
        moved = (table, column) == ("mentions", "role")
        self._show_fields()
        self._refresh(text=moved or self.session.progress != self._shown)

    def _show(self) -> None:
        self._show_fields(look=True)
        self._turn += 1
        self._refresh(text=True)

    def _show_fields(self, look: bool = False) -> None:
        stop = self.session.at
        if stop is None:
            self._fields.children = [w.HTML("The article has no numbers; mentions.csv is empty.")]
            return
        if stop not in self._boxes:
            self._boxes[stop] = Fields(self.session, stop, self._changed, self._finding)
        elif look:
            self._boxes[stop].look()
        else:
            self._boxes[stop].refresh()
        if self._fields.children != (self._boxes[stop].box,):
            self._fields.children = (self._boxes[stop].box,)
        self._boxes[stop] = self._boxes.pop(stop)
        while len(self._boxes) > KEPT:
            self._boxes.pop(next(iter(self._boxes))).close()

    def _refresh(self, text: bool) -> None:
        session = self.session
        self._shown = done, due = session.progress
        self._progress.value = f"{done} of {due} done"
        if text:
            key = f'<p class="claimbook-key">{KEY}</p>'
            self._text.value = article(session, self._language) + key
        self._status.value = f'<div role="status" data-turn="{self._turn}">{safe(_status(session))}</div>'
        self._warning.value = f'<div role="alert">{_warning(session)}</div>'
        warned = bool(session.conflict or session.clashing)
        (self._conflict.remove_class if warned else self._conflict.add_class)("claimbook-hidden")
        for button in self._choose:
            button.layout.display = "" if session.clashing else "none"
        self._reload.layout.display = "none" if session.clashing else ""

    def __repr__(self) -> str:
        done, due = self.session.progress
        return f"Form for {self._title}: {done} of {due} done. Run this cell in JupyterLab to review."


def review(article: str | PathLike[str], docs: str | PathLike[str] | None = None) -> Form:
    """Open the form in which a person reviews the drafted numbers of an article.

    Parameters
    ----------
    article : str or path-like
        Id of the article, or its folder.
    docs : path-like, optional
        A folder of one's own documents; passages of it that could bear on the claim are shown, and taken in as
        evidence by a key.

    Returns
    -------
    ipywidgets.VBox
        Every change is saved at once to ``mentions.csv``, ``claims.csv``, ``evidence.csv``, ``figures.csv`` or
        ``sources.csv``.

    Raises
    ------
    Problems
        If there is no such article or folder, or a file is no table.
    """
    return Form(Session.open(article), Finding(article, docs) if docs else None)


def _head() -> w.VBox:
    """Return the style and the script; where Jupyter does not run it, the buttons still work."""
    style, script = (files("claimbook.form").joinpath(name).read_text("utf-8") for name in ("form.css", "form.js"))
    run = {"output_type": "display_data", "data": {"application/javascript": script}, "metadata": {}}
    unseen = {"height": "0", "overflow": "hidden"}
    return w.VBox([w.HTML(f"<style>{style}</style>"), w.Output(outputs=(run,))], layout=unseen)


def _status(session: Session) -> str:
    """Describe in a sentence whether all is saved, and what else there is to know."""
    if session.trouble:
        saved = f"NOT SAVED. {session.trouble}."
    elif session.pending:
        saved = "NOT SAVED, see below. What you enter is kept in the form."
    else:
        saved = "All changes are saved."
    return " ".join(filter(None, (saved, session.note)))


def _warning(session: Session) -> str:
    """Describe what somebody else changed, as HTML."""
    if session.clashing:
        lines = [
            f"<li>{safe(name)}, {safe(column)}: the file says “{safe(theirs)}”, the form “{safe(mine)}”</li>"
            for _, name, column, theirs, mine in session.clashing
        ]
        return f"Both the file and you changed these cells. Nothing is saved until you choose.<ul>{''.join(lines)}</ul>"
    names = ", ".join(session.conflict)
    return f"⚠ Changed by somebody else since the form read it: {safe(names)}. Nothing was overwritten."
