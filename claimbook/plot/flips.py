"""Whether another policy would change a verdict."""

from collections.abc import Iterator, Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from claimbook.case.case import Case
from claimbook.judge.stability import policy_in_words
from claimbook.judge.verdict import Label
from claimbook.language.phrase import Spoken, listed, phrase
from claimbook.plot import style
from claimbook.plot.note import note
from claimbook.report.looks import LOOKS

JUDGED = "as judged"
OPPOSITE = {Label.SUPPORTED: Label.CONTRADICTED, Label.CONTRADICTED: Label.SUPPORTED}


def sensitivity(case: Case) -> style.Told | None:
    """Draw the verdicts, and beside each what another policy would change it to."""
    flips = case.flips
    moving = [name for name in flips if flips[name]]
    settled = (Label.UNSUPPORTED, Label.UNCHECKED)
    firm = [n for n, found in case.findings.items() if n not in moving and found.verdict.verdict not in settled]
    claims = firm + moving
    if not claims:
        return None
    policies = [p for p in case.policies if not p.startswith("without") or any(p in flips[n] for n in moving)]
    cells = list(_cells(case, claims, policies))
    with style.style():
        figure, (axes,) = style.stack([len(claims) + 2], 0.34)
        for row, column, label in cells:
            _cell(axes, row, column, label)
        _lattice(axes, case, claims, [JUDGED, *policies])
        drawn = {label for _, _, label in cells}
        return style.finish(figure, _finding(case, moving), _what_to_see(case, claims, drawn, policies))


def _cells(case: Case, claims: Sequence[str], policies: Sequence[str]) -> Iterator[tuple[int, int, Label]]:
    """Yield row, column and verdict of each cell: the verdict as judged, and what differs from it."""
    for row, name in enumerate(claims):
        yield row, 0, case.verdicts[name].verdict
        for column, policy in enumerate(policies, 1):
            if label := case.findings[name].flips.get(policy):
                yield row, column, label


def _finding(case: Case, moving: Sequence[str]) -> Spoken:
    total = len(case.findings)
    if not moving and total == 1:
        return phrase("No policy changes it")
    if not moving:
        return phrase("No other policy would change any of the {total} verdicts", total=total)
    turned = sum(OPPOSITE.get(case.verdicts[name].verdict) in case.findings[name].flips.values() for name in moving)
    ends = phrase("{n} of them to the opposite" if turned else "none of them to the opposite", n=turned)
    return phrase("Another policy would change {n} of {total} verdicts, {ends}", n=len(moving), total=total, ends=ends)


def _what_to_see(case: Case, claims: Sequence[str], drawn: set[Label], policies: Sequence[str]) -> Spoken:
    total = len(case.findings)
    left = total - len(claims)
    return note(
        "First column: the verdict. The others: what it would be under that policy; a dot: the same.",
        phrase("{why}.", why=listed(label.signed for label in Label if label in drawn)),
        "Numbers: read exactly, or wider. Primary, tertiary: whose figures may decide.",
        (any(name.startswith("without") for name in policies), "Without: that source left out."),
        (left, phrase("Left out: what no policy settles ({n} of {total} claims).", n=left, total=total)),
    )


def _lattice(axes: Axes, case: Case, claims: Sequence[str], columns: Sequence[str]) -> None:
    """Name the rows and the columns."""
    names = [str(policy_in_words(column)) for column in columns]
    axes.set_xticks(range(len(columns)), names, rotation=40, ha="left", fontsize=8.5)
    axes.xaxis.tick_top()
    words = [f"{name}  {style.clipped(case.claims[name].selector.exact, 16)}" for name in claims]
    axes.set_yticks(range(len(claims)), words, fontsize=9)
    axes.set_xlim(-0.5, len(columns) - 0.5)
    axes.set_ylim(len(claims) - 0.5, -0.5)
    axes.tick_params(left=False, top=False)
    axes.spines[["left", "bottom"]].set_visible(False)
    for row, name in enumerate(claims):
        same = [column for column, policy in enumerate(columns) if column and policy not in case.findings[name].flips]
        axes.scatter(same, [row] * len(same), s=4, color=style.FAINT)


def _cell(axes: Axes, row: int, column: int, label: Label) -> None:
    look = LOOKS[label]
    edge = style.FAINT if label is Label.UNCHECKED else look.color
    axes.add_patch(Rectangle((column - 0.46, row - 0.42), 0.92, 0.84, facecolor=look.color, edgecolor=edge, lw=0.8))
    color = "white" if look.dark else style.INK
    axes.text(column, row, label.sign, ha="center", va="center", fontsize=10, color=color)
