"""Which addresses are public: everything that leads into a private network is refused."""

import ipaddress
import socket

from claimbook.web.answer import Unvisited

# Prefixes that carry an IPv4 address into the network behind a translator, and how many bits it is from the right.
CARRIERS = {ipaddress.ip_network("64:ff9b::/96"): 0, ipaddress.ip_network("2002::/16"): 80}


def public(address: str) -> bool:
    """Return whether an IP address, with or without a scope, is on the public internet.

    Examples
    --------
    >>> public("93.184.216.34"), public("10.0.0.1"), public("fe80::1%eth0"), public("64:ff9b::a00:1")
    (True, False, False, False)
    """
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if found.version == 6:
        if found.ipv4_mapped:
            return public(str(found.ipv4_mapped))
        for network, shift in CARRIERS.items():
            if found in network and not public(str(ipaddress.ip_address(int(found) >> shift & 0xFFFFFFFF))):
                return False
        if found.is_site_local or found.teredo:
            return False
    return found.is_global and not found.is_multicast


def addresses(host: str, port: int | str, private: bool) -> list[str]:
    """Return the addresses of a host by its name.

    Raises
    ------
    Unvisited
        If the name is not known, or one of its addresses is not public and `private` is false.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, ValueError):
        raise Unvisited("unreachable", f"the host {host} was not found") from None
    names = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for name in names:
        if not private and not public(name):
            raise Unvisited("blocked", f"it leads to {name}, which is not a public address")
    return names
