"""The generated blocks of the documents; ``make docs`` writes them, and a test compares them."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks import summary
from claimbook import load_case, report
from claimbook.case.case import Case
from claimbook.series import OPERATIONS, PANDAS
from claimbook.tables import codebook
from docs import example, rule_pages

HOME = Path(__file__).parent.parent
README = HOME / "README.md"
IN_PANDAS = HOME / "docs" / "pandas.md"
CODEBOOK = HOME / "claimbook" / "workspace" / "template" / "data" / "README.md"  # every workspace has it, this one too
SHOWCASE = HOME / "data" / "articles" / "weilidai"


def blocks(case: Case) -> dict[Path, dict[str, str]]:
    """Return the text of every generated block, by file and by the name in the marks around it."""
    return {
        README: {
            "answer": f"**{report.answer(case)}** {report.headline(case)[1]}\n\n{report.checked(case)}",
            "worst": "\n".join(_decided(case)),
            "gallery": "\n".join(_gallery()),
            "public": summary.quoted(summary.RESULTS.read_text(encoding="utf-8")),
        },
        IN_PANDAS: {"operations": "\n".join(_operations())},
        CODEBOOK: {"tables": f"\n{codebook.codebook().strip()}\n"},
        **rule_pages.pages(_cases()),
    }


def _cases() -> list[Case]:
    """Return the published articles, the showcase first."""
    paths = sorted(SHOWCASE.parent.glob("[!.]*/verdicts.csv"), key=lambda path: (path.parent != SHOWCASE, path))
    return [load_case(path.parent) for path in paths]


def _decided(case: Case) -> Iterator[str]:
    """Yield what was decided by verdict, a claim and its verdict in a line."""
    for at, (heading, group) in enumerate(report.groups(case)):
        yield from [*([""] if at else []), f"{heading}", ""]
        for found, brief in group:
            yield f"- **The article says: {found.claim.statement}** {report.verdict_sentence(found, brief)}"


def _operations() -> Iterator[str]:
    """Yield a table of the operations over series: what each returns, and the line of pandas that comes to the same."""
    yield from ("| operation | what it returns | in pandas |", "| --- | --- | --- |")
    for name, operation in OPERATIONS.items():
        first = (operation.__doc__ or "").partition("\n")[0].removeprefix("Return ").rstrip(".")
        yield f"| `{name}` | {first.replace('|', chr(92) + '|')} | `{PANDAS[name]}` |"


def _gallery() -> Iterator[str]:
    """Yield a table of every article: what it says on one side, the picture of its verdicts on the other."""
    yield from ("| article | verdicts |", "| --- | --- |")
    for path in sorted(SHOWCASE.parent.glob("[!.]*/verdicts.csv")):
        case, folder = load_case(path.parent), path.parent.relative_to(HOME).as_posix()
        title = case.article.title_en or case.article.title
        picture = f'<img src="{folder}/verdicts.png" alt="Verdicts by section of {case.article.id}" width="420">'
        yield f"| [{title}]({folder})<br>{report.answer(case)} | {picture} |"


def copies() -> dict[Path, str]:
    """Return the text of every file that is made from others: the example, and this workspace's codebook."""
    return example.files() | {HOME / "data" / "README.md": CODEBOOK.read_text(encoding="utf-8")}


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
    for path, text in copies().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
