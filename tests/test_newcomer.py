"""A newcomer's first hour in a real browser: from an empty folder and the wheel to a page, in JupyterLab and in Notebook."""

import base64
import os
import socket
import subprocess
from contextlib import contextmanager, suppress

import pytest

from benchmarks.propose.server import served
from claimbook.tables.files import read_text
from tests.answers import good
from tests.test_lab import CLOSED, answers, wait

TimeoutError = pytest.importorskip("playwright.sync_api").TimeoutError

TEXT = (
    "Car report\n\nIn 2022, sales of electric cars in China were 6.887 million. "
    "In 2023, sales of electric cars in China rose 37.9% to 9.495 million.\n"
)
SHEET = b"year,sales of electric cars in China (million)\n2021,3.521\n2022,6.887\n"
BOOK = (
    "<h1>Year book</h1><p>In 2023, sales of electric cars in China were 9.495 million, says the Statistics Office.</p>"
)
DROPPED = """([name, bytes]) => { const held = new DataTransfer();
    held.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name)); return held; }"""
APPS = {
    "JupyterLab": ("", "text=(ipykernel) | Idle"),
    "Notebook": ("notebooks/notebooks/START.ipynb", "[data-status=idle]"),
}


@contextmanager
def lab(claimbook, work):
    """Run `claimbook lab` in a workspace on a free port of this machine alone; yield the address of its server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    own = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    own |= {name: str(work.parent / f".{name}") for name in CLOSED}
    options = ("--no-browser", "--ip=127.0.0.1", f"--port={port}", "--IdentityProvider.token=")
    with (work.parent / "log").open("wb") as log:
        server = subprocess.Popen([claimbook, "lab", "--", *options], cwd=work, env=own, stdout=log, stderr=log)
        try:
            wait(lambda: answers(port), "claimbook lab did not start", work.parent / "log")
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()
            server.wait(90)


def run_first(tab, ready):
    """Run the first cell of START, once more where the page was not listening yet; return the box for the text."""
    box = tab.locator(".cb-start textarea")
    for _ in range(4):
        tab.locator(ready).first.wait_for()
        tab.locator(".jp-CodeCell .cm-content").first.click()
        tab.keyboard.press("Shift+Enter")
        with suppress(TimeoutError):
            box.wait_for(timeout=20000)
            break
    return box


def drop(tab, name, content):
    """Drop a file on the start, and wait until it is listed."""
    held = tab.evaluate_handle(DROPPED, [name, base64.b64encode(content).decode()])
    tab.locator(".cb-start").dispatch_event("drop", {"dataTransfer": held})
    tab.locator(".cb-start .cb-chip", has_text=name).wait_for()


def printed(browser, html):
    """Return a PDF as a browser prints it."""
    tab = browser.new_page()
    tab.set_content(html)
    content = tab.pdf()
    tab.close()
    return content


def support(tab, board, words):
    """Confirm the claim that is shown, take the passage with some words in and say by keys that it is the same."""
    board.locator("[data-act=confirm]").click()
    board.locator(".cb-verdict[data-label=unchecked]").wait_for()
    board.locator(".cb-passage", has_text=words).get_by_role("button", name="Use this").click()
    board.locator(".cb-piece:focus").press("1")
    board.locator(".cb-piece [data-relation=same][aria-pressed=true]").wait_for()
    for name in ("publisher", "author"):
        board.locator(f".cb-piece .cb-question .cb-at-{name} input").fill("Statistics Office")
    board.locator(".cb-piece").press("p")
    try:
        board.locator(".cb-verdict[data-label=supported]").wait_for()
    except TimeoutError:
        pytest.fail(board.locator(".cb-card").inner_text())


@pytest.mark.parametrize("app", APPS)
def test_from_an_empty_folder_to_the_page(browser, installed, tmp_path, app):
    """A text is pasted, a PDF and a table dropped, two claims get evidence, a proposed check is accepted, the page is opened."""
    claimbook, (path, ready) = installed.with_name("claimbook"), APPS[app]
    subprocess.run([claimbook, "init", "mine"], cwd=tmp_path, check=True, capture_output=True)
    with lab(claimbook, tmp_path / "mine") as address:
        tab = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-US")
        tab.set_default_timeout(90000)
        tab.goto(address + path)
        run_first(tab, ready).fill(TEXT)
        tab.get_by_role("button", name="Add the article").click()
        board = tab.locator(".cb:not(.cb-start)")
        board.get_by_text("3 claims to fill in").wait_for()
        drop(tab, "book.pdf", printed(browser, BOOK))
        drop(tab, "sales.csv", SHEET)

        board.locator(".cb-lead input").fill("car.example")
        support(tab, board, "sales.csv · 2022")
        tab.keyboard.press("Alt+u")
        board.locator("blockquote mark", has_text="37.9%").wait_for()
        board.locator("[data-act=confirm]").click()
        board.locator(".cb-offer").first.press("a")
        board.locator(".cb-sum", has_text="holds").wait_for()
        tab.keyboard.press("Alt+u")
        board.locator("blockquote mark", has_text="9.495").first.wait_for()
        support(tab, board, "says the Statistics Office")
        board.get_by_text("Everything is filled in").wait_for()

        tab.get_by_role("button", name="Write the page").first.click()
        with tab.expect_popup() as opened:
            tab.get_by_role("link", name="Open the page").click()
        page = opened.value
        page.get_by_text("of 3 numbers, 2 are right, none is wrong, 1 nobody has checked").wait_for()
        (check,) = read_text(tmp_path / "mine" / "data" / "articles" / "car-report" / "checks.csv", "checks")
        assert "c02" in f"{check['premise']} {check['conclusion']}"
        tab.context.close()


def test_a_model_is_asked_by_a_button(browser, installed, tmp_path):
    """What will be sent is shown first; what the model proposes comes into the form marked, and is accepted by a key."""
    claimbook = installed.with_name("claimbook")
    subprocess.run([claimbook, "init", "mine"], cwd=tmp_path, check=True, capture_output=True)
    with served(good) as server, lab(claimbook, tmp_path / "mine") as address:
        tab = browser.new_page(viewport={"width": 1280, "height": 900}, locale="en-US")
        tab.set_default_timeout(90000)
        tab.goto(address)
        run_first(tab, APPS["JupyterLab"][1]).fill(TEXT)
        tab.get_by_role("button", name="Add the article").click()
        board = tab.locator(".cb:not(.cb-start)")
        board.get_by_text("3 claims to fill in").wait_for()

        tab.get_by_text("Ask a language model for proposals").click()
        tab.get_by_label("address of the server").fill(server.url)
        tab.get_by_label("name of the model").fill("m")
        tab.get_by_role("button", name="Show what will be sent").click()
        tab.get_by_text(f"To {server.url}/chat/completions, model m").wait_for()
        assert [] == server.asked
        tab.get_by_role("button", name="Send", exact=True).click()
        board.locator(".cb-model", has_text="proposed by m").first.wait_for()
        board.locator(".cb-at-metric input").first.press("Alt+m")
        board.locator(".cb-model").first.wait_for(state="detached")

        first = read_text(tmp_path / "mine" / "data" / "articles" / "car-report" / "claims.csv", "claims")[0]
        assert ("share", "") == (first["metric"], first["drafted"])
        tab.context.close()
