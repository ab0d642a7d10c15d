"""What is known of the article itself (``article.toml``): shown, and filled in one line at a time."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from claimbook.case.article import FORMS, LEFT, TEXTS
from claimbook.draft.draft import about
from claimbook.form.changes import plain
from claimbook.quantity.period import period
from claimbook.tables.fault import Problems
from claimbook.tables.files import LONGEST, decode
from claimbook.tables.workspace import project_of
from claimbook.tables.writer import locked, save

SHOWN = ("title", "publisher", "author", "url", "period", "reviewer")


def shown(folder: Path) -> dict[str, str]:
    """Return the fields that a person may fill in."""
    fields = about(folder)
    return {name: str(fields.get(name) or "") for name in SHOWN}


def missing(folder: Path) -> list[str]:
    """Return the fields that the article still lacks."""
    fields = about(folder)
    return [name for name in LEFT if not fields.get(name)]


def fill_in(folder: Path, name: str, value: str) -> None:
    """Write one field of the article; every other line stays as it is.

    Raises
    ------
    Problems
        If it is no field to fill in, or the value does not fit.
    """
    value = " ".join(plain(value).split())
    pattern, form = FORMS.get(name, (re.compile(".*"), "text"))
    if name not in SHOWN or name not in TEXTS:
        raise Problems([f"“{name}” is not a field to fill in here"])
    if len(value) > LONGEST:
        raise Problems([f"“{name}” has more than {LONGEST:,} characters; shorten it"])
    if (value and not pattern.fullmatch(value)) or (name == "period" and not _is_period(value)):
        raise Problems([f"“{value}” must be {form}"])
    line = f"{name} = {json.dumps(value, ensure_ascii=False)}".replace("\x7f", "\\u007f")
    with locked(project_of(folder)):
        text = decode(folder / "article.toml", "article.toml")
        found = re.search(rf"^{name}\s*=.*$", text, re.M)
        changed = f"{text[: found.start()]}{line}{text[found.end() :]}" if found else f"{line}\n{text}"
        try:
            tomllib.loads(changed)
        except tomllib.TOMLDecodeError:
            raise Problems([f"article.toml: “{name}” takes more than one line; change it in an editor"]) from None
        save(changed, folder / "article.toml")


def _is_period(value: str) -> bool:
    try:
        return bool(value) and period(value).first <= period(value).last
    except ValueError:
        return False
