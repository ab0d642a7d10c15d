"""Hand the result on to other tools, one format a file."""

import json
from collections.abc import Callable
from pathlib import Path

from claimbook.case.case import Case
from claimbook.export.annotations import collection
from claimbook.export.bibliography import bibliography
from claimbook.export.claimreview import reviews
from claimbook.export.datapackage import datapackage, tables
from claimbook.export.summary import summary
from claimbook.export.verdicts import defused, verdicts, write_picture, write_verdicts
from claimbook.export.workbook import workbook
from claimbook.language.progress import progress
from claimbook.tables.writer import save

__all__ = [
    "FORMATS",
    "bibliography",
    "collection",
    "datapackage",
    "defused",
    "reviews",
    "summary",
    "tables",
    "verdicts",
    "workbook",
    "write_all",
    "write_picture",
    "write_verdicts",
]
Write = Callable[[Case, dict[str, str]], str | bytes]  # takes the tables as CSV text too, by name


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


# File -> what writes it.
FORMATS: dict[str, Write] = {
    # ClaimReview (schema.org), for search engines and fact-check databases
    "claimreview.json": lambda case, _: _json(reviews(case, case.article.review_url)),
    # W3C Web Annotations, offsets in Unicode code points, for annotation tools and Python
    "annotations.json": lambda case, _: _json(collection(case)),
    # the same, offsets in UTF-16 units, for browsers
    "annotations-utf16.json": lambda case, _: _json(collection(case, "utf-16")),
    # Data Package with every table as CSV, for frictionless, R and pandas
    "datapackage.json": lambda case, written: _json(datapackage(case, written)),
    # CSL-JSON bibliography of the sources, for Zotero and pandoc
    "sources.csl.json": lambda case, _: _json(bibliography(case)),
    # Excel workbook, one sheet a table
    "claimbook.xlsx": lambda case, _: workbook(case),
    # Markdown summary in English, for a pull request or a newsletter, and the same in Chinese
    "summary.md": lambda case, _: summary(case),
    "summary.zh.md": lambda case, _: summary(case, "zh"),
}


def write_all(case: Case, folder: str | Path) -> list[Path]:
    """Write every format into a folder, the tables and the article beside the Data Package; return the paths."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    written = tables(case)
    formats = progress(FORMATS.items(), "writing the formats for other tools", name=lambda pair: pair[0])
    contents = {name: write(case, written) for name, write in formats}
    contents |= {"article.txt": case.article.text, **{f"{name}.csv": text for name, text in written.items()}}
    for name, content in contents.items():
        save(content, folder / name)
    return [folder / name for name in contents]
