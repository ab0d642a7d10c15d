"""Render a case as one self-contained page, and the executed notebooks as pages beside it."""

import base64
import hashlib
import json
from functools import cache
from importlib.resources import files
from pathlib import Path

import jinja2
from markupsafe import Markup

from claimbook import plot, report
from claimbook.export import claimreview
from claimbook.judge import stability
from claimbook.judge.verdict import MARKS, SENTENCES, SUB_REASONS, VERDICTS, single
from claimbook.language.phrase import LANGUAGES, Spoken, catalogue, phrase, say
from claimbook.page import marked
from claimbook.page.payload import payload
from claimbook.quantity.quantity import Quantity
from claimbook.report import blocks
from claimbook.tables.writer import save

# What a browser may run and load: the two scripts and the one style of this page, by their hashes, and nothing else.
POLICY = "default-src 'none'; script-src {scripts}; style-src {styles}; base-uri 'none'; form-action 'none'"


def write(case, folder, links=None):
    """Write ``index.html`` into a folder, and return its path."""
    path = Path(folder) / "index.html"
    path.parent.mkdir(parents=True, exist_ok=True)
    save(render(case, links), path)
    return path


def render(case, links=None):
    """Return the page as HTML.

    Parameters
    ----------
    case : Case
    links : dict of str to list of str, optional
        Names of the files beside the page, by what they are.
    """
    template = environment(case.book).get_template("page.html.j2")
    scripts, style = [text_of("first.js"), text_of("page.js")], text_of("page.css")
    claims = list(case.claims.values())
    facts = {
        "case": case,
        "article": case.article,
        "policy": POLICY.format(scripts=" ".join(map(_hash, scripts)), styles=_hash(style)),
        "first": Markup(scripts[0]),
        "script": Markup(scripts[1]),
        "style": Markup(style),
        "headline": report.headline(case),
        "tallies": [_tally(case, numbers) for numbers in (True, False)],
        "totals": {name: n for name in report.ORDER if (n := sum(v.verdict == name for v in case.verdicts.values()))},
        "findings": report.decided(case),
        "claims": claims,
        "lines": marked.lines(case),
        "strips": {claim.id: plot.strip(case, claim) for claim in claims},
        "stability": {name: stability.sentence(changes) for name, changes in case.flips.items()},
        "as_of": report.as_of(case),
        "payload": payload(case),
        "reviews": claimreview.reviews(case, page=""),
        "links": links or {},
    }
    return template.render(facts)


@cache
def text_of(name):
    """Return a file of the page's own, with one line end after it."""
    return (files("claimbook.page") / name).read_text(encoding="utf-8").strip() + "\n"


def _hash(text):
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def environment(book=None):
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
        "t": lambda words, **fills: both(phrase(words, **fills) if isinstance(words, str) else words, book),
        "MARKS": MARKS,
        "SENTENCES": SENTENCES,
        "VERDICTS": VERDICTS,
        "single": single,
        "LANGUAGES": LANGUAGES,
        "pair": _pair,
        "link": lambda words, url: Markup(blocks.Link(words, url).html),
        "phrase": phrase,
        "zh": lambda words: catalogue()[words],
        "embedded": _embedded,
    }
    return made


def both(thing, book=None):
    """Say a phrase, a quantity or words of the data in both languages, for the page to show one of them."""
    thing = thing if isinstance(thing, Spoken | Quantity) else phrase(thing)
    return _pair(*(say(thing, language, book) for language in LANGUAGES))


def _pair(english, chinese):
    if english == chinese:
        return Markup(blocks.safe(english))
    spoken = zip(("en", "zh"), (english, chinese), strict=True)
    return Markup("".join(f'<span class="l" lang="{code}">{blocks.safe(words)}</span>' for code, words in spoken))


def _embedded(data):
    """Write data as JSON that cannot leave its script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    unsafe = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
    unsafe |= {code: f"\\u{code:04x}" for code in blocks.BIDI}
    return Markup(text.translate(unsafe))


def _tally(case, numbers):
    """Count verdicts as rows of (verdict, why, count); unsupported is split by why and is never one bar."""
    found = report.counts(case, numbers=numbers)
    rows = [(name, "", found[name]) for name in report.ORDER if name != "unsupported"]
    rows.append(("unsupported", "", found["unsupported"]))
    rows += [("unsupported", told, found[kind]) for kind, told in SUB_REASONS.items()]
    return {"claims": found["claims"], "rows": rows}
