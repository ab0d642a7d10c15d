"""The key of a provider: read from a named environment variable or the system's keyring, and kept nowhere."""

from __future__ import annotations

import os

from claimbook.model.address import is_here
from claimbook.tables.fault import Problems

NAME = "claimbook"  # under which the keyring holds keys


class Key:
    """A key that shows itself to nobody but the server that it is for."""

    __slots__ = ("_words",)

    def __init__(self, words: str = "") -> None:
        self._words = words

    def __repr__(self) -> str:
        return "Key(…)" if self._words else "Key()"

    def __bool__(self) -> bool:
        return bool(self._words)

    def header(self) -> dict[str, str]:
        """Return the header that carries it; none where there is no key."""
        return {"Authorization": f"Bearer {self._words}"} if self._words else {}

    def without(self, text: str) -> str:
        """Return what a server said without the key, or nothing where even the beginning of the key is in it."""
        return "" if self._words and self._words[:8] in text else text


def key_of(address: str, variable: str = "", user: str = "") -> Key:
    """Return the key of an environment variable or of the keyring, or none.

    Parameters
    ----------
    address : str
        The server; a key is sent over https, or to this machine.
    variable : str
        Name of the environment variable.
    user : str
        The name under which the keyring holds it, with the service `NAME`.

    Raises
    ------
    Problems
        If there is no such key, or it would be sent in the clear.
    """
    if variable and user:
        raise Problems(["--key-env: give it or --keyring, not both"])
    words = _of_variable(variable) if variable else _of_keyring(user) if user else ""
    if words and not (address.startswith("https://") or is_here(address)):
        raise Problems(["--with: a key is sent over https or to this machine alone; give an https address"])
    if not all("!" <= sign <= "~" for sign in words):
        raise Problems([f"--{'key-env' if variable else 'keyring'}: the key holds signs that no key has; set it again"])
    return Key(words)


def _of_variable(variable: str) -> str:
    words = os.environ.get(variable, "").strip()
    if not words:
        raise Problems(
            ["--key-env: the variable of that name is empty or not set; give the name of one that holds the key"]
        )
    return words


def _of_keyring(user: str) -> str:
    import keyring  # an extra: most need none
    from keyring.errors import KeyringError

    try:
        words = keyring.get_password(NAME, user)
    except KeyringError:
        raise Problems(["--keyring: the system's keyring cannot be opened; give --key-env instead"]) from None
    if not words:
        raise Problems([f"--keyring: holds no key of that name; `keyring set {NAME} NAME` asks for one"])
    return words
