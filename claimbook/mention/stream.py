"""Read a text piece by piece, in memory that does not grow with it."""

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from claimbook.mention.context import context
from claimbook.mention.folding import fold
from claimbook.mention.mention import Mention
from claimbook.mention.scan import mentions
from claimbook.mention.tables import Tables

BLOCK = 1 << 16  # characters that are read at once; a table of more, and a longer sentence, are read in parts
SAFE = re.compile(r"[。！？；\n]")

Described: TypeAlias = dict[str, int | str | list[str]]


def stream(pieces: Iterable[str]) -> Iterator[Mention]:
    """Yield the mentions of an iterable of strings, with offsets into all of them together.

    The strings need not be lines. What is yielded is what `mentions` yields of the whole text, but that a table or
    a sentence of more than `BLOCK` characters is read in parts, and that what 元 means is settled for each
    paragraph and not for the text.

    Examples
    --------
    >>> [(mention.start, mention.exact) for mention in stream(["权重60%-", "80%\\n\\n", "共数百项"])]
    [(2, '60%-80%'), (12, '数百项')]
    """
    for at, block in _placed(pieces):
        for mention in mentions(block):
            yield mention._replace(start=at + mention.start, end=at + mention.end)


def described(pieces: Iterable[str]) -> Iterator[Described]:
    """Yield the mentions of an iterable of strings as plain fields, with what is around each.

    Beside the fields of a `Mention`, its step and readings and those of a `Context`; offsets are into all strings.

    Examples
    --------
    >>> [(row["exact"], row["per"]) for row in described(["月费30元/月"])]
    [('30元', 'month')]
    """
    for at, block in _placed(pieces):
        tables = Tables(fold(block), block)
        for mention in mentions(block):
            row: Described = {**mention.as_dict(), "step": "", "readings": []}
            if mention.low is not None:
                row |= {"step": f"{mention.step:f}", "readings": [f"{value:f}" for value in mention.readings]}
            row |= context(block, mention, tables)._asdict()
            yield row | {"start": at + mention.start, "end": at + mention.end}


def _placed(pieces: Iterable[str]) -> Iterator[tuple[int, str]]:
    at = 0
    for block in _blocks(pieces):
        yield at, block
        at += len(block)


def _blocks(pieces: Iterable[str]) -> Iterator[str]:
    """Yield the text in blocks that end after a blank line, or where they grow long, after a sentence."""
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if "\n" in piece and (size > BLOCK or not piece.strip()):
            yield from _cut("".join(waiting))
            waiting, size = [], 0
        elif size > 2 * BLOCK:
            *whole, rest = _cut("".join(waiting))
            yield from whole
            waiting, size = [rest], len(rest)
    if waiting:
        yield from _cut("".join(waiting))


def _cut(text: str) -> list[str]:
    """Return the parts of a text, each of `BLOCK` characters at most, cut after a sentence where there is one."""
    parts: list[str] = []
    while len(text) > BLOCK:
        window = text[:BLOCK]
        end = max((mark.end() for mark in SAFE.finditer(window, BLOCK // 2)), default=BLOCK)
        parts.append(text[:end])
        text = text[end:]
    return [*parts, text]
