"""The verdicts so far: of rows as a person is filling them in, before they are all there."""

from dataclasses import replace
from pathlib import Path

from claimbook.case.article import Article
from claimbook.case.case import Case, case_of
from claimbook.case.computable import not_computable, not_computed
from claimbook.case.rules import problems
from claimbook.case.unfinished import finished, left_out
from claimbook.tables.fault import fault_in
from claimbook.tables.schema import Row, cell_faults


def so_far(folder: Path, article: Article, tables: dict[str, list[Row]]) -> Case:
    """Return what can be judged of some rows by now; whatever is missing or wrong is left out, with what rests on it.

    Parameters
    ----------
    folder : Path
    article : Article
    tables : dict of str to list of dict
        All tables, or the parts of them that some claims need.
    """
    cells = [
        fault_in(name, number, row, column, words)
        for name, rows in tables.items()
        for number, row in enumerate(rows, 2)
        for column, words in cell_faults(name, row)
    ]
    faults = [*cells, *problems(article, tables, cells)]
    complete = finished(tables, faults)
    if wrong := list(not_computed(complete)):
        complete = finished(complete, wrong)
    case = case_of(folder, article, complete, tuple(faults), left_out(tables, complete))
    if wrong := list(not_computable(case)):
        return replace(case, checks=tuple(one for one in case.checks if one.id not in {fault.id for fault in wrong}))
    return case
