"""Text as text where markup is read."""

SIGNS = frozenset("\\`*_[]|<>~&$#!")


def in_markdown(text: str) -> str:
    """Escape what Markdown, or HTML in it, would take for markup.

    Examples
    --------
    >>> in_markdown("5 * 6 < 31")
    '5 &#42; 6 &#60; 31'
    """
    return "".join(f"&#{ord(sign)};" if sign in SIGNS else sign for sign in " ".join(text.split()))
