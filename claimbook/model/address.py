"""The address of a model's server, as a person typed it; nothing else is ever visited."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from claimbook.tables.fault import Problems

CHAT = "/chat/completions"
FORM = "such as http://localhost:11434/v1"


def address_of(typed: str) -> str:
    """Return the full address of a chat from the base address that a person typed.

    Raises
    ------
    Problems
        If it is not an http or https address, or holds a password, a query or a blank.

    Examples
    --------
    >>> address_of("http://localhost:11434"), address_of("https://a.example/api/v1/")
    ('http://localhost:11434/v1/chat/completions', 'https://a.example/api/v1/chat/completions')
    """
    typed = typed.strip()
    try:
        parts = urlsplit(typed)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host, parts = None, urlsplit("")
    if (
        parts.scheme not in ("http", "https")
        or not host
        or any(sign.isspace() or not sign.isprintable() for sign in typed)
    ):
        raise Problems([f"--with: must be an http or https address, {FORM}"])
    if parts.username is not None or parts.password is not None:
        raise Problems(["--with: must not hold a name or a password; give the key with --key-env or --keyring"])
    if parts.query or parts.fragment:
        raise Problems([f"--with: must not hold “?” or “#”; give the base address alone, {FORM}"])
    path = parts.path.rstrip("/").removesuffix(CHAT)
    return f"{parts.scheme}://{parts.netloc}{path or '/v1'}{CHAT}"


def host_of(address: str) -> str:
    """Return the host of an address, with its port where it names one."""
    return urlsplit(address).netloc


def is_here(address: str) -> bool:
    """Return whether an address is of this very machine.

    Examples
    --------
    >>> [is_here(one) for one in ("http://localhost:1/v1", "http://[::1]:1", "http://10.0.0.1", "https://a.example")]
    [True, True, False, False]
    """
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
