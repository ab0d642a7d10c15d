"""A command line's parser whose help and errors are in the language that is spoken."""

import argparse
import re
import sys
from typing import Any, NoReturn

from claimbook.language.phrase import HAN, phrase
from claimbook.language.sentences import translated
from claimbook.language.speaking import spoken

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

    def format_usage(self) -> str:
        """Return how the command is called."""
        return super().format_usage().replace("usage:", translated("usage:"), 1)

    def format_help(self) -> str:
        """Return the help of the command, that of every argument translated, whatever group it is in."""
        self.description = self.description and translated(self.description)
        for action in self._actions:
            for said in (action, *getattr(action, "_choices_actions", ())):
                said.help = said.help and translated(said.help)
        text = super().format_help().replace("usage:", translated("usage:"), 1)
        return re.sub(rf"(?m)(?<={HAN.pattern}):$", "：", text)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and exit with 2."""
        self.print_usage(sys.stderr)
        head, _, names = message.partition(": ")
        template = f"{head}: {{names}}"  # the names of arguments are words to type, so they stay
        said = translated(template).replace("{names}", names) if template in OF_ARGPARSE else translated(message)
        self.exit(2, phrase("{command}: error: {why}", command=self.prog, why=said).said(spoken()[0]) + "\n")
