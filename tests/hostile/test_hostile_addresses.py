"""No address leads into a private network, not even by way of a proxy that knows more names than we do."""

import socket

import pytest

from claimbook import web
from claimbook.web import visitor

PRIVATE = [
    "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.0.1",
    "169.254.169.254", "100.64.0.1", "[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[::ffff:127.0.0.1]", "[64:ff9b::a00:1]",
    "[2002:a00:1::]", "224.0.0.1", "255.255.255.255", "198.18.0.1", "localhost", "[::ffff:a9fe:a9fe]", "[fec0::1]",
]  # fmt: skip
STRANGE = [
    "ftp://example.org/", "file:///etc/passwd", "http:///x", "javascript:alert(1)", "http://example.org:0/", "data:,x",
    "http://a b/", "http://[::1", "http://example.org:99999/", "http://\udcff/", "gopher://example.org/", "//example.org",
]  # fmt: skip


@pytest.fixture
def proxied(monkeypatch):
    """A network whose proxy is the only way out; what is asked of it is listed, and answered by nobody."""
    asked = []

    class Pool:
        def stream(self, *_, **__):
            asked.append(True)
            raise visitor.httpcore.ConnectError("the proxy was asked")

    monkeypatch.setenv("http_proxy", "http://proxy.example:3128")
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setattr(visitor, "_connections", lambda proxy, wire: Pool())
    return asked


def why(address, **options):
    """Return why an address was not visited."""
    with pytest.raises(web.Unvisited) as raised:
        web.Visitor(delay=0, attempts=1, **options).get(address, robots=False)
    return raised.value.outcome, str(raised.value)


@pytest.mark.parametrize("host", PRIVATE)
def test_a_private_address_is_not_visited(host):
    """However it is spelled."""
    outcome, words = why(f"http://{host}:9/")

    assert "blocked" == outcome or "was not found" in words


@pytest.mark.parametrize("trusting", [False, True])
@pytest.mark.parametrize("host", PRIVATE)
def test_a_proxy_is_not_asked_for_a_private_address(host, proxied, trusting, monkeypatch):
    """It is nearer to the private network than we are; that it may be asked for unknown names changes nothing."""
    if trusting:  # some spellings are unknown to some systems
        real = socket.getaddrinfo
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: real("10.0.0.1", 9, type=socket.SOCK_STREAM))
    why(f"http://{host}:9/", trusting=trusting)

    assert [] == proxied


@pytest.mark.parametrize("address", STRANGE)
def test_what_is_no_web_address_is_not_visited(address):
    """The sentence repeats it as far as it may be shown."""
    assert "blocked" == why(address)[0] or "was not found" in why(address)[1]


@pytest.mark.parametrize("trusting", [False, True])
def test_a_proxy_is_asked_for_an_unknown_name_only_where_it_is_trusted(proxied, monkeypatch, trusting):
    """A name that means nothing here may mean anything there."""

    def unknown(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    _, words = why("http://intranet.example/", trusting=trusting)

    assert trusting == bool(proxied)
    assert (
        trusting or "the host intranet.example was not found, so the proxy is not asked for it; --trust-proxy" in words
    )
