"""Verdicts by section, and whether another policy would change them."""

from collections.abc import Mapping

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Patch, Rectangle

from claimbook.case.case import Case
from claimbook.judge.verdict import SUB_REASONS, Verdict, single
from claimbook.plot import style


def verdicts_by_section(case: Case) -> Figure:
    """Draw the verdicts on the numeric claims, section by section."""
    with style.style():
        sections = ["", *case.article.sections]
        kinds = [name for name in style.LOOKS if name != "unsupported"]
        tally = {section: dict.fromkeys(kinds, 0) for section in sections}
        for claim in (c for c in case.claims.values() if c.is_number):
            verdict = case.verdicts[claim.id]
            tally[case.article.section(claim.selector.start)][single(verdict) or verdict.verdict] += 1
        shown = [section for section in sections if sum(tally[section].values())]
        figure, (axes,) = style.panels(1, 1, 0.5 * len(shown) + 1.3)
        _stack(axes, tally, shown, kinds)
        present = [kind for kind in kinds if any(tally[s][kind] for s in shown)]
        figure.legend(
            handles=[
                Patch(
                    facecolor=style.LOOKS[k][0],
                    hatch=style.LOOKS[k][1],
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
        total = sum(c.is_number for c in case.claims.values())
        return style.finish(figure, f"Verdicts on the {total} numeric claims, by section of the article")


def _legend(kind: str) -> str:
    return f"unsupported: {SUB_REASONS[kind]}" if kind in SUB_REASONS else kind


def _stack(axes: Axes, tally: Mapping[str, Mapping[str, int]], shown: list[str], kinds: list[str]) -> None:
    left = dict.fromkeys(shown, 0)
    for kind in kinds:
        color, hatch = style.LOOKS[kind]
        for row, section in enumerate(shown):
            number = tally[section][kind]
            if number:
                axes.barh(row, number, left=left[section], color=color, hatch=hatch, edgecolor="white", height=0.66)
                dark = kind in ("contradicted", "supported", "undefined metric", "private data")
                axes.text(
                    left[section] + number / 2,
                    row,
                    str(number),
                    ha="center",
                    va="center",
                    fontsize=10,
                    color="white" if dark else style.INK,
                    bbox={"boxstyle": "round,pad=0.25", "fc": color, "ec": "none"},
                )
                left[section] += number
    axes.set_yticks(range(len(shown)), [section or "before the first heading" for section in shown])
    axes.invert_yaxis()
    axes.tick_params(left=False, bottom=False, labelbottom=False)
    axes.spines[["left", "bottom"]].set_visible(False)


def sensitivity(case: Case) -> Figure:
    """Draw which verdicts change under which other policy."""
    with style.style():
        moving = [name for name, changes in case.flips.items() if changes]
        firm = [n for n, v in case.verdicts.items() if v.verdict != "unsupported" and n not in moving]
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


LETTERS = {"supported": "S", "contradicted": "C", "conflicting": "X", "unsupported": "U", "unchecked": "?"}


def _cell(axes: Axes, row: int, column: int, verdict: Verdict, strong: bool) -> None:
    color = style.LOOKS[verdict.verdict][0]
    axes.add_patch(Rectangle((column - 0.46, row - 0.42), 0.92, 0.84, color=color, alpha=0.9 if strong else 0.22, lw=0))
    axes.text(
        column,
        row,
        LETTERS[verdict.verdict],
        ha="center",
        va="center",
        fontsize=9,
        color="white" if strong and verdict.verdict != "unsupported" else style.INK,
    )
