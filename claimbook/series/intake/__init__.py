"""Series taken from where they are published: a file of one's own or an address, as cells with a birth certificate.

- cells: places, periods and values as publishers write them; grid, table, heads: a table, wide or long, as cells
- owid, worldbank, jsonstat, sdmx, fred: one publisher's or format's answers; kinds: which of them an answer is
- ask: the web, politely; add: frozen into a workspace
"""

from claimbook.series.intake.add import Wanted, add, choice_of, freeze, lines_of, take
from claimbook.series.intake.ask import Asker
from claimbook.series.intake.grid import Choice

__all__ = ["Asker", "Choice", "Wanted", "add", "choice_of", "freeze", "lines_of", "take"]
