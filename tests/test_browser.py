"""The page in a real browser: by mouse, keyboard and touch, narrow and wide, light and dark, on paper, and under attack."""

import json
import re
import unicodedata
from dataclasses import replace

import pytest

from benchmarks.page import write_case
from claimbook import export, load_case, page
from claimbook.judge.claim import Statement

HOME = "https://page.test/"


@pytest.fixture(scope="session")
def html(case):
    """The page of the real article."""
    return page.render(case)


@pytest.fixture
def visit(browser, html):
    """Open a page at an address of its own; any request elsewhere, console error, dialog or exception fails the test."""
    contexts, faults = [], []

    def go(where="", content=html, **options):
        context = browser.new_context(**({"locale": "en-US", "viewport": {"width": 1280, "height": 860}} | options))
        contexts.append(context)

        def serve(route):
            if re.split("[?#]", route.request.url)[0] == HOME:
                route.fulfill(body=content, content_type="text/html; charset=utf-8")
            else:
                faults.append(f"asked for {route.request.url}")
                route.abort()

        context.route("**/*", serve)
        tab = context.new_page()
        tab.on("console", lambda message: faults.append(message.text) if message.type in ("error", "warning") else None)
        tab.on("pageerror", lambda error: faults.append(str(error)))
        tab.on("dialog", lambda dialog: (faults.append("a dialog"), dialog.dismiss()))
        tab.goto(HOME + where)
        return tab

    yield go
    for context in contexts:
        context.close()
    assert [] == faults


def opened(tab):
    """Return the id of the open claim, or None."""
    return tab.evaluate("document.querySelector('.claim.open')?.id ?? null")


def shown(tab):
    """Return the ids of the claims that the filter leaves."""
    return tab.evaluate(
        "[...document.querySelectorAll('.claim')].filter((card) => !card.hidden).map((card) => card.id)"
    )


def laid_out(tab):
    """Lay out all cards, also those that are not on the screen, whose words would else be read as none."""
    tab.evaluate("for (const one of document.querySelectorAll('.batch')) one.style.contentVisibility = 'visible'")


def test_a_click_on_a_number_opens_its_claim(visit, case):
    """The claim opens with its evidence, its computation and its searches, and the address leads to it."""
    tab = visit()
    tab.locator('mark[data-claim="c30"]').first.click()

    card = tab.locator("#c30")
    assert "c30" == opened(tab)
    assert tab.url.endswith("#c30")
    assert "43.2 minutes" in card.inner_text()
    assert card.locator("text=Searches for this claim").is_visible()
    assert sum("c30" == item.claim.id for item in case.evidence) == card.locator(".evidence").count()


def test_a_number_inside_a_statement_opens_itself(visit):
    """The innermost mark is meant; the statement around it opens by its own tag."""
    tab = visit()
    tab.locator('mark[data-claim="c19"]').click(position={"x": 3, "y": 8})
    first = opened(tab)
    tab.locator('mark[data-claim="s06"] > a.tag').click()

    assert ["c19", "s06"] == [first, opened(tab)]


def test_the_keyboard_opens_and_closes(visit):
    """Tab reaches each number, Enter opens it and moves there, Escape goes back to where the reader was."""
    tab = visit()
    tab.locator('mark[data-claim="c12"] > a.tag').focus()
    tab.keyboard.press("Enter")

    assert "c12" == opened(tab)
    assert tab.evaluate("document.getElementById('c12').contains(document.activeElement)")
    tab.keyboard.press("Escape")
    assert opened(tab) is None
    assert "c12○" == tab.evaluate("document.activeElement.dataset.tag")


def test_a_card_opens_by_its_button(visit):
    """In the list, Space on a card's heading opens and closes it, and says so to a screen reader."""
    tab = visit()
    button = tab.locator("#c20 button.open")
    button.press("Space")
    assert ("c20", "true") == (opened(tab), button.get_attribute("aria-expanded"))
    button.press("Space")
    assert (None, "false") == (opened(tab), button.get_attribute("aria-expanded"))


def test_a_tap_opens_a_sheet_on_a_phone(visit):
    """At 360 pixels nothing is wider than the screen; a tap opens the claim over the article; × closes it."""
    tab = visit(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    tab.locator('mark[data-claim="c12"]').tap(position={"x": 8, "y": 10})
    box = tab.locator("#c12").bounding_box()

    assert "c12" == opened(tab)
    assert 360 >= tab.evaluate("document.documentElement.scrollWidth")
    assert box["y"] > 100 and 739 <= box["y"] + box["height"] <= 741
    tab.locator("#c12 .close").tap()
    assert opened(tab) is None


def test_the_sheet_keeps_the_reader_and_the_place(visit):
    """On a phone, Tab stays inside the open sheet, and closing a claim opened from the list leads back to the list."""
    tab = visit(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    tab.locator("#c20 button.open").scroll_into_view_if_needed()
    before = tab.evaluate("scrollY")
    tab.locator("#c20 button.open").tap()
    inside = []
    for _ in range(30):
        tab.keyboard.press("Tab")
        inside.append(
            tab.evaluate(
                "document.activeElement === document.body || document.getElementById('c20').contains(document.activeElement)"
            )
        )

    assert all(inside)
    tab.locator("#c20 .close").tap()
    assert before == pytest.approx(tab.evaluate("scrollY"), abs=2)
    assert not tab.evaluate("document.querySelector('header.top').inert")


def test_a_search_finds_the_same_before_and_after(visit, case):
    """What a search finds does not depend on what was opened: queries and printed figures are found cold."""
    tab = visit()
    query = case.findings["c12"].facts.logged[0].query
    tab.locator("#find").fill(query)
    cold = shown(tab)
    tab.locator("#find").fill("")
    tab.locator('mark[data-claim="c12"] > a.tag').click()
    tab.locator("#find").fill(query)

    assert "c12" in cold
    assert cold == shown(tab)


def test_escape_in_the_search_leaves_the_claim_open(visit):
    """Escape closes a claim, but not from within the search box."""
    tab = visit("#c12")
    tab.locator("#find").press("Escape")

    assert "c12" == opened(tab)


def test_a_number_can_be_opened_in_a_tab_of_its_own(visit):
    """With Ctrl held, the browser's own way of following a link is kept."""
    tab = visit()
    with tab.context.expect_page() as other:
        tab.locator('mark[data-claim="c12"] > a.tag').click(modifiers=["Control"])

    assert other.value is not tab
    assert opened(tab) is None


def test_an_address_can_ask_for_a_language(visit):
    """`?lang=zh` shows the Chinese page to a reader of English."""
    tab = visit("?lang=zh#c19")

    assert ("zh", "c19") == (tab.evaluate("document.documentElement.lang"), opened(tab))


@pytest.mark.parametrize("verdict", ["contradicted", "supported", "unsupported"])
def test_a_verdict_filters(visit, case, verdict):
    """A verdict leaves its claims, in the list and in the article, and says how many."""
    tab = visit()
    tab.locator(f".chip.{verdict}").click()
    expected = [name for name, found in case.verdicts.items() if found.verdict == verdict]

    assert expected == shown(tab)
    assert f"{len(expected)} of {len(case.claims)} claims shown" == tab.locator(".status").inner_text()
    assert set(expected) == set(
        tab.evaluate("[...document.querySelectorAll('mark[data-claim]:not(.off)')].map((mark) => mark.dataset.claim)")
    )
    tab.locator("#clear").click()
    assert len(case.claims) == len(shown(tab))


def test_a_section_and_words_filter(visit, case):
    """A section leaves its claims; words are looked for in both languages, in printed figures and in publishers."""
    tab = visit()
    section = case.article.sections[3]
    tab.locator("#section").select_option(section)
    assert [c.id for c in case.claims.values() if case.article.section(c.selector.start) == section] == shown(tab)

    tab.locator("#section").select_option("")
    for words in ("20萬元", "China Banking News", "单户授信", "credit line"):
        tab.locator("#find").fill(words)
        assert 0 < len(shown(tab)) < len(case.claims), words
    tab.locator("#find").fill("no such words anywhere")
    assert [] == shown(tab)


def test_a_link_leads_to_its_claim(visit):
    """`#c12` opens the claim and shows its words; the browser's back button goes back."""
    tab = visit("#c12")
    assert "c12" == opened(tab)
    assert tab.evaluate(
        "(() => { const box = document.querySelector('mark.on').getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; })()"
    )

    tab.locator('mark[data-claim="c30"]').first.click()
    tab.go_back()
    assert "c12" == opened(tab)


def test_a_link_to_no_claim_says_so(visit):
    """An id that is not there opens nothing and is told."""
    tab = visit("#c999")

    assert opened(tab) is None
    assert "There is no claim c999 here." == tab.locator(".status").inner_text()


def test_a_filtered_claim_opens_all_the_same(visit):
    """A link to a claim that a filter hides shows it."""
    tab = visit()
    tab.locator(".chip.supported").click()
    tab.locator('.findings a[data-open="c19"]').click()

    assert "c19" == opened(tab)
    assert tab.locator("#c19").is_visible()


def test_the_language_is_switched_and_remembered(visit):
    """The interface, verdicts, reasons and statements change; the article does not; a reload keeps the choice."""
    tab = visit("#c19")
    # what is laid out only near the screen has no text elsewhere
    tab.evaluate(
        "document.querySelectorAll('#article, #article *').forEach((one) => one.style.contentVisibility = 'visible')"
    )
    article = tab.locator("#article").inner_text()
    tab.locator('[data-language="zh"]').click()

    assert "zh" == tab.evaluate("document.documentElement.lang")
    assert "2021年适用于微粒贷的监管标准" in tab.locator("#c19 .statement").inner_text()
    assert "差距为10万元。" in tab.locator("#c19 .reason").inner_text()
    assert article == tab.locator("#article").inner_text()
    assert "c19, 存在矛盾，带有提醒" == tab.locator('mark[data-claim="c19"] > a.tag').get_attribute("aria-label")
    tab.reload()
    assert "zh" == tab.evaluate("document.documentElement.lang")
    assert "搜索主张" == tab.locator("#find").get_attribute("placeholder")


def test_a_chinese_browser_gets_chinese(visit):
    """Without a choice, the reader's own language decides, and nothing of the interface stays English."""
    tab = visit("#c12", locale="zh-CN")
    parts = ".kicker, .meta, .tallies, .filters, .key, footer, h2, .result h3, summary, .read dt, .badge, .method, figcaption"
    text = "\n".join(words.inner_text() for words in tab.locator(parts).all() if words.is_visible())

    assert "zh" == tab.evaluate("document.documentElement.lang")
    assert {"Claimbook", "nctoro", "com", "SEO", "evidence", "csv"} >= set(re.findall(r"[A-Za-z]{3,}", text))


def test_languages_are_told_to_screen_readers(visit):
    """Every visible text stands in an element with the right language."""
    tab = visit("#c19")
    wrong = tab.evaluate("""() => { const found = []; const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (walk.nextNode()) { const text = walk.currentNode.data; const parent = walk.currentNode.parentElement;
        if (/[\\u4e00-\\u9fff]{4}/.test(text) && parent.checkVisibility() && parent.closest("[lang]").lang !== "zh" && !["SCRIPT", "STYLE"].includes(parent.tagName)) found.push(text.slice(0, 60)); }
      return found; }""")

    assert [] == [text for text in wrong if not re.search(r"[A-Za-z]{3}", text)]


def test_a_citation_is_copied(visit):
    """One click copies the statement, the verdict, the confidence and the address of the claim."""
    tab = visit("#c19", permissions=["clipboard-read", "clipboard-write"])
    tab.locator("#c19 .copy").click()
    tab.locator("#c19 .said", has_text="Copied.").wait_for()
    text = tab.evaluate("navigator.clipboard.readText()")

    assert text == tab.locator("#c19 textarea").input_value()
    assert all(
        part in text
        for part in (
            "contradicted, with a caveat (confidence: moderate)",
            "微信怎么没微粒贷",
            f"{HOME}#c19",
            "300,000 yuan",
        )
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("width", "locale", "where"),
    [(1280, "en-US", "#c12"), (1280, "zh-CN", "#c30"), (360, "en-US", ""), (360, "zh-CN", "#s06")],
)
def test_nothing_stands_in_the_way_of_anyone(visit, scheme, width, locale, where):
    """axe-core finds no serious or critical fault, wide and narrow, light and dark, in both languages."""
    from axe_playwright_python.sync_playwright import Axe

    tab = visit(where, color_scheme=scheme, locale=locale, viewport={"width": width, "height": 800})
    found = Axe().run(tab).response["violations"]

    assert [] == [
        (one["id"], one["impact"], [node["target"] for node in one["nodes"]][:4])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]


def test_dark_is_dark(visit):
    """The page follows the reader's colours."""
    back = "getComputedStyle(document.body).backgroundColor"

    assert "rgb(22, 23, 26)" == visit(color_scheme="dark").evaluate(back)
    assert "rgb(255, 254, 251)" == visit(color_scheme="light").evaluate(back)


def latin(text):
    """Return what a browser without a Chinese font prints of a text, without spaces."""
    return re.sub(r"[^\x21-\x7e]", "", unicodedata.normalize("NFKC", str(text)))


def test_it_prints(visit, case, tmp_path):
    """On paper every claim stands with its reason, opened, filtered away or not, and the controls do not."""
    pypdf = pytest.importorskip("pypdf")
    tab = visit("#c19")
    tab.locator(".chip.supported").click()
    tab.pdf(path=tmp_path / "page.pdf", format="A4")
    text = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "page.pdf").pages)
    folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))  # ligatures are letters again

    assert "Whattheverdictsmean" in folded and "nobodylooked" in folded
    assert [] == [name for name in case.claims if name not in text]
    assert all(re.sub(r"\s+", "", case.claims[name].statement.en) in folded for name in ("c01", "c30", "s18"))
    plain = latin(folded)
    assert [] == [name for name, verdict in case.verdicts.items() if latin(verdict.reason)[:60] not in plain]
    assert "Showall" not in folded


def test_the_article_prints_whole(visit, bus, tmp_path):
    """On paper the article stands beside its claims, to the last line, whatever is filtered."""
    pypdf = pytest.importorskip("pypdf")
    case = load_case(bus)
    tab = visit(content=page.render(case))
    tab.locator("#find").fill("fares")
    tab.pdf(path=tmp_path / "page.pdf", format="A4")
    text = latin("".join(sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "page.pdf").pages))

    assert all(latin(line) in re.sub("c0[12][✗○✓]?", "", text) for line in case.article.text.splitlines())


def test_without_scripts_it_can_be_read(visit, case):
    """Every claim's reason is on the page, and a number still leads to it."""
    tab = visit(java_script_enabled=False)

    assert len(case.claims) == tab.locator(".claim .reason").count()
    assert all(tab.locator(f"#{name} .reason").is_visible() for name in ("c01", "c49"))
    assert "#c12" == tab.locator('mark[data-claim="c12"] > a.tag').get_attribute("href")


def test_browsers_find_every_annotation(visit, case):
    """In the browser's own units, each annotation selects its words in the article's text as the page holds it."""
    tab = visit()
    items = json.loads(json.dumps(export.collection(case, "utf-16")))["first"]["items"]
    wrong = tab.evaluate(
        """(items) => { const text = document.getElementById("article").textContent;
      return items.filter((item) => { const [place, quote] = item.target.selector; return text.slice(place.start, place.end) !== quote.exact; }).map((item) => item.id); }""",
        items,
    )

    assert [] == wrong


@pytest.mark.parametrize("locale", ["en-US", "zh-CN"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1280, 800)])
def test_the_first_screen_shows_the_worst(visit, width, height, locale):
    """The answer, the bar and the first contradiction with its reason stand on the first screen; no link to a tool does."""
    tab = visit(viewport={"width": width, "height": height}, locale=locale)
    bottom = "(found) => found.getBoundingClientRect().bottom"

    assert 0 < tab.locator(".lead").evaluate(bottom) < tab.locator(".whole").evaluate(bottom)
    assert height >= tab.locator(".findings li.contradicted").first.evaluate(bottom)
    assert width >= tab.evaluate("document.documentElement.scrollWidth")
    assert "Unsupported" in tab.locator(".lead").inner_text() or "未获证实" in tab.locator(".lead").inner_text()


def test_every_number_on_the_bar_can_be_read(visit):
    """In light and in dark, each number has a contrast of 4.5 at least with its part of the bar."""
    for scheme in ("light", "dark"):
        pairs = visit(
            color_scheme=scheme
        ).evaluate("""() => [...document.querySelectorAll(".whole .part")].filter((part) => part.querySelector("text"))
          .map((part) => ["rect", "text"].map((name) => getComputedStyle(part.querySelector(name)).fill.match(/\\d+/g).map(Number)))""")
        assert len(pairs) > 3
        for pair in pairs:
            low, high = sorted(map(luminance, pair))
            assert (high + 0.05) / (low + 0.05) >= 4.5, (scheme, pair)


def luminance(color):
    """Return the relative luminance of red, green and blue (WCAG)."""
    parts = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in color]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_what_is_searched_for_is_marked(visit):
    """Hits are marked on the cards and in what is opened; a card says where else the words are; clearing leaves none."""
    tab = visit()
    tab.locator("#find").fill("credit line")
    laid_out(tab)
    marked = {words.lower() for words in tab.locator("#c19 mark.hit").all_inner_texts() if words}
    plain = tab.locator("#c19 .statement").inner_text()

    assert {"credit", "line"} == marked
    for name in shown(tab):
        seen = [mark.inner_text().lower() for mark in tab.locator(f"#{name} mark.hit").all() if mark.is_visible()]
        assert {"credit", "line"} <= set(seen) or tab.locator(f"#{name} .elsewhere").is_visible(), name
    hidden = next(name for name in shown(tab) if tab.locator(f"#{name} .elsewhere").count())
    tab.locator(f"#{hidden} button.open").click()
    assert 0 == tab.locator(f"#{hidden} .elsewhere").count()
    assert 0 < tab.locator(f"#{hidden} .body mark.hit").count()
    tab.locator("#clear").click()
    assert 0 == tab.locator("mark.hit, .elsewhere").count()
    assert plain == tab.locator("#c19 .statement").inner_text()


def test_a_note_leads_to_what_was_left_and_back(visit):
    """By keyboard the mark of a note leads to the note and opens no claim; the raw tag is not seen in the article."""
    tab = visit()
    tab.locator("a.note").first.focus()
    tab.keyboard.press("Enter")

    assert tab.url.endswith("#note-1") and opened(tab) is None
    assert "<strong" in tab.locator("#note-1").inner_text()
    assert "<strong" not in tab.locator("#article").inner_text()
    assert tab.locator("#article").evaluate("(text) => text.textContent.includes('<strong')")


def test_a_closed_card_shows_that_it_opens(visit):
    """Each closed card has a chevron, the open one a cross instead."""
    tab = visit("#c19")

    assert tab.locator("#c20 .chevron").is_visible()
    assert not tab.locator("#c19 .chevron").is_visible() and tab.locator("#c19 .close").is_visible()


def test_a_citation_carries_the_caveat(visit, case):
    """What is copied says that the verdict has a caveat, and which."""
    name = next(name for name, verdict in case.verdicts.items() if verdict.caveat)
    text = visit(f"#{name}").locator(f"#{name} textarea").input_value()

    assert f"{case.verdicts[name].verdict}, with a caveat" in text
    assert str(case.verdicts[name].caveat) in text


@pytest.mark.parametrize("width", [390, 1600])
def test_the_index_is_for_everyone(visit, case, bus, tmp_path, width):
    """The index of several articles speaks both languages, fits the screen and has no serious fault for axe-core."""
    from axe_playwright_python.sync_playwright import Axe

    for one in (case, load_case(bus)):
        page.write_site(one, tmp_path / "site" / one.article.id, [])
    index = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    tab = visit(content=index, viewport={"width": width, "height": 800})
    tab.locator('[data-language="zh"]').click()

    assert width >= tab.evaluate("document.documentElement.scrollWidth")
    assert "个数字中" in tab.locator(".lead").first.inner_text()
    assert [] == [
        one["id"] for one in Axe().run(tab).response["violations"] if one["impact"] in ("serious", "critical")
    ]


EVIL = '<script>window.hacked=1</script><img src="x" onerror="window.hacked=1"><svg onload=window.hacked=1> \u202e\u2066 javascript:window.hacked=1 </p></div>{{7*7}}\n'


def test_a_hostile_article_of_five_megabytes_does_nothing(visit, bus):
    """Scripts, handlers, script addresses and reordering signs in the article and the tables stay text."""
    case = load_case(bus)
    text = case.article.text + EVIL * (5_000_000 // len(EVIL))
    item = case.evidence[0]
    source = replace(item.figure.source, url="javascript:window.hacked=1", publisher=EVIL, title=EVIL)
    figure = replace(item.figure, source=source, as_printed=EVIL, metric=EVIL, value="")
    claims = case.claims | {"c01": replace(case.claims["c01"], statement=Statement(EVIL, EVIL), note=EVIL)}
    hostile = replace(
        case,
        article=replace(case.article, text=text, title=EVIL),
        claims=claims,
        evidence=(replace(item, claim=claims["c01"], figure=figure, reason=EVIL),),
    )
    tab = visit("#c01", content=page.render(hostile))
    tab.locator("#c01 .evidence").first.wait_for()
    tab.locator("#find").fill("<script>")

    assert tab.evaluate("window.hacked") is None
    assert 4 == tab.evaluate("document.scripts.length")
    assert 0 == tab.locator("img, [onerror], [onload], a[href^='javascript']").count()
    assert "[U+202E]" in tab.locator("#c01").inner_text()
    assert "{{7*7}}" in tab.locator("#c01 .statement").inner_text()


def reached(tab, left, wanted):
    """Return whether a page comes to a state, asked now and then: its policy lets no script wait for it."""
    for _ in range(200):
        if tab.evaluate(left) == wanted:
            return True
        tab.wait_for_timeout(50)
    return False


def test_a_page_of_many_claims_is_filtered_in_pieces(visit, tmp_path):
    """A filter reaches the claims of all pieces, leaves no batch without a claim, and gives way to the next one."""
    tab = visit(content=page.render(load_case(write_case(tmp_path, 700, ("same", "proxy")))))
    left = """() => [[...document.querySelectorAll(".claim")].filter((card) => !card.hidden).length,
      [...document.querySelectorAll("#claims .batch")].filter((batch) => !batch.hidden).length,
      [...document.querySelectorAll("#article mark:not(.off)")].length]"""
    tab.locator("#section").select_option(index=20)
    assert reached(tab, left, [35, 1, 35])
    tab.locator("#section").select_option(index=0)
    tab.locator("#find").fill("c699")
    assert reached(tab, left, [1, 1, 1])

    assert tab.locator("#c699 mark.hit").is_visible() or tab.locator("#c699 .elsewhere").is_visible()
