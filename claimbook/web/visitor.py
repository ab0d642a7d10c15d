"""Visit public pages: politely, within limits, and never an address on a private network."""

import re
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from email.utils import parsedate_to_datetime
from typing import TypeAlias
from urllib.parse import unquote, urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import httpcore
import httpx

from claimbook.web import robots
from claimbook.web.address import addresses
from claimbook.web.answer import Answer, Unvisited
from claimbook.web.unpack import ACCEPTED, unpacked
from claimbook.web.wire import Wire

AGENT = f"{robots.NAME} (checks that cited figures are still there)"
MOST = 32 * 2**20  # bytes of one page, unpacked
HOPS = 8
REDIRECTS = (301, 302, 303, 307, 308)
AGAIN = (429, 500, 502, 503, 504)
SILENT = (httpcore.TimeoutException, httpcore.NetworkError, httpcore.RemoteProtocolError, httpcore.ProxyError)
UNREADABLE = (httpcore.ProtocolError, httpcore.UnsupportedProtocol)
Held: TypeAlias = Mapping[str, Mapping[str, str]]  # by address: the headers that ask only for what is newer


class Visitor:
    """Visits pages one after the other.

    Parameters
    ----------
    private : bool
        Whether addresses that are not public may be visited (a test's own server); then without a proxy.
    delay : float
        Seconds between two visits to one host; more where its robots.txt asks for more.
    timeout : float
        Seconds to connect, and between two pieces of an answer; a whole page may take three times as long.
    attempts : int
        How often a page is asked for where the server is busy or silent.
    most : int
        Bytes of one page, unpacked.
    sleep : callable
        Waits so many seconds.
    trusting : bool
        Whether a proxy may be asked for a host whose name is not known here, so that nobody knows where it leads.
    """

    def __init__(
        self,
        private: bool = False,
        delay: float = 1.0,
        timeout: float = 20.0,
        attempts: int = 3,
        most: int = MOST,
        sleep: Callable[[float], object] = time.sleep,
        trusting: bool = False,
    ) -> None:
        self.private, self.delay, self.timeout = private, delay, timeout
        self.attempts, self.most, self.sleep, self.trusting = attempts, most, sleep, trusting
        self._last: dict[str, float] = {}
        self._robots: dict[str, robots.Rules | Unvisited] = {}
        self._pools: dict[str, tuple[Wire, httpcore.ConnectionPool]] = {}

    def close(self) -> None:
        """Close the connections."""
        for _, pool in self._pools.values():
            pool.close()

    def get(self, url: str, held: Held | None = None, robots: bool = True) -> Answer:
        """Return the answer to a visit, after at most `HOPS` redirects, each checked like the first address.

        Parameters
        ----------
        url : str
        held : dict of str to dict, optional
            For an address of which a copy is held: the headers that ask only for what is newer.
        robots : bool
            Whether the host's robots.txt is asked first.

        Raises
        ------
        Unvisited
            Where the page may not be visited, or could not be read whole.
        """
        for _ in range(HOPS):
            url = _web(url)
            if robots and not self._rules(url).allow(url):
                raise Unvisited("blocked", "its robots.txt asks programs to stay away")
            answer = self._asked(url, (held or {}).get(url, {}))
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                return answer
            url = _joined(url, answer.headers["location"])
        raise Unvisited("unreachable", f"it redirects more than {HOPS} times")

    def _rules(self, url: str) -> robots.Rules:
        """Return what the host's robots.txt asks; a host without one asks nothing. A failure is remembered too."""
        home = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        if home not in self._robots:
            try:
                answer = self.get(f"{home}/robots.txt", robots=False)
                if answer.status == 429:
                    raise Unvisited("blocked", "the server asks for fewer visits (429)")
                if answer.status >= 500:
                    raise Unvisited("unreachable", f"its robots.txt answers {answer.status}")
                body = answer.body[: robots.MOST] if answer.status == 200 else b""
                self._robots[home] = robots.Rules(body.decode("utf-8", "replace"))
            except Unvisited as error:
                self._robots[home] = error
        rules = self._robots[home]
        if isinstance(rules, Unvisited):
            raise rules
        return rules

    def _asked(self, url: str, headers: Mapping[str, str]) -> Answer:
        """Ask, and ask again with growing pauses where the server is busy or silent."""
        attempt = 0
        while True:
            attempt += 1
            self._pause(url)
            try:
                answer = self._read(url, headers)
            except SILENT as error:
                why = str(error) or type(error).__name__
                if attempt == self.attempts or "CERTIFICATE_VERIFY_FAILED" in why:
                    raise Unvisited("unreachable", f"it did not answer ({why})") from None
                self.sleep(2.0**attempt)
                continue
            except UNREADABLE as error:
                raise Unvisited("unreachable", f"its answer could not be read ({error})") from None
            if answer.status not in AGAIN or attempt == self.attempts:
                return answer
            self.sleep(_wait(answer, 2.0**attempt))

    def _pause(self, url: str) -> None:
        """Wait until the host was left alone for the delay."""
        parts = urlsplit(url)
        rules = self._robots.get(f"{parts.scheme}://{parts.netloc}")
        delay = max(self.delay, getattr(rules, "delay", 0.0))
        rest = self._last.get(parts.netloc, -delay) + delay - time.monotonic()
        if rest > 0:
            self.sleep(rest)
        self._last[parts.netloc] = time.monotonic()

    def _read(self, url: str, headers: Mapping[str, str]) -> Answer:
        """Read one answer piece by piece, so that nothing endless or swollen is kept."""
        wire, pool = self._pool(url)
        target, most = httpx.URL(url), 3 * self.timeout
        place = httpcore.URL(scheme=target.raw_scheme, host=target.raw_host, port=target.port, target=target.raw_path)
        asked = {"User-Agent": AGENT, "Accept": "*/*", "Accept-Encoding": ACCEPTED, **headers}
        limits = {"timeout": dict.fromkeys(("connect", "read", "write", "pool"), self.timeout)}
        late = Unvisited("unreachable", f"it did not arrive within {most:.0f} seconds")
        body = []
        try:
            with wire.within(most), pool.stream("GET", place, headers=list(asked.items()), extensions=limits) as found:
                lines = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in found.headers)
                answer, size = Answer(url, found.status, b"", lines), 0
                for piece in unpacked(found.iter_stream(), answer.headers.get("content-encoding", "")):
                    body.append(piece)
                    size += len(piece)
                    if size > self.most:
                        raise Unvisited("unreachable", f"it is larger than {self.most / 2**20:,.0f} MB")
        except (*SILENT, *UNREADABLE) as error:
            raise (late if wire.late else error) from None
        if wire.late:  # to a body that ends with its connection, the cut looks like the end
            raise late
        return Answer(url, answer.status, b"".join(body), lines)

    def _pool(self, url: str) -> tuple[Wire, httpcore.ConnectionPool]:
        """Return the wire and the connections for an address: straight to the host, or by the environment's proxy.

        A proxy looks the name up itself, so what the name means here is checked first.
        """
        parts = urlsplit(url)
        host = parts.hostname or ""
        proxies = {} if self.private or proxy_bypass(host) else getproxies()
        proxy = proxies.get(parts.scheme) or proxies.get("all") or ""
        proxy = proxy if proxy.startswith(("http://", "https://")) else ""
        if proxy:
            try:
                addresses(host, parts.port or parts.scheme, self.private)
            except Unvisited as error:
                if error.outcome == "blocked":
                    raise
                if not self.trusting:
                    why = f"{error}, so the proxy is not asked for it; --trust-proxy asks it"
                    raise Unvisited("blocked", why) from None
        if proxy not in self._pools:
            wire = Wire(private=self.private or bool(proxy))
            self._pools[proxy] = wire, _connections(proxy, wire)
        return self._pools[proxy]


def _connections(proxy: str, wire: Wire) -> httpcore.ConnectionPool:
    """Return the connections over a wire, through a proxy with the name and password that its address may hold."""
    context = httpx.create_ssl_context()
    if not proxy:
        return httpcore.ConnectionPool(ssl_context=context, max_keepalive_connections=0, network_backend=wire)
    parts = urlsplit(proxy)
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return httpcore.HTTPProxy(
        proxy, proxy_auth=login, ssl_context=context, max_keepalive_connections=0, network_backend=wire
    )


def _web(url: str) -> str:
    """Return an address spelled in one way, or refuse it if it is not on the web."""
    with suppress(httpx.InvalidURL, ValueError):
        found = httpx.URL(url).copy_with(fragment=None)
        parts = urlsplit(str(found))
        if parts.scheme in ("http", "https") and parts.hostname and parts.port != 0:
            return str(found)
    raise Unvisited("blocked", f"“{url[:200]}” is not a web address")


def _joined(url: str, location: str) -> str:
    """Return where a redirect leads; some servers write its address in UTF-8, unencoded."""
    try:
        with suppress(UnicodeDecodeError):
            location = location.encode("latin-1").decode("utf-8")
        return urljoin(url, location)
    except ValueError:
        raise Unvisited("unreachable", "it redirects to an invalid address") from None


def _wait(answer: Answer, otherwise: float) -> float:
    """Return the seconds that a busy server asks for, at most a minute."""
    wait = answer.headers.get("retry-after", "")
    if re.fullmatch(r"[0-9]{1,9}", wait):
        return min(float(wait), 60.0)
    try:
        return min(max(parsedate_to_datetime(wait).timestamp() - time.time(), 0.0), 60.0)
    except (ValueError, TypeError, OverflowError, OSError):
        return otherwise
