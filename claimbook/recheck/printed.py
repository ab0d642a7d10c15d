"""Whether a figure is in a text as it was printed, however its signs are spelled."""

import re
import unicodedata

SLICE = 256  # characters normalised at once: a run of a million combining marks would take a million squared
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufe00-\ufe0f]")
SPELLINGS = {'"': "“”„‟«»〝〞〟「」『』″", "'": "‘’‚‛‹›`´′", "-": "‐‑‒–—―−", "~": "〜∼", " ": "|\x02\x03"}
SIGNS = str.maketrans({sign: one for one, signs in SPELLINGS.items() for sign in signs})
HYPHENS = re.compile(r"-+")
BROKEN = re.compile(r"(?<=[a-z])- (?=[a-z])")  # a word that a PDF breaks at the end of a line
HAN = r"\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
LOOSE = re.compile(rf"(?<=[{HAN}]) | (?=[{HAN}])")  # beside Chinese a space or a line end has no meaning
TENS = "十百千万萬亿億兆"
# Digits with what multiplies them, or Chinese numerals: one number each, so that 5% is not found in 15%.
NUMBER = re.compile(
    rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)(?: ?[{TENS}]+)?|[〇零一二三四五六七八九两兩{TENS}]+"
)


def folded(text: str) -> str:
    """Return a text as it is compared: one spelling of each sign, white space folded, numbers with their bounds.

    Examples
    --------
    >>> folded("增长 １５％，“约”20\\n万元") == folded('增长15%，"约"20万元')
    True
    >>> folded("5%") in folded("15%"), folded("20万") in folded("20万亿元"), folded("200,000") in folded("1,200,000")
    (False, False, False)
    """
    words = (_normal(word) for word in UNSEEN.sub("", text).translate(SIGNS).split())
    text = HYPHENS.sub("-", " ".join(" ".join(words).translate(SIGNS).split()))
    return LOOSE.sub("", NUMBER.sub("\x02\\g<0>\x03", BROKEN.sub("", text)))


def is_printed(printed: str, page: str) -> bool:
    """Return whether a folded text has a printed figure, in time that grows as the text does."""
    return folded(printed) in page


def _normal(word: str) -> str:
    """Normalise a run without white space (NFKC), slice by slice; a mark stays with the letter it is on."""
    if len(word) <= SLICE:
        return unicodedata.normalize("NFKC", word)
    parts: list[str] = []
    start = 0
    while start < len(word):
        end = start + SLICE
        for _ in range(SLICE // 8):
            if end >= len(word) or not unicodedata.combining(word[end]):
                break
            end -= 1
        parts.append(unicodedata.normalize("NFKC", word[start:end]))
        start = end
    return "".join(parts)
