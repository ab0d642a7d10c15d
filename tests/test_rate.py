"""What a number is per is read with it, kept in the draft, and never mixed up with a date."""

from decimal import Decimal

import pytest

from claimbook import find
from claimbook.cli import main
from claimbook.draft.rows import drafted
from claimbook.find.passage import numbers_of
from claimbook.judge.claim import is_year
from claimbook.mention import mentions
from claimbook.mention.rate import rate

READ = [
    ("It costs $3 a day.", "USD/day"),
    ("Fuel is EUR 2/litre.", "EUR/litre"),
    ("月费30元/月", "CNY/month"),
    ("每公斤体重1克蛋白质", "gram/kilogram_of_body_weight"),
    ("每天每公斤体重摄入1.2克", "gram/kilogram_of_body_weight/day"),
    ("1.6 g/kg/day", "gram/kilogram/day"),
    ("12 per 100,000 people", "count/hundred_thousand_people"),
    ("每万人有5例", "count/ten_thousand_people"),
    ("3,500 kWh per capita", "kilowatt_hour/person"),
    ("5 cases a day", "count/day"),
    ("7 tonnes of CO2 per person", "tonne/person"),
    ("每人每月300元", "CNY/person/month"),
    ("户均存款20万元", "CNY/household"),
    ("日均3000笔", "count/day"),
    ("日利率0.05%", "percent/day"),
    ("每小時疏運4,500人", "count/hour"),
    ("$3 a pound", "USD/pound"),
    # No rate, or none that the number itself is.
    ("年利率3.6%", "percent"),
    ("Three people a year later were gone", "count"),
    ("twice a day", "times"),
    ("每月还款3次共500元", "CNY"),
    ("每月应还（元）\n3期", "count"),
    ("$3 per user", "USD"),
]


@pytest.mark.parametrize(("text", "unit"), READ)
def test_what_a_number_is_per_is_read(text: str, unit: str) -> None:
    """The number's unit with its denominators, those of time last; where they are not known, the unit alone."""
    found = [rate(text, mention) for mention in mentions(text) if mention.kind != "code"]

    assert unit == (found[-1] if "共" in text or "每万" in text else found[0])


def test_a_draft_keeps_what_a_number_is_per() -> None:
    """The drafted claim is in yuan a month."""
    assert ["CNY/month"] == [row["unit"] for row in drafted("月费30元/月。")["claims"]]


def test_a_passage_keeps_what_a_number_is_per() -> None:
    """So does the number of a passage, beside one that is per nothing, and a date."""
    found = numbers_of("In 2023 the fee was $3 a day, of $90 in all.")

    assert [("year", True), ("USD/day", False), ("USD", False)] == [(one.unit, one.dated) for one in found]


@pytest.mark.parametrize(
    ("kind", "low", "date"), [("level", "2023", True), ("duration", "2023", False), ("level", "3", False)]
)
def test_a_year_of_the_calendar_is_no_length_of_time(kind: str, low: str, date: bool) -> None:
    """A claim of 3 years, or of a duration of 2,000, is not offered 2023; a claim of 2023 is."""
    assert date == is_year(kind, "year", Decimal(low))
    assert date == find.Number("2023", "2023", "year", "2023", dated=True).suits(is_year(kind, "year", Decimal(low)))
    assert date != find.Number("3", "3", "year", "3 years").suits(is_year(kind, "year", Decimal(low)))


@pytest.mark.parametrize(
    ("unit", "sentence"),
    [
        ("count/week", "sets count/day beside count/week; convert it as a computed figure in the claim's unit"),
        (
            "count/household",
            "cannot convert count/household to count/day: what is per household is not per day; call it",
        ),
        ("count/month", "a month or a year has no fixed number of days; call it proxy"),
    ],
)
def test_evidence_of_another_denominator_is_refused(bus, capsys, unit: str, sentence: str) -> None:
    """A figure per week is converted in the open, and one per household is no evidence for a number a day."""
    path = bus.parent.parent / "sources" / "figures.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("count/day", unit), encoding="utf-8")

    assert 2 == main(["validate", str(bus)])
    assert sentence in capsys.readouterr().err
