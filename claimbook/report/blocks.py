"""What a notebook shows: tables and blocks that are static, escaped and readable as plain text too."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from claimbook.language.phrase import phrase
from claimbook.tables.vocabulary import Word

STYLE = {
    "table": "border-collapse:collapse;font-size:0.92em;text-align:left",
    "head": "border-bottom:2px solid currentColor;vertical-align:bottom;text-align:left",
    "row": "border-bottom:1px solid #bbb;vertical-align:top;text-align:left",
    "caption": "text-align:left;font-weight:bold;padding:0.4em 0",
    "quote": "border-left:4px solid #999;margin:0.4em 0;padding:0.1em 0.8em;font-size:1.05em",
}
# Characters that reorder the text around them; they are shown by name instead.
BIDI = str.maketrans(
    {code: f"[U+{code:04X}]" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)}
)
# What notebooks take for the begin of a formula, and tags, whose insides are left alone.
MATHS = re.compile(r"<[^>]*>|[$\\]")


def _apart(match: re.Match[str]) -> str:
    """Put a sign in an element of its own: a formula never reaches over the end of one, so “$5-$6 million” is none."""
    return match[0] if match[0].startswith("<") else f"<span>{match[0]}</span>"


def safe(text: object) -> str:
    """Escape text for HTML and show characters that would reorder what is around them.

    Examples
    --------
    >>> safe("<b>18%</b>")
    '&lt;b&gt;18%&lt;/b&gt;'
    """
    return escape(str(text).translate(BIDI), quote=True)


@dataclass(frozen=True)
class Link:
    """Words that lead to an address; any address but http and https stays plain text."""

    words: str
    url: str

    def __str__(self) -> str:
        return self.words

    @property
    def html(self) -> str:
        """The link as HTML."""
        if urlsplit(self.url).scheme not in ("http", "https"):
            return safe(self.words)
        return f'<a href="{safe(self.url)}" rel="noopener noreferrer">{safe(self.words)}</a>'


class Block:
    """A piece of output with an HTML form and a plain form."""

    def __init__(self, html: str, plain: str) -> None:
        self.html, self.plain = html, plain

    def _repr_html_(self) -> str:
        return MATHS.sub(_apart, self.html)

    def __repr__(self) -> str:
        return self.plain

    def __add__(self, other: "Block") -> "Block":
        return Block(f"{self.html}\n{other.html}", f"{self.plain}\n\n{other.plain}")


def shown(thing: object) -> str:
    """Return a link or a block as the HTML it is, and anything else escaped."""
    return thing.html if isinstance(thing, Link | Block) else safe(thing)


def table(rows: Iterable[Sequence[object]], columns: Sequence[object], caption: str = "") -> Block:
    """Lay out rows of cells as a static table.

    Parameters
    ----------
    rows : iterable of sequences
        Cells are text, numbers, `Link` or `Block`; a fixed word of the tables is said in the language that is spoken.
    columns : sequence
        Headings in English, or said already.
    caption : str
    """
    rows = [[phrase(cell) if isinstance(cell, Word) else cell for cell in row] for row in rows]
    if not rows:
        return paragraph(phrase("{what}: none.", what=caption) if caption else phrase("None."))
    heads = [str(phrase(name) if isinstance(name, str) else name) for name in columns]
    head = "".join(f'<th style="text-align:left">{safe(name)}</th>' for name in heads)
    body = "\n".join(_row(row) for row in rows)
    title = f'<caption style="{STYLE["caption"]}">{safe(caption)}</caption>' if caption else ""
    html = (
        f'<table style="{STYLE["table"]}">{title}<thead><tr style="{STYLE["head"]}">{head}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody></table>"
    )
    lines = [caption] if caption else []
    lines += [" | ".join(heads)] + [" | ".join(str(cell) for cell in row) for row in rows]
    return Block(html, "\n".join(lines))


def _row(cells: Sequence[object]) -> str:
    inner = "".join(f'<td style="text-align:left">{shown(cell)}</td>' for cell in cells)
    return f'<tr style="{STYLE["row"]}">{inner}</tr>'


def paragraph(text: object) -> Block:
    """Show a sentence or two: text, a `Link` or a `Block`."""
    return Block(f"<p>{shown(text)}</p>", str(text))


def pair(first: object, second: object) -> Block:
    """Show two sentences that belong together, the first in bold."""
    return Block(f"<p><b>{shown(first)}</b><br>{shown(second)}</p>", f"{first}\n  {second}")


def prose(*parts: object) -> Block:
    """Put text, numbers, links and blocks after one another in a line.

    Examples
    --------
    >>> prose("<i>", Link("page", "https://example.org")).plain
    '<i>page'
    """
    return Block("".join(map(shown, parts)), "".join(map(str, parts)))


def bullets(lines: Sequence[object]) -> Block:
    """Show a list of sentences; a line is text, a `Link` or a `Block`."""
    return Block(
        "<ul>\n" + "\n".join(f"<li>{shown(line)}</li>" for line in lines) + "\n</ul>",
        "\n".join(f"- {line}" for line in lines),
    )


def heading(text: object, level: int = 3) -> Block:
    """Show a heading: text or a `Link`."""
    return Block(f"<h{level}>{shown(text)}</h{level}>", f"{'#' * level} {text}")


def quotation(text: str) -> Block:
    """Show published words as a quotation."""
    return Block(f'<blockquote style="{STYLE["quote"]}">{safe(text)}</blockquote>', f"> {text}")


def folded(summary: object, inner: Block) -> Block:
    """Show a block that opens on a click, in static pages too; its plain form is the summary alone."""
    # Some viewers of notebooks take the triangle from a summary, which then looks like text.
    opens = f'<summary style="display:list-item;cursor:pointer">{safe(summary)}</summary>'
    return Block(f'<details style="margin-bottom:0.6em">{opens}\n{inner.html}\n</details>', str(summary))


def section(title: object, inner: Block | None, none: object) -> Block:
    """Show a block under its own heading; where there is nothing to show, a sentence says so without a heading."""
    return heading(title, 2) + inner if inner else paragraph(none)


def joined(parts: Iterable[Block]) -> Block:
    """Show blocks one after the other."""
    blocks = list(parts) or [paragraph("None.")]
    return Block("\n".join(block.html for block in blocks), "\n\n".join(block.plain for block in blocks))
