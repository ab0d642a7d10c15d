"""This project's extractor."""

from importlib import metadata

from claimbook import mention

VERSION = metadata.version("claimbook")
STREAM = "stream"


def iterate(text):
    """Yield the mentions of a text."""
    return mention.mentions(text)


def find(text, language):
    """Return the mentions of a text, with all their fields written out."""
    return [one.as_dict() for one in mention.mentions(text)]


def described(text, language):
    """Return the mentions of a text with what is around each, as `find` does without."""
    return list(mention.described([text]))


def read(text, found):
    """Return the same; it is our vocabulary already."""
    return found


def stream(lines):
    """Yield the mentions of an iterator of lines."""
    return mention.stream(lines)
