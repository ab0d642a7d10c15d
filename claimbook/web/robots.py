"""What a host's robots.txt asks of programs (RFC 9309): the longest rule wins, with ``*`` and ``$``."""

from urllib.parse import quote, unquote_to_bytes, urlsplit

NAME = "claimbook"
MOST = 512 * 2**10  # bytes that are read of it
SLOWEST = 30.0  # seconds between two visits that a host may ask for
KEPT = "/*$?&=;:@!,+'()#[]~"


class Rules:
    """The rules that are for us.

    Examples
    --------
    >>> rules = Rules("User-agent: *\\nDisallow: /\\nAllow: /news/*.html$\\nCrawl-delay: 5")
    >>> rules.allow("https://a.org/news/1.html"), rules.allow("https://a.org/news/1.html?x"), rules.delay
    (True, False, 5.0)
    """

    def __init__(self, text: str = "") -> None:
        groups = _groups(text)
        mine = [lines for names, lines in groups if NAME in names] or [lines for names, lines in groups if "*" in names]
        lines = [line for group in mine for line in group]
        self._rules = [(_plain(value), key == "allow") for key, value in lines if key != "crawl-delay" and value]
        self.delay = max((_seconds(value) for key, value in lines if key == "crawl-delay"), default=0.0)

    def allow(self, url: str) -> bool:
        """Return whether an address may be visited."""
        parts = urlsplit(url)
        path = _plain((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        fitting = [(len(pattern), allowed) for pattern, allowed in self._rules if _fits(pattern, path)]
        return max(fitting, default=(0, True))[1]


def _groups(text: str) -> list[tuple[set[str], list[tuple[str, str]]]]:
    """Return each group as the names that it is for and its lines."""
    groups: list[tuple[set[str], list[tuple[str, str]]]] = []
    open_ = False
    for line in text.lstrip("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if colon and key == "user-agent":
            if not open_:
                groups.append((set(), []))
            groups[-1][0].add(value.partition("/")[0].strip().lower())
            open_ = True
        elif colon and key in ("allow", "disallow", "crawl-delay"):
            open_ = False
            if groups:
                groups[-1][1].append((key, value))
    return groups


def _seconds(value: str) -> float:
    try:
        return min(max(float(value), 0.0), SLOWEST)
    except ValueError:
        return 0.0


def _plain(path: str) -> str:
    """Spell a path in one way, whatever of it is percent-encoded."""
    return quote(unquote_to_bytes(path), safe=KEPT)


def _fits(pattern: str, path: str) -> bool:
    """Match from the start, part by part; each part where it first fits, which is linear."""
    ends = pattern.endswith("$")
    first, *parts = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    if ends and not parts:
        return at == len(path)
    last = parts.pop() if ends else ""
    for part in parts:
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return path.endswith(last) and len(path) - len(last) >= at
