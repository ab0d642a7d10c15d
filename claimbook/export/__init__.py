"""Hand the result on to other tools, one format a file."""

import json
from pathlib import Path

from claimbook.case.case import Case
from claimbook.export.annotations import collection
from claimbook.export.bibliography import bibliography
from claimbook.export.claimreview import reviews
from claimbook.export.datapackage import datapackage, tables
from claimbook.export.summary import summary
from claimbook.export.verdicts import defused, verdicts, write_picture, write_verdicts
from claimbook.export.workbook import workbook
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
# File -> what it is and who reads it.
FORMATS = {
    "claimreview.json": "ClaimReview (schema.org), for search engines and fact-check databases",
    "annotations.json": "W3C Web Annotations, offsets in Unicode code points, for annotation tools and Python",
    "annotations-utf16.json": "the same, offsets in UTF-16 units, for browsers",
    "datapackage.json": "Data Package with every table as CSV, for frictionless, R and pandas",
    "sources.csl.json": "CSL-JSON bibliography of the sources, for Zotero and pandoc",
    "claimbook.xlsx": "Excel workbook, one sheet a table",
    "summary.md": "Markdown summary in English, for a pull request or a newsletter",
    "summary.zh.md": "the same in Chinese",
}


def write_all(case: Case, folder: str | Path) -> list[Path]:
    """Write every format into a folder, the tables and the article beside the Data Package; return the paths."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    written = tables(case)
    contents: dict[str, str | bytes] = {
        "claimreview.json": _json(reviews(case, case.article.review_url)),
        "annotations.json": _json(collection(case)),
        "annotations-utf16.json": _json(collection(case, "utf-16")),
        "datapackage.json": _json(datapackage(case, written)),
        "sources.csl.json": _json(bibliography(case)),
        "claimbook.xlsx": workbook(case),
        "summary.md": summary(case),
        "summary.zh.md": summary(case, "zh"),
        "article.txt": case.article.text,
    }
    contents |= {f"{name}.csv": text for name, text in written.items()}
    for name, content in contents.items():
        save(content, folder / name)
    return [folder / name for name in contents]


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
