"""The published notebooks: executed top to bottom, small, and true today."""

import ast
import re
from pathlib import Path

import nbformat
import pytest

from claimbook.notebook import article_of, executed

FOLDER = Path(__file__).parent.parent / "notebooks"
BOOKS = sorted(FOLDER.glob("*.ipynb"))


def code(book):
    """Return the code cells of a notebook."""
    return [cell for cell in book.cells if cell.cell_type == "code"]


def texts(book):
    """Return the text outputs of a notebook; images are left out."""
    return [{kind: content for kind, content in output.get("data", {}).items() if kind.startswith("text/")}
            for cell in code(book) for output in cell.outputs]


@pytest.fixture(params=BOOKS, ids=lambda path: path.stem)
def path(request):
    """Each published notebook."""
    return request.param


def test_there_are_five_in_reading_order():
    """The answer comes first, the method after."""
    assert ["1-verdicts", "2-claims", "3-evidence", "4-arithmetic", "5-origins"] == [path.stem for path in BOOKS]


def test_executed_top_to_bottom_without_error(path):
    """Execution counts are 1..n, every cell shows something, and no output is an error or a warning."""
    cells = code(nbformat.read(path, as_version=4))
    outputs = [output for cell in cells for output in cell.outputs]

    assert [*range(1, len(cells) + 1)] == [cell.execution_count for cell in cells]
    assert all(cell.outputs for cell in cells)
    assert {"execute_result"} == {output.output_type for output in outputs}


def test_a_cell_is_a_call(path):
    """No cell defines, loops, imports warnings or names a path; the median cell has at most 3 lines, none over 10."""
    sources = [cell.source for cell in code(nbformat.read(path, as_version=4))]
    nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
    lengths = sorted(len(source.splitlines()) for source in sources)

    assert not [node for node in nodes if isinstance(node, ast.FunctionDef | ast.For | ast.While | ast.ListComp)]
    assert not [source for source in sources if "warnings" in source or re.search(r"[\"'][^\"']*/[^\"']*[\"']", source)]
    assert lengths[len(lengths) // 2] <= 3
    assert lengths[-1] <= 10


def test_the_first_cell_chooses_the_case(path):
    """Nothing else in a notebook names the article or a number of it."""
    book = nbformat.read(path, as_version=4)
    prose = " ".join(cell.source for cell in book.cells if cell.cell_type == "markdown")

    assert "weilidai" == article_of(path)
    assert not re.findall(r"(?<![\w-])\d+(?![\w-])|微|Weilidai|WeBank", prose)


def test_a_fresh_run_gives_the_same_text(path):
    """Executed again, every text and table is the one that is published."""
    assert texts(nbformat.read(path, as_version=4)) == texts(executed(path))


def test_runs_unchanged_on_another_article(path, bus, monkeypatch):
    """With another id in the first cell, the notebook runs on an article it has never seen."""
    monkeypatch.chdir(bus.parent.parent.parent)
    target = bus.parent.parent.parent / path.name
    target.write_bytes(path.read_bytes())
    outputs = [output for cell in code(executed(target, "bus")) for output in cell.outputs]

    assert outputs
    assert "error" not in {output.output_type for output in outputs}
