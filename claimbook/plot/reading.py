"""What each reasonable definition of an undefined metric would give."""

from collections import Counter
from collections.abc import Sequence

from matplotlib.axes import Axes

from claimbook.case.case import Case
from claimbook.judge.check import Outcome, Result, inputs
from claimbook.judge.claim import Claim
from claimbook.judge.finding import Finding
from claimbook.plot import style
from claimbook.plot.mark import short, spans
from claimbook.plot.note import claimed, note, sources
from claimbook.quantity.quantity import Interval, Quantity
from claimbook.quantity.unit import unit_words
from claimbook.tables.references import names
from claimbook.tables.vocabulary import Checkability

BEARS = {Result.HOLDS: "fits", Result.UNDETERMINED: "would exclude it", Result.FAILS: "excludes it"}
Panel = tuple[Claim, Quantity, list[Outcome]]


def readings(case: Case) -> style.Told | None:
    """Draw what each definition or reading tried in the checks would give, beside what the article says.

    The metric with the most definitions comes first.
    """
    drawn = _ordered([panel for found in case.findings.values() if (panel := _tried(found))])
    if not drawn:
        return None
    shown = [outcome for _, _, tried in drawn for outcome in tried]
    with style.style():
        figure, grid = style.stack([len(tried) + 0.8 for _, _, tried in drawn], 0.42)
        for axes, panel in zip(grid, drawn, strict=True):
            _panel(axes, *panel)
        return style.finish(figure, _finding(shown), _what_to_see(case, drawn, shown))


def _tried(found: Finding) -> Panel | None:
    """Return an undefined claim with the checks that try a definition of it, in its own unit; None without any."""
    claim, quantity = found.claim, found.claim.quantity
    if claim.checkability is not Checkability.UNDEFINED or not quantity:
        return None
    tried = [outcome for outcome in found.facts.concluding if outcome.check.unit == quantity.unit]
    return (claim, quantity, tried) if tried else None


def _ordered(panels: Sequence[Panel]) -> list[Panel]:
    number: Counter[str] = Counter()
    for claim, _, tried in panels:
        number[claim.metric] += len(tried)
    return sorted(panels, key=lambda panel: -number[panel[0].metric])


def _finding(shown: Sequence[Outcome]) -> str:
    excluding = sum(outcome.result is not Result.HOLDS for outcome in shown)
    if len(shown) == 1:
        bears = "would exclude" if excluding else "fits"
        return f"The one definition tried {bears} what the article says"
    return f"{excluding or 'None'} of {len(shown)} definitions tried would exclude what the article says"


def _what_to_see(case: Case, drawn: Sequence[Panel], shown: Sequence[Outcome]) -> str:
    given = [_ours(claim, outcome) for claim, _, tried in drawn for outcome in tried]
    sentences = [sentence for outcome in shown for sentence in outcome.check.caveat.split(". ")]
    used = [case.figures[name] for outcome in shown for name in inputs(outcome.check) if name in case.figures]
    return note(
        claimed(quantity for _, quantity, _ in drawn),
        (any(not _is_range(one) for one in given), "Dot: what a definition would give."),
        (any(map(_is_range, given)), "Bar: a definition that gives a range."),
        *dict.fromkeys(f"{sentence.rstrip('.')}." for sentence in sentences if sentence),
        sources(used),
    )


def _panel(axes: Axes, claim: Claim, quantity: Quantity, tried: Sequence[Outcome]) -> None:
    style.band(axes, quantity)
    unit = unit_words(quantity.unit)
    for row, outcome in enumerate(tried):
        _row(axes, row, _ours(claim, outcome))
        _say(axes, row, f"{_limit(claim, outcome)}{_words(_ours(claim, outcome))}{unit}: {BEARS[outcome.result]}")
    axes.set_yticks(range(len(tried)), [style.wrapped(o.check.title, 60) for o in tried], fontsize=8.5)
    axes.set_ylim(len(tried) - 0.4, -0.6)
    ends = [float(end) for one in (*spans(quantity), *(_ours(claim, o) for o in tried)) for end in (one.low, one.high)]
    axes.set_xlim(min(0, *ends) * 1.08, max(0, *ends) * 1.08)
    axes.xaxis.set_major_formatter(lambda value, _: short(value) + ("%" if unit == "%" else ""))
    axes.tick_params(left=False, axis="both", labelsize=8.5)
    words = f"{claim.id}  {style.clipped(claim.selector.exact, 24)}  {claim.statement}"
    axes.set_title(style.wrapped(words, 90), loc="left", fontsize=9.5)


def _ours(claim: Claim, outcome: Outcome) -> Interval:
    """Return the side of the check that does not name the claim."""
    return outcome.right if _is_left(claim, outcome) else outcome.left


def _is_left(claim: Claim, outcome: Outcome) -> bool:
    return claim.id in {name.partition("_")[0] for name in names(outcome.check.left)}


def _limit(claim: Claim, outcome: Outcome) -> str:
    """Say which way a definition limits the claim, whichever of the two is written first."""
    first = {"<=": "at most ", ">=": "at least "}
    second = {"<=": "at least ", ">=": "at most "}
    return (first if _is_left(claim, outcome) else second).get(outcome.check.op, "")


def _is_range(ours: Interval) -> bool:
    """Return whether the ends still differ once rounded as they are shown."""
    return f"{float(ours.low):.2g}" != f"{float(ours.high):.2g}"


def _words(ours: Interval) -> str:
    low, high = f"{float(ours.low):.3g}", f"{float(ours.high):.3g}"
    return f"{low}–{high}" if _is_range(ours) else low


def _row(axes: Axes, row: int, ours: Interval) -> None:
    ends = [float(ours.low), float(ours.high)]
    if _is_range(ours):  # with marks at its ends, so that a short one is seen
        axes.plot(ends, [row, row], color=style.OURS, lw=5, solid_capstyle="butt", marker="|", markersize=9)
    else:
        axes.scatter(ends[:1], [row], color=style.OURS, s=28, zorder=3)


def _say(axes: Axes, row: int, words: str) -> None:
    """Write what a definition gives at the right, where no band is."""
    place = ("axes fraction", "data")
    axes.annotate(words, (1.01, row), xycoords=place, fontsize=8.5, va="center", annotation_clip=False)
