"""Re-fetch the sources and check that their figures are still there; the result decides no claim."""

from claimbook.recheck.archive import WAYBACK, Archive
from claimbook.recheck.printed import folded, is_printed
from claimbook.recheck.run import due, rechecks, record
from claimbook.recheck.snapshot import Shelf
from claimbook.recheck.visit import visit

__all__ = ["WAYBACK", "Archive", "Shelf", "due", "folded", "is_printed", "rechecks", "record", "visit"]
