"""Verdicts by section, and whether another policy would change them."""

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.patches import Patch, Rectangle

from claimbook.case.case import Case
from claimbook.judge.verdict import SUB_REASONS, Label, Verdict, single
from claimbook.plot import style
from claimbook.report.looks import LOOKS


def verdicts_by_section(case: Case) -> Picture:
    """Draw the verdicts on the numeric claims, section by section."""
    with style.style():
        sections = ["", *case.article.sections]
        kinds = [name for name in LOOKS if name != Label.UNSUPPORTED]
        tally = {section: dict.fromkeys(kinds, 0) for section in sections}
        chosen = [found for found in case.findings.values() if found.claim.is_number]
        for found in chosen:
            section = case.article.section(found.claim.selector.start)
            tally[section][single(found.verdict) or found.verdict.verdict] += 1
        shown = [section for section in sections if sum(tally[section].values())]
        figure, (axes,) = style.panels(1, 1, 0.5 * len(shown) + 1.3)
        _stack(axes, tally, shown, kinds)
        present = [kind for kind in kinds if any(tally[s][kind] for s in shown)]
        figure.legend(
            handles=[
                Patch(
                    facecolor=LOOKS[k].color,
                    hatch=LOOKS[k].hatch,
                    edgecolor="white" if k != "none found" else style.FAINT,
                    label=_legend(k),
                )
                for k in present
            ],
            loc="outside lower left",
            ncols=3,
            frameon=False,
            fontsize=9,
        )
        return style.finish(figure, f"Verdicts on the {len(chosen)} numeric claims, by section of the article")


def _legend(kind: str) -> str:
    return f"unsupported: {SUB_REASONS[kind]}" if kind in SUB_REASONS else kind


def _stack(axes: Axes, tally: dict[str, dict[str, int]], shown: Sequence[str], kinds: Sequence[str]) -> None:
    left = dict.fromkeys(shown, 0)
    for kind in kinds:
        look = LOOKS[kind]
        for row, section in enumerate(shown):
            number = tally[section][kind]
            if number:
                axes.barh(row, number, 0.66, left=left[section], color=look.color, hatch=look.hatch, edgecolor="white")
                axes.text(
                    left[section] + number / 2,
                    row,
                    str(number),
                    ha="center",
                    va="center",
                    fontsize=10,
                    color="white" if look.dark else style.INK,
                    bbox={"boxstyle": "round,pad=0.25", "fc": look.color, "ec": "none"},
                )
                left[section] += number
    axes.set_yticks(range(len(shown)), [section or "before the first heading" for section in shown])
    axes.invert_yaxis()
    axes.tick_params(left=False, bottom=False, labelbottom=False)
    axes.spines[["left", "bottom"]].set_visible(False)


def sensitivity(case: Case) -> Picture:
    """Draw which verdicts change under which other policy."""
    with style.style():
        moving = [name for name, found in case.findings.items() if found.flips]
        decided = [name for name, found in case.findings.items() if found.verdict.verdict is not Label.UNSUPPORTED]
        firm = [name for name in decided if name not in moving]
        claims = firm + moving
        policies = [p for p in case.grid if not p.startswith("without") or any(p in case.flips[n] for n in moving)]
        figure, (axes,) = style.panels(1, 1, 0.34 * len(claims) + 1.9)
        for row, name in enumerate(claims):
            for column, policy in enumerate(["as judged", *policies]):
                verdict = case.verdicts[name] if policy == "as judged" else case.grid[policy][name]
                _cell(axes, row, column, verdict, policy == "as judged" or policy in case.flips[name])
        axes.set_xticks(range(len(policies) + 1), ["as judged", *policies], rotation=40, ha="left", fontsize=8.5)
        axes.xaxis.tick_top()
        axes.set_yticks(range(len(claims)), [f"{n}  {case.claims[n].selector.exact[:16]}" for n in claims], fontsize=9)
        axes.set_xlim(-0.5, len(policies) + 0.5)
        axes.set_ylim(len(claims) - 0.5, -0.5)
        axes.tick_params(left=False, top=False)
        axes.spines[["left", "bottom"]].set_visible(False)
        note = (
            "S supported, C contradicted, X conflicting, U unsupported. Strong colours: the verdict as judged, and "
            "where another policy changes it. Claims that no policy changes and that are unsupported are left out."
        )
        return style.finish(figure, "Would another policy change the verdict?", note)


LETTERS = {
    Label.SUPPORTED: "S",
    Label.CONTRADICTED: "C",
    Label.CONFLICTING: "X",
    Label.UNSUPPORTED: "U",
    Label.UNCHECKED: "?",
}


def _cell(axes: Axes, row: int, column: int, verdict: Verdict, strong: bool) -> None:
    color = LOOKS[verdict.verdict].color
    axes.add_patch(Rectangle((column - 0.46, row - 0.42), 0.92, 0.84, color=color, alpha=0.9 if strong else 0.22, lw=0))
    axes.text(
        column,
        row,
        LETTERS[verdict.verdict],
        ha="center",
        va="center",
        fontsize=9,
        color="white" if strong and verdict.verdict is not Label.UNSUPPORTED else style.INK,
    )
