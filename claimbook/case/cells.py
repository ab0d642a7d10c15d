"""What an article rests on of frozen series: their files as they were frozen, and its figures as their cells."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from claimbook.case.computable import used
from claimbook.tables.cells import read_cells
from claimbook.tables.fault import Fault, Problems, fault_in
from claimbook.tables.references import names
from claimbook.tables.schema import Row


def wrong_cells(home: Path, tables: Mapping[str, list[Row] | None]) -> Iterator[Fault]:
    """Yield what is wrong with the series that an article's evidence rests on, and figures that are no cell of theirs.

    Parameters
    ----------
    home : Path
        The workspace.
    tables : dict of str to list of dict, or to None
    """
    rows = {name: found or [] for name, found in tables.items()}
    behind = {source["source"]: source["series"] for source in rows["sources"] if source.get("series")}
    figures = {name for _, row in used(rows) for name in names(row["expression"])} if behind else set()
    figures |= {row["figure"] for row in rows["evidence"]}
    own = [
        (number, row)
        for number, row in enumerate(rows["figures"], 2)
        if row["figure"] in figures and row["source"] in behind
    ]
    printed, stated = {row["as_printed"] for _, row in own}, any(row["value"] for _, row in own)
    certificates = {row["series"]: row for row in rows["series"]}
    cells: dict[str, set[str]] = {}
    for name in sorted({behind[row["source"]] for _, row in own} & certificates.keys()):
        try:
            lines = read_cells(home, certificates[name])
            cells[name] = {line.sha256 for line in lines if line.value in printed or stated}
        except Problems as problems:
            yield from problems.faults
    for number, row in own:
        there = cells.get(behind[row["source"]])
        if there is not None and row["passage_sha256"] not in there:
            words = f"is no cell of series/{behind[row['source']]}.csv; pair the claim again"
            yield fault_in("figures", number, row, "passage_sha256", words)
