"""Hand the result on to other tools, one format a file."""

from claimbook.export.verdicts import defused, verdicts, write_picture, write_verdicts

__all__ = ["defused", "verdicts", "write_picture", "write_verdicts"]
