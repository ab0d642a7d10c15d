"""Claims made from the cells of series, true and false in equal number, with what each asks and whether it holds."""

import random
from dataclasses import dataclass
from decimal import Decimal

from claimbook.quantity.quantity import Quantity
from claimbook.series.asked import Asked, Kind
from claimbook.series.figures import Figure, Role
from claimbook.series.places import by_code
from claimbook.series.scale import of_series
from claimbook.series.spans import Kind as When
from claimbook.series.spans import Span


@dataclass(frozen=True)
class Made:
    """A claim with its series, its year, what it asks and whether that is true."""

    text: str
    series: str
    year: int
    asked: Asked
    truth: str


def claims(every, number, seed):
    """Return so many claims, each over a random series, place and operation."""
    dice, found = random.Random(seed), []
    usable = [
        one
        for one in every.values()
        if one.periods and of_series(one.unit).kind not in ("flag",) and len(one.columns) > 30
    ]
    while len(found) < number:
        one = dice.choice(usable)
        places = [code for code in one.columns if (place := by_code().get(code)) and not place.group]
        made = dice.choice(FORMS)(dice, one, dice.choice(places), places, bool(len(found) % 2))
        if made:
            found.append(made)
    return found


def _cells(one, place):
    cells = [cell for cell in one.cells(place) if cell.value > 0 and len(cell.period) == 4]
    return cells if len(cells) >= 8 else None


def _level(dice, one, code, places, true):
    cells = _cells(one, code)
    if not cells:
        return None
    cell = dice.choice(cells[:-1])
    value = _round(cell.value if true else cell.value * Decimal(dice.choice(["0.5", "0.7", "1.4", "2"])))
    figure = _figure(value, one)
    return _made(
        f"In {cell.period}, {_name(one)} in {_place(code)} was {_said(value, one)}.",
        one,
        cells,
        true,
        _asked(Kind.LEVEL, code, figure, _point(cell.period)),
    )


def _bound(dice, one, code, places, true):
    cells = _cells(one, code)
    if not cells:
        return None
    cell, over = dice.choice(cells[:-1]), dice.random() < 0.5
    value = _round(cell.value * Decimal("0.8" if over == true else "1.25"))
    figure = _figure(value, one, ">" if over else "<")
    words = (
        f"In {cell.period}, {_name(one)} in {_place(code)} was {'more' if over else 'less'} than {_said(value, one)}."
    )
    return _made(words, one, cells, true, _asked(Kind.LEVEL, code, figure, _point(cell.period)))


def _trend(dice, one, code, places, true):
    cells = _cells(one, code)
    if not cells:
        return None
    first, last = sorted(dice.sample(range(len(cells)), 2))
    a, b = cells[first], cells[last]
    if abs(b.value - a.value) < a.value * Decimal("0.1"):
        return None
    up = (b.value > a.value) == true
    span = Span(When.RANGE, int(a.period), int(b.period), 0, 0)
    words = f"{_name(one).capitalize()} in {_place(code)} {'rose' if up else 'fell'} between {a.period} and {b.period}."
    return _made(words, one, cells, true, _asked(Kind.TREND, code, None, span, up))


def _growth(dice, one, code, places, true):
    cells = _cells(one, code)
    if not cells or of_series(one.unit).kind == "percent":
        return None
    a, b = sorted(dice.sample(cells, 2), key=lambda cell: cell.period)
    size = (b.value - a.value) / a.value * 100
    if not 5 < abs(size) < 900:
        return None
    value = _round(abs(size) if true else abs(size) * Decimal(dice.choice(["0.4", "2.5"])))
    figure = Figure(0, 0, "", Quantity(value, value, "percent", "="), None, Role.CHANGE, size < 0)
    span = Span(When.RANGE, int(a.period), int(b.period), 0, 0)
    words = f"{_name(one).capitalize()} in {_place(code)} {'rose' if size > 0 else 'fell'} by {value:f}% from {a.period} to {b.period}."
    return _made(words, one, cells, true, _asked(Kind.CHANGE, code, figure, span, size > 0))


def _compare(dice, one, code, places, true):
    other = dice.choice(places)
    cells = _cells(one, code)
    if not cells or other == code:
        return None
    cell = dice.choice(cells[:-1])
    beside = one.cell(other, cell.period)
    if not beside or abs(beside.value - cell.value) < cell.value * Decimal("0.1"):
        return None
    up = (cell.value > beside.value) == true
    words = (
        f"In {cell.period}, {_name(one)} was {'higher' if up else 'lower'} in {_place(code)} than in {_place(other)}."
    )
    asked = Asked(Kind.COMPARE, (by_code()[code],), span=_point(cell.period), up=up, others=(by_code()[other],))
    return _made(words, one, cells, true, asked)


def _rank(dice, one, code, places, true):
    cells = _cells(one, code)
    group = by_code()[dice.choice(["OWID_AFR", "EUR", "ASI", "EUU", "WLD"])]
    if not cells or not group:
        return None
    period = dice.choice(cells[:-1]).period
    row = sorted(
        ((cell.value, member) for member in group.within(one.columns) if (cell := one.cell(member, period))),
        reverse=True,
    )
    if len(row) < len(group.within(one.columns)) * 0.5 or len(row) < 6 or row[0][0] == row[1][0]:
        return None
    code = row[0][1] if true else dice.choice(row[3:])[1]
    where = "the world" if group.world else group.names[0]
    words = f"In {period}, {_place(code)} had the highest {_name(one)} in {where}."
    asked = Asked(Kind.RANK, (by_code()[code],), span=_point(period), up=True, among=group)
    return _made(words, one, cells, true, asked)


def _fold(dice, one, code, places, true):
    cells = _cells(one, code)
    if not cells:
        return None
    a, b = sorted(dice.sample(cells, 2), key=lambda cell: cell.period)
    times = b.value / a.value
    if not 2 <= times <= 20:
        return None
    stated = round(times) if true else round(times * Decimal(dice.choice(["0.5", "2"])))
    if stated < 2:
        return None
    figure = Figure(0, 0, "", Quantity(Decimal(stated), Decimal(stated), "times", "="), None, Role.THEN)
    words = f"In {b.period}, {_name(one)} in {_place(code)} was {stated} times what it was in {a.period}."
    asked = Asked(Kind.CHANGE, (by_code()[code],), figure, _point(a.period), _point(b.period))
    return _made(words, one, cells, true, asked)


def _peak(dice, one, code, places, true):
    cells = _cells(one, code)
    if not cells:
        return None
    order = sorted(cells, key=lambda cell: cell.value)
    if order[-1].value < order[-2].value * Decimal("1.02"):
        return None
    at = order[-1] if true else dice.choice(order[:-3])
    if at.value > order[-1].value * Decimal("0.95") and not true:
        return None
    words = f"{_name(one).capitalize()} in {_place(code)} peaked in {at.period}."
    return _made(words, one, cells, true, _asked(Kind.PEAK, code, None, _point(at.period), True))


def _year_before(dice, one, code, places, true):
    cells = _cells(one, code)
    at = dice.randrange(1, len(cells)) if cells else 0
    if not at or int(cells[at].period) - int(cells[at - 1].period) != 1:
        return None
    a, b = cells[at - 1], cells[at]
    if abs(b.value - a.value) < a.value * Decimal("0.05"):
        return None
    up = (b.value > a.value) == true
    words = f"In {b.period}, {_name(one)} in {_place(code)} was {'higher' if up else 'lower'} than the year before."
    asked = Asked(Kind.TREND, (by_code()[code],), None, _point(a.period), _point(b.period), up)
    return _made(words, one, cells, true, asked)


def _nobody(dice, one, code, places, true):
    found = _rank(dice, one, code, places, true)
    if not found or not found.asked.among.world:
        return None
    period, place = found.asked.span.first, found.asked.places[0].names[0]
    words = f"In {period}, no country had a higher {_name(one).removeprefix('the ')} than {place}."
    return Made(words, found.series, found.year, found.asked, found.truth)


FORMS = (_level, _bound, _trend, _growth, _compare, _rank, _fold, _peak, _year_before, _nobody)


def _made(words, one, cells, true, asked):
    return Made(words, one.id, int(cells[-1].period) + 1, asked, "true" if true else "false")


def _asked(kind, code, figure, span, up=None):
    return Asked(kind, (by_code()[code],), figure, span, up=up)


def _figure(value, one, sign="="):
    scale = of_series(one.unit)
    return Figure(0, 0, "", Quantity(value, value, "percent" if scale.kind == "percent" else "count", sign), scale)


def _point(period):
    return Span(When.POINT, int(period), int(period), 0, 0)


def _round(value):
    """Return three digits of a number."""
    return Decimal(f"{value:.3g}")


def _said(value, one):
    """Write a number with its unit as a speaker would."""
    unit = one.unit.casefold()
    number = f"{value:,f}"
    if of_series(one.unit).kind == "percent":
        return f"{number}%"
    return number if unit in ("index", "score", "number") else f"{number} {unit}"


def _name(one):
    title = one.title[0].casefold() + one.title[1:] if not one.title[:2].isupper() else one.title
    return f"the {title}" if not title.startswith("number") else f"the {title}"


def _place(code):
    return by_code()[code].names[0]
