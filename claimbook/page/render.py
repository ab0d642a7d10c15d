"""Render a case as one self-contained page, and the executed notebooks as pages beside it."""

import base64
import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import jinja2
from markupsafe import Markup

from claimbook import plot, report
from claimbook.case.case import Case
from claimbook.export import claimreview
from claimbook.judge.rules import SENTENCES
from claimbook.judge.verdict import SUB_REASONS, Label, single
from claimbook.language.phrase import LANGUAGES, Spoken, catalogue, phrase, say
from claimbook.language.progress import progress
from claimbook.page.answer import bar, tally, with_caveats
from claimbook.page.marked import BATCH, CAVEAT, Shown
from claimbook.page.palette import palette, slug
from claimbook.page.payload import packed, payload
from claimbook.page.words import KEY
from claimbook.plot.drawn import Sketch
from claimbook.quantity.quantity import Quantity
from claimbook.report import blocks
from claimbook.report.draft import draft_note
from claimbook.report.outline import outline
from claimbook.tables.writer import save

# What a browser may run and load: the two scripts and the one style of this page, by their hashes, and nothing else.
POLICY = "default-src 'none'; script-src {scripts}; style-src {styles}; base-uri 'none'; form-action 'none'"


Links = dict[str, list[str]]  # names of the files beside the page, by what they are


def write(case: Case, folder: str | Path, links: Links | None = None) -> Path:
    """Write ``index.html`` into a folder, and return its path."""
    path = Path(folder) / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    save(render(case, links), path)
    return path


def render(case: Case, links: Links | None = None) -> str:
    """Return the page as HTML.

    Parameters
    ----------
    case : Case
    links : dict of str to list of str, optional
        Names of the files beside the page, by what they are.
    """
    template = environment(case.book).get_template("page.html.j2")
    scripts, style = [text_of("first.js"), text_of("page.js")], palette() + text_of("page.css")
    shown = Shown(case)
    facts = {
        "case": case,
        "article": case.article,
        "policy": POLICY.format(scripts=" ".join(map(hashed, scripts)), styles=hashed(style)),
        "first": Markup(scripts[0]),
        "script": Markup(scripts[1]),
        "style": Markup(style),
        "headline": report.headline(case),
        "draft": draft_note(case),
        "answer": report.answer(case),
        "bar": bar(case),
        "groups": report.groups(case),
        "checked": report.checked(case),
        "tallies": [tally(case, numbers) for numbers in (True, False)],
        "totals": {name: n for name in report.ORDER if (n := sum(v.verdict == name for v in case.verdicts.values()))},
        "outlines": progress([outline(case, name) for name in case.findings], "writing the page"),
        "caveats": any(verdict.caveat for verdict in case.verdicts.values()),
        "shown": shown,
        "written": shown.html,
        "strips": {name: plot.strip(found) for name, found in case.findings.items()},
        "sketches": _sketches(case),
        "as_of": case.as_of,
        "payload": packed(payload(case)),
        "reviews": claimreview.reviews(case, page=""),
        "links": {"All articles": [], "The working": [], "For other tools": []} | (links or {}),
    }
    return template.render(facts)


def _sketches(case: Case) -> dict[str, Sketch | None]:
    """Return the picture of the frozen series behind each claim, where there is one."""
    found = plot.behind(case)
    return {name: plot.sketch([one for one in found if one.item.claim.id == name]) for name in case.findings}


@cache
def text_of(name: str) -> str:
    """Return a file of the page's own, with one line end after it."""
    return (files("claimbook.page") / name).read_text(encoding="utf-8").strip() + "\n"


def hashed(text: str) -> str:
    """Return what a policy calls a script or a style by."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def environment(book: Mapping[str, str] | None = None) -> jinja2.Environment:
    """Make the templates' environment: everything is escaped, and `t` says words in both languages."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("claimbook.page", ""),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda thing: thing if isinstance(thing, Markup) else Markup(blocks.safe(thing)),
    )
    made.globals |= {
        "pair": _pair,
        "t": lambda words, **fills: both(phrase(words, **fills) if isinstance(words, str) else words, book),
        "SENTENCES": SENTENCES,
        "LABELS": list(Label),
        "SUB_REASONS": SUB_REASONS,
        "single": single,
        "LANGUAGES": LANGUAGES,
        "link": lambda words, url: Markup(blocks.Link(words, url).html),
        "phrase": phrase,
        "zh": lambda words: catalogue()[words],
        "embedded": _embedded,
        "KEY": KEY,
        "BATCH": BATCH,
        "CAVEAT": CAVEAT,
        "slug": slug,
        "with_caveats": with_caveats,
    }
    return made


def both(thing: Spoken | Quantity | str, book: Mapping[str, str] | None = None) -> Markup:
    """Say a phrase, a quantity or words of the data in both languages, for the page to show one of them."""
    thing = thing if isinstance(thing, Spoken | Quantity) else phrase(thing)
    return _pair(*(say(thing, language, book) for language in LANGUAGES))


def _pair(english: str, chinese: str) -> Markup:
    if english == chinese:
        return Markup(blocks.safe(english))
    spoken = zip(("en", "zh"), (english, chinese), strict=True)
    return Markup("".join(f'<span class="l" lang="{code}">{blocks.safe(words)}</span>' for code, words in spoken))


def _embedded(data: object) -> Markup:
    """Write data as JSON that cannot leave its script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    unsafe = [*map(ord, "<>&\u2028\u2029"), *blocks.BIDI]
    return Markup(text.translate({code: f"\\u{code:04x}" for code in unsafe}))
