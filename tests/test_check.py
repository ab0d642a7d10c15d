"""Checks: computed with units, in exact decimals, and never by eval."""

from dataclasses import replace
from decimal import Decimal

import pytest

from claimbook.judge.arithmetic import span
from claimbook.judge.check import Check, evaluate
from claimbook.quantity.quantity import Interval, Quantity


def quantity(value, unit, precision="exact"):
    """Return one number."""
    return Quantity(Decimal(value), Decimal(value), unit, "=", precision)


def check(left, op, right, unit, reading=""):
    """Return a check with no words to speak of."""
    return Check("k01", "", left, op, right, unit, (), (), "reading" if reading else "definition", reading, "{left}")


def test_three_nines_leave_43_minutes():
    """99.9% of a 30-day month leaves 43.2 minutes, exactly."""
    found = span("(1 - c29) * 30 * day", {"c29": quantity("99.9", "percent")}, "minute")

    assert Interval(Decimal("43.2"), Decimal("43.2")) == found


def test_intervals_reach_the_result():
    """A sum of ranges runs from the sum of the low ends to the sum of the high ends."""
    ranges = {
        name: Quantity(Decimal(low), Decimal(high), "percent", "=", "exact")
        for name, low, high in (("c03", 30, 45), ("c05", 25, 35), ("c06", 15, 20))
    }

    assert Interval(Decimal(70), Decimal(100)) == span("c03 + c05 + c06", ranges, "percent")


@pytest.mark.parametrize(
    ("left", "reading", "expected"),
    [("1 minute", "", "fails"), ("1 minute", "if it is so", "undetermined"), ("120 second", "", "holds")],
)
def test_a_failure_under_a_reading_is_undetermined(left, reading, expected):
    """A check fails only if no reading is needed for it to fail."""
    assert expected == evaluate(check(left, "=", "2 * minute", "minute", reading), {}).result


def test_an_expression_is_never_run_as_code(tmp_path):
    """Python in a cell of checks.csv is refused, not run."""
    target = tmp_path / "made"
    with pytest.raises(Exception):  # noqa: B017, PT011 (whatever pint raises)
        span(f"__import__('pathlib').Path('{target}').touch()", {}, "minute")

    assert not target.exists()


def test_the_checks_of_the_article_name_the_contradiction(case):
    """26 minutes do not fit 99.9%, in months of 30 and of 31 days; as seconds they would fit 99.999%."""
    results = {outcome.check.title: outcome.result for outcome in case.outcomes}

    assert "fails" == results["Minutes that 99.9% leaves in a 30-day month"]
    assert "fails" == results["Minutes that 99.9% leaves in a 31-day month"]
    assert "holds" == results["Which availability the same number of seconds would be"]


def test_a_check_computes_with_the_article(case):
    """The announced dimensions are compared with the headings that stand in the text."""
    (found,) = [o for o in case.outcomes if "sections" in o.check.right]

    assert len(case.article.sections) == found.right.low == found.left.low


@pytest.mark.parametrize(
    ("left", "op", "expected"),
    [
        ("1 minute", "<=", "holds"),
        ("3 minute", "<=", "fails"),
        ("2 minute", "<=", "holds"),
        ("3 minute", ">=", "holds"),
        ("1 minute", ">=", "fails"),
        ("2 minute", ">=", "holds"),
    ],
)
def test_bounds_hold_on_their_side(left, op, expected):
    """At most and at least include the level itself."""
    assert expected == evaluate(check(left, op, "2 * minute", "minute"), {}).result


def test_a_failure_on_a_plain_reading_counts():
    """A plain reading fails the check; a reading that the article does not state leaves it undetermined."""
    plain = replace(check("1 minute", "=", "2 * minute", "minute"), basis="plain reading", reading="as it stands")

    assert "fails" == evaluate(plain, {}).result
