"""The scorer of real pages leaves out what a fair labeller might, and nothing else."""

from benchmarks import pages

WORDS = "8x8 sold 5 of 7 at 9%"


def _one(exact, **more):
    start = WORDS.index(exact)
    return {"exact": exact, "start": start, "end": start + len(exact), **more}


def test_doubted_labels_leave_with_what_was_found_there():
    """Without doubtful, neither the label nor what was found on it counts."""
    text = {"text": WORDS, "mentions": [_one("8x8", doubtful="a name"), _one("9%")]}
    labels, found = pages.fair(text, [_one("x8"), _one("9%"), _one("5")], doubted=False)
    assert [one["exact"] for one in labels] == ["9%"]
    assert [one["exact"] for one in found] == ["9%", "5"]


def test_doubted_labels_count_where_all_do():
    """With all labels, a doubtful one is a label like others."""
    text = {"text": WORDS, "mentions": [_one("8x8", doubtful="a name")]}
    assert pages.fair(text, [_one("x8")], doubted=True) == ([_one("8x8", doubtful="a name")], [_one("x8")])


def test_optional_spans_leave_both_sides():
    """An optional span is neither missed nor found in excess, in whatever way it is written."""
    for optional in ([_one("5")], [[_one("5")["start"], _one("5")["end"]]], ["5"]):
        text = {"text": WORDS, "mentions": [_one("9%")], "optional": optional}
        assert pages.fair(text, [_one("5"), _one("9%")], doubted=True)[1] == [_one("9%")]
    text = {"text": WORDS, "mentions": [_one("5", optional=True), _one("9%")]}
    assert pages.fair(text, [_one("5"), _one("9%")], doubted=True) == ([_one("9%")], [_one("9%")])


def test_what_meets_a_label_stays_beside_an_optional_span():
    """What was found across a label and an optional span still counts for the label."""
    text = {"text": WORDS, "mentions": [_one("5")], "optional": [_one("7")]}
    assert pages.fair(text, [_one("5 of 7")], doubted=True)[1] == [_one("5 of 7")]


def test_committed_labels_are_where_they_say():
    """Every label of the committed sentences is the text at its place, and each sentence gives its address."""
    rows = [row for half in pages.HALVES for row in pages.rows(half)]
    assert all(row["text"][one["start"] : one["end"]] == one["exact"] for row in rows for one in row["mentions"])
    assert all(row["source"].startswith("http") for row in rows)
