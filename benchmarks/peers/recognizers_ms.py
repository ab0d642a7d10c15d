"""Microsoft's Recognizers-Text for Python, the release of 2024."""

from importlib import metadata

import ms_recognizers_date_time
import ms_recognizers_number
import ms_recognizers_number_with_unit

from benchmarks.peers import recognizers

VERSION = metadata.version("ms-recognizers-text-suite")
CUT = "sentence"
find = recognizers.caller(ms_recognizers_number, ms_recognizers_number_with_unit, ms_recognizers_date_time)


def read(text, found):
    """Return the results in our vocabulary."""
    return recognizers.read(text, found)
