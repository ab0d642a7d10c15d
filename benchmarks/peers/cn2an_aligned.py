"""cn2an: a text with its numerals as digits, aligned with the text that it was made from."""

import re
from importlib import metadata

import cn2an

from benchmarks.peers import vocabulary
from benchmarks.peers.digits import number

VERSION = metadata.version("cn2an")
NUMBER = re.compile(r"((?<![\d%-])-?\d+(?:\.\d+)?(?:/\d+)?%?)")


def find(text, language):
    """Return the text with digits."""
    return cn2an.transform(text, "cn2an")


def read(text, found):
    """Return every number that it then holds, where it stood in the text; what stands between is in both."""
    pieces = NUMBER.split(found)
    items, end = [], len(pieces[0])
    for digits, between in zip(pieces[1::2], pieces[2::2], strict=True):
        start, end = end, text.find(between, end + 1) if between else end + len(digits)
        if end < 0:
            end = len(text)
        items.append(number(text, start, end, digits))
        end += len(between)
    return vocabulary.resolve(items)
