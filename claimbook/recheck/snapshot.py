"""Keep each answer as a WARC file, and find the last whole one of a source again."""

import hashlib
import io
import zlib
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from claimbook.tables.writer import OWN, save
from claimbook.web import MOST, Answer

UNCHANGED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
PACKING = ("content-encoding", "transfer-encoding", "content-length")  # true of what was sent, not of what is kept
DAMAGED = (OSError, ValueError, KeyError, AttributeError, zlib.error, ArchiveLoadFailed, EOFError)


@dataclass(frozen=True)
class Held:
    """An answer that is kept, and the day on which it was given."""

    answer: Answer
    date: str

    @property
    def asks(self) -> dict[str, str]:
        """The headers that ask only for what is newer; empty where the server gave no mark."""
        headers = self.answer.headers
        pairs = {"If-None-Match": headers.get("etag"), "If-Modified-Since": headers.get("last-modified")}
        return {name: value for name, value in pairs.items() if value and value.isprintable() and value.isascii()}


class Shelf:
    """The snapshots of one article's sources.

    Parameters
    ----------
    folder : path-like
        Made when the first is kept.
    """

    def __init__(self, folder: str | PathLike[str]) -> None:
        self.folder = Path(folder)

    def keep(self, source: str, date: str, answer: Answer, before: Held | None = None) -> Path:
        """Write an answer as a WARC file of its own and return its path.

        Parameters
        ----------
        source, date : str
        answer : Answer
        before : Held, optional
            Of an answer that says that nothing has changed: what it refers to.
        """
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        number = 1
        while (path := self.folder / f"{source}.{date}.{number}.warc.gz").exists():
            number += 1
        out = io.BytesIO()
        writer = WARCWriter(out, gzip=True, warc_version="1.1")
        about = {"format": "WARC File Format 1.1", "source": source}
        writer.write_record(writer.create_warcinfo_record(path.name, about))
        digest = hashlib.sha256((before.answer if before else answer).body).hexdigest()
        extra = {"WARC-Payload-Digest": f"sha256:{digest}"}
        if before:
            extra |= {"WARC-Profile": UNCHANGED, "WARC-Refers-To-Target-URI": before.answer.url}
        writer.write_record(
            writer.create_warc_record(
                answer.url,
                "revisit" if before else "response",
                payload=io.BytesIO(answer.body),
                length=len(answer.body),  # without it warcio puts a digest of its own in place of ours
                http_headers=_headers(answer),
                warc_headers_dict=extra,
            )
        )
        save(out.getvalue(), path, OWN)
        return path

    def last(self, source: str) -> Held | None:
        """Return the last whole answer of a source that is kept undamaged, or None."""
        paths = self.folder.glob(f"{source}.*.warc.gz")
        for path in sorted(paths, key=lambda path: (path.name.split(".")[1], len(path.name), path.name), reverse=True):
            try:
                answer = _read(path)
            except DAMAGED:
                continue
            if answer is not None:
                return Held(answer, path.name.split(".")[1])
        return None


def _headers(answer: Answer) -> StatusAndHeaders:
    """Return the headers as sent, those of its packing under another name, which players of archives understand."""
    lines = [
        (f"X-Archive-Orig-{name}" if name.lower() in PACKING else name, " ".join(value.split()))
        for name, value in answer.lines
    ]
    return StatusAndHeaders(f"{answer.status} ", [*lines, ("Content-Length", str(len(answer.body)))], "HTTP/1.1")


def _read(path: Path) -> Answer | None:
    """Return the page in a WARC file where there is one and its digest is right."""
    with path.open("rb") as file:
        for record in ArchiveIterator(file):
            if record.rec_type != "response" or record.http_headers.get_statuscode() != "200":
                continue
            body = record.raw_stream.read(MOST + 1)
            if record.rec_headers.get_header("WARC-Payload-Digest") == f"sha256:{hashlib.sha256(body).hexdigest()}":
                lines = tuple(record.http_headers.headers)
                return Answer(record.rec_headers.get_header("WARC-Target-URI"), 200, body, lines)
    return None
