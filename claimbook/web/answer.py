"""The result of a visit: an answer, or the reason why there is none."""

from dataclasses import dataclass


class Unvisited(Exception):
    """A page that was not read: `outcome` is ``unreachable`` or ``blocked``, and the words say why."""

    def __init__(self, outcome: str, why: str) -> None:
        self.outcome = outcome
        super().__init__(why)


@dataclass(frozen=True)
class Answer:
    """What a server answered, after redirects.

    Parameters
    ----------
    url : str
        The last address, after redirects.
    status : int
    body : bytes
        Unpacked.
    lines : tuple of (str, str)
        The headers as sent, repeated ones too.
    """

    url: str
    status: int
    body: bytes
    lines: tuple[tuple[str, str], ...] = ()

    @property
    def headers(self) -> dict[str, str]:
        """The headers by name in small letters; repeated ones are joined by commas."""
        found: dict[str, str] = {}
        for name, value in self.lines:
            key = name.lower()
            found[key] = f"{found[key]}, {value}" if key in found else value
        return found

    @property
    def kind(self) -> str:
        """The media type without its parameters."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str:
        """The encoding that the server names, or an empty string."""
        _, _, rest = self.headers.get("content-type", "").lower().partition("charset=")
        return rest.partition(";")[0].strip(" \"'")
