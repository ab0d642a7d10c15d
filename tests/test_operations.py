"""Operations over many figures: exact on any interval, and unchanged by what must not matter."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.judge.arithmetic import span
from claimbook.judge.operations import OPERATIONS, rank_from_top, rises_in_a_row, share
from claimbook.quantity.quantity import Interval, Quantity
from claimbook.tables import codebook

NUMBERS = st.lists(st.integers(-1000, 1000), min_size=2, max_size=30)


def exact(*numbers):
    return [Interval(Decimal(n), Decimal(n)) for n in numbers]


def quantities(*numbers, unit="count", precision="exact"):
    return {f"f{10 + at}": Quantity(Decimal(n), Decimal(n), unit, "=", precision) for at, n in enumerate(numbers)}


@pytest.mark.parametrize(
    ("name", "numbers", "low", "high"),
    [
        ("total", (1, 2, 3), 6, 6),
        ("share", (1, 3), "0.25", "0.25"),
        ("rank_from_top", (5, 9, 5, 1), 2, 2),
        ("rank_from_bottom", (5, 9, 5, 1), 2, 2),
        ("rises_in_a_row", (3, 1, 2, 4), 2, 2),
        ("falls_in_a_row", (3, 1, 2, 4), 0, 0),
        ("falls_in_a_row", (4, 3, 2, 1), 3, 3),
        ("lowest_for", (3, 8, 7, 6, 4), 1, 4),
        ("lowest_for", (9, 8, 7, 6, 4), 1, 4),
        ("lowest_for", (9, 8, 7, 3, 4), 1, 1),
        ("highest_for", (9, 1, 2, 3), 1, 3),
    ],
)
def test_an_operation_over_exact_numbers(name, numbers, low, high):
    """Each is what a person counts by hand."""
    assert Interval(Decimal(low), Decimal(high)) == OPERATIONS[name](exact(*numbers))


def test_rounded_values_leave_a_rank_open():
    """Two values that rounding cannot tell apart share two places."""
    level = [Interval(Decimal("9.5"), Decimal("10.5")), Interval(Decimal("10.4"), Decimal("11"))]

    assert Interval(Decimal(1), Decimal(2)) == rank_from_top(level)


@given(NUMBERS)
def test_a_rank_is_the_same_under_a_rising_map(numbers):
    """Only the order counts."""
    assert rank_from_top(exact(*numbers)) == rank_from_top(exact(*(n**3 + 7 for n in numbers)))


@given(NUMBERS)
def test_a_streak_is_the_number_of_last_steps_that_rise(numbers):
    """As a loop from the end counts it."""
    steps = [after > before for before, after in pairwise(numbers)][::-1]
    count = next((at for at, up in enumerate(steps) if not up), len(steps))

    assert Interval(Decimal(count), Decimal(count)) == rises_in_a_row(exact(*numbers))


@given(st.lists(st.integers(1, 1000), min_size=2, max_size=20))
def test_shares_of_all_parts_make_one(numbers):
    """Each as the first beside the rest."""
    parts = [share(exact(n, *numbers[:at], *numbers[at + 1 :])).low for at, n in enumerate(numbers)]

    assert abs(sum(parts) - 1) < Decimal("1e-20")


def test_an_operation_is_part_of_an_expression():
    """Its result is a number, or of its parts' unit for a total, and is computed on."""
    assert Interval(Decimal(24), Decimal(24)) == span(
        "rises_in_a_row(f10, f11, f12) * year", quantities(1, 2, 3), "month"
    )
    assert Interval(Decimal(25), Decimal(25)) == span("f10 / total(f10, f11)", quantities(1, 3), "percent")


def test_more_than_ten_rounded_figures_can_be_ranked():
    """The ends of many figures are not tried one against the other."""
    many = quantities(*range(60), precision="rounded")

    assert Decimal(60) == span(f"rank_from_top({', '.join(many)})", many, "rank").high


@pytest.mark.parametrize(
    ("expression", "sentence"),
    [
        ("rank_from_top(f10, 7)", "“7” in rank_from_top(…) is no figure"),
        ("total(f10, f11)", "needs figures of one unit; these have CNY, count"),
        ("share(f12, f13)", "not negative"),
    ],
)
def test_what_cannot_be_computed_is_said(expression, sentence):
    """A number in place of an id, two units, a share of a negative amount."""
    known = quantities(1) | {"f11": Quantity(Decimal(1), Decimal(1), "CNY")}
    known |= {f"f1{at}": Quantity(Decimal(n), Decimal(n), "count") for at, n in ((2, -1), (3, 4))}

    with pytest.raises(ValueError, match=r".") as error:
        span(expression, known, "count")
    assert sentence in str(error.value)


def test_the_codebook_names_every_operation():
    """Who writes an expression finds them there."""
    assert all(name in codebook.codebook() for name in OPERATIONS)
