"""Verdicts by section of the article, on its numbers and on the statements they depend on."""

from collections import Counter
from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Patch

from claimbook.case.case import Case
from claimbook.judge.verdict import SUB_REASONS, Label, single
from claimbook.language.phrase import Spoken, Statement, listed, phrase
from claimbook.plot import style
from claimbook.plot.note import counted, note
from claimbook.report.looks import LOOKS
from claimbook.report.verdicts import counts

Tally = Mapping[str, Counter[str]]  # section -> kind -> claims
KINDS = [name for name in LOOKS if name != Label.UNSUPPORTED]  # it is drawn in its four kinds
NARROWEST = 0.15  # of the wider panel: the narrower one still has to hold its title
# Whether numbers are counted -> what is counted: one, several.
THINGS = {True: ("number", "numbers"), False: ("statement", "statements")}
# What is said of the largest group.
MOST = {
    Label.SUPPORTED: "Public sources confirm {n} of {total} {things}",
    Label.CONTRADICTED: "{n} of {total} {things} are contradicted",
    Label.CONFLICTING: "Public sources disagree on {n} of {total} {things}",
    Label.UNSUPPORTED: "No reliable public source confirms {n} of {total} {things}",
    Label.UNCHECKED: "Nobody has looked into {n} of {total} {things}",
}


def verdicts_by_section(case: Case) -> style.Told | None:
    """Draw the verdicts on the numbers, and beside them those on the statements, section by section."""
    tallies = {words: tally for numbers, words in THINGS.items() if (tally := _tally(case, numbers))}
    if not tallies:
        return None
    shown = [name for name in ("", *case.article.sections) if any(name in tally for tally in tallies.values())]
    with style.style():
        sizes = {words: max(map(Counter.total, tally.values())) for words, tally in tallies.items()}
        figure, grid = style.beside([max(size, NARROWEST * max(sizes.values())) for size in sizes.values()], len(shown))
        for axes, (words, tally) in zip(grid, tallies.items(), strict=True):
            _stack(axes, tally, shown)
            axes.set_title(_panel_title(tally, *words), loc="left", fontsize=10.5)
        grid[0].set_yticks(range(len(shown)), [_section(case, name) for name in shown])
        present = [kind for kind in KINDS if any(row[kind] for tally in tallies.values() for row in tally.values())]
        handles = [
            Patch(facecolor=LOOKS[k].color, hatch=LOOKS[k].hatch, edgecolor=_edge(k), label=_legend(k)) for k in present
        ]
        return style.finish(figure, _finding(case), _what_to_see(present, shown, len(tallies)), handles)


def _tally(case: Case, numbers: bool) -> dict[str, Counter[str]]:
    tally: dict[str, Counter[str]] = {}
    for found in case.findings.values():
        if found.claim.is_number == numbers:
            section = case.article.section(found.claim.selector.start)
            tally.setdefault(section, Counter())[single(found.verdict) or found.verdict.verdict] += 1
    return tally


def _finding(case: Case) -> Spoken:
    """Say what was found of most numbers, then of the others; of the statements where there is no number."""
    numbers = bool(counts(case)["claims"])
    found = counts(case, numbers)
    ordered = sorted((label for label in Label if found[label]), key=lambda label: -found[label])
    things = phrase(THINGS[numbers][found["claims"] > 1])
    first = phrase(MOST[ordered[0]], n=found[ordered[0]], total=found["claims"], things=things)
    rest = [counted(label, found[label]) for label in ordered[1:]]
    return phrase("{first}; {rest}", first=first, rest=listed(rest)) if rest else first


def _what_to_see(present: Sequence[str], shown: Sequence[str], panels: int) -> Spoken:
    return note(
        (len(shown) > 1, "One row for each section of the article."),
        "Each bar counts claims.",
        (panels > 1, "Statements are words that the numbers depend on."),
        (any(kind in SUB_REASONS for kind in present), "Grey is unsupported, and unsupported is not false."),
    )


def _panel_title(tally: Tally, one: str, several: str) -> str:
    number = sum(map(Counter.total, tally.values()))
    return str(phrase(f"1 {one}") if number == 1 else phrase(f"{{n}} {several}", n=number))


def _section(case: Case, name: str) -> str:
    if not case.article.sections:
        return str(phrase("the whole article"))
    english = dict(zip(case.article.sections, case.article.sections_en, strict=False))
    words = Statement(english.get(name, name), name) if name else phrase("before the first heading")
    return style.wrapped(words, 30)


def _legend(kind: str) -> str:
    why = SUB_REASONS.get(kind)
    return str(phrase("unsupported: {why}", why=phrase(why)) if why else phrase(kind))


def _edge(kind: str) -> str:
    """Return the colour of edge and hatch: white is not seen on what is nearly white."""
    return style.FAINT if kind in ("none found", Label.UNCHECKED) else "white"


def _stack(axes: Axes, tally: Tally, shown: Sequence[str]) -> None:
    for row, section in enumerate(shown):
        left = 0
        for kind in KINDS:
            number = tally[section][kind] if section in tally else 0
            if number:
                _part(axes, row, left, number, kind)
                left += number
    axes.tick_params(left=False, bottom=False, labelbottom=False)
    axes.spines[["left", "bottom"]].set_visible(False)


def _part(axes: Axes, row: int, left: int, number: int, kind: str) -> None:
    look = LOOKS[kind]
    axes.barh(row, number, 0.66, left=left, color=look.color, hatch=look.hatch, edgecolor=_edge(kind))
    axes.text(
        left + number / 2,
        row,
        str(number),
        ha="center",
        va="center",
        fontsize=10,
        color="white" if look.dark else style.INK,
        bbox={"boxstyle": "round,pad=0.25", "fc": look.color, "ec": "none"},
    )
