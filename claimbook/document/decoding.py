"""Bytes as text, whatever their encoding."""

import re

from claimbook.document.document import Unreadable

DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.I)
# What is tried where neither the bytes nor the page say; the detector weighs them by how likely the text is.
LIKELY = ["gb18030", "big5", "shift_jis", "euc_kr", "cp1252", "cp1251", "latin_1"]
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
SAME = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5-hkscs": "big5hkscs", "iso-8859-1": "cp1252"}
# The lead bytes of everyday characters: level 1 of GB 2312 and of Big5, each ordered by how often they are used.
EVERYDAY = {"gb18030": range(0xB0, 0xD8), "big5": range(0xA4, 0xC7)}
ENOUGH = 0.85  # share of Chinese characters that must be everyday ones
HEAD = 4096  # bytes in which a page says its encoding


def text_of(raw: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text of bytes and the name of their encoding.

    A byte order mark decides, then UTF-8 where the bytes are UTF-8, then what the page or the server declares,
    then the likeliest.

    Raises
    ------
    Unreadable
        If the bytes are not text.
    """
    for mark, name in MARKS.items():
        if raw.startswith(mark):
            return _as(raw, name), name
    if b"\0" in raw[:HEAD]:
        raise Unreadable("is a binary file of a kind that cannot be read; save it as text, HTML or PDF")
    named = [declared, *(match.decode("ascii") for match in DECLARED.findall(raw[:HEAD]))]
    for name in ("utf-8", *(SAME.get(name.lower(), name) for name in named if name)):
        try:
            return raw.decode(name), name.lower()
        except (UnicodeDecodeError, LookupError):
            continue
    return _guessed(raw)


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
