"""Say what is being done and how far it is, as soon as that takes longer than a second."""

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TypeVar

from claimbook.language.phrase import phrase

Item = TypeVar("Item")
PATIENCE = 1.0  # seconds until anything is said
PAUSE = 10.0  # seconds between two lines where a line cannot be drawn again, as in the log of a build


def progress(
    items: Iterable[Item], doing: str, total: int = 0, name: Callable[[Item], object] | None = None
) -> Iterator[Item]:
    """Yield items, and say meanwhile what is done and how many are.

    A terminal and a notebook are shown a bar; a file or a pipe, such as the log of a build, a line now and then.

    Parameters
    ----------
    items : iterable
    doing : str
        What is done, in English: a sentence of the catalogue.
    total : int
        How many there will be, where the items do not know.
    name : callable, optional
        Takes an item and returns what it is called.
    """
    total = total or (len(items) if isinstance(items, Sized) else 0)
    words = str(phrase(doing))
    return _bar(items, words, total, name) if _can_draw() else _lines(items, words, total, name)


def _can_draw() -> bool:
    return sys.stderr.isatty() or _in_notebook()


def _in_notebook() -> bool:
    return "ipykernel" in sys.modules and hasattr(sys.stderr, "pub_thread")  # the stream of a kernel


def _bar(items: Iterable[Item], words: str, total: int, name: Callable[[Item], object] | None) -> Iterator[Item]:
    if _in_notebook():
        from tqdm.auto import tqdm
    else:
        from tqdm import tqdm

    with tqdm(
        total=total or None, desc=words, delay=PATIENCE, leave=False, file=None if _in_notebook() else sys.stderr
    ) as bar:
        for item in items:
            if name:
                bar.set_postfix_str(str(name(item)), refresh=False)
            yield item
            bar.update()


def _lines(items: Iterable[Item], words: str, total: int, name: Callable[[Item], object] | None) -> Iterator[Item]:
    begun = last = time.monotonic()
    wait, said, of = PATIENCE, False, f"/{total}" if total else ""
    number = 0
    for number, item in enumerate(items, 1):
        yield item
        now = time.monotonic()
        if now - last >= wait and number != total:
            _say(words, f"{number}{of}", name(item) if name else "", now - begun)
            last, wait, said = now, PAUSE, True
    if said:
        _say(words, f"{number}{of}", "", time.monotonic() - begun)


def _say(doing: str, far: str, at: object, seconds: float) -> None:
    """Say on a line of its own how far it is, and at what."""
    line = "{doing}: {far} ({at}), {seconds} s" if at else "{doing}: {far}, {seconds} s"
    print(phrase(line, doing=doing, far=far, at=at, seconds=f"{seconds:.0f}"), file=sys.stderr, flush=True)
