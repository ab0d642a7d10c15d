"""Pictures. The only room that imports matplotlib."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimbook.plot.cells import behind
    from claimbook.plot.course import statistics
    from claimbook.plot.drawn import sketch
    from claimbook.plot.figures import claims_against_figures, scatter
    from claimbook.plot.flips import sensitivity
    from claimbook.plot.reading import readings
    from claimbook.plot.strips import strip
    from claimbook.plot.timeline import timelines
    from claimbook.plot.verdicts import verdicts_by_section

__all__ = [
    "behind",
    "claims_against_figures",
    "readings",
    "scatter",
    "sensitivity",
    "sketch",
    "statistics",
    "strip",
    "timelines",
    "verdicts_by_section",
]
# The module of each; none has the name of a picture, which would hide it once the module is imported.
HOMES = {
    "behind": "cells",
    "claims_against_figures": "figures",
    "readings": "reading",
    "scatter": "figures",
    "sensitivity": "flips",
    "sketch": "drawn",
    "statistics": "course",
    "strip": "strips",
    "timelines": "timeline",
    "verdicts_by_section": "verdicts",
}


def __getattr__(name: str) -> object:
    """Import a picture when it is asked for: the strips of the page need little of what the others do."""
    if name in HOMES:
        return getattr(import_module(f"claimbook.plot.{HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
