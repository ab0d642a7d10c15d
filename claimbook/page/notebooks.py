"""The executed notebooks as pages beside the page, each with a way back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from claimbook.language.progress import progress
from claimbook.page.render import environment, text_of
from claimbook.tables.kept import digest, is_kept, keep
from claimbook.tables.writer import save

if TYPE_CHECKING:
    import nbformat

    from claimbook.case.case import Case

POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def write_notebooks(
    paths: Sequence[str | Path], folder: str | Path, title: str, case: Case | None = None
) -> list[Path]:
    """Write each notebook as ``<name>.html`` into a folder, and return the paths.

    Parameters
    ----------
    paths : sequence of path-like
        Executed notebooks, in order.
    folder : path-like
    title : str
        Title of the article.
    case : Case, optional
        The case that they were executed on; a page that was made here from the same notebook is then kept.
    """
    names = [Path(path).stem for path in paths]
    written = [Path(folder) / f"{name}.html" for name in names]
    pairs = zip(map(Path, paths), written, strict=True)
    for path, target in progress(pairs, "writing the notebooks as pages", len(names), lambda pair: pair[1].name):
        key = str(target.resolve())
        if case and is_kept(case.home, case.article.id, key, digest(path, target, title, *names)):
            continue
        save(_html(path, names, title), target)
        if case:
            keep(case.home, case.article.id, {key: digest(path, target, title, *names)})
    return written


def _html(path: str | Path, names: Sequence[str], title: str) -> str:
    import nbformat  # as late as this, since it takes longer to import than the page takes to write
    from nbconvert.exporters.html import HTMLExporter
    from pygments.formatters import HtmlFormatter

    book = nbformat.read(path, as_version=4)
    book.cells = [cell for cell in book.cells if "parameters" not in cell.metadata.get("tags", [])]  # shows nothing
    _describe(book)
    body, _ = HTMLExporter(template_name="basic", embed_images=True, anchor_link_text="").from_notebook_node(book)
    for name in names:
        body = body.replace(f'href="{name}.ipynb', f'href="{name}.html')
    facts = {
        "name": Path(path).stem,
        "names": names,
        "title": title,
        "policy": POLICY,
        "style": Markup(text_of("notebook.css") + HtmlFormatter(style="default").get_style_defs(".highlight")),
        "body": Markup(body),
    }
    return environment().get_template("notebook.html.j2").render(facts)


def _describe(book: nbformat.NotebookNode) -> None:
    """Name each picture by its own title and note, for those who cannot see it."""
    for cell in book.cells:
        for output in cell.get("outputs", []):
            data = output.get("data", {})
            if "image/png" in data:
                words = " ".join(data.get("text/plain", "Picture").split())
                output.setdefault("metadata", {}).setdefault("image/png", {})["alt"] = words
