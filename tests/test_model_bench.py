"""The harness that scores a model: served the rules' own drafts, its figures are the rules' own."""

from argparse import Namespace

from benchmarks import propose
from benchmarks.drafts import labels


def made(language, count):
    """Score the rules' drafts of some labels, served as a model's replies."""
    part = [one for one in labels.read(propose.drafts.HERE / "opened.jsonl") if one["language"] == language]
    args = Namespace(server=None, model="", key_env="", plain=False)
    return propose._scored(args, part[:count])


def test_the_rules_own_drafts_through_the_harness_score_as_the_rules_do():
    """Cell by cell and word by word, in both languages, through questions, replies and their reading."""
    for language in ("zh", "en"):
        rows = dict(made(language, 24).rows())

        assert rows["rules"] == rows["as it answers"] and rows["rules"][0] > 5


def test_a_model_that_answers_nothing_has_nothing_right(monkeypatch):
    """The measure is the model's: an empty list drafts no claim."""
    monkeypatch.setattr(propose.Made, "answer", lambda self, body: '{"items": []}')
    rows = dict(made("en", 12).rows())

    assert rows["as it answers"] != rows["rules"] and "0.000" == rows["as it answers"][1]
