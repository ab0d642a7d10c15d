"""The published notebooks: executed top to bottom, small, and true today; and the one to work in."""

import ast
import json
import re
from pathlib import Path

import nbformat
import pytest
from IPython.core.inputtransformer2 import TransformerManager

from claimbook import report
from claimbook.cli import main
from claimbook.jupyter.run import article_of, executed, run_all
from claimbook.page.notebooks import write_notebooks

FOLDER = Path(__file__).parent.parent / "notebooks"
BOOKS = sorted(FOLDER.glob("[0-9]*.ipynb"))
TEMPLATE = FOLDER.parent / "claimbook" / "workspace" / "template" / "notebooks"
OWN = TEMPLATE / "check-your-own.ipynb"


def code(book):
    """Return the code cells of a notebook."""
    return [cell for cell in book.cells if cell.cell_type == "code"]


def texts(book):
    """Return the text outputs of a notebook; images are left out."""
    return [
        {kind: content for kind, content in output.get("data", {}).items() if kind.startswith("text/")}
        for cell in code(book)
        for output in cell.outputs
    ]


@pytest.fixture(params=BOOKS, ids=lambda path: path.stem)
def path(request):
    """Each published notebook."""
    return request.param


def test_there_are_five_in_reading_order():
    """The answer comes first, the method after."""
    assert ["1-verdicts", "2-claims", "3-evidence", "4-arithmetic", "5-origins"] == [path.stem for path in BOOKS]


def test_executed_top_to_bottom_without_error(path):
    """Execution counts are 1..n, every cell but the parameters shows something, and no output is an error or a warning."""
    cells = code(nbformat.read(path, as_version=4))
    outputs = [output for cell in cells for output in cell.outputs]

    assert [*range(1, len(cells) + 1)] == [cell.execution_count for cell in cells]
    assert all(cell.outputs for cell in cells[1:])
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


def test_no_output_is_large(path):
    """A notebook that a browser must load holds no output over 400 kB."""
    outputs = [output for cell in code(nbformat.read(path, as_version=4)) for output in cell.outputs]

    assert max(len(json.dumps(output, ensure_ascii=False).encode()) for output in outputs) < 400_000


def test_a_heading_has_words_of_its_own(path):
    """A section that may have nothing to show brings its heading itself; what is typed has text below it."""
    cells = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "markdown"]

    assert not [source for source in cells if re.search(r"(?m)^## .*\Z", source.strip())]


def test_nothing_typed_is_about_one_article(path, published):
    """What is typed is true for any article: it names no subject and no metric of one."""
    cells = nbformat.read(path, as_version=4).cells
    prose = " ".join(cell.source for cell in cells if cell.cell_type == "markdown").lower()
    words = {word.lower() for claim in published.claims.values() for word in (claim.subject, claim.metric) if word}

    assert words
    assert not [word for word in words if re.search(rf"\b{re.escape(word)}\b", prose)]


def test_the_first_notebook_is_six_screens(published, browser, tmp_path):
    """With its folds closed, the first notebook is at most six screens of 900 pixels; the first one has the answer."""
    book = tmp_path / BOOKS[0].name
    nbformat.write(executed(BOOKS[0], published.article.id), book)
    (html,) = write_notebooks([book], tmp_path, "x")
    tab = browser.new_page(viewport={"width": 1200, "height": 900})
    tab.goto(html.as_uri())
    tops = tab.evaluate("[...document.querySelectorAll('h2, img')].map((one) => one.getBoundingClientRect().top)")

    assert tab.evaluate("document.documentElement.scrollHeight") <= 6 * 900
    assert str(report.answer(published)) == tab.inner_text("h2 >> nth=0")
    assert max(tops[:2]) < 900 * 0.6


def test_it_is_the_one_that_every_workspace_has(path):
    """Cell for cell it is the notebook of the template, set to the showcase's article."""
    mine, template = (nbformat.read(folder / path.name, as_version=4).cells for folder in (FOLDER, TEMPLATE))
    sources = [cell.source.replace("my-article", "weilidai") for cell in template]

    assert sources == [cell.source for cell in mine]
    assert not [cell for cell in template if cell.get("outputs")]


def test_the_first_cell_chooses_the_case(path):
    """Nothing else in a notebook names the article or a number of it; papermill finds the cell by its tag."""
    book = nbformat.read(path, as_version=4)
    assert [["parameters"]] == [cell.metadata.tags for cell in code(book) if "tags" in cell.metadata]
    prose = " ".join(cell.source for cell in book.cells if cell.cell_type == "markdown")

    assert "weilidai" == article_of(path)
    assert not re.findall(r"(?<![\w+-])\d+(?![\w-])|微|Weilidai|WeBank", prose)  # Alt+1 is a key


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


def test_nothing_else_lies_beside_them():
    """Five notebooks to read; a workspace of one's own has one to start with and one to work in, too."""
    names = {path.name for path in BOOKS}

    assert names == {path.name for path in FOLDER.glob("*.ipynb")}
    assert names | {"START.ipynb", OWN.name} == {path.name for path in TEMPLATE.glob("*.ipynb")}


def test_the_one_to_work_in_is_clean():
    """It names the case in its first cell, each cell is a call, no result is typed or stored: the form is of the moment."""
    book = nbformat.read(OWN, as_version=4)
    sources = [TransformerManager().transform_cell(cell.source) for cell in code(book)]
    nodes = [node for source in sources for node in ast.walk(ast.parse(source))]
    prose = " ".join(cell.source for cell in book.cells if cell.cell_type == "markdown")

    assert "my-article" == article_of(OWN)
    assert not [node for node in nodes if isinstance(node, ast.FunctionDef | ast.For | ast.While | ast.ListComp)]
    assert max(len(cell.source.splitlines()) for cell in code(book)) <= 6
    assert not re.findall(r"(?<![\w+-])\d+(?![\w-])|微|Weilidai|WeBank", prose)  # Alt+1 is a key
    assert not [cell for cell in code(book) if cell.outputs or cell.execution_count]


def outputs_of(path, article):
    """Return the outputs of a fresh run, cell by cell."""
    return [cell.outputs for cell in code(executed(path, article))]


def test_the_one_to_work_in_runs_on_a_finished_case(bus):
    """From top to bottom every cell but the parameters shows one thing, among them the form."""
    target = bus.parent.parent.parent / OWN.name
    target.write_bytes(OWN.read_bytes())
    _, *outputs = outputs_of(target, "bus")

    assert [["execute_result"]] * len(outputs) == [[output.output_type for output in shown] for shown in outputs]
    assert "application/vnd.jupyter.widget-view+json" in outputs[1][0].data
    assert "numeric claims" in outputs[0][0].data["text/plain"]


def test_the_one_to_work_in_runs_on_a_fresh_draft(tmp_path, monkeypatch):
    """An article that `new` has just drafted is shown with all that is missing, and not with an error."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "a.txt").write_text("Report\n\nSales rose 5% in 2023 to 949 units.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    main(["new", "a.txt", "--id", "fresh"])
    target = tmp_path / OWN.name
    target.write_bytes(OWN.read_bytes())
    _, *outputs = outputs_of(target, "fresh")

    assert {"execute_result"} == {output.output_type for shown in outputs for output in shown}
    assert "to fix" in outputs[0][0].data["text/plain"]
    assert "0 of 2 done" in outputs[1][0].data["text/plain"]


def test_build_leaves_the_one_to_work_in_alone(bus):
    """Only numbered notebooks are executed and published."""
    folder = bus.parent.parent.parent / "notebooks"
    folder.mkdir()
    (folder / OWN.name).write_bytes(OWN.read_bytes())

    assert [] == run_all(folder, "bus", "x")
    assert OWN.read_bytes() == (folder / OWN.name).read_bytes()
