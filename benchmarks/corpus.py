"""Texts to measure speed on: the labelled dev texts, over and over, each time with other digits."""

import random
import re

from benchmarks.score import texts

LEAST = 8  # a line with fewer digits comes once: with so few, it would come again verbatim
ADVERSARIAL = {
    "digits": "7", "一": "一", "commas": ",", "`%-`": "%-", "spaces": " ", "`1,`": "1,", "`1-`": "1-", "`<`": "<",
    "第": "第", "`one `": "one ", "数十": "数十",
}  # fmt: skip


def lines(language, size=float("inf")):
    """Yield lines that hardly repeat, `size` UTF-8 bytes of them or without end.

    Every run of digits is replaced by random digits of the same length, from a fixed seed; a leading zero stays one.
    """
    chance = random.Random(language)
    source = [line for text in texts(language, "dev") for line in text["text"].splitlines() if line]
    while True:
        for line in source:
            fresh = changed(line, chance) + "\n"
            yield fresh
            size -= len(fresh.encode())
            if size <= 0:
                return
        source = [line for line in source if sum(char.isdecimal() for char in line) >= LEAST]


def changed(text, chance):
    """Return a text with other digits, as many in each run; a leading zero stays one."""
    return re.sub(r"\d+", lambda match: _digits(match[0], chance), text)


def characters(language, count):
    """Return about `count` characters, as a list of lines."""
    result, rest = [], count
    for line in lines(language):
        result.append(line)
        rest -= len(line)
        if rest <= 0:
            return result


def _digits(run, chance):
    zero = ord("０") if run[0] >= "０" else ord("0")
    first = chance.randrange(1, 10) if ord(run[0]) != zero else 0
    return chr(zero + first) + "".join(chr(zero + chance.randrange(10)) for _ in run[1:])
