"""Units: what the tables may hold, and how a reader sees them."""

# Unit as written in the tables -> what it means. Figures and claims are in these, unscaled.
UNITS = {
    "": "no unit: the row holds words, not a number",
    "CNY": "yuan (renminbi)",
    "USD": "US dollar",
    "percent": "parts per hundred of a whole",
    "percentage_point": "difference between two percentages",
    "times": "multiple (倍)",
    "count": "number of things or people",
    "point": "points of a score",
    "rank": "place in an ordered list",
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "month": "calendar month",
    "year": "calendar year",
    "weekday_hour": "hour of the week, Monday 00:00 = 0",
    "HKD": "Hong Kong dollar",
    "EUR": "euro",
    "GBP": "pound sterling",
    "week": "week",
    "kilometre": "kilometre",
    "metre": "metre",
    "kilogram": "kilogram",
    "tonne": "tonne",
    "kilowatt_hour": "kilowatt-hour",
    "celsius": "degree Celsius",
    "square_metre": "square metre",
    "CNY/year": "yuan a year",
    "USD/year": "US dollar a year",
    "CNY/month": "yuan a month",
    "count/day": "number a day",
    "count/month": "number a month",
    "count/year": "number a year",
    "percent/day": "per cent a day",
    "percent/year": "per cent a year",
}


def unit_words(unit):
    """Write a unit as it follows a number.

    Examples
    --------
    >>> unit_words("percent"), unit_words("percentage_point"), unit_words("count")
    ('%', ' percentage points', '')
    """
    special = {
        "percent": "%",
        "percent/day": "% a day",
        "percent/year": "% a year",
        "CNY": " yuan",
        "count": "",
        "": "",
        "times": " times",
        "rank": "",
        "CNY/year": " yuan a year",
        "CNY/month": " yuan a month",
        "count/day": " a day",
        "count/month": " a month",
        "count/year": " a year",
        "weekday_hour": " hours into the week",
    }
    return special.get(unit, f" {unit.replace('_', ' ')}{'' if '/' in unit or unit == 'USD' else 's'}")
