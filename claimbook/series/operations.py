"""The operations over the cells of frozen series, by name, with the pandas line that comes to the same."""

from __future__ import annotations

from collections.abc import Callable

from claimbook.series.over_places import compare, count, extremum_of_places, multiple, rank, share, total
from claimbook.series.over_time import (
    average,
    change,
    crossing,
    extremum,
    growth,
    level,
    ratio,
    since,
    streak,
    total_of_periods,
)
from claimbook.series.result import Result

OPERATIONS: dict[str, Callable[..., Result]] = {
    function.__name__: function
    for function in (
        level,
        change,
        growth,
        ratio,
        average,
        total_of_periods,
        extremum,
        crossing,
        since,
        streak,
        rank,
        extremum_of_places,
        total,
        share,
        count,
        compare,
        multiple,
    )
}

# With `t`, the frame of a series: a row a period, a column a place. A test compares each with the operation.
PANDAS = {
    "level": "t.loc[period, place]",
    "change": "t.loc[last, place] - t.loc[first, place]",
    "growth": "(t.loc[last, place] / t.loc[first, place] - 1) * 100",
    "ratio": "t.loc[last, place] / t.loc[first, place]",
    "average": "t.loc[first:last, place].mean()",
    "total_of_periods": "t.loc[first:last, place].sum()",
    "extremum": "t.loc[first:last, place].max()",
    "crossing": "t.loc[first:last, place][t.loc[first:last, place] > threshold].index[0]",
    "since": "t.loc[:last, place][:-1][t.loc[:last, place][:-1] >= t.loc[last, place]].index[-1]",
    "streak": "(t.loc[:last, place].diff()[::-1] > 0).cummin().sum()",
    "rank": "t.loc[period, places].rank(ascending=False, method='min')[place]",
    "extremum_of_places": "t.loc[period, places].max()",
    "total": "t.loc[period, places].sum()",
    "share": "t.loc[period, place] / t.loc[period, places].sum() * 100",
    "count": "(t.loc[period, places] > threshold).sum()",
    "compare": "t.loc[period, place] - t.loc[period, other]",
    "multiple": "t.loc[period, place] / t.loc[period, other]",
}
