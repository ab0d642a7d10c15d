"""The notebook of the survey runs from top to bottom on the pages that this workspace has figures of."""

import shutil
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HOME = Path(__file__).parent.parent
BOOK = HOME / "notebooks" / "survey" / "6-survey.ipynb"


def test_the_notebook_of_the_survey_runs_and_shows_what_recurs(tmp_path):
    """In a copy of the workspace, with its pictures; code cells are short, and it says what to install."""
    shutil.copytree(HOME / "data", tmp_path / "data")
    folder = tmp_path / "notebooks" / "survey"
    folder.mkdir(parents=True)
    shutil.copy(BOOK.parent / "pages.csv", folder)
    book = nbformat.read(BOOK, 4)
    NotebookClient(book, timeout=240, resources={"metadata": {"path": str(folder)}}).execute()
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    shown = [output for cell in code for output in cell.outputs if "data" in output]

    assert sum("image/png" in output["data"] for output in shown) == 3
    assert any("origins" in output["data"].get("text/plain", "") for output in shown)
    assert all(len(cell.source.splitlines()) <= 10 for cell in code)
    assert 'pip install "claimbook[survey]"' in book.cells[0].source
