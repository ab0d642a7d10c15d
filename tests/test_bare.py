"""The views of form and start in a bare page, as any notebook hosts them: what axe-core and a keyboard find, in both languages."""

import json

import pytest

from claimbook import form
from claimbook.cli import main

HOSTS = {
    "JupyterLab, light": "--jp-layout-color0: #fff; --jp-layout-color1: #fff; --jp-ui-font-color0: #000; background: #fff",
    "JupyterLab, dark": "--jp-layout-color0: #111; --jp-layout-color1: #212121; --jp-ui-font-color0: #fff; background: #111",
    "VS Code, dark": "--vscode-editor-background: #1e1e1e; --vscode-editor-foreground: #d4d4d4; background: #1e1e1e",
    "nothing known": "",
}
SHELL = """<!DOCTYPE html><html lang="en"><title>Notebook</title>{guard}<style>{css}</style><body style="{host}"><main></main></body></html>"""
DRAW = """async ([script, state]) => {
    [window.sent, window.refused] = [[], []];
    document.addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective));
    const view = await import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
    const called = [];
    const model = { get: (name) => state[name], on: (name, call) => called.push(call), send: (message) => sent.push(message) };
    window.answer = (said) => { Object.assign(state, said); called.forEach((call) => call()); };
    view.default.render({ model, el: document.querySelector("main") }); }"""
TEXT = "Car report\n\nIn 2022, sales of electric cars were 6.887 million. In 2023, they rose 37.9% to 9.495 million.\n"


def state_of(widget):
    """Return what a widget sends to its view."""
    names = {name for name in widget.traits(sync=True) if name[0] != "_"} - {"layout", "comm", "tabbable", "tooltip"}
    return json.loads(json.dumps({name: getattr(widget, name) for name in names}))


@pytest.fixture
def drawn(browser):
    """Draw a widget's view in a page with nothing of Jupyter but its colours; return the page."""
    tabs = []

    def draw(widget, host="", guard=""):
        tab = browser.new_page(viewport={"width": 1100, "height": 900})
        tabs.append(tab)
        tab.set_content(SHELL.format(css=widget._css, host=host, guard=guard))
        tab.evaluate(DRAW, [str(widget._esm), state_of(widget)])
        return tab

    yield draw
    for tab in tabs:
        tab.close()


@pytest.fixture
def begun(tmp_path, monkeypatch):
    """A workspace whose start has one article with a passage taken in, and a proposed check."""
    main(["init", str(tmp_path / "mine")])
    monkeypatch.chdir(tmp_path / "mine")
    bench = form.start("en")
    first = bench.children[0]
    first.receive({"act": "bring", "text": TEXT})
    first.receive({"act": "document", "file": "a.txt"}, [b"In 2022, sales of electric cars were 6.887 million."])
    board = bench.children[1].children[0]
    board.receive({"act": "take", "claim": "c01", "at": 0, "number": None})
    return first, board


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_axe_finds_no_serious_fault(begun, drawn, language, host):
    """Names, roles, contrast: with all folds open, on light and dark grounds."""
    from axe_playwright_python.sync_playwright import Axe

    for widget in begun:
        widget.receive({"act": "language", "value": language})
        tab = drawn(widget, HOSTS[host])
        tab.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        found = Axe().run(tab).response["violations"]
        faults = [(one["id"], node["html"][:90]) for one in found for node in one["nodes"]]
        assert [] == [fault for fault in faults if fault[0] not in ("page-has-heading-one", "heading-order", "region")]


def test_a_view_shows_nothing_that_is_no_word(begun, drawn):
    """Where a part is left out, nothing is in its place."""
    main_text = [drawn(widget).locator("main").inner_text() for widget in begun]
    fresh = form.start("en").children[0]
    fresh.articles = []
    for text in [*main_text, drawn(fresh).locator("main").inner_text()]:
        assert not {"null", "undefined", "nullnull", "false"} & set(text.split())


def test_many_documents_are_dropped_at_once(begun, drawn):
    """Each file of a drop is sent, with how many are left, so that the last one starts the search."""
    tab = drawn(begun[0])
    tab.evaluate(
        """() => { const held = new DataTransfer(); for (const name of ["a.txt", "b.txt", "c.txt"]) held.items.add(new File(["x"], name));
        sent.length = 0; document.querySelector(".cb-start").dispatchEvent(new DragEvent("drop", { dataTransfer: held, bubbles: true })); }"""
    )
    tab.wait_for_function("sent.length === 3")
    assert [["a.txt", 2], ["b.txt", 1], ["c.txt", 0]] == tab.evaluate("sent.map((one) => [one.file, one.left])")


def test_everything_that_acts_is_reached_by_keys(begun, drawn):
    """Whatever can be clicked is a button, a link, a fold, a field or has a place in the order of Tab."""
    for widget in begun:
        tab = drawn(widget)
        acting = tab.locator("[data-act]:not(button, a, summary, input, select, textarea, [tabindex='0'])")
        assert 0 == acting.count()
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.closest('.cb') !== null")


def test_keys_alone_walk_judge_and_undo(begun, drawn):
    """Each key of the help sends its message, and none is sent while words are typed."""
    tab = drawn(begun[1])
    tab.evaluate("sent.length = 0")
    tab.locator(".cb-piece").focus()
    for key in ("1", "p", "Alt+n", "Alt+u", "Alt+z", "Alt+c"):
        tab.keyboard.press(key)
    tab.locator(".cb-offer").first.press("x")
    tab.locator(".cb-at-subject input").first.fill("ab")
    tab.keyboard.press("1")

    acts = ["judge", "says", "go", "next_open", "undo", "confirm", "refuse"]
    assert acts == tab.evaluate("sent.map((one) => one.act).filter((one) => !['more', 'set'].includes(one))")


def test_words_typed_while_an_answer_arrives_are_not_lost(begun, drawn):
    """What is drawn between two letters leaves the cursor where it is, though a card grows above it."""
    board = begun[1]
    tab = drawn(board)
    publisher = tab.locator(".cb-piece .cb-question .cb-at-publisher input")
    publisher.press_sequentially("Stat")
    board.receive({"act": "judge", "id": "e001", "relation": "same"})
    tab.evaluate("(said) => answer(said)", state_of(board))
    tab.locator(".cb-piece .cb-at-reason").wait_for()
    tab.keyboard.type("istics")

    assert "Statistics" == publisher.input_value()


def test_the_verdict_says_what_evidence_still_lacks(begun, drawn):
    """Evidence that was answered and is not complete is no “nobody has looked”; a button leads to what is missing."""
    board = begun[1]
    board.receive({"act": "about", "column": "publisher", "value": "car.example"})
    board.receive({"act": "set", "table": "claims", "id": "c01", "column": "subject", "value": "China"})
    board.receive({"act": "confirm", "id": "c01"})
    board.receive({"act": "judge", "id": "e001", "relation": "same"})
    tab = drawn(board)
    why = tab.locator(".cb-why").inner_text()
    assert "does not count yet" in why and "Nobody has looked" not in why
    tab.locator(".cb-why [data-act=field]", has_text="publisher").click()
    assert tab.evaluate("document.activeElement.closest('.cb-at-publisher') !== null")


def test_what_is_filled_in_does_not_close_under_the_cursor(begun, drawn):
    """Details that opened for what was missing stay open while the cursor is in them, so that its keys go on working."""
    board = begun[1]
    board.receive({"act": "judge", "id": "e001", "relation": "same"})
    tab = drawn(board)
    details = tab.locator(".cb-piece details[data-fold^=piece]")
    assert details.get_attribute("open") is not None
    details.locator(".cb-at-entity input").first.focus()
    board.receive({"act": "set", "table": "figures", "id": "f001", "column": "entity", "value": "China"})
    tab.evaluate("(said) => answer(said)", state_of(board))

    assert tab.evaluate("document.activeElement.closest('.cb-at-entity') !== null")
    assert details.get_attribute("open") is not None


def test_a_card_that_is_taken_in_is_not_under_the_verdict(begun, drawn):
    """The verdict stays in sight; what the cursor is led to begins below it."""
    tab = drawn(begun[1])
    tab.set_viewport_size({"width": 1100, "height": 420})
    tab.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    tab.locator(".cb-piece").evaluate("(one) => one.scrollIntoView({ block: 'start' })")
    edges = "[document.querySelector('.cb-verdict').getBoundingClientRect().bottom, document.querySelector('.cb-piece').getBoundingClientRect().top]"
    bottom, top = tab.evaluate(edges)

    assert bottom <= top


def test_a_view_runs_where_nothing_may_be_evaluated_or_fetched(begun, drawn):
    """As in VS Code’s outputs, made stricter: no eval, no requirejs, no address but that of the module, none of Jupyter’s colours."""
    policy = "default-src 'none'; script-src blob:; style-src 'unsafe-inline'"
    guard = f"""<meta http-equiv="Content-Security-Policy" content="{policy}">"""
    for widget in begun:
        tab = drawn(widget, "--vscode-editor-background: #1e1e1e; background: #1e1e1e", guard)
        assert tab.evaluate("typeof require === 'undefined' && typeof Jupyter === 'undefined'")
        tab.evaluate("document.querySelectorAll('details > summary').forEach((one) => one.click())")
        tab.locator(".cb button").first.click()
        assert tab.locator(".cb").inner_text() and [] == tab.evaluate("refused")
