"""Write tables as Markdown."""


def table(heads, rows):
    """Return a Markdown table; numbers stand at the right."""
    right = [any(isinstance(row[at], int | float) or _numeric(row[at]) for row in rows) for at in range(len(heads))]
    rule = ["---:" if to_right else "---" for to_right in right]
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in [heads, rule, *rows])


def share(number):
    """Write a share with three decimals."""
    return f"{number:.3f}"


def rate(number):
    """Write characters a second with three digits that count.

    Examples
    --------
    >>> rate(1234567), rate(4133.2)
    ('1,230,000', '4,130')
    """
    return f"{float(f'{number:.3g}'):,.0f}"


def _numeric(cell):
    return str(cell)[:1].isdigit()
