"""Signatures: what near copies of a page have in common, and a sentence with the same sentence of other numbers.

MinHash after A. Z. Broder, On the resemblance and containment of documents (1997), by the package rensa; bands after
A. Rajaraman and J. Ullman, Mining of Massive Datasets, section 3.4.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING
from zlib import crc32

from claimbook.survey.keys import key

if TYPE_CHECKING:
    import numpy as np

    from claimbook.mention import Mention

SHINGLE = 5  # characters
PERMUTATIONS, BANDS = 128, 16  # bands of 8: two pages of likeness 0.8 share one with a probability of 0.95
SEED = 1
PRIME, MIX = 1_000_003, 0x9E3779B97F4A7C15  # of a polynomial over characters; of D. Knuth's multiplicative hashing
NUMBER, END = "\0", "\1"  # in place of a number, and after a sentence, while signs are taken out
LETTERS = re.compile(rf"[\w{NUMBER}{END}]+")
SHORTEST = 6  # letters that a sentence needs, apart from its numbers, to be a template


def minhashes(texts: Sequence[str]) -> np.ndarray:
    """Return the MinHash of each text, as an array of texts × `PERMUTATIONS` of uint32."""
    import numpy as np
    from rensa import RMinHash

    hashes = [_shingles(text) for text in texts]
    offsets = np.cumsum([0, *map(len, hashes)]).tolist()
    flat = np.concatenate(hashes) if hashes else np.empty(0, np.uint64)
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(flat, offsets, PERMUTATIONS, SEED)
    return np.array(matrix.to_rows(), dtype=np.uint32).reshape(len(texts), PERMUTATIONS)


def _shingles(text: str) -> np.ndarray:
    """Return the hash of every run of `SHINGLE` characters: polynomials made of those of two and of four."""
    import numpy as np

    points = np.frombuffer(text.ljust(SHINGLE).encode("utf-32-le", "surrogatepass"), np.uint32).astype(np.uint64)
    prime = np.uint64(PRIME)
    twos = points[:-1] * prime + points[1:]
    fours = twos[:-2] * (prime * prime) + twos[2:]
    hashes = fours[:-1] * prime + points[4:]
    return (hashes ^ (hashes >> np.uint64(32))) * np.uint64(MIX)


def bands(hashes: np.ndarray) -> np.ndarray:
    """Return the keys of the bands of MinHashes, as texts × `BANDS` of uint64: near copies share at least one."""
    import numpy as np

    rows = hashes.astype(np.uint64).reshape(len(hashes), BANDS, PERMUTATIONS // BANDS)
    keys = np.full((len(hashes), BANDS), 1469598103934665603, dtype=np.uint64)
    keys ^= np.arange(BANDS, dtype=np.uint64)
    for place in range(rows.shape[2]):  # FNV-1a over the words of a band
        keys = (keys ^ rows[:, :, place]) * np.uint64(1099511628211)
    return keys


def likeness(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """Return the estimated Jaccard likeness of MinHashes, row by row, from 0 to 1."""
    return (one == other).mean(axis=1)


def templates(text: str, sentences: Sequence[tuple[int, int, Sequence[Mention]]]) -> list[tuple[int, int]]:
    """Return two keys of each sentence: of what is left without its numbers, spaces and signs, and of its numbers.

    The first is 0 where hardly a word is left.

    Parameters
    ----------
    text : str
    sentences : sequence of (int, int, sequence of Mention)
        Start and end of each, with its numbers in order.

    Examples
    --------
    >>> from claimbook.mention import mentions
    >>> one, other = "微粒贷通过率为31%。", "微粒贷通过率为 12.8%"
    >>> [(first, _)], [(second, _)] = [templates(text, [(0, len(text), list(mentions(text)))]) for text in (one, other)]
    >>> first == second
    True
    """
    text = text.replace(NUMBER, " ").replace(END, " ")
    parts = list[str]()
    for start, stop, numbers in sentences:
        for number in numbers:
            parts += (text[start : number.start], NUMBER)
            start = number.end
        parts += (text[start:stop], END)
    letters = "".join(LETTERS.findall("".join(parts)))  # of all sentences at once, which is faster
    forms = letters.replace("_", "").lower().split(END)
    return [
        (
            key(form) if len(form) - len(numbers) >= SHORTEST else 0,
            crc32(" ".join([one.exact for one in numbers]).encode()),
        )
        for form, (_, _, numbers) in zip(forms, sentences, strict=False)
    ]
