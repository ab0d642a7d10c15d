"""Visit public pages: politely, within limits, and never an address on a private network."""

import ipaddress
import socket
import time
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import httpx

AGENT = "claimbook (checks whether a cited figure still stands)"
MOST = 32 * 2**20  # bytes of one page, unpacked
HOPS = 8
REDIRECTS = (301, 302, 303, 307, 308)
AGAIN = (429, 500, 502, 503, 504)


class Unvisited(Exception):
    """A page that was not read: `outcome` is ``unreachable`` or ``blocked``, and the words say why."""

    def __init__(self, outcome, why):
        self.outcome = outcome
        super().__init__(why)


@dataclass(frozen=True)
class Answer:
    """What a server answered, after redirects."""

    url: str
    status: int
    body: bytes
    headers: dict = field(default_factory=dict)

    @property
    def kind(self):
        """The media type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self):
        """The encoding that the server names, or an empty string."""
        _, _, rest = self.headers.get("content-type", "").lower().partition("charset=")
        return rest.partition(";")[0].strip(" \"'")


class Visitor:
    """Visits pages one after the other.

    Parameters
    ----------
    private : bool
        Whether addresses that are not public may be visited (a test's own server).
    delay : float
        Seconds between two visits to one host.
    timeout : float
        Seconds to connect, and between two pieces of an answer; a whole page may take three times as long.
    attempts : int
        How often a page is asked for where the server is busy or silent.
    sleep : callable
        Waits so many seconds.
    """

    def __init__(self, private=False, delay=1.0, timeout=20.0, attempts=3, most=MOST, sleep=time.sleep):
        self.private, self.delay, self.timeout = private, delay, timeout
        self.attempts, self.most, self.sleep = attempts, most, sleep
        self._last, self._robots = {}, {}
        self._client = httpx.Client(timeout=timeout, headers={"User-Agent": AGENT}, trust_env=not private)

    def close(self):
        """Close the connections."""
        self._client.close()

    def get(self, url, headers=None, robots=True):
        """Return the answer to a visit, after at most `HOPS` redirects, each checked like the first address.

        Raises
        ------
        Unvisited
            Where the page may not be visited, or could not be read whole.
        """
        for _ in range(HOPS):
            self._allowed(url)
            if robots and not self._robot(url):
                raise Unvisited("blocked", "its robots.txt asks programs to stay away")
            answer = self._asked(url, headers or {})
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                return answer
            url = urljoin(url, answer.headers["location"])
        raise Unvisited("unreachable", f"it redirects more than {HOPS} times")

    def _allowed(self, url):
        """Refuse an address that is no public web address."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise Unvisited("blocked", f"“{url}” is no address on the web")
        try:
            found = socket.getaddrinfo(parts.hostname, parts.port or parts.scheme, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise Unvisited("unreachable", f"the host {parts.hostname} is not found") from None
        for *_, address in found:
            self._public(address[0])

    def _public(self, address):
        if not self.private and not ipaddress.ip_address(address.partition("%")[0]).is_global:
            raise Unvisited("blocked", f"it leads to {address}, which is no public address")

    def _robot(self, url):
        """Tell whether the host's robots.txt lets us visit; a host without one does."""
        home = "{0.scheme}://{0.netloc}".format(urlsplit(url))
        if home not in self._robots:
            rules = RobotFileParser()
            answer = self.get(f"{home}/robots.txt", robots=False)
            rules.parse(answer.body.decode("utf-8", "replace").splitlines() if answer.status == 200 else [])
            self._robots[home] = rules
        return self._robots[home].can_fetch(AGENT, url)

    def _asked(self, url, headers):
        """Ask, and ask again with growing pauses where the server is busy or silent."""
        for attempt in range(1, self.attempts + 1):
            self._pause(urlsplit(url).netloc)
            try:
                answer = self._read(url, headers)
            except (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError) as error:
                why = str(error) or type(error).__name__
                if attempt == self.attempts:
                    raise Unvisited("unreachable", f"it did not answer ({why})") from None
                self.sleep(2.0**attempt)
                continue
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                raise Unvisited("unreachable", f"its answer cannot be read ({error})") from None
            if answer.status not in AGAIN or attempt == self.attempts:
                return answer
            self.sleep(_wait(answer, 2.0**attempt))
        return None

    def _pause(self, host):
        """Wait until the host was left alone for the delay."""
        rest = self._last.get(host, -self.delay) + self.delay - time.monotonic()
        if rest > 0:
            self.sleep(rest)
        self._last[host] = time.monotonic()

    def _read(self, url, headers):
        """Read one answer piece by piece, so that nothing endless or swollen is kept."""
        end = time.monotonic() + 3 * self.timeout
        with self._client.stream("GET", url, headers=headers) as response:
            stream = response.extensions.get("network_stream")
            if stream is not None and (peer := stream.get_extra_info("server_addr")):
                self._public(peer[0])  # what the name led to when the connection was made, not a moment before
            body = bytearray()
            for piece in response.iter_bytes(65536):
                body += piece
                if len(body) > self.most:
                    raise Unvisited("unreachable", f"it is larger than {self.most / 2**20:,.0f} MB")
                if time.monotonic() > end:
                    raise Unvisited("unreachable", f"it was not sent within {3 * self.timeout:.0f} seconds")
            return Answer(url, response.status_code, bytes(body), {k.lower(): v for k, v in response.headers.items()})


def _wait(answer, otherwise):
    """Return the seconds that a busy server asks for, at most a minute."""
    told = answer.headers.get("retry-after", "")
    if told.isdigit():
        return min(float(told), 60.0)
    try:
        return min(max(parsedate_to_datetime(told).timestamp() - time.time(), 0.0), 60.0)
    except (ValueError, TypeError):
        return otherwise
