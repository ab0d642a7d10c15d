"""Pictures. The only room that imports matplotlib."""

from claimbook.plot.figures import claims_against_figures, scatter
from claimbook.plot.readings import readings
from claimbook.plot.sensitivity import sensitivity
from claimbook.plot.strip import strip
from claimbook.plot.timelines import timelines
from claimbook.plot.verdicts import verdicts_by_section

__all__ = ["claims_against_figures", "readings", "scatter", "sensitivity", "strip", "timelines", "verdicts_by_section"]
