"""The house: rooms import one way, stay small, and keep to their own business."""

import ast
import re
import subprocess
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
PACKAGE = HOME / "claimbook"
# A room may import only rooms that stand before it.
ROOMS = [
    "text",
    "quantity",
    "language",
    "mention",
    "document",
    "web",
    "tables",
    "judge",
    "case",
    "draft",
    "find",
    "series",
    "propose",
    "model",
    "survey",
    "recheck",
    "report",
    "plot",
    "export",
    "page",
    "jupyter",
    "workspace",
    "form",
    "cli",
    "__main__",
]
FILES = sorted(PACKAGE.rglob("*.py"))
TRACKED = subprocess.run(["git", "ls-files"], cwd=HOME, capture_output=True, text=True, check=False).stdout.split("\n")


def room(path):
    """Return the room that a file belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(path):
    """Return the rooms that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "claimbook":
            parts = node.module.split(".")[1:]
            found |= {parts[0]} if parts else {alias.name for alias in node.names}
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("claimbook.")}
    return found


@pytest.mark.parametrize(
    "path",
    [file for file in FILES if file.name != "__init__.py" or file.parent != PACKAGE],
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_imports_point_one_way(path):
    """A room imports itself and what stands before it, never what stands after."""
    later = ROOMS[ROOMS.index(room(path)) + 1 :]

    assert not imported(path) & set(later)
    assert imported(path) <= set(ROOMS)


def modules(path):
    """Return the files that a file imports when it is imported, those of names and of whole folders."""
    found = set()
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "claimbook":
            home = PACKAGE.parent.joinpath(*node.module.split("."))
            found |= {home.with_suffix(".py"), *((home / alias.name).with_suffix(".py") for alias in node.names)}
            found |= {home / "__init__.py", *(home / alias.name / "__init__.py" for alias in node.names)}
    return found & set(FILES) - {path}


def test_no_module_imports_itself_by_way_of_others():
    """Inside a folder, too, imports make no circle."""
    graph = {path: {each for each in modules(path) if each.name != "__init__.py"} for path in FILES}

    TopologicalSorter(graph).prepare()


def test_the_door_is_narrow():
    """A newcomer can read the names at the door of the package in one go."""
    names = {Path(name).parts[1] for name in TRACKED if name.startswith("claimbook/")}

    assert len(names) <= 27
    assert names == {*ROOMS, "__init__.py", "__main__.py", "py.typed"} - {"__main__"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_rooms_are_small(path):
    """No module reaches 250 lines, no function 41, and every public function has a docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]

    assert len(path.read_text(encoding="utf-8").splitlines()) < 250
    assert not [node.name for node in functions if node.end_lineno - node.lineno >= 40]
    assert not [node.name for node in functions if not node.name.startswith("_") and not ast.get_docstring(node)]


def test_matplotlib_is_imported_in_plot_alone():
    """Nobody else draws."""
    users = {
        room(path) for path in FILES if re.search(r"^\s*(?:from|import) matplotlib", path.read_text("utf-8"), re.M)
    }

    assert {"plot"} == users


@pytest.mark.parametrize(
    "name",
    [
        "quantity/quantity",
        "quantity/period",
        "judge/claim",
        "judge/source",
        "judge/evidence",
        "judge/arithmetic",
        "judge/check",
        "judge/near",
        "judge/facts",
        "judge/confidence",
        "judge/reason",
        "judge/rules",
        "judge/beside",
        "judge/verdict",
        "judge/stability",
    ],
)
def test_the_judging_core_is_pure(name):
    """No clock, no file, no network and no float in what decides."""
    source = (PACKAGE / f"{name}.py").read_text(encoding="utf-8")

    assert not re.findall(
        r"\b(?:open|float|eval|exec|today|now|urlopen)\(|import (?:os|time|random|requests|socket)\b", source
    )


def test_nothing_names_a_machine():
    """No absolute path of a machine and no registry host stands in the project."""
    pattern = re.compile(
        r"(?<![\w.:/])/(?:home|root|work|tmp|Users|opt|var)/\w|files\.pythonhosted|registry\.npmjs|pypi\.org/simple"
    )
    found = []
    for name in TRACKED:
        path = HOME / name
        if name and path.is_file() and path.suffix not in (".png", ".otf") and "test_architecture" not in name:
            text = path.read_text(encoding="utf-8", errors="replace")
            found += [(name, match[0]) for match in pattern.finditer(text)]

    assert [] == found
