"""Microsoft's Recognizers-Text for Python, the release of 2019."""

from importlib import metadata

import recognizers_date_time
import recognizers_number
import recognizers_number_with_unit

from benchmarks.peers import recognizers

VERSION = metadata.version("recognizers-text-suite")
CUT = "line"
find = recognizers.caller(recognizers_number, recognizers_number_with_unit, recognizers_date_time)


def read(text, found):
    """Return the results in our vocabulary."""
    return recognizers.read(text, found)
