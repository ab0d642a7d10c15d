"""The page above the pages: every article that was reported into one folder, each with its answer and its bar."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from claimbook.page.answer import Count
from claimbook.page.palette import palette
from claimbook.page.render import POLICY, environment, hashed, text_of
from claimbook.tables.writer import save

OURS = '<meta name="generator" content="Claimbook">'
DATA = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.S)


def write_index(folder: Path) -> Path | None:
    """Write ``index.html`` above the pages of several articles, and return its path; None where there is none to write.

    What the pages say of themselves is read from them, so that the index says what they say. A page that somebody else
    wrote is left alone.

    Parameters
    ----------
    folder : Path
        Holds one folder an article, named by its id.
    """
    path = folder / "index.html"
    entries = articles(folder)
    if len(entries) < 2 or (path.exists() and OURS not in path.read_text(encoding="utf-8", errors="replace")):
        return None
    scripts, style = [text_of("first.js"), text_of("index.js")], palette() + text_of("page.css")
    facts = {
        "policy": POLICY.format(scripts=" ".join(map(hashed, scripts)), styles=hashed(style)),
        "first": Markup(scripts[0]),
        "script": Markup(scripts[1]),
        "style": Markup(style),
        "articles": entries,
    }
    save(environment().get_template("index.html.j2").render(facts), path)
    return path


def articles(folder: Path) -> list[dict[str, Any]]:
    """Return what the pages in the folders below say of themselves."""
    found = [_entry(page) for page in sorted(folder.glob("*/index.html"))]
    return [entry for entry in found if entry]


def _entry(page: Path) -> dict[str, Any]:
    text = page.read_text(encoding="utf-8", errors="replace")
    data = DATA.search(text) if OURS in text else None
    about = json.loads(data[1]).get("about") if data else None  # an earlier version's page says nothing of itself
    if not about or about["id"] != page.parent.name:
        return {}
    return about | {"href": f"{quote(page.parent.name)}/index.html", "bar": [Count.read(row) for row in about["bar"]]}
