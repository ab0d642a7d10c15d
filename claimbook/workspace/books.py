"""The notebooks of a workspace: in its language, and marked so that an upgrade knows those that nobody has changed."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from claimbook.language.prose import prose

Book = dict[str, Any]


def written(content: bytes, language: str, article: str = "") -> bytes:
    """Return a notebook of the template as a workspace has it.

    Parameters
    ----------
    content : bytes
    language : str
        Of its prose and of what it prints.
    article : str
        The one that its first cell names, where it names one.
    """
    book = json.loads(content)
    for cell in book["cells"]:
        source = _source(cell)
        if cell["cell_type"] == "markdown":
            source = prose(source, language)
        elif "parameters" in cell["metadata"].get("tags", ()):
            source = source.replace('LANGUAGE = "en"', f'LANGUAGE = "{language}"')
            source = source.replace("my-article", article or "my-article")
        cell["source"] = source.splitlines(keepends=True)
    own = {"template": digest(book), "language": language, "article": article}
    book["metadata"]["claimbook"] = {name: word for name, word in own.items() if word}
    return (json.dumps(book, ensure_ascii=False, indent=1) + "\n").encode()


def renewed(old: bytes, new: bytes) -> bytes | None:
    """Return what an upgrade replaces a notebook by; None where it is up to date, or somebody has changed a cell of it.

    Parameters
    ----------
    old : bytes
        The notebook of the workspace, run or not.
    new : bytes
        That of the template.
    """
    own, now = _marks(old)
    fresh = written(new, str(own.get("language", "en")), str(own.get("article", "")))
    return fresh if now and now == own.get("template") != _marks(fresh)[1] else None


def is_changed(old: bytes, new: bytes) -> bool:
    """Return whether a notebook of the workspace is neither that of the template nor one that nobody has changed."""
    own, now = _marks(old)
    fresh = written(new, str(own.get("language", "en")), str(own.get("article", "")))
    return now not in (own.get("template"), _marks(fresh)[1])


def _marks(content: bytes) -> tuple[Mapping[str, object], str]:
    """Return what a notebook says of its template, and its digest as it is now; nothing if it is no notebook."""
    try:
        book = json.loads(content)
        own = book["metadata"].get("claimbook", {})
        return (own if isinstance(own, dict) else {}), digest(book)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}, ""


def digest(book: Book) -> str:
    """Return the digest of what is written in the cells; their outputs and the numbers of their runs are no change."""
    cells = [[cell["cell_type"], _source(cell)] for cell in book["cells"]]
    return hashlib.sha256(json.dumps(cells, ensure_ascii=False).encode()).hexdigest()


def _source(cell: Mapping[str, Any]) -> str:
    return "".join(cell["source"])
