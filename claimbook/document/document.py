"""A document: its pages as text, and what it says of itself."""

import re
from collections.abc import Callable
from dataclasses import dataclass

HAN = re.compile("[\u3400-\u9fff]")
CONTROLS = dict.fromkeys([*(code for code in range(32) if chr(code) not in "\n\t"), 127])
MACHINE = "read by machine"  # in the label of a page that was a picture
LETTER = re.compile(r"[^\W\d_]")


Rows = tuple[tuple[str, ...], ...]


class Unreadable(Exception):
    """A document that cannot be read as text: the reason and the fix, in a sentence without its name."""


@dataclass(frozen=True)
class Page:
    """One page, sheet or, where there are none, the whole text; of a sheet or a CSV the rows of cells, too.

    Parameters
    ----------
    label, text : str
    rows : tuple of tuple of str
        Of a sheet.
    tables : tuple of (str, tuple of tuple of str)
        Those that a page of a PDF sets, each with the words above it.
    """

    label: str
    text: str
    rows: Rows = ()
    tables: tuple[tuple[str, Rows], ...] = ()


Keep = Callable[[Page], None]


def ignore(page: Page) -> None:
    """Do nothing with a page that is read."""


@dataclass(frozen=True)
class Document:
    """What was read.

    Parameters
    ----------
    pages : tuple of Page
        At least one; the label of a page is its number, the name of a sheet, or empty.
    title, author, publisher, published, url : str
        As the document says; empty where it does not. `published` is ``YYYY-MM-DD`` or a part of it.
    encoding : str
        How its bytes were decoded; empty for a format that carries its own.
    cut : str
        What of it was not read, and why; empty where all was.
    """

    pages: tuple[Page, ...]
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    encoding: str = ""
    cut: str = ""

    @property
    def text(self) -> str:
        """All pages, with an empty line between them."""
        return "\n\n".join(page.text for page in self.pages)

    @property
    def starts(self) -> list[int]:
        """Where in `text` each page starts, in characters."""
        starts, at = [], 0
        for page in self.pages:
            starts.append(at)
            at += len(page.text) + 2
        return starts

    @property
    def by_machine(self) -> bool:
        """Whether some of it was a picture, read by machine."""
        return any(page.label.endswith(MACHINE) for page in self.pages)

    @property
    def language(self) -> str:
        """``zh`` where a fifth of the letters are Chinese, else ``en``."""
        letters = len(LETTER.findall(self.text[:100_000]))
        return "zh" if len(HAN.findall(self.text[:100_000])) > letters / 5 else "en"


def clean(text: str) -> str:
    """Return text with LF line ends, without control characters, trailing blanks and runs of empty lines.

    Examples
    --------
    >>> clean("a \\r\\n\\r\\n\\r\\n\\x00b")
    'a\\n\\nb'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")
    lines = text.translate(CONTROLS).split("\n")
    text = "\n".join(line.rstrip(" \t\u3000") for line in lines)  # a pattern would try each blank of a long run
    return re.sub(r"\n{3,}", "\n\n", text).strip("\n")
