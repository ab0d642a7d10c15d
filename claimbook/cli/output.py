"""What a terminal or a file with another encoding than UTF-8 is given: its own signs where ours are missing."""

import codecs
import io
import json
import os
import sys

# What replaces a sign where it cannot be printed; any other is written as its number.
INSTEAD = {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": "...", "×": "x", "✓": "+", "✗": "x",
           "⇄": "~", "○": "o", "≤": "<=", "≥": ">=", "·": "-", "→": "->", "\u00a0": " "}  # fmt: skip
NAME = "claimbook"


def adapt() -> None:
    """Let the standard output and error print any text, whatever their encoding."""
    codecs.register_error(NAME, _instead)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=NAME)


def discard() -> None:
    """Send what is still to be printed nowhere, so that the end of the program does not fail of it."""
    try:
        if sys.stdout:
            sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def as_json(value: object, indent: int | None = None) -> str:
    """Write JSON, with its own escapes where the output cannot print every sign."""
    encoding = getattr(sys.stdout, "encoding", None) or ""  # there is no standard output where it was closed
    plain = encoding.lower().replace("-", "") != "utf8"
    return json.dumps(value, ensure_ascii=plain, indent=indent)


def _instead(error: UnicodeError) -> tuple[str, int]:
    """Replace what cannot be printed; see `codecs.register_error`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    missing = error.object[error.start : error.end]
    return "".join(INSTEAD.get(char) or f"[U+{ord(char):04X}]" for char in missing), error.end


def shown(text: str) -> str:
    """Return text with control characters shown by name."""
    return "".join(char if char.isprintable() or char == "\n" else f"[U+{ord(char):04X}]" for char in text)
