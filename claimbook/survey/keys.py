"""Keys of 64 bits, which a database joins and counts many times faster than the texts they are made of."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa
    from publicsuffixlist import PublicSuffixList

WORDS = re.compile(r"[A-Za-z][A-Za-z'’-]*")


def key(text: str) -> int:
    """Return the key of a text: the first 64 bits of its BLAKE2b digest.

    Examples
    --------
    >>> key("a") == key("a"), key("a") == key("b"), key("") < 2**64
    (True, False, True)
    """
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def quantity(low: float, high: float, unit: str) -> int:
    """Return the key of a quantity: the same for 31%, 31.0% and “31 percent”.

    Examples
    --------
    >>> quantity(31.0, 31.0, "percent") == quantity(31.0, 31.0, "percent")
    True
    """
    import pyarrow as pa

    units = pa.array([unit]).dictionary_encode()
    return int(quantities(pa.array([low], pa.float64()), pa.array([high], pa.float64()), units)[0].as_py())


def quantities(lows: pa.Array, highs: pa.Array, units: pa.DictionaryArray) -> pa.Array:
    """Return the keys of many quantities at once; 0 where there is no number.

    The ends and the unit are mixed as S. Vigna's SplitMix64 does.
    """
    import numpy as np
    import pyarrow as pa

    names = np.array([key(unit) for unit in units.dictionary.to_pylist()], dtype=np.uint64)
    mixed = np.zeros(len(lows), np.uint64)
    for ends in (lows, highs):
        numbers = ends.fill_null(0.0).to_numpy() + 0.0  # of the two zeros, the positive one
        mixed = _mix(mixed ^ numbers.view(np.uint64))
    mixed = _mix(mixed ^ names[units.indices.to_numpy()])
    return pa.array(np.where(lows.is_valid(), mixed, np.uint64(0)))


def _mix(words: np.ndarray) -> np.ndarray:
    import numpy as np

    words = words + np.uint64(0x9E3779B97F4A7C15)
    words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    words = (words ^ (words >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return words ^ (words >> np.uint64(31))


@lru_cache(1 << 16)
def host_of(address: str) -> str:
    """Return the host of an address, without “www.”; of a file's name, nothing.

    Examples
    --------
    >>> host_of("https://www.example.com/a"), host_of("notes/a.txt"), host_of("http://[x")
    ('example.com', '', '')
    """
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


@lru_cache(1 << 16)
def domain_of(host: str) -> str:
    """Return the domain that somebody has registered, by the public suffix list; else the host itself.

    Examples
    --------
    >>> domain_of("news.example.co.uk"), domain_of("m.example.com.cn"), domain_of("localhost"), domain_of("")
    ('example.co.uk', 'example.com.cn', 'localhost', '')
    """
    return _suffixes().privatesuffix(host) or host if host else ""


@cache
def _suffixes() -> PublicSuffixList:
    from publicsuffixlist import PublicSuffixList

    return PublicSuffixList()


def head_of(metric: str) -> str:
    """Return the head of what is measured: the last two Chinese characters, or the last English word in the singular.

    Examples
    --------
    >>> head_of("新能源汽车渗透率"), head_of("monthly active users"), head_of("2023"), head_of("gross loss")
    ('透率', 'user', '', 'loss')
    """
    if "\u4e00" <= metric[-1:] <= "\u9fff":
        return metric[-2:] if "\u4e00" <= metric[-2:-1] <= "\u9fff" else metric[-1]
    words = WORDS.findall(metric)
    last = words[-1].lower() if words else ""
    return last[:-1] if last.endswith("s") and not last.endswith("ss") and len(last) > 3 else last
