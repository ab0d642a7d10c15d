"""The cells of claims that are read in the text around each number, and where each was read."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from claimbook.draft import ends, period, statement
from claimbook.draft.belonging import TABLE, Cells, parts, repeats
from claimbook.draft.carry import Line, is_heading, lines, main_period
from claimbook.draft.chinese import holder as chinese_holder
from claimbook.draft.chinese.aligned import aligned
from claimbook.draft.chinese.local import local
from claimbook.draft.chinese.plain import plain
from claimbook.draft.chinese.poll import dated_lately
from claimbook.draft.chinese.reader import Reader as ChineseReader
from claimbook.draft.chinese.says import says
from claimbook.draft.chinese.traditional import simplified, spelling
from claimbook.draft.country import country, whole_name
from claimbook.draft.english import aside
from claimbook.draft.english import line as english
from claimbook.draft.english.absolute import sentence_before
from claimbook.draft.english.line import headed_by, latest_quarter, quarter_of
from claimbook.draft.english.memory import Memory as EnglishMemory
from claimbook.draft.english.memory import names_in, topic
from claimbook.draft.english.metric import OF_FIRM, OWNED
from claimbook.draft.english.pattern import AHEAD
from claimbook.draft.english.read import KINDS
from claimbook.draft.english.statement import english as english_statement
from claimbook.draft.english.value import as_written
from claimbook.draft.firm import firm, owned, storm, whose
from claimbook.draft.lexicon import Lexicon, lexicon
from claimbook.draft.pieces import pieces
from claimbook.draft.population import within
from claimbook.draft.reading import Reading
from claimbook.draft.roles import role
from claimbook.language.phrase import HAN
from claimbook.mention import Mention
from claimbook.mention.context import context
from claimbook.mention.folding import fold
from claimbook.mention.tables import Tables
from claimbook.quantity.when import period_of
from claimbook.tables.vocabulary import Role

PROSE = re.compile(r"[a-z\d%]{2}[.!?][”\"’)]* {2,}[A-Z“\"(\[]")  # sentences that two blanks divide, no cells of a table


def drafts(
    text: str, found: Sequence[Mention], today: date | None, book: Lexicon | None = None,
    claimed: Collection[int] = (),
) -> dict[int, Cells]:  # fmt: skip
    """Draft the cells of all numbers of a text, by the start of each.

    Parameters
    ----------
    text : str
    found : list of Mention
    today : datetime.date, optional
        The day that the article is of.
    book : Lexicon, optional
    claimed : set of int, optional
        Starts of numbers that are claims because a person says so.
    """
    book, tables, printed = book or lexicon(), Tables(fold(text), text), text
    text = plain(text)
    cells = {one.start: Cells(Role.CLAIM if one.start in claimed else role(text, one)) for one in found}
    reader = _Reader(text, book, today)
    places, starts = list(pieces(text, found)), [one.start for one in found]
    dated = lines([text[slice(*one)] for one in places], today)
    reader.usual = main_period(dated)
    for (start, end), times in zip(places, dated, strict=True):
        inside = found[bisect_left(starts, start) : bisect_left(starts, end)]
        if tables and inside and tables.cell(inside[0].start) and not PROSE.search(text[start:end]):
            for one in inside:
                _in_table(text, one, tables, cells[one.start])
        elif inside or is_heading(text[start:end]):
            reader.paragraph(start, end, inside, cells, times)
    parts(text, found, cells)
    repeats([one for one in found if one.start not in claimed], cells)
    if written := spelling(printed, simplified(printed)):
        for cell in cells.values():
            cell.row.update({name: words.translate(written) for name, words in cell.row.items()})
    return cells


def _in_table(text: str, mention: Mention, tables: Tables, cells: Cells) -> None:
    """Draft the cells of a number in a table from the heads of its row and its column."""
    around = context(text, mention, tables)
    metric = re.sub(r"[（(][^（）()]*[）)]$", "", around.measures).strip()
    cells.put("metric", metric if len(metric) > 1 else "", TABLE)
    dated = period_of(around.column) or period_of(around.row)
    cells.put("period", dated, TABLE)
    if around.row and around.row != around.measures and not period_of(around.row):
        cells.put("subject", around.row, TABLE)


class _Reader:
    """Reads a text line by line, with the last heading and what was read before."""

    def __init__(self, text: str, book: Lexicon, today: date | None) -> None:
        self.text, self.book, self.today, self.usual = text, book, today, ""
        self.quarter = ""
        self.country, self.firm, self.storm = country(text) or local(text), firm(text), storm(text)
        self.main: tuple[tuple[int, int], str] = ((0, 0), "")  # the sentence that was dated last, and its period
        self.zh, self.topic = ChineseReader(text, self.country, book), topic(text)
        self.en = EnglishMemory(
            subject=self.firm or headed_by(text),
            country=self.country,
            names=names_in(text),
            words=frozenset(re.findall(r"\b[a-z]+\b", text)),
        )

    def paragraph(self, start: int, end: int, inside: Sequence[Mention], cells: dict[int, Cells], times: Line) -> None:
        """Draft the cells of the numbers of one line."""
        line = self.text[start:end]
        local = [one._replace(start=one.start - start, end=one.end - start) for one in inside]
        roles = {one.start: cells[one.start + start].role for one in local}
        self.quarter = latest_quarter(times.found, self.quarter)
        is_zh = HAN.search(line)
        read = (
            self.zh.line(line, local, roles, times.found)
            if is_zh
            else english.read(line, local, roles, times.found, self.en)
        )
        for (first, last), numbers in read:
            for mention, reading in numbers:
                cell = cells[mention.start + start]
                if cell.role == Role.CLAIM:
                    self._fill(cell, line, (first, last), mention, reading, times, _others(numbers, mention, roles))

    def _subject(self, reading: Reading, line: str) -> tuple[str, str]:
        """Return the subject and where it was read; of what no firm or group has by itself, the article's country."""
        is_zh = bool(HAN.search(line))
        if reading.subject in KINDS:  # the province: the one that was named last
            places = (one.subject for _, one in reversed(self.en.readings) if one.subject[:1].isupper())
            return self.en.place or next((one for one in places if one != self.country), ""), "paragraph"
        own = chinese_holder.OWNED if is_zh else OWNED
        if not is_zh and self.firm and not reading.subject:
            return self.firm, "heading"
        if not is_zh and not reading.metric and not reading.subject:  # of what is measured nothing is known
            return (self.en.subject if self.en.subject in self.text.partition("\n")[0] else ""), "article"
        if not reading.subject and (about := whose(reading.metric, self.storm, self.firm, own)):
            return about, "heading"
        named = any(map(self.book.measure, (reading.base, reading.metric)))
        counted = named or not is_zh or chinese_holder.NATIONAL.search(reading.base)
        owned = own.search(reading.metric) and (is_zh or self.en.subject or OF_FIRM.search(reading.metric))
        if reading.subject or not reading.metric or owned or not counted:
            return reading.subject, reading.subject_from
        return (self.topic if self.topic and self.country in ("", "world") and not is_zh else self.country), "article"

    def _when(
        self, line: str, place: tuple[int, int], mention: Mention, reading: Reading, times: Line
    ) -> tuple[str, str]:
        """Return the period of a number, and where it was read."""
        spot = (mention.start, mention.end)
        when, where = ends.of_a_day(reading.base, period.period_at(line, times.found, *spot, self.today))
        if not where and times.period and not ends.DAILY.fullmatch(reading.base):
            when, where = times.period, times.place
        is_dated = any(place[0] <= one.start < place[1] and not one.aside for one in times.found)
        dated = any(place[0] <= one.start < place[1] for one in times.found)
        if not dated and aside.ELSEWHEN.match(line, place[0]):
            return "", ""
        over = not dated and (reading.change or ends.end_of(line, *spot))
        if over and (span := ends.before_it(line, times.found, place[0])):
            when, where = span, "paragraph"
        if not HAN.search(line):
            if not dated and self.firm and aside.to_come(line[slice(*place)], when):
                return "", ""
            when = quarter_of(line[slice(*place)], when, self.quarter)
            main = self.main[1] if self.main[0] == place else times.period
            if set_against := aside.compared(
                line, times.found, *spot, main or when, bool(self.firm) and mention.kind == "money"
            ):
                when, where = set_against, "clause"
            elif not aside.SET_AGAINST.search(line[: spot[0]]):
                self.main = place, when
        when = ends.settled(line, spot, when, bool(reading.change), mention.unit == "percent")
        present = not dated and not ends.end_of(line, *spot) and not HAN.search(line)
        if present and not when and self.today:
            when, where = self.usual or str(self.today)[:7], "article"  # a tense says now, or lately
        if not when and self.today and not is_dated and dated_lately(reading.metric, self.text):
            when, where = self.usual or str(self.today)[:7], "article"
        if reading.change and self.today:
            when = ends.from_now(when, self.today.year, line)
        return when, where

    def _main(self, place: tuple[int, int], when: str, before: str) -> str:
        """Return the period that a sentence is of, beside which a number that is set against another has its own."""
        if self.main[0] == place:
            return self.main[1]
        return "" if aside.SET_AGAINST.search(before) else when

    def _fill(
        self, cell: Cells, line: str, place: tuple[int, int], mention: Mention, reading: Reading, times: Line,
        others: Sequence[Mention],
    ) -> None:  # fmt: skip
        when, where = self._when(line, place, mention, reading, times)
        if own_year := aligned(line, times.found, mention, others):
            when, where = own_year, "clause"
        cell.put("metric", reading.metric, reading.metric_from)
        subject, read_in = self._subject(reading, line)
        cell.put("subject", whole_name(owned(subject, self.firm or self.en.subject), line), read_in)
        cell.put("period", when, where)
        sentence = line[slice(*place)]
        is_zh = bool(HAN.search(line))
        when = "" if where == "article" and (is_zh or "/" in when or AHEAD.search(sentence)) else when
        cell.put("population", reading.population or within(sentence), "clause" if reading.population else "sentence")
        if is_zh:
            cell.put("statement_zh", *says(line, reading, subject, when, mention, times.found, others))
            by = replace(reading, subject=subject)
            cell.put("statement_en", statement.english_of(by, when, mention, self.book), "pattern")
        else:
            here = [one._replace(start=one.start - place[0], end=one.end - place[0]) for one in times.found]
            by = replace(reading, subject=cell.row.get("subject", ""), subject_from=cell.places.get("subject", ""))
            spot = mention._replace(start=mention.start - place[0], end=mention.end - place[0])
            made = as_written(
                english_statement(
                    sentence,
                    by,
                    when,
                    spot,
                    here,
                    sentence_before(line, place[0], times.found),
                    self._main(place, when, line[: mention.start]),
                ),
                self.text,
            )
            cell.put("statement_en", made, "sentence" if made[:-1].lower() in sentence.lower() else "pattern")


def _others(numbers: Sequence[tuple[Mention, Reading]], mention: Mention, roles: dict[int, Role]) -> list[Mention]:
    return [one for one, _ in numbers if one.start != mention.start and roles[one.start] == Role.CLAIM]
