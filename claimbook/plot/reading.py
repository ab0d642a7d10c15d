"""What each reasonable definition of an undefined metric would give."""

from collections import Counter
from collections.abc import Sequence

from matplotlib.axes import Axes

from claimbook.case.case import Case
from claimbook.judge.check import Outcome, Result, inputs
from claimbook.judge.claim import Claim
from claimbook.judge.finding import Finding
from claimbook.language.phrase import Spoken, Statement, phrase, unit_zh
from claimbook.language.speaking import spoken
from claimbook.plot import style
from claimbook.plot.mark import spans, ticks
from claimbook.plot.note import claimed, note, sources
from claimbook.quantity.quantity import Interval, Quantity
from claimbook.quantity.unit import unit_words
from claimbook.tables.references import names
from claimbook.tables.vocabulary import Checkability

BEARS = {Result.HOLDS: "fits", Result.UNDETERMINED: "would exclude it", Result.FAILS: "excludes it"}
ENDS = {"en": (". ", "."), "zh": ("。", "。")}  # between two sentences, and at the end of one
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


def _finding(shown: Sequence[Outcome]) -> Spoken:
    excluding = sum(outcome.result is not Result.HOLDS for outcome in shown)
    if len(shown) == 1 and excluding:
        return phrase("The one definition tried would exclude what the article says")
    if len(shown) == 1:
        return phrase("The one definition tried fits what the article says")
    if not excluding:
        return phrase("None of {total} definitions tried would exclude what the article says", total=len(shown))
    words = "{n} of {total} definitions tried would exclude what the article says"
    return phrase(words, n=excluding, total=len(shown))


def _what_to_see(case: Case, drawn: Sequence[Panel], shown: Sequence[Outcome]) -> Spoken:
    given = [_ours(claim, outcome) for claim, _, tried in drawn for outcome in tried]
    between, stop = ENDS[spoken()[0]]
    caveats = [str(phrase(outcome.check.caveat)) for outcome in shown]
    sentences = [sentence for caveat in caveats for sentence in caveat.split(between)]
    used = [case.figures[name] for outcome in shown for name in inputs(outcome.check) if name in case.figures]
    return note(
        claimed(quantity for _, quantity, _ in drawn),
        (any(not _is_range(one) for one in given), "Dot: what a definition would give."),
        (any(map(_is_range, given)), "Bar: a definition that gives a range."),
        *dict.fromkeys(f"{sentence.rstrip(stop)}{stop}" for sentence in sentences if sentence),
        sources(used),
    )


def _panel(axes: Axes, claim: Claim, quantity: Quantity, tried: Sequence[Outcome]) -> None:
    style.band(axes, quantity)
    for row, outcome in enumerate(tried):
        _row(axes, row, _ours(claim, outcome))
        _say(axes, row, _gives(claim, quantity.unit, outcome))
    axes.set_yticks(range(len(tried)), [style.wrapped(phrase(o.check.title), 60) for o in tried], fontsize=8.5)
    axes.set_ylim(len(tried) - 0.4, -0.6)
    ends = [float(end) for one in (*spans(quantity), *(_ours(claim, o) for o in tried)) for end in (one.low, one.high)]
    axes.set_xlim(min(0, *ends) * 1.08, max(0, *ends) * 1.08)
    axes.xaxis.set_major_formatter(ticks("%" if quantity.unit == "percent" else ""))
    axes.tick_params(left=False, axis="both", labelsize=8.5)
    words = f"{claim.id}  {style.clipped(claim.selector.exact, 24)}  {claim.statement}"
    axes.set_title(style.wrapped(words, 90), loc="left", fontsize=9.5)


def _gives(claim: Claim, unit: str, outcome: Outcome) -> str:
    """Say what a definition gives, and how that bears on the claim."""
    number = _words(_ours(claim, outcome))
    given: Spoken = Statement(f"{number}{unit_words(unit)}", f"{number}{unit_zh(unit)}")
    if limit := _limit(claim, outcome):
        given = phrase(f"{limit}{{given}}", given=given)
    return str(phrase("{what}: {n}", what=given, n=phrase(BEARS[outcome.result])))


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
