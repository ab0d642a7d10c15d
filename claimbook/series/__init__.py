"""Series of public statistics, frozen as tables: the cells, operations over them, and claims read into operations.

- series: the record; folder: a folder of wide tables; places: countries and groups by their names
- over_time, over_places: the operations, listed in operations; result: what one comes to, in words
"""

from claimbook.series.folder import read_folder
from claimbook.series.operations import OPERATIONS, PANDAS
from claimbook.series.places import Place, find_places, named
from claimbook.series.result import Coverage, Result
from claimbook.series.series import Cell, Series

__all__ = [
    "OPERATIONS",
    "PANDAS",
    "Cell",
    "Coverage",
    "Place",
    "Result",
    "Series",
    "find_places",
    "named",
    "read_folder",
]
