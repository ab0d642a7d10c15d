"""Ask the web for a series, politely, and keep what was asked and what came back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimbook.document.decoding import text_of
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    from claimbook.web import Answer, Visitor

INSTEAD = "try again later, or download the file and give it with --from FILE"


class Asker:
    """Asks with a visitor, and notes each visit in `asked`."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.asked: list[str] = []
        self.status = 0  # of the last answer

    def get(self, url: str) -> Answer:
        """Return an answer that is whole and of status 200.

        Raises
        ------
        Problems
        """
        from claimbook.web import Unvisited

        try:
            answer = self.visitor.get(url)
        except Unvisited as error:
            raise Problems([f"{url}: {error}; {INSTEAD}"]) from None
        self.status = answer.status
        if answer.status == 404:
            raise Problems(
                [f"{url}: the server knows no such series (404); check the address, it may have been renamed"]
            )
        if answer.status != 200:
            raise Problems([f"{url}: the server answered {answer.status}; {INSTEAD}"])
        self.asked.append(f"GET {answer.url}")
        return answer

    def text(self, url: str) -> str:
        """Return the text of an answer, in whatever encoding it came."""
        answer = self.get(url)
        return text_of(answer.body, answer.charset)[0]

    def json(self, url: str) -> object:
        """Return the JSON of an answer, each number as it is printed."""
        return as_json(self.text(url), url)


def as_json(text: str, where: str) -> object:
    """Read JSON, each number as it is printed.

    Raises
    ------
    Problems
    """
    try:
        return json.loads(text.lstrip("\ufeff"), parse_float=str, parse_int=str)
    except (ValueError, RecursionError) as error:
        raise Problems([f"{where}: is not whole JSON ({error}); {INSTEAD}"]) from None
