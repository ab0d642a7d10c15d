"""What each reasonable definition of an undefined metric would give."""

from collections.abc import Sequence
from textwrap import fill

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture

from claimbook.case.case import Case
from claimbook.judge.check import Outcome, Result, inputs
from claimbook.judge.claim import Claim
from claimbook.judge.finding import Finding
from claimbook.plot import style
from claimbook.quantity.quantity import Interval, Quantity
from claimbook.quantity.unit import unit_words
from claimbook.tables.vocabulary import Checkability

BEARS = {Result.HOLDS: "fits", Result.UNDETERMINED: "would exclude it", Result.FAILS: "excludes it"}


def readings(case: Case) -> Picture:
    """Draw what each definition or reading tried in the checks would give, beside what the article says."""
    with style.style():
        drawn = [panel for found in case.findings.values() if (panel := _tried(found))]
        figure, grid = style.stack([len(tried) + 0.8 for _, _, tried in drawn], 0.42)
        for axes, panel in zip(grid, drawn, strict=True):
            _panel(axes, *panel)
        shown = [outcome for _, _, tried in drawn for outcome in tried]
        sentences = [sentence for outcome in shown for sentence in outcome.check.caveat.split(". ")]
        caveats = " ".join(dict.fromkeys(f"{sentence.rstrip('.')}." for sentence in sentences if sentence))
        used = [case.figures[name] for outcome in shown for name in inputs(outcome.check) if name in case.figures]
        title = "What each definition would give (blue), and what the article says (orange)"
        return style.finish(figure, title, f"{caveats} {style.sources(used)}")


def _tried(found: Finding) -> tuple[Claim, Quantity, list[Outcome]] | None:
    """Return an undefined claim with the checks that try a definition of it, in its own unit; None without any."""
    claim, quantity = found.claim, found.claim.quantity
    if claim.checkability is not Checkability.UNDEFINED or not quantity:
        return None
    tried = [outcome for outcome in found.facts.concluding if outcome.check.unit == quantity.unit]
    return (claim, quantity, tried) if tried else None


def _panel(axes: Axes, claim: Claim, quantity: Quantity, tried: Sequence[Outcome]) -> None:
    style.band(axes, quantity)
    for row, outcome in enumerate(tried):
        _row(axes, row, _ours(claim, outcome), unit_words(quantity.unit), outcome)
    axes.set_yticks(range(len(tried)), [fill(o.check.title, 64) for o in tried], fontsize=8.5)
    axes.set_ylim(len(tried) - 0.4, -0.6)
    axes.set_xlim(0, float(max(quantity.high, *(_ours(claim, o).high for o in tried))) * 1.35)
    unit = unit_words(quantity.unit).strip()
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:g}{unit if unit == '%' else ''}")
    axes.tick_params(left=False, axis="both", labelsize=8.5)
    axes.set_title(fill(f"{claim.id}  {claim.selector.exact}  {claim.statement}", 90), loc="left", fontsize=9.5)


def _ours(claim: Claim, outcome: Outcome) -> Interval:
    """Return the side of the check that does not name the claim."""
    return outcome.right if claim.id in outcome.check.left else outcome.left


def _row(axes: Axes, row: int, ours: Interval, unit: str, outcome: Outcome) -> None:
    low, high = float(ours.low), float(ours.high)
    axes.plot([low, high], [row, row], color=style.OURS, lw=5, solid_capstyle="butt")
    axes.scatter([(low + high) / 2], [row], color=style.OURS, s=28, zorder=3)
    words = f"{low:.3g}" if f"{low:.2g}" == f"{high:.2g}" else f"{low:.3g}–{high:.3g}"
    most = {"<=": "at most ", ">=": "at least "}.get(outcome.check.op, "")
    meaning = BEARS[outcome.result]
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
