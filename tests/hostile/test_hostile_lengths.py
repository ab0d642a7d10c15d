"""What is read of one number does not grow with how many others there are; counted in steps, as a clock would not be fair."""

import pytest

from claimbook.draft.english import clauses, tagger
from claimbook.draft.roles import role
from claimbook.find import choose, query
from claimbook.find.around import said_against
from claimbook.find.passage import Passage, numbers_of
from claimbook.find.said import Said
from claimbook.language import sentences
from claimbook.language.speaking import speaking
from claimbook.mention import mentions
from claimbook.propose import article

MANY = 2_000


class Counted(str):
    """A text that knows how many of its characters were cut out of it."""

    cut = 0

    def __getitem__(self, place):
        part = super().__getitem__(place)
        Counted.cut += len(part)
        return part


class Row(dict):
    """A row that knows how often its kind was looked into."""

    looks = 0

    def __getitem__(self, name):
        Row.looks += 1
        return super().__getitem__(name)


@pytest.fixture
def counted(monkeypatch):
    """Return a function that has the calls of a function of a module counted, in a list."""

    def count(module, name):
        calls, real = [], getattr(module, name)
        monkeypatch.setattr(module, name, lambda *args: (calls.append(args), real(*args))[1])
        return calls

    return count


def test_the_role_of_a_number_is_read_near_it():
    """A line of a hundred thousand characters is not cut out for each of its numbers."""
    text = Counted("Sales 5 " + "x" * 100_000)
    (one,) = mentions(str(text))
    Counted.cut = 0
    role(text, one)

    assert 0 < Counted.cut < 2_000


def test_a_long_sentence_is_read_once_for_all_its_numbers(counted):
    """The parts of a sentence are not tagged again for each number, nor to their end."""
    text = "from 20 to 30 and from 30 to 20, " * 50
    tagged = counted(clauses, "words_of")
    for one in mentions(text):
        clauses.clause(text, 0, len(text), one.start)

    assert 0 < len(tagged) < 250
    assert all(len(part) <= clauses.FAR for part, _ in tagged)


def test_the_classes_of_words_are_joined_once():
    """No set is made anew for each word."""
    made = [name for name in ("_class", "_held", "_by_ending") if any(isinstance(one, frozenset) for one in getattr(tagger, name).__code__.co_consts)]  # fmt: skip

    assert not made
    assert tagger.OBJECTS < tagger.OBJECT < tagger.AFTER_VERB


def test_a_proposal_looks_at_each_row_a_few_times(bus):
    """The rows of mentions.csv are not gone through for each number."""
    text = "5% " * MANY
    (bus / "article.txt").write_text(text, encoding="utf-8")
    blank = dict.fromkeys(("role", "of", "note", "exact", "prefix", "suffix"), "")
    rows = [Row(blank, mention=f"m{at}", start=str(3 * at), end=str(3 * at + 2)) for at in range(MANY)]
    Row.looks = 0
    article.proposed(bus, {"mentions": rows, "claims": [], "checks": []})

    assert MANY < Row.looks < 10 * MANY


def test_a_claim_that_is_not_looked_for_is_not_read_for_its_numbers(case, counted):
    """Of thousands of claims, the numbers of one statement are found for the one that is looked for."""
    read = counted(query, "numbers_of")
    found = query.queries(case.claims, case.book)

    assert len(found) == len(case.claims) and not read
    assert any(one.figures for one in found.values()) and read


def said(text):
    """Return the numbers of a text as those of one sentence of a passage."""
    passage = Passage("a.txt", "", text, numbers_of(text))
    return passage, [Said(one, (0, len(text))) for one in passage.numbers]


def test_a_list_of_numbers_says_what_it_is_set_against_at_its_first():
    """Numbers that are joined by nothing but commas are gone back over without an end to their number."""
    passage, every = said("Sales rose year on year by " + "5%, " * MANY)

    assert "year" == said_against(passage, every[-1])


@pytest.mark.parametrize(("many", "asked"), [(choose.MANY, True), (choose.MANY + 1, False)])
def test_a_long_list_is_not_compared_by_meaning(case, counted, many, asked):
    """Each number would take some 20 ms, and has no words of its own."""
    compared = counted(choose, "_vector")
    passage, every = said("5% " * many)
    claim = next(one for one in case.claims.values() if one.quantity)
    meant = list(choose._meant(claim, passage, every))

    assert (many == len(meant)) and bool(compared) == asked
    assert asked or not any(meant)


def test_a_sentence_that_repeats_what_was_typed_is_looked_through_once():
    """What is known of a sentence is found with no more steps than it has letters, whatever fills its places."""
    steps = [0]

    class Searched(str):
        def find(self, part, start=0, end=None):
            place = super().find(part, start, end)
            steps[0] += (len(self) if place < 0 else place) - start + 1
            return place

    words = Searched("a: b; " * 4_000)
    for parts, _, _ in sentences.templates():
        before = steps[0]
        sentences._filled(words, parts)
        assert steps[0] - before <= 2 * len(words)


def test_a_long_sentence_in_chinese_is_said_at_once():
    """A cell of 100,000 signs in a message stays as it is."""
    cell = "a: b; " * 16_000
    with speaking("zh"):
        said = sentences.translated(f"{cell}: is not a regular file; save what it holds as a file and give that")

    assert cell in said and said.endswith("不是普通文件；请把内容存成文件后再给出")
