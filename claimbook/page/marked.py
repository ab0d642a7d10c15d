"""The article as the page shows it: every number and statement marked in place, tables as tables, remnants as notes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from claimbook.case.case import Case
from claimbook.page.layout import LINE, Place, Remnant, Row, remnants, tables
from claimbook.report.blocks import safe
from claimbook.report.marks import Span, marked, spans
from claimbook.tables.vocabulary import BELONGING, Role

BATCH = 50  # paragraphs, or cards, that a browser lays out together, once they come near the screen
CAVEAT = "!"  # beside the sign of a verdict that has a caveat
# The roles of spans that the text itself gives: markup left in it, and the part of a claim that goes on further down.
OPENING, CLOSING, CONTINUED = "opening remnant", "closing remnant", "continued"


@dataclass
class Note:
    """A remark on markup that was left in the text: its number, what was left, and in how many places."""

    number: int
    left: list[str]
    places: int = 0


@dataclass
class Shown:
    """The article as HTML, whose text is the article to the letter, and the notes on it by what was left."""

    case: Case
    html: Markup = field(init=False)
    notes: dict[str, Note] = field(init=False, default_factory=dict)
    _last: Note | None = field(init=False, default=None)

    def __post_init__(self) -> None:
        """Lay it out, which finds the notes."""
        pieces = list(self._pieces())
        batches = ("".join(pieces[at : at + BATCH]) for at in range(0, len(pieces), BATCH))
        self.html = Markup("".join(f'<div class="batch">{batch}</div>' for batch in batches))

    def _pieces(self) -> Iterator[str]:
        text, rest = self.case.article.text, spans(self.case)
        found = {table[0].start: table for table in tables(text)}
        done = 0
        for line in LINE.finditer(text):
            start, end = line.span()
            if start < done:
                continue
            table = found.get(start)
            done = table[-1].end if table else end
            here = rest[: _first(rest, done)]
            rest = [span for span in here if span[1] > done] + rest[len(here) :]
            yield self._table(table, here) if table else self._line(start, end, here)

    def _line(self, start: int, end: int, here: list[Span]) -> str:
        line = self.case.article.text[start:end].strip()
        kind = ' class="heading"' if line in self.case.article.sections else "" if line else ' class="blank"'
        return f"<p{kind}>{self._words(start, end, here)}</p>"

    def _table(self, rows: list[Row], here: list[Span]) -> str:
        width = max(len(row.cells) for row in rows)
        head = self._row(rows[0], width, here, head=True)
        body = "".join(self._row(row, width, here, head=False) for row in rows[1:])
        return f"<table><thead>{head}</thead><tbody>{body}</tbody></table>"

    def _row(self, row: Row, width: int, here: list[Span], head: bool) -> str:
        """Lay out a row; what is printed around its cells stays in the text and is not seen."""
        at, made = row.start, list[str]()
        for place, (start, end) in enumerate(row.cells):
            tag = 'th scope="col"' if head else "td" if place else 'th scope="row"'
            after = self._unseen(end, row.end) if place == len(row.cells) - 1 else ""
            made.append(f"<{tag}>{self._unseen(at, start)}{self._words(start, end, here)}{after}</{tag[:2]}>")
            at = end
        missing = ["<td></td>"] * (width - len(row.cells))
        return f"<tr>{''.join(missing + made if head else made + missing)}</tr>"

    def _unseen(self, start: int, end: int) -> str:
        return f'<span class="raw">{safe(self.case.article.text[start:end])}</span>' if start < end else ""

    def _words(self, start: int, end: int, here: list[Span]) -> str:
        text = self.case.article.text
        inside = [
            (max(first, start), min(last, end), claim, CONTINUED if claim and last > end else role)
            for first, last, claim, role in here
        ]
        inside = [span for span in inside if span[0] < span[1]]
        left = [Remnant(first, last, True) for first, last, _, role in inside if role == "markup"]
        found = [one._replace(start=start + one.start, end=start + one.end) for one in remnants(text[start:end])]
        left = [one for one in left if not any(one.start >= a and one.end <= b for a, b, _ in found)] + found
        left = [one for one in left if _fits(one[:2], inside)]
        inside += [(*one[:2], text[one.start : one.end], OPENING if one.opens else CLOSING) for one in left]
        order = {OPENING: 0, CLOSING: 0}
        inside.sort(key=lambda span: (span[0], -span[1], order.get(span[3], 1)))
        return marked(text, start, end, inside, self._mark)

    def _mark(self, words: str, key: str, role: str) -> str:
        """Mark words that are HTML already; the link beside them is for those who come by keyboard."""
        if role in (OPENING, CLOSING):
            return f'<span class="raw">{words}</span>{self._note(key, role)}'
        if not key:
            # A claim that is still in work has no verdict to refer to.
            kind = "open" if role in (Role.CLAIM, *BELONGING) else "other"
            return f'<mark class="{kind}" data-role="{safe(role)}">{words}</mark>'
        verdict = self.case.verdicts[key]
        name, caveat = safe(key), bool(verdict.caveat)
        label = f"{name}, {verdict.verdict}{', with a caveat' if caveat else ''}"
        tag = f"{name}{verdict.verdict.sign}{CAVEAT if caveat else ''}"
        link = f'<a class="tag" href="#{name}" data-tag="{tag}" aria-label="{label}"></a>'
        return f'<mark class="{verdict.verdict}" data-claim="{name}">{words}{"" if role == CONTINUED else link}</mark>'

    def _note(self, left: str, role: str) -> str:
        """Refer to the note on markup where a kind of it is met first; what closes belongs to what opened last."""
        if role == CLOSING and self._last:
            self._last.left += [] if left in self._last.left else [left]
            return ""
        known = left in self.notes
        note = self._last = self.notes.setdefault(left, Note(len(self.notes) + 1, [left]))
        note.places += 1
        name = f"note-{note.number}"
        link = f'<a class="note" id="to-{name}" href="#{name}" data-tag="{note.number}" aria-labelledby="{name}"></a>'
        return "" if known else link


def _first(rest: list[Span], end: int) -> int:
    """Return how many of the spans start before a place."""
    return next((place for place, span in enumerate(rest) if span[0] >= end), len(rest))


def _fits(place: Place, inside: list[Span]) -> bool:
    """Return whether hiding a place hides no claim and cuts no mark in two."""
    start, end = place
    apart = [span for span in inside if span[1] <= start or span[0] >= end or (span[0] <= start and end <= span[1])]
    within = [span for span in inside if start <= span[0] and span[1] <= end and not span[2]]
    return len(set(apart + within)) == len(set(inside))
