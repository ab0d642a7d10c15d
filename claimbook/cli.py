"""The command line: check an article, look at one claim, validate the data, list the numbers of a text."""

import argparse
import io
import json
import os
import sys
from pathlib import Path

from claimbook import document, export, intake, notebook, page, report, terminal, web
from claimbook.case import home, open_case
from claimbook.mention import described, mentions
from claimbook.table import Problems
from claimbook.verdict import MARKS

TAKES = {
    "article": "id of an article, or its folder",
    "source": "a text, web page, PDF or workbook: a file, an address, or - for pasted text",
    "file": "a UTF-8 text, or - for standard input",
}


def main(arguments=None):
    """Run a command and return its exit code: 0, or 2 where the input is at fault."""
    options = _parser().parse_args(arguments)
    try:
        options.run(options)
    except Problems as problems:
        print("\n".join(problems.sentences), file=sys.stderr)
        count = len(problems.sentences)
        print(f"{count} problem{'' if count == 1 else 's'}; nothing was changed.", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _parser():
    parser = argparse.ArgumentParser(prog="claimbook", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, takes, says in (
        ("check", _check, "article", "judge an article: headline and table"),
        ("claim", _claim, "article", "show one claim with everything about it"),
        ("validate", _validate, "article", "check the data of an article, all problems at once"),
        ("build", _build, "article", "validate, judge, write verdicts.csv, execute the notebooks, write the page"),
        ("report", _report, "article", "write the page, with the executed notebooks and all formats beside it"),
        ("export", _export, "article", "write every format that other tools read"),
        ("new", _new, "source", "freeze a text as a new article and draft its tables"),
        ("mentions", _mentions, "file", "list every number of a text as JSON lines"),
    ):
        command = commands.add_parser(name, help=says, description=says)
        command.add_argument(takes, help=TAKES[takes])
        command.set_defaults(run=run)
        if name == "claim":
            command.add_argument("claim", help="id of the claim, such as c12")
        if name == "new":
            command.add_argument("--id", required=True, help="id of the article, such as my-article")
            command.add_argument("--update", action="store_true", help="take in a new text of an article that is there")
        if name in ("report", "export"):
            command.add_argument("--to", metavar="FOLDER", help="where to write; without it: build/<id> in the project")
        if name == "check":
            command.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _check(options):
    case = open_case(options.article)
    if options.json:
        rows = export.verdicts(case, inert=False).to_dict("records")
        print(
            json.dumps(
                {
                    "article": case.article.id,
                    "headline": [str(sentence) for sentence in report.headline(case)],
                    "numbers": report.counts(case),
                    "statements": report.counts(case, numbers=False),
                    "verdicts": rows,
                },
                ensure_ascii=False,
                indent=1,
            )
        )
        return
    terminal.print_headline(case)
    print()
    for claim in case.claims.values():
        verdict = case.verdicts[claim.id]
        print(f"{claim.id}  {MARKS[verdict.verdict]:15} {verdict.confidence:9} {terminal.shown(claim.statement_en)}")


def _claim(options):
    case = open_case(options.article)
    if options.claim not in case.claims:
        known = ", ".join(sorted(case.claims))
        raise Problems([f"{options.claim}: no such claim in {case.article.id}; the claims are {known}"])
    terminal.print_claim(case, options.claim)


def _validate(options):
    case = open_case(options.article)
    rows = sum(len(frame) for frame in case.tables.values())
    print(f"{case.article.id}: {len(case.tables)} tables, {rows} rows, no problems")
    listed = {int(row["start"]) for row in case.tables["mentions"].to_dict("records")}
    for found in mentions(case.article.text):
        if found.selector.start not in listed:
            place = f"{found.selector.start} to {found.selector.end}"
            terminal.say(
                f"note: “{found.selector.exact}” at characters {place} is not in mentions.csv; add it if it is a number"
            )


def _build(options):
    case = open_case(options.article)
    written = [export.write_verdicts(case), export.write_picture(case)]
    books = notebook.run_all(case.home / "notebooks", case.article.id, case.fingerprint)
    site = _checked(page.write_site, case, _folder(case, None), books)
    terminal.print_headline(case)
    print("\nWritten:")
    for path in [*written, *books, site[0]]:
        print(f"  {os.path.relpath(path)}")
    print(f"  and beside the page {len(site) - 1} files: the notebooks as pages, and the formats for other tools")


def _report(options):
    case = open_case(options.article)
    books = notebook.executed_for(case.home / "notebooks", case.article.id, case.fingerprint)
    if not books:
        terminal.say("The notebooks were not executed on this data and are left out; `claimbook build` executes them.")
    for path in _checked(page.write_site, case, _folder(case, options.to), books):
        print(f"  {os.path.relpath(path)}")


def _export(options):
    case = open_case(options.article)
    for path in _checked(export.write_all, case, _folder(case, options.to)):
        print(f"  {os.path.relpath(path)}")


def _folder(case, given):
    return Path(given) if given else case.home / "build" / case.article.id


def _checked(write, case, folder, *more):
    try:
        return write(case, folder, *more)
    except OSError as error:
        raise Problems([f"{folder}: cannot be written ({error.strerror}); give another folder with --to"]) from None


def _new(options):
    """Freeze a text as an article, or take in its new text, and say what comes next."""
    found, live = _source(options.source)
    folder = home() / "data" / "articles" / options.id
    if options.update:
        terminal.print_update(intake.update(found, folder), options.id)
        return
    read = "live" if live else "stored copy"
    try:
        folder = intake.take_in(found, options.id, folder.parent, read)
    except OSError as error:
        raise Problems([f"{folder}: cannot be written ({error.strerror}); mend that and run it again"]) from None
    terminal.print_new(found, folder)


def _source(source):
    """Read a file, an address or the standard input, and tell whether it was read on the live web."""
    try:
        if source == "-":
            return document.read_bytes(sys.stdin.buffer.read()), False
        if source.startswith(("http://", "https://")):
            answer = web.Visitor().get(source)
            if answer.status != 200:
                raise Problems([f"{source}: the server answers {answer.status}; save the page and give the file"])
            return document.read_bytes(answer.body, answer.kind, answer.url, answer.charset), True
        return document.read(source), False
    except (document.Unreadable, web.Unvisited) as error:
        raise Problems([f"{source}: {error}"]) from None
    except OSError as error:
        raise Problems([f"{source}: cannot be read ({error.strerror}); give the path of a file"]) from None


def _mentions(options):
    """List the numbers of a text as it is read, in memory that does not grow with it."""
    try:
        with _opened(options.file) as text:
            for row in described(text):
                print(json.dumps(row, ensure_ascii=False))
    except BrokenPipeError:  # an OSError too, but no fault of the file
        raise
    except OSError as error:
        raise Problems([f"{options.file}: cannot be read ({error.strerror}); give the path of a text file"]) from None
    except UnicodeDecodeError:
        raise Problems([f"{options.file}: {_not_utf8(options.file)} is not UTF-8; save the file as UTF-8"]) from None


def _opened(name):
    """Open a text or the standard input; line ends stay as they are, for offsets to be true."""
    source = sys.stdin.buffer if name == "-" else Path(name).open("rb")  # noqa: SIM115 (closed with its wrapper)
    return io.TextIOWrapper(source, encoding="utf-8", newline="")


def _not_utf8(name):
    """Say where a file is not UTF-8."""
    if name == "-":
        return "the input"
    try:
        Path(name).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        return f"byte {error.start}"
    return "a part of it"


if __name__ == "__main__":
    sys.exit(main())
