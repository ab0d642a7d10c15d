"""What each reasonable definition of an undefined metric would give."""

from textwrap import fill

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from claimbook.case.case import Case
from claimbook.judge.check import Outcome, inputs
from claimbook.judge.claim import Claim
from claimbook.plot import style
from claimbook.quantity.quantity import Interval
from claimbook.quantity.unit import unit_words


def readings(case: Case) -> Figure:
    """Draw what each definition or reading tried in the checks would give, beside what the article says."""
    with style.style():
        found = {}
        for claim in (c for c in case.claims.values() if c.checkability == "undefined" and c.quantity):
            tried = [o for o in case.outcomes if claim.id in o.check.conclusion and o.check.unit == claim.quantity.unit]
            if tried:
                found[claim] = tried
        heights = [len(tried) + 0.8 for tried in found.values()]
        figure, grid = style.stack(heights, 0.42)
        for axes, (claim, tried) in zip(grid, found.items(), strict=True):
            _panel(axes, claim, tried)
        shown = [outcome for tried in found.values() for outcome in tried]
        sentences = [sentence for outcome in shown for sentence in outcome.check.caveat.split(". ")]
        caveats = " ".join(dict.fromkeys(f"{sentence.rstrip('.')}." for sentence in sentences if sentence))
        used = [case.figures[name] for outcome in shown for name in inputs(outcome.check) if name in case.figures]
        title = "What each definition would give (blue), and what the article says (orange)"
        return style.finish(figure, title, f"{caveats} {style.sources(used)}")


def _panel(axes: Axes, claim: Claim, tried: list[Outcome]) -> None:
    style.band(axes, claim)
    for row, outcome in enumerate(tried):
        _row(axes, row, claim, outcome)
    axes.set_yticks(range(len(tried)), [fill(o.check.title, 64) for o in tried], fontsize=8.5)
    axes.set_ylim(len(tried) - 0.4, -0.6)
    axes.set_xlim(0, float(max(style.drawn(claim).high, *(_ours(claim, o).high for o in tried))) * 1.35)
    unit = unit_words(style.drawn(claim).unit).strip()
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}{unit if unit == '%' else ''}")
    axes.tick_params(left=False, axis="both", labelsize=8.5)
    axes.set_title(fill(f"{claim.id}  {claim.selector.exact}  {claim.statement_en}", 90), loc="left", fontsize=9.5)


def _ours(claim: Claim, outcome: Outcome) -> Interval:
    """Return the side of the check that the claim is not on."""
    return outcome.right if claim.id in outcome.check.left else outcome.left


def _row(axes: Axes, row: int, claim: Claim, outcome: Outcome) -> None:
    ours = _ours(claim, outcome)
    low, high = float(ours.low), float(ours.high)
    axes.plot([low, high], [row, row], color=style.OURS, lw=5, solid_capstyle="butt")
    axes.scatter([(low + high) / 2], [row], color=style.OURS, s=28, zorder=3)
    words = f"{low:.3g}" if f"{low:.2g}" == f"{high:.2g}" else f"{low:.3g}–{high:.3g}"
    most = {"<=": "at most ", ">=": "at least "}.get(outcome.check.op, "")
    unit = unit_words(style.drawn(claim).unit)
    meaning = {"holds": "fits", "undetermined": "would exclude it", "fails": "excludes it"}[outcome.result]
    axes.annotate(
        f"{most}{words}{unit}: {meaning}",
        (high, row),
        xytext=(7, 0),
        textcoords="offset points",
        fontsize=8.5,
        va="center",
        color=style.INK,
        bbox={"boxstyle": "round,pad=0.15", "fc": "white", "ec": "none", "alpha": 0.75},
    )
