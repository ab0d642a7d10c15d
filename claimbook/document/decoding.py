"""Bytes as text, whatever their encoding."""

import codecs
import re
from contextlib import suppress

from claimbook.document.document import Unreadable

DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
# What is tried where neither the bytes nor the page say; the detector weighs them by how likely the text is.
LIKELY = ["gb18030", "big5", "shift_jis", "euc_kr", "cp1252", "cp1251", "latin_1"]
WIDE = {b"\xff\xfe\0\0": "utf-32", b"\0\0\xfe\xff": "utf-32"}  # before the marks that they begin with
MARKS = WIDE | {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
NOT_OF_TEXT = (
    "undefined",
    "idna",
    "punycode",
    "unicode_escape",
    "raw_unicode_escape",
    "utf_7",
)  # Python's, not the web's
SAME = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5-hkscs": "big5hkscs", "iso-8859-1": "cp1252"}
# The lead bytes of everyday characters: level 1 of GB 2312 and of Big5, each ordered by how often they are used.
EVERYDAY = {"gb18030": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}
ENOUGH = 0.85  # share of Chinese characters that must be everyday ones
HEAD = 4096  # bytes in which a page says its encoding
SLIPS = 20  # a text with so many signs of UTF-8 for each byte that is none is UTF-8


def text_of(raw: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text of bytes and the name of their encoding.

    A byte order mark decides, then UTF-8 where the bytes are UTF-8 or very nearly so, then what the page or the server
    declares, then the likeliest.

    Raises
    ------
    Unreadable
        If the bytes are not text.
    """
    for mark, name in MARKS.items():
        if raw.startswith(mark):
            return _as(raw, name), name
    if (place := raw.find(b"\0")) >= 0:
        kind = "is a binary file of a kind that cannot be read" if place < HEAD else f"is damaged at byte {place} (NUL)"
        raise Unreadable(f"{kind}; save it as text, HTML or PDF")
    with suppress(UnicodeDecodeError):
        return raw.decode("utf-8"), "utf-8"
    if slips := _slips(raw):
        return raw.decode("utf-8", "replace"), f"utf-8, but for {slips} damaged places, which show as \ufffd"
    named = [declared, *(match.decode("ascii") for match in DECLARED.findall(raw[:HEAD]))]
    for name in filter(None, map(_known, named)):
        with suppress(UnicodeError, LookupError):
            return raw.decode(name), name
    return _guessed(raw)


def _slips(raw: bytes) -> int:
    """Return how many places of a text are not UTF-8 where nearly all of it is, else 0."""
    text = raw.decode("utf-8", "replace")
    slips = text.count("\ufffd")
    others = len(text) - len(text.encode("ascii", "ignore")) - slips
    return slips if others >= slips * SLIPS else 0


def _known(declared: str) -> str:
    """Return the name of a declared encoding as Python knows it, or an empty string."""
    try:
        name = codecs.lookup(SAME.get(declared.lower(), declared)).name
    except (LookupError, ValueError):  # ValueError: a name with a NUL in it
        return ""
    return "" if name.replace("-", "_") in NOT_OF_TEXT else name


def _as(raw: bytes, name: str) -> str:
    try:
        return raw.decode(name)
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"is marked as {name} but is not valid {name} at byte {error.start}; save it as UTF-8"
        ) from None


def _guessed(raw: bytes) -> tuple[str, str]:
    """Guess: first between the two old Chinese encodings, whose short texts the detector confuses, then by detector."""
    from charset_normalizer import from_bytes

    shares = {name: _everyday(raw, name, leads) for name, leads in EVERYDAY.items()}
    name = max(shares, key=lambda one: shares[one])
    if shares[name] > ENOUGH:
        return raw.decode(name), name
    best = from_bytes(raw[:200_000], cp_isolation=LIKELY).best()
    if best is None:
        raise Unreadable("is in an unknown encoding; save it as UTF-8")
    name = SAME.get(best.encoding, best.encoding)
    return raw.decode(name, errors="replace"), name


def _everyday(raw: bytes, name: str, leads: range) -> float:
    """Return the share of everyday characters among the Chinese ones, 0 where the bytes are not of that encoding."""
    try:
        found = [char.encode(name) for char in raw.decode(name) if char >= "\u3400"]
    except UnicodeDecodeError:
        return 0
    first = 0xA4 if name == "big5" else 0xAA  # before it come signs and full-width forms
    found = [code for code in found if code[0] >= first]
    return sum(code[0] in leads for code in found) / len(found) if found else 0
