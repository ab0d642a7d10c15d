"""Replies that are kept in the workspace's hidden folder, so that the same question is asked once."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

from claimbook.model.chat import Body, Reply
from claimbook.model.prompt import sha256
from claimbook.tables.workspace import cache_of
from claimbook.tables.writer import OWN, save


class Shelf:
    """The replies of one server to the questions about one article; a file each, which is its owner's alone.

    Parameters
    ----------
    home : Path
        The workspace.
    article : str
    address : str
        The server.
    """

    def __init__(self, home: Path, article: str, address: str) -> None:
        self._folder, self._address = cache_of(home, article) / "model", address

    def path_of(self, body: Body) -> Path:
        """Return the file for the reply to a question."""
        key = sha256(json.dumps([self._address, body], ensure_ascii=False, sort_keys=True))
        return self._folder / f"{key}.json"

    def get(self, body: Body) -> Reply | None:
        """Return the reply that is kept, or None."""
        with suppress(OSError, ValueError, LookupError, TypeError, RecursionError):
            kept = json.loads(self.path_of(body).read_text(encoding="utf-8"))
            content, asked, answered = kept["reply"], kept["asked"], kept["answered"]
            if isinstance(content, str) and isinstance(asked, int) and isinstance(answered, int):
                return Reply(content, asked, answered)
        return None

    def drop(self, body: Body) -> None:
        """Forget the reply to a question, so that it is asked again."""
        with suppress(OSError):
            self.path_of(body).unlink(missing_ok=True)

    def put(self, body: Body, reply: Reply) -> None:
        """Keep a reply.

        Raises
        ------
        OSError
            If the disk refuses.
        """
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        kept = {"address": self._address, "sent": body, "reply": reply.content, "asked": reply.asked}
        text = json.dumps(kept | {"answered": reply.answered}, ensure_ascii=False, indent=1)
        save(text.encode(errors="replace"), self.path_of(body), OWN)
