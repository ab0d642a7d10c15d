"""The command line: check an article, look at one claim, validate the data, list the numbers of a text."""

import argparse
import os
import sys

from claimbook import recheck
from claimbook.cli import judged, own, text
from claimbook.tables.fault import Problems

TAKES = {
    "article": "id of an article, or its folder",
    "source": "a text, web page, PDF or workbook: a file, an address, or - for pasted text",
    "file": "a UTF-8 text, or - for standard input",
}


def main(arguments=None):
    """Run a command and return its exit code: 0, 2 where the input is at fault, or 130 where it was interrupted."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options) or 0
    except Problems as problems:
        print("\n".join(problems.sentences), file=sys.stderr)
        count = len(problems.sentences)
        print(f"{count} problem{'' if count == 1 else 's'}; nothing was changed.", file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        where = error.filename2 or error.filename or "the disk"
        print(f"{where}: {error.strerror or error}; mend that and run it again", file=sys.stderr)
        return 2
    return 0


def _parser():
    parser = argparse.ArgumentParser(prog="claimbook", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, takes, says in (
        ("check", judged.check, "article", "judge an article: headline and table"),
        ("claim", judged.claim, "article", "show one claim with everything about it"),
        ("validate", judged.validate, "article", "check the data of an article, all problems at once"),
        ("build", judged.build, "article", "validate, judge, execute the notebooks, write the page"),
        ("report", judged.write_report, "article", "write the page, with notebooks and all formats beside it"),
        ("export", judged.write_formats, "article", "write every format that other tools read"),
        ("new", own.new, "source", "freeze a text as a new article and draft its tables"),
        ("add", own.add, "article", "add words of the article that are not listed: a missed number, or a statement"),
        ("find", own.find_passages, "article", "rank the passages of your own documents that could bear on each claim"),
        ("search", own.search, "article", "queries and links for a claim; or log what a search brought back"),
        ("recheck", own.revisit, "article", "visit the sources again and say whether their figures still stand"),
        ("mentions", text.mentions, "file", "list every number of a text as JSON lines"),
    ):
        command = commands.add_parser(name, help=says, description=says)
        command.add_argument(takes, help=TAKES[takes])
        command.set_defaults(run=run)
        _add_options(command, name)
    return parser


def _add_options(command, name):
    """Add what a command takes beside its article."""
    if name in ("claim", "search"):
        command.add_argument("claim", help="id of the claim, such as c12")
    if name == "add":
        command.add_argument("words", help="as they stand in the article, once; or a part of them: rose [5%%] in")
    if name == "find":
        command.add_argument("docs", help="folder of documents: HTML, PDF, text, CSV, Excel")
        command.add_argument("--claim", action="append", metavar="ID", help="this claim, repeatable; default all")
        command.add_argument("--top", type=_count, default=5, help="how many passages a claim")
        command.add_argument("--also", metavar="WORDS", help="more words to look for, such as the metric's other name")
        command.add_argument("--accept", type=_count, metavar="N", help="take passage N of one --claim as a figure")
        command.add_argument("--number", metavar="WORDS", help="with --accept: this number of the passage, as printed")
    if name == "search":
        command.add_argument("--log", metavar="QUERY", help="log this query instead")
        command.add_argument("--outcome", default="", help="with --log: nothing, something or lead")
        command.add_argument("--where", default="public search pages", help="where it was sent")
        command.add_argument("--note", default="", help="what came back, in words")
    if name == "recheck":
        _add_recheck(command)
    if name == "new":
        command.add_argument("--id", required=True, help="id of the article, such as my-article")
        command.add_argument("--update", action="store_true", help="take in a new text of an article that is there")
    if name in ("report", "export"):
        command.add_argument("--to", metavar="FOLDER", help="where to write; without it: build/<id> in the project")
    if name == "check":
        command.add_argument("--json", action="store_true", help="print JSON")


def _count(words):
    """Read a number of at least 1."""
    if not words.isdecimal() or not int(words):
        raise argparse.ArgumentTypeError(f"“{words}” must be a whole number from 1")
    return int(words)


def _add_recheck(command):
    command.add_argument("--source", metavar="ID", nargs="+", action="extend", help="only these sources")
    command.add_argument("--again", action="store_true", help="visit those with a row of today too")
    command.add_argument("--allow-private", action="store_true", help="visit addresses that are not public too")
    command.add_argument(
        "--archive", metavar="URL", default=recheck.WAYBACK, help="where to ask for archived copies; empty: nowhere"
    )
