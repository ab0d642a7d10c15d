"""A command line's parser whose help and errors are in the language that is spoken."""

import argparse
import sys
from typing import Any, NoReturn

from claimbook.language.sentences import translated

# What argparse says by itself; each has its row in sentences.csv.
OF_ARGPARSE = (
    "usage:",
    "positional arguments",
    "options",
    "show this help message and exit",
    "the following arguments are required: {names}",
    "unrecognized arguments: {names}",
    "argument {name}: {why}",
    "argument {name}: invalid choice: {word} (choose from {words})",
    "argument {name}: expected one argument",
    "argument {name}: expected at least one argument",
    "argument {name}: not allowed with argument {other}",
)


class Parser(argparse.ArgumentParser):
    """A parser that translates what argparse and its arguments say."""

    def __init__(self, *names: Any, **how: Any) -> None:  # what argparse takes
        super().__init__(*names, **how)
        for group in self._action_groups:
            group.title = translated(str(group.title))

    def add_argument(self, *names: Any, **how: Any) -> argparse.Action:
        """Add an argument, with its help translated."""
        return super().add_argument(*names, **how | ({"help": translated(how["help"])} if how.get("help") else {}))

    def format_usage(self) -> str:
        """Return how the command is called."""
        return super().format_usage().replace("usage:", translated("usage:"), 1)

    def format_help(self) -> str:
        """Return the help of the command."""
        return super().format_help().replace("usage:", translated("usage:"), 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and exit with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {translated('error: ')}{translated(message)}\n")
