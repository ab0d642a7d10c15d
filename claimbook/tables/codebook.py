"""The codebook: what every table holds, and which words are allowed."""

from claimbook.tables.schema import TABLES
from claimbook.tables.vocabulary import WORDS


def codebook() -> str:
    """Write the column tables and the fixed words of the codebook as Markdown."""
    parts = []
    for name, columns in TABLES.items():
        parts.append(f"### {name}.csv\n\n| column | meaning | allowed |\n| --- | --- | --- |")
        for column, spec in columns.items():
            words = ", ".join(f"`{word}`" for word in spec.allowed if word)
            words = "a unit of the list below, or one per another, such as `USD/day`" if spec.open else words
            parts.append(f"| `{column}` | {spec.meaning} | {words} |".replace("  |", " |"))
        parts.append("")
    for title, meanings in WORDS.items():
        parts.append(f"### {title}\n\n| word | meaning |\n| --- | --- |")
        parts += [f"| `{word}` | {meaning} |" for word, meaning in meanings.items() if word] + [""]
    return "\n".join(parts)
