"""The words are true: README, codebook and help say what the code and the data say."""

import doctest
import re
from pathlib import Path

import pytest

from benchmarks import summary
from claimbook import report
from claimbook.cli import main
from claimbook.quantity import quantity, unit
from claimbook.tables import schema

HOME = Path(__file__).parent.parent
README = (HOME / "README.md").read_text(encoding="utf-8")
CODEBOOK = (HOME / "data" / "README.md").read_text(encoding="utf-8")


def test_the_readme_tells_the_result(case):
    """The five lines of the result are the headline computed today."""
    told = README.split("<!-- result -->")[1].strip().splitlines()

    assert [f"- {line}" for line in report.headline(case)] == told


def test_the_readme_tells_what_is_contradicted(case):
    """Each contradicted claim stands in the README, in the words of the data."""
    told = README.split("<!-- contradicted -->")[1].strip().splitlines()

    assert [f"- {line}" for line in report.contradicted_lines(case)] == told


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!http)([^)#]+)\)", README))))
def test_every_path_in_the_readme_exists(target):
    """No link of the README leads nowhere."""
    assert (HOME / target).exists()


def test_the_readme_quotes_the_benchmark():
    """The table of the extractor and its peers is made from the results that the benchmark wrote."""
    told = README.split("<!-- benchmark -->")[1].strip()

    assert summary.summary(summary.RESULTS.read_text(encoding="utf-8")) == told


def test_the_examples_of_the_readme_run():
    """What the README shows at the prompt is what comes out."""
    failed, tried = doctest.testfile(str(HOME / "README.md"), module_relative=False, encoding="utf-8")

    assert (0, True) == (failed, tried > 1)


def test_every_command_in_the_readme_exists(capsys):
    """Every claimbook command that the README names has help, and every make target a rule."""
    makefile = (HOME / "Makefile").read_text(encoding="utf-8")
    for command in set(re.findall(r"^claimbook (\w+)", README, re.M)):
        with pytest.raises(SystemExit) as ended:
            main([command, "--help"])
        assert 0 == ended.value.code
    for target in set(re.findall(r"`make ([a-z]+)`", README)):
        assert re.search(rf"^{target}:", makefile, re.M), target


def test_every_command_is_in_the_readme(capsys):
    """An undocumented command is impossible."""
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.M)

    assert commands
    assert not [command for command in commands if f"claimbook {command}" not in README]


def test_the_codebook_is_generated():
    """The column tables of the codebook are what the schemas say."""
    assert schema.codebook().strip() == CODEBOOK.split("<!-- tables -->")[1].strip()


@pytest.mark.parametrize(
    "words",
    [quantity.VAGUE, unit.UNITS, quantity.TOLERANCES, schema.RELATIONS, schema.TIERS, schema.CHECKABILITY],
    ids=["vague", "units", "tolerances", "relations", "tiers", "checkability"],
)
def test_the_codebook_explains_its_words(words):
    """Every fixed word stands in the codebook."""
    assert not [word for word in words if word and f"`{word}`" not in CODEBOOK]


def test_the_readme_is_short():
    """Two screens, not more."""
    assert len(README.splitlines()) <= 130
