"""The pictures: a finding as the title, a key of what is drawn and of nothing else, no text on another."""

import io
import itertools
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from conftest import DATA
from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from claimbook import export, load_case, plot
from claimbook.judge.evidence import bearing
from claimbook.judge.verdict import Label
from claimbook.language.phrase import HAN
from claimbook.language.speaking import speaking
from claimbook.plot import note, series, style
from claimbook.plot.figures import _unsourced
from claimbook.plot.reading import _limit
from claimbook.plot.timeline import _line
from claimbook.quantity.quantity import Quantity
from claimbook.report import counts
from claimbook.report.looks import CLAIM, LOOKS

OF_PAGE = ("behind", "sketch", "strip")  # the page draws these
PICTURES = [getattr(plot, name) for name in plot.__all__ if name not in (*OF_PAGE, "statistics")]
ENDS = re.compile(rf"\n|(?<=[。；])|(?<=[a-z]\.)(?={HAN.pattern})")  # of sentences, also of one left in English
WORDS = re.compile(f"^(?!.*{HAN.pattern}).*[A-Za-z]")  # words, and none of them Chinese
named = pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.__name__)


def of(low, high, comparator="=", precision="rounded", unit="percent"):
    """Return a quantity."""
    return Quantity(Decimal(low), Decimal(high), unit, comparator, precision)


def banded(quantity):
    """Return the ends of the bands and the places of the lines that are drawn for a claim."""
    _, (axes,) = style.panels(1, 2)
    style.band(axes, quantity)
    bands = [(patch.get_x(), patch.get_x() + patch.get_width()) for patch in axes.patches]
    return bands, [line.get_xdata()[0] for line in axes.lines]


def words_of(figure):
    """Return what a picture says: its texts as they are drawn, each on one line, and its title and note by sentences."""
    drawn = [re.sub(r"\s+", " ", text.get_text()) for text in placed(figure).findobj(Text)]
    return {words.strip() for words in [*drawn, *ENDS.split(repr(figure))] if words.strip()}


def quoted(words, case):
    """Whether words are a claim's published ones with its id."""
    claim = case.claims.get(re.match(r"\w*", words)[0])
    exact = re.sub(r"^\w+:? +", "", words).rstrip("…")
    return bool(claim) and " ".join(claim.selector.exact.split()).startswith(exact)


def placed(figure):
    """Draw a picture, which puts everything in its place; a closed figure's own canvas draws nothing."""
    figure.savefig(io.BytesIO(), dpi=figure.dpi)
    return figure


def overlapping(figure, monkeypatch):
    """Return the pairs of texts that lie on one another as they are drawn; turned labels are parallel and keep apart."""
    drawn, draw = {}, Text.draw

    def seen(text, renderer, *rest):
        if text.get_visible() and text.get_text().strip():
            drawn[id(text)] = text, text.get_window_extent(renderer).padded(-1)
        draw(text, renderer, *rest)

    monkeypatch.setattr(Text, "draw", seen)
    placed(figure)
    return [
        (one.get_text(), other.get_text())
        for (one, a), (other, b) in itertools.combinations(drawn.values(), 2)
        if a.overlaps(b) and not (one.get_rotation() and other.get_rotation())
    ]


@named
def test_no_text_lies_on_another(picture, published, monkeypatch):
    """Titles, labels, key and note keep apart in every article."""
    drawn = picture(published)

    assert not drawn or not overlapping(drawn, monkeypatch)


@named
def test_a_picture_is_as_wide_as_a_notebook(picture, published):
    """Nothing is cut off, or so far outside that the whole is shown smaller."""
    drawn = picture(published)

    assert not drawn or placed(drawn).get_tightbbox().width <= style.WIDTH * 1.02


@pytest.mark.parametrize("picture", [*PICTURES, plot.statistics], ids=lambda picture: picture.__name__)
def test_a_picture_is_chinese_where_chinese_is_spoken(picture, published):
    """Each text and each sentence of the note, but for numbers and quotations."""
    with speaking("zh", published.book):
        drawn = picture(published)
    said = words_of(drawn) if drawn else set()

    assert [] == [words for words in said if WORDS.search(words) and not quoted(words, published)]


@named
def test_chinese_fits_as_english_does(picture, published, monkeypatch):
    """No text is on another, and nothing is cut off."""
    with speaking("zh", published.book):
        drawn = picture(published)

    assert not drawn or not overlapping(drawn, monkeypatch)
    assert not drawn or placed(drawn).get_tightbbox().width <= style.WIDTH * 1.02


def test_a_picture_stays_in_the_language_it_was_made_in(case):
    """The numbers of its axes are written when it is shown, which may be after another language is spoken."""
    with speaking("zh", case.book):
        drawn = plot.claims_against_figures(case)

    assert "2万" in words_of(drawn) and "20k" not in words_of(drawn)


def test_a_section_has_the_articles_own_name_in_its_language(case):
    """In Chinese as the article prints it, in English as it was translated."""

    def rows():
        return [label.get_text() for label in plot.verdicts_by_section(case).axes[0].get_yticklabels()]

    with speaking("zh", case.book):
        chinese = rows()

    assert "八、产品生命周期管理" == chinese[-1]
    assert "8 Product life cycle" == rows()[-1]


@pytest.mark.parametrize("words", ["一二，三四", "一“二”三四（五）六", "共有ABC三四五"])
def test_no_line_begins_with_a_mark_that_closes(words):
    """Nor ends with one that opens; and a break may be on either side of a wide character."""
    lines = style.wrapped(words, 4).split("\n")

    assert words == "".join(lines) and 2 < len(lines)
    assert not [line for line in lines if line[0] in style.CLOSING or line[-1] in style.OPENING]


@named
def test_a_picture_with_nothing_to_show_shows_nothing(picture, bus):
    """It is None, for which a notebook prints nothing."""
    empty = replace(load_case(bus), claims={}, evidence=(), checks=())

    assert picture(empty) is None


def test_a_file_of_nothing_is_not_written(bus):
    """An article without claims has no picture beside it."""
    assert export.write_picture(replace(load_case(bus), claims={}, evidence=(), checks=())) is None
    assert not (bus / "verdicts.png").exists()


@named
def test_a_picture_is_told_where_it_is_not_seen(picture, case):
    """As text it is its title and its note, not the class and the size."""
    told = repr(picture(case))

    assert "Figure size" not in told
    assert "\n" in told


@named
def test_a_title_is_computed(picture, published, case):
    """The title of one article stands over no other's picture."""
    other = picture(published)

    same = other and repr(other).splitlines()[0] == repr(picture(case)).splitlines()[0]
    assert not same or published.article.id == case.article.id


def test_the_title_counts_the_verdicts(published):
    """The largest group opens it, and every other is counted after it."""
    title = repr(plot.verdicts_by_section(published)).splitlines()[0]
    found = counts(published)
    sizes = sorted((found[label] for label in Label if found[label]), reverse=True)

    assert f"{sizes[0]} of {found['claims']} numbers" in title
    assert all(str(size) in title.partition(";")[2] for size in sizes[1:])
    assert "false" not in title


def test_statements_are_drawn_beside_the_numbers(case):
    """Both panels count all their claims."""
    drawn = plot.verdicts_by_section(case)
    number, words = counts(case), counts(case, numbers=False)

    assert [f"{number['claims']} numbers", f"{words['claims']} statements"] == [
        axes.get_title(loc="left") for axes in drawn.axes
    ]
    assert [number["claims"], words["claims"]] == [
        sum(patch.get_width() for patch in axes.patches) for axes in drawn.axes
    ]


def test_the_key_has_what_is_drawn_and_nothing_else(published):
    """Each look in the key is that of a bar, and each bar's is in the key."""
    drawn = plot.verdicts_by_section(published)
    bars = {(to_hex(bar.get_facecolor()), bar.get_hatch() or "") for axes in drawn.axes for bar in axes.patches}
    key = {(to_hex(patch.get_facecolor()), patch.get_hatch() or "") for patch in drawn.legends[0].get_patches()}

    assert bars == key


@named
def test_a_note_names_no_mark_that_is_not_drawn(picture, published):
    """Diamond, circle and cross are explained only where one of them is drawn."""
    drawn = picture(published)
    tiers = {item.figure.source.tier for item in published.evidence}
    words = repr(drawn).splitlines()[1] if drawn else ""

    assert not [said for tier, said in note.MARKS.items() if said in words and tier not in tiers]


def test_a_mark_is_explained_where_it_has_a_lane(published):
    """The diamond of a primary author is in the note if, and only if, a panel has a lane for one."""
    drawn = plot.claims_against_figures(published)
    lanes = {label.get_text() for axes in drawn.axes for label in axes.get_yticklabels()}

    assert ("primary" in lanes) == ("Diamond" in repr(drawn))


def test_a_range_has_no_line_in_its_middle():
    """A band has its two edges; one exact value is a line; nothing is drawn between two readings."""
    assert ([(29.5, 45.5)], [29.5, 45.5]) == banded(of(30, 45))
    assert ([(30, 45)], [30, 45]) == banded(of(30, 45, precision="exact"))
    assert ([], [50]) == banded(of(50, 50, ">=", "exact"))
    assert ([], [2, 3]) == banded(of(2, 3, precision="readings"))


def test_about_a_number_is_as_wide_as_it_is_judged():
    """A figure that agrees with “about 500” is inside the band."""
    assert [(450, 550)] == banded(of(500, 500, "~", "exact"))[0]


def test_a_printed_range_has_marks_at_its_ends(case):
    """Where a page prints a range, no mark is drawn in its middle."""
    drawn = plot.scatter(case)
    printed = {
        float(end)
        for item in case.evidence
        if (quantity := item.figure.quantity)
        for end in (quantity.low, quantity.high)
    }

    assert {float(x) for axes in drawn.axes for marks in axes.collections for x in marks.get_offsets()[:, 0]} <= printed


def test_supported_has_one_colour(case):
    """A cell or a bar of a verdict has that verdict's own colour, nowhere a paler one."""
    cells = [patch for axes in plot.sensitivity(case).axes for patch in axes.patches if isinstance(patch, Rectangle)]

    assert {LOOKS[label].color.lower() for label in Label} >= {to_hex(cell.get_facecolor()) for cell in cells}
    assert {1} == {cell.get_facecolor()[3] for cell in cells}
    assert LOOKS[Label.SUPPORTED].color.lower() in {to_hex(cell.get_facecolor()) for cell in cells}


def test_what_is_no_verdict_is_not_in_the_colour_of_one():
    """Figures, definitions and other pages are not drawn as if they were supported."""
    assert not {style.OURS, style.OTHERS, CLAIM} & {LOOKS[Label.SUPPORTED].color, LOOKS[Label.UNSUPPORTED].color}


def test_the_metric_with_most_definitions_comes_first(case):
    """Market share, for which nine definitions were tried, opens the picture."""
    drawn = plot.readings(case)

    assert "market share" in drawn.axes[0].get_title(loc="left")
    assert repr(drawn).startswith("8 of 10 definitions tried would exclude")


def test_a_limit_reads_the_same_from_either_side(case):
    """“claim <= 5%” and “5% >= claim” both say at most."""
    found = case.findings["c47"]
    outcome = next(one for one in found.facts.concluding if one.check.op == "<=")
    turned = replace(outcome, check=replace(outcome.check, left=outcome.check.right, op=">=", right="c47"))

    assert "at most " == _limit(found.claim, outcome) == _limit(found.claim, turned)


def test_other_pages_are_told_by_their_ends(case):
    """The title gives the lowest and the highest number on other pages, and the article's."""
    printed = [mark.item.figure.quantity for mark in _unsourced(case.findings["c13"])]
    ends = f"{min(one.low for one in printed):f}% to {max(one.high for one in printed):f}%"

    assert repr(plot.scatter(case)).startswith(f"Other pages print {ends} where the article says 18%")


@pytest.fixture(scope="module")
def housing():
    """The article on house prices in seventy cities."""
    return load_case(DATA / "articles" / "housing70")


def test_the_record_names_a_figure_that_decides(housing):
    """The title quotes a figure that decides a claim, and what the article says."""
    title = repr(plot.timelines(housing)).splitlines()[0]

    assert "9.56 million in 2022" in title
    assert "the article says less than 10 million" in title


def test_an_exclusion_comes_before_an_agreement(housing):
    """Where the record holds both, the figure that excludes is named, in whichever order they are."""
    record = next(one for one in series.series_of(housing, 4) if not all(bar.near for bar in one.bars))
    fits = next(item for item in record.items if bearing(item) == "agrees")
    more = replace(fits.claim.quantity, low=Decimal(77_000_000), high=Decimal(77_000_000), comparator="=")
    differs = replace(fits, figure=replace(fits.figure, quantity=more))

    assert "excludes" == bearing(differs)
    for items in ([fits, differs], [differs, fits]):
        assert "77 million" in series.finding([replace(record, items=items)])


def test_a_label_stands_above_the_bar_in_its_way(case):
    """The label of the lower of two claims is not written on the higher one."""
    record = next(one for one in series.series_of(case, 4) if len(one.bars) == 2)
    heights = [200000, 222000]
    bars = [
        replace(bar, claim=record.bars[0].claim, quantity=of(height, height, precision="exact", unit=record.unit))
        for bar, height in zip(record.bars, heights, strict=True)
    ]
    with style.style():
        figure, (axes,) = style.panels(1, 2.8)
        _line(axes, replace(record, bars=bars))
        placed(figure)
    boxes = [text.get_window_extent().transformed(axes.transData.inverted()) for text in axes.texts]

    assert 2 == len(boxes)
    assert not [box for box in boxes for height in heights if box.y0 < height < box.y1]


def test_a_record_that_decides_nothing_says_so(case):
    """Without a deciding figure no number is set beside the claim."""
    near = [one for one in series.series_of(case, 4) if all(bar.near for bar in one.bars)]

    assert series.finding(near).endswith("none of them decides")
    assert "decides nothing" in series.finding(near[:1])


def test_two_dollar_signs_are_no_formula():
    """Words of an article are drawn as they are printed."""
    with style.style():
        figure, (axes,) = style.panels(1, 2)
        axes.set_title(r"from $5_{ to $\frac")
        placed(figure)


def test_a_picture_is_text_after_its_settings_are_gone():
    """Ticks and titles that are made when it is shown are no formula either, and a font is never asked for TeX."""
    with style.style():
        figure, (axes,) = style.panels(1, 2)
    axes.set_title(r"from $5_{ to $\frac")
    axes.set_xticks(range(30), [r"$\href{x}{y}$"] * 30)
    figure.savefig(io.BytesIO(), bbox_inches="tight")


def test_characters_that_reorder_are_shown_by_name():
    """Text from a page cannot turn round the words of a title."""
    assert "[U+202E]" in style.wrapped("90\u202e%", 40)
    assert "[U+202E]" in style.clipped("90\u202e%", 40)


@pytest.mark.parametrize("words", ["数百项指标与资质筛选机制", "share of households that own two homes"])
def test_no_line_is_wider_than_asked(words):
    """A wide character counts twice, and nothing is lost."""
    lines = style.wrapped(words, 12).split("\n")

    assert "".join(words.split()) == "".join("".join(lines).split())
    assert all(style._wide(line) <= 12 for line in lines)


def test_an_article_without_headings_is_named_as_a_whole(published):
    """No row is “before the first heading” of an article that has none."""
    rows = [label.get_text() for label in plot.verdicts_by_section(published).axes[0].get_yticklabels()]

    assert published.article.sections or rows == ["the whole article"]
