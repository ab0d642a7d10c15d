"""What a claim says that nothing has read, and that could turn the verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimbook.series.asked import Asked, Kind
from claimbook.series.claimed import Claimed
from claimbook.series.cues import EVENT, JUDGED, NUMBER, YET_TO_COME
from claimbook.series.figures import TIMES_OF_LIFE, Figure, Role
from claimbook.series.parts import regions
from claimbook.series.spans import Kind as When

NTH_YEAR = re.compile(r"(?i)^ (?:full )?year of\b")


def left(claim: Claimed, asked: Sequence[Asked]) -> Iterator[str]:
    """Yield the words that nothing has read and that could turn the verdict."""
    used = claim.used | {one.figure.start for one in asked if one.figure}
    yield from (one.words for one in claim.figures if one.start not in used and not _beside(one, claim.text))
    yield from regions(claim.text, claim.named)
    if not any(one.kind in (When.SINCE, When.RECORD) for one in claim.spans) and (event := EVENT.search(claim.text)):
        yield event[0]
    if coming := YET_TO_COME.search(claim.text):
        yield coming[0]
    covered = [*claim.naming, *((one.start, one.end) for one in claim.figures)]
    covered += [(one.start, one.end) for one in claim.spans] + [(one.start, one.end) for one in claim.named]
    for match in NUMBER.finditer(claim.text):
        if not any(start < match.end() and match.start() < end for start, end in covered):
            yield match[0]
    yield from (word[0] for match in claim.than.values() if (word := JUDGED.search(match[0])))
    compared = any(one.kind in (Kind.COMPARE, Kind.RANK, Kind.ONLY) for one in asked)
    if claim.others and not compared:
        yield from (claim.text[one.start : one.end] for one in claim.others)


def _beside(figure: Figure, text: str) -> bool:
    """Return whether a number is a length of time, or says which year of something it was."""
    if figure.role == Role.RANK:
        return bool(NTH_YEAR.match(text[figure.end :]))
    return bool(figure.scale and figure.scale.kind in TIMES_OF_LIFE)
