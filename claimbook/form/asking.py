"""Ask a language model from the notebook: what will be sent is said first, and sent once it is confirmed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from claimbook import model
from claimbook.draft.draft import open_draft
from claimbook.form import bench
from claimbook.form.said import said_note
from claimbook.language.speaking import speaking
from claimbook.tables.fault import Problems


class Asking:
    """What was said of a question that is not sent yet.

    Parameters
    ----------
    article : str
        Its id.
    given : dict
        What was filled in: ``address``, ``model``, ``what``, ``key_env``, ``price``.
    """

    def __init__(self, article: str, given: Mapping[str, Any]) -> None:
        said = {name: bench.message(given, name).strip() for name in ("address", "model", "key_env", "price")}
        if not said["model"]:
            raise Problems(["--model: say which model the server should use, such as --model qwen3:8b"])
        address = model.address_of(said["address"])
        key = model.key_of(address, said["key_env"])
        server = model.Server(address, said["model"], _price(said["price"]))
        named = given.get("what")
        whats = [what for what in model.What if isinstance(named, list) and what in named]
        self.name = article
        self.plan = model.plan(open_draft(article), server, whats, docs=bench.documents())
        self._chat = model.Chat(address, key)

    def lines(self, language: str) -> list[str]:
        """Say what will be sent, where to, how many tokens and at what cost."""
        with speaking(language):
            lines = self.plan.lines()
        return [said_note(line, language) for line in lines]

    def send(self, told: Callable[[str], object], language: str) -> list[str]:
        """Send it, and say what came of it."""
        with speaking(language):
            report = model.run(self.plan, self._chat, told=told)
            lines = [*report.lines(self.name, self.plan.server), *report.troubles]
        return [said_note(line, language) for line in lines]


def _price(words: str) -> tuple[Decimal, Decimal] | None:
    if not words:
        return None
    return model.price_of(words)
