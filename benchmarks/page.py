"""How fast the page is made, opens and filters: the published article, and a made case of 500 claims."""

import hashlib
import shutil
import statistics
import tempfile
import time
from pathlib import Path

import pandas as pd

from benchmarks import markdown
from claimbook import load_case, page
from claimbook.tables.schema import TABLES

TITLE = "The page"
CLAIMS, EVIDENCE, SEARCHES, SECTIONS = 500, 10, 6, 20
RUNS = 5
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"]
ARTICLE = Path(__file__).parent.parent / "data" / "articles" / "weilidai"
EMPTY = "<!doctype html><html lang=en><title>empty</title><mark>1</mark>"
# In the browser, in milliseconds: since the start of the visit until a marked number is painted; from a press of a
# filter, or a key in the search, until the next picture is painted; from a press of a number until its claim is.
OPENED = """() => new Promise((done) => { const told = () => { const [paint] = performance.getEntriesByName("first-contentful-paint");
  if (paint && document.querySelector("mark")) done(Math.max(paint.startTime, 0)); else requestAnimationFrame(told); }; told(); })"""
PAINTED = """(act) => new Promise((done) => { const from = performance.now(); (0, eval)(act);
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - from))); })"""
FILTER = "document.querySelector('.chip').click()"
SEARCH = "(() => { const box = document.getElementById('find'); box.value = 'riders 12'; box.dispatchEvent(new Event('input')); })()"
OPEN = "document.querySelector('mark[data-claim]').click()"


def table(args):
    """Return what making, opening, filtering, searching and opening a claim take, as medians."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        path = next(filter(None, map(shutil.which, NAMES)))
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        pages = {
            "an empty page (the floor)": (0, EMPTY),
            "the published article": _made(load_case(ARTICLE)),
            f"{CLAIMS} claims, made": _made(load_case(write_case(Path(folder)))),
        }
        rows = [[name, *_row(browser, Path(folder), html, seconds)] for name, (seconds, html) in pages.items()]
        version = browser.version
        browser.close()
    heads = [
        "page",
        "s to render",
        "MB",
        "ms to the first marked number",
        "ms to filter",
        "ms to search",
        "ms to open a claim",
    ]
    note = f"Medians of {RUNS} visits in headless Chromium {version}, without a graphics card, at 1280 × 860."
    return f"{note}\n\n{markdown.table(heads, rows)}"


def _made(case):
    _ = case.flips  # judged under every policy beforehand: what is timed is the page
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        html = page.render(case)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken), html


def _row(browser, folder, html, seconds):
    target = folder / "page.html"
    target.write_text(html, encoding="utf-8")
    visits = [visit(browser, target) for _ in range(RUNS)]
    times = [statistics.median(column) for column in zip(*visits, strict=True)]
    return [
        f"{seconds:.2f}",
        f"{len(html.encode()) / 1e6:.2f}",
        *(f"{number:.0f}" if number >= 0 else "" for number in times),
    ]


def visit(browser, target):
    """Return what opening a page, filtering, searching and opening a claim take, in milliseconds."""
    tab = browser.new_page(viewport={"width": 1280, "height": 860})
    tab.goto(target.as_uri(), wait_until="commit")
    first = tab.evaluate(OPENED)
    tab.wait_for_load_state()
    acts = [-1, -1, -1]
    if tab.locator(".chip").count():
        acts = [tab.evaluate(PAINTED, FILTER), tab.evaluate(PAINTED, SEARCH), tab.evaluate(PAINTED, OPEN)]
    tab.close()
    return [first, *acts]


def write_case(home, claims=CLAIMS, relations=("proxy",)):
    """Write a made case of so many claims below a folder, and return the article's folder.

    The rows of evidence of each claim have the relations in turn.
    """
    folder, shared = home / "data" / "articles" / "made", home / "data" / "sources"
    folder.mkdir(parents=True)
    shared.mkdir()
    text, rows, spans = "Made report\n", [], []
    for number in range(claims):
        if number % (claims // SECTIONS) == 0:
            text += f"\n{number}. Part of the report\n\n"
        start = len(text) + len("Line carries ")
        words = f"{1000 + number} riders"
        text += f"Line carries {words} a day, says the report, in all weathers.\n"
        spans.append((start, start + len(str(1000 + number)), str(1000 + number)))
    sections = [line for line in text.splitlines() if line.endswith("Part of the report")]
    (folder / "article.txt").write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    (folder / "article.toml").write_text(
        'id = "made"\ntitle = "Made report"\nurl = "https://example.org/made"\npublisher = "example.org"\nlanguage = "en"\n'
        f'read = "stored copy"\nread_on = 2025-01-01\nsha256 = "{digest}"\nrights = "made"\nperiod = "2024/2025"\n'
        f"sections = {sections}\n".replace("'", '"'),
        encoding="utf-8",
    )
    for name, rows in _tables(spans, relations).items():
        place = shared if name in ("sources", "figures") else folder
        frame = pd.DataFrame(rows, columns=list(TABLES[name]), dtype=str).fillna("")
        frame.to_csv(place / f"{name}.csv", index=False, lineterminator="\n")
    return folder


def _tables(spans, relations):
    numbers = range(len(spans))
    figures = [(claim, place) for claim in numbers for place in range(EVIDENCE)]
    tables = {"mentions": [], "claims": [], "evidence": [], "searches": [], "checks": [], "sources": [], "figures": []}
    for claim, (start, end, exact) in enumerate(spans):
        tables["mentions"].append(
            {"mention": f"m{claim:03}", "start": start, "end": end, "exact": exact, "role": "claim"}
        )
        tables["claims"].append(
            {"claim": f"c{claim:03}", "kind": "level", "mention": f"m{claim:03}", "subject": "line", "metric": "riders a day",
             "population": "all stops", "statement_en": f"The line carries {exact} riders a day in all weathers.",
             "statement_zh": f"该线路无论天气如何每天载客{exact}人。", "low": exact, "high": exact, "unit": "count/day",
             "comparator": "=", "precision": "rounded", "basis": "none", "checkability": "checkable"}
        )  # fmt: skip
        for search in range(SEARCHES):
            tables["searches"].append(
                {"search": f"q{claim * SEARCHES + search:04}", "query": f"riders of line {claim} by source {search}",
                 "language": "zh" if search % 2 else "en", "where": "stored web pages", "date": "2025-01-01", "scope": "claim",
                 "claims": f"c{claim:03}", "outcome": "nothing", "note": "tag pages only"}
            )  # fmt: skip
    for place in range(200):
        tables["sources"].append(
            {"source": f"made-{place}", "title": f"Year book {place}", "publisher": f"Publisher {place}", "author": "made",
             "url": f"https://example.org/{place}", "published": "2024", "tier": ("primary", "secondary", "tertiary")[place % 3],
             "tier_reason": "made", "copy": "original", "origin": f"origin-{place}", "read": "stored copy", "read_on": "2025-01-01"}
        )  # fmt: skip
    for number, (claim, place) in enumerate(figures):
        value = 1000 + claim + 7 * place
        tables["figures"].append(
            {"figure": f"f{number:04}", "source": f"made-{number % 200}", "metric": f"riders a day, count {place}", "entity": "line",
             "population": "all stops", "period": "2024", "low": value, "high": value, "unit": "count/day", "comparator": "=",
             "precision": "exact", "as_printed": f"{value:,} riders", "passage_sha256": "0" * 64}
        )  # fmt: skip
        tables["evidence"].append(
            {"evidence": f"e{number:04}", "claim": f"c{claim:03}", "figure": f"f{number:04}", "relation": relations[place % len(relations)],
             "reason": "Counts one stop and not the line, so it is near the claim and decides nothing."}
        )  # fmt: skip
    return tables
