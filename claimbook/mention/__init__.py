"""Find every numeric expression in a text, Chinese or English.

The rooms, each importing only those above it:

- words, units: tables of what numbers are written with
- arabic, numerals: Arabic, Chinese, vague and English numerals, and their values
- letters: a lone letter, unit or magnitude (5m, 700 K); weights: pounds of money and of weight
- atoms: a numeral with its magnitude and unit; ranges: two of them, with sign and money; parts: 7 feet 10 inches
- moments: dates and times as ISO 8601 writes them; hidden: characters of no width
- named: dates, clock times, codes, places in an order; forms: shares, folds, spans of time
- comparators: comparator, share or change; directions: up or down
- tables, context: headers and words around; rate: what a number is per
- spoken: as people say them in English: several hundred, five-to-one
- readers: how a match is read; catalogue: all forms, and what each begins with
- begin: where a number can begin; lists: units shared by all; scan: find and read them; stream: piece by piece
"""

from claimbook.mention.mention import Mention
from claimbook.mention.scan import mentions
from claimbook.mention.stream import described, stream

__all__ = ["Mention", "described", "mentions", "stream"]
