"""The time axis: the same operation from neighbouring start and end years, to find what was picked to fit."""

from __future__ import annotations

from claimbook.language.phrase import Statement
from claimbook.series.asked import Kind
from claimbook.series.series import Series
from claimbook.series.trial import Outcome, Trial

AROUND = 3  # years before and after a start or an end that are tried
MOSTLY = 2  # a flip is said where it turns in more than half


def flips(series: Series, outcome: Outcome, year: int) -> list[str]:
    """Return caveats where a true change comes to the opposite from most neighbouring years.

    Parameters
    ----------
    series : Series
    outcome : Outcome
        That was true.
    year : int
        Of the claim.
    """
    asked = outcome.asked
    if (
        asked.kind not in (Kind.CHANGE, Kind.TREND)
        or asked.up is None
        or len(asked.places) != 1
        or asked.every
        or asked.loose
    ):
        return []
    if not asked.span or asked.span.last - asked.span.first < AROUND + 1 or "growth" in series.title.casefold():
        return []
    place = asked.places[0].column(series.columns)
    trial = Trial(series, year)
    ends = trial.ends(asked, place) if place else None
    if place is None or ends is None:
        return []
    return [words for words in (_turns(series, place, ends, asked.up, at) for at in (0, 1)) if words]


def _turns(series: Series, place: str, ends: tuple[str, str], up: bool, moved: int) -> str:
    """Say that a change turns where one of its ends is moved."""
    own = int(ends[moved])
    near = [str(own + by) for by in range(-AROUND, AROUND + 1) if by]
    signs = {}
    for at in near:
        first, last = (at, ends[1]) if moved == 0 else (ends[0], at)
        one, other = series.cell(place, first), series.cell(place, last)
        if one and other and first < last and one.value != other.value:
            signs[at] = (other.value > one.value) == up
    turned = [at for at, kept in signs.items() if not kept]
    if len(signs) < AROUND or len(turned) * MOSTLY <= len(signs):
        return ""
    (way, zh_way), (back, zh_back) = (("up", "上升"), ("down", "下降")) if up else (("down", "下降"), ("up", "上升"))
    end, zh = ("since", "自") if moved == 0 else ("until", "至")
    english = f"{way} {end} {ends[moved]}; {back} {end} {', '.join(turned)}"
    return str(Statement(english, f"{zh}{ends[moved]}年{zh_way}；{zh}{'、'.join(turned)}年{zh_back}"))
