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
            lab.wait(90)


def answers(port):
    """Tell whether something listens at a port."""
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def wait(holds, why, log=None, seconds=60):
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
    form, command = tab.locator(".cb"), "runmenu:restart-and-run-all" if restart else "runmenu:run-all"
    for _ in range(3):  # the menu may not listen yet, and a busy server lets the page ask for the kernel at any moment
        tab.wait_for_timeout(300)
        try:
            for button in tab.locator("dialog.jp-Dialog button.jp-mod-accept").all():
                button.click(timeout=15000)
            tab.get_by_role("menuitem", name="Run", exact=True).click(timeout=15000)
            tab.locator(f".lm-Menu-item[data-command='{command}']").click(timeout=15000)
            if restart:
                tab.locator(".jp-Dialog button.jp-mod-accept").click(timeout=15000)
            form.locator(".cb-claim").first.wait_for(timeout=60000)
            # The end of a run moves the cursor to the last cell, and must not come while something is typed.
            tab.locator(".jp-OutputArea-output caption", has_text="4 numbers").wait_for()
            told.wait_for()
            break
        except Exception:
            restart, command = False, "runmenu:run-all"
    return form


def column(form, name):
    """Return the box of a column of the claim that is shown."""
    return form.locator(
        f".cb-claim > :is(label, .cb-grid) .cb-at-{name} :is(input, textarea), .cb-claim > .cb-at-{name} textarea"
    ).first


def focused(tab, where):
    """Return whether the cursor is in something."""
    return tab.evaluate(f"document.activeElement.closest('{where}') !== null")


@pytest.mark.parametrize("app", APPS)
def test_from_the_first_claim_to_a_verdict_by_keys(browser, project, app):
    """A claim is corrected, a passage taken in and judged by keys; the verdict is there at once, and on disk after a restart."""
    folder, sources = project / "data" / "articles" / "ev", project / "data" / "sources"

    def cell(table, name, column):
        return {next(iter(row.values())): row for row in read_text(folder / f"{table}.csv", table)}[name][column]

    with jupyter(project, app) as address:
        tab = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-US")
        tab.set_default_timeout(45000)
        form = run_all(tab, address)
        cells = tab.locator(".jp-Notebook .jp-Cell").count()
        assert "3 claims to fill in" in form.locator(".cb-progress").inner_text()
        assert "Not judged yet" in form.locator(".cb-verdict").inner_text()

        column(form, "statement_en").click()
        tab.keyboard.press("Control+a")
        tab.keyboard.type("Sales were 9.495 million, x, d d.")
        tab.keyboard.press("Alt+c")
        wait(
            lambda: cell("claims", "c01", "statement_en") == "Sales were 9.495 million, x, d d.",
            "typed, and not on disk",
        )
        wait(lambda: cell("claims", "c01", "drafted") == "", "confirmed, and not on disk")
        form.locator(".cb-verdict[data-label=unchecked]").wait_for()
        assert focused(tab, ".cb-at-statement_en")

        form.locator(".cb-passage mark", has_text="949.5万辆").first.wait_for()
        tab.keyboard.press("Alt+1")
        wait(lambda: focused(tab, ".cb-piece"), "the new evidence did not get the cursor")
        tab.keyboard.press("1")
        wait(lambda: "same" == cell("evidence", "e001", "relation"), "the answer did not reach the file")
        form.locator(".cb-piece .cb-at-publisher input").first.fill("Statistics office")
        form.locator(".cb-piece .cb-at-author input").first.fill("Statistics office")
        form.locator(".cb-piece").focus()
        tab.keyboard.press("p")
        form.locator(".cb-verdict[data-label=supported]").wait_for()
        assert "Statistics office" in form.locator(".cb-verdict").inner_text()
        assert ["primary"] == [row["tier"] for row in read_text(sources / "sources.csv", "sources")]

        tab.keyboard.press("Alt+n")
        form.locator("blockquote mark", has_text="37.9%").first.wait_for()
        draft = cell("claims", "c02", "statement_en")
        column(form, "statement_en").fill("x")
        tab.keyboard.press("Alt+z")
        wait(lambda: column(form, "statement_en").input_value() == draft, "undo did not come back to the field")
        wait(lambda: cell("claims", "c02", "statement_en") == draft, "undo did not reach the file")
        assert cells == tab.locator(".jp-Notebook .jp-Cell").count(), "a key of the form reached the notebook"

        form = run_all(tab, address, restart=True)
        form.locator(".cb-text mark[data-id=m03]").click()
        wait(lambda: "9.495 million" in column(form, "statement_en").input_value(), "the edit did not come back")
        form.locator(".cb-verdict[data-label=supported]").wait_for()
        tab.close()


@pytest.mark.parametrize("app", ["jupyterlab"])
def test_nothing_is_overwritten_and_words_are_added(browser, project, app):
    """A file that changed underneath is warned of and kept; words selected in the article become a claim, in Chinese too."""
    folder = project / "data" / "articles" / "ev"

    def saved(claim, column):
        return {row["claim"]: row for row in read_text(folder / "claims.csv", "claims")}[claim][column]

    with jupyter(project, app) as address:
        tab = browser.new_page(viewport={"width": 1024, "height": 900}, locale="en-US")
        tab.set_default_timeout(45000)
        form = run_all(tab, address)
        form.locator("[data-act=language][data-value=zh]").click()
        form.get_by_text("还有3项主张待填写").wait_for()
        words = "市场占有率达到"
        tab.evaluate(
            """(words) => { const walk = document.createTreeWalker(document.querySelector(".cb-text"), NodeFilter.SHOW_TEXT);
            while (walk.nextNode()) { const at = walk.currentNode.data.indexOf(words); if (at < 0) continue;
            getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);
            document.querySelector(".cb-text").dispatchEvent(new MouseEvent("mouseup", { bubbles: true })); return; } }""",
            words,
        )
        form.locator(".cb-adding button").click()
        wait(lambda: words in (folder / "claims.csv").read_text(encoding="utf-8"), "the selected words are no claim")
        form.get_by_text("已添加：s01。").first.wait_for()
        form.locator("[data-act=undo]").click()
        wait(
            lambda: "s01" not in (folder / "claims.csv").read_text(encoding="utf-8"),
            "what was added was not taken back",
        )

        form.locator(".cb-text mark[data-id=m03]").click()
        form.locator("blockquote mark", has_text="949.5").first.wait_for()
        path = folder / "claims.csv"
        theirs = path.read_text(encoding="utf-8").replace(",none,checkable", ",data show,checkable", 1)
        path.write_text(theirs, encoding="utf-8")
        column(form, "subject").fill("China")
        form.locator(".cb-alert", has_text="claims.csv").wait_for()
        assert theirs == path.read_text(encoding="utf-8")
        assert "China" == column(form, "subject").input_value()
        form.locator("[data-act=reload]").click()
        wait(lambda: saved("c01", "subject") == "China", "the kept edit was not entered")
        assert "data show" == saved("c01", "basis")
        tab.close()
