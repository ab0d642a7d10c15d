"""Bytes in an encoding that is none, in two at once, or in one that looks like another, are read or refused in a sentence."""

import pytest

from claimbook import document
from claimbook.document.decoding import text_of
from claimbook.document.kinds import parse
from claimbook.document.page import shown

FARES = "车费上涨5%，载客1200人。"


def refused(raw):
    """Return the sentence that refuses some bytes."""
    with pytest.raises(document.Unreadable) as raised:
        parse(raw)
    return str(raised.value)


@pytest.mark.parametrize("charset", ["undefined", "idna", "punycode", "unicode_escape", "rot13", "zip", "no-such", "é"])
@pytest.mark.parametrize("where", ["header", "meta"])
def test_an_encoding_that_is_none_is_passed_over(charset, where):
    """The name that a page or its server gives is one of text, or it counts for nothing."""
    declared, meta = (charset, "") if where == "header" else ("", f'<meta charset="{charset}">')
    raw = f"<html>{meta}<p>{FARES * 10}</p>".encode() + b"\xff"

    assert FARES in shown(raw, declared)


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-le", "utf-32-be", "utf-16"])
def test_wide_encodings_are_read_by_their_mark(encoding):
    """UTF-32 begins like UTF-16 and is not taken for it."""
    mark = "" if encoding in ("utf-32", "utf-16") else "\ufeff"

    assert FARES == parse((mark + FARES).encode(encoding)).text.removeprefix("\ufeff")


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"])
def test_wide_encodings_without_a_mark_are_refused(encoding):
    """Bytes full of zeros are called binary, not read as letters with holes."""
    assert "is a binary file of a kind that cannot be read" in refused(FARES.encode(encoding) + b"\0")


def test_a_late_zero_byte_is_refused():
    """A text that turns binary after its first page is damaged."""
    assert "is damaged at byte 5001 (NUL); save it as text" in refused(b"5 riders " + b"a" * 4992 + b"\0b")


def test_a_damaged_place_in_utf_8_is_said():
    """One sentence in another encoding shows as replacement signs, and the encoding says so."""
    read = parse((FARES * 20).encode() + "车费".encode("gb18030"))

    assert read.text.startswith(FARES) and "\ufffd" in read.text
    assert "utf-8, but for 4 damaged places, which show as \ufffd" == read.encoding


@pytest.mark.parametrize(
    "charset", ["unicode_escape", "raw_unicode_escape", "punycode", "utf-7", "undefined", "ascii", "utf-8", "big5"]
)
def test_what_is_declared_and_is_not_so_leaves_the_guess(charset):
    """A codec of Python that would take any bytes is none of the web, and one that does not fit them is passed over."""
    assert (FARES * 10, "gb18030") == text_of((FARES * 10).encode("gb18030"), charset)
