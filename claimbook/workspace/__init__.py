"""The folder somebody works in: made from a template, brought up to date, opened in JupyterLab, published from."""

from claimbook.workspace.make import init
from claimbook.workspace.upgrade import kept, upgrade

__all__ = ["init", "kept", "upgrade"]
