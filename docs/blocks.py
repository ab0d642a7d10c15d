"""The generated blocks of the documents; ``make docs`` writes them, and a test compares them."""

from pathlib import Path

from benchmarks import summary
from claimbook import load_case, report
from claimbook.case.case import Case
from claimbook.tables import schema

HOME = Path(__file__).parent.parent
README, CODEBOOK = HOME / "README.md", HOME / "data" / "README.md"
SHOWCASE = HOME / "data" / "articles" / "weilidai"


def blocks(case: Case) -> dict[Path, dict[str, str]]:
    """Return the text of every generated block, by file and by the name in the marks around it."""
    return {
        README: {
            "result": "\n".join(f"- {line}" for line in report.headline(case)),
            "contradicted": "\n".join(f"- {line}" for line in report.contradicted_lines(case)),
            "public": summary.public(summary.RESULTS.read_text(encoding="utf-8")),
        },
        CODEBOOK: {"tables": f"\n{schema.codebook().strip()}\n"},
    }


def written(text: str, name: str, block: str) -> str:
    """Return a document with a block in place of what is between its two marks."""
    mark = f"<!-- {name} -->"
    before, _, after = text.split(mark)
    return f"{before}{mark}\n{block}\n{mark}{after}"


def main() -> None:
    """Write every block into its document."""
    for path, parts in blocks(load_case(SHOWCASE)).items():
        text = path.read_text(encoding="utf-8")
        for name, block in parts.items():
            text = written(text, name, block)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
