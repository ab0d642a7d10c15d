"""Problems in a notebook, as on the command line: sentences in place of a traceback."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from claimbook.language.sentences import translated
from claimbook.tables.extras import missing
from claimbook.tables.fault import Problems

if TYPE_CHECKING:
    from types import TracebackType

    from IPython.core.interactiveshell import InteractiveShell


def in_sentences(shell: InteractiveShell) -> None:
    """Let a running IPython say what is wrong with the data, and which extra brings a package that is missing."""
    shell.set_custom_exc((Problems, ModuleNotFoundError), _say)


def _say(
    shell: InteractiveShell,
    kind: type[BaseException],
    error: Exception,
    traceback: TracebackType,
    tb_offset: int | None = None,
) -> None:
    """Print the sentences; where in the program it was found is no use to the reader. Of other modules show all."""
    if isinstance(error, Problems):
        print("\n".join(error.sentences), file=sys.stderr)
    elif isinstance(error, ModuleNotFoundError) and (sentence := missing(error)):
        print(translated(sentence), file=sys.stderr)
    else:
        shell.showtraceback((kind, error, traceback), tb_offset=tb_offset)
