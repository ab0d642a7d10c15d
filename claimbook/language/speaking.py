"""The language that is spoken: what a phrase is in as plain text, in a notebook, on a page or on a terminal."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

_now: tuple[str, Mapping[str, str] | None] = ("en", None)  # of the process: a notebook's cells share no context


def speak(language: str, book: Mapping[str, str] | None = None) -> None:
    """Speak a language from now on.

    Parameters
    ----------
    language : str
        ``en`` or ``zh``.
    book : dict of str to str, optional
        English words of the data and what they are in Chinese.
    """
    global _now
    _now = (language, book)


def spoken() -> tuple[str, Mapping[str, str] | None]:
    """Return the language that is spoken, and the words of the data in it."""
    return _now


@contextmanager
def speaking(language: str, book: Mapping[str, str] | None = None) -> Iterator[None]:
    """Speak a language inside the block."""
    before = spoken()
    speak(language, book)
    try:
        yield
    finally:
        speak(*before)
