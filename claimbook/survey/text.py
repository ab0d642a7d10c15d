"""One document of a survey as text: what can be written of it, and what is said where a file is damaged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claimbook.survey.keys import host_of

if TYPE_CHECKING:
    from claimbook.survey.parts import Part


@dataclass(frozen=True)
class Text:
    """One document as text.

    Parameters
    ----------
    address : str
        Where it was published; else its place in the input.
    text, title : str
    date : str
        The day as ISO 8601 writes it, or empty.
    fault : str
        Why there is no text, or not all of it.
    """

    address: str
    text: str = ""
    title: str = ""
    date: str = ""
    fault: str = ""

    @property
    def host(self) -> str:
        """The host that published it; empty for a file."""
        return host_of(self.address)


def printable(text: Text) -> Text:
    """Return a text with a question mark for each half of a character, which no file can hold."""
    try:
        for cell in (text.text, text.title, text.address):
            cell.encode()
    except UnicodeEncodeError:
        title, address = (cell.encode("utf-8", "replace").decode() for cell in (text.title, text.address))
        return replace(text, text=text.text.encode("utf-8", "replace").decode(), title=title, address=address)
    return text


def to_the_end(found: Iterator[Text], part: Part) -> Iterator[Text]:
    """Yield texts; a file of this machine that is damaged ends with a fault, and one elsewhere is to be tried again."""
    number = 0
    try:
        for text in found:
            yield text
            number += 1
    except Exception as error:  # a damaged file raises whatever its reader meets first
        if not part.addresses[0].startswith("file://"):
            raise
        yield Text(f"{part.names[0]}#{part.first}.{number}", fault=f"the file is damaged here ({error})")
