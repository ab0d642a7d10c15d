"""Look for more words than were asked: those that tell the best passages apart say the same thing otherwise."""

from collections import Counter, defaultdict
from heapq import nlargest

import numpy as np
from numpy.typing import NDArray

from claimbook.find.index import Index, highest
from claimbook.find.passage import tokens
from claimbook.find.query import Wording

# Of the best passages so many, so many of their words, and what the weightiest of these is worth beside a word that was
# asked. Chosen on Climate-FEVER, HealthVer and RGB.
BEST, MOST, WORTH = 5, 40, 0.9


def widened(index: Index, wording: Wording, scores: NDArray[np.floating], share: float = 1.0) -> dict[str, float]:
    """Return the words to look for with those that tell the passages of the highest scores apart.

    Each word counts by how often such a passage has it, how rare it is elsewhere and how well the passage fits.

    Parameters
    ----------
    index : Index
    wording : Wording
        What was looked for.
    scores : numpy.ndarray
        How well each passage fits it.
    share : float
        Of their worth that the new words have: less where what was asked finds much by its own words.
    """
    telling: defaultdict[str, float] = defaultdict(float)
    for place in highest(scores, BEST):
        said = tokens(index.passages[place].text)
        for word, count in Counter(said).items():
            telling[word] += float(scores[place]) * count / len(said) * index.rarity(word)
    more = dict(nlargest(MOST, telling.items(), key=lambda item: item[1]))
    words = wording.words
    unit = share * WORTH * max(words.values(), default=1.0) / (max(more.values(), default=0.0) or 1.0)
    return words | {word: words.get(word, 0.0) + unit * worth for word, worth in more.items() if worth > 0}
