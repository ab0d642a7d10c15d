"""Open JupyterLab on a workspace: it is the root, its first notebook is open, its terminal finds `claimbook`."""

import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from claimbook.tables.workspace import VARIABLE

# Defaults of ours, which a user's own settings win over: no questions, of news or of a kernel, before the first number.
SETTINGS = Path(__file__).with_name("lab_settings")
CONFIG = "JUPYTER_CONFIG_PATH"
FIRST = ("START.ipynb", "1-verdicts.ipynb")  # the showcase's workspace has no START


def open_lab(home: Path, options: Sequence[str] = ()) -> int:
    """Run JupyterLab until it is shut down, and return its exit code.

    Parameters
    ----------
    home : Path
    options : sequence of str
        Jupyter's own, such as ``--port 8899``; they win over ours.

    Raises
    ------
    ModuleNotFoundError
        If JupyterLab is not installed.
    """
    if find_spec("jupyterlab") is None:
        raise ModuleNotFoundError("JupyterLab is not installed", name="jupyterlab")
    words, variables = command(home, options), environment(os.environ)
    if os.name == "nt":
        return subprocess.call(words, env=variables)
    os.execve(words[0], words, variables)  # in our place, so that Control-C and signals are Jupyter's own


def command(home: Path, options: Sequence[str]) -> list[str]:
    """Return the command line of JupyterLab on a workspace."""
    first = next((name for name in FIRST if (home / "notebooks" / name).is_file()), "")
    return [
        *(sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={home}"),
        f"--LabApp.default_url=/lab{f'/tree/notebooks/{first}' if first else ''}",
        *(["--allow-root"] if _is_root() else []),
        *_shell(),
        *options,
    ]


def environment(given: "os._Environ[str] | dict[str, str]") -> dict[str, str]:
    """Return the variables of Jupyter: our own commands come first, and the workspace is the one that is open."""
    ours = dict.fromkeys((str(Path(sys.executable).parent), sysconfig.get_path("scripts")))
    variables = {name: value for name, value in given.items() if name != VARIABLE}
    return variables | {"PATH": _before(given, "PATH", *ours), CONFIG: _before(given, CONFIG, str(SETTINGS))}


def _before(given: "os._Environ[str] | dict[str, str]", name: str, *ours: str) -> str:
    """Return a variable's list of folders with ours at its head."""
    return os.pathsep.join([*ours, *filter(None, [given.get(name, "")])])


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _shell() -> list[str]:
    """Return the option for a terminal that keeps the path it is given; a login shell would set it anew."""
    shell = os.environ.get("SHELL") or shutil.which("bash") or shutil.which("sh")
    return [f"--ServerApp.terminado_settings=shell_command=['{shell}']"] if shell and os.name != "nt" else []
