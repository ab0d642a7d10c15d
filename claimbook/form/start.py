"""The start notebook's one cell: bring an article, review it below, check it, and open its page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import ipywidgets
import traitlets

from claimbook.form import bench
from claimbook.form.asking import Asking
from claimbook.form.board import review
from claimbook.form.fields import spoken
from claimbook.form.said import said_note
from claimbook.language.phrase import LANGUAGES, Phrase, phrase
from claimbook.tables.extras import missing
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HERE = Path(__file__).parent
LARGEST = 50 * 2**20  # bytes of a dropped file


class Start(anywidget.AnyWidget):
    """What brings an article in, and the buttons for what comes after the review.

    Parameters
    ----------
    stage : ipywidgets.VBox
        Where the review is shown.
    language : str, optional
    """

    _esm = HERE / "start.js"
    _css = HERE / "board.css"
    auto = traitlets.Bool(False).tag(sync=True)
    language = traitlets.Unicode("en").tag(sync=True)
    words = traitlets.Dict().tag(sync=True)
    articles: Any = traitlets.List().tag(sync=True)
    article = traitlets.Unicode("").tag(sync=True)
    documents: Any = traitlets.List().tag(sync=True)
    busy = traitlets.Unicode("").tag(sync=True)
    note = traitlets.Unicode("").tag(sync=True)
    lines: Any = traitlets.List().tag(sync=True)
    files: Any = traitlets.List().tag(sync=True)
    asking: Any = traitlets.List().tag(sync=True)
    lacking: Any = traitlets.List().tag(sync=True)

    def __init__(self, stage: ipywidgets.VBox, language: str | None = None) -> None:
        self._stage = stage
        self._asking: Asking | None = None
        chosen = language if language in LANGUAGES else "en"
        super().__init__(auto=language is None, language=chosen, words=spoken(chosen), articles=bench.articles())
        self.lacking = bench.not_installed(chosen)
        self._list_documents()
        self.on_msg(self._received)

    def _received(self, _: object, message: object, buffers: Sequence[memoryview]) -> None:
        if isinstance(message, dict):
            self.receive(message, buffers)

    def receive(self, message: Mapping[str, Any], buffers: Sequence[memoryview | bytes] = ()) -> None:
        """Do what the view asks; what goes wrong is said in the note."""
        self.note = self.note if message.get("at") else ""  # of several files, each says what is wrong with it
        raw = bytes(buffers[0]) if buffers else b""
        try:
            if len(raw) > LARGEST:
                raise Problems([f"the file is larger than {LARGEST // 2**20} MB"])
            getattr(self, f"_on_{message.get('act')}", self._on_nothing)(message, raw)
        except Problems as problems:
            self.note = f"{self.note} {bench.said(problems, self.language)}".strip()
        except OSError as error:
            where = Path(str(error.filename or self.article)).name[: bench.LONG]
            self.note = said_note(f"{where}: {error.strerror or error}; fix this and try again", self.language)
        except ModuleNotFoundError as error:
            words = missing(error) or f"{error.name}: is not installed; pip install 'claimbook[all]'"
            self.note = said_note(words, self.language)
        finally:
            self.busy = ""

    def _on_nothing(self, message: Mapping[str, Any], raw: bytes) -> None:
        """Pass over what is not known."""

    def _step(self, words: str | Phrase) -> None:
        self.busy = (phrase(words) if isinstance(words, str) else words).said(self.language)

    def _on_language(self, message: Mapping[str, Any], raw: bytes) -> None:
        language = bench.message(message, "value")
        if language in LANGUAGES:
            self.language, self.words, self.auto = language, spoken(language), False
            self.lacking = bench.not_installed(language)
            for board in self._stage.children:
                board.receive({"act": "language", "value": language})

    def _on_bring(self, message: Mapping[str, Any], raw: bytes) -> None:
        self._step("Reading the article and drafting every number …")
        given = {key: bench.message(message, key) for key in ("text", "address", "file")}
        name = bench.bring(bench.message(message, "id"), raw=raw, **given)
        self.articles = bench.articles()
        self._open(name)

    def _on_open(self, message: Mapping[str, Any], raw: bytes) -> None:
        self._open(bench.chosen(bench.message(message, "id")))

    def _open(self, name: str) -> None:
        self._step("Opening the review …")
        self._stage.children = [review(name, bench.documents(), self.language)]
        self.article, self.lines, self.files, self.asking = name, [], [], []

    def _on_document(self, message: Mapping[str, Any], raw: bytes) -> None:
        """Keep one of some files that were dropped; the last of them is followed by one search in all."""
        self._step(phrase("Reading {file} …", file=bench.message(message, "file")[: bench.LONG]))
        try:
            bench.keep_document(bench.message(message, "file"), raw)
        finally:
            self._list_documents()
            if not message.get("left") and bench.documents():
                self._step("Looking in your documents …")
                for board in self._stage.children:
                    board.search_in(bench.documents())

    def _list_documents(self) -> None:
        folder = bench.documents()
        self.documents = sorted(path.name for path in folder.iterdir() if path.is_file()) if folder else []

    def _on_plan(self, message: Mapping[str, Any], raw: bytes) -> None:
        self._asking, self.asking = None, []
        self._step("Reading what would be sent …")
        self._asking = Asking(self.article, message)
        self.asking = self._asking.lines(self.language)

    def _on_not_send(self, message: Mapping[str, Any], raw: bytes) -> None:
        self._asking, self.asking = None, []

    def _on_send(self, message: Mapping[str, Any], raw: bytes) -> None:
        """Send what was shown, and nothing else: another article or another form of it is shown first."""
        asked, self._asking, self.asking = self._asking, None, []
        if asked is None or asked.name != self.article:
            raise Problems(["nothing was sent: look at what will be sent first"])
        self._step("Asking the model …")
        self.lines = asked.send(lambda words: setattr(self, "busy", words), self.language)
        for board in self._stage.children:
            board.receive({"act": "reload"})

    def _on_check(self, message: Mapping[str, Any], raw: bytes) -> None:
        self._step("Checking …")
        self.lines = bench.checked(bench.chosen(self.article), self.language)

    def _on_page(self, message: Mapping[str, Any], raw: bytes) -> None:
        self.lines = bench.checked(bench.chosen(self.article), self.language)
        self.files = bench.write_page(self.article, bool(message.get("notebooks")), self._step)


class Bench(ipywidgets.VBox):
    """The start with the review below it; where no widget can be shown, such as on nbviewer, it says what it is."""

    def __repr__(self) -> str:
        first, stage = self.children
        names = ", ".join(name for name, _ in first.articles) or "none yet"
        how = "Run this cell in JupyterLab, Notebook or VS Code to bring an article and review it."
        return "\n".join([f"{how} Articles here: {names}.", *map(repr, stage.children)])


def start(language: str | None = None) -> Bench:
    """Begin: paste a text, drop a file or give an address, then review it, check it and open its page.

    Parameters
    ----------
    language : str, optional
        ``en`` or ``zh``; without one, the browser's.

    Returns
    -------
    Bench

    Raises
    ------
    Problems
        If the notebook is in no workspace.
    """
    stage = ipywidgets.VBox()
    return Bench([Start(stage, language), stage])
