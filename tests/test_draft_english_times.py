"""Which times the numbers of English articles get, where a firm's year or a comparison could mislead."""

from datetime import date

import pytest

from claimbook.draft.cells import drafts
from claimbook.mention import mentions


def period(text, exact, today):
    """Return the drafted period of the first number of a text that is written so."""
    found = list(mentions(text))
    cells = drafts(text, found, date.fromisoformat(today))
    return cells[next(one.start for one in found if one.exact == exact)].row.get("period", "")


@pytest.mark.parametrize(
    ("today", "quarter"),
    [("2020-09-08", "2020-05/2020-07"), ("2020-10-20", "2020-07/2020-09"), ("2021-03-20", "2020-12/2021-02")],
)
def test_a_quarter_that_a_firm_cannot_mean_is_of_its_own_year(today, quarter):
    """One that is not over, or was long ago, is none of the calendar."""
    assert quarter == period("Acme posts a profit\n\nAcme's third-quarter profit was $5 million.", "$5 million", today)


def test_what_is_said_after_a_comparison_is_of_the_time_reported():
    """The same time last year dates what a profit is up from, and nothing after it."""
    text = "Acme earned $5 million in the three months ended in September, up from $4 million at the same time last year.\n\nIts revenue was $9 million."

    assert "2007-07/2007-09" == period(text, "$9 million", "2007-10-19")


def test_a_month_that_a_report_is_set_against_dates_no_later_line():
    """June comes up in a report of July, whose next lines are of July."""
    text = (
        "Retail sales rose 1% in July, after a fall in June.\n\nSales had fallen 2% in June.\n\nOnline sales rose 3%."
    )

    assert "2024-07" == period(text, "3%", "2024-08-15")


def test_a_rate_is_up_from_that_of_the_month_before():
    """A record since February 2022 dates nothing."""
    text = "In August, the unemployment rate rose to 3.8%, up from 3.5% and the highest since February 2022."

    assert "2023-07" == period(text, "3.5%", "2023-09-01")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Today, 21% of adults smoke.", "2018-06"),
        ("Today, the bank raised its rate to 21%.", "2018-06-22"),
        ("Sales rose 21% in the four weeks ending June 10.", "2018-05-14/2018-06-10"),
        ("Sales rose 21% on June 5-7.", "2018-06-05/2018-06-07"),
        ("Sales rose 21% for the period that ended March 31.", "2018-01/2018-03"),
    ],
)
def test_a_time_is_as_long_as_it_says(text, when):
    """Nowadays is no day; days and weeks are all of them."""
    assert when == period(text, "21%", "2018-06-22")


def test_a_year_that_a_quarter_is_set_against_dates_no_later_line():
    """The loss of 1998 is what a quarter of 1999 is compared with; the sales behind it are of the quarter."""
    text = "Nike earned $94 million in the quarter ended May 31, against a loss of $67 million; it had no loss in 1998.\n\nIts sales were $218 million."

    assert "1999-03/1999-05" == period(text, "$218 million", "1999-07-01")
    assert "1998-10/1998-12" == period(
        "Its loss was $5 million in the last quarter of 1998.", "$5 million", "1999-07-01"
    )
    assert "2022-01/2022-06" == period(
        "Its loss was $5 million for the first six month period.", "$5 million", "2022-07-27"
    )
