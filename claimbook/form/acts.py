"""What the view asks for: each message becomes a change or a move; nothing else comes in from a browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from claimbook.form import judging
from claimbook.form.changes import plain
from claimbook.form.files import EDITED
from claimbook.form.proposed import KEY, Proposed
from claimbook.tables.schema import TABLES

if TYPE_CHECKING:
    from claimbook.form.desk import Desk

LARGEST = 10**9  # a place in a text or a list
Message = Mapping[str, Any]
Act = Callable[["Desk", Message], None]


def act(desk: Desk, message: Message) -> None:
    """Do what a message asks; one that is not known, or holds no text where text belongs, is passed over."""
    name = message.get("act")
    if isinstance(name, str) and name in ACTS and all(isinstance(message.get(key), str) for key in NEEDS.get(name, ())):
        ACTS[name](desk, {key: _taken(value) for key, value in message.items()})


def _taken(value: object) -> object:
    """Return a value of a message as it is used: text that can be written, and no number that no place has."""
    if isinstance(value, str):
        return plain(value)
    return None if isinstance(value, int) and abs(value) > LARGEST else value


def texts_in(cells: object) -> dict[str, str]:
    """Return the cells of a message that are texts."""
    return (
        {key: plain(value) for key, value in cells.items() if isinstance(value, str)} if isinstance(cells, dict) else {}
    )


def _set(desk: Desk, message: Message) -> None:
    table, column = message["table"], message["column"]
    if table in EDITED and column in TABLES[table]:
        desk.session.set(table, message["id"], column, message["value"], bool(message.get("typing")))


def _confirm(desk: Desk, message: Message) -> None:
    desk.session.set("claims", message["id"], "drafted", "")


def _judge(desk: Desk, message: Message) -> None:
    _enter(desk, judging.judged(desk.session, message["id"], message["relation"], desk.language))


def _says(desk: Desk, message: Message) -> None:
    cells = {key: value for key, value in texts_in(message.get("cells")).items() if key in TABLES["sources"]}
    _enter(desk, judging.says(desk.session, message["id"], cells, desk.language))


def _copy(desk: Desk, message: Message) -> None:
    _enter(desk, judging.copied(desk.session.rows, message["id"]))


def _spread(desk: Desk, message: Message) -> None:
    if message["column"] in ("subject", "population", "metric", "period"):
        _enter(desk, judging.spread(desk.session.rows, message["column"], message["value"]))


def _of(desk: Desk, message: Message) -> Desk | Proposed:
    """Return who decides about a proposal: a model's own are noted for good."""
    return desk.models if message["key"].startswith(KEY) else desk


def _refuse(desk: Desk, message: Message) -> None:
    holder = desk.models if message["key"].startswith(KEY) else desk.beside
    holder.refuse(message["key"])


def _enter(desk: Desk, changes: list[Any]) -> None:
    desk.session.note = ""
    if changes:
        desk.session.enter(changes)


def _select(desk: Desk, message: Message) -> None:
    start, end = message.get("start"), message.get("end")
    if isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(desk.session.text):
        desk.session.add_at(start, end)


def _add(desk: Desk, message: Message) -> None:
    desk.session.add(message["words"])


def _page(desk: Desk, message: Message) -> None:
    if isinstance(message.get("page"), int):
        desk.turn_to(message["page"])


def _no_series(desk: Desk, message: Message) -> None:
    desk.session.put(desk.beside.readings.none(message["claim"], message["why"]))


def _remove(desk: Desk, message: Message) -> None:
    if message["table"] in ("claims", "evidence", "sources", "checks", "searches"):
        desk.ask_to_remove(message["table"], message["id"])


ACTS: dict[str, Act] = {
    "set": _set,
    "confirm": _confirm,
    "judge": _judge,
    "says": _says,
    "copy": _copy,
    "spread": _spread,
    "select": _select,
    "page": _page,
    "remove": _remove,
    "sure": lambda desk, message: desk.remove(),
    "not_sure": lambda desk, message: desk.forget_asked(),
    "go": lambda desk, message: desk.session.go(1 if message.get("steps") == 1 else -1),
    "go_to": lambda desk, message: desk.session.go_to(message["id"]),
    "next_open": lambda desk, message: desk.session.go_undecided(),
    "undo": lambda desk, message: desk.session.undo(),
    "redo": lambda desk, message: desk.session.redo(),
    "save": lambda desk, message: desk.save(),
    "reload": lambda desk, message: desk.reread(desk.session.reload),
    "keep_mine": lambda desk, message: desk.reread(desk.session.keep_mine),
    "take_theirs": lambda desk, message: desk.reread(desk.session.take_theirs),
    "add": _add,
    "language": lambda desk, message: desk.speak(message["value"]),
    "take": lambda desk, message: desk.take(message),
    "look": lambda desk, message: desk.look(),
    "more": lambda desk, message: None,
    "compute": lambda desk, message: desk.compute(message["id"]),
    "accept": lambda desk, message: _of(desk, message).accept(message["key"]),
    "refuse_cells": lambda desk, message: desk.models.refuse_cells(message["id"]),
    "accept_cells": lambda desk, message: desk.models.accept_cells(message["id"]),
    "refuse": _refuse,
    "bring_back": lambda desk, message: desk.beside.bring_back(message["id"]),
    "log": lambda desk, message: desk.log(message),
    "no_series": _no_series,
    "figure": lambda desk, message: desk.enter_figure(message),
    "try_check": lambda desk, message: desk.try_check(message),
    "add_check": lambda desk, message: desk.add_check(message),
    "about": lambda desk, message: desk.about(message["column"], message["value"]),
}
# The texts that a message of each kind must have.
NEEDS: dict[str, tuple[str, ...]] = {
    "set": ("table", "id", "column", "value"),
    "confirm": ("id",),
    "judge": ("id", "relation"),
    "says": ("id",),
    "copy": ("id",),
    "spread": ("column", "value"),
    "remove": ("table", "id"),
    "go_to": ("id",),
    "add": ("words",),
    "language": ("value",),
    "take": ("claim",),
    "compute": ("id",),
    "accept": ("key",),
    "accept_cells": ("id",),
    "refuse_cells": ("id",),
    "refuse": ("key",),
    "bring_back": ("id",),
    "log": ("claim", "words", "outcome"),
    "no_series": ("claim", "why"),
    "figure": ("claim", "words"),
    "try_check": ("left", "op", "right"),
    "add_check": ("left", "op", "right"),
    "about": ("column", "value"),
}
