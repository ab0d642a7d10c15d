"""The words are true: README, codebook and help say what the code and the data say."""

import doctest
import re
from pathlib import Path

import pytest

from claimbook.cli import main
from claimbook.judge.rules import SENTENCES
from claimbook.quantity import quantity, unit
from claimbook.tables.vocabulary import Checkability, Relation, Tier
from docs import blocks
from tests.test_architecture import ROOMS

HOME = Path(__file__).parent.parent
README = (HOME / "README.md").read_text(encoding="utf-8")
CODEBOOK = (HOME / "data" / "README.md").read_text(encoding="utf-8")


def test_every_generated_block_is_up_to_date(case):
    """What the documents quote is what the code and the data say today; `make docs` writes it."""
    stale = [
        (path.name, name)
        for path, parts in blocks.blocks(case).items()
        for name, block in parts.items()
        if (text := path.read_text(encoding="utf-8")) != blocks.written(text, name, block)
    ]

    assert [] == stale, "run make docs"


def test_every_copy_is_up_to_date():
    """The example and the codebook of this workspace are made from what they copy; `make docs` writes them."""
    assert [] == [path.name for path, text in blocks.copies().items() if path.read_text("utf-8") != text], (
        "run make docs"
    )


PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "docs/architecture.md",
    "docs/survey.md",
    "docs/model.md",
    *(f"docs/rules/{name}.md" for name in ("README", *SENTENCES)),
    "data/README.md",
    "data/articles/README.md",
    "benchmarks/README.md",
)


@pytest.mark.parametrize("page", PAGES)
def test_every_link_between_documents_leads_somewhere(page):
    """No link of a document leads to a file that is not there."""
    text = (HOME / page).read_text(encoding="utf-8")
    links = set(re.findall(r"\]\((?!http)([^)#]+)\)", text))

    assert [] == [link for link in links if not ((HOME / page).parent / link).exists()]


def test_the_architecture_page_lists_the_folders_in_order():
    """The table of folders is the package's own, from the lowest to the highest."""
    text = (HOME / "docs" / "architecture.md").read_text(encoding="utf-8")

    assert [room for room in ROOMS if room != "__main__"] == re.findall(r"^\| `(\w+)` \|", text, re.M)


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


@pytest.mark.parametrize(
    "words",
    [quantity.VAGUE, unit.UNITS, quantity.TOLERANCES, Relation, Tier, Checkability],
    ids=["vague", "units", "tolerances", "relations", "tiers", "checkability"],
)
def test_the_codebook_explains_its_words(words):
    """Every fixed word stands in the codebook."""
    assert not [word for word in words if word and f"`{word}`" not in CODEBOOK]


def test_the_readme_is_short():
    """Two screens, not more."""
    assert len(README.splitlines()) <= 130
