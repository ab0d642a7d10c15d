"""A folder of documents as a newsroom keeps them: news in English and Chinese, made anew from public texts."""

import json
import random
import re

from benchmarks.corpus import changed, characters

SEED = 11
NEWS, WEB = "BBC-Dataset-News-Classification/dataset/data_files/*/*.txt", "RGB/data/zh_[ir]*.json"
PARAGRAPHS = 5  # of a Chinese document; an English one is an article whole


def write(docs, count, data=None):
    """Write so many text files, every second one Chinese.

    Their digits are replaced by others, so that an article that comes again prints other numbers.

    Parameters
    ----------
    docs : pathlib.Path
        An empty folder.
    count : int
    data : pathlib.Path, optional
        Where the public sets RGB and BBC-Dataset-News-Classification are; without them, the labelled texts are used.
    """
    chance = random.Random(SEED)
    news, web = _english(data), _chinese(data)
    for number in range(count):
        if number % 2:
            first = chance.randrange(len(web) - PARAGRAPHS)
            text = "\n\n".join(web[first : first + PARAGRAPHS])
        else:
            text = chance.choice(news)
        (docs / f"{number:05}.txt").write_text(f"{changed(text, chance)}\n", encoding="utf-8")


def _english(data):
    """Return articles."""
    files = sorted(data.glob(NEWS)) if data else []
    if not files:
        lines = characters("en", 2_000_000)
        return ["".join(lines[at : at + 10]) for at in range(0, len(lines), 10)]
    return [path.read_text(encoding="utf-8", errors="replace") for path in files]


def _chinese(data):
    """Return paragraphs, those on one subject one after the other."""
    files = sorted(data.glob(WEB)) if data else []
    if not files:
        return characters("zh", 1_000_000)
    found = []
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            one = json.loads(line)
            answers = [text for some in one["positive"] for text in (some if isinstance(some, list) else [some])]
            found += [re.sub(r"\s+", " ", text) for text in [*answers, *one["negative"]]]
    return list(dict.fromkeys(found))
