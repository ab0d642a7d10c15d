"""Ask an archive of the web for a copy of a page."""

import json
import re
from urllib.parse import quote

from claimbook.tables.column import ADDRESS
from claimbook.web import Unvisited, Visitor

WAYBACK = "https://archive.org/wayback/available"
PATIENCE = 3  # failures in a row after which it is left alone


class Archive:
    """An archive that answers as the Wayback Machine's availability API does.

    Parameters
    ----------
    visitor : Visitor
    address : str
        Where to ask it; empty: it is not asked.
    """

    def __init__(self, visitor: Visitor, address: str = WAYBACK) -> None:
        self._visitor, self._address, self._failed = visitor, address, 0

    def copy_of(self, url: str, date: str) -> tuple[str, str]:
        """Return the address of the copy that is nearest to a day, empty where there is none, and a remark."""
        if not self._address:
            return "", ""
        if self._failed >= PATIENCE:
            return "", f"the archive was skipped after {PATIENCE} failures in a row"
        mark = "&" if "?" in self._address else "?"
        asked = f"{self._address}{mark}url={quote(url, safe='')}&timestamp={date.replace('-', '')}"
        try:
            answer = self._visitor.get(asked, robots=False)
        except Unvisited as error:
            self._failed += 1
            return "", f"the archive could not be reached: {error}"
        if answer.status != 200:
            self._failed += 1
            return "", f"the archive answered {answer.status}"
        self._failed = 0
        return _closest(answer.body)


def _closest(body: bytes) -> tuple[str, str]:
    try:
        found = json.loads(body)["archived_snapshots"].get("closest") or {}
        url = found["url"] if found.get("available", True) and found else ""
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return "", "the archive's answer could not be read"
    if not url:
        return "", "the archive has no copy"
    if not isinstance(url, str) or len(url) > 2000 or not re.fullmatch(ADDRESS, url):
        return "", "the archive's answer could not be read"
    return url, ""
