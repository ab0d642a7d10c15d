"""The extractor against hand-labelled texts, written for this purpose (tests/labelled, scored as in benchmarks/score.py).

The texts marked ``dev`` may be looked at and tuned on; a change is judged on them. Those marked ``sealed`` were scored once,
after the extractor was done.
"""

import pytest

from benchmarks import score
from claimbook.mention import mentions

LEAST = {"exact": 0.98, "overlap": 0.99, "value": 0.98, "unit": 0.98, "comparator": 0.98}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("split", ["dev", "sealed"])
def test_labels_stand_where_they_say(language, split):
    """Every label's offsets slice to its words, in order, and every value has its ends in order."""
    texts = score.texts(language, split)

    assert texts
    for text in texts:
        assert all(text["text"][m["start"] : m["end"]] == m["exact"] for m in text["mentions"])
        assert all(
            one["end"] <= other["start"] for one, other in zip(text["mentions"], text["mentions"][1:], strict=False)
        )
        assert all(bool(m["low"]) == bool(m["high"]) for m in text["mentions"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_labelled_texts_are_read(language):
    """On the texts that may be tuned on, spans, values, units and comparators reach what is asked of them."""
    texts = score.texts(language, "dev")
    labels = [text["mentions"] for text in texts]
    reached = score.score(labels, [[mention.as_dict() for mention in mentions(text["text"])] for text in texts])

    assert {} == {name: (reached[name], least) for name, least in LEAST.items() if reached[name] < least}


def test_a_fault_lowers_the_score():
    """A wrong span, value, unit or comparator, a missed mention and one too many each cost what they should."""
    label = {"start": 0, "end": 2, "low": "5", "high": "5", "unit": "percent", "comparator": "=", "kind": "share"}
    right = score.score([[label]], [[label]])
    worse = {
        "exact": score.score([[label]], [[label | {"end": 1}]]), "overlap": score.score([[label]], [[]]),
        "value": score.score([[label]], [[label | {"high": "6"}]]), "unit": score.score([[label]], [[label | {"unit": "count"}]]),
        "comparator": score.score([[label]], [[label | {"comparator": ">"}]]),
    }  # fmt: skip

    assert {name: 1.0 for name in worse} == {name: right[name] for name in worse}
    assert {name: 0.0 for name in worse} == {name: reached[name] for name, reached in worse.items()}
    assert 0.5 == score.score([[label]], [[label, label | {"start": 5, "end": 6}]])["overlap_precision"]


def test_figures_of_real_pages_read_back(case):
    """Most figures read back from the string as printed on a public page; the rest are recorded in another unit or in part.

    A person recorded the ends, sometimes of one end of a range, in seconds for minutes, or with the scale of a table's header.
    """
    figures = [figure for figure in case.figures.values() if figure.quantity]
    read = [figure for figure in figures if any(_says(one, figure.quantity) for one in mentions(figure.as_printed))]

    assert len(figures) > 500
    assert len(read) > 0.92 * len(figures)


def _says(mention, quantity):
    return (mention.low, mention.high) == (quantity.low, quantity.high)
