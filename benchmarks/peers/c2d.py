"""chinese2digits: the numbers of a text as strings in order, without offsets."""

from importlib import metadata

import chinese2digits

from benchmarks.peers import vocabulary
from benchmarks.peers.digits import number

# It returns strings with the numerals of banks and of old books in plain ones.
PLAIN = str.maketrans("两兩〇壹贰貳叁參肆伍陆陸柒捌玖拾佰仟萬億點", "二二零一二二三三四五六六七八九十百千万亿点")
VERSION = metadata.version("chinese2digits")


def find(text, language):
    """Return the strings found and their digits."""
    return chinese2digits.takeNumberFromString(text, percentConvert=False)


def read(text, found):
    """Return them in our vocabulary, each located after the one before it."""
    items, end, plain = [], 0, text.translate(PLAIN)
    for words, digits in zip(found["CHNumberStringList"], found["digitsStringList"], strict=True):
        start = plain.find(words.translate(PLAIN), end)
        if start >= 0:
            end = start + len(words)
            items.append(number(text, start, end, digits))
    return vocabulary.resolve(items)
