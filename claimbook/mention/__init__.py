"""Find every numeric expression in a text, Chinese or English.

The rooms, each importing only those above it:

- words, units: tables of what numbers are written with
- numerals: Arabic, Chinese, vague and English numerals, and their values
- atoms: a numeral with its magnitude and unit; ranges: two of them, with sign and money
- named: dates, clock times, codes, places in an order; forms: shares, folds, spans of time
- comparators: comparator, share or change; tables, context: headers and words around; rate: what a number is per
- readers: how a match is read; catalogue: all forms, and what each begins with
- begin: where a number can begin; lists: units shared by all; scan: find and read them; stream: piece by piece
"""

from claimbook.mention.mention import Mention
from claimbook.mention.scan import mentions
from claimbook.mention.stream import described, stream

__all__ = ["Mention", "described", "mentions", "stream"]
