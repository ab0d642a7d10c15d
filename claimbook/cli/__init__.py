"""The command line: one module a command, imported when it is asked for."""

import argparse
import gc
import sys
from collections.abc import Sequence
from importlib import import_module

from claimbook.cli import common, output
from claimbook.cli.parser import Parser
from claimbook.language.sentences import translated
from claimbook.language.speaking import speaking
from claimbook.tables.extras import missing
from claimbook.tables.fault import Problems
from claimbook.tables.workspace import working_in

# Command -> what it does; `claimbook.cli.<command>` holds `arguments` and `run`.
COMMANDS = {
    "init": "make a workspace of your own: a folder for articles, sources and notebooks",
    "upgrade": "bring a workspace up to this version of Claimbook",
    "lab": "open JupyterLab on the workspace",
    "check": "judge an article: headline and table",
    "claim": "show everything about one claim",
    "validate": "check the data of an article and list all problems at once",
    "build": "validate, judge, run the notebooks, write the page",
    "report": "write the page, with the notebooks and all formats beside it",
    "export": "write every format that other tools read",
    "publish": "list what goes out, then copy the page and its files, and nothing else",
    "new": "freeze a text as a new article and draft its tables",
    "add": "add a number or a statement of the article that the draft missed",
    "find": "rank passages of your own documents that may support or contradict each claim",
    "propose": "list what rules or a language model propose, or accept some of it",
    "pair": "list what a claim may mean over frozen series, or accept one reading",
    "series": "freeze public statistics as tables, find them, judge claims by them",
    "survey": "read the numbers of very many documents, and list those that recur",
    "search": "print queries and links for a claim, or log what a search brought back",
    "recheck": "re-fetch the sources and check that the figures are still there",
    "mentions": "list the numbers of a text as JSON lines",
}
SAID = 1_000  # problems that are said at once
GARBAGE = 1_000_000  # objects made until garbage is looked for; a command makes many at once, and most of them stay


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0, 2 where the input is at fault, or 130 where it was interrupted.

    Parameters
    ----------
    arguments : sequence of str, optional
        Without the name of the program; by default those of the process.
    """
    gc.set_threshold(GARBAGE)
    output.adapt()
    arguments = sys.argv[1:] if arguments is None else arguments
    chosen, given = common.shared(arguments)
    with speaking(chosen.lang or common.locale()):
        if said := common.unusable(arguments, chosen.workspace):
            print(translated(said), file=sys.stderr)
            return 2
        with working_in(chosen.workspace):
            return _run(given)


def _run(given: Sequence[str]) -> int:
    try:
        options = _parser(given).parse_args(given)
        for name, value in vars(options).items():
            if value == []:  # what argparse makes of “--id=--”
                setattr(options, name, "--")
        code = options.run(options) or 0
        if sys.stdout:
            sys.stdout.flush()  # while what goes wrong can still be said
        return code
    except Problems as problems:
        said = problems.sentences
        count = len(said)
        more = [translated(f"and {count - SAID} more")] if count > SAID else []
        print(output.shown("\n".join([*said[:SAID], *more])), file=sys.stderr)
        print(translated(f"{count} problem{'' if count == 1 else 's'}; nothing was changed."), file=sys.stderr)
        return 2
    except ModuleNotFoundError as error:
        if not (sentence := missing(error)):
            raise
        print(translated(sentence), file=sys.stderr)
        return 2
    except BrokenPipeError:  # the reader, `head` for one, has seen enough
        output.discard()
    except OSError as error:
        where = error.filename2 or error.filename or "the disk"
        print(translated(f"{where}: {error.strerror or error}; fix this and try again"), file=sys.stderr)
        output.discard()
        return 2
    return 0


def _parser(given: Sequence[str]) -> argparse.ArgumentParser:
    """Make the parser; only the command that is given is imported and has its arguments."""
    about = translated("Check every number in an article against public sources, and show the working.")
    parser = Parser(prog="claimbook", description=about)
    common.add_shared(parser)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    chosen = next((word for word in given if not word.startswith("-")), "")
    for name, says in COMMANDS.items():
        command = commands.add_parser(name, help=says, description=says)
        if name == chosen:
            module = import_module(f"claimbook.cli.{name}")
            module.arguments(command)
            common.add_shared(command)
            command.set_defaults(run=module.run)
    return parser
