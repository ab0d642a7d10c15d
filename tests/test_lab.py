"""The form in a running JupyterLab, in Notebook, and in a real browser: what is entered is on disk, comes back, and overwrites nothing."""

import os
import secrets
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from claimbook.cli import main
from claimbook.tables.files import read_text

HOME = Path(__file__).parent.parent
TEMPLATE = HOME / "claimbook" / "workspace" / "template" / "notebooks"
ZH = "全国新能源车报告\n\n一、销量\n\n2023年新能源汽车销量为949.5万辆，同比增长37.9%，市场占有率达到31.6%。\n"
CLOSED = "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project with one fresh draft, and the notebook set to it."""
    (tmp_path / "data" / "articles").mkdir(parents=True)
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "annual.txt").write_text("年度报告\n\n2023年全国新能源汽车销量949.5万辆。\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text(ZH, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    main(["new", "a.txt", "--id", "ev"])
    book = (TEMPLATE / "check-your-own.ipynb").read_text(encoding="utf-8")
    assert "DOCS = None" in book
    book = book.replace("my-article", "ev").replace("DOCS = None", "DOCS = '../docs'")
    (tmp_path / "notebooks" / "own.ipynb").write_text(book, encoding="utf-8")
    return tmp_path


APPS = {"jupyterlab": "lab/tree/notebooks/own.ipynb?reset&", "notebook": "notebooks/notebooks/own.ipynb?"}


@contextmanager
def jupyter(project, app):
    """Run JupyterLab or Notebook on a free port of this machine alone, with settings of its own; yield the notebook's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    token, settings = secrets.token_hex(16), {name: str(project / f".{name}") for name in CLOSED}
    command = [
        sys.executable,
        "-m",
        app,
        "--no-browser",
        "--allow-root",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={project}",
        f"--IdentityProvider.token={token}",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
    ]
    path = os.pathsep.join(filter(None, (str(HOME), os.environ.get("PYTHONPATH"))))
    with (project / "lab.log").open("wb") as log:
        lab = subprocess.Popen(
            command, env=os.environ | settings | {"PYTHONPATH": path}, cwd=project, stdout=log, stderr=log
        )
        try:
            wait(lambda: answers(port), f"{app} did not start", project / "lab.log")
            yield f"http://127.0.0.1:{port}/{APPS[app]}token={token}"
        finally:
            lab.terminate()
            lab.wait(20)


def answers(port):
    """Tell whether something listens at a port."""
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def wait(holds, why, log=None, seconds=20):
    """Wait until something holds."""
    for _ in range(seconds * 10):
        if holds():
            return
        time.sleep(0.1)
    pytest.fail(why + (f": {log.read_text(errors='replace')[-800:]}" if log else ""))


def run_all(tab, address, restart=False):
    """Open the notebook and run it from top to bottom; return the form."""
    tab.goto(address)
    told = tab.get_by_text("(ipykernel) | Idle") if "/lab/" in address else tab.locator("[data-status=idle]").first
    told.wait_for()
    form, command = tab.locator(".claimbook-form"), "runmenu:restart-and-run-all" if restart else "runmenu:run-all"
    for _ in range(3):  # the menu may not listen yet, and a busy server lets the page ask for the kernel at any moment
        tab.wait_for_timeout(300)
        try:
            for button in tab.locator("dialog.jp-Dialog button.jp-mod-accept").all():
                button.click(timeout=5000)
            tab.get_by_role("menuitem", name="Run", exact=True).click(timeout=5000)
            tab.locator(f".lm-Menu-item[data-command='{command}']").click(timeout=5000)
            if restart:
                tab.locator(".jp-Dialog button.jp-mod-accept").click(timeout=5000)
            form.locator(".claimbook-fields .claimbook-at-role").wait_for(timeout=20000)
            # The end of a run moves the cursor to the last cell, and must not come while something is typed.
            tab.locator(".jp-OutputArea-output caption", has_text="4 numbers").wait_for()
            told.wait_for()
            break
        except Exception:
            restart, command = False, "runmenu:run-all"
    return form


@pytest.mark.parametrize("app", APPS)
def test_an_edit_is_saved_comes_back_and_overwrites_nothing(browser, project, app):
    """Typed, it is in the file; page and kernel anew, it is in the form; the file changed underneath, it waits and is warned of."""
    folder = project / "data" / "articles" / "ev"

    def saved(claim, column):
        return {row["claim"]: row for row in read_text(folder / "claims.csv", "claims")}[claim][column]

    with jupyter(project, app) as address:
        tab = browser.new_page(viewport={"width": 1280, "height": 900})
        tab.set_default_timeout(15000)
        form = run_all(tab, address)
        assert "0 of 3 done" == form.locator(".claimbook-progress").inner_text()
        draft = saved("c02", "statement_en")

        form.locator(".claimbook-at-statement_en textarea").click()
        tab.keyboard.press("Control+a")  # what was drafted
        tab.keyboard.type("Sales were 9.495 million.")
        tab.keyboard.press("Alt+n")
        wait(lambda: saved("c01", "statement_en") == "Sales were 9.495 million.", "the edit did not reach the file")
        form.locator("h4", has_text="37.9%").wait_for()
        wait(
            lambda: tab.evaluate("document.activeElement.closest('.claimbook-at-statement_en') !== null"),
            "the cursor did not stay in its field",
        )
        box = form.locator(".claimbook-at-statement_en textarea")
        wait(lambda: box.input_value() == draft, "the drafted statement is not in its field")
        tab.keyboard.press("Control+a")
        tab.keyboard.type("x, d d")
        wait(lambda: saved("c02", "statement_en") == "x, d d", "what was typed after a move did not reach the file")
        tab.keyboard.press("Alt+z")
        wait(lambda: saved("c02", "statement_en") == draft, "undo did not reach the file")

        form.locator(".claimbook-goto input").fill("c01")
        form.locator(".claimbook-goto input").press("Enter")
        form.locator(".claimbook-passage mark", has_text="949.5万辆").first.wait_for()
        form.locator(".claimbook-at-subject input").focus()
        tab.keyboard.press("Alt+1")
        wait(
            lambda: tab.evaluate("document.activeElement.closest('.claimbook-newest .claimbook-at-relation') !== null"),
            "the new evidence did not get the cursor",
        )
        tab.keyboard.press("p")
        wait(
            lambda: (
                [("c01", "proxy")]
                == [(row["claim"], row["relation"]) for row in read_text(folder / "evidence.csv", "evidence")]
            ),
            "the relation did not reach the file",
        )
        form.locator(".claimbook-newest .claimbook-at-entity input").fill("China")
        figures = project / "data" / "sources" / "figures.csv"
        wait(
            lambda: ["China"] == [row["entity"] for row in read_text(figures, "figures")],
            "the figure did not reach the file",
        )

        form.locator(".claimbook-add input").fill("市场占有率达到")
        form.locator(".claimbook-add input").press("Enter")
        form.locator("h4", has_text="s01 “市场占有率达到”").wait_for()
        assert "市场占有率达到" == saved("s01", "exact")
        tab.keyboard.press("Alt+z")
        wait(
            lambda: "s01" not in (folder / "claims.csv").read_text(encoding="utf-8"),
            "the added statement was not taken back",
        )

        form.locator(".claimbook-at-role select").focus()
        for key in ("x", "d", "d", "Escape", "b"):
            tab.keyboard.press(key)
        form.locator(".claimbook-text mark[data-stop=m03]").click()
        form.locator("h4", has_text="949.5").wait_for()
        assert 13 == tab.locator(".jp-Notebook .jp-Cell").count()

        form = run_all(tab, address, restart=True)
        form.locator(".claimbook-goto input").fill("c01")
        form.locator(".claimbook-goto input").press("Enter")
        wait(
            lambda: form.locator(".claimbook-at-statement_en textarea").input_value() == "Sales were 9.495 million.",
            "the edit did not come back",
        )

        path = folder / "claims.csv"
        theirs = path.read_text(encoding="utf-8").replace(",none,checkable", ",data show,checkable", 1)
        path.write_text(theirs, encoding="utf-8")
        form.locator(".claimbook-at-subject input").fill("China")
        form.get_by_text("Changed by somebody else since the form read it: claims.csv").wait_for()
        assert theirs == path.read_text(encoding="utf-8")
        assert "China" == form.locator(".claimbook-at-subject input").input_value()
        form.locator(".claimbook-reload").click()
        wait(lambda: saved("c01", "subject") == "China", "the kept edit was not entered")
        assert "data show" == saved("c01", "basis")
        tab.close()
