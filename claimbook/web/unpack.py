"""Unpack a body piece by piece, so that no answer swells in memory."""

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from claimbook.web.answer import Unvisited

STEP = 65536  # bytes unpacked at once
ACCEPTED = "gzip, deflate"
EITHER, BARE = 32 + zlib.MAX_WBITS, -zlib.MAX_WBITS  # gzip or zlib by their marks; deflate without one


def unpacked(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """Yield the pieces of a body, unpacked, each at most `STEP` bytes where it was packed.

    Raises
    ------
    Unvisited
        If it is compressed in a way that was not requested, or twice, or is damaged or cut off.
    """
    layers = [name for name in (part.strip().lower() for part in encoding.split(",")) if name not in ("", "identity")]
    if not layers:
        yield from pieces
    elif len(layers) > 1 or layers[0] not in ("gzip", "x-gzip", "deflate"):
        raise Unvisited("unreachable", f"it is compressed as “{', '.join(layers)[:40]}”, which was not requested")
    else:
        try:
            yield from _inflated(pieces, layers[0] == "deflate")
        except zlib.error:
            raise Unvisited("unreachable", "its compressed content is damaged") from None


def _inflated(pieces: Iterable[bytes], may_be_bare: bool) -> Iterator[bytes]:
    pieces = iter(pieces)
    first = b""
    while len(first) < 2 and (piece := next(pieces, None)) is not None:
        first += piece
    bare = may_be_bare and len(first) > 1 and (first[0] & 15 != 8 or (first[0] << 8 | first[1]) % 31)
    engine = zlib.decompressobj(BARE if bare else EITHER)
    for piece in chain([first], pieces):
        while piece:
            if engine.eof and piece[0] != 0x1F:
                return  # what comes after the last part is not one
            if engine.eof:
                engine = zlib.decompressobj(EITHER)
            out = engine.decompress(piece, STEP)
            if out:
                yield out
            piece = engine.unconsumed_tail or engine.unused_data
    while first and not engine.eof:
        out = engine.decompress(b"", STEP)
        if not out:
            raise Unvisited("unreachable", "its compressed content is cut off")
        yield out
